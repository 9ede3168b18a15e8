# Firth's logistic regression: estimates, penalised likelihoods, profile intervals and tests from logistf 1.26.1
# (R 4.2.2; package source, formula.tools import removed), standard errors from brglm2 0.9 (type = "AS_mean").
# logistf's defaults stop at 1e-5; its controls are tightened to 1e-9 and 1e-10 here.
# logistf >= 1.24 prints standard errors of an augmented data set; Firth's own are those of brglm2.
# Run: Rscript firth.R OUTPUT_DIRECTORY
library(logistf); library(brglm2)
out <- commandArgs(TRUE)[1]
set.seed(20261124)
data(endometrial, package = "brglm2"); data(sex2, package = "logistf")
endometrial <- data.frame(y = endometrial$HG, endometrial[c("NV", "PI", "EH")])
sex2 <- data.frame(y = sex2$case, sex2[c("age", "oc", "vic", "vicl", "vis", "dia")])
separated <- data.frame(y = rep(0:1, each = 4), x = 1:8)
n <- 400
rare <- data.frame(a = round(rnorm(n), 3), b = rbinom(n, 1, .2), year = 2001 + (seq_len(n) - 1) %% 25)
rare$y <- rbinom(n, 1, plogis(-4.5 + .8 * rare$a + 1.2 * rare$b))
rare <- rare[c("y", "a", "b", "year")]
weighted <- data.frame(y = rbinom(60, 1, .4), x = round(rnorm(60), 2), z = round(runif(60), 2),
                       w = sample(1:5, 60, TRUE), o = round(rnorm(60, 0, .3), 2))
cases <- list(endometrial = endometrial, sex2 = sex2, separated = separated, rare = rare, weighted = weighted)
rows <- "case,quantity,name,value"
put <- function(case, quantity, name, value) rows <<- c(rows, sprintf("%s,%s,%s,%.15g", case, quantity, name, value))
for (case in names(cases)) {
  d <- cases[[case]]
  if (is.null(d[["w"]])) d$w <- 1
  if (is.null(d[["o"]])) d$o <- 0
  xs <- setdiff(names(d), c("y", "w", "o"))
  f <- reformulate(xs, "y")
  fit <- logistf(f, data = d, weights = d$w, offset = d$o,
                 control = logistf.control(maxit = 1e5, maxhs = 0, lconv = 1e-9, gconv = 1e-9, xconv = 1e-10),
                 plcontrol = logistpl.control(maxit = 1e5, maxhs = 0, lconv = 1e-9, xconv = 1e-10))
  br <- glm(f, binomial, d, weights = w, offset = o, method = "brglmFit", type = "AS_mean",
            control = list(epsilon = 1e-12, maxit = 10000))
  stopifnot(max(abs(coef(br) - coef(fit))) < 1e-7)
  names <- c("(intercept)", xs)
  for (j in seq_along(names)) {
    put(case, "estimate", names[j], coef(fit)[j])
    put(case, "error", names[j], sqrt(diag(vcov(br)))[j])
    put(case, "low", names[j], fit$ci.lower[j])
    put(case, "high", names[j], fit$ci.upper[j])
    put(case, "p", names[j], fit$prob[j])
  }
  put(case, "penalized", "", fit$loglik["full"])
  put(case, "overall", "", 2 * (fit$loglik["full"] - fit$loglik["null"]))
  write.csv(d[c("y", "w", "o", xs)], file.path(out, sprintf("firth-%s.csv", case)), row.names = FALSE, quote = FALSE)
}
writeLines(rows, file.path(out, "firth.csv"))
