// What the demonstration is meant to contain: who answers where, and the change that is planted. Whoever looks at the
// results can lay them beside these numbers; docs/demo.md shows them, and a test holds the two together.
import type { MunicipalityCode } from './municipalities.ts'

/** The six scales of the collaboration index, then service access and the strength of local groups. */
export const indexScales = ['D', 'S', 'H', 'I', 'F', 'L'] as const
export const plannedScales = [...indexScales, 'T', 'K1'] as const
export type PlannedScale = (typeof plannedScales)[number]

export interface MunicipalityPlan {
  code: MunicipalityCode
  /** Level before the project, points on 0–100. */
  level: number
  /** True change among all who could be asked, points on 0–100. */
  change: Readonly<Record<PlannedScale, number>>
  /** People at the start, a process leader not counted. Those who answer: at baseline, both times, at the end only. */
  people: { invited: number; baseline: number; both: number; endlineOnly: number }
  /** A process leader takes part too, and answers both times; outcomes leave this answer out. */
  processLeader?: true
  /** One seat passes to somebody else between the waves: a baseline answer leaves, an answer at the end only comes. */
  seatPassesOn?: true
}

type Change = [D: number, S: number, H: number, I: number, F: number, L: number, T: number, K1: number]
type People = [invited: number, baseline: number, both: number, endlineOnly: number]

function plan(
  code: MunicipalityCode,
  level: number,
  [D, S, H, I, F, L, T, K1]: Change,
  [invited, baseline, both, endlineOnly]: People,
  more: Pick<MunicipalityPlan, 'processLeader' | 'seatPassesOn'> = {},
): MunicipalityPlan {
  const people = { invited, baseline, both, endlineOnly }
  return { code, level, change: { D, S, H, I, F, L, T, K1 }, people, ...more }
}

/** In the order of the codes. */
export const plans: readonly MunicipalityPlan[] = [
  // Three pairs: too few to show.
  plan('0428', 46, [10, 8, 6, 8, 4, 6, 2, 6], [6, 4, 3, 1]),
  plan('0482', 44, [12, 10, 6, 8, 2, 4, 0, 6], [12, 9, 6, 1]),
  plan('0581', 50, [6, 4, 4, 4, 0, 0, 0, 4], [15, 11, 7, 2], { processLeader: true }),
  plan('0583', 42, [16, 14, 12, 14, 6, 10, 6, 10], [14, 10, 6, 2], { seatPassesOn: true }),
  // Nothing has changed here: what the results show for it is chance.
  plan('0765', 47, [0, 0, 0, 0, 0, 0, 0, 0], [12, 9, 6, 1]),
  plan('0781', 41, [18, 16, 16, 14, 8, 12, 10, 12], [14, 10, 6, 1], { processLeader: true }),
  plan('2039', 38, [20, 18, 14, 18, 10, 16, 8, 14], [13, 9, 6, 1], { processLeader: true }),
  // Anchored outside, and a little less inside.
  plan('2085', 45, [8, 6, 2, 8, -2, 2, 2, 4], [13, 9, 6, 2]),
  // Collaboration grows while the service itself declines.
  plan('2421', 43, [14, 10, 8, 12, 4, 6, -4, 8], [10, 7, 5, 1]),
  plan('2482', 48, [10, 10, 8, 10, 4, 6, 4, 8], [15, 11, 7, 2], { processLeader: true, seatPassesOn: true }),
  // A decline, so that the tool is seen to say so.
  plan('2505', 49, [-6, -6, -4, -4, -2, -2, -8, 0], [12, 8, 6, 1]),
]

/** As plans, of the programme that followed. Älmhult, Ljungby and Ludvika were in the first. */
export const laterPlans: readonly MunicipalityPlan[] = [
  // Nothing had changed the first time; now it does.
  plan('0765', 48, [8, 8, 6, 6, 6, 8, 4, 8], [13, 10, 8, 1]),
  // Had come far already: a little more.
  plan('0781', 54, [4, 2, 2, 4, 2, 4, 0, 2], [13, 10, 8, 1]),
  plan('2062', 44, [10, 8, 8, 10, 6, 6, 4, 8], [12, 9, 7, 1]),
  // What was lacking the first time: the own organisations come along.
  plan('2085', 49, [6, 6, 4, 6, 8, 6, 4, 4], [12, 10, 8, 1]),
  // Too few to show, both: one alone could be told from the sum of the others.
  plan('2417', 46, [6, 6, 4, 6, 4, 4, 2, 4], [6, 4, 3, 0]),
  plan('2418', 45, [8, 6, 6, 8, 4, 4, 2, 6], [6, 4, 3, 1]),
]

/** Planted change of the collaboration index: the mean over its six scales. */
export const plantedIndexChange = (place: MunicipalityPlan): number =>
  indexScales.reduce((sum, scale) => sum + place.change[scale], 0) / indexScales.length

/** Planted change of a scale of the plan; whatever else is asked about moves as the index does. */
export const plantedChange = (place: MunicipalityPlan, measure: string): number =>
  isPlanned(measure) ? place.change[measure] : plantedIndexChange(place)

const isPlanned = (measure: string): measure is PlannedScale => (plannedScales as readonly string[]).includes(measure)
