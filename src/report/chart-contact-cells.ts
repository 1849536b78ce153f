// What the two pictures of a contact grid share: its cells with their words, sentence, sheet and notes. The heat-map shows
// every cell; the network shows them as lines.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ContactGrid } from '#indicators/context/model.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { headlineNotes } from './chart-headline.ts'
import { statusText } from './chart-rows.ts'
import { asPrinted, change, count, words as inWords, level, none, type Sheet } from './chart-sheet.ts'
import type { ChartSource } from './chart-source.ts'
import { peopleOf, subtitle, waveName } from './chart-text.ts'

/** As one group sees its contact with another; null where it is withheld or does not apply. */
export interface ContactPanel {
  from: number | null
  to: number | null
  /** A group is not asked about itself. */
  applies: boolean
  sentence: string
}

export interface ContactRow {
  code: string
  name: string
  panels: readonly ContactPanel[]
}

export interface ContactCells {
  grid: ContactGrid
  columns: readonly { code: string; name: string }[]
  rows: readonly ContactRow[]
  strongest: number
  subtitle: string
  /** What may be said of the measure that is made of the same questions: it has an interval, and the cells have none. */
  beneath: readonly string[]
  sheet: Sheet
  empty: string | null
}

/** @throws RangeError where the context has no such grid */
export function contactCells(source: ChartSource, gridId: string, caption: string): ContactCells {
  const { results, context, questionnaires, about } = source
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const grid = context.grids.find((one) => one.grid === gridId)
  if (!grid) throw new RangeError(`The results have no grid ${gridId}`)
  const found = indicatorOf(grid, results)
  const columns = grid.about.map(({ groups }) => ({
    code: groups.join(', '),
    name: namesOf(groups, questionnaires.from, language),
  }))
  const seen = grid.rows.map(({ groups, cells }): ContactRow => {
    const code = groups.join(', ')
    const name = namesOf(groups, questionnaires.from, language)
    const panels = cells.map((cell, at): ContactPanel => {
      const other = columns[at]?.name ?? ''
      if (!cell.shown) {
        const applies = cell.reason !== 'not_asked'
        return {
          from: null,
          to: null,
          applies,
          sentence: charts.contacts.hidden(name, other, statusText(cell.reason, report)),
        }
      }
      const [from, to] = [asPrinted(cell.value.fromMean), asPrinted(cell.value.toMean)]
      const text = (value: number) => formatNumber(value, 1, language)
      return {
        from,
        to,
        applies: true,
        sentence: charts.contacts.sentence(name, other, text(from), text(to), formatCount(cell.value.n, language)),
      }
    })
    return { code, name, panels }
  })
  const isShown = ({ panels }: ContactRow) => panels.some(({ to }) => to !== null)
  return {
    grid,
    columns,
    rows: seen,
    strongest: grid.strongest,
    beneath: found ? headlineNotes(found, language) : [],
    subtitle: subtitle(results, null, peopleOf(found?.overall), about),
    sheet: sheetOf(caption, grid, columns, seen, source),
    empty: seen.some(isShown) ? null : charts.empty(formatCount(results.threshold, language)),
  }
}

/** The indicator of the same questions, if there is one. */
function indicatorOf(grid: ContactGrid, { indicators }: ProjectResults): IndicatorResult | undefined {
  const items = new Set(grid.about.map(({ item }) => item))
  return indicators.find(
    ({ indicator }) => indicator.kind === 'scale' && indicator.items.every(({ item }) => items.has(item)),
  )
}

const namesOf = (codes: readonly string[], { actorGroups }: Questionnaire, language: Language): string =>
  codes.map((code) => actorGroups.find((group) => group.code === code)?.label[language] ?? code).join(', ')

function sheetOf(
  caption: string,
  grid: ContactGrid,
  columns: ContactCells['columns'],
  rows: readonly ContactRow[],
  { results, about: { language } }: ChartSource,
): Sheet {
  const { charts, report } = phrasesIn(language)
  const words = charts.contacts
  return {
    caption,
    columns: [
      { name: 'rater_code', label: words.rater, type: 'code' },
      { name: 'rater', label: words.rater, type: 'text' },
      { name: 'about_code', label: words.about, type: 'code' },
      { name: 'about', label: words.about, type: 'text' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'n', label: report.people, type: 'number' },
      { name: 'from_mean', label: waveName(results.from.kind, language), type: 'number' },
      { name: 'to_mean', label: waveName(results.to.kind, language), type: 'number' },
      { name: 'change', label: report.change, type: 'number' },
    ],
    rows: rows.flatMap((row, rowAt) =>
      columns.flatMap((column, at) => {
        const cell = grid.rows[rowAt]?.cells[at]
        if (!cell || row.panels[at]?.applies === false) return []
        const start = [inWords(row.code), inWords(row.name), inWords(column.code), inWords(column.name)]
        if (!cell.shown)
          return [
            [
              ...start,
              inWords(statusText(cell.reason, report), toldReason(cell.reason)),
              none(),
              none(),
              none(),
              none(),
            ],
          ]
        const { n, fromMean, toMean } = cell.value
        return [
          [
            ...start,
            inWords(report.statusShown, 'ok'),
            count(n, language),
            level(fromMean, language),
            level(toMean, language),
            change(toMean - fromMean, language),
          ],
        ]
      }),
    ),
    notes: [],
  }
}
