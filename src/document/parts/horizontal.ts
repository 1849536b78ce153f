// Whom the project reached, by sex and age: of those who answered, for the whole project. What else horizontal criteria
// ask about (diversity, the environment) no figure tells, and people write.
import { formatCount, formatPercent } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import {
  type CriterionTable,
  type RespondentColumn,
  respondentColumns,
  shareColumns,
} from '#indicators/context/model.ts'
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
    const columns = columnsShown(table)
    if (columns.length === 0) return words.allHidden(criterion[table.id])
    const sentences = columns.map((column) => {
      const shares = table.rows.flatMap((row) => {
        const share = row[shareColumns[column]]
        const path = `${addressOf(table, row)}/${shareColumns[column]}`
        if (!share.shown || share.value === null) return []
        return [
          words.share(
            answerOf(row, source),
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
    .filter((table) => columnsShown(table).length > 0)
    .map((table) => tableOf(table, source, measured))

function tableOf(table: CriterionTable, source: Source, { cut, results, figures }: Measured): TableBlock {
  const { language } = source
  const { document, results: page, common } = phrasesIn(language)
  const { horizontal: words } = document
  const columns = columnsShown(table)
  const names = {
    ...page.respondents.columns,
    from: common.waveKind[cut.from.kind],
    to: common.waveKind[cut.to.kind],
  }
  const rows = table.rows.map((row) => [
    answerOf(row, source),
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
  ])
  const { fewer, note } = page.respondents
  return {
    kind: 'table',
    caption: words.caption(page.respondents.criterion[table.id]),
    columns: [text(words.answer, 4), ...columns.map((column) => number(names[column], 2))],
    rows,
    notes: [
      ...(columns.join() === 'from,to' ? [fewer.each] : []),
      ...(columns.join() === 'either' ? [fewer.either] : []),
      ...(rows.some((cells) => cells.includes(page.hidden)) ? [note(formatCount(results.threshold, language))] : []),
    ],
  }
}

type Row = CriterionTable['rows'][number]

const columnsShown = ({ rows }: CriterionTable): RespondentColumn[] =>
  respondentColumns.filter((column) => rows.some((row) => row[column].shown))

const answerOf = ({ label }: Row, { language }: Source): string =>
  label?.[language] ?? phrasesIn(language).results.respondents.skipped

const addressOf = ({ id }: CriterionTable, { code }: Row): string =>
  `context/responses/respondents/${id}/rows/${code ?? 'none'}`
