# A panel of 2,300 rows, 15 columns and 160 groups, and the processor time of ordinal::clmm on it (three fits).
# Run: Rscript clmm-speed.R PANEL.csv; then, on the same file, the program's time:
#   mvn -pl statistics -am test-compile dependency:build-classpath -Dmdep.outputFile=classpath.txt
#   java --add-modules jdk.incubator.vector -cp target/classes:target/test-classes:$(cat classpath.txt) \
#     org.evenhand.statistics.mixed.RandomInterceptSpeed PANEL.csv
suppressMessages(library(ordinal)); set.seed(1)
file <- commandArgs(TRUE)[1]
n <- 2300; G <- 160; p <- 15
g <- sort(rep_len(seq_len(G), n)); x <- matrix(round(rnorm(n * p), 3), n, p)
x[, 1:5] <- x[, 1:5] * .5 + matrix(rnorm(G * 5), G)[g, ]; x <- round(x, 3)
eta <- drop(x %*% seq(-.5, .5, length.out = p)) + rnorm(G)[g] + rlogis(n)
d <- data.frame(y = as.integer(cut(eta, c(-Inf, -1.5, 1, 2.5, Inf))), g = g, x)
write.csv(d, file, row.names = FALSE, quote = FALSE)
d$y <- ordered(d$y); d$g <- factor(d$g)
f <- reformulate(c(paste0("X", seq_len(p)), "(1 | g)"), "y")
for (i in 1:3) { t <- system.time(m <- clmm(f, data = d)); cat(sprintf("clmm: %.2f s\n", t[["user.self"]])) }
cat(sprintf("log-likelihood %.6f, first threshold %.6f (%.6f)\n", m$logLik, coef(m)[1], sqrt(vcov(m)[1, 1])))
