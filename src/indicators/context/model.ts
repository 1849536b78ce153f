// What surrounds the change estimates: who is behind them, who is missing, how well the scales hold together, and what
// could have been seen at all. Overall figures, except the accounting; each is a value or the reason why there is none.
import type { Criterion } from '#survey/horizontal.ts'
import type { Choice, Text, WaveKind } from '#survey/questionnaire.ts'
import type { Interval, ResultsInput } from '../model.ts'
import type { Published } from '../published.ts'

/** How an answer can have come in, as columns of a table. */
export const answerModes = ['web', 'paper', 'telephone', 'import'] as const
export type AnswerMode = (typeof answerModes)[number]

/** What is known of one invitation besides its answers. What nobody has noted is left out, and is not counted as no. */
export interface Contact {
  participant: string
  wave: WaveKind
  /** A letter was accepted for delivery; false = every letter came back. */
  delivered?: boolean
  /** The link was opened and the first page asked for. */
  opened?: boolean
  /** Something was typed, sent in or not. */
  started?: boolean
  /** Said no: asked for no more letters, or withdrew before the wave closed. */
  refused?: boolean
  /** Found, with a note of why, not to belong to those who should have been asked. */
  notEligible?: boolean
  /** How the answer came in; left out where there is none. */
  mode?: AnswerMode
}

/** One person in one seat, asked or not. */
export interface Membership {
  participant: string
  seat: string
  municipality: string
  actorGroup: string
  /** The seat passed on, or the person left. */
  left: boolean
  withdrawn: boolean
}

export type ContextInput = ResultsInput & {
  contacts?: readonly Contact[]
  /** Everybody who has held a seat since the project began. */
  memberships?: readonly Membership[]
  /** Standard deviation of change in points, assumed before there are data; left out = 18. */
  assumedSdChange?: number
}

/** Change of a group of pairs, in the unit of its values. */
export interface GroupChange {
  n: number
  fromMean: number
  toMean: number
  meanChange: number
  sdChange: number
  /** null where all changed equally much. */
  interval: Interval | null
}

/** How many of n. Nobody and everybody would tell what each person said: they and few are not told by number. */
export interface Portion {
  count: number | null
  /** 0–1; null also below ten people, where a percentage says more than there is. */
  share: number | null
  /** Also of few; null also where few are more than a tenth. */
  extreme: 'nearly_none' | 'nearly_all' | null
}

/** Steps are the codes of the item's own response scale, as worded: a reversed item is not turned. */
export interface ItemEstimate extends GroupChange {
  /** Share on the two highest points; null on a response scale of fewer than four. */
  topTwo: {
    from: Portion
    to: Portion
    /** Exact McNemar, two-sided; null where nobody moved in or out, or a share is extreme. */
    p: number | null
  } | null
}

export interface ItemChange {
  item: string
  /** Scales that count the item. */
  indicators: readonly string[]
  /** The scales count it the other way round, so that a fall is for the better. */
  reversed: boolean
  change: Published<ItemEstimate>
}

/** Answers of the same people to one item, before and after. */
export interface ItemSpread {
  /** Pairs. */
  n: number
  /** Points on one side of the middle are counted together: alone they would tell of few. */
  grouped: boolean
  /** Lowest first; `codes` of the item's own response scale, as worded. */
  groups: readonly { codes: readonly number[]; from: number; to: number }[]
  /** People who answered both waves and ticked that they did not know, in that wave. */
  unsure: { from: Published<number>; to: Published<number> }
}

export interface ItemDistribution {
  item: string
  spread: Published<ItemSpread>
}

/** Those who answered only at first, beside those who answered both times, on one indicator's earlier score. */
export interface AttritionEstimate {
  stayers: { n: number; mean: number; sd: number }
  leavers: { n: number; mean: number; sd: number }
  /** Points, stayers − leavers, with Welch's interval (null where neither group varies). */
  difference: number
  interval: Interval | null
  hedgesG: number | null
  cliffsDelta: number
  /** |g| > 0.25: large enough to be reckoned with. */
  noteworthy: boolean
  /** Change of those who stayed, as published. */
  unweighted: { meanChange: number; interval: Interval | null }
  /** As if each class of actor groups had stayed equally often. */
  weighted: {
    meanChange: number
    standardError: number
    interval: Interval
    /** Kish: how many times the unequal weights inflate the variance. */
    designEffect: number
    /** Actor groups of each class, few stayers merged. */
    classes: readonly (readonly string[])[]
  }
  /** Mean change if nobody of those who left had changed at all. */
  worstCase: number
}

export interface Attrition {
  byIndicator: readonly { indicator: string; estimate: Published<AttritionEstimate> }[]
  /** Of those who answered at first; shares of all stayers and of all leavers, null below ten of them. */
  byActorGroup: readonly { group: string; counts: Published<GroupsOfStaying> }[]
}
export interface GroupsOfStaying {
  stayers: number
  leavers: number
  shareOfStayers: number | null
  shareOfLeavers: number | null
}

/** Mean of a difference in steps of the item's response scale. */
export interface StepChange {
  n: number
  mean: number
  interval: Interval | null
}

/** A then-test. Beside the prospective change, never in its place: memory errs too. */
export interface ResponseShift {
  item: string
  looksBackOn: string
  /** How it was, as seen now − as said then. */
  recalibration: Published<StepChange & { possibleShift: boolean }>
  /** Now − how it was, as seen now. */
  adjusted: Published<StepChange>
  /** Now − as said then, of the same people. */
  prospective: Published<StepChange>
}

/** Answers at the later wave to an item that asks straight out what has changed. */
export interface PerceivedChange {
  item: string
  /** Lowest point first. Points with few answers are hidden, and cover each other. */
  points: readonly { code: number; count: Published<{ n: number; share: number | null }> }[]
  /** Everybody who answered the item. */
  n: Published<number>
}

export interface Reliability {
  /** Complete cases. */
  n: number
  /** null where the totals do not vary. */
  alpha: { value: number; interval: Interval } | null
  /** null below three items and in a Heywood case. */
  omega: number | null
  /** Empty below three items. */
  items: readonly {
    item: string
    itemRest: number | null
    alphaWithout: number | null
    /** Item–rest correlation under 0.2. */
    weak: boolean
  }[]
}

/** Share, 0–1, of all scored who stand at one end; withheld where it would tell of few. */
export interface Extremes {
  n: number
  floor: Published<number>
  ceiling: Published<number>
  /** 15 % or more at an end. At the ceiling an improvement can no longer show. */
  flagged: readonly ('floor' | 'ceiling')[]
}

export interface ScaleQuality {
  indicator: string
  wave: WaveKind
  reliability: Published<Reliability>
  extremes: Published<Extremes>
}

export interface DoseResponse {
  item: string
  indicator: string
  /** code null: those who did not say. */
  categories: readonly { code: number | string | null; change: Published<GroupChange> }[]
}

/** Contact as one group of actors sees it with another, 0 – strongest. */
export interface ContactCell {
  n: number
  fromMean: number
  toMean: number
}

export interface ContactGrid {
  grid: string
  /** Columns, and first the rows that look back at them. */
  about: readonly { item: string; groups: readonly string[] }[]
  /** Raters: those asked about, in the order of the columns, then the other groups. */
  rows: readonly { groups: readonly string[]; cells: readonly Published<ContactCell>[] }[]
  /** Highest step, from 0. */
  strongest: number
  /** Over the cells shown, between different groups that are both asked and asked about; null without such. */
  from: NetworkMeasures
  to: NetworkMeasures
}
export interface NetworkMeasures {
  /** Mean of the cells as a share of the strongest contact, 0–1. */
  density: number | null
  /** Share of contact that both sides see, 0–1. */
  reciprocity: number | null
  /** Of what both sides say, −1 to 1: 0 = contact is answered no more than by chance. */
  correlation: number | null
}

/** Beside the level that the project set out to reach: everybody's at the later wave, on the comparable core. */
export interface TargetStanding {
  n: number
  mean: number
  /** Student's, 95 %; null where everybody stands at the same. */
  interval: Interval | null
  /** unclear: the interval has the target in it, or there is none. */
  standing: 'reached' | 'unclear' | 'not_reached'
}

/** Beside the smallest change that would matter to those concerned. */
export interface ChangeImportance {
  n: number
  meanChange: number
  interval: Interval | null
  /**
   * Whether the whole interval lies beyond it on the better side, on the worse, or between the two; unclear where it
   * does not, or there is none.
   */
  importance: 'better' | 'worse' | 'smaller' | 'unclear'
}

/** What the questionnaire says that a measure is held against; only measures of which it says anything. */
export interface Goals {
  targets: readonly { indicator: string; target: number; level: Published<TargetStanding> }[]
  importance: readonly { indicator: string; minimalImportantChange: number; change: Published<ChangeImportance> }[]
}

/** Two-sided paired t test at 0.05. Of an assumed spread: what the data turned out to be has no part in it. */
export interface DetectableChange {
  assumedSdChange: number
  power: number
  /** Smallest change, in points, that so many pairs would find. */
  table: readonly { n: number; change: number }[]
  /** Pairs needed for the change that would matter: the indicator's own, or what counts as noticeable. */
  wanted: readonly { indicator: string; change: number; pairs: number }[]
  /** What the published pairs would find. */
  actual: readonly {
    indicator: string
    overall: Published<{ n: number; change: number }>
    byMunicipality: readonly { code: string; name: string; change: Published<{ n: number; change: number }> }[]
  }[]
}

/** What became of each invitation of a wave. */
export interface Dispositions {
  complete: number
  partial: number
  breakOff: number
  refusal: number
  nonContact: number
  notEligible: number
}

/** AAPOR response rates, 0–1, of those eligible; null without anybody eligible. */
export interface ResponseRates {
  /** Complete / eligible. */
  rr1: number | null
  /** Complete and partial / eligible. */
  rr2: number | null
}

/** People who came so far. null: nobody has noted it. */
export interface Funnel {
  invited: number
  delivered: number | null
  opened: number | null
  started: number | null
  answered: number
  /** Complete or partial. */
  usable: number
  /** Answered both waves. */
  both: number
}

export type Stages = Omit<Funnel, 'usable'>

export interface Turnover {
  /** Seats that more than one person has held. */
  replacedSeats: number
  left: number
  withdrawn: number
}

export interface WaveAccount {
  funnel: Funnel
  dispositions: Dispositions
  rates: ResponseRates
}

/** Each block withheld by itself, where one of its counts would tell of few. */
export interface AccountRow {
  code: string
  name: Text
  /** Without the usable ones: less those who answered they are the break-offs, which are mostly few. */
  funnel: Published<{ from: Stages; to: Stages; retention: number | null }>
  dispositions: Published<{ from: WaveOutcome; to: WaveOutcome }>
  turnover: Published<Turnover>
}
export interface WaveOutcome {
  dispositions: Dispositions
  rates: ResponseRates
}

/** People whose answer came in this way. */
export interface ModeCount {
  code: AnswerMode
  count: Published<number>
}

/** Those who answered in one wave or the other, in each, and in both. */
export const respondentColumns = ['either', 'from', 'to', 'both'] as const
export type RespondentColumn = (typeof respondentColumns)[number]
export const shareColumns = {
  either: 'shareOfEither',
  from: 'shareOfFrom',
  to: 'shareOfTo',
  both: 'shareOfBoth',
} as const satisfies Record<RespondentColumn, string>

/** People who said one thing, in each column; and as a share, 0–1, of all in the column: null below ten of them. */
export interface RespondentRow extends Readonly<Record<RespondentColumn, Published<number>>> {
  /** null: those who skipped the question. */
  code: Choice['code'] | null
  label: Text | null
  shareOfEither: Published<number | null>
  shareOfFrom: Published<number | null>
  shareOfTo: Published<number | null>
  shareOfBoth: Published<number | null>
}

/** Who answered, by one horizontal criterion. Whoever answered both times counts by what they said first. */
export interface CriterionTable {
  id: Criterion
  item: string
  /** In the order of the questionnaire. */
  rows: readonly RespondentRow[]
}

/** Of those whose answers make the results; groups that deliver the project are left out. */
export interface ResponseAccount {
  from: WaveAccount
  to: WaveAccount
  /** Both waves / answered at first, 0–1. */
  retention: number | null
  /** null where memberships were not handed in. */
  turnover: Turnover | null
  /** How answers came in, no row in a wave of which it is not known; left out in cuts made before it was counted. */
  modes?: { from: readonly ModeCount[]; to: readonly ModeCount[] }
  /** By sex and age, where that is asked; left out in cuts made before it was counted. */
  respondents?: readonly CriterionTable[]
  byMunicipality: readonly AccountRow[]
  byActorGroup: readonly AccountRow[]
}

export interface ResultsContext {
  items: readonly ItemChange[]
  /** In the order of `items`. */
  distributions: readonly ItemDistribution[]
  attrition: Attrition
  responseShift: readonly ResponseShift[]
  perceived: readonly PerceivedChange[]
  quality: readonly ScaleQuality[]
  dose: readonly DoseResponse[]
  grids: readonly ContactGrid[]
  detectable: DetectableChange
  goals: Goals
  responses: ResponseAccount
}
