// What a chart says, before anybody draws it. SVG, PNG, chart.js, CSV, table and alt text are all made from this one
// value, whose figures are already rounded as they are printed, so no form can tell what another one hides.
//
// chart-catalogue.ts lists every chart of a project and builds the one that is asked for. How a page uses it (texts as
// HTML, so that they can be selected, translated and zoomed; pictures shown one at a time by CSS; the table is what a
// screen reader and a researcher read): views/results/chart.eta. The SVG is safe to print unescaped: every text in it
// went through `element` of svg.ts.
import type { Language } from '#i18n/phrases.ts'
import type { Finding, Interval } from '#indicators/model.ts'
import type { Published } from '#indicators/published.ts'
import type { ContactsChart } from './chart-contacts.ts'
import type { DirectionsChart } from './chart-directions.ts'
import type { ForestChart } from './chart-forest.ts'
import type { FunnelChart } from './chart-funnel.ts'
import type { LikertChart } from './chart-likert.ts'
import type { MultiplesChart } from './chart-multiples.ts'
import type { NetworkChart } from './chart-network.ts'
import type { Sheet } from './chart-sheet.ts'
import type { ShiftChart } from './chart-shift.ts'
import type { SlopeChart } from './chart-slope.ts'
import type { TargetsChart } from './chart-targets.ts'

/** What a chart says that the results do not know. */
export interface ChartContext {
  language: Language
  projectName: string
  /** The days of each wave as the reader sees them: "3–28 mars 2027". */
  dates: { from: string; to: string }
}

/** The same people in both waves. Points with one decimal; positive = higher afterwards. */
export interface Figure {
  people: number
  from: number
  to: number
  change: number
  /** null where every pair changed equally much. */
  interval: Interval | null
  finding: Finding | null
}

/** Everybody who answered each wave, paired or not: shown beside, never instead. Points with one decimal. */
export interface AllFigure {
  change: number
  interval: Interval | null
}

/** A figure's words. Of a withheld one, `value` is the reason, and the figures are a dash. */
export interface RowText {
  people: string
  /** "9 personer"; '' of a withheld one. */
  peopleLong: string
  from: string
  to: string
  change: string
  interval: string
  /** "+8,3 (1,7 till 15,0)" or "för få svar". */
  value: string
  all: string
  /** The whole row in a sentence. */
  sentence: string
}

export type Section = 'municipality' | 'actor_group' | 'everybody' | 'primary' | 'scale' | 'outcome'

export interface ChartRow {
  /** Code of a municipality or actor group, or indicator id; null for everybody. */
  code: string | null
  name: string
  section: Section
  figure: Published<Figure>
  all: Published<AllFigure>
  text: RowText
}

export interface Axis {
  min: number
  max: number
  label: string
  ticks: readonly { value: number; label: string }[]
}

export interface ChartTable {
  caption: string
  columns: readonly { label: string; numeric: boolean }[]
  /** First cell = the row's heading. */
  rows: readonly (readonly string[])[]
  /** Why a cell that only the table has is empty of figures. */
  notes: readonly string[]
}

export interface ChartBase {
  /** Fit for a file name and an element id. */
  id: string
  language: Language
  /** States the finding, in the words that its interval allows. */
  title: string
  subtitle: string
  /** What the marks mean, what is hidden and why. */
  notes: readonly string[]
  /** From the numbers; a screen reader's picture. */
  altText: string
  table: ChartTable
}

/** A chart whose rows are changes. */
interface ChangesBase extends ChartBase {
  axis: Axis
  headings: { name: string; people: string; value: string }
  rows: readonly ChartRow[]
}

/** What everybody is divided into. */
export type Division = 'municipality' | 'actor_group'

/** One indicator: a dot and its interval per municipality or actor group, everybody last. */
export interface ChangeChart extends ChangesBase {
  kind: 'change'
  division: Division
  indicator: string
  /** Words on the two sides of zero. */
  sides: { down: string; up: string }
}

/** All outcome indicators: the mean before and after, everybody together, with the interval of the difference. */
export interface DumbbellChart extends ChangesBase {
  kind: 'dumbbell'
  waves: { from: string; to: string }
}

/** Charts of changes: chart.js draws them again, and their files hold the change of everybody as well. */
export type ChangesChart = ChangeChart | DumbbellChart

/** Every other kind: the picture stays, and is read mark by mark. */
export interface PictureBase<Kind extends string> extends ChartBase {
  kind: Kind
  sheet: Sheet
  /** What each mark says, in the order in which one walks through them. */
  readings: readonly string[]
  /** Said in place of the picture where nothing may be shown; null where there is something to see. */
  empty: string | null
}

export type PictureChart =
  | SlopeChart
  | ForestChart
  | MultiplesChart
  | LikertChart
  | ContactsChart
  | NetworkChart
  | DirectionsChart
  | FunnelChart
  | ShiftChart
  | TargetsChart

export type Chart = ChangesChart | PictureChart

export const isChanges = (chart: Chart): chart is ChangesChart => chart.kind === 'change' || chart.kind === 'dumbbell'

/** Rows that stand out: the one the title speaks about. */
export const isEmphasised = (row: ChartRow): boolean => row.section === 'everybody' || row.section === 'primary'
