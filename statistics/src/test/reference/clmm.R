# Random-intercept cumulative models: Laplace and adaptive Gauss-Hermite quadrature from ordinal 2022.11-16 (R 4.2.2).
# What clmm prints is kept as "clmm ..." and refined, because clmm
# - stops its outer search early (errors off by up to 1%), and its inner search for the modes at a gradient of 1e-4, so
#   that its Laplace value carries an error of the same order; a tighter clmm.control(gradTol = 1e-8) does not arrive;
# - fits the log-log model when asked for "cloglog" and the other way round (one random intercept only; clm is right):
#   the likelihood it reports is not the one its estimates have under the link it names. Here link = "loglog" is asked
#   for where the complementary log-log is meant; the objective below shows which model was fitted.
# Refinement: the same objective written in R, modes to a gradient of 1e-13, started from clmm's estimates and carried
# to its optimum by Newton steps with numDeriv's Richardson derivatives; errors from numDeriv's Hessian there.
# Run: Rscript clmm.R OUTPUT_DIRECTORY
suppressMessages(library(ordinal)); library(numDeriv)
out <- commandArgs(TRUE)[1]
set.seed(20261124)
wine <- with(ordinal::wine, data.frame(y = as.integer(rating), g = as.integer(judge), temp = as.integer(temp) - 1,
                                       contact = as.integer(contact) - 1))
n <- 600; G <- 60
g <- sort(sample(G, n, TRUE)); u <- rnorm(G)
panel <- data.frame(g = g, a = round(rnorm(n), 3), b = rbinom(n, 1, .3), year = 2001 + sample(0:24, n, TRUE))
eta <- .8 * panel$a - .6 * panel$b + .04 * (panel$year - 2013) + 1.1 * u[g] + rlogis(n)
panel$y <- as.integer(cut(eta, c(-Inf, -1, 1, 2.2, Inf)))
cases <- list(list("wine", wine, "logit", 1), list("wine", wine, "probit", 1), list("wine", wine, "cloglog", 1),
              list("wine", wine, "logit", 10), list("panel", panel, "logit", 1), list("panel", panel, "logit", 9),
              list("panel", panel, "probit", 7), list("panel", panel, "cloglog", 1))
links <- list(
  logit = list(F = plogis, f = dlogis, s = function(t) dlogis(t) * (1 - 2 * plogis(t))),
  probit = list(F = pnorm, f = dnorm, s = function(t) -t * dnorm(t)),
  cloglog = list(F = function(t) -expm1(-exp(t)), f = function(t) exp(t - exp(t)),
                 s = function(t) exp(t - exp(t)) * (1 - exp(t))))
objective <- function(par, y, g, x, link, q) {
  K <- max(y); kappa <- c(-Inf, par[1:(K - 1)], Inf); beta <- par[K - 1 + seq_len(ncol(x))]; rho <- par[length(par)]
  fixed <- drop(x %*% beta); l <- links[[link]]; a <- numeric(max(g)); tau <- exp(-2 * rho)
  zero <- function(v) ifelse(is.finite(v), v, 0)
  parts <- function(a) {
    U <- kappa[y + 1] - fixed - a[g]; L <- kappa[y] - fixed - a[g]
    P <- l$F(U) - l$F(L); e1 <- -(zero(l$f(U)) - zero(l$f(L))) / P
    e2 <- (ifelse(is.finite(U), l$s(U), 0) - ifelse(is.finite(L), l$s(L), 0)) / P - e1^2
    list(h = drop(rowsum(log(P), g)) - a^2 * tau / 2 - rho, d = drop(rowsum(e1, g)) - a * tau,
         H = tau - drop(rowsum(e2, g)))
  }
  for (step in 1:200) { p <- parts(a); a <- a + p$d / p$H; if (max(abs(p$d)) < 1e-13) break }
  p <- parts(a)
  if (q == 1) return(-sum(p$h - log(p$H) / 2))
  rule <- ordinal:::gauss.hermite(q)
  total <- sapply(seq_len(q), function(i) {
    z <- rule$nodes[i] * sqrt(2)
    parts(a + z / sqrt(p$H))$h + z^2 / 2 + log(rule$weights[i] / sqrt(pi)) })
  top <- apply(total, 1, max)
  -sum(top + log(rowSums(exp(total - top))) - log(p$H) / 2)
}
rows <- "case,quantity,name,value"
put <- function(case, quantity, name, value) rows <<- c(rows, sprintf("%s,%s,%s,%.15g", case, quantity, name, value))
for (case in cases) {
  d <- case[[2]]; link <- case[[3]]; q <- case[[4]]
  key <- paste(case[[1]], link, q, sep = "-")
  xs <- setdiff(names(d), c("y", "g"))
  centre <- sapply(d[xs], mean); scale <- sapply(d[xs], sd)
  e <- d; e[xs] <- scale(d[xs]); e$y <- ordered(d$y); e$g <- factor(d$g)
  fit <- suppressWarnings(clmm(reformulate(c(xs, "(1 | g)"), "y"), data = e, nAGQ = q,
                               link = if (link == "cloglog") "loglog" else link))
  target <- function(p) objective(p, d$y, as.integer(e$g), as.matrix(e[xs]), link, q)
  p0 <- p <- c(fit$alpha, fit$beta, log(unlist(fit$ST)))
  stopifnot(abs(target(p) + fit$logLik) < 1e-3)
  for (step in 1:8) {
    gradient <- grad(target, p); p <- p - solve(hessian(target, p), gradient)
    if (max(abs(gradient)) < 1e-8) break
  }
  stopifnot(max(abs(grad(target, p))) < 1e-6)
  k <- length(fit$alpha); m <- length(xs)
  map <- diag(length(p)); diag(map)[k + seq_len(m)] <- 1 / scale
  map[seq_len(k), k + seq_len(m)] <- matrix(centre / scale, k, m, byrow = TRUE)
  est <- drop(map %*% p); se <- sqrt(diag(map %*% solve(hessian(target, p)) %*% t(map)))
  est0 <- drop(map %*% p0); se0 <- sqrt(diag(map %*% solve(fit$Hessian) %*% t(map)))
  names <- c(paste0(seq_len(k), "|", seq_len(k) + 1), xs, "logSigma")
  for (j in seq_along(names)) {
    put(key, "estimate", names[j], est[j]); put(key, "error", names[j], se[j])
    put(key, "clmm estimate", names[j], est0[j]); put(key, "clmm error", names[j], se0[j])
  }
  put(key, "logLik", "", -target(p)); put(key, "clmm logLik", "", fit$logLik)
  put(key, "clmm at optimum", "", -target(p0))
}
# What clmm says when it is asked for "cloglog" by name.
e <- panel; e$y <- ordered(e$y); e$g <- factor(e$g)
fit <- clmm(y ~ a + b + (1 | g), data = e, link = "cloglog")
p0 <- c(fit$alpha, fit$beta, log(unlist(fit$ST)))
put("panel-cloglog-by-name", "clmm logLik", "", fit$logLik)
put("panel-cloglog-by-name", "logLik", "", -objective(p0, panel$y, panel$g, as.matrix(panel[c("a", "b")]), "cloglog", 1))
writeLines(rows, file.path(out, "clmm.csv"))
write.csv(wine, file.path(out, "wine.csv"), row.names = FALSE, quote = FALSE)
write.csv(panel[c("y", "g", "a", "b", "year")], file.path(out, "panel.csv"), row.names = FALSE, quote = FALSE)
