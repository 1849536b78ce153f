// Promises about what the demonstration contains before a single answer is drawn.
import { describe, expect, test } from 'vitest'
import { aboutTheLaterDemo, signed } from '#demo/about.ts'
import { municipalitiesForServices, municipality, serviceInCollaboration } from '#demo/municipalities.ts'
import { inventName } from '#demo/names.ts'
import { inventLaterPeople, inventPeople } from '#demo/people.ts'
import { indexScales, laterPlans, plannedScales, plans, plantedChange, plantedIndexChange } from '#demo/plan.ts'
import { demoStaff } from '#demo/staff.ts'

describe('municipalities', () => {
  test('eleven and twenty-three, thirty-one distinct, three in both', () => {
    const eleven: readonly string[] = serviceInCollaboration.municipalities
    const later: readonly string[] = municipalitiesForServices.municipalities
    expect(eleven).toHaveLength(11)
    expect(later).toHaveLength(23)
    expect(new Set([...eleven, ...later])).toHaveLength(31)
    expect(eleven.filter((code) => later.includes(code))).toEqual(['0765', '0781', '2085'])
  })

  test('codes are texts that keep their zero, and begin with the county', () => {
    expect(municipality('0428')).toEqual({ code: '0428', name: 'Vingåker', countyCode: '04' })
    expect(municipality('2505')).toEqual({ code: '2505', name: 'Arvidsjaur', countyCode: '25' })
  })

  test('the plan has each of the eleven, once', () => {
    expect(plans.map(({ code }) => code)).toEqual(serviceInCollaboration.municipalities)
  })
})

describe('the planted change', () => {
  const of = (code: string) => plans.filter((place) => place.code === code)

  test('is zero on every scale in Älmhult, and nowhere else on all', () => {
    for (const place of of('0765')) for (const scale of plannedScales) expect(place.change[scale]).toBe(0)
    const unchanged = plans.filter((place) => plannedScales.every((scale) => place.change[scale] === 0))
    expect(unchanged.map(({ code }) => code)).toEqual(['0765'])
  })

  test('of the index is the mean of its six scales, in whole points, and moves what no scale covers', () => {
    // Ljungby: (18 + 16 + 16 + 14 + 8 + 12) / 6 = 14.
    for (const place of of('0781')) {
      expect(plantedIndexChange(place)).toBe(14)
      expect(plantedChange(place, 'D')).toBe(18)
      expect(plantedChange(place, 'N1')).toBe(14)
    }
    for (const place of plans) expect(Number.isInteger(plantedIndexChange(place))).toBe(true)
    expect(indexScales).toHaveLength(6)
  })

  test('is written with a true minus, and nothing has no sign', () => {
    expect([7, 0, -4].map((points) => signed(points))).toEqual(['+7', '0', '\u22124'])
    expect([6.84, 0.04, -0.04, -3.86].map((points) => signed(points, 1))).toEqual(['+6.8', '0.0', '0.0', '\u22123.9'])
  })
})

describe('the people', () => {
  const people = inventPeople(1)
  const count = (keep: (person: (typeof people)[number]) => boolean) => people.filter(keep).length

  test('140 have a seat from the start, two of them pass it on, and 101 answer the baseline', () => {
    expect(count(({ seated }) => seated !== 'follows')).toBe(140)
    expect(count(({ seated }) => seated === 'leaves')).toBe(2)
    expect(count(({ seated }) => seated === 'follows')).toBe(2)
    expect(count(({ answers }) => answers === 'both' || answers === 'baseline')).toBe(101)
    expect(count(({ answers }) => answers === 'both')).toBe(68)
    expect(count(({ answers }) => answers === 'endline')).toBe(15)
  })

  test('whoever leaves has answered at the baseline only, and the successor has the same seat', () => {
    for (const leaver of people.filter(({ seated }) => seated === 'leaves')) {
      expect(leaver.answers).toBe('baseline')
      const { municipalityCode, actorGroup, seat } = leaver.entry
      const successors = people.filter(
        ({ entry, seated }) =>
          seated === 'follows' &&
          entry.municipalityCode === municipalityCode &&
          entry.actorGroup === actorGroup &&
          entry.seat === seat,
      )
      expect(successors.map(({ answers }) => answers)).toEqual(['endline'])
    }
  })

  test('one municipality ends with one to four pairs, the others with five or more, process leaders not counted', () => {
    const pairs = plans.map((place) =>
      count((person) => person.place === place && person.answers === 'both' && person.entry.actorGroup !== 'HSL'),
    )
    expect(pairs).toEqual([3, 6, 7, 6, 6, 6, 6, 6, 5, 7, 6])
  })

  test('names and addresses are unique and nobody’s', () => {
    expect(new Set(people.map(({ entry }) => entry.name))).toHaveLength(142)
    expect(new Set(people.map(({ entry }) => entry.email))).toHaveLength(142)
    for (const { entry } of people) expect(entry.email).toMatch(/^[a-z]+\.[a-z]+@example\.org$/)
    expect(new Set(Array.from({ length: 1728 }, (_, number) => inventName(number).name))).toHaveLength(1728)
    expect(() => inventName(1728)).toThrow(RangeError)
  })

  test('most speak Swedish, some English', () => {
    expect(count(({ entry }) => entry.language === 'en')).toBe(9)
  })
})

describe('the programme that followed', () => {
  test('has some of its own municipalities, each once, and names those that were in the first', () => {
    const codes = laterPlans.map(({ code }) => code)
    expect(new Set(codes)).toHaveLength(codes.length)
    expect(municipalitiesForServices.municipalities).toEqual(expect.arrayContaining(codes))
    const inBoth = codes.filter((code) => serviceInCollaboration.municipalities.includes(code))
    expect(inBoth.map((code) => municipality(code).name)).toEqual(['Älmhult', 'Ljungby', 'Ludvika'])
    const { sv, en } = aboutTheLaterDemo()
    expect([sv, en]).toEqual([
      expect.stringContaining('Älmhult, Ljungby och Ludvika är med i båda'),
      expect.stringContaining('Älmhult, Ljungby and Ludvika are in both'),
    ])
  })

  test('has nobody who was in the first', () => {
    const later = inventLaterPeople(1)
    expect(later).toHaveLength(13 + 13 + 12 + 12 + 6 + 6)
    const everybody = [...inventPeople(1), ...later]
    expect(everybody).toHaveLength(142 + 62)
    expect(new Set(everybody.map(({ number }) => number))).toHaveLength(142 + 62)
    expect(new Set(everybody.map(({ entry }) => entry.name))).toHaveLength(142 + 62)
    expect(new Set(everybody.map(({ entry }) => entry.email))).toHaveLength(142 + 62)
  })
})

test('there is one account for each role, at example.org and without a password', () => {
  const roles = ['admin', 'coordinator', 'process_leader', 'economist', 'evaluator', 'researcher']
  expect(demoStaff.map(({ role }) => role)).toEqual(roles)
  expect(new Set(demoStaff.map(({ email }) => email))).toHaveLength(6)
  for (const { email } of demoStaff) expect(email).toMatch(/@example\.org$/)
  expect(demoStaff.filter(({ municipalityCode }) => municipalityCode !== '*').map(({ role }) => role)).toEqual([
    'process_leader',
  ])
  for (const account of demoStaff) expect(Object.keys(account)).not.toContain('passwordHash')
})
