// The figures beside the mean change: levels, effect sizes, ranks, shares, tests, and municipalities taken together.
// Points are 0–100, intervals 95 %, a change is later − earlier. What cannot be said has a reason, never a NaN.
import type { BetweenVarianceMethod } from '#stats/between-variance.ts'
import type { SpreadOfGroups } from '#stats/group-estimates.ts'
import type { ZeroRule } from '#stats/signed-ranks.ts'
import type { Figure, Published } from './published.ts'

/** 95 % interval, in the unit of its value. */
export type Interval = readonly [low: number, high: number]

/** A share of people, 0–1, with Wilson's interval. */
export interface Share {
  share: number
  interval: Interval
}

/** How everybody who answered one wave stands on one indicator. */
export interface Level {
  n: number
  mean: number
  sd: number
  /** From ten people: of fewer, the middle one is somebody's own score. */
  median: Figure<number>
  /** Of everybody, from ten people: in rows mostly few stand at an end, and the others would tell which rows. */
  ends: Figure<Ends>
}

export interface Ends {
  /** At 0 points, and at 100; withheld where it would tell of few, at the end or elsewhere. */
  floor: Figure<Share>
  ceiling: Figure<Share>
  /** 15 % or more stand at that end, so change in that direction cannot show. Terwee and others (2007). null: not told. */
  floorFlag: boolean | null
  ceilingFlag: boolean | null
}

/** Levels of one wave on what both versions measure alike, and on all the items that the wave itself asked. */
export interface WaveLevels {
  core: Published<Level>
  own: Published<Level>
}

export interface Levels {
  from: WaveLevels
  to: WaveLevels
}

/** Change in standard deviations: by that of the changes (z), or by the mean variance of the waves (av). */
export interface EffectSizes {
  dz: number
  gz: number
  dAv: number
  gAv: number
  /** Bonett's, of dAv. */
  standardError: number
  /** Of gAv. */
  interval: Interval
}

/** Order statistics, from ten pairs. */
export interface TypicalChange {
  fromMedian: number
  toMedian: number
  medianChange: number
  hodgesLehmann: number
}

/** Wilcoxon's signed ranks: a check on the t interval that assumes no normal distribution. */
export interface RankChange {
  zeros: ZeroRule
  nonZero: number
  positiveRanks: number
  negativeRanks: number
  p: number
  method: 'exact' | 'normal'
  /** -1 to 1; without an interval at the ends. */
  rankBiserial: number
  rankBiserialInterval: Interval | null
}

/** Of those with a pair, from ten pairs. Improved is what the indicator calls better. */
export interface DirectionShares {
  improved: Share
  unchanged: Share
  declined: Share
  /** Improved − declined, -1 to 1. */
  net: number
}

/** Bootstrap of the mean change, from ten pairs; drawn again from the seed, number for number, in R. */
export interface BootstrapChange {
  seed: number
  replicates: number
  percentile: Interval
  /** Bias-corrected and accelerated, equal means counted half; null where all replicates lie on one side. */
  bca: Interval | null
}

/**
 * What a p may be used for. primary: the one claim made beforehand, uncorrected. scale and municipality: corrected by
 * Holm within the family. descriptive: kept in the data, shown on no page.
 */
export type TestFamily = 'primary' | 'scale' | 'municipality' | 'descriptive'

export interface Test {
  family: TestFamily
  of: 'average_participant' | 'average_municipality' | 'municipality'
  t: number
  df: number
  /** Two-sided. */
  p: number
  /** By Holm within the family; p itself for the primary claim, null for what is descriptive. */
  adjusted: number | null
}

export interface Average {
  mean: number
  standardError: number
  interval: Interval
}

/** One way to combine municipalities, beside the usual one. */
export interface Sensitivity extends Average {
  method: BetweenVarianceMethod
  spread: SpreadOfGroups
  tau2: number
}

/** A municipality's own estimate drawn towards the average as far as its size calls for. */
export interface Shrunken {
  /** Weight of its own mean, 0–1. */
  ownWeight: number
  estimate: number
  standardError: number
  /** Slightly too narrow: the uncertainty of τ² is left out. */
  interval: Interval
}

/** Municipalities as groups of people. Hidden municipalities count together as one unit. */
export interface MunicipalityModel {
  method: BetweenVarianceMethod
  spread: SpreadOfGroups
  /** Visible municipalities, and one more where others are taken together. */
  units: number
  takenTogether: Shrunken | null
  /** Genomsnittsdeltagaren: every person counts the same. */
  averageParticipant: Average
  /** Genomsnittskommunen: μ̂ with Hartung–Knapp's interval, never narrower than without. */
  averageMunicipality: Average
  tau2: number
  /** By the Q profile. */
  tau2Interval: Interval
  q: number
  qDf: number
  qP: number
  /** From Q, 0–1. */
  iSquared: number
  /** Where a new municipality's true change is expected: t with units − 1 degrees of freedom. Higgins has − 2. */
  predictionInterval: Interval
  sensitivity: readonly Sensitivity[]
}
