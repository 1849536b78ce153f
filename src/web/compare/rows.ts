// Rows of figures as a comparison prints them: the measured change and the shrunken one, people, before and after.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Shrunken } from '#indicators/figures.ts'
import { findingOf } from '#indicators/headline.ts'
import type { ChangeEstimate, Finding, IndicatorResult, ProjectResults } from '#indicators/model.ts'
import type { Figure } from '#indicators/published.ts'
import { chartRow, valueText } from '#report/chart-rows.ts'

export interface Row {
  name: string
  /** Why there are no figures; null where there are. */
  hidden: string | null
  /** As printed. */
  change: string
  /** null where there is none to show. */
  shrunken: string | null
  people: string
  from: string
  to: string
}

/** The change of somebody; of a municipality also drawn towards the average. */
export interface Estimate {
  change: ChangeEstimate
  shrunken?: Figure<Shrunken>
}

/** One estimate as it is printed. */
export interface Told {
  hidden: string | null
  people: string
  from: string
  to: string
  /** "+8,3 (1,7 till 15,0)". */
  change: string
  /** The change alone, and its interval. */
  points: string
  interval: string
  /** What the interval lets us say; mixed: the measured and the shrunken one let us say different things. */
  finding: Finding | 'mixed' | null
}

export function tell({ change, shrunken }: Estimate, language: Language): Told {
  const { figure, text } = chartRow({ code: null, name: '', section: 'everybody', change }, language)
  const finding = figure.shown ? figure.value.finding : null
  const isMixed = finding !== null && shrunken?.shown && findingOf(shrunken.value.interval) !== finding
  return {
    hidden: figure.shown ? null : text.value,
    people: text.people,
    from: text.from,
    to: text.to,
    change: text.value,
    points: text.change,
    interval: text.interval,
    finding: isMixed ? 'mixed' : finding,
  }
}

/** In the order of the results: by code, never by value. */
export const municipalityRows = ({ byMunicipality }: IndicatorResult, language: Language): Row[] =>
  byMunicipality.map(({ name, change, shrunken }) => tellRow(name, change, language, shrunken))

/** In the order of the questionnaire. */
export const groupRows = ({ byActorGroup }: IndicatorResult, language: Language): Row[] =>
  byActorGroup.map(({ title, change }) => tellRow(title[language], change, language))

export const everybodyRow = ({ overall }: IndicatorResult, language: Language): Row =>
  tellRow(phrasesIn(language).report.everybody, overall, language)

/** Every measure of one municipality, one actor group, or (null) everybody; null where there is no such one. */
export function measureRows(results: ProjectResults, of: Selection | null, language: Language): Row[] {
  return results.indicators.flatMap((result) => {
    const found = estimateOf(result, of)
    return found ? [tellRow(result.indicator.title[language], found.change, language, found.shrunken)] : []
  })
}

/** One municipality or one actor group: never both. */
export interface Selection {
  kind: 'municipality' | 'group'
  code: string
}

export function estimateOf(
  { overall, byMunicipality, byActorGroup }: IndicatorResult,
  of: Selection | null,
): Estimate | undefined {
  if (of === null) return { change: overall }
  const isIt = ({ code }: { code: string }) => code === of.code
  return of.kind === 'municipality' ? byMunicipality.find(isIt) : byActorGroup.find(isIt)
}

export function tellRow(name: string, change: ChangeEstimate, language: Language, shrunken?: Figure<Shrunken>): Row {
  const { hidden, people, from, to, change: measured } = tell({ change, ...(shrunken && { shrunken }) }, language)
  const drawn = shrunken && hidden === null ? shrunkenText(shrunken, language) : null
  return { name, hidden, change: measured, shrunken: drawn, people, from, to }
}

function shrunkenText(shrunken: Figure<Shrunken>, language: Language): string {
  if (!shrunken.shown) return phrasesIn(language).estimates.none
  const { estimate, interval } = shrunken.value
  return valueText({ change: estimate, interval }, language)
}

/** As an address writes a selection: "municipality-0482", "group-LUG". */
const addressed = ({ kind, code }: Selection): string => `${kind}-${code}`

export interface Selectable extends Selection {
  /** In an address. */
  value: string
  name: string
}

/** Everybody who may be chosen, whether or not figures of them are shown: which are hidden is no secret. */
export function selectablesOf({ indicators: [first] }: ProjectResults, language: Language): Selectable[] {
  const one = (kind: Selection['kind'], code: string, name: string): Selectable => ({
    kind,
    code,
    name,
    value: addressed({ kind, code }),
  })
  return [
    ...(first?.byMunicipality ?? []).map(({ code, name }) => one('municipality', code, name)),
    ...(first?.byActorGroup ?? []).map(({ code, title }) => one('group', code, title[language])),
  ]
}
