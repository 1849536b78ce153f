// Every figure of the results page in one file, CSV or JSON: full precision, so that others can check; what is withheld
// on the page is withheld here, with its status. The CSV has a row per measure and municipality, everybody first.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ChangeEstimate, IndicatorResult, PairedChange, ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { allStatusText, findingText, statusText } from './chart-rows.ts'
import { waveName } from './chart-text.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from './csv.ts'

interface Row {
  indicator: IndicatorResult
  code: string | null
  name: string
  change: ChangeEstimate
}

export function resultsCsv(results: ProjectResults, profile: CsvProfile, language: Language): string {
  return writeCsv(profile, columnsIn(results, profile, language), rowsOf(results, language))
}

function* rowsOf(results: ProjectResults, language: Language): Generator<Row> {
  const everybody = phrasesIn(language).report.everybody
  for (const indicator of results.indicators) {
    yield { indicator, code: null, name: everybody, change: indicator.overall }
    for (const { code, name, change } of indicator.byMunicipality) yield { indicator, code, name, change }
  }
}

function columnsIn({ from, to }: ProjectResults, profile: CsvProfile, language: Language): CsvColumn<Row>[] {
  const words = phrasesIn(language).report
  const directions = phrasesIn(language).results
  const [before, after] = [waveName(from.kind, language), waveName(to.kind, language)]
  const isRead = profile === 'excel'
  const paired = (name: string, label: string, pick: (change: PairedChange) => number | null): CsvColumn<Row> => ({
    name,
    label,
    type: 'number',
    decimals: 4,
    value: ({ change }) => (change.paired.shown ? pick(change.paired.value) : null),
  })
  const all = (name: string, label: string, pick: (change: AllRespondents) => number | null): CsvColumn<Row> => ({
    name,
    label: `${words.allChange}: ${label}`,
    type: 'number',
    decimals: 4,
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
      value: ({ change: { paired: figure } }) => {
        if (figure.shown) return isRead ? words.statusShown : 'ok'
        return isRead ? statusText(figure.reason, words) : toldReason(figure.reason)
      },
    },
    paired('n', words.people, (change) => change.n),
    paired('from_mean', before, (change) => change.fromMean),
    paired('from_sd', `${before}, SD`, (change) => change.fromSd),
    paired('to_mean', after, (change) => change.toMean),
    paired('to_sd', `${after}, SD`, (change) => change.toSd),
    paired('change', words.change, (change) => change.meanChange),
    paired('change_sd', `${words.change}, SD`, (change) => change.sdChange),
    paired('change_low', words.intervalLow, (change) => change.interval?.[0] ?? null),
    paired('change_high', words.intervalHigh, (change) => change.interval?.[1] ?? null),
    paired('t', 't', (change) => change.t),
    paired('p', 'p', (change) => change.p),
    paired('improved', directions.improved, (change) => change.improved),
    paired('unchanged', directions.unchanged, (change) => change.unchanged),
    paired('declined', directions.declined, (change) => change.declined),
    {
      name: 'finding',
      label: words.finding,
      type: 'code',
      value: ({ change }) => (isRead && change.finding ? findingText(change.finding, words) : change.finding),
    },
    {
      name: 'all_status',
      label: `${words.allChange}: ${words.status}`,
      type: 'code',
      value: ({ change: { all: figure } }) => {
        if (figure.shown) return isRead ? words.statusShown : 'ok'
        return isRead ? allStatusText(figure.reason, words) : toldReason(figure.reason)
      },
    },
    all('all_from_n', `n ${before}`, (change) => change.fromN),
    all('all_to_n', `n ${after}`, (change) => change.toN),
    all('all_from_mean', before, (change) => change.fromMean),
    all('all_to_mean', after, (change) => change.toMean),
    all('all_change', words.change, (change) => change.meanChange),
    all('all_change_low', words.intervalLow, (change) => change.interval?.[0] ?? null),
    all('all_change_high', words.intervalHigh, (change) => change.interval?.[1] ?? null),
  ]
}

type AllRespondents = Extract<ChangeEstimate['all'], { shown: true }>['value']

/** The same as JSON: every figure in full precision, a withheld one as its reason. */
export const resultsJson = (results: ProjectResults): string =>
  JSON.stringify(results, (name, value) => (name === 'reason' && value === 'suppressed' ? toldReason(value) : value), 2)
