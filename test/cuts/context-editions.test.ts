// Editions also hold what surrounds the change: tables of it may not tell of few by subtraction either.
import { describe, expect, test } from 'vitest'
import { compareContextRemainders } from '#cuts/context-remainders.ts'
import { compareEditions } from '#cuts/editions.ts'
import type { PublishedResults } from '#cuts/published-results.ts'
import { sumRows } from '#cuts/rows.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { ContextInput } from '#indicators/context/model.ts'
import { crowd, inputOf } from '../indicators-context/project.ts'

function publishedOf(input: ContextInput): PublishedResults {
  const results = computeResults(input)
  return { ...results, context: computeContext(input, results) }
}

/** People by how much they took part; their answers are alike, so that nothing but numbers differs. */
const people = (doses: Readonly<Record<number, number>>) =>
  Object.entries(doses).flatMap(([dose, count]) =>
    crowd(`dose${dose}-`, count, (at) => ({
      from: { D1: 2, D2: 2, D3: 3, E1: 2 + (at % 2), NOW: 3 },
      to: { D1: 3, D2: 3, D3: 3, E1: 3, NOW: 4, DOSE: Number(dose), PERC: 1 },
    })),
  )
const edition = (doses: Readonly<Record<number, number>>) => publishedOf(inputOf(people(doses)))

describe('by dose', () => {
  test('rows that are hidden may grow by nobody or by many', () => {
    // Three people of dose 2 are hidden, and dose 3 covers them.
    const before = edition({ 0: 12, 1: 12, 2: 3, 3: 6 })
    expect(compareContextRemainders(before, edition({ 0: 12, 1: 12, 2: 3, 3: 6 }), 5)).toEqual([])
    expect(compareContextRemainders(before, edition({ 0: 18, 1: 12, 2: 4, 3: 6 }), 5)).toContain('context/dose/DOSE')
    expect(compareContextRemainders(before, edition({ 0: 18, 1: 12, 2: 3, 3: 11 }), 5)).not.toContain(
      'context/dose/DOSE',
    )
  })

  test('a row that grows by one is a fault of its own', () => {
    const faults = compareEditions(edition({ 0: 12, 1: 9 }), edition({ 0: 13, 1: 9 }), 5)
    expect(faults).toContainEqual({ path: 'context/dose/DOSE/categories/0/change', reason: 'few_differ' })
    expect(faults).toContainEqual({ path: 'context/items/D1/change', reason: 'few_differ' })
  })
})

describe('what became of invitations', () => {
  const base = people({ 0: 12, 1: 9 })
  const silent = crowd('silent', 6, () => ({ from: null, to: null }))
  const published = (refusing: number) =>
    publishedOf(
      inputOf([...base, ...silent], {
        contacts: silent.map(({ id }, at) => ({ participant: id, wave: 'baseline', refused: at < refusing })),
      }),
    )

  test('in all is told however few, and may differ by one', () => {
    const faults = compareEditions(published(1), published(2), 5)
    expect(faults.map(({ path }) => path)).not.toContain('context/responses/from/dispositions')
    expect(faults).toEqual([])
  })
})

test('letters and seats are part of the sum', () => {
  const input = inputOf(people({ 0: 6 }))
  const contact = { participant: 'dose0-0', wave: 'baseline', delivered: true } as const
  const seat = { participant: 'dose0-0', seat: 's', municipality: 'm', actorGroup: 'AA', left: false, withdrawn: false }
  const sums = [
    input,
    { ...input, contacts: [contact] },
    { ...input, contacts: [{ ...contact, delivered: false }] },
    { ...input, memberships: [seat] },
    { ...input, memberships: [{ ...seat, left: true }] },
  ].map((one) => sumRows(one, ['a']))
  expect(new Set(sums).size).toBe(sums.length)
})
