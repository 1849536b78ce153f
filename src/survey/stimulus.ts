// What a participant sees and chooses between when answering an item. If any part of it differs, the revision must.
import { kindOf } from './items/kinds.ts'
import { findGridText, findPageOf } from './lookup.ts'
import type { Item, Questionnaire } from './questionnaire.ts'

export type StimulusPart = 'wording' | 'answers' | 'preamble' | 'polarity'

/** The parts in which two versions of an item differ, as the participant meets it or as it is scored. */
export function differingParts(
  earlier: Questionnaire,
  before: Item,
  later: Questionnaire,
  after: Item,
): StimulusPart[] {
  const one = stimulusOf(earlier, before)
  const other = stimulusOf(later, after)
  const parts = (['wording', 'answers', 'preamble'] as const).filter(
    (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
  )
  return isTurned(earlier, later, before.id) ? [...parts, 'polarity'] : parts
}

function stimulusOf(questionnaire: Questionnaire, item: Item) {
  const preamble = findPageOf(questionnaire, item.id)?.preamble
  return {
    wording: [item.text, item.help, findGridText(questionnaire, item)],
    answers: kindOf(item).stimulus(questionnaire, item),
    preamble: preamble ? questionnaire.preambles[preamble] : undefined,
  }
}

/** An indicator of both versions counts the item the other way round. */
function isTurned(earlier: Questionnaire, later: Questionnaire, item: string): boolean {
  return earlier.indicators.some((indicator) => {
    const same = later.indicators.find(({ id }) => id === indicator.id)
    if (indicator.kind !== 'scale' || same?.kind !== 'scale') return false
    const one = indicator.items.find((entry) => entry.item === item)
    const other = same.items.find((entry) => entry.item === item)
    return one !== undefined && other !== undefined && one.reversed !== other.reversed
  })
}
