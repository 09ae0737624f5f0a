# Weekly counts of neighbouring places, explained by their own past, their neighbours' past and a base: surveillance::hhh4.
source("tests/oracles/common.R")
suppressMessages(library(surveillance))
set.seed(3)
places <- 5; weeks <- 120
share <- matrix(0, places, places); share[cbind(1:4, 2:5)] <- c(900, 400, 700, 300); share <- share + t(share)
weights <- share / rowSums(share) # row j: where what leaves j goes
base <- c(1.5, 0.8, 2.2, 1.1, 0.6)
y <- matrix(0, weeks, places); y[1, ] <- rpois(places, base)
for (t in 2:weeks) y[t, ] <- rnbinom(places, mu = 0.3 * y[t - 1, ] + 0.25 * as.vector(t(weights) %*% y[t - 1, ]) + base, size = 1 / 0.15)
s <- sts(y, frequency = 52, neighbourhood = weights)
fit <- function(family) {
  # hhh4 takes weights[j, i] from j to i.
  m <- hhh4(s, control = list(ar = list(f = ~1), ne = list(f = ~1, weights = weights, normalize = FALSE), end = list(f = ~ -1 + fe(1, unitSpecific = TRUE)), family = family, subset = 2:weeks))
  without <- hhh4(s, control = list(ar = list(f = ~1), end = list(f = ~ -1 + fe(1, unitSpecific = TRUE)), family = family, subset = 2:weeks))
  # Without neighbours is the edge of what may be: half of a chi-squared tail.
  p <- pchisq(2 * as.numeric(logLik(m) - logLik(without)), 1, lower.tail = FALSE) / 2
  list(p = p, converged = m$convergence, coefficients = as.list(coef(m, idx2Exp = TRUE)), logLikelihood = as.numeric(logLik(m)), fitted = as.vector(t(fitted(m)))[1:20])
}
save_fixture("spill-over", "surveillance", list(weights = weights, counts = y, poisson = fit("Poisson"), negativeBinomial = fit("NegBin1")))
