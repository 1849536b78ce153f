// What those who left may have done to the change, in words no stronger than the intervals. Made from the figures, so
// that page, report and file say the same; the words are about an indicator whose name stands beside them.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { AttritionEstimate } from '#indicators/context/model.ts'
import type { Interval } from '#indicators/model.ts'

type Figures = Pick<
  AttritionEstimate,
  'leavers' | 'difference' | 'interval' | 'noteworthy' | 'unweighted' | 'weighted' | 'worstCase'
>

export function attritionSentence(figures: Figures, language: Language): string {
  const { leavers, difference, interval, noteworthy, unweighted, weighted, worstCase } = figures
  const words = phrasesIn(language).background.attrition.sentence
  const points = (value: number) => formatNumber(value, 1, language)
  const range = (within: Interval) => words.range(points(within[0]), points(within[1]))
  const beside = interval ? range(interval) : ''
  const people = formatCount(leavers.n, language)
  const side = sideOf(interval)
  const start =
    side === 'across'
      ? words.alike(people, points(difference), beside)
      : words[side === 'above' ? 'lower' : 'higher'](people, points(Math.abs(difference)), beside)
  const isRead = sideOf(unweighted.interval) === sideOf(weighted.interval) ? words.readsTheSame : words.readsOtherwise
  return [
    start,
    ...(side === 'across' && noteworthy ? [words.noteworthy] : []),
    words.weighted(points(weighted.meanChange), points(unweighted.meanChange), range(weighted.interval), isRead),
    words.worstCase(points(worstCase)),
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
