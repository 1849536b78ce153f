// Two entries of the same form, held against each other.
import { isDeepStrictEqual } from 'node:util'
import type { Answers } from '#survey/answer.ts'
import type { Item } from '#survey/questionnaire.ts'

/** The items that the two entries answer differently, or only one answers; in the order given. */
export const differingItems = (items: readonly Item[], first: Answers, second: Answers): Item[] =>
  items.filter(({ id }) => !isDeepStrictEqual(first[id], second[id]))

/** Which entry is right about an item. */
export type Choice = 'first' | 'second'

/** What the entries agree on, and of the rest what was chosen. */
export function mergeEntries(
  items: readonly Item[],
  first: Answers,
  second: Answers,
  chosen: Readonly<Record<string, Choice>>,
): Answers {
  return Object.fromEntries(
    items.flatMap(({ id }) => {
      const answer = chosen[id] === 'second' ? second[id] : first[id]
      return answer === undefined ? [] : [[id, answer]]
    }),
  )
}
