// Small projects for the tests of this folder: two scales and their index, a question that is looked back on, one on
// perceived change, a dose, and a grid of three groups that rate each other.
import type { ContextInput } from '#indicators/context/model.ts'
import type { Answers } from '#survey/answer.ts'
import { Questionnaire } from '#survey/questionnaire.ts'

const text = (words: string) => ({ sv: words, en: words })
const code = (value: number) => ({ code: value, label: text(String(value)) })
const rating = (id: string, responseScale: string, more: object = {}) => ({
  type: 'rating',
  id,
  revision: 1,
  text: text(id),
  responseScale,
  ...more,
})
const scale = (id: string, items: readonly object[], more: object = {}) => ({
  kind: 'scale',
  id,
  revision: 1,
  title: text(id),
  role: 'scale',
  minimumAnswered: { share: 0.5, atLeast: 1 },
  items,
  ...more,
})
const later = { waves: ['endline'] }
const about = (group: string) =>
  rating(`G_${group}`, 'contact', {
    grid: 'met',
    aboutGroup: [group],
    showIf: { item: 'WHO', notIn: [group] },
  })

const items = [
  { type: 'choice', id: 'WHO', revision: 1, text: text('WHO'), knownFrom: 'actor_group' },
  ...['D1', 'D2', 'D3', 'E1'].map((id) => rating(id, 'five')),
  ...['AA', 'BB', 'CC'].map(about),
  rating('NOW', 'ten'),
  rating('PERC', 'change', later),
  { type: 'choice', id: 'DOSE', revision: 1, text: text('DOSE'), choices: [0, 1, 2, 3].map(code), ...later },
  rating('THEN', 'ten', later),
]
const groups = ['AA', 'BB', 'CC', 'DD']

export const questionnaire = Questionnaire.parse({
  format: 1,
  id: 'small',
  version: 1,
  title: text('Small'),
  about: text('For tests'),
  missing: { dont_know: code(-11), not_applicable: code(-12), not_answered: code(-19), not_asked: code(-18) },
  responseScales: {
    five: { points: [1, 2, 3, 4, 5].map(code) },
    ten: { points: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(code) },
    contact: { points: [1, 2, 3, 4, 5, 6].map(code) },
    change: { points: [-2, -1, 0, 1, 2].map(code) },
  },
  grids: { met: { text: text('met') } },
  actorGroups: [
    ...groups.map((group) => ({ code: group, label: text(group) })),
    { code: 'HSL', label: text('delivers'), excludedFromOutcomes: true },
  ],
  items: items.map((item) =>
    item.id === 'WHO'
      ? { ...item, choices: [...groups, 'HSL'].map((group) => ({ code: group, label: text(group) })) }
      : item,
  ),
  pages: [{ id: 'all', title: text('All'), items: items.map(({ id }) => id) }],
  indicators: [
    {
      kind: 'composite',
      id: 'INDEX',
      revision: 1,
      title: text('INDEX'),
      role: 'primary',
      minimumAnswered: { share: 0.5, atLeast: 2 },
      of: ['D', 'E'],
    },
    scale('D', [{ item: 'D1' }, { item: 'D2' }, { item: 'D3', reversed: true }]),
    scale('E', [{ item: 'E1' }]),
    scale('N', [{ item: 'NOW' }], { role: 'other', minimalImportantChange: 9 }),
    scale(
      'G',
      ['AA', 'BB', 'CC'].map((group) => ({ item: `G_${group}` })),
      { role: 'network' },
    ),
  ],
  completion: ['D1', 'D2', 'D3', 'E1', 'NOW'],
  retrospective: [{ item: 'THEN', looksBackOn: 'NOW' }],
  perceived: ['PERC'],
  dose: 'DOSE',
})

/** One person: answers of each wave, null = silent, undefined = not invited. */
export interface PersonDraft {
  id: string
  municipality?: string
  group?: string
  from?: Answers | null
  to?: Answers | null
}

export function inputOf(people: readonly PersonDraft[], more: Partial<ContextInput> = {}): ContextInput {
  const municipalities = [...new Set(people.map(({ municipality = 'm' }) => municipality))].sort()
  return {
    from: { kind: 'baseline', questionnaire },
    to: { kind: 'endline', questionnaire },
    municipalities: municipalities.map((name) => ({ code: name, name })),
    threshold: 5,
    noticeableChange: 5,
    asked: people.flatMap(({ id, municipality = 'm', group = 'AA', from, to }) =>
      (
        [
          ['baseline', from],
          ['endline', to],
        ] as const
      ).flatMap(([wave, answers]) =>
        answers === undefined
          ? []
          : [
              {
                participant: id,
                municipality,
                actorGroup: group,
                wave,
                response: answers && { version: 1, answers },
              },
            ],
      ),
    ),
    ...more,
  }
}

/** `count` people alike, named p0, p1 … after `name`. */
export const crowd = (name: string, count: number, person: (at: number) => Omit<PersonDraft, 'id'>): PersonDraft[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}${at}`, ...person(at) }))
