# Clopper-Pearson limits from R's binom.test (R 4.2.2, package stats).
# Run: Rscript clopper-pearson.R > ../resources/org/evenhand/statistics/exact/clopper-pearson.csv
cat("successes,trials,level,low,high\n")
cases <- list(c(0, 1), c(0, 10), c(1, 10), c(10, 10), c(1, 1), c(7, 20), c(0, 25), c(3, 2300), c(2299, 2300),
              c(1, 1e6), c(50, 100), c(12, 188))
for (case in cases) for (level in c(.9, .95, .99)) {
  limits <- binom.test(case[1], case[2], conf.level = level)$conf.int
  cat(sprintf("%d,%d,%.2f,%.17g,%.17g\n", case[1], case[2], level, limits[1], limits[2]))
}
