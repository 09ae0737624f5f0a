# Berman's tests and the kernel ratio of a distance to a border: spatstat.explore.
source("tests/oracles/common.R")
suppressMessages({library(spatstat.geom); library(spatstat.explore); library(spatstat.model)})
set.seed(23)
window <- owin(c(0, 2000), c(0, 1000))
border <- function(x, y) abs(x - 900 - 0.0973 * y) # metres from a slanting border, but for a constant factor
near <- data.frame(x = rnorm(60, 950, 120), y = runif(60, 0, 1000)); far <- data.frame(x = runif(120, 0, 2000), y = runif(120, 0, 1000))
xy <- rbind(near, far); xy <- xy[inside.owin(xy$x, xy$y, window), ]
X <- ppp(round(xy$x, 2), round(xy$y, 2), window = window)
Z <- as.im(border, W = window, dimyx = c(50, 100))
t1 <- berman.test(X, Z, "Z1", jitter = FALSE); t2 <- berman.test(X, Z, "Z2", jitter = FALSE)
signed <- as.im(function(x, y) x - 900 - 0.0973 * y, W = window, dimyx = c(50, 100))
r <- rhohat(X, signed, method = "ratio", smoother = "kernel", bw = 80, jitter = FALSE, n = 64)
v <- t2$fram$values
save_fixture("border-distance", c("spatstat.geom", "spatstat.explore", "spatstat.model"), list(
  points = v$ZX, shares = v$U, pixels = v$Zvalues,
  z1 = as.numeric(t1$statistic), p1 = t1$p.value, z2 = as.numeric(t2$statistic), p2 = t2$p.value,
  signedPoints = interp.im(signed, X$x, X$y), signedPixels = as.vector(signed$v), bandwidth = 80, nrd0 = bw.nrd0(round(interp.im(signed, X$x, X$y), 6)), s = r[[1]], rho = r$rho, low = r$lo, high = r$hi
))
