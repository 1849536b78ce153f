// What became of an invitation. AAPOR (2016), Standard Definitions, with this project's thresholds for complete and
// partial (survey/completion.ts).
import { completenessOf, completionShare } from '#survey/completion.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Standing } from '../people.ts'
import { shareOf } from './group-change.ts'
import type { Contact, Dispositions, ResponseRates } from './model.ts'

export type Disposition = keyof Dispositions

/**
 * An answer counts as one whatever else is noted. No answer is a refusal where somebody said so, and else no contact,
 * a letter that came back included.
 */
export function dispositionOf(
  { response }: Standing,
  wave: WaveKind,
  actorGroup: string,
  contact: Contact | undefined,
): Disposition {
  if (response) {
    const share = completionShare(response.questionnaire, wave, response.answers, { actor_group: actorGroup })
    // Where nothing that counts was asked, nothing is lacking.
    const completeness = completenessOf(share ?? 1)
    return completeness === 'break_off' ? 'breakOff' : completeness
  }
  if (contact?.notEligible) return 'notEligible'
  return contact?.refused ? 'refusal' : 'nonContact'
}

export function countDispositions(all: readonly Disposition[]): Dispositions {
  const count = (one: Disposition) => all.filter((disposition) => disposition === one).length
  return {
    complete: count('complete'),
    partial: count('partial'),
    breakOff: count('breakOff'),
    refusal: count('refusal'),
    nonContact: count('nonContact'),
    notEligible: count('notEligible'),
  }
}

/**
 * RR1 = I/(I + P + R + NC), RR2 = (I + P)/the same, where a response broken off counts with R. Nobody's eligibility is
 * unknown: whoever is not noted as not eligible stays in the denominator, so the rates are the lowest there can be.
 * Both null below ten eligible people.
 */
export function responseRates(counts: Dispositions): ResponseRates {
  const { complete, partial, breakOff, refusal, nonContact } = counts
  const eligible = complete + partial + breakOff + refusal + nonContact
  return { rr1: shareOf(complete, eligible), rr2: shareOf(complete + partial, eligible) }
}
