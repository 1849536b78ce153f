// What stands around the numbers of those who answered, by sex or age: the same on the results page and in a report.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type CriterionTable, type RespondentColumn, respondentColumns } from '#indicators/context/model.ts'
import type { ProjectResults } from '#indicators/model.ts'

/** Those that tell anything in any row. */
export const columnsTold = ({ rows }: CriterionTable): RespondentColumn[] =>
  respondentColumns.filter((column) => rows.some((row) => row[column].shown))

export function columnNames(
  { from, to }: ProjectResults,
  language: Language,
): Readonly<Record<RespondentColumn, string>> {
  const { common, results } = phrasesIn(language)
  return { ...results.respondents.columns, from: common.waveKind[from.kind], to: common.waveKind[to.kind] }
}

/** What a row counts: an answer, or that none was given. */
export const rowName = ({ label }: CriterionTable['rows'][number], language: Language): string =>
  label?.[language] ?? phrasesIn(language).results.respondents.skipped

/** What has to be said of what is not there, where some column is. */
export function notesOnHidden(table: CriterionTable, { threshold }: ProjectResults, language: Language): string[] {
  const { fewer, note } = phrasesIn(language).results.respondents
  const columns = columnsTold(table)
  const tellsOnly = (...told: RespondentColumn[]) =>
    respondentColumns.every((column) => columns.includes(column) === told.includes(column))
  const hides = table.rows.some((row) => columns.some((column) => !row[column].shown))
  return [
    ...(tellsOnly('from', 'to') ? [fewer.each] : []),
    ...(tellsOnly('either') ? [fewer.either] : []),
    ...(hides ? [note(formatCount(threshold, language))] : []),
  ]
}
