# Bias-reduced cumulative models. No package in Debian fits them for more than two categories, so that
# - two categories: brglm2 0.9 (R 4.2.2), glm(method = "brglmFit", type = "AS_mean"), run to 1e-12;
# - more: Firth's adjusted scores from their definition (Firth 1993, eq. 4.1; Kosmidis & Firth 2009, eq. 2),
#   U_t + tr{F^-1 (P_t + Q_t)} / 2 with P_t = E(U U' U_t) and Q_t = E(-I U_t), the expectations taken by going through
#   all categories of all rows, first and second derivatives of each log-probability by numDeriv; solved by scoring.
#   This shares no formula with the program's, which uses pseudo-counts.
# Run: Rscript cumulative-bias.R OUTPUT_DIRECTORY
suppressMessages(library(brglm2)); library(numDeriv)
out <- commandArgs(TRUE)[1]
set.seed(20261124)
n <- 36
ordered3 <- data.frame(x = round(rnorm(n), 2), z = rep(0:1, n / 2))
ordered3$y <- as.integer(cut(.9 * ordered3$x - .5 * ordered3$z + rlogis(n), c(-Inf, -.6, 1, Inf)))
# z = 1 only in the top category: quasi-complete separation.
separated3 <- data.frame(x = round(rnorm(n), 2), z = 0)
separated3$y <- as.integer(cut(.9 * separated3$x + rlogis(n), c(-Inf, -.4, .8, Inf)))
separated3$z[which(separated3$y == 3)[1:5]] <- 1
binary <- data.frame(x = round(rnorm(60), 2), z = rbinom(60, 1, .2))
binary$y <- 1 + rbinom(60, 1, pnorm(-1 + .8 * binary$x + .5 * binary$z))
binary$y[binary$z == 1] <- 2
cdfs <- list(logit = plogis, probit = pnorm, cloglog = function(t) -expm1(-exp(t)))
rows <- "case,quantity,name,value"
put <- function(case, quantity, name, value) rows <<- c(rows, sprintf("%s,%s,%s,%.15g", case, quantity, name, value))
report <- function(key, est, cov, K) {
  names <- c(paste0(seq_len(K - 1), "|", 1 + seq_len(K - 1)), "x", "z")
  for (j in seq_along(names)) { put(key, "estimate", names[j], est[j]); put(key, "error", names[j], sqrt(cov[j, j])) }
}
for (link in names(cdfs)) {
  # P(Y <= 1) = F(kappa - x b): the response of glm is y == 1, its slopes are -b.
  fit <- glm(I(y == 1) ~ x + z, binomial(link), binary, method = "brglmFit", type = "AS_mean",
             control = list(epsilon = 1e-12, maxit = 10000))
  turn <- diag(c(1, -1, -1))
  report(paste("binary", link, sep = "-"), turn %*% coef(fit), turn %*% vcov(fit) %*% turn, 2)
  for (name in c("ordered3", "separated3")) {
    d <- get(name); K <- 3; x <- as.matrix(d[c("x", "z")]); F <- cdfs[[link]]
    logp <- function(t, i, c) { k <- c(-Inf, t[1:2], Inf) - sum(x[i, ] * t[3:4]); log(F(k[c + 1]) - F(k[c])) }
    adjusted <- function(t) {
      info <- matrix(0, 4, 4); score <- numeric(4); parts <- list()
      for (i in seq_len(n)) for (c in 1:K) {
        g <- grad(logp, t, i = i, c = c); h <- hessian(logp, t, i = i, c = c); pr <- exp(logp(t, i, c))
        info <- info + pr * g %*% t(g)
        if (d$y[i] == c) score <- score + g
        parts[[length(parts) + 1]] <- list(m = pr * (g %*% t(g) + h), g = g)
      }
      inverse <- solve(info); a <- numeric(4)
      for (part in parts) a <- a + .5 * sum(inverse * part$m) * part$g
      list(score = score + a, inverse = inverse)
    }
    t <- c(if (link == "cloglog") c(-.8, .2) else c(-.5, .8), 0, 0)
    for (step in 1:200) { u <- adjusted(t); t <- t + drop(u$inverse %*% u$score); if (max(abs(u$score)) < 1e-9) break }
    stopifnot(max(abs(u$score)) < 1e-8)
    report(paste(name, link, sep = "-"), t, u$inverse, K)
  }
}
writeLines(rows, file.path(out, "cumulative.csv"))
for (name in c("ordered3", "separated3", "binary"))
  write.csv(get(name)[c("y", "x", "z")], file.path(out, sprintf("cumulative-%s.csv", name)), row.names = FALSE, quote = FALSE)
