// main-table.R: computes the main table (change per measure, in all and per municipality) and the headline from long.csv
// alone, in plain R, and holds both against what Samverka published. Written from the definitions the results are made
// with.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import {
  type CompositeComparison,
  compareIndicators,
  isComposite,
  type ScaleComparison,
} from '#indicators/comparison.ts'
import { variableOf } from '#survey/codebook.ts'
import { findItem } from '#survey/lookup.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { requiredAnswers } from '#survey/scoring.ts'
import { mayHaveMoved, type PublishedFigures, publishedText } from '../published.ts'
import type { ResearchWave } from '../reading.ts'
import { modelScript } from './model-script.ts'
import { rText } from './r-script.ts'

export interface ReproducedWaves {
  from: ResearchWave
  to: ResearchWave
}

/**
 * @param present names of the columns of the long table: a measure that needs another is left out
 * @param rules actor groups that are left out of outcomes, the smallest number of people that may stand out, and whether
 *   the files hold everybody: else rows of the whole project and the average municipality cannot be computed
 * @param against what it is held against: of which day, and the measures whose average municipality is published
 */
export function mainTableScript(
  { from, to }: ReproducedWaves,
  present: ReadonlySet<string>,
  { delivering, threshold, hasEverybody }: { delivering: readonly string[]; threshold: number; hasEverybody: boolean },
  { published, madeOn, modelled }: { published: PublishedFigures; madeOn: string; modelled: readonly string[] },
  language: Language,
): string {
  const words = phrasesIn(language).research.scripts
  const comparisons = compareIndicators({ from, to }, [])
  const scales = comparisons.flatMap((one) => (isComposite(one) ? [] : [scaleLines(one, from, to)]))
  const usable = scales.filter(({ columns }) => columns.every((column) => present.has(column)))
  const composites = comparisons.flatMap((one) => (isComposite(one) ? [compositeLine(one)] : []))
  const about = publishedText(published, madeOn, language)
  return `# ${words.mainTable}
# ${words.run}
# ${about}

d <- read.csv("data/long.csv", colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
published <- read.csv("results/main-table.csv", colClasses = c(municipality_code = "character"), encoding = "UTF-8")
delivering <- c(${delivering.map(rText).join(', ')})
threshold <- ${threshold}
answers_changed <- ${logical(mayHaveMoved(published))}
cat(${rText(about)}, "\\n")

if (is.null(d$municipality)) d$municipality <- ""
if (is.null(d$actor_group)) d$actor_group <- ""
d <- d[!d$participant %in% d$participant[d$actor_group %in% delivering], ]
d <- d[d$wave %in% c(${rText(from.kind)}, ${rText(to.kind)}), ]
people <- d[!duplicated(d$participant), c("participant", "municipality", "actor_group")]
in_wave <- function(kind) {
  rows <- d[d$wave == kind, ]
  rows[match(people$participant, rows$participant), ]
}
before <- in_wave(${rText(from.kind)})
after <- in_wave(${rText(to.kind)})

# ${words.scale}
items <- function(columns, low, high, reversed)
  data.frame(column = columns, low = low, high = high, reversed = reversed)
scales <- list(
${usable.map(({ text }) => text).join(',\n')}
)
# ${words.composite}
composites <- list(
${composites.join(',\n')}
)
composites <- composites[vapply(composites, function(c) all(c$of %in% names(scales)), logical(1))]

rescale <- function(rows, items) {
  scores <- matrix(NA_real_, nrow(rows), nrow(items))
  for (i in seq_len(nrow(items))) {
    x <- suppressWarnings(as.numeric(rows[[items$column[i]]]))
    x[!is.na(x) & (x < items$low[i] | x > items$high[i])] <- NA
    x <- (x - items$low[i]) * 100 / (items$high[i] - items$low[i])
    scores[, i] <- if (items$reversed[i]) 100 - x else x
  }
  scores
}
mean_where <- function(values, required) {
  answered <- rowSums(!is.na(values))
  ifelse(answered > 0 & answered >= required, rowMeans(values, na.rm = TRUE), NA_real_)
}
nobody <- rep(NA_real_, nrow(people))
score_scale <- function(s) {
  own <- list(own_from = mean_where(rescale(before, s$own_from), s$own_from_required),
              own_to = mean_where(rescale(after, s$own_to), s$own_to_required))
  if (!s$compared) return(c(list(pair_from = nobody, pair_to = nobody, from = nobody, to = nobody), own))
  x <- rescale(before, s$from)
  y <- rescale(after, s$to)
  alone <- list(from = mean_where(x, s$required), to = mean_where(y, s$required))
  if (s$answered_in_both) {
    gap <- is.na(x) | is.na(y)
    x[gap] <- NA
    y[gap] <- NA
  }
  x <- mean_where(x, s$required)
  y <- mean_where(y, s$required)
  unpaired <- is.na(x) | is.na(y)
  x[unpaired] <- NA
  y[unpaired] <- NA
  c(list(pair_from = x, pair_to = y), alone, own)
}
scores <- lapply(scales, score_scale)
kinds <- c("pair_from", "pair_to", "from", "to", "own_from", "own_to")
for (id in names(composites)) {
  parts <- scores[composites[[id]]$of]
  scores[[id]] <- sapply(kinds, function(kind) {
    if (!composites[[id]]$compared && !startsWith(kind, "own")) return(nobody)
    mean_where(do.call(cbind, lapply(parts, function(p) p[[kind]])), composites[[id]]$required)
  }, simplify = FALSE)
}

# ${words.samePeople}
compared <- c(vapply(scales, function(s) s$compared, logical(1)), vapply(composites, function(c) c$compared, logical(1)))
families <- list()
for (id in names(composites)) {
  family <- c(id, composites[[id]]$of)
  shares <- vapply(families, function(other) any(other %in% family), logical(1))
  family <- unique(c(unlist(families[shares]), family))
  families <- c(families[!shares], list(family))
}
for (family in families) {
  there <- function(kind, ids) {
    has <- as.logical(unlist(lapply(scores[ids], function(s) !is.na(s[[kind]]))))
    matrix(has, nrow(people), length(ids))
  }
  both <- family[compared[family]]
  lists <- list(there("pair_from", both), there("from", both), there("to", both),
                there("own_from", family), there("own_to", family))
  even <- Reduce("&", lapply(lists, function(l) rowSums(l) %in% c(0, ncol(l))))
  alike <- paste(people$municipality, people$actor_group, apply(do.call(cbind, lists) + 0, 1, paste, collapse = ""))
  out <- !even & table(alike[!even])[alike] < threshold
  for (id in family) for (kind in kinds) scores[[id]][[kind]][which(out)] <- NA
}

change <- function(id, place) {
  s <- scores[[id]]
  here <- !is.na(s$pair_from) & !is.na(s$pair_to) & (is.na(place) | people$municipality == place)
  x <- s$pair_from[here]
  y <- s$pair_to[here]
  n <- length(x)
  half <- if (n > 1) qt(0.975, n - 1) * sd(y - x) / sqrt(n) else NA_real_
  data.frame(indicator = id, municipality_code = place, n = n, from_mean = mean(x), to_mean = mean(y),
             change = mean(y - x), change_low = mean(y - x) - half, change_high = mean(y - x) + half)
}

# ${words.onlyShown}
shown <- published[published$status == "ok" & published$indicator %in% names(scores), ]
shown$municipality_code[shown$municipality_code %in% ""] <- NA
shown <- shown[${hasEverybody ? 'is.na(shown$municipality_code) | ' : ''}shown$municipality_code %in% people$municipality, ]
no_rows <- change(names(scores)[1], NA)[0, ]
table <- do.call(rbind, c(list(no_rows), unname(Map(change, shown$indicator, shown$municipality_code))))
write.csv(table, "main-table-from-files.csv", row.names = FALSE)
if (nrow(table) > 0) print(table, digits = 4, row.names = FALSE) else cat(${rText(words.noRows)}, "\\n")
same <- table$n == shown$n
columns <- c("from_mean", "to_mean", "change", "change_low", "change_high")
difference <- max(0, abs(as.matrix(table[same, columns]) - as.matrix(shown[same, columns])), na.rm = TRUE)
if (any(same)) cat(sum(same), ${rText(words.rows)}, format(difference, digits = 3), "\\n")
if (any(!same)) {
  if (!any(same)) cat(${rText(words.noneSame)}, "\\n")
  cat(sum(!same), if (answers_changed) ${rText(words.otherAnswers)} else ${rText(words.otherPeople)}, "\\n")
}
if (difference > 1e-6) if (answers_changed) cat(${rText(words.moved)}, "\\n") else stop(${rText(words.differs)})
${hasEverybody ? modelScript(modelled, words) : `# ${words.noModel}\n`}`
}

function compositeLine({ indicator, obstacle }: CompositeComparison): string {
  const required = requiredAnswers(indicator.minimumAnswered, indicator.of.length)
  const of = indicator.of.map(rText).join(', ')
  return `  ${rText(indicator.id)} = list(of = c(${of}), required = ${required}, compared = ${logical(obstacle === null)})`
}

const logical = (value: boolean): string => (value ? 'TRUE' : 'FALSE')

function scaleLines(
  { indicator, core, obstacle, measures, own }: ScaleComparison,
  from: ResearchWave,
  to: ResearchWave,
) {
  const side = ({ questionnaire }: ResearchWave, items: readonly string[]) => {
    const reversed = new Set(
      measures.get(questionnaire)?.indicator.items.flatMap((one) => (one.reversed ? one.item : [])),
    )
    return items.map((item) => ({ ...columnOf(questionnaire, item), reversed: reversed.has(item) }))
  }
  const cored = indicator.items.map(({ item }) => item).filter((item) => core.items.includes(item))
  const sides = {
    from: side(from, cored),
    to: side(to, cored),
    own_from: side(from, own.get(from.questionnaire)?.from ?? []),
    own_to: side(to, own.get(to.questionnaire)?.to ?? []),
  }
  const required = (items: readonly unknown[]) => requiredAnswers(indicator.minimumAnswered, items.length)
  const lines = [
    ...Object.entries(sides).map(([name, items]) => `    ${name} = ${itemsText(items)}`),
    `    required = ${required(cored)}, own_from_required = ${required(sides.own_from)}, own_to_required = ${required(sides.own_to)}`,
    `    compared = ${logical(obstacle === null)}, answered_in_both = ${logical(indicator.pairing === 'answered_in_both')}`,
  ]
  return {
    id: indicator.id,
    columns: Object.values(sides).flatMap((items) => items.map(({ column }) => column)),
    text: `  ${rText(indicator.id)} = list(\n${lines.join(',\n')}\n  )`,
  }
}

interface ItemColumn {
  column: string
  low: number
  high: number
  reversed: boolean
}

function itemsText(items: readonly ItemColumn[]): string {
  if (items.length === 0) return 'items(character(0), numeric(0), numeric(0), logical(0))'
  const vector = (text: (item: ItemColumn) => string | number) => `c(${items.map(text).join(', ')})`
  return `items(${vector(({ column }) => rText(column))}, ${vector(({ low }) => low)}, ${vector(({ high }) => high)}, ${vector(({ reversed }) => logical(reversed))})`
}

function columnOf(questionnaire: Questionnaire, id: string): Pick<ItemColumn, 'column' | 'low' | 'high'> {
  const item = findItem(questionnaire, id)
  const points = item?.type === 'rating' ? (questionnaire.responseScales[item.responseScale]?.points ?? []) : []
  return { column: item ? variableOf(item) : id, low: points[0]?.code ?? 0, high: points.at(-1)?.code ?? 0 }
}
