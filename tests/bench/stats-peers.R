# The same work by R's packages: `Rscript stats-peers.R METHOD FILE.csv …` prints elapsed and processor seconds of the method alone.
arguments <- commandArgs(trailingOnly = TRUE)
method <- arguments[1]
data <- if (length(arguments) > 1) read.csv(arguments[2]) else NULL
timed <- function(work) { t <- system.time(work); cat(sprintf("seconds %.3f %.3f\n", t[["elapsed"]], t[["user.self"]] + t[["sys.self"]])) }
quiet <- function(...) suppressPackageStartupMessages(suppressMessages(library(..., character.only = TRUE)))
if (method == "density") {
  quiet("spatstat.explore")
  X <- ppp(data$x, data$y, window = owin(c(0, 20480), c(0, 20480)), check = FALSE)
  timed(density(X, sigma = 400 / sqrt(8), kernel = "quartic", edge = TRUE, diggle = TRUE, dimyx = c(512, 512)))
} else if (method == "getis") {
  quiet("spdep")
  W <- nb2listw(include.self(cell2nb(250, 400, type = "queen")), style = "B")
  timed(localG(data$x, W))
} else if (method == "dbscan") {
  quiet("dbscan")
  timed(dbscan(cbind(data$x, data$y), eps = 60, minPts = 10))
} else if (method == "knox") {
  quiet("surveillance")
  timed(knox(dist(data$t), dist(cbind(data$x, data$y)), eps.t = 14, eps.s = 200, simulate.p.value = TRUE, B = 99))
}
