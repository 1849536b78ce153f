// How much of a questionnaire was answered, for the response accounting.
import type { Answers } from './answer.ts'
import type { Questionnaire, WaveKind } from './questionnaire.ts'
import { itemsAsked, type Known } from './visibility.ts'

export type Completeness = 'complete' | 'partial' | 'break_off'

/**
 * Share, 0–1, of the completion items asked of this person that were answered. A ticked “don't know” is an answer.
 * @returns undefined where none of them was asked
 */
export function completionShare(
  questionnaire: Questionnaire,
  wave: WaveKind,
  answers: Answers,
  known: Known = {},
): number | undefined {
  const counted = itemsAsked(questionnaire, wave, answers, known).filter(
    (item) => questionnaire.completion?.includes(item.id) ?? item.type === 'rating',
  )
  if (counted.length === 0) return undefined
  return counted.filter(({ id }) => answers[id] !== undefined).length / counted.length
}

/** AAPOR's dispositions with this project's thresholds: complete from 80 %, partial from 50 %, else broken off. */
export function completenessOf(share: number): Completeness {
  if (share >= 0.8) return 'complete'
  return share >= 0.5 ? 'partial' : 'break_off'
}
