// How an invented person comes to an answer: a level of opinion in points on 0–100, that day's chance added, and the
// nearest point of the response scale ticked. The planted change moves the level; nothing here looks at an answer.
import type { Item, WaveKind } from '#survey/questionnaire.ts'
import { type MunicipalityPlan, plantedChange, plantedIndexChange } from './plan.ts'
import { drawNormal, type Random } from './random.ts'

/** Standard deviations, in points. */
const spread = {
  /** Between people of one municipality, the same for everything asked. */
  person: 11,
  /** Of a person between what is measured, the same in every wave. */
  personOnMeasure: 7,
  /** Between people in how much they change. Its mean is 0: the planted change is the mean. */
  personalChange: 7,
  /** Of one answer on one day. */
  answer: 19,
}

/** How each measure lies above or below the level of the municipality, in points. */
const measureLevels: Readonly<Record<string, number>> = {
  D: 3,
  S: -3,
  H: -4,
  I: -6,
  F: 6,
  L: -4,
  T: -2,
  K1: 0,
  N1: 1,
  G: -6,
}

/** Statements that are harder (below 0) or easier to agree with than the others of their scale, in points. */
const itemLevels: Readonly<Record<string, number>> = { D3: 5, D5: -12, H2: 4, I4: -5, F3: 7, L3: -8, L4: -6, T3: -6 }

/** What a new wording does by itself, in points: "at least four times a year" is harder to agree with. */
const wordingLevels: Readonly<Record<string, number>> = { 'L1@2': -12 }

/** What people who look back take off the past, in points: a shift of the yardstick, not a change. */
const hindsight = -6

/** How strongly perceived change follows true change: 25 points of it are one step of the five. */
const perceptionFactor = 1.5

export interface Opinions {
  place: MunicipalityPlan
  person: number
  onMeasure: Readonly<Record<string, number>>
  personalChange: number
}

/** What a person brings along, and how much more or less than the planted change this person changes. */
export function drawOpinions(random: Random, place: MunicipalityPlan): Opinions {
  const onMeasure: Record<string, number> = {}
  for (const measure of Object.keys(measureLevels)) onMeasure[measure] = drawNormal(random, 0, spread.personOnMeasure)
  return {
    place,
    person: drawNormal(random, 0, spread.person),
    onMeasure,
    personalChange: drawNormal(random, 0, spread.personalChange),
  }
}

/** The level a person's answer to an item varies around, in points; 100 is the good end. May lie outside 0–100. */
export function opinionOn(
  opinions: Opinions,
  item: Pick<Item, 'id' | 'revision'>,
  measure: string,
  wave: WaveKind,
): number {
  if (item.id === 'P1') return 50 + perceptionFactor * (plantedIndexChange(opinions.place) + opinions.personalChange)
  if (item.id === 'TH1') return levelOf(opinions, 'N1', 'baseline') + hindsight
  const ofItem = (itemLevels[item.id] ?? 0) + (wordingLevels[`${item.id}@${item.revision}`] ?? 0)
  return levelOf(opinions, measure, wave) + ofItem
}

function levelOf({ place, person, onMeasure, personalChange }: Opinions, measure: string, wave: WaveKind): number {
  const before = place.level + (measureLevels[measure] ?? 0) + person + (onMeasure[measure] ?? 0)
  return wave === 'baseline' ? before : before + plantedChange(place, measure) + personalChange
}

/**
 * The point that is ticked, from 0 for the lowest of `points`. A reversed item is answered from the other end.
 * Rounding leaves the mean alone; what lies beyond the ends is drawn in to them, which shrinks a change a little.
 */
export function tickPoint(random: Random, level: number, points: number, reversed: boolean): number {
  const today = drawNormal(random, level, spread.answer)
  const nearest = Math.round(((reversed ? 100 - today : today) / 100) * (points - 1))
  return Math.min(Math.max(nearest, 0), points - 1)
}
