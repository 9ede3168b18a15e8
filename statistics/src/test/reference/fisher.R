# Fisher's exact test, conditional odds ratio and exact interval from R's fisher.test (R 4.2.2, package stats).
# fisher.test stops its root search at .Machine$double.eps^0.25; the limits and the estimate are refined here by the
# same equations (its own dnhyper, mnhyper and pnhyper) with uniroot at 1e-14 on the log odds ratio.
# (R searches 1/odds in (0, 1) with an absolute tolerance of 1.2e-4: a large upper limit is off by up to a tenth.)
# Run: Rscript fisher.R | sed s/Inf/Infinity/ > ../resources/org/evenhand/statistics/exact/fisher.csv
cat("a,b,c,d,level,p,odds,low,high\n")
tables <- list(c(3, 1, 1, 3), c(0, 5, 5, 0), c(10, 2, 3, 15), c(0, 12, 7, 9), c(12, 0, 9, 7), c(1, 9, 11, 3),
               c(188, 12, 150, 61), c(2, 3, 6, 4), c(500, 700, 620, 800), c(1, 1, 1, 1), c(5, 0, 1, 0.0 + 4))
for (t in tables) for (level in c(.9, .95)) {
  f <- fisher.test(matrix(t, 2, byrow = TRUE), conf.level = level)
  m <- t[1] + t[2]; n <- t[3] + t[4]; k <- t[1] + t[3]; x <- t[1]
  support <- max(0, k - n):min(k, m)
  d <- function(lo) { l <- dhyper(support, m, n, k, log = TRUE) + support * lo; l <- exp(l - max(l)); l / sum(l) }
  root <- function(g) uniroot(g, c(-40, 40), tol = 1e-14, maxiter = 10000)$root
  a <- (1 - level) / 2
  low <- if (x == min(support)) 0 else exp(root(function(lo) log(sum(d(lo)[support >= x])) - log(a)))
  high <- if (x == max(support)) Inf else exp(root(function(lo) log(a) - log(sum(d(lo)[support <= x]))))
  odds <- if (x == min(support)) 0 else if (x == max(support)) Inf else exp(root(function(lo) sum(support * d(lo)) - x))
  near <- function(u, v) isTRUE(all.equal(u, v, tolerance = 0.2))
  stopifnot(near(unname(f$estimate), odds), near(f$conf.int[1], low), near(f$conf.int[2], high))
  cat(sprintf("%d,%d,%d,%d,%.2f,%.17g,%.17g,%.17g,%.17g\n", t[1], t[2], t[3], t[4], level, f$p.value, odds, low, high))
}
