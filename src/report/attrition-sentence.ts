// What those who left may have done to the change, in words no stronger than the intervals. Made from the figures, so
// that page, report and file say the same; the words are about an indicator whose name stands beside them.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { formatLimit } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { AttritionEstimate } from '#indicators/context/model.ts'
import type { Interval } from '#indicators/model.ts'

type Figures = Pick<
  AttritionEstimate,
  'leavers' | 'difference' | 'interval' | 'noteworthy' | 'unweighted' | 'weighted' | 'worstCase'
>

/** @param at puts a printed number down, with its address under the estimate: "weighted/meanChange" */
export function attritionSentence(
  figures: Figures,
  language: Language,
  at: (printed: string, address: string) => string = (printed) => printed,
): string {
  const { leavers, difference, interval, noteworthy, unweighted, weighted, worstCase } = figures
  const words = phrasesIn(language).background.attrition.sentence
  const points = (value: number, address: string) => at(formatNumber(value, 1, language), address)
  const end = (value: number, address: string) => at(formatLimit(value, 1, language), address)
  const range = (within: Interval, address: string) =>
    words.range(end(within[0], `${address}/low`), end(within[1], `${address}/high`))
  const beside = interval ? range(interval, 'interval') : ''
  const people = at(formatCount(leavers.n, language), 'leavers/n')
  const side = sideOf(interval)
  const start =
    side === 'across'
      ? words.alike(people, points(difference, 'difference'), beside)
      : words[side === 'above' ? 'lower' : 'higher'](people, points(Math.abs(difference), 'difference'), beside)
  const isRead = sideOf(unweighted.interval) === sideOf(weighted.interval) ? words.readsTheSame : words.readsOtherwise
  return [
    start,
    ...(side === 'across' && noteworthy ? [words.noteworthy] : []),
    words.weighted(
      points(weighted.meanChange, 'weighted/meanChange'),
      points(unweighted.meanChange, 'unweighted/meanChange'),
      range(weighted.interval, 'weighted/interval'),
      isRead,
    ),
    words.worstCase(points(worstCase, 'worstCase')),
  ].join(' ')
}

/** Where an interval lies, as it would be computed and not as it is printed: above zero, below, or across it. */
function sideOf(interval: Interval | null): 'above' | 'below' | 'across' {
  if (!interval) return 'across'
  if (interval[0] > rounding) return 'above'
  return interval[1] < -rounding ? 'below' : 'across'
}

/** Differences within 1e-9 count as none. */
const rounding = 1e-9
