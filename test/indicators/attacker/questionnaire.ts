// The questionnaire that random projects answer: small, and with everything that results and context can publish of
// one — a scale of several items, single items, an index, a grid between groups, a question looked back on, a dose.
import { Questionnaire } from '#survey/questionnaire.ts'

/** Of the groups that count; HSL delivers the project. */
export const actorGroups = ['AA', 'BB', 'CC', 'DD'] as const
export const parts = ['D', 'E', 'F'] as const
export const whole = 'INDEX'
/** Items of each scale. The scales of one item are looked back on, or parts of the index. */
export const scales: Readonly<Record<string, readonly string[]>> = {
  D: ['D1', 'D2', 'D3'],
  E: ['E1'],
  F: ['F1', 'F2', 'F3'],
  N: ['NOW'],
  G: ['G_AA', 'G_BB', 'G_CC'],
}
export const indicators = [whole, ...Object.keys(scales)]
export const doses = [0, 1, 2, 3] as const
export const perceivedPoints = [-2, -1, 0, 1, 2] as const
/** Horizontal criteria, and the codes of their choices. */
export const criteria = { sex: [1, 2, 3], age: [1, 2, 3, 4] } as const
export type Criterion = keyof typeof criteria
export const itemOf: Readonly<Record<Criterion, string>> = { sex: 'SEX', age: 'AGE' }
/** Reworded in the second version: F and the index have a core of fewer items, and levels of their own beside it. */
export const rewordedItem = 'F1'

/** Codes, lowest first. */
export const pointsOfItem = (item: string): readonly number[] =>
  item === 'NOW' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : item.startsWith('G_') ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5]

const text = (words: string) => ({ sv: words, en: words })
const point = (value: number) => ({ code: value, label: text(String(value)) })
const rating = (id: string, responseScale: string, more: object = {}) => ({
  type: 'rating',
  id,
  revision: 1,
  text: text(id),
  responseScale,
  ...more,
})
const scale = (id: string, role: string) => ({
  kind: 'scale',
  id,
  revision: 1,
  title: text(id),
  role,
  minimumAnswered: { share: 0.5, atLeast: 1 },
  items: (scales[id] ?? []).map((item) => ({ item })),
  target: 60,
  minimalImportantChange: 5,
})
const later = { waves: ['endline'] }

export function questionnaireOf(version: 1 | 2): Questionnaire {
  const five = ['D', 'E', 'F'].flatMap((id) => scales[id] ?? [])
  return Questionnaire.parse({
    format: 1,
    id: 'attacked',
    version,
    title: text('Attacked'),
    about: text('For tests'),
    missing: { dont_know: point(-11), not_applicable: point(-12), not_answered: point(-19), not_asked: point(-18) },
    responseScales: {
      five: { points: [1, 2, 3, 4, 5].map(point) },
      ten: { points: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(point) },
      contact: { points: [1, 2, 3, 4, 5, 6].map(point) },
      change: { points: perceivedPoints.map(point) },
    },
    grids: { met: { text: text('met') } },
    actorGroups: [
      ...actorGroups.map((code) => ({ code, label: text(code) })),
      { code: 'HSL', label: text('delivers'), excludedFromOutcomes: true },
    ],
    items: [
      {
        type: 'choice',
        id: 'WHO',
        revision: 1,
        text: text('WHO'),
        knownFrom: 'actor_group',
        choices: [...actorGroups, 'HSL'].map((code) => ({ code, label: text(code) })),
      },
      ...five.map((id) =>
        id === rewordedItem && version === 2
          ? rating(id, 'five', { revision: 2, text: text(`${id}, reworded`) })
          : rating(id, 'five'),
      ),
      ...['AA', 'BB', 'CC'].map((group) =>
        rating(`G_${group}`, 'contact', {
          grid: 'met',
          aboutGroup: [group],
          showIf: { item: 'WHO', notIn: [group] },
        }),
      ),
      rating('NOW', 'ten'),
      rating('PERC', 'change', later),
      { type: 'choice', id: 'DOSE', revision: 1, text: text('DOSE'), choices: doses.map(point), ...later },
      rating('THEN', 'ten', later),
      ...(['sex', 'age'] as const).map((criterion) => ({
        type: 'choice',
        id: itemOf[criterion],
        revision: 1,
        text: text(criterion),
        choices: criteria[criterion].map(point),
      })),
    ],
    pages: [
      {
        id: 'all',
        title: text('All'),
        items: ['WHO', ...five, 'G_AA', 'G_BB', 'G_CC', 'NOW', 'PERC', 'DOSE', 'THEN', 'SEX', 'AGE'],
      },
    ],
    indicators: [
      {
        kind: 'composite',
        id: whole,
        revision: 1,
        title: text(whole),
        role: 'primary',
        minimumAnswered: { share: 0.5, atLeast: 2 },
        of: parts,
      },
      ...parts.map((id) => scale(id, 'scale')),
      scale('N', 'other'),
      scale('G', 'network'),
    ],
    completion: [...five, 'NOW'],
    retrospective: [{ item: 'THEN', looksBackOn: 'NOW' }],
    perceived: ['PERC'],
    dose: 'DOSE',
    horizontal: itemOf,
  })
}
