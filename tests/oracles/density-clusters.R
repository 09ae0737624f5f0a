# DBSCAN, neighbour distances, HDBSCAN* with GLOSH: dbscan.
source("tests/oracles/common.R")
suppressMessages(library(dbscan))
set.seed(11)
cluster <- function(n, x, y, s) cbind(rnorm(n, x, s), rnorm(n, y, s))
xy <- round(rbind(cluster(60, 0, 0, 40), cluster(50, 600, 100, 80), cluster(35, 300, 500, 30), cluster(30, 380, 520, 25), cbind(runif(50, -400, 1000), runif(50, -300, 800))), 3)
one <- dbscan(xy, eps = 60, minPts = 6)
core <- is.corepoint(xy, eps = 60, minPts = 6)
h <- function(minPts) { r <- hdbscan(xy, minPts = minPts); list(minPts = minPts, cluster = r$cluster, membership = r$membership_prob, outlier = r$outlier_scores, core = r$coredist, scores = as.numeric(r$cluster_scores)) }
save_fixture("density-clusters", "dbscan", list(
  x = xy[, 1], y = xy[, 2], eps = 60, minPts = 6, cluster = one$cluster, core = core, fifthDistance = sort(kNNdist(xy, k = 5)),
  hierarchical = list(h(5), h(8), h(15))
))
