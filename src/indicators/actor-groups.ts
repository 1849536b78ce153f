// The actor groups of a project: who may be shown as one, and in which order they are hidden for each other's sake.
import type { Text } from '#survey/questionnaire.ts'
import type { ResultsInput } from './model.ts'
import { deliveringGroups, type Person } from './people.ts'

export interface ActorGroup {
  code: string
  title: Text
}

/** Those of both versions, the earlier one's names first, without those that deliver the project. */
export function listActorGroups(input: ResultsInput): ActorGroup[] {
  const delivering = new Set(deliveringGroups(input))
  const titles = new Map<string, Text>()
  for (const { code, label } of [...input.from.questionnaire.actorGroups, ...input.to.questionnaire.actorGroups])
    if (!delivering.has(code) && !titles.has(code)) titles.set(code, label)
  return [...titles].map(([code, title]) => ({ code, title }))
}

/** Every group somebody belongs to, fewest people first and the lowest code in a tie; and those without a name. */
export function orderOfGroups(
  people: readonly Person[],
  listed: readonly ActorGroup[],
): [order: string[], unlisted: ReadonlySet<string>] {
  const sizes = new Map<string, number>()
  for (const { actorGroup } of people) sizes.set(actorGroup, (sizes.get(actorGroup) ?? 0) + 1)
  const order = [...sizes].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).map(([code]) => code)
  const names = new Set(listed.map(({ code }) => code))
  return [order, new Set(order.filter((code) => !names.has(code)))]
}
