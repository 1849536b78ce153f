// The actor groups as the context's tables use them: who has a row, and who is only part of the rest.
import { type ActorGroup, listActorGroups, orderOfGroups } from '../actor-groups.ts'
import type { ProjectResults, ResultsInput } from '../model.ts'
import type { Person } from '../people.ts'

export interface Groups {
  /** With a name to show, in the order of the questionnaires. */
  listed: readonly ActorGroup[]
  /** Without a name: always hidden, never forgotten in a sum. */
  unlisted: ReadonlySet<string>
  /** Groups whose pairs the results hide: no table here may show what they make together. */
  hiddenInResults: ReadonlySet<string>
}

export function groupsOf(input: ResultsInput, people: readonly Person[], results: ProjectResults): Groups {
  const listed = listActorGroups(input)
  const byGroup = Map.groupBy(people, ({ actorGroup }) => actorGroup)
  const sizes = new Map([...byGroup].map(([code, own]) => [code, own.length]))
  const [order, unlisted] = orderOfGroups(sizes, listed)
  // They are hidden alike in all indicators; one that is shown somewhere is not hidden.
  const isShown = (group: string) =>
    results.indicators.some(({ byActorGroup }) =>
      byActorGroup.some(({ code, change }) => code === group && change.paired.shown),
    )
  return { listed, unlisted, hiddenInResults: new Set(order.filter((group) => !isShown(group))) }
}
