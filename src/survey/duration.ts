// How long a questionnaire takes, for the sentence in the letter that decides whether it is opened now or never.
import { wavesOf } from './lookup.ts'
import type { Questionnaire, WaveKind } from './questionnaire.ts'

/** Seconds that one item takes: a rule of thumb, generous to slow readers. Time real sessions before trusting it more. */
const secondsPerItem = { rating: 8, choice: 12, text: 45 } as const

/** Whole minutes, rounded up to the next five: a promise that is kept. Items not asked in the wave count nothing. */
export function estimateMinutes(questionnaire: Questionnaire, wave: WaveKind): number {
  const asked = questionnaire.items.filter((item) => wavesOf(questionnaire, item).includes(wave))
  const seconds = asked.reduce((sum, item) => sum + secondsPerItem[item.type], 0)
  return Math.max(5, Math.ceil(seconds / 60 / 5) * 5)
}
