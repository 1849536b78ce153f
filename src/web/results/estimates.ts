// What stands beside the change on the results page, as the texts that are printed: the two headline numbers, the
// actor groups, and the same change seen by other methods. Words follow the interval, and no p stands alone.
import { formatChange, formatCount, formatNumber } from '#i18n/format.ts'
import { formatInterval, formatLimit } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Interval } from '#indicators/figures.ts'
import { findingOf } from '#indicators/headline.ts'
import type { IndicatorResult, PairedChange } from '#indicators/model.ts'
import { lowerIsBetterNotes } from '#report/chart-text.ts'

export interface Headline {
  title: string
  /** What the interval of the average municipality allows us to say. */
  claim: string
  numbers: readonly { name: string; help: string; change: string; interval: string }[]
  notes: readonly string[]
}

/** A row of figures as printed; a withheld one has its reason in place of the first figure. */
export interface FigureRow {
  name: string
  cells: readonly string[]
}

/** null where there are too few municipalities to speak of an average one. */
export function buildHeadline(result: IndicatorResult, language: Language): Headline | null {
  const { indicator, model, overall } = result
  if (!model.shown || !overall.paired.shown) return null
  const words = phrasesIn(language).estimates
  const title = indicator.title[language]
  const { averageMunicipality, averageParticipant, units, takenTogether, predictionInterval } = model.value
  const number = (name: string, help: string, { mean, interval }: { mean: number; interval: Interval }) => ({
    name,
    help,
    change: words.points(formatChange(mean, 1, language)),
    interval: words.interval(formatInterval(interval, 1, language)),
  })
  return {
    title: words.headlineTitle(title),
    claim: words.claim[findingOf(averageMunicipality.interval)](title),
    numbers: [
      number(words.municipality, words.municipalityHelp(formatCount(units, language)), averageMunicipality),
      number(
        words.participant,
        words.participantHelp(formatCount(overall.paired.value.n, language)),
        averageParticipant,
      ),
    ],
    notes: [
      ...lowerIsBetterNotes([result], language),
      words.spread(...printed(predictionInterval, language)),
      ...(takenTogether ? [words.takenTogether] : []),
    ],
  }
}

export function buildActorGroups({ byActorGroup }: IndicatorResult, language: Language): FigureRow[] {
  const words = phrasesIn(language).estimates
  return byActorGroup.map(({ title, change }) => ({
    name: title[language],
    cells: change.paired.shown ? changeCells(change.paired.value, language) : [words.none, words.hidden, words.none],
  }))
}

/** One row per measure that has a change: the change, its size in standard deviations, ranks, and Holm's p. */
export function buildChecks(indicators: readonly IndicatorResult[], language: Language): FigureRow[] {
  const words = phrasesIn(language).estimates
  return indicators.flatMap(({ indicator, overall, test }) => {
    if (!overall.paired.shown) return []
    const { meanChange, interval, effect, ranks, bootstrap } = overall.paired.value
    const adjusted = test.shown && test.value.family === 'scale' ? test.value.adjusted : null
    return [
      {
        name: indicator.title[language],
        cells: [
          `${formatChange(meanChange, 1, language)}${interval ? ` (${formatInterval(interval, 1, language)})` : ''}`,
          effect.shown
            ? `${formatChange(effect.value.gAv, 2, language)} (${formatInterval(effect.value.interval, 2, language)})`
            : words.none,
          bootstrap?.shown ? formatInterval(bootstrap.value.percentile, 1, language) : words.none,
          ranks.shown ? formatP(ranks.value.p, language) : words.none,
          adjusted === null ? words.none : formatP(adjusted, language),
        ],
      },
    ]
  })
}

const changeCells = ({ n, meanChange, interval }: PairedChange, language: Language): string[] => [
  formatCount(n, language),
  formatChange(meanChange, 1, language),
  interval ? formatInterval(interval, 1, language) : phrasesIn(language).estimates.none,
]

const printed = ([low, high]: Interval, language: Language): [string, string] => [
  formatLimit(low, 1, language),
  formatLimit(high, 1, language),
]

/** Three decimals; below a thousandth only that. */
export const formatP = (p: number, language: Language): string =>
  p < 0.001 ? `<${formatNumber(0.001, 3, language)}` : formatNumber(p, 3, language)
