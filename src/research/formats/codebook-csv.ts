// codebook.csv: a row per variable of the research files, in both languages.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from '#report/csv.ts'
import { languages } from '#survey/questionnaire.ts'
import type { Variable } from '../variable.ts'

/** @param language of the headings and of the labels of codes; the variable's text is there in both */
export function codebookCsv(variables: readonly Variable[], profile: CsvProfile, language: Language): string {
  const words = phrasesIn(language).research
  const text = (name: keyof typeof words.codebook, value: (row: Variable) => string): CsvColumn<Variable> => ({
    name,
    label: words.codebook[name],
    type: 'text',
    value,
  })
  const columns: CsvColumn<Variable>[] = [
    text('variable', (row) => row.name),
    text('source', (row) => row.source),
    text('type', (row) => row.type),
    ...languages.map((spoken) => text(`text_${spoken}`, (row) => row.meaning[spoken])),
    text('values', (row) => row.values.map((value) => codeAndLabel(value, language)).join(' | ')),
    text('missing', (row) => row.missing.map((value) => codeAndLabel(value, language)).join(' | ')),
    text('waves', (row) => row.waves.join(', ')),
    text('scores', (row) => row.scores.join(', ')),
  ]
  return writeCsv(profile, columns, variables)
}

/** In brackets: a cell that began with −1 would be a formula to a spreadsheet. */
const codeAndLabel = ({ code, label }: Variable['values'][number], language: Language): string =>
  `(${code}) ${label?.[language] ?? ''}`.trimEnd()
