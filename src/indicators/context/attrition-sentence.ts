// What those who left may have done to the change, in words no stronger than the intervals. Made from the figures, so
// that page, report and file say the same; the words are about an indicator whose name stands beside them.
import { roundDifference } from '#stats/differences.ts'
import type { Language, Text } from '#survey/questionnaire.ts'
import type { Interval } from '../model.ts'
import type { AttritionEstimate } from './model.ts'

type Figures = Pick<
  AttritionEstimate,
  'leavers' | 'difference' | 'interval' | 'noteworthy' | 'unweighted' | 'weighted' | 'worstCase'
>

/** Where an interval lies: wholly above zero, wholly below, or across it. */
type Side = 'above' | 'below' | 'across'

export function attritionSentence(figures: Figures): Text {
  return { sv: swedish(figures), en: english(figures) }
}

function sideOf(interval: Interval | null): Side {
  if (!interval) return 'across'
  if (roundDifference(interval[0]) > 0) return 'above'
  return roundDifference(interval[1]) < 0 ? 'below' : 'across'
}

/** Whether weighting leaves the reading of the change as it was. */
const isUnmoved = ({ unweighted, weighted }: Figures): boolean =>
  sideOf(unweighted.interval) === sideOf(weighted.interval)

function swedish(figures: Figures): string {
  const { leavers, difference, interval, noteworthy, unweighted, weighted, worstCase } = figures
  const say = (value: number) => points(value, 'sv')
  const range = interval ? ` (95 %-intervall ${say(interval[0])} till ${say(interval[1])})` : ''
  const side = sideOf(interval)
  const start =
    side === 'across'
      ? `De ${leavers.n} som inte svarade igen går inte att skilja från de andra vid starten: skillnaden är ${say(difference)} poäng${range}.${noteworthy ? ' Den är ändå så stor att den bör hållas i minnet.' : ''}`
      : `De ${leavers.n} som inte svarade igen låg vid starten ${say(Math.abs(difference))} poäng ${side === 'above' ? 'lägre' : 'högre'} än de andra${range}.`
  const weights = `Om varje aktörsgrupp räknas som den var stor vid starten blir förändringen ${say(weighted.meanChange)} i stället för ${say(unweighted.meanChange)} poäng (95 %-intervall ${say(weighted.interval[0])} till ${say(weighted.interval[1])})${isUnmoved(figures) ? ', och läsningen av den är densamma' : ', och läsningen av den blir en annan'}.`
  return `${start} ${weights} Hade ingen av dem som inte svarade igen ändrat sig alls vore förändringen ${say(worstCase)} poäng.`
}

function english(figures: Figures): string {
  const { leavers, difference, interval, noteworthy, unweighted, weighted, worstCase } = figures
  const say = (value: number) => points(value, 'en')
  const range = interval ? ` (95% interval ${say(interval[0])} to ${say(interval[1])})` : ''
  const side = sideOf(interval)
  const start =
    side === 'across'
      ? `The ${leavers.n} who did not answer again cannot be told from the others at the start: the difference is ${say(difference)} points${range}.${noteworthy ? ' It is nevertheless large enough to be kept in mind.' : ''}`
      : `The ${leavers.n} who did not answer again stood ${say(Math.abs(difference))} points ${side === 'above' ? 'lower' : 'higher'} than the others at the start${range}.`
  const weights = `Counting each actor group as large as it was at the start, the change is ${say(weighted.meanChange)} instead of ${say(unweighted.meanChange)} points (95% interval ${say(weighted.interval[0])} to ${say(weighted.interval[1])})${isUnmoved(figures) ? ', and it reads the same' : ', and it reads differently'}.`
  return `${start} ${weights} Had nobody who did not answer again changed at all, the change would be ${say(worstCase)} points.`
}

/** One decimal, half away from zero, with the minus sign; never "−0.0". */
function points(value: number, language: Language): string {
  const tenths = Math.round(Number((Math.abs(value) * 10).toPrecision(12)))
  const text = (tenths / 10).toFixed(1)
  return `${value < 0 && tenths > 0 ? '\u2212' : ''}${language === 'sv' ? text.replace('.', ',') : text}`
}
