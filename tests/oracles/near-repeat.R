# Knox statistic, trend, distance to a border: surveillance, base R, spatstat.explore.
source("tests/oracles/common.R")
suppressMessages(library(surveillance))
set.seed(5)
n <- 120
x <- round(runif(n, 0, 2000), 1); y <- round(runif(n, 0, 2000), 1); day <- round(runif(n, 0, 200), 2)
# Surely no ties with the limits: one decimal in space, odd limits.
k <- function(metres, days, metric) { t <- knox(dist(day), dist(cbind(x, y), method = metric), eps.t = days, eps.s = metres, simulate.p.value = FALSE); list(metres = metres, days = days, metric = metric, count = as.numeric(t$statistic)) }
series <- list(c(3, 5, 4, 7, 8, 8), c(1, 1, 1, 2, 2, 9, 4), c(9, 7, 7, 6, 2, 1, 0, 0), c(1, 2, 1, 2, 1, 2))
trend <- lapply(series, function(s) { t <- suppressWarnings(cor.test(seq_along(s), s, method = "kendall", exact = FALSE, continuity = TRUE)); list(series = s, z = as.numeric(t$statistic), p = t$p.value, tau = as.numeric(t$estimate)) })
save_fixture("near-repeat", "surveillance", list(
  x = x, y = y, day = day,
  knox = list(k(150.05, 14.003, "euclidean"), k(400.05, 30.003, "manhattan"), k(701.05, 7.003, "manhattan")), trend = trend
))
