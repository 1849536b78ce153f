// One published figure in words: what it is called, what it says to a reader, and what stands beside it.
import { formatChange, formatCount, formatNumber, formatPercent } from '#i18n/format.ts'
import { formatLimit } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ResultsContext } from '#indicators/context/model.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { type Field, fieldOf, findFieldName, findName } from './fields.ts'
import type { Figure } from './figures.ts'
import { peopleBehind } from './people-behind.ts'

/** What names of measures, places and groups are found in; cuts from before it was published have no context. */
type Named = ProjectResults & { context?: ResultsContext | null }

/** What the figure is called: "Förändring", or its name in the results where there are no words for it. */
export function nameOfFigure({ path }: Pick<Figure, 'path'>, language: Language): string {
  const words = phrasesIn(language).figures
  const name = findFieldName(path)
  const last = path.at(-1) ?? ''
  const end = last === 'low' || last === 'high' ? words.end[last] : null
  const plain = name === undefined ? (findGroupName(path, language) ?? last) : words.field[name].name
  return end === null || name === undefined ? plain : `${plain}, ${end}`
}

/** A group stands as one figure where it is withheld, or was not asked for. */
function findGroupName(path: readonly string[], language: Language): string | undefined {
  const { group } = phrasesIn(language).figures
  const name = findName(path, group)
  return name === undefined ? undefined : group[name]
}

const isKey = <T extends object>(text: string, words: T): text is keyof T & string => Object.hasOwn(words, text)

/** The value as a page shows it: rounded, in the reader's language; a withheld one as its reason. */
export function formatFigure({ path, value }: Figure, language: Language): string {
  const { word } = phrasesIn(language).figures
  if (value === null) return word.notComputed
  if (typeof value === 'boolean') return value ? word.yes : word.no
  const name = findFieldName(path)
  if (typeof value === 'number') {
    const unit = name === undefined ? 'number' : fieldOf(name).unit
    return isEnd(path) ? formatEnd(value, unit, language) : formatUnit(value, unit, language)
  }
  const { waveKind } = phrasesIn(language).common
  if (isKey(value, waveKind)) return waveKind[value]
  return isKey(value, word) ? word[value] : value
}

function formatUnit(value: number, unit: Field['unit'], language: Language): string {
  switch (unit) {
    case 'points':
      return formatNumber(value, 1, language)
    case 'change':
      return formatChange(value, 1, language)
    case 'share':
    case 'part':
      return formatPercent(value, language)
    case 'people':
    case 'questions':
      return formatCount(value, language)
    case 'probability':
      return value < 0.001 ? `<${formatNumber(0.001, 3, language)}` : formatNumber(value, 3, language)
    case 'ratio':
    case 'steps':
      return formatNumber(value, 2, language)
    case 'stepChange':
      return formatChange(value, 2, language)
    case 'identifier':
      return String(value)
    case 'word':
    case 'number':
      return formatNumber(value, Number.isInteger(value) ? 0 : 2, language)
  }
}

const isEnd = (path: readonly string[]): boolean => path.at(-1) === 'low' || path.at(-1) === 'high'

/** An end of an interval: no plus sign, and the decimals that tell it from zero. */
function formatEnd(value: number, unit: Field['unit'], language: Language): string {
  if (unit === 'points' || unit === 'change') return formatLimit(value, 1, language)
  if (unit === 'ratio' || unit === 'steps' || unit === 'stepChange') return formatLimit(value, 2, language)
  return formatUnit(value, unit, language)
}

export interface Provenance {
  name: string
  /** As shown, and as it stands in the file. */
  value: string
  exact: string
  /** `exact` is a word of the file, not a number. */
  isWord: boolean
  withheld: boolean
  unit: string
  people: string | null
  interval: string | null
  formula: string
  source: string | null
}

/** The two ends of an interval as one figure. */
export function describeInterval(low: Figure, high: Figure, language: Language): Provenance {
  const { intervalText } = phrasesIn(language).report
  const [from, to] = [describeFigure(low, language), describeFigure(high, language)]
  const name = findFieldName(low.path)
  return {
    ...from,
    name: name === undefined ? from.name : phrasesIn(language).figures.field[name].name,
    value: intervalText(from.value, to.value),
    exact: intervalText(from.exact, to.exact),
  }
}

/** Everything about the figure that can be told from the results themselves. */
export function describeFigure(figure: Figure, language: Language): Provenance {
  const words = phrasesIn(language)
  const name = findFieldName(figure.path)
  const field = name === undefined ? undefined : fieldOf(name)
  return {
    name: nameOfFigure(figure, language),
    value: formatFigure(figure, language),
    exact: figure.value === null ? words.figures.word.notComputed : String(figure.value),
    isWord: typeof figure.value === 'string',
    withheld: figure.withheld,
    unit: words.figures.unit[figure.withheld ? 'word' : (field?.unit ?? unitless(figure))],
    people: figure.withheld ? null : peopleBehind(figure, language),
    interval: figure.withheld ? null : intervalBeside(figure, language),
    formula: formulaOf(figure, language),
    source: field?.source ?? null,
  }
}

function formulaOf({ path }: Figure, language: Language): string {
  const { field, groupFormula, unknown } = phrasesIn(language).figures
  const name = findFieldName(path)
  if (name !== undefined) return field[name].formula
  return findGroupName(path, language) === undefined ? unknown : groupFormula
}

const unitless = ({ value }: Figure) => (typeof value === 'number' ? 'number' : 'word')

/** Figures that the interval beside them is of. */
const estimates: ReadonlySet<string> = new Set(['meanChange', 'mean', 'share', 'estimate', 'gAv'])

function intervalBeside({ path, holders: [holder] }: Figure, language: Language): string | null {
  const interval = holder?.interval
  if (!estimates.has(path.at(-1) ?? '') || !Array.isArray(interval)) return null
  const [low, high] = (['low', 'high'] as const).map((end, at) =>
    formatFigure({ path: [...path, end], value: interval[at] ?? null, withheld: false, holders: [] }, language),
  )
  return low === undefined || high === undefined ? null : phrasesIn(language).report.intervalText(low, high)
}

/** A part of an address in words: a measure, a place, a group of people or of figures; what has no words as it stands. */
export function nameOfPart(path: readonly string[], results: Named, language: Language): string {
  const [list = '', last = ''] = path.slice(-2)
  const measure = results.indicators.find(({ indicator }) => indicator.id === last)?.indicator.title[language]
  if (listsOfMeasures.has(list) && measure !== undefined) return measure
  if (list === 'byMunicipality') return results.match.byMunicipality.find(({ code }) => code === last)?.name ?? last
  if (list === 'byActorGroup') return groupTitle(last, results, language)
  return (
    findMemberName(path, results, language) ??
    findSharedName(last, language) ??
    findGroupName(path, language) ??
    findIntervalName(path, language) ??
    last
  )
}

const listsOfMeasures: ReadonlySet<string> = new Set([
  'indicators',
  'byIndicator',
  'actual',
  'wanted',
  'targets',
  'importance',
])

const groupTitle = (code: string, { indicators: [first] }: Named, language: Language): string =>
  first?.byActorGroup.find((group) => group.code === code)?.title[language] ?? code

/** Answers that nobody gave, and two ways of computing taken together. */
function findSharedName(last: string, language: Language): string | undefined {
  const { member, word, combined } = phrasesIn(language).figures
  if (isKey(last, member)) return member[last]
  const [method = '', spread = ''] = last.split('-')
  return isKey(method, word) && isKey(spread, word) ? combined(word[method], word[spread]) : undefined
}

/** An interval is a figure with two ends, and goes by the figure's name. */
function findIntervalName(path: readonly string[], language: Language): string | undefined {
  const name = findFieldName(path)
  return name === undefined ? undefined : phrasesIn(language).figures.field[name].name
}

/** Members of lists that go by their place, or by two names. */
function findMemberName(path: readonly string[], results: Named, language: Language): string | undefined {
  const [room, topic, member = '', part, place, cells, cell] = path
  const { context } = results
  if (room !== 'context' || !context) return undefined
  if (topic === 'responses' && member === 'respondents' && place === 'rows' && path.length === 6)
    return labelOfRow(context.responses, part, cells, language)
  if (topic === 'grids' && path.length > 2) {
    const grid = context.grids[Number(member) - 1]
    if (path.length === 3) return context.grids.length === 1 ? undefined : grid?.grid
    if (part === 'rows' && path.length === 5)
      return grid?.rows[Number(place) - 1]?.groups.map((code) => groupTitle(code, results, language)).join(', ')
    if (cells === 'cells' && path.length === 7) return grid?.about[Number(cell) - 1]?.item
  }
  if (topic === 'quality' && path.length === 3) {
    const { waveKind } = phrasesIn(language).common
    const scale = context.quality.find(({ indicator, wave }) => `${indicator}-${wave}` === member)
    return (
      scale &&
      `${nameOfPart(['indicators', scale.indicator], results, language)}, ${waveKind[scale.wave].toLowerCase()}`
    )
  }
  return undefined
}

/** What somebody said of their sex or age, as the questionnaire words it. */
function labelOfRow(
  { respondents }: ResultsContext['responses'],
  criterion: string | undefined,
  code: string | undefined,
  language: Language,
): string | undefined {
  const row = respondents?.find(({ id }) => id === criterion)?.rows.find((one) => String(one.code ?? 'none') === code)
  return row && (row.label?.[language] ?? phrasesIn(language).results.respondents.skipped)
}

/** Where in the results a figure stands, in words: "Dialog, Per kommun, Flen". */
export const placeOfFigure = (path: readonly string[], results: Named, language: Language): string =>
  nameOfGroup(path.slice(0, -1), results, language)

/** The same of a group of figures. */
export function nameOfGroup(path: readonly string[], results: Named, language: Language): string {
  const groups = path.map((_, at) => path.slice(0, at + 1))
  const named = groups.filter((group) => group.length > 1 || groups.length === 1)
  return named.map((group) => nameOfPart(group, results, language)).join(' · ')
}
