// Scores on one indicator as counts of values: of everybody, by municipality, and by actor group.
import type { PairedSample } from '#stats/paired-sample.ts'
import { type Tally, tallyOf } from '#stats/tally.ts'
import type { Cells } from './group-disclosure.ts'

/** The scores of some people. */
export interface Cohort {
  pairs: Record<keyof PairedSample, Tally>
  from: Tally
  to: Tally
  ownFrom: Tally
  ownTo: Tally
}

export interface Cohorts {
  everybody: Cohort
  byMunicipality: ReadonlyMap<string, Cohort>
  byActorGroup: ReadonlyMap<string, Cohort>
  cells: Cells
}

const empty = tallyOf([])
export const nobody: Cohort = {
  pairs: { before: empty, after: empty, changes: empty },
  from: empty,
  to: empty,
  ownFrom: empty,
  ownTo: empty,
}
