// What goes into the computation of a project's before-and-after results, and what comes out. Page, chart, CSV,
// report and export all read this one shape, so they cannot disagree.
import type { BetweenVarianceMethod } from '#stats/between-variance.ts'
import type { SpreadOfGroups } from '#stats/group-estimates.ts'
import type { ZeroRule } from '#stats/signed-ranks.ts'
import type { Answers } from '#survey/answer.ts'
import type { Indicator, Questionnaire, Text, WaveKind } from '#survey/questionnaire.ts'
import type {
  BootstrapChange,
  DirectionShares,
  EffectSizes,
  Interval,
  Levels,
  MunicipalityModel,
  RankChange,
  Shrunken,
  Test,
  TypicalChange,
} from './figures.ts'
import type { Figure, Published } from './published.ts'

export type { Interval } from './figures.ts'

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

/** What decides results besides the rows. */
export interface ResultsRules extends Methods {
  /** The two waves compared, the earlier first. */
  from: { kind: WaveKind; questionnaire: Questionnaire }
  to: { kind: WaveKind; questionnaire: Questionnaire }
  municipalities: readonly { code: string; name: string }[]
  /** Smallest group that is shown; never under 5. */
  threshold: number
  /** Change in points (0–100) beyond which a person counts as improved or declined. */
  noticeableChange: number
}

export interface ResultsInput extends ResultsRules {
  asked: readonly Asked[]
  /** Versions some response was given in, where that is not one of the two waves' own. */
  otherVersions?: readonly Questionnaire[]
}

/** Ways of computing that have a usual one: what is left out is that. */
export interface Methods {
  /** What Wilcoxon's test does with pairs without change: drop them (wilcoxon), or rank them first (pratt). */
  zeros?: ZeroRule
  /** Changes that are not zero up to which that test is exact; 100. Beyond, the two p hardly differ, the work does. */
  exactUpTo?: number
  /** One spread for all municipalities (pooled), or each its own. */
  spread?: SpreadOfGroups
  betweenVariance?: BetweenVarianceMethod
  /** A bootstrap is made where there is a seed, and only for everybody: it takes a second or more. */
  bootstrapSeed?: number
  /** 9 999. */
  bootstrapReplicates?: number
}

/** Change among the same people. Points on 0–100, endline − baseline. */
export interface PairedChange {
  /** no_variation: every pair changed equally much, so there is no interval and no p. */
  status: 'ok' | 'no_variation'
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
  /** Pearson's r between the waves; null where one of them does not vary. */
  correlation: number | null
  typical: Figure<TypicalChange>
  effect: Figure<EffectSizes>
  ranks: Figure<RankChange>
  shares: Figure<DirectionShares>
  /** null where it was not asked for. */
  bootstrap: Figure<BootstrapChange> | null
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
  /** Of everybody. */
  levels: Levels
  /** Of everybody: the primary claim is that of the average municipality where there are enough of them. */
  test: Figure<Test>
  model: Figure<MunicipalityModel>
  /** In the order of the input's municipalities. */
  byMunicipality: readonly MunicipalityResult[]
  /** In the order of the questionnaires; over all municipalities, never crossed with one. */
  byActorGroup: readonly ActorGroupResult[]
}

export interface MunicipalityResult {
  code: string
  name: string
  change: ChangeEstimate
  levels: Levels
  /** Of its mean against the spread that all municipalities share. */
  test: Figure<Test>
  shrunken: Figure<Shrunken>
}

export interface ActorGroupResult {
  code: string
  title: Text
  change: ChangeEstimate
  levels: Levels
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
