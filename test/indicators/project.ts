// Small projects for the tests of this folder: a questionnaire of single-item scales and people who answer it.
import type { Asked, ResultsInput } from '#indicators/model.ts'
import type { Answers } from '#survey/answer.ts'
import { Questionnaire } from '#survey/questionnaire.ts'

const text = (words: string) => ({ sv: words, en: words })
const code = (value: number) => ({ code: value, label: text(String(value)) })

export interface ItemDraft {
  id: string
  revision?: number
  reversed?: boolean
  waves?: ('baseline' | 'endline')[]
  comparableTo?: { revision: number; verdict: 'comparable' | 'broken'; reason: string }[]
}

interface Draft {
  version?: number
  items: readonly ItemDraft[]
  scales: readonly {
    id: string
    items: readonly string[]
    atLeast?: number
    pairing?: 'answered_in_both' | 'each_wave'
    direction?: 'higher_is_better' | 'lower_is_better'
  }[]
  composites?: readonly { id: string; of: readonly string[]; atLeast: number }[]
}

/** The groups of every small questionnaire, beside HSL. */
export const actorGroups = ['LUG', 'FTG', 'KTJ', 'KFV'] as const

/** Every item is a rating from 1 to 5; the group HSL delivers the project. */
export function questionnaireOf({ version = 1, items, scales, composites = [] }: Draft): Questionnaire {
  return Questionnaire.parse({
    format: 1,
    id: 'small',
    version,
    title: text('Small'),
    about: text('For tests'),
    missing: { dont_know: code(-1), not_applicable: code(-2), not_answered: code(-9), not_asked: code(-8) },
    responseScales: { five: { points: [1, 2, 3, 4, 5].map(code) } },
    actorGroups: [
      ...actorGroups.map((group) => ({ code: group, label: text(group) })),
      { code: 'HSL', label: text('delivers'), excludedFromOutcomes: true },
    ],
    items: items.map(({ id, revision = 1, waves, comparableTo = [] }) => ({
      type: 'rating',
      id,
      revision,
      // Wording follows the revision, as it must in a real file.
      text: text(`${id} in revision ${revision}`),
      responseScale: 'five',
      ...(waves && { waves }),
      comparableTo: comparableTo.map((verdict) => ({ ...verdict, signedBy: 'A. Tester', date: '2018-09-01' })),
    })),
    pages: [{ id: 'all', title: text('All'), items: items.map(({ id }) => id) }],
    indicators: [
      ...scales.map(
        ({ id, items: own, atLeast = 1, pairing = 'answered_in_both', direction = 'higher_is_better' }) => ({
          kind: 'scale',
          id,
          revision: 1,
          title: text(id),
          role: 'scale',
          direction,
          pairing,
          minimumAnswered: { share: 0.5, atLeast },
          items: own.map((item) => ({ item, reversed: items.find((draft) => draft.id === item)?.reversed ?? false })),
        }),
      ),
      ...composites.map(({ id, of, atLeast }) => ({
        kind: 'composite',
        id,
        revision: 1,
        title: text(id),
        role: 'primary',
        minimumAnswered: { share: 0.5, atLeast },
        of,
      })),
    ],
  })
}

/** One person: answers of each wave, null = silent, undefined = not invited. */
export interface PersonDraft {
  id: string
  municipality: string
  group?: string
  from?: Answers | null
  to?: Answers | null
  fromVersion?: number
  toVersion?: number
}

export function inputOf(
  from: Questionnaire,
  to: Questionnaire,
  people: readonly PersonDraft[],
  municipalities: readonly string[] = [...new Set(people.map(({ municipality }) => municipality))].sort(),
): ResultsInput {
  return {
    from: { kind: 'baseline', questionnaire: from },
    to: { kind: 'endline', questionnaire: to },
    municipalities: municipalities.map((name) => ({ code: name, name })),
    threshold: 5,
    noticeableChange: 5,
    asked: people.flatMap((person) => {
      const { id, municipality, group = 'LUG', fromVersion = from.version, toVersion = to.version } = person
      const row = (wave: Asked['wave'], version: number, answers: Answers | null | undefined): Asked[] =>
        answers === undefined
          ? []
          : [{ participant: id, municipality, actorGroup: group, wave, response: answers && { version, answers } }]
      return [...row('baseline', fromVersion, person.from), ...row('endline', toVersion, person.to)]
    }),
  }
}
