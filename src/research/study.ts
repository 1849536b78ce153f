// What is said of the study as a whole, in README, DDI and data package alike.
import type { Mode } from '#store/responses.ts'
import type { Text, WaveKind } from '#survey/questionnaire.ts'
import type { Level } from './selection.ts'

export interface Study {
  slug: string
  title: Text
  about: Text
  organisation: string
  contactEmail: string
  isDemo: boolean
  level: Level
  /** Of what was done to the data before they were let out; empty at the restricted level. */
  steps: readonly Text[]
  waves: readonly StudyWave[]
  /** How answers came in, as far as that may be told; none where it is not known. */
  modes: readonly Mode[]
  people: number
  /** Numbers of codes told; 0 = the file has no such column. */
  municipalities: number
  /** YYYY-MM-DD. */
  madeOn: string
}

export interface StudyWave {
  kind: WaveKind
  title: Text
  /** YYYY-MM-DD, as planned. */
  opensOn: string
  closesOn: string
  questionnaire: string
  version: number
  asked: number
  answered: number
}
