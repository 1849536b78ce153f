// What goes into the computation of a project's before-and-after results, and what comes out. Page, chart, CSV,
// report and export all read this one shape, so they cannot disagree.
import type { Answers } from '#survey/answer.ts'
import type { Indicator, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import type { Published } from './published.ts'

/** One person asked in one wave, and what came back. */
export interface Asked {
  /** Pseudonymous, the same over waves. */
  participant: string
  municipality: string
  actorGroup: string
  wave: WaveKind
  /** null = no response. */
  response: { version: number; answers: Answers } | null
}

export interface ResultsInput {
  /** The two waves compared, the earlier first. */
  from: { kind: WaveKind; questionnaire: Questionnaire }
  to: { kind: WaveKind; questionnaire: Questionnaire }
  municipalities: readonly { code: string; name: string }[]
  asked: readonly Asked[]
  /** Versions some response was given in, where that is not one of the two waves' own. */
  otherVersions?: readonly Questionnaire[]
  /** Smallest group that is shown; never under 5. */
  threshold: number
  /** Change in points (0–100) beyond which a person counts as improved or declined. */
  noticeableChange: number
}

/** 95 % interval, in the unit of its value. */
export type Interval = readonly [low: number, high: number]

/** Change among the same people. Points on 0–100, endline − baseline. */
export interface PairedChange {
  /** Pairs. */
  n: number
  fromMean: number
  toMean: number
  fromSd: number
  toSd: number
  meanChange: number
  sdChange: number
  /** null where every pair changed equally much: there is no variation to build an interval from. */
  interval: Interval | null
  t: number | null
  p: number | null
  improved: number
  unchanged: number
  declined: number
}

/** Change between everybody who answered each wave, paired or not. */
export interface AllRespondentsChange {
  fromN: number
  toN: number
  fromMean: number
  toMean: number
  fromSd: number
  toSd: number
  meanChange: number
  interval: Interval | null
}

/** What the interval allows us to say. */
export type Finding = 'increased' | 'decreased' | 'indistinguishable'

export interface ChangeEstimate {
  paired: Published<PairedChange>
  all: Published<AllRespondentsChange>
  /** null where the paired change is withheld or has no interval. */
  finding: Finding | null
  /** The two changes differ in sign or by more than 5 points: who answered has changed. Only where both are shown. */
  compositionWarning: boolean
}

export interface IndicatorResult {
  indicator: Indicator
  /** Items in the earlier version's definition, and those of them that both versions measure alike. */
  core: { items: readonly string[]; total: number; comparable: boolean }
  overall: ChangeEstimate
  /** In the order of the input's municipalities. */
  byMunicipality: readonly { code: string; name: string; change: ChangeEstimate }[]
}

/** Counts of people, before any result. Groups under the threshold are withheld as a whole. */
export interface MatchCounts {
  invitedFrom: number
  invitedTo: number
  answeredFrom: number
  answeredTo: number
  both: number
  onlyFrom: number
  onlyTo: number
}

export interface MatchReport {
  /** Those whose answers make the results. */
  overall: MatchCounts
  /** Groups that deliver the project and are left out of results. */
  excluded: { groups: readonly string[]; counts: Published<MatchCounts> }
  byMunicipality: readonly { code: string; name: string; counts: Published<MatchCounts> }[]
}

export interface ProjectResults {
  from: { kind: WaveKind; version: number }
  to: { kind: WaveKind; version: number }
  threshold: number
  noticeableChange: number
  match: MatchReport
  /** Items of the earlier version's indicators, over all of them. */
  core: { comparable: number; total: number; left: readonly { item: string; reason: string }[] }
  indicators: readonly IndicatorResult[]
}
