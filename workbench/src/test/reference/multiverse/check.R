# Checks specifications of universes against R: every design is built here again from the exported panel.
#
#   evenhand panel --format csv -o panel1.csv
#   evenhand panel --interest-lag 2 --format csv -o panel2.csv
#   evenhand multiverse UNIVERSE --permutations 0 --specifications --format csv -o UNIVERSE.csv   (for each universe)
#   Rscript check.R panel1.csv panel2.csv 200 SEED UNIVERSE.csv ... > multiverse-against-r.md
#
# Needs the packages ordinal and numDeriv. Waivers are left out: Firth's regression is checked on its own.
suppressMessages(library(ordinal))
arguments <- commandArgs(trailingOnly = TRUE)
panel <- list(read.csv(arguments[1]), read.csv(arguments[2]))
wanted <- as.integer(arguments[3])
set.seed(as.integer(arguments[4]))
files <- arguments[-(1:4)]
specifications <- do.call(rbind, lapply(files, function(file) {
  rows <- read.csv(file, colClasses = c(number = "character"))
  rows$number <- as.integer(gsub("[^0-9]", "", rows$number))
  rows$universe <- sub("[.]csv$", "", basename(file))
  rows[, c("universe", "number", "outcome", "downgrades", "evidence", "interest", "lag", "controls", "period",
    "missing", "year", "variation", "link", "status", "slope", "slope_error", "n")]
}))
estimated <- specifications[specifications$status == "ok", ]
chosen <- estimated[sort(sample(nrow(estimated), wanted)), ]

evidence <- list(
  treaties = c("ratified_trafficking_protocol", "ratified_count"),
  governance = c("government_effectiveness", "control_of_corruption"),
  rights = c("freedom_from_forced_labour", "rule_of_law", "freedom_from_violence", "women_civil_liberties"),
  unodc = c("ln1p_unodc_convictions", "ln1p_unodc_prosecutions", "ln1p_unodc_victims"),
  policy_index = c("policy_prosecution", "policy_protection", "policy_prevention"))

period <- function(year) ifelse(year <= 2008, "a", ifelse(year <= 2016, "b", ifelse(year <= 2020, "c", "d")))

design <- function(s) {
  data <- panel[[as.integer(s$lag)]]
  base <- panel[[1]]
  years <- as.integer(strsplit(s$period, "-")[[1]])
  keep <- !is.na(data$severity) & data$report_year >= years[1] & data$report_year <= years[2] & !is.na(data[[s$interest]])
  columns <- unlist(evidence[strsplit(s$evidence, "+", fixed = TRUE)[[1]]], use.names = FALSE)
  if (grepl("economy", s$controls)) columns <- c(columns, "ln_gdp_per_capita", "ln_population")
  x <- base[, columns]
  if (s$missing == "drop") keep <- keep & stats::complete.cases(x)
  data <- data[keep, ]
  x <- x[keep, ]
  for (column in columns) {
    gone <- is.na(x[[column]])
    if (any(gone)) {
      x[[column]][gone] <- mean(x[[column]], na.rm = TRUE)
      x[[paste0("missing_", column)]] <- as.numeric(gone)
    }
  }
  x <- as.matrix(x)
  if (grepl("region", s$controls)) x <- cbind(x, model.matrix(~ factor(data$region))[, -1])
  if (s$year == "dummies") x <- cbind(x, model.matrix(~ factor(data$report_year))[, -1])
  z <- data[[s$interest]]
  mean <- ave(z, data$iso3)
  x <- switch(s$variation, total = cbind(x, z), between = cbind(x, mean), within = cbind(x, mean, z - mean))
  # Scaled columns make R's optimiser safe; the last slope is scaled back.
  scale <- apply(x, 2, sd)
  severity <- data$severity
  if (s$downgrades == "as_watch_list") severity[severity == 3 & data$automatic_downgrade == 1] <- 2
  y <- switch(s$outcome, tiers = severity, merged = c(0, 1, 1, 2)[severity + 1], tier3 = as.numeric(severity == 3))
  list(y = y, x = sweep(x, 2, scale, "/"), scale = scale[ncol(x)], iso3 = data$iso3,
    group = if (s$year == "moving_thresholds") period(data$report_year) else rep("a", length(y)))
}

# Clustered error of the last slope from the scores by central differences and the information of the fit.
clustered <- function(rowwise, parameters, covariance, iso3, last) {
  scores <- sapply(seq_along(parameters), function(j) {
    h <- 1e-5
    up <- parameters; up[j] <- up[j] + h
    down <- parameters; down[j] <- down[j] - h
    (rowwise(up) - rowwise(down)) / (2 * h)
  })
  sums <- rowsum(scores, iso3)
  sandwich <- covariance %*% crossprod(sums) %*% covariance * nrow(sums) / (nrow(sums) - 1)
  sqrt(sandwich[last, last])
}

fit <- function(s) {
  d <- design(s)
  p <- ncol(d$x)
  levels <- length(unique(d$y))
  cumulative <- switch(s$link, logit = plogis, probit = pnorm)
  groups <- sort(unique(d$group))
  frame <- data.frame(y = factor(d$y), group = factor(d$group), d$x)
  names(frame) <- c("y", "group", paste0("x", seq_len(p)))
  right <- paste(paste0("x", seq_len(p)), collapse = " + ")
  if (levels == 2) {
    moving <- if (length(groups) > 1) " + group" else ""
    m <- glm(as.formula(paste("y ~", right, moving)), binomial(s$link), frame, control = list(epsilon = 1e-12, maxit = 100))
    matrix <- model.matrix(m)
    event <- d$y == 1
    rowwise <- function(b) { e <- as.vector(matrix %*% b); ifelse(event, log(cumulative(e)), log(cumulative(-e))) }
    last <- p + 1
    slope <- coef(m)[[last]]
    # The observed information, which for the probit is not R's expected one.
    gradient <- function(b) sapply(seq_along(b), function(j) { h <- 1e-5; u <- b; u[j] <- u[j] + h; v <- b; v[j] <- v[j] - h; (sum(rowwise(u)) - sum(rowwise(v))) / (2 * h) })
    covariance <- if (s$link == "logit") vcov(m) else solve(-numDeriv::jacobian(gradient, coef(m)))
    error <- clustered(rowwise, coef(m), covariance, d$iso3, last)
  } else {
    m <- if (length(groups) > 1) {
      clm(as.formula(paste("y ~", right)), nominal = ~ group, data = frame, link = s$link, control = clm.control(gradTol = 1e-9, maxIter = 200))
    } else {
      clm(as.formula(paste("y ~", right)), data = frame, link = s$link, control = clm.control(gradTol = 1e-9, maxIter = 200))
    }
    b <- coef(m)
    slope <- b[[length(b)]]
    thresholds <- length(b) - p
    code <- as.integer(frame$y)
    shift <- if (length(groups) == 1) matrix(1, nrow(frame), 1) else model.matrix(~ group, frame)
    rowwise <- function(b) {
      # clm's alpha: by threshold within each nominal effect.
      alpha <- shift %*% t(matrix(b[seq_len(thresholds)], levels - 1))
      eta <- as.vector(as.matrix(frame[, -(1:2)]) %*% b[thresholds + seq_len(p)])
      bounds <- cbind(-Inf, alpha - eta, Inf)
      at <- cbind(seq_along(code), code)
      log(cumulative(bounds[cbind(at[, 1], code + 1)]) - cumulative(bounds[at]))
    }
    stopifnot(abs(sum(rowwise(b)) - as.numeric(logLik(m))) < 1e-6)
    error <- clustered(rowwise, b, vcov(m), d$iso3, length(b))
  }
  c(slope = slope / d$scale[[1]], error = error / d$scale[[1]], n = length(d$y))
}

found <- as.data.frame(t(sapply(seq_len(nrow(chosen)), function(i) {
  tryCatch(fit(chosen[i, ]), error = function(e) { message(chosen$universe[i], " ", chosen$number[i], ": ", conditionMessage(e)); c(slope = NA, error = NA, n = NA) })
})))
chosen$slope_r <- found$slope
chosen$error_r <- found$error
chosen$n_r <- found$n
chosen$d_slope <- abs(chosen$slope - chosen$slope_r) / pmax(abs(chosen$slope_error), 1e-12)
chosen$d_error <- abs(chosen$slope_error / chosen$error_r - 1)
cat("# Specifications checked against R\n\n")
cat("Made by `workbench/src/test/reference/multiverse/check.R`, which builds every design again from the exported panel and fits it with",
  R.version.string, "and `ordinal`", as.character(packageVersion("ordinal")), "(`clm`, `glm`); errors clustered by country from numerical scores.\n\n")
cat(sprintf("%d random specifications (seed %s) of %d estimated ones: same number of rows in %d; R gave no estimate in %d.\n\n",
  nrow(chosen), arguments[4], nrow(estimated), sum(chosen$n == chosen$n_r, na.rm = TRUE), sum(is.na(chosen$slope_r))))
cat("| difference | median | largest |\n| --- | --- | --- |\n")
cat(sprintf("| slope, in standard errors | %.1e | %.1e |\n", median(chosen$d_slope, na.rm = TRUE), max(chosen$d_slope, na.rm = TRUE)))
cat(sprintf("| clustered error, relative | %.1e | %.1e |\n\n", median(chosen$d_error, na.rm = TRUE), max(chosen$d_error, na.rm = TRUE)))
by <- table(chosen$outcome, chosen$link)
cat("Among them:", paste(apply(as.data.frame(by), 1, function(r) paste(r[1], r[2], trimws(r[3]))), collapse = "; "), ".\n")
write.csv(chosen, stderr(), row.names = FALSE)
