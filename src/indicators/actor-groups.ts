// The actor groups of a project: who may be shown as one, and in which order they are hidden for each other's sake.
import type { Text } from '#survey/questionnaire.ts'
import type { ResultsRules } from './model.ts'
import { deliveringGroups } from './people.ts'
import { smallestFirst } from './pooling.ts'

export interface ActorGroup {
  code: string
  title: Text
}

/** Those of both versions, the earlier one's names first, without those that deliver the project. */
export function listActorGroups(input: Pick<ResultsRules, 'from' | 'to'>): ActorGroup[] {
  const delivering = new Set(deliveringGroups(input))
  const titles = new Map<string, Text>()
  for (const { code, label } of [...input.from.questionnaire.actorGroups, ...input.to.questionnaire.actorGroups])
    if (!delivering.has(code) && !titles.has(code)) titles.set(code, label)
  return [...titles].map(([code, title]) => ({ code, title }))
}

/**
 * Every group somebody belongs to, fewest people first and the lowest code in a tie; and those without a name.
 * @param sizes people by code
 */
export function orderOfGroups(
  sizes: ReadonlyMap<string, number>,
  listed: readonly ActorGroup[],
): [order: string[], unlisted: ReadonlySet<string>] {
  const order = smallestFirst(sizes)
  const names = new Set(listed.map(({ code }) => code))
  return [order, new Set(order.filter((code) => !names.has(code)))]
}
