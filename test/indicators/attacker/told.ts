// What an outlet tells: which sums over people, whatever the statistic. A mean, a spread, a share, a test of some people
// are all functions of sums over them, so a group of people told in one way counts as told in all.
import type { RespondentColumn } from '#indicators/context/model.ts'
import type { Criterion } from './questionnaire.ts'

/** Everybody, a municipality or an actor group. */
export type Scope = { is: 'everybody' } | { is: 'municipality' | 'group'; code: string }
export const everybody: Scope = { is: 'everybody' }

/** paired and all have a figure of each wave; the others are levels of one. */
export const columns = ['paired', 'all', 'from', 'to', 'ownFrom', 'ownTo'] as const
export type Column = (typeof columns)[number]

export type Told =
  | { of: 'indicator'; indicator: string; scope: Scope; column: Column }
  /** Invited, answered and both, of a municipality. */
  | { of: 'match'; scope: Scope }
  | { of: 'delivering' }
  | { of: 'item'; item: string }
  /** Those who left beside those who stayed, and the change weighted by classes of groups. */
  | { of: 'leavers'; indicator: string; classes: readonly (readonly string[])[] }
  | { of: 'dose'; category: string }
  | { of: 'shift'; what: 'recalibration' | 'adjusted' | 'prospective' }
  | { of: 'cell'; group: string; item: string }
  | { of: 'funnel' | 'dispositions' | 'turnover'; scope: Scope }
  /** Of the pairs on an item, how many chose one of these points. */
  | { of: 'points'; item: string; side: 'from' | 'to'; codes: readonly number[] }
  | { of: 'mode'; mode: string; side: 'from' | 'to' }
  /** How many of those who answered said this of their sex or age. */
  | { of: 'respondents'; criterion: Criterion; code: string; column: RespondentColumn }
  /** Of those who answered at first: who stayed and who left. */
  | { of: 'stayers'; group: string }
  | { of: 'perceived'; point: string }
  /** How a scale holds together, among those who answered all of it in a wave. */
  | { of: 'reliability'; scale: string; side: 'from' | 'to' }
  /** A mean over municipalities in which each has a weight of its own, hidden or not: what a weaker model would tell. */
  | { of: 'one by one'; indicator: string }

export type Publication = ReadonlyMap<string, Told>

export const publicationOf = (told: Iterable<Told>): Publication => new Map([...told].map((one) => [keyOf(one), one]))

export const keyOf = (told: Told): string => JSON.stringify(told)

export const tells = (publication: Publication, told: Told): boolean => publication.has(keyOf(told))

export const scopesOf = (municipalities: readonly string[], groups: readonly string[]): Scope[] => [
  everybody,
  ...municipalities.map((code): Scope => ({ is: 'municipality', code })),
  ...groups.map((code): Scope => ({ is: 'group', code })),
]
