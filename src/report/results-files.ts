// Every published figure in one file, CSV or JSON: full precision, so that others can check; what is withheld on the
// page is withheld here, with its status. The CSV is tidy: a row per figure, under the address that `npm run results`
// prints and a cut's page has.
import { findFieldName } from '#cuts/fields.ts'
import { type Figure, listFigures, pathText } from '#cuts/figures.ts'
import { type PublishedResults, treeOf } from '#cuts/published-results.ts'
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { plannedTable } from '#indicators/table-plan.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from './csv.ts'

type GroupKind = keyof Phrases['report']['groupKinds']

interface Row {
  figure: Figure
  /** Empty for a figure that is of no measure. */
  indicator: string
  kind: GroupKind
  /** null where the figure is of everybody. */
  code: string | null
  /** What is left of the address without measure, group and field. */
  estimate: string
  field: string
}

/**
 * @param results with their context, where that is told as well
 * @throws RangeError with a figure of a table that is not planned
 */
export function resultsCsv(
  results: ProjectResults | PublishedResults,
  profile: CsvProfile,
  language: Language,
): string {
  const measures = new Set(results.indicators.map(({ indicator }) => indicator.id))
  const rows = listFigures(treeOf(results)).map((figure) => rowOf(figure, measures))
  return writeCsv(profile, columnsIn(results, profile, language), rows)
}

const divisions: readonly (readonly [part: string, kind: GroupKind])[] = [
  ['byMunicipality', 'municipality'],
  ['byActorGroup', 'actor_group'],
]

function rowOf(figure: Figure, measures: ReadonlySet<string>): Row {
  const { path } = figure
  plannedTable(pathText(path))
  const indicator = path.find((part, at) => at > 0 && measures.has(part)) ?? ''
  const [division, kind] = divisions.find(([part]) => path.includes(part)) ?? ['overall', 'everybody']
  const at = path.indexOf(division)
  const code = kind === 'everybody' || at < 0 ? null : (path[at + 1] ?? null)
  const isEnd = path.at(-1) === 'low' || path.at(-1) === 'high'
  const field = path.slice(isEnd ? -2 : -1)
  const said = new Set(['indicators', division, indicator, code])
  const estimate = path.slice(0, path.length - field.length).filter((part) => !said.has(part))
  return { figure, indicator, kind, code, estimate: estimate.join('/'), field: field.join('_') }
}

function columnsIn(results: ProjectResults, profile: CsvProfile, language: Language): CsvColumn<Row>[] {
  const { report: words, figures } = phrasesIn(language)
  const isRead = profile === 'excel'
  const titles = new Map(results.indicators.map(({ indicator }) => [indicator.id, indicator.title[language]]))
  const groups = new Map<string, string>([
    ...results.match.byMunicipality.map(({ code, name }) => [`municipality ${code}`, name] as const),
    ...results.indicators.flatMap(({ byActorGroup }) =>
      byActorGroup.map(({ code, title }) => [`actor_group ${code}`, title[language]] as const),
    ),
  ])
  return [
    { name: 'path', label: words.path, type: 'text', value: ({ figure }) => pathText(figure.path) },
    { name: 'indicator', label: words.indicatorCode, type: 'code', value: ({ indicator }) => indicator || null },
    { name: 'title', label: words.indicator, type: 'text', value: ({ indicator }) => titles.get(indicator) ?? null },
    {
      name: 'group_kind',
      label: words.groupKind,
      type: 'code',
      value: ({ kind }) => (isRead ? words.groupKinds[kind] : kind),
    },
    { name: 'group_code', label: words.groupCode, type: 'code', value: ({ code }) => code },
    {
      name: 'group',
      label: words.group,
      type: 'text',
      value: ({ kind, code }) => (code === null ? words.everybody : (groups.get(`${kind} ${code}`) ?? code)),
    },
    { name: 'estimate', label: words.estimate, type: 'text', value: ({ estimate }) => estimate || null },
    { name: 'field', label: words.field, type: 'code', value: ({ field }) => field },
    {
      name: 'what',
      label: words.what,
      type: 'text',
      value: ({ figure: { path } }) => {
        const name = findFieldName(path)
        return name === undefined ? null : figures.field[name].name
      },
    },
    {
      name: 'value',
      label: words.value,
      type: 'number',
      decimals: 4,
      value: ({ figure: { value } }) => (typeof value === 'number' ? value : null),
    },
    {
      name: 'word',
      label: words.word,
      type: 'text',
      value: ({ figure: { value, withheld } }) => {
        if (withheld || value === null || typeof value === 'number') return null
        return isRead ? wordOf(value, figures.word) : String(value)
      },
    },
    {
      name: 'status',
      label: words.status,
      type: 'code',
      value: ({ figure }) => (isRead ? statusWords(words)[statusOf(figure)] : statusOf(figure)) ?? statusOf(figure),
    },
    { name: 'n', label: words.people, type: 'number', value: ({ figure }) => peopleBehind(figure) },
  ]
}

/** ok, the reason why it is withheld, or that it could not be computed. */
function statusOf({ value, withheld }: Figure): string {
  if (withheld) return String(value)
  return value === null ? 'not_computed' : 'ok'
}

const statusWords = (words: Phrases['report']): Readonly<Record<string, string>> => ({
  ok: words.statusShown,
  too_few: words.statusTooFew,
  not_comparable: words.statusNotComparable,
  not_asked: words.statusNotAsked,
  no_variation: words.statusNoVariation,
  not_computed: words.statusNotComputed,
})

function wordOf(value: string | boolean, words: Phrases['figures']['word']): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  return Object.entries(words).find(([name]) => name === value)?.[1] ?? value
}

/**
 * Of the nearest group that says one; null for a withheld figure, and where two waves have a number each. A figure's page
 * tells more (src/cuts/people-behind.ts): in words, and of models and rates. Files of these results are published, and
 * must come out the same again.
 */
function peopleBehind({ holders, withheld }: Figure): number | null {
  if (withheld) return null
  for (const { n, fromN } of holders) {
    if (typeof n === 'number') return n
    if (typeof fromN === 'number') return null
  }
  return null
}

/** The results as JSON: every figure in full precision, a withheld one as its reason. */
export const resultsJson = (results: ProjectResults): string =>
  JSON.stringify(results, (name, value) => (name === 'reason' && value === 'suppressed' ? toldReason(value) : value), 2)
