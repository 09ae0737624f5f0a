# Densities and bandwidths: spatstat.explore. Its sigma is a standard deviation: a quartic kernel of radius h has sigma = h/sqrt(8).
source("tests/oracles/common.R")
suppressMessages({library(spatstat.geom); library(spatstat.explore)})
set.seed(7)
# A window with a notch, as a union of wards has; its corners lie on the edges of the 25 m cells used in the tests.
corners <- list(x = c(0, 3000, 3000, 1800, 1800, 0), y = c(0, 0, 2000, 2000, 1200, 1200))
window <- owin(poly = corners)
cluster <- function(n, x, y, s) data.frame(x = rnorm(n, x, s), y = rnorm(n, y, s))
xy <- rbind(cluster(70, 600, 500, 120), cluster(60, 2400, 1500, 150), cluster(40, 1750, 1150, 60), data.frame(x = runif(80, 0, 3000), y = runif(80, 0, 2000)))
xy <- unique(round(xy[inside.owin(xy$x, xy$y, window), ], 1))
X <- ppp(xy$x, xy$y, window = window)
# Points mid-cell, so that spatstat's binning moves none of them: what is left of the difference is the method's.
snapped <- unique(data.frame(x = floor(xy$x / 25) * 25 + 12.5, y = floor(xy$y / 25) * 25 + 12.5))
S <- ppp(snapped$x, snapped$y, window = as.mask(window, eps = 25))
radius <- 400
sigma <- radius / sqrt(8)
at <- seq(1, 80 * 120, by = 37)
picture <- function(...) { d <- density(S, sigma = sigma, kernel = "quartic", ...); as.vector(t(d$v))[at] }
ppl <- bw.ppl(X, srange = c(30, 600), ns = 24, edge = FALSE, shortcut = TRUE)
# Adaptive: Gaussian pilot as an image over the bounding box, read at the points; trim 2.
box <- ppp(X$x, X$y, window = owin(c(0, 3000), c(0, 2000)))
image <- density(box, sigma = 150, positive = TRUE)
abram <- bw.abram(box, h0 = 150, at = "points", trim = 2)
save_fixture("kernel-density", c("spatstat.geom", "spatstat.explore"), list(
  corners = corners, points = list(x = X$x, y = X$y), snapped = list(x = snapped$x, y = snapped$y), radius = radius, cell = 25, columns = 120, rows = 80, at = at - 1,
  none = picture(edge = FALSE), uniform = picture(edge = TRUE, diggle = FALSE), jonesDiggle = picture(edge = TRUE, diggle = TRUE),
  likelihood = list(sigma = attr(ppl, "h"), score = attr(ppl, "cv"), best = as.numeric(ppl)), scott = as.numeric(bw.scott(X, isotropic = TRUE)),
  pilotSigma = 150, pilot = as.numeric(image[box]), abramson = as.numeric(abram)
))
