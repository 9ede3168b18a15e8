# The peers' side of benchmarks/statistics.sh: processor time (user + system, this process) a fit.
suppressMessages({library(MASS); library(ordinal); library(sandwich)})
file <- commandArgs(trailingOnly = TRUE)[1]
d <- read.csv(file); d$y <- factor(d$y, ordered = TRUE)
f <- as.formula(paste("y ~", paste0("x", 0:14, collapse = " + ")))
cpu <- function(what, n, once) {
  once()
  # The best of five blocks, as on the other side.
  best <- min(sapply(1:5, function(b) sum(system.time(for (i in seq_len(n)) once(), gcFirst = TRUE)[1:2]) / n))
  cat(sprintf("%-42s %10.0f us processor time\n", what, 1e6 * best))
}
cat(R.version.string, "; ordinal", as.character(packageVersion("ordinal")), "; MASS", as.character(packageVersion("MASS")),
    "; sandwich", as.character(packageVersion("sandwich")), "\n")
cpu("ordinal::clm + vcovCL", 6, function() vcovCL(clm(f, data = d), cluster = d$country, type = "HC0"))
cpu("ordinal::clm", 6, function() clm(f, data = d))
cpu("MASS::polr(Hess) + vcovCL", 3, function() vcovCL(polr(f, data = d, Hess = TRUE), cluster = d$country, type = "HC0"))
fit <- clm(f, data = d)
cat(sprintf("check: x0 %.10f, clustered error %.10f, logLik %.8f\n", coef(fit)["x0"],
            sqrt(diag(vcovCL(fit, cluster = d$country, type = "HC0")))["x0"], as.numeric(logLik(fit))))
