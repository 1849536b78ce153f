// Expected numbers are counted by hand from the people below.
import { expect, test } from 'vitest'
import { type AskedPerson, accountProgress } from '#indicators/context/response-board.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'

const both = (text: string) => ({ sv: text, en: text })
const items = ['A', 'B', 'C', 'D'].map((id) => ({
  id,
  revision: 1,
  text: both(id),
  type: 'rating' as const,
  responseScale: 'agree',
}))
const questionnaire = {
  format: 1,
  id: 'kort',
  version: 1,
  title: both('Kort'),
  items,
  pages: [{ id: 'first', title: both('Sida'), items: items.map(({ id }) => id) }],
  actorGroups: [],
  indicators: [],
} as unknown as Questionnaire

/** Complete with 4 of 4 answers, partial with 2, broken off with 1; 0 = no answer came. */
function person(
  municipality: string,
  actorGroup: string,
  answers: 0 | 1 | 2 | 4,
  at: number,
  started = false,
): AskedPerson {
  const participant = `${municipality}${actorGroup}${at}`
  return {
    municipality,
    actorGroup,
    contact: {
      participant,
      wave: 'baseline',
      delivered: at % 10 !== 9,
      started: started || answers > 0,
      refused: false,
    },
    response:
      answers === 0
        ? null
        : { questionnaire, answers: Object.fromEntries(items.slice(0, answers).map(({ id }) => [id, 1])) },
  }
}

const people = (municipality: string, group: string, ...answers: (0 | 1 | 2 | 4)[]) =>
  answers.map((some, at) => person(municipality, group, some, at))

test('from invited to complete, with the response rates of AAPOR', () => {
  const asked = [...people('01', 'A', 4, 4, 4, 4, 4, 2, 1, 0, 0, 0), person('01', 'A', 0, 10, true)]
  const { total, municipalities } = accountProgress(asked, 'baseline', 5)
  expect(total).toEqual({
    invited: 11,
    delivered: 10,
    started: 8,
    answered: 7,
    completeness: {
      dispositions: { complete: 5, partial: 1, breakOff: 1, refusal: 0, nonContact: 4, notEligible: 0 },
      rates: { rr1: 5 / 11, rr2: 6 / 11 },
    },
  })
  expect(municipalities.map(({ code, groups }) => [code, groups.map((group) => group.code)])).toEqual([['01', ['A']]])
})

test('how much few have answered is told neither in their row nor by what is left of the sum', () => {
  const asked = [
    ...people('01', 'A', 4, 4, 4, 4, 4, 4),
    ...people('01', 'B', 4, 2),
    ...people('01', 'C', 2, 2, 4, 4, 4, 4, 4),
    ...people('02', 'A', 4, 4, 4, 4, 4, 1),
  ]
  const { total, municipalities } = accountProgress(asked, 'baseline', 5)
  const told = municipalities.map(({ completeness, groups }) => [
    completeness !== null,
    groups.filter((group) => group.completeness !== null).map(({ code }) => code),
  ])
  // B is few; alone it would be the sum less A and C, so the smaller of these goes with it.
  expect(told).toEqual([
    [true, ['C']],
    [true, ['A']],
  ])
  expect(municipalities[0]?.groups.map(({ answered }) => answered)).toEqual([6, 2, 7])
  expect(total.completeness).not.toBeNull()
})

test('a municipality that is hidden hides its groups, which together would tell it', () => {
  const asked = [
    ...people('01', 'A', 4, 4, 4, 4, 4, 4),
    ...people('02', 'A', 4, 2),
    ...people('03', 'A', 4, 4, 4, 4, 4, 4, 4),
  ]
  const { municipalities } = accountProgress(asked, 'baseline', 5)
  expect(municipalities.map(({ completeness, groups }) => [completeness, groups[0]?.completeness] as const)).toEqual([
    [null, null],
    [null, null],
    [expect.anything(), expect.anything()],
  ])
})

test('few in all: counts of who took part, and nothing of how much', () => {
  const { total } = accountProgress(people('01', 'A', 4, 2, 0), 'baseline', 5)
  expect(total).toEqual({ invited: 3, delivered: 3, started: 2, answered: 2, completeness: null })
})
