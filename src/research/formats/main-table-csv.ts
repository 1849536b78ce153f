// main-table.csv: change per measure, in all and per municipality, as published: what main-table.R computes again.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, PairedChange, ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { type CsvColumn, writeCsv } from '#report/csv.ts'
import type { Text } from '#survey/questionnaire.ts'

interface Row {
  indicator: string
  title: Text
  code: string | null
  name: string
  change: ChangeEstimate
}

/** Full precision, hidden figures empty with their status. */
export function mainTableCsv(results: ProjectResults, language: Language): string {
  const figure = (name: string, pick: (change: PairedChange) => number | null): CsvColumn<Row> => ({
    name,
    label: name,
    type: 'number',
    value: ({ change: { paired } }) => (paired.shown ? pick(paired.value) : null),
  })
  const code = (name: string, value: (row: Row) => string | null): CsvColumn<Row> => ({
    name,
    label: name,
    type: 'code',
    value,
  })
  const columns: CsvColumn<Row>[] = [
    code('indicator', (row) => row.indicator),
    { name: 'title', label: 'title', type: 'text', value: (row) => row.title[language] },
    code('municipality_code', (row) => row.code),
    { name: 'municipality', label: 'municipality', type: 'text', value: (row) => row.name },
    code('status', ({ change: { paired } }) => (paired.shown ? 'ok' : toldReason(paired.reason))),
    figure('n', ({ n }) => n),
    figure('from_mean', ({ fromMean }) => fromMean),
    figure('to_mean', ({ toMean }) => toMean),
    figure('change', ({ meanChange }) => meanChange),
    figure('change_low', ({ interval }) => interval?.[0] ?? null),
    figure('change_high', ({ interval }) => interval?.[1] ?? null),
  ]
  return writeCsv('research', columns, rowsOf(results, phrasesIn(language).report.everybody))
}

function* rowsOf({ indicators }: ProjectResults, everybody: string): Generator<Row> {
  for (const { indicator, overall, byMunicipality } of indicators) {
    const { id, title } = indicator
    yield { indicator: id, title, code: null, name: everybody, change: overall }
    for (const { code, name, change } of byMunicipality) yield { indicator: id, title, code, name, change }
  }
}
