# The throughput of R's smaa 0.3-2 with hitandrun 0.5-6, beside SmaaThroughput: best of three runs.
# Rscript smaa-throughput.R OPTIONS CRITERIA DRAWS point|uniform|normal none|rank
library(smaa)
library(hitandrun)
a <- commandArgs(TRUE)
m <- as.integer(a[1]); n <- as.integer(a[2]); N <- as.integer(a[3]); kind <- a[4]
set.seed(1)
mu <- matrix(runif(m * n, 0.3, 0.7), m, n)
all <- given <- Inf
for (run in 1:3) {
  t <- system.time({
    meas <- array(0, c(N, m, n))
    for (i in 1:m) for (k in 1:n) {
      meas[, i, k] <- switch(kind, point = mu[i, k], uniform = runif(N, mu[i, k] - 0.2, mu[i, k] + 0.2),
                             normal = rnorm(N, mu[i, k], 0.1))
    }
    pref <- simplex.sample(n, N, sort = a[5] == "rank")$samples
    ranks <- smaa.ranks(smaa.values(meas, pref))
    ra <- smaa.ra(ranks); cw <- smaa.cw(ranks, pref); pwi <- smaa.pwi(ranks); cf <- smaa.cf(meas, cw)
  })
  all <- min(all, t[1] + t[2])
  t <- system.time({ res <- smaa(meas, pref); cf <- smaa.cf(meas, res$cw) })
  given <- min(given, t[1] + t[2])
}
cat(sprintf("%s: %.0f ns of processor time a draw; smaa() and smaa.cf() alone, draws given: %.0f\n",
            paste(a, collapse = " "), all * 1e9 / N, given * 1e9 / N))
