# Cox regression from survival (version printed below; R 4.2.2), run to convergence:
# coxph.control(eps = 1e-12, iter.max = 100, toler.chol = 1e-13). coxph's cluster-robust errors carry no small-sample
# factor; exact ties of times are made by rounding, so that timefix changes nothing.
# Run: Rscript coxph.R OUTPUT_DIRECTORY
library(survival)
out <- commandArgs(TRUE)[1]
message("survival ", packageVersion("survival"))
set.seed(20261124)
# Countries observed year by year with covariates that change, late entry, many ties.
G <- 90
panel <- do.call(rbind, lapply(seq_len(G), function(i) {
  first <- sample(0:4, 1); x <- rnorm(1); ally <- rbinom(1, 1, .4); rows <- NULL
  for (t in first:14) {
    x <- .8 * x + rnorm(1, 0, .5); z <- rbinom(1, 1, .3)
    event <- rbinom(1, 1, plogis(-2.6 + .7 * x - .5 * ally + .4 * z))
    rows <- rbind(rows, data.frame(id = i, start = t, stop = t + 1, event, x = round(x, 3), ally, z,
                                   region = i %% 4, w = 1 + i %% 3))
    if (event && runif(1) < .7) break
  }
  rows }))
# Few ties, right censoring only, one row a subject.
n <- 150
plain <- data.frame(id = seq_len(n), start = 0, a = round(rnorm(n), 3), b = rbinom(n, 1, .5), region = rbinom(n, 1, .5), w = 1)
plain$stop <- round(rexp(n, exp(.6 * plain$a - .4 * plain$b)), 3) + .001
plain$event <- as.integer(plain$stop < 2); plain$stop <- pmin(plain$stop, 2)
plain <- plain[c("id", "start", "stop", "event", "a", "b", "region", "w")]
rows <- "case,quantity,name,value"
put <- function(case, quantity, name, value) rows <<- c(rows, sprintf("%s,%s,%s,%.15g", case, quantity, name, value))
for (name in c("panel", "plain")) for (ties in c("breslow", "efron")) for (strata in c(FALSE, TRUE)) for (weights in c(FALSE, TRUE)) {
  d <- get(name)
  if (weights && name == "plain") next
  key <- paste(name, ties, if (strata) "strata" else "one", if (weights) "weighted" else "equal", sep = "-")
  xs <- setdiff(names(d), c("id", "start", "stop", "event", "region", "w"))
  f <- as.formula(paste("Surv(start, stop, event) ~", paste(xs, collapse = "+"), if (strata) "+ strata(region)" else ""))
  d$weight <- if (weights) d$w else 1
  fit <- coxph(f, d, weights = weight, ties = ties, cluster = id, robust = TRUE,
               control = coxph.control(eps = 1e-12, iter.max = 100, toler.chol = 1e-13))
  for (j in seq_along(xs)) {
    put(key, "estimate", xs[j], coef(fit)[j])
    put(key, "error", xs[j], sqrt(diag(fit$naive.var))[j])
    put(key, "robust", xs[j], sqrt(diag(fit$var))[j])
  }
  put(key, "logLik", "null", fit$loglik[1]); put(key, "logLik", "fit", fit$loglik[2])
}
# What coxph prints where no estimate exists: z has the highest value at every event.
mono <- data.frame(start = 0, stop = 1:8, event = c(1, 1, 1, 0, 0, 1, 0, 0), z = c(1, 1, 1, 0, 0, 0, 0, 0),
                   a = c(.1, .5, -.3, .2, .9, -1, .4, .3))
mono$z[6] <- 0; mono$event[6] <- 0
fit <- suppressWarnings(coxph(Surv(start, stop, event) ~ z + a, mono))
put("monotone", "estimate", "z", coef(fit)[1]); put("monotone", "error", "z", sqrt(diag(vcov(fit)))[1])
writeLines(rows, file.path(out, "coxph.csv"))
write.csv(panel, file.path(out, "panel.csv"), row.names = FALSE, quote = FALSE)
write.csv(plain, file.path(out, "plain.csv"), row.names = FALSE, quote = FALSE)
write.csv(mono, file.path(out, "monotone.csv"), row.names = FALSE, quote = FALSE)
