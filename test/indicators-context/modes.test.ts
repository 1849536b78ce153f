// How answers came in: counts of people, hidden as all others are where they are few.
import { expect, test } from 'vitest'
import { computeContext } from '#indicators/context/compute.ts'
import type { AnswerMode, Contact } from '#indicators/context/model.ts'
import { modesUsed } from '#indicators/context/modes.ts'
import { shown, withheld } from '#indicators/published.ts'
import { crowd, inputOf, type PersonDraft } from './project.ts'

const given = { D1: 3, D2: 3, D3: 3, E1: 3, NOW: 3 }

/** So many people who answered both times, the first time in these ways and the second on the web. */
function waysIn(counts: Partial<Record<AnswerMode, number>>, more: readonly PersonDraft[] = []) {
  const people: PersonDraft[] = Object.entries(counts).flatMap(([mode, n]) =>
    crowd(mode, n, () => ({ from: given, to: given })),
  )
  const contacts = people.flatMap(({ id }): Contact[] => [
    { participant: id, wave: 'baseline', mode: id.replace(/\d+$/, '') as AnswerMode },
    { participant: id, wave: 'endline', mode: 'web' },
  ])
  const { modes } = computeContext(inputOf([...people, ...more], { contacts })).responses
  const read = (side: 'from' | 'to') =>
    Object.fromEntries((modes?.[side] ?? []).map(({ code, count }) => [code, count.shown ? count.value : count.reason]))
  return { from: read('from'), to: read('to') }
}

test('each way is counted in each wave, and nobody is nobody', () => {
  expect(waysIn({ web: 20, paper: 7 })).toEqual({
    from: { web: 20, paper: 7, telephone: 0, import: 0 },
    to: { web: 27, paper: 0, telephone: 0, import: 0 },
  })
})

test('a way that few took is hidden, with the smallest that covers it', () => {
  expect(waysIn({ web: 20, paper: 7, telephone: 2 }).from).toEqual({
    web: 20,
    paper: 'suppressed',
    telephone: 'suppressed',
    import: 0,
  })
  expect(waysIn({ web: 20, paper: 1 }).from).toMatchObject({ web: 'suppressed', paper: 'suppressed' })
})

test('a way is named as used where either wave counts somebody, or hides how many', () => {
  const nobody = shown(0)
  const hidden = withheld('suppressed')
  const to = [
    { code: 'import', count: nobody },
    { code: 'web', count: shown(7) },
  ] as const
  const from = [
    { code: 'paper', count: hidden },
    { code: 'web', count: nobody },
  ] as const
  expect(modesUsed({ from, to })).toEqual(['web', 'paper'])
  expect(modesUsed({ from: [], to: [] })).toEqual([])
})

test('a way is hidden too where a municipality beside it would tell', () => {
  // All who came by telephone or on paper: taken from the municipality, those by telephone are left.
  const onPaper = crowd('paper', 6, () => ({ municipality: 'north', from: given, to: given }))
  const byTelephone = crowd('telephone', 3, () => ({ municipality: 'south', from: given, to: given }))
  const web = crowd('web', 12, () => ({ municipality: 'south', from: given, to: given }))
  const contacts = [...onPaper, ...byTelephone, ...web].map(
    ({ id }): Contact => ({ participant: id, wave: 'baseline', mode: id.replace(/\d+$/, '') as AnswerMode }),
  )
  const { modes, byMunicipality } = computeContext(
    inputOf([...onPaper, ...byTelephone, ...web], { contacts }),
  ).responses
  // North is shown with six, which are all on paper; web would leave those by telephone.
  expect(byMunicipality.map(({ code, funnel }) => [code, funnel.shown])).toEqual([
    ['north', true],
    ['south', true],
  ])
  expect(modes?.from.map(({ code, count }) => [code, count.shown])).toEqual([
    ['web', false],
    ['paper', false],
    ['telephone', false],
    ['import', true],
  ])
})

test('where all came the same way there is nothing to hide, however few a municipality has', () => {
  const people = Object.entries({ a: 12, b: 3, c: 6, d: 9 }).flatMap(([municipality, n]) =>
    crowd(municipality, n, () => ({ municipality, from: given, to: given })),
  )
  const contacts = people.map(({ id }): Contact => ({ participant: id, wave: 'baseline', mode: 'web' }))
  const { modes } = computeContext(inputOf(people, { contacts })).responses
  expect(modes?.from[0]).toEqual({ code: 'web', count: { shown: true, value: 30 } })
})

test('nothing is told of a wave in which it is not known of everybody', () => {
  const unknown = crowd('somebody', 1, () => ({ from: given, to: null }))
  expect(waysIn({ web: 20 }, unknown)).toEqual({ from: {}, to: { web: 20, paper: 0, telephone: 0, import: 0 } })
})

test('those who deliver the project count in no way', () => {
  const delivering = crowd('staff', 6, () => ({ group: 'HSL', from: given, to: given }))
  expect(waysIn({ web: 20 }, delivering).from).toMatchObject({ web: 20 })
})
