// Whom the project reached, by sex and age: of those who answered, for the whole project. What else horizontal criteria
// ask about (diversity, the environment) no figure tells, and people write.
import { formatPercent } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { type CriterionTable, shareColumns } from '#indicators/context/model.ts'
import { columnNames, columnsTold, notesOnHidden, rowName } from '#report/respondent-columns.ts'
import type { Measured, Source } from '../material.ts'
import type { Block, Marked, TableBlock } from '../model.ts'
import { number, text } from './change.ts'

export function horizontalText(source: Source, { context, figures }: Measured): Marked {
  const { language } = source
  const { horizontal: words } = phrasesIn(language).document
  const { criterion } = phrasesIn(language).results.respondents
  const tables = context?.responses.respondents
  if (!tables) return words.notCounted
  if (tables.length === 0) return words.notAsked
  const paragraphs = tables.map((table) => {
    const columns = columnsTold(table)
    if (columns.length === 0) return words.allHidden(criterion[table.id])
    const sentences = columns.map((column) => {
      const shares = table.rows.flatMap((row) => {
        const share = row[shareColumns[column]]
        const path = `${addressOf(table, row)}/${shareColumns[column]}`
        if (!share.shown || share.value === null) return []
        return [
          words.share(
            rowName(row, language),
            figures.citeAs(path, (value) => formatPercent(value, language)),
          ),
        ]
      })
      return shares.length > 0 ? words.shares(criterion[table.id], words.people[column], shares.join(', ')) : ''
    })
    return sentences.filter((sentence) => sentence !== '').join(' ')
  })
  return [words.lead, ...paragraphs.filter((paragraph) => paragraph !== '')].join('\n\n')
}

export const horizontalEvidence = (source: Source, measured: Measured): Block[] =>
  (measured.context?.responses.respondents ?? [])
    .filter((table) => columnsTold(table).length > 0)
    .map((table) => tableOf(table, source, measured))

function tableOf(table: CriterionTable, { language }: Source, { results, figures }: Measured): TableBlock {
  const { document, results: page } = phrasesIn(language)
  const { horizontal: words } = document
  const columns = columnsTold(table)
  const names = columnNames(results, language)
  return {
    kind: 'table',
    caption: words.caption(page.respondents.criterion[table.id]),
    columns: [text(words.answer, 4), ...columns.map((column) => number(names[column], 2))],
    rows: table.rows.map((row) => [
      rowName(row, language),
      ...columns.map((column) => {
        const [count, share] = [row[column], row[shareColumns[column]]]
        if (!count.shown) return page.hidden
        const people = figures.cite(`${addressOf(table, row)}/${column}`)
        if (!share.shown || share.value === null) return people
        const path = `${addressOf(table, row)}/${shareColumns[column]}`
        return words.cell(
          people,
          figures.citeAs(path, (value) => formatPercent(value, language)),
        )
      }),
    ]),
    notes: notesOnHidden(table, results, language),
  }
}

type Row = CriterionTable['rows'][number]

const addressOf = ({ id }: CriterionTable, { code }: Row): string =>
  `context/responses/respondents/${id}/rows/${code ?? 'none'}`
