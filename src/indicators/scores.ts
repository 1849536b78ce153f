// Scores of everybody on one indicator, as columns: one place a person.
import type { ValueNumbers } from './value-numbers.ts'

/**
 * pairFrom and pairTo: of who has a score in each wave, on what was answered in both. from and to: of everybody; who has
 * a pair counts alike there, otherwise the difference would be the few who skipped something. ownFrom and ownTo: on all
 * the items that the version answered asks in the wave, comparable or not; the same list as from and to where those are
 * the same items.
 */
export const scoreKinds = ['pairFrom', 'pairTo', 'from', 'to', 'ownFrom', 'ownTo'] as const
export type ScoreKind = (typeof scoreKinds)[number]

/** As numbers of their values, 0–100; number 0: no response, or too few items answered. */
export type Scores = { values: ValueNumbers } & Record<ScoreKind, Uint32Array>
