// Counting people by how they stand in two waves.
import type { MatchCounts } from './model.ts'

/** How one person stands in one wave, as a number: from 2 up there is a response. */
export const notAsked = 0
export const noResponse = 1
export const firstVersion = 2

export const noCounts = (): MatchCounts => ({
  invitedFrom: 0,
  invitedTo: 0,
  answeredFrom: 0,
  answeredTo: 0,
  both: 0,
  onlyFrom: 0,
  onlyTo: 0,
})

/** Adds a person, by the standing in each wave. */
export function countPerson(counts: MatchCounts, from: number, to: number): void {
  const [answeredFrom, answeredTo] = [from >= firstVersion, to >= firstVersion]
  if (from !== notAsked) counts.invitedFrom += 1
  if (to !== notAsked) counts.invitedTo += 1
  if (answeredFrom) counts.answeredFrom += 1
  if (answeredTo) counts.answeredTo += 1
  if (answeredFrom && answeredTo) counts.both += 1
  if (answeredFrom && !answeredTo) counts.onlyFrom += 1
  if (answeredTo && !answeredFrom) counts.onlyTo += 1
}

export function addCounts(total: MatchCounts, own: MatchCounts): void {
  for (const key of Object.keys(own) as (keyof MatchCounts)[]) total[key] += own[key]
}
