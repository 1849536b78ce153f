// codebook.csv: a row per variable of the research files, in both languages.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { codebook } from '#survey/codebook.ts'
import { languages, type Text, waveKinds } from '#survey/questionnaire.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from './csv.ts'
import { type ResearchWave, scoreTitle, scoreVariable } from './research.ts'

interface Variable {
  variable: string
  /** Item or indicator with its revision; empty for what Samverka itself notes. */
  source: string
  type: string
  text: Text
  /** "(1) Not true at all | (2) …" */
  values: string
  missing: string
  waves: string
  /** The scores it counts in, "D, S (R)": R where it is reversed; or what a score is made of. */
  scores: string
}

/** Every variable of the given waves, with the meaning of its codes in the given language. */
export function codebookCsv(waves: readonly ResearchWave[], profile: CsvProfile, language: Language): string {
  const words = phrasesIn(language).research
  const text = (name: keyof Variable, value: (row: Variable) => string): CsvColumn<Variable> => ({
    name,
    label: words.codebook[name],
    type: 'text',
    value,
  })
  const columns: CsvColumn<Variable>[] = [
    text('variable', (row) => row.variable),
    text('source', (row) => row.source),
    text('type', (row) => row.type),
    ...languages.map(
      (spoken): CsvColumn<Variable> => ({
        name: `text_${spoken}`,
        label: words.codebook[`text_${spoken}`],
        type: 'text',
        value: (row) => row.text[spoken],
      }),
    ),
    text('values', (row) => row.values),
    text('missing', (row) => row.missing),
    text('waves', (row) => row.waves),
    text('scores', (row) => row.scores),
  ]
  const unique = new Map<string, Variable>()
  for (const row of [...noted(), ...waves.flatMap((wave) => asked(wave, language)), ...waves.flatMap(scored)])
    if (!unique.has(row.variable)) unique.set(row.variable, row)
  return writeCsv(profile, columns, unique.values())
}

const notedTypes = {
  participant: 'code',
  municipality: 'code',
  actor_group: 'code',
  wave: 'code',
  answered: 'number',
  questionnaire_version: 'number',
  language: 'code',
  mode: 'code',
  submitted_day: 'date',
} as const

function noted(): Variable[] {
  return Object.entries(notedTypes).map(([variable, type]) => ({
    variable,
    source: '',
    type,
    text: inBoth((language) => phrasesIn(language).research.noted[variable as keyof typeof notedTypes]),
    values: variable === 'wave' ? waveKinds.map((kind) => `(${kind})`).join(' | ') : '',
    missing: '',
    waves: '',
    scores: '',
  }))
}

function asked({ questionnaire }: ResearchWave, language: Language): Variable[] {
  return codebook(questionnaire).map((row) => ({
    variable: row.variable,
    source: `${row.item}@${row.revision}`,
    type: row.type,
    text: row.text,
    values: row.values.map(({ code, label }) => `(${code}) ${label?.[language] ?? ''}`.trimEnd()).join(' | '),
    missing: row.missing.map(({ code, label }) => `(${code}) ${label[language]}`).join(' | '),
    waves: row.waves.join(', '),
    scores: row.scales.map(({ indicator, reversed }) => (reversed ? `${indicator} (R)` : indicator)).join(', '),
  }))
}

function scored({ questionnaire }: ResearchWave): Variable[] {
  return questionnaire.indicators.map((indicator) => ({
    variable: scoreVariable(indicator),
    source: `${indicator.id}@${indicator.revision}`,
    type: 'number',
    text: inBoth(
      (language) => `${scoreTitle(indicator, language)}. ${phrasesIn(language).research.score[indicator.direction]}`,
    ),
    values: '',
    missing: '',
    waves: '',
    scores:
      indicator.kind === 'composite'
        ? indicator.of.join(', ')
        : indicator.items.map(({ item, reversed }) => (reversed ? `${item} (R)` : item)).join(', '),
  }))
}

const inBoth = (words: (language: Language) => string): Text => ({ sv: words('sv'), en: words('en') })
