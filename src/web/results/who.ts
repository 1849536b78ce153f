// Who answered, told before any result: response rates, how many can be followed, and what became of the seats, in all
// and by municipality and actor group.
import { formatCount, formatNumber, formatPercent } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import {
  type AccountRow,
  type CriterionTable,
  type ResultsContext,
  type Stages,
  shareColumns,
  type Turnover,
  type WaveAccount,
} from '#indicators/context/model.ts'
import { modesUsed } from '#indicators/context/modes.ts'
import type { MatchCounts, ProjectResults } from '#indicators/model.ts'
import type { Published } from '#indicators/published.ts'
import { columnNames, columnsTold, notesOnHidden, rowName } from '#report/respondent-columns.ts'
import type { FigureRow } from './estimates.ts'

export interface Who {
  facts: readonly { name: string; value: string; help: string | null }[]
  /** What so many pairs could have shown; null where their number is not published. */
  detectable: string | null
  rates: { columns: readonly string[]; rows: readonly FigureRow[] }
  /** How answers came in; null where nobody knows. */
  modes: { columns: readonly string[]; rows: readonly FigureRow[]; hides: boolean } | null
  /** By sex and by age; empty where neither is asked, or the figures were frozen before they were counted. */
  respondents: readonly CriterionShown[]
  byMunicipality: Division
  byActorGroup: Division
}

interface CriterionShown {
  title: string
  /** Without a column that is hidden in every row. */
  columns: readonly string[]
  rows: readonly FigureRow[]
  /** What has to be said of what is not there. */
  notes: readonly string[]
}

interface Division {
  columns: readonly string[]
  rows: readonly FigureRow[]
  /** Names of columns that no row but that of all has anything in. */
  leftOut: readonly string[]
}

interface Source {
  results: ProjectResults
  context: ResultsContext
  /** Names of the groups that deliver the project; '' where there are none. */
  excluded: string
  language: Language
}

export function buildWho(source: Source): Who {
  const { results, context, language } = source
  const words = phrasesIn(language).results
  const { both, answeredFrom, answeredTo, onlyFrom, onlyTo } = results.match.overall
  const { retention, turnover, from, to } = context.responses
  const fact = (name: string, value: string, help: string | null = null) => ({ name, value, help })
  const count = (n: number) => formatCount(n, language)
  return {
    facts: [
      fact(words.both, count(both), words.bothOf(count(answeredFrom), count(answeredTo))),
      fact(words.retention, share(retention, language), words.retentionHelp),
      fact(words.onlyFrom, count(onlyFrom)),
      fact(words.onlyTo, count(onlyTo)),
      ...(turnover
        ? [fact(words.replaced, count(turnover.replacedSeats)), fact(words.withdrawn, count(turnover.withdrawn))]
        : []),
    ],
    detectable: detectableSentence(source),
    rates: {
      columns: [words.wave, words.invited, words.answered, words.complete, words.partial, 'RR1', 'RR2'],
      rows: [rateRow(results.from.kind, from, language), rateRow(results.to.kind, to, language)],
    },
    modes: modesOf(source),
    respondents: (context.responses.respondents ?? []).map((table) => criterionOf(table, source)),
    byMunicipality: withoutHiddenColumns(
      {
        columns: [words.municipality, ...columnsOf(source)],
        rows: [
          ...results.match.byMunicipality.map(({ code, name, counts }) =>
            rowOf(
              name,
              counts.shown ? counts.value : null,
              accountOf(context.responses.byMunicipality, code),
              language,
            ),
          ),
          totalRow(source),
        ],
      },
      language,
    ),
    byActorGroup: withoutHiddenColumns(
      {
        columns: [words.actorGroup, ...columnsOf(source)],
        rows: [
          ...context.responses.byActorGroup.map((account) =>
            rowOf(account.name[language], countsOf(account), account, language),
          ),
          totalRow(source),
          ...excludedRow(source),
        ],
      },
      language,
    ),
  }
}

/** A column that is hidden in every row but that of all says nothing: it is left out, and named. */
function withoutHiddenColumns({ columns, rows }: Omit<Division, 'leftOut'>, language: Language): Division {
  const { hidden, notShown, total } = phrasesIn(language).results
  const groups = rows.filter(({ name }) => name !== total)
  const isKept = (at: number) => {
    const column = groups.map(({ cells }) => cells[at])
    return !column.includes(hidden) || column.some((cell) => cell !== hidden && cell !== notShown)
  }
  const named = columns.slice(1)
  return {
    columns: columns.filter((_, at) => at === 0 || isKept(at - 1)),
    rows: rows.map(({ name, cells }) => ({ name, cells: cells.filter((_, at) => isKept(at)) })),
    leftOut: named.filter((_, at) => !isKept(at)),
  }
}

function detectableSentence({ results, context, language }: Source): string | null {
  const primary = results.indicators.find(({ indicator }) => indicator.role === 'primary') ?? results.indicators.at(0)
  const actual = context.detectable.actual.find(({ indicator }) => indicator === primary?.indicator.id)
  if (!actual?.overall.shown) return null
  const { n, change } = actual.overall.value
  const words = phrasesIn(language).results
  return words.detectable(
    primary?.indicator.title[language] ?? '',
    formatCount(n, language),
    formatNumber(change, 1, language),
    formatCount(context.detectable.assumedSdChange, language),
  )
}

function rateRow(kind: ProjectResults['from']['kind'], account: WaveAccount, language: Language): FigureRow {
  const { funnel, dispositions, rates } = account
  const counts = [funnel.invited, funnel.answered, dispositions.complete, dispositions.partial]
  return {
    name: phrasesIn(language).common.waveKind[kind],
    cells: [
      ...counts.map((n) => formatCount(n, language)),
      ...[rates.rr1, rates.rr2].map((rate) => share(rate, language)),
    ],
  }
}

/** Ways that nobody answered in are left out. */
function modesOf({ results, context, language }: Source): Who['modes'] {
  const { modes } = context.responses
  const words = phrasesIn(language)
  if (!modes) return null
  const used = modesUsed(modes)
  const rows = (['from', 'to'] as const)
    .filter((side) => modes[side].length > 0)
    .map((side) => ({
      name: words.common.waveKind[results[side].kind],
      cells: used.map((code) => {
        const count = modes[side].find((row) => row.code === code)?.count
        return count?.shown ? formatCount(count.value, language) : words.results.hidden
      }),
    }))
  if (rows.length === 0) return null
  const hides = rows.some(({ cells }) => cells.includes(words.results.hidden))
  return { columns: [words.results.wave, ...used.map((code) => words.results.modes.columns[code])], rows, hides }
}

function criterionOf(table: CriterionTable, { results, language }: Source): CriterionShown {
  const { respondents, hidden } = phrasesIn(language).results
  const title = respondents.criterion[table.id]
  const columns = columnsTold(table)
  if (columns.length === 0) return { title, columns: [], rows: [], notes: [respondents.allHidden] }
  const names = columnNames(results, language)
  return {
    title,
    columns: [title, ...columns.map((column) => names[column])],
    rows: table.rows.map((row) => ({
      name: rowName(row, language),
      cells: columns.map((column) => {
        const [count, part] = [row[column], row[shareColumns[column]]]
        if (!count.shown) return hidden
        const percent = part.shown && part.value !== null ? formatPercent(part.value, language) : null
        return respondents.cell(formatCount(count.value, language), percent)
      }),
    })),
    notes: notesOnHidden(table, results, language),
  }
}

function columnsOf({ results, language }: Source): string[] {
  const words = phrasesIn(language).results
  const { waveKind } = phrasesIn(language).common
  const [before, after] = [waveKind[results.from.kind].toLowerCase(), waveKind[results.to.kind].toLowerCase()]
  return [
    `${words.invited}, ${before}`,
    `${words.answered}, ${before}`,
    `${words.invited}, ${after}`,
    `${words.answered}, ${after}`,
    words.both,
    words.onlyFrom,
    words.onlyTo,
    words.retention,
    `RR2, ${before}`,
    `RR2, ${after}`,
    words.replaced,
    words.left,
    words.withdrawn,
  ]
}

const accountOf = (rows: readonly AccountRow[], code: string): AccountRow | undefined =>
  rows.find((row) => row.code === code)

/** Those who answered once only are the differences of what the funnel shows. */
function countsOf({ funnel }: AccountRow): MatchCounts | null {
  if (!funnel.shown) return null
  const { from, to }: { from: Stages; to: Stages } = funnel.value
  return {
    invitedFrom: from.invited,
    answeredFrom: from.answered,
    invitedTo: to.invited,
    answeredTo: to.answered,
    both: from.both,
    onlyFrom: from.answered - from.both,
    onlyTo: to.answered - to.both,
  }
}

function rowOf(
  name: string,
  counts: MatchCounts | null,
  account: AccountRow | undefined,
  language: Language,
): FigureRow {
  const { hidden } = phrasesIn(language).results
  const { funnel, dispositions, turnover } = account ?? {}
  const rates = dispositions?.shown ? [dispositions.value.from.rates.rr2, dispositions.value.to.rates.rr2] : null
  return {
    name,
    cells: [
      ...(counts ? countCells(counts, language) : Array<string>(7).fill(hidden)),
      funnel?.shown ? share(funnel.value.retention, language) : hidden,
      ...(rates ? rates.map((rate) => share(rate, language)) : [hidden, hidden]),
      ...turnoverCells(turnover, language),
    ],
  }
}

function totalRow({ results, context, language }: Source): FigureRow {
  const { from, to, retention, turnover } = context.responses
  return {
    name: phrasesIn(language).results.total,
    cells: [
      ...countCells(results.match.overall, language),
      ...[retention, from.rates.rr2, to.rates.rr2].map((value) => share(value, language)),
      ...turnoverCells(turnover ? { shown: true, value: turnover } : { shown: false, reason: 'not_asked' }, language),
    ],
  }
}

/** Those who deliver the project, beside the others and never among them. */
function excludedRow({ results, excluded, language }: Source): FigureRow[] {
  const words = phrasesIn(language).results
  const { counts } = results.match.excluded
  if (excluded === '' || (counts.shown && counts.value.answeredFrom + counts.value.answeredTo === 0)) return []
  const cells = counts.shown ? countCells(counts.value, language) : Array<string>(7).fill(words.hidden)
  return [{ name: words.excludedRow(excluded), cells: [...cells, ...Array<string>(6).fill(words.notShown)] }]
}

const countCells = (counts: MatchCounts, language: Language): string[] =>
  (['invitedFrom', 'answeredFrom', 'invitedTo', 'answeredTo', 'both', 'onlyFrom', 'onlyTo'] as const).map((name) =>
    formatCount(counts[name], language),
  )

function turnoverCells(turnover: Published<Turnover> | undefined, language: Language): string[] {
  const words = phrasesIn(language).results
  if (!turnover?.shown)
    return Array<string>(3).fill(!turnover || turnover.reason === 'not_asked' ? words.notShown : words.hidden)
  const { replacedSeats, left, withdrawn } = turnover.value
  return [replacedSeats, left, withdrawn].map((n) => formatCount(n, language))
}

/** A share of fewer than ten says more than there is. */
const share = (value: number | null, language: Language): string =>
  value === null ? phrasesIn(language).results.notShown : formatPercent(value, language)
