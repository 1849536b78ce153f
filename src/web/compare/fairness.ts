// What the differences between municipalities tell: three short sentences that a council can read, and under them the
// same with its numbers for whoever wants to check. Every sentence follows from an interval or a count; none is written
// beforehand.
import { formatChange, formatCount, formatNumber, formatPercent } from '#i18n/format.ts'
import { formatInterval, formatLimit } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { compareFairly, type TrueDifferences } from '#indicators/fair-comparison.ts'
import type { MunicipalityModel } from '#indicators/figures.ts'
import { whyNoModel } from '#indicators/headline.ts'
import type { IndicatorResult } from '#indicators/model.ts'
import type { Figure } from '#indicators/published.ts'
import { formatP } from '../results/estimates.ts'

export interface Fairness {
  paragraph: string
  /** The same at length, a sentence or two each. */
  explained: readonly string[]
  /** Names of numbers and their values. */
  more: readonly { name: string; value: string }[]
  /** How they were made. */
  notes: readonly string[]
  /** The shrunken figures are all one: the answers show no differences beyond chance. */
  allShrunken: boolean
}

export function buildFairness(result: IndicatorResult, language: Language): Fairness {
  const { fair: words, fairShort, more: names, moreNote } = phrasesIn(language).compare
  const { model } = result
  const found = compareFairly(result)
  if (!found.shown) {
    const isAnyShown = result.byMunicipality.some(({ change }) => change.paired.shown)
    const fewWords = found.reason === 'no_variation' ? words.noVariation : words.tooFew
    return { paragraph: isAnyShown ? fewWords : words.nothing, explained: [], more: [], notes: [], allShrunken: false }
  }
  const { municipalities, people, observedGap, chanceGap, differences } = found.value
  return {
    paragraph: [
      fairShort.people(count(municipalities), count(people.fewest), count(people.most)),
      fairShort.chance(number(chanceGap), number(observedGap)),
      differences.shown ? fairShort[differences.value.verdict] : fairShort.noModel[whyNoModel(result)],
    ].join(' '),
    explained: [
      words.people(count(municipalities), count(people.fewest), count(people.most)),
      words.chance(number(chanceGap), number(observedGap)),
      ...differencesSentences(differences, result, language),
      words.read,
    ],
    more: [
      { name: names.observed, value: number(observedGap) },
      { name: names.chance, value: number(chanceGap) },
      ...(model.shown && differences.shown ? modelNumbers(model.value, differences.value, language) : []),
    ],
    notes: [
      moreNote.chance,
      ...(model.shown ? [moreNote.model] : []),
      ...(model.shown && model.value.takenTogether ? [moreNote.together] : []),
    ],
    allShrunken: model.shown && model.value.tau2 === 0,
  }

  function count(value: number) {
    return formatCount(value, language)
  }

  /** Whole points would make 5,5 and 5,0 the same, and the sentence after them a contradiction. */
  function number(value: number) {
    return formatNumber(value, 1, language)
  }
}

function differencesSentences(
  differences: Figure<TrueDifferences>,
  result: IndicatorResult,
  language: Language,
): string[] {
  const { fair: words } = phrasesIn(language).compare
  const { model } = result
  if (!differences.shown || !model.shown) return [words.noModel[whyNoModel(result)]]
  const number = (value: number) => formatNumber(value, 1, language)
  const end = (value: number) => formatLimit(value, 1, language)
  const { verdict, typical, interval } = differences.value
  const [low, high] = interval
  const [elsewhereLow, elsewhereHigh] = model.value.predictionInterval
  return [
    verdict === 'told' ? words.told(number(typical), end(low), end(high)) : words.untold(end(high)),
    // With τ at zero the model expects what the average municipality has: as if differences were ruled out.
    ...(typical > 0 ? [words.elsewhere(end(elsewhereLow), end(elsewhereHigh))] : []),
  ]
}

function modelNumbers(model: MunicipalityModel, { typical, interval }: TrueDifferences, language: Language) {
  const { more: names, qValue } = phrasesIn(language).compare
  const { valueText } = phrasesIn(language).report
  const number = (value: number) => formatNumber(value, 1, language)
  const { averageMunicipality, tau2, tau2Interval, iSquared, q, qDf, qP, predictionInterval } = model
  return [
    {
      name: names.average,
      value: valueText(
        formatChange(averageMunicipality.mean, 1, language),
        formatInterval(averageMunicipality.interval, 1, language),
      ),
    },
    { name: names.typical, value: valueText(number(typical), formatInterval(interval, 1, language)) },
    { name: names.tau2, value: valueText(number(tau2), formatInterval(tau2Interval, 1, language)) },
    { name: names.iSquared, value: formatPercent(iSquared, language) },
    { name: names.q, value: qValue(formatNumber(q, 2, language), formatCount(qDf, language), formatP(qP, language)) },
    { name: names.prediction, value: formatInterval(predictionInterval, 1, language) },
  ]
}
