// Every figure of the results page in one file, CSV or JSON: full precision, so that others can check; what is withheld
// on the page is withheld here, with its status. The CSV has a row per measure and municipality, everybody first.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, IndicatorResult, PairedChange, ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from './csv.ts'

interface Row {
  indicator: IndicatorResult
  code: string | null
  name: string
  change: ChangeEstimate
}

export function resultsCsv(results: ProjectResults, profile: CsvProfile, language: Language): string {
  return writeCsv(profile, columnsIn(language), rowsOf(results, language))
}

function* rowsOf(results: ProjectResults, language: Language): Generator<Row> {
  const everybody = phrasesIn(language).report.everybody
  for (const indicator of results.indicators) {
    yield { indicator, code: null, name: everybody, change: indicator.overall }
    for (const { code, name, change } of indicator.byMunicipality) yield { indicator, code, name, change }
  }
}

function columnsIn(language: Language): CsvColumn<Row>[] {
  const words = phrasesIn(language).report
  const results = phrasesIn(language).results
  const paired = (name: string, label: string, pick: (change: PairedChange) => number | null): CsvColumn<Row> => ({
    name,
    label,
    type: 'number',
    value: ({ change }) => (change.paired.shown ? pick(change.paired.value) : null),
  })
  const all = (name: string, label: string, pick: (change: AllRespondents) => number | null): CsvColumn<Row> => ({
    name,
    label: `${words.allChange}: ${label}`,
    type: 'number',
    value: ({ change }) => (change.all.shown ? pick(change.all.value) : null),
  })
  return [
    { name: 'indicator', label: words.indicatorCode, type: 'code', value: (row) => row.indicator.indicator.id },
    { name: 'title', label: words.indicator, type: 'text', value: (row) => row.indicator.indicator.title[language] },
    { name: 'municipality_code', label: words.municipalityCode, type: 'code', value: (row) => row.code },
    { name: 'municipality', label: words.municipality, type: 'text', value: (row) => row.name },
    {
      name: 'status',
      label: words.status,
      type: 'code',
      value: ({ change }) => (change.paired.shown ? 'ok' : toldReason(change.paired.reason)),
    },
    paired('n', words.people, (change) => change.n),
    paired('from_mean', `${words.waveBaseline}`, (change) => change.fromMean),
    paired('from_sd', `${words.waveBaseline}, SD`, (change) => change.fromSd),
    paired('to_mean', `${words.waveEndline}`, (change) => change.toMean),
    paired('to_sd', `${words.waveEndline}, SD`, (change) => change.toSd),
    paired('change', words.change, (change) => change.meanChange),
    paired('change_sd', `${words.change}, SD`, (change) => change.sdChange),
    paired('change_low', words.intervalLow, (change) => change.interval?.[0] ?? null),
    paired('change_high', words.intervalHigh, (change) => change.interval?.[1] ?? null),
    paired('t', 't', (change) => change.t),
    paired('p', 'p', (change) => change.p),
    paired('improved', results.improved, (change) => change.improved),
    paired('unchanged', results.unchanged, (change) => change.unchanged),
    paired('declined', results.declined, (change) => change.declined),
    { name: 'finding', label: words.finding, type: 'code', value: ({ change }) => change.finding },
    {
      name: 'all_status',
      label: `${words.allChange}: ${words.status}`,
      type: 'code',
      value: ({ change }) => (change.all.shown ? 'ok' : toldReason(change.all.reason)),
    },
    all('all_from_n', `n ${words.waveBaseline}`, (change) => change.fromN),
    all('all_to_n', `n ${words.waveEndline}`, (change) => change.toN),
    all('all_from_mean', words.waveBaseline, (change) => change.fromMean),
    all('all_to_mean', words.waveEndline, (change) => change.toMean),
    all('all_change', words.change, (change) => change.meanChange),
    all('all_change_low', words.intervalLow, (change) => change.interval?.[0] ?? null),
    all('all_change_high', words.intervalHigh, (change) => change.interval?.[1] ?? null),
  ]
}

type AllRespondents = Extract<ChangeEstimate['all'], { shown: true }>['value']

/** The same as JSON: every figure in full precision, a withheld one as its reason. */
export const resultsJson = (results: ProjectResults): string =>
  JSON.stringify(results, (name, value) => (name === 'reason' && value === 'suppressed' ? toldReason(value) : value), 2)
