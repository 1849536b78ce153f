// Which pages and items a person sees, given the wave, what has been answered so far and what the register knows.
import type { Answers } from './answer.ts'
import { findItem, isInWave } from './lookup.ts'
import type { Item, Page, Questionnaire, WaveKind } from './questionnaire.ts'

/** What the register knows about the participant. An answer to an item that is `knownFrom` it comes first. */
export interface Known {
  actor_group?: string | undefined
}

export interface AskedPage {
  page: Page
  /** Those of the page's items that are asked, in order; never empty. */
  items: readonly Item[]
}

/** The pages asked, in order. A page whose items are all hidden is left out. */
export function pagesAsked(
  questionnaire: Questionnaire,
  wave: WaveKind,
  answers: Answers,
  known: Known = {},
): AskedPage[] {
  const asked = new Set<string>()
  return questionnaire.pages
    .filter((page) => isInWave(page, wave))
    .map((page) => ({
      page,
      items: page.items.flatMap((id) => {
        const item = findItem(questionnaire, id)
        if (!item || !isInWave(item, wave) || !meetsCondition(questionnaire, item, asked, answers, known)) return []
        asked.add(id)
        return [item]
      }),
    }))
    .filter(({ items }) => items.length > 0)
}

/** The items asked, in reading order. */
export function itemsAsked(questionnaire: Questionnaire, wave: WaveKind, answers: Answers, known: Known = {}): Item[] {
  return pagesAsked(questionnaire, wave, answers, known).flatMap(({ items }) => items)
}

/** Nobody is excluded by what we do not know: without a code `notIn` holds, and `in` does not. */
function meetsCondition(
  questionnaire: Questionnaire,
  item: Item,
  asked: ReadonlySet<string>,
  answers: Answers,
  known: Known,
): boolean {
  const condition = item.showIf
  if (!condition) return true
  const target = findItem(questionnaire, condition.item)
  const code = target && codeOf(target, asked, answers, known)
  if (condition.in) return code !== undefined && condition.in.includes(code)
  return code === undefined || !condition.notIn?.includes(code)
}

/** An answer left from before its own item was hidden no longer counts. */
function codeOf(target: Item, asked: ReadonlySet<string>, answers: Answers, known: Known): number | string | undefined {
  const answer = asked.has(target.id) ? answers[target.id] : undefined
  if (answer !== undefined && typeof answer !== 'object') return answer
  return target.type === 'choice' && target.knownFrom ? known[target.knownFrom] : undefined
}
