// How long a questionnaire takes, for the sentence in the letter that decides whether it is opened now or never.
import { kindOf } from './items/kinds.ts'
import { wavesOf } from './lookup.ts'
import type { Questionnaire, WaveKind } from './questionnaire.ts'

/**
 * By each type's rule of thumb; time real sessions before trusting it more.
 * @returns whole minutes, rounded up to the next five: a promise that is kept. Items not asked in the wave count nothing.
 */
export function estimateMinutes(questionnaire: Questionnaire, wave: WaveKind): number {
  const asked = questionnaire.items.filter((item) => wavesOf(questionnaire, item).includes(wave))
  const seconds = asked.reduce((sum, item) => sum + kindOf(item).seconds, 0)
  return Math.max(5, Math.ceil(seconds / 60 / 5) * 5)
}
