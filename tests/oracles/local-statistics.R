# Gi*, Local Moran (one and two variables), empirical Bayes: spdep.
source("tests/oracles/common.R")
suppressMessages(library(spdep))
set.seed(41)
columns <- 9; rows <- 7
counts <- rpois(columns * rows, 3); counts[c(20, 21, 29, 30)] <- c(15, 12, 14, 11)
other <- rpois(columns * rows, 5) + counts %/% 3
# cell2nb numbers along its rows first, as our grids do.
queen <- cell2nb(rows, columns, type = "queen")
rook <- cell2nb(rows, columns, type = "rook")
gi <- function(nb) as.numeric(localG(counts, nb2listw(include.self(nb), style = "B")))
moran <- localmoran(counts, nb2listw(queen, style = "W"))
# Without ties: spdep folds p at the rank, which places equal lags on one side only.
untied <- counts + runif(columns * rows)
sims <- localmoran_perm(untied, nb2listw(queen, style = "W"), nsim = 9999)
bv <- localmoran_bv(counts, other, nb2listw(queen, style = "W"), nsim = 99)
population <- round(runif(columns * rows, 50, 900)); cases <- rpois(columns * rows, population * 0.02); cases[5] <- 30
population[7] <- 60; cases[7] <- 0
best <- EBest(cases, population)
index <- EBImoran.mc(cases, population, nb2listw(queen, style = "W"), nsim = 9, return_boot = FALSE)
save_fixture("local-statistics", "spdep", list(
  columns = columns, rows = rows, counts = counts, other = other,
  giQueen = gi(queen), giRook = gi(rook),
  moran = as.numeric(moran[, "Ii"]), untied = untied, moranP = as.numeric(sims[, "Pr(folded) Sim"]),
  bivariate = as.numeric(bv[, "Ibvi"]),
  population = population, cases = cases, ebRaw = best$raw, ebEstimate = best$estmm, ebMoran = as.numeric(index$statistic)
))
