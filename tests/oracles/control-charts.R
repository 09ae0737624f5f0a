# Run lengths of count charts (spc), weekly counts beside earlier years (surveillance::farringtonFlexible), quasi-Poisson fits (glm).
source("tests/oracles/common.R")
suppressMessages({ library(spc); library(surveillance) })
set.seed(20261125)

cusum <- expand.grid(mu = c(0.5, 1, 4, 12), km = c(3, 7, 15, 33), hm = c(8, 21, 40), m = c(2))
cusum <- cusum[cusum$km > 2 * cusum$mu & cusum$km < 2 * (3 * cusum$mu + 2), ]
cusum$arl <- mapply(function(mu, km, hm, m) pois.cusum.arl(mu, km, hm, m), cusum$mu, cusum$km, cusum$hm, cusum$m)
cusum <- cusum[cusum$arl < 1e10, ]
limits <- expand.grid(mu = c(1, 4, 12), ratio = c(1.5, 2), arl = c(100, 500, 5000, 60000))
limits$m <- 4
limits$km <- round(limits$m * limits$mu * (limits$ratio - 1) / log(limits$ratio))
limits$hm <- mapply(function(mu, km, A, m) pois.cusum.crit(mu, km, A, m)[["hm"]], limits$mu, limits$km, limits$arl, limits$m)

# Crooked numbers: where a value falls on the line between two intervals, spc counts it in both.
ewma <- expand.grid(mu0 = c(2.03, 4.07, 10.1), lambda = c(0.1037, 0.2013, 0.5071), A = c(2.5, 3, 3.6), shift = c(1, 1.5))
ewma <- ewma[ewma$mu0 - ewma$A * sqrt(ewma$lambda * ewma$mu0 / (2 - ewma$lambda)) > 0, ]
ewma$arl <- mapply(function(mu0, l, A, s) pois.ewma.arl(l, A, A, mu0, mu0, mu0 * s, sided = "two", mcdesign = "classic", N = 101), ewma$mu0, ewma$lambda, ewma$A, ewma$shift)

weeks <- 330
t <- seq_len(weeks)
season <- 1 + 0.4 * sin(2 * pi * t / 52)
series <- list(
  steady = rpois(weeks, 6), seasonal = rpois(weeks, 8 * season), rising = rpois(weeks, exp(0.4 + 0.006 * t)), falling = rpois(weeks, exp(2.6 - 0.006 * t) * season),
  low = rpois(weeks, 0.6), overdispersed = rnbinom(weeks, mu = 7 * season, size = 2.5), outbreaks = rpois(weeks, 5) + ifelse(t %in% c(60:66, 150:153, 325:330), 15, 0),
  zeros = { y <- rpois(weeks, 2); y[t %% 52 %in% 10:14] <- 0; y }, large = rnbinom(weeks, mu = 220 * season, size = 30))
ask <- function(y) {
  s <- sts(observed = y, start = c(2020, 1), frequency = 52)
  f <- suppressWarnings(farringtonFlexible(s, list(range = 300:330, b = 4, w = 3, reweight = TRUE, weightsThreshold = 2.58, trend = TRUE, pThresholdTrend = 1,
    limit54 = c(0, 1), noPeriods = 10, pastWeeksNotIncluded = 26, thresholdMethod = "nbPlugin", alpha = 0.01, glmWarnings = FALSE)))
  list(counts = y, expected = as.numeric(f@control$mu0Vector), dispersion = as.numeric(f@control$phiVector), trend = as.numeric(f@control$trendVector),
    p = as.numeric(f@control$pvalue), upper = as.numeric(f@upperbound), alarm = as.numeric(f@alarm))
}
x <- seq(0, 3, length.out = 40)
y <- rnbinom(40, mu = exp(0.5 + 0.6 * x), size = 3)
w <- rep(c(1, 0.5, 2, 1), 10)
fit <- glm(y ~ x, family = quasipoisson, weights = w, control = glm.control(epsilon = 1e-14, maxit = 100))
predicted <- predict(fit, data.frame(x = 3.3), se.fit = TRUE)
save_fixture("control-charts", c("spc", "surveillance"), list(cusum = cusum, limits = limits, ewma = ewma, farrington = list(first = 300, series = lapply(series, ask)),
  glm = list(x = x, y = y, w = w, coefficients = unname(coef(fit)), dispersion = summary(fit)$dispersion, leverages = unname(hatvalues(fit)),
    eta = predicted$fit[[1]], se = predicted$se.fit[[1]])))
