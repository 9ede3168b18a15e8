# The peers' side of benchmarks/influence.sh: specifications and permuted refits a second of user time.
suppressMessages({library(MASS); library(specr)})
file <- commandArgs(trailingOnly = TRUE)[1]
d <- read.csv(file)
d$y <- factor(d$y, ordered = TRUE)
columns <- paste0("x", 0:14)
all <- paste(columns, collapse = " + ")
user <- function(once) system.time(once(), gcFirst = TRUE)[["user.self"]]
rate <- function(what, seconds, n) cat(sprintf("%-46s %10.2f a second of user time\n", what, n / seconds))
cat(R.version.string, "; MASS", as.character(packageVersion("MASS")), "; specr", as.character(packageVersion("specr")), "\n")

# Each column in turn as the interest, all others beside it: as on the other side.
ordered_logit <- function(formula, data) polr(formula, data = data, Hess = TRUE)
specifications <- setup(data = d, y = "y", x = columns, model = "ordered_logit", add_to_formula = all)
rate("specr (profile intervals by broom)", user(function() specr(specifications)), length(columns))
rate("polr with its Hessian, nothing else", user(function() for (x in columns) {
  polr(as.formula(paste("y ~", all)), data = d, Hess = TRUE)
}), length(columns))

# A permuted column: whole countries exchanged, the model fitted again from where the last fit stood.
f <- as.formula(paste("y ~", all))
fit <- polr(f, data = d, Hess = TRUE)
start <- c(coef(fit), fit$zeta)
start["x0"] <- 0
countries <- unique(d$country)
set.seed(1)
n <- 40
rate("permuted refits by polr, warm", user(function() for (m in seq_len(n)) {
  p <- d
  donor <- setNames(sample(countries), countries)
  for (country in countries) p$x0[d$country == country] <- d$x0[d$country == donor[[country]]]
  polr(f, data = p, start = start, Hess = TRUE)
}), n)
