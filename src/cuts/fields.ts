// What is known about a published figure by its name: its unit, and who described the formula. The words stand in
// i18n/…/figures.ts under the same name.
import type { Phrases } from '#i18n/phrases.ts'

export type FieldName = keyof Phrases['figures']['field']
export type Unit = keyof Phrases['figures']['unit']

export interface Field {
  unit: Unit
  /** Where the formula is described; left out where it only counts. */
  source?: string
}

const pomp =
  'Cohen, Cohen, Aiken & West (1999), The problem of units and the circumstance for POMP, Multivariate Behavioral Research 34(3)'
const student = 'Student (1908), The probable error of a mean, Biometrika 6(1)'
const welch = 'Welch (1947), The generalization of Student’s problem, Biometrika 34(1–2)'

const fields: Readonly<Record<FieldName, Field>> = {
  n: { unit: 'people' },
  fromMean: { unit: 'points', source: pomp },
  toMean: { unit: 'points', source: pomp },
  fromSd: { unit: 'points' },
  toSd: { unit: 'points' },
  meanChange: { unit: 'change', source: student },
  sdChange: { unit: 'points' },
  interval: { unit: 'change', source: student },
  t: { unit: 'ratio', source: student },
  p: { unit: 'probability', source: student },
  improved: { unit: 'people' },
  unchanged: { unit: 'people' },
  declined: { unit: 'people' },
  finding: { unit: 'word' },
  compositionWarning: { unit: 'word' },
  all_fromN: { unit: 'people' },
  all_toN: { unit: 'people' },
  all_fromMean: { unit: 'points', source: pomp },
  all_toMean: { unit: 'points', source: pomp },
  all_meanChange: { unit: 'change', source: welch },
  all_interval: { unit: 'change', source: welch },
  invitedFrom: { unit: 'people' },
  invitedTo: { unit: 'people' },
  answeredFrom: { unit: 'people' },
  answeredTo: { unit: 'people' },
  both: { unit: 'people' },
  onlyFrom: { unit: 'people' },
  onlyTo: { unit: 'people' },
  comparable: { unit: 'questions' },
  core_items: { unit: 'word' },
  core_total: { unit: 'questions' },
  left_reason: { unit: 'word' },
  threshold: { unit: 'people' },
  noticeableChange: { unit: 'change' },
  kind: { unit: 'word' },
  version: { unit: 'number' },
  groups: { unit: 'word' },
}

/** The ends of an interval go by its own name. */
const ends: readonly string[] = ['low', 'high']

/** The name under which a figure is described: as a field of its group (`all_meanChange`), or by itself. */
export function findFieldName(path: readonly string[]): FieldName | undefined {
  const named = path.filter((part) => !ends.includes(part))
  const last = named.at(-1) ?? ''
  const names = named.slice(0, -1).map((group) => `${group}_${last}`)
  return [...names.reverse(), last].find((name): name is FieldName => Object.hasOwn(fields, name))
}

export const fieldOf = (name: FieldName): Field => fields[name]
