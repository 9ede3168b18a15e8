# Reference values for cumulative models from ordinal::clm, MASS::polr, stats::glm and sandwich::vcovCL.
#
#   Rscript ordinal.R ../resources/ordinal
#
# Writes panel.csv (a seeded simulated panel) and clm.csv (case,quantity,name,value; the call of each case is a row of its own).
# Every fit is run to convergence: clm's Newton to a gradient of 1e-12, glm to a deviance change of 1e-15. polr has only BFGS
# on a numerical gradient scale, so with reltol 1e-16 it is compared at the tolerance that leaves.
suppressMessages({library(ordinal); library(MASS); library(sandwich)})
args <- commandArgs(trailingOnly = TRUE)
out <- if (length(args)) args[1] else "."
options(digits = 17)

set.seed(20010101)
G <- 40; years <- 2005:2014
d <- expand.grid(year = years, country = sprintf("C%02d", 1:G))
n <- nrow(d)
u <- rnorm(G, sd = 0.6)[as.integer(d$country)]
d$prosecution <- round(pmin(5, pmax(1, rnorm(n, 3, 1.1))), 0)
d$protection <- round(rnorm(n, 2, 0.9) + 0.4 * d$prosecution, 3)
d$gdp <- round(exp(rnorm(n, 9, 1.2)), 2)
d$ally <- rbinom(n, 1, 0.3)
d$weight <- round(runif(n, 0.5, 2), 2)
d$exposure <- round(rnorm(n, 0, 0.3), 3)
latent <- -0.6 * d$prosecution - 0.3 * d$protection - 0.2 * log(d$gdp) + 0.5 * d$ally + u + rlogis(n)
cut4 <- quantile(latent, c(0.2, 0.6, 0.85))
d$tier <- 1 + (latent > cut4[1]) + (latent > cut4[2]) + (latent > cut4[3])
d$era <- ifelse(d$year < 2010, "early", "late")
write.csv(d, file.path(out, "panel.csv"), row.names = FALSE, quote = FALSE)
d <- read.csv(file.path(out, "panel.csv"))
d$y <- factor(d$tier, levels = 1:4, ordered = TRUE)
d$lgdp <- log(d$gdp)

rows <- list()
put <- function(case, quantity, name, value) rows[[length(rows) + 1]] <<-
  data.frame(case = case, quantity = quantity, name = name, value = sprintf("%.17g", value))
call_of <- function(case, text) rows[[length(rows) + 1]] <<-
  data.frame(case = case, quantity = "call", name = gsub(",", ";", text), value = "0")
version <- paste0(R.version.string, "; ordinal ", packageVersion("ordinal"), "; MASS ", packageVersion("MASS"),
                  "; sandwich ", packageVersion("sandwich"))
call_of("(all)", version)
tight <- clm.control(gradTol = 1e-12, maxIter = 200)

save_clm <- function(case, fit, text, clusters = TRUE) {
  call_of(case, text)
  b <- coef(fit)
  for (i in seq_along(b)) put(case, "estimate", names(b)[i], b[i])
  s <- sqrt(diag(vcov(fit)))
  for (i in seq_along(b)) put(case, "se", names(b)[i], s[i])
  put(case, "logLik", "", as.numeric(logLik(fit)))
  put(case, "gradient", "", max(abs(fit$gradient)))
  if (clusters) {
    variants <- list(
      hc0 = vcovCL(fit, cluster = d$country, cadjust = FALSE, type = "HC0"),
      adjusted = vcovCL(fit, cluster = d$country, cadjust = TRUE, type = "HC0"),
      twoway = vcovCL(fit, cluster = cbind(as.integer(factor(d$country)), d$year), cadjust = TRUE, type = "HC0"))
    for (v in names(variants)) {
      # Variances, not errors: a two-way variance may be negative, and then says so.
      s <- diag(variants[[v]])
      for (i in seq_along(b)) put(case, paste0("var_", v), names(b)[i], s[i])
    }
  }
}

for (link in c("logit", "probit", "cloglog"))
  save_clm(link, clm(y ~ prosecution + protection + lgdp + ally, data = d, link = link, control = tight),
           sprintf("clm(y ~ prosecution + protection + lgdp + ally, link = \"%s\", gradTol = 1e-12); vcovCL(type HC0)", link))
save_clm("weighted", clm(y ~ prosecution + protection + lgdp + ally, data = d, weights = weight, control = tight),
         "clm(..., weights = weight)")
save_clm("offset", clm(y ~ prosecution + protection + offset(exposure), data = d, control = tight),
         "clm(y ~ prosecution + protection + offset(exposure))", clusters = FALSE)
for (link in c("logit", "probit", "cloglog"))
  save_clm(paste0("partial-", link),
           clm(y ~ prosecution + lgdp, nominal = ~ ally, data = d, link = link, control = tight),
           sprintf("clm(y ~ prosecution + lgdp, nominal = ~ ally, link = \"%s\")", link), clusters = FALSE)
save_clm("generalised", clm(y ~ 1, nominal = ~ prosecution + ally, data = d, control = tight),
         "clm(y ~ 1, nominal = ~ prosecution + ally)", clusters = FALSE)
save_clm("by-era", clm(y ~ prosecution + lgdp + ally, nominal = ~ era, data = d, control = tight),
         "clm(y ~ prosecution + lgdp + ally, nominal = ~ era)", clusters = FALSE)

# Binary: glm is the two-category case (threshold = -intercept).
d$worst <- as.integer(d$tier == 4)
for (link in c("logit", "probit")) {
  g <- glm(worst ~ prosecution + protection + lgdp + ally, data = d, family = binomial(link),
           control = glm.control(epsilon = 1e-15, maxit = 100))
  case <- paste0("binary-", link)
  call_of(case, sprintf("glm(worst ~ ..., binomial(%s), epsilon = 1e-15)", link))
  b <- coef(g)
  for (i in seq_along(b)) put(case, "estimate", names(b)[i], b[i])
  if (link == "logit") {
    s <- sqrt(diag(vcov(g))); for (i in seq_along(b)) put(case, "se", names(b)[i], s[i])
    s <- sqrt(diag(vcovCL(g, cluster = d$country, cadjust = TRUE, type = "HC0")))
    for (i in seq_along(b)) put(case, "se_adjusted", names(b)[i], s[i])
  }
  put(case, "logLik", "", as.numeric(logLik(g)))
}

# polr: the same model by another optimiser.
for (m in c("logistic", "probit", "cloglog")) {
  p <- polr(y ~ prosecution + protection + lgdp + ally, data = d, method = m, Hess = TRUE,
            control = list(reltol = 1e-16, maxit = 5000))
  case <- paste0("polr-", m)
  call_of(case, sprintf("polr(..., method = \"%s\", control = list(reltol = 1e-16))", m))
  b <- c(coef(p), p$zeta)
  for (i in seq_along(b)) put(case, "estimate", names(b)[i], b[i])
  s <- sqrt(diag(vcov(p))); for (i in seq_along(b)) put(case, "se", names(b)[i], s[i])
  put(case, "logLik", "", as.numeric(logLik(p)))
}

# Profile likelihood intervals by root finding on clm fits with the slope held in the offset (centred: clm 2022.11.16 stops
# with an error when the offset is far from zero).
full <- clm(y ~ prosecution + protection + lgdp + ally, data = d, control = tight)
top <- as.numeric(logLik(full))
for (v in c("ally", "lgdp")) {
  others <- setdiff(c("prosecution", "protection", "lgdp", "ally"), v)
  f <- as.formula(paste("y ~", paste(others, collapse = "+"), "+ offset(held)"))
  excess <- function(b) { dd <- d; dd$held <- as.numeric(b) * (d[[v]] - mean(d[[v]]))
    2 * (top - as.numeric(logLik(clm(f, data = dd, control = tight)))) - qchisq(0.95, 1) }
  b <- as.numeric(coef(full)[v]); s <- sqrt(vcov(full)[v, v])
  put("logit", "profile_low", v, uniroot(excess, c(b - 3 * s, b - s), tol = 1e-12)$root)
  put("logit", "profile_high", v, uniroot(excess, c(b + s, b + 3 * s), tol = 1e-12)$root)
}

# Average contrasts and their delta-method errors, by central differences on the linear predictor.
theta <- coef(full); V <- vcov(full)
X <- as.matrix(d[, c("prosecution", "protection", "lgdp", "ally")])
probs <- function(par, X) { eta <- as.vector(X %*% par[4:7]); sapply(1:3, function(k) plogis(par[k] - eta)) }
target <- list(top = function(par, X) 1 - probs(par, X)[, 3], atleast3 = function(par, X) 1 - probs(par, X)[, 2],
               severity = function(par, X) 4 - rowSums(probs(par, X)))
contrast <- function(par, f, v, how) { A <- X; B <- X
  if (how == "01") { A[, v] <- 0; B[, v] <- 1 } else B[, v] <- B[, v] + sd(d[[v]])
  mean(f(par, B) - f(par, A)) }
numgrad <- function(g, par) sapply(seq_along(par), function(j) {
  h <- 1e-4 * max(1, abs(par[j])); e <- replace(numeric(length(par)), j, h)
  (8 * (g(par + e) - g(par - e)) - (g(par + 2 * e) - g(par - 2 * e))) / (12 * h) })
for (t in names(target)) for (vh in list(c("ally", "01"), c("prosecution", "sd"))) {
  g <- function(par) contrast(par, target[[t]], vh[1], vh[2])
  value <- g(theta); gr <- numgrad(g, theta)
  put("logit", paste0("effect_", t), vh[1], value)
  put("logit", paste0("effect_se_", t), vh[1], sqrt(drop(t(gr) %*% V %*% gr)))
}

# Brant (1990): binary logits above each cut, their joint covariance, and the Wald test of equal slopes.
X1 <- cbind(1, X); K <- 4; fits <- list(); P <- list()
for (k in 1:3) { z <- as.integer(d$tier > k)
  fits[[k]] <- glm(z ~ X, family = binomial, control = glm.control(epsilon = 1e-15, maxit = 100)); P[[k]] <- fitted(fits[[k]]) }
p <- ncol(X); big <- matrix(0, 3 * p, 3 * p)
inv <- lapply(1:3, function(k) solve(t(X1) %*% (X1 * (P[[k]] * (1 - P[[k]])))))
for (a in 1:3) for (b in 1:3) { lo <- min(a, b); hi <- max(a, b)
  W <- P[[hi]] - P[[a]] * P[[b]]
  big[(a - 1) * p + 1:p, (b - 1) * p + 1:p] <- (inv[[a]] %*% (t(X1) %*% (X1 * W)) %*% inv[[b]])[-1, -1] }
beta <- unlist(lapply(fits, function(f) coef(f)[-1]))
D <- cbind(diag(p), -diag(p), matrix(0, p, p)); D <- rbind(D, cbind(diag(p), matrix(0, p, p), -diag(p)))
w <- function(D) drop(t(D %*% beta) %*% solve(D %*% big %*% t(D)) %*% (D %*% beta))
put("logit", "brant", "(all)", w(D))
for (j in 1:p) put("logit", "brant", colnames(X)[j], w(D[c(j, p + j), , drop = FALSE]))
call_of("brant", "Brant 1990 by glm: Wald test of equal slopes of the three binary logits")

# Where the peers go wrong: separation (x orders the outcome perfectly), and a duplicated column.
s <- data.frame(x = c(-3, -2.5, -2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2), z = c(1, 0, 2, 1, 0, 1, 2, 0, 1, 1),
                y = factor(c(1, 1, 1, 2, 2, 2, 3, 3, 3, 3), ordered = TRUE))
sp <- suppressWarnings(polr(y ~ x + z, data = s, Hess = TRUE, start = c(0, 0, -1, 1)))
call_of("separated-polr", "polr(y ~ x + z; start = c(0; 0; -1; 1)) (its own start fails) on ten rows where x orders y perfectly")
put("separated-polr", "estimate", "x", coef(sp)["x"]); put("separated-polr", "se", "x", sqrt(diag(vcov(sp)))["x"])
call_of("separated-clm", "clm(y ~ x + z) on the same rows")
sc <- suppressWarnings(clm(y ~ x + z, data = s)); put("separated-clm", "estimate", "x", coef(sc)["x"])
put("separated-clm", "se", "x", suppressWarnings(sqrt(diag(vcov(sc))))["x"])
write.csv(s, file.path(out, "separated.csv"), row.names = FALSE, quote = FALSE)

table <- do.call(rbind, rows)
write.csv(table, file.path(out, "clm.csv"), row.names = FALSE, quote = FALSE)
