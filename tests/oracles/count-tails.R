# Special functions, tails, exact tests, adjusted p-values: base R.
source("tests/oracles/common.R")
x <- c(0.001, 0.1, 0.5, 0.9, 1.5, 2.5, 3.2, 10, 100.5, 1234.5, 1e6)
gamma_cases <- expand.grid(a = c(0.5, 1, 3.7, 14, 120, 5000), ratio = c(0.1, 0.5, 0.9, 1, 1.1, 2, 5))
gamma_cases$x <- gamma_cases$a * gamma_cases$ratio
beta_cases <- expand.grid(x = c(1e-4, 0.1, 0.5, 0.9, 0.999), a = c(0.5, 2, 30, 2000), b = c(0.7, 5, 400))
z <- c(-8, -3, -1, -0.1, 0, 0.5, 1.96, 4, 10, 30)
p <- c(1e-12, 1e-5, 0.025, 0.3, 0.5, 0.77, 0.999)
poisson_cases <- expand.grid(count = c(0, 1, 14, 24, 200), mean = c(0.01, 2, 20, 150))
nb_cases <- expand.grid(count = c(1, 5, 14, 80), mean = c(0.5, 2, 20), dispersion = c(0.05, 0.5, 3))
binomial_cases <- data.frame(k = c(0, 1, 7, 50, 12, 300), n = c(10, 10, 10, 90, 40, 1000), p = c(0.5, 0.3, 0.5, 0.5, 0.1, 0.27))
rates <- data.frame(before = c(10, 0, 3, 40), beforeLength = c(30, 10, 7, 365), after = c(22, 5, 0, 80), afterLength = c(31, 10, 14, 365))
adjust <- c(0.001, 0.02, 0.02, 0.04, 0.8, 0.03, 1, 0, 0.5)
rows <- function(d) unname(lapply(seq_len(nrow(d)), function(i) as.list(d[i, ])))
save_fixture("count-tails", character(0), list(
  lnGamma = data.frame(x = x, value = lgamma(x)),
  gammaP = cbind(gamma_cases[c("a", "x")], lower = pgamma(gamma_cases$x, gamma_cases$a), upper = pgamma(gamma_cases$x, gamma_cases$a, lower.tail = FALSE)),
  beta = cbind(beta_cases, value = pbeta(beta_cases$x, beta_cases$a, beta_cases$b)),
  normal = data.frame(z = z, upper = pnorm(z, lower.tail = FALSE)),
  quantile = data.frame(p = p, z = qnorm(p)),
  poisson = cbind(poisson_cases, upper = ppois(poisson_cases$count - 1, poisson_cases$mean, lower.tail = FALSE), lower = ppois(poisson_cases$count, poisson_cases$mean)),
  negativeBinomial = cbind(nb_cases, upper = pnbinom(nb_cases$count - 1, size = 1 / nb_cases$dispersion, mu = nb_cases$mean, lower.tail = FALSE)),
  binomial = do.call(rbind, Map(function(k, n, p) { t <- binom.test(k, n, p); data.frame(k = k, n = n, p = p, twoSided = t$p.value, low = t$conf.int[1], high = t$conf.int[2], upper = pbinom(k - 1, n, p, lower.tail = FALSE)) }, binomial_cases$k, binomial_cases$n, binomial_cases$p)),
  rates = do.call(rbind, Map(function(b, bl, a, al) { t <- poisson.test(c(a, b), c(al, bl)); data.frame(before = b, beforeLength = bl, after = a, afterLength = al, p = t$p.value, low = t$conf.int[1], high = ifelse(is.finite(t$conf.int[2]), t$conf.int[2], -1)) }, rates$before, rates$beforeLength, rates$after, rates$afterLength)),
  adjust = list(p = adjust, adjusted = p.adjust(adjust, "BH"))
))
