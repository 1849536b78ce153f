// The part of main-table.R that makes the headline: the average municipality by the random-effects model, and each
// municipality drawn towards it. Formulas and sources as in src/stats/random-effects.ts, in R that needs no package.
import type { Phrases } from '#i18n/phrases.ts'
import type { IndicatorResult } from '#indicators/model.ts'
import { rText } from './r-script.ts'

/** Measures whose model is published, and made in the way that the script knows. */
export const modelledMeasures = (indicators: readonly IndicatorResult[]): string[] =>
  indicators.flatMap(({ indicator, model }) =>
    model.shown && model.value.method === 'paule_mandel' && model.value.spread === 'pooled' ? [indicator.id] : [],
  )

/** Lines that go on from the table: they use its `scores`, `people`, `shown`, `same` and `answers_changed`. */
export function modelScript(measures: readonly string[], words: Phrases['research']['scripts']): string {
  return `
# ${words.model}
# ${words.hiddenTogether}
modelled <- c(${measures.map(rText).join(', ')})
modelled <- modelled[modelled %in% shown$indicator & !modelled %in% shown$indicator[!same]]
model <- function(id) {
  s <- scores[[id]]
  paired <- !is.na(s$pair_from) & !is.na(s$pair_to)
  visible <- shown$municipality_code[shown$indicator == id]
  unit <- ifelse(people$municipality[paired] %in% visible, people$municipality[paired], "others")
  changes <- split((s$pair_to - s$pair_from)[paired], unit)
  n <- lengths(changes)
  y <- vapply(changes, mean, numeric(1))
  k <- length(n)
  v <- sum(vapply(changes, function(x) sum((x - mean(x))^2), numeric(1))) / sum(n - 1) / n
  fit <- function(tau2) {
    w <- 1 / (v + tau2)
    mu <- sum(w * y) / sum(w)
    list(w = sum(w), mu = mu, q = sum(w * (y - mu)^2))
  }
  # Paule & Mandel (1982)
  excess <- function(tau2) k - 1 - fit(tau2)$q
  most <- mean(v)
  while (excess(most) < 0) most <- 2 * most
  tau2 <- if (excess(0) >= 0) 0 else uniroot(excess, c(0, most), tol = 1e-13, maxiter = 10000)$root
  mean <- fit(tau2)
  # Hartung & Knapp (2001)
  error <- sqrt(max(1, mean$q / (k - 1)) / mean$w)
  own <- tau2 / (tau2 + v)
  estimate <- c(mean$mu, mean$mu + own * (y - mean$mu))
  standard_error <- c(error, sqrt(own * v + (1 - own)^2 * error^2))
  reach <- qt(0.975, k - 1) * standard_error
  data.frame(indicator = id, municipality_code = c("average", names(n)), estimate, standard_error,
             low = estimate - reach, high = estimate + reach, own_weight = c(NA, own), tau2 = c(tau2, rep(NA, k)))
}
figures <- read.csv("results/figures.csv", colClasses = "character", encoding = "UTF-8")
figure <- function(id, code, field) {
  place <- if (code == "average") if (field == "tau2") "model" else "model/averageMunicipality"
    else if (code == "others") "model/takenTogether" else paste0("byMunicipality/", code, "/shrunken")
  as.numeric(figures$value[match(paste("indicators", id, place, field, sep = "/"), figures$path)])
}
ours <- function(row) {
  told <- function(field) figure(row$indicator, row$municipality_code, field)
  c(told(if (row$municipality_code == "average") "mean" else "estimate"), told("standardError"), told("interval/low"),
    told("interval/high"), told("ownWeight"), told("tau2"))
}
if (length(modelled) > 0) {
  models <- do.call(rbind, lapply(modelled, model))
  write.csv(models, "model-from-files.csv", row.names = FALSE)
  print(models[models$municipality_code == "average", -7], digits = 4, row.names = FALSE)
  told <- t(vapply(seq_len(nrow(models)), function(i) ours(models[i, ]), numeric(6)))
  difference <- max(abs(as.matrix(models[, 3:8]) - told), na.rm = TRUE)
  cat(nrow(models), ${rText(words.modelRows)}, format(difference, digits = 3), "\\n")
  if (!identical(unname(is.na(models[, 3:8])), unname(is.na(told))) || difference > 1e-6) {
    if (answers_changed) cat(${rText(words.modelMoved)}, "\\n") else stop(${rText(words.modelDiffers)})
  }
} else cat(${rText(words.noModelRows)}, "\\n")
`
}
