# Shared by the oracle scripts: run them from the repository's root, e.g. `Rscript tests/oracles/kernel-density.R`.
suppressMessages(library(jsonlite))

# Writes what a reference package answered, with the versions it was asked in, to tests/fixtures/stats/.
save_fixture <- function(name, packages, answer) {
  versions <- c(list(R = paste(R.version$major, R.version$minor, sep = ".")), setNames(lapply(packages, function(p) as.character(packageVersion(p))), packages))
  write_json(list(madeBy = paste0("tests/oracles/", name, ".R"), versions = versions, answer = answer),
             file.path("tests", "fixtures", "stats", paste0(name, ".json")), auto_unbox = TRUE, digits = NA, null = "null")
}
