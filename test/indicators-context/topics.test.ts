// Each topic on small projects whose figures can be worked out by hand.
import { describe, expect, test } from 'vitest'
import { computeContext } from '#indicators/context/compute.ts'
import { planChange } from '#indicators/context/detectable.ts'
import type { Contact, Membership } from '#indicators/context/model.ts'
import { weightingClasses } from '#indicators/context/weighting-classes.ts'
import { mcnemarExact } from '#stats/mcnemar.ts'
import worked from '../reference/statistics.json' with { type: 'json' }
import { expectNear } from '../stats/near.ts'
import { crowd, inputOf, type PersonDraft } from './project.ts'

const hidden = { shown: false, reason: 'suppressed' }
const whole = { D1: 3, D2: 3, D3: 3, E1: 3 }

describe('items', () => {
  const changeOf = (people: PersonDraft[], item: string) =>
    computeContext(inputOf(people)).items.find((one) => one.item === item)
  test('are compared among those who answered both times, on their own steps', () => {
    const people = crowd('p', 10, (at) => ({
      from: { ...whole, D1: at < 3 ? 4 : 2 },
      to: { ...whole, D1: at < 8 ? 5 : 1 },
    }))
    const one = changeOf(people, 'D1')
    expect(one).toMatchObject({ indicators: ['D'], reversed: false })
    if (!one?.change.shown) throw new Error('D1 is not shown')
    const { n, fromMean, toMean, meanChange, interval, topTwo } = one.change.value
    expect([n, fromMean, toMean]).toEqual([10, 2.6, 4.2])
    expectNear(meanChange, 1.6)
    // Changes are 1 ×3, 3 ×5, −1 ×2: s² = (3·0.36 + 5·1.96 + 2·6.76)/9; t(0.975, 9) = 2.262157162740992.
    expectNear(interval?.[1], 1.6 + 2.262157162740992 * Math.sqrt(24.4 / 9 / 10))
    // Three of ten, and all but two: too few to be told, and too many to be nearly none.
    expect(topTwo).toEqual({
      from: { count: null, share: null, extreme: null },
      to: { count: null, share: null, extreme: null },
      p: null,
    })
  })
  test('and the number on the two highest steps, where neither they nor the others are few', () => {
    const people = crowd('p', 20, (at) => ({
      from: { ...whole, D1: at < 6 ? 4 : 2 },
      to: { ...whole, D1: at < 11 ? 5 : 1 },
    }))
    const one = changeOf(people, 'D1')
    const topTwo = one?.change.shown ? one.change.value.topTwo : null
    expect(topTwo?.from).toEqual({ count: 6, share: 0.3, extreme: null })
    expect(topTwo?.to).toEqual({ count: 11, share: 0.55, extreme: null })
    // Five came up, none went down: 2 · 0.5^5.
    expectNear(topTwo?.p, 0.0625)
  })
  test('H: McNemar is exact', () => {
    // binom.test(9, 12) of statistics.R.
    expectNear(mcnemarExact(9, 3), worked.H.mcnemar_exact)
  })
  test('say nobody and few alike, as nearly none of forty: told apart, nearly would mean nobody', () => {
    const none = { count: null, share: null, extreme: 'nearly_none' } as const
    for (const few of [0, 1, 4]) {
      const people = crowd('p', 40, (at) => ({ from: { ...whole, D1: at < few ? 5 : 1 }, to: { ...whole, D1: 5 } }))
      const one = changeOf(people, 'D1')
      expect(one?.change.shown && one.change.value.topTwo).toEqual({
        from: none,
        to: { ...none, extreme: 'nearly_all' },
        p: null,
      })
    }
  })
  test('of a scale lose the one with the fewest pairs where few answered only some', () => {
    const people = crowd('p', 12, (at) => ({ from: at < 2 ? { D1: 3, D3: 3, E1: 3 } : whole, to: whole }))
    expect(changeOf(people, 'D2')?.change).toEqual(hidden)
    expect(changeOf(people, 'D1')?.change.shown).toBe(true)
    const many = crowd('p', 12, (at) => ({ from: at < 5 ? { D1: 3, D3: 3, E1: 3 } : whole, to: whole }))
    expect(changeOf(many, 'D2')?.change).toMatchObject({ shown: true, value: { n: 7 } })
  })
  test('are withheld below five pairs, and say so where nobody answered', () => {
    const people = crowd('p', 8, (at) => ({ from: at < 4 ? { ...whole, NOW: 3 } : whole, to: { ...whole, NOW: 4 } }))
    expect(changeOf(people, 'NOW')?.change).toEqual(hidden)
    expect(changeOf(people, 'G_AA')?.change).toEqual({ shown: false, reason: 'too_few' })
  })
})

describe('attrition', () => {
  const people = (left: number): PersonDraft[] => [
    ...crowd('s', 12, (at) => ({
      group: at < 6 ? 'AA' : 'BB',
      from: { D1: 1 + (at % 3), D2: 2, D3: 4, E1: 3 },
      to: { D1: at < 6 ? 5 : 3, D2: 3, D3: 3, E1: 3 },
    })),
    ...crowd('l', left, (at) => ({ group: 'AA', from: { D1: 4, D2: 4 + (at % 2), D3: 2, E1: 4 }, to: null })),
  ]
  const estimateOf = (drafts: PersonDraft[], indicator = 'E') =>
    computeContext(inputOf(drafts)).attrition.byIndicator.find((one) => one.indicator === indicator)?.estimate
  test('compares stayers and leavers, weights by group, and names the worst case', () => {
    const estimate = estimateOf(people(6), 'D')
    if (!estimate?.shown) throw new Error('attrition is not shown')
    const { stayers, leavers, weighted, unweighted, worstCase, noteworthy } = estimate.value
    expect([stayers.n, leavers.n]).toEqual([12, 6])
    expect(noteworthy).toBe(true)
    // D before: D1 25·(0, 1, 2), D2 25, D3 reversed 25. Change of AA: D1 75 on average, D2 25, D3 25: 125/3; BB: 75/3.
    expectNear(unweighted.meanChange, (125 / 3 + 25) / 2)
    // AA had twelve at first and BB six.
    expectNear(weighted.meanChange, (12 * (125 / 3) + 6 * 25) / 18)
    expect(weighted.classes).toEqual([['AA'], ['BB']])
    expectNear(weighted.designEffect, (12 * (6 * 4 + 6)) / 18 ** 2)
    expectNear(worstCase, (6 * (125 / 3) + 6 * 25) / 18)
  })
  test('is not told of fewer than five, and there is nothing to tell where all stayed', () => {
    expect(estimateOf(people(4))).toEqual(hidden)
    expect(estimateOf(people(0))).toEqual({ shown: false, reason: 'too_few' })
  })
  test('counts groups of actors only where neither part is few', () => {
    const { byActorGroup } = computeContext(inputOf(people(6))).attrition
    expect(byActorGroup.slice(0, 2)).toEqual([
      {
        group: 'AA',
        counts: { shown: true, value: { stayers: 6, leavers: 6, shareOfStayers: 0.5, shareOfLeavers: null } },
      },
      {
        group: 'BB',
        counts: { shown: true, value: { stayers: 6, leavers: 0, shareOfStayers: 0.5, shareOfLeavers: null } },
      },
    ])
  })
  test('merges groups with few stayers, the smallest first, and those that no table shows', () => {
    const members = (sizes: Record<string, [stayed: number, left: number]>) =>
      Object.entries(sizes).flatMap(([group, [stayed, left]]) => [
        ...Array.from({ length: stayed }, () => ({ group, change: 1 })),
        ...Array.from({ length: left }, () => ({ group, change: null })),
      ])
    const classes = (sizes: Record<string, [number, number]>, together?: Set<string>) =>
      weightingClasses(members(sizes), 5, together).map(({ groups, atFirst, changes }) => [
        groups.join('+'),
        atFirst,
        changes.length,
      ])
    expect(classes({ AA: [9, 1], BB: [3, 2], CC: [2, 0], DD: [6, 6] })).toEqual([
      ['CC+BB', 7, 5],
      ['DD', 12, 6],
      ['AA', 10, 9],
    ])
    expect(classes({ AA: [9, 1], BB: [0, 2], DD: [6, 6] })).toEqual([
      ['BB+DD', 14, 6],
      ['AA', 10, 9],
    ])
    expect(classes({ AA: [9, 1], BB: [7, 2], DD: [6, 6] }, new Set(['AA', 'BB']))).toEqual([
      ['BB+AA', 19, 16],
      ['DD', 12, 6],
    ])
  })
})

describe('response shift', () => {
  const shiftOf = (people: PersonDraft[]) => computeContext(inputOf(people)).responseShift[0]
  const lookBack = (n: number, of: number) =>
    crowd('p', of, (at) => ({
      from: { ...whole, NOW: 6 },
      to: { ...whole, NOW: 7 + (at % 2), ...(at < n && { THEN: 4 + (at % 2) }) },
    }))
  test('stands beside the prospective change: how it was, as seen now, against what was said then', () => {
    const shift = shiftOf(lookBack(10, 10))
    expect(shift).toMatchObject({
      item: 'THEN',
      looksBackOn: 'NOW',
      recalibration: { shown: true, value: { n: 10, mean: -1.5, possibleShift: true } },
      adjusted: { shown: true, value: { n: 10, mean: 3, interval: null } },
      prospective: { shown: true, value: { n: 10, mean: 1.5 } },
    })
  })
  test('of all but a few shows only what no difference can tell', () => {
    expect(shiftOf(lookBack(10, 13))).toMatchObject({
      recalibration: { shown: true },
      adjusted: hidden,
      prospective: hidden,
    })
    expect(shiftOf(lookBack(10, 15))).toMatchObject({ recalibration: { shown: true }, adjusted: { shown: true } })
    expect(shiftOf(lookBack(4, 15))).toMatchObject({ recalibration: hidden, adjusted: hidden })
    expect(shiftOf(lookBack(0, 15))).toMatchObject({ recalibration: { shown: false, reason: 'too_few' } })
  })
  test('of exactly one step is not flagged', () => {
    const people = crowd('p', 8, (at) => ({
      from: { ...whole, NOW: 6 },
      to: { ...whole, NOW: 7, THEN: 4 + 2 * (at % 2) },
    }))
    expect(shiftOf(people)?.recalibration).toMatchObject({ value: { mean: -1, possibleShift: false } })
  })
})

test('perceived change hides a point with few answers, and another with it', () => {
  const answers = [...Array(3).fill(-1), ...Array(7).fill(0), ...Array(12).fill(1)] as number[]
  const [perceived] = computeContext(
    inputOf(crowd('p', answers.length, (at) => ({ from: whole, to: { ...whole, PERC: answers[at] ?? 0 } }))),
  ).perceived
  expect(perceived).toEqual({
    item: 'PERC',
    n: { shown: true, value: 22 },
    points: [
      { code: -2, count: { shown: true, value: { n: 0, share: 0 } } },
      { code: -1, count: hidden },
      { code: 0, count: hidden },
      { code: 1, count: { shown: true, value: { n: 12, share: 12 / 22 } } },
      { code: 2, count: { shown: true, value: { n: 0, share: 0 } } },
    ],
  })
})

test('perceived change tells nothing where all answer alike: it would be what each of them said', () => {
  const [perceived] = computeContext(
    inputOf(crowd('p', 12, () => ({ from: whole, to: { ...whole, PERC: 1 } }))),
  ).perceived
  expect(perceived?.n).toEqual({ shown: true, value: 12 })
  expect(perceived?.points.map(({ count }) => count)).toEqual(Array(5).fill(hidden))
})

describe('quality', () => {
  const qualityOf = (n: number, answers: (at: number) => Record<string, number>) =>
    computeContext(inputOf(crowd('p', n, (at) => ({ from: answers(at), to: whole })))).quality.find(
      ({ indicator, wave }) => indicator === 'D' && wave === 'baseline',
    )
  // D3 is reversed: turned, the three items go 1–5 together, the third one step off now and then.
  const spread = (at: number) => ({ D1: 1 + (at % 5), D2: 1 + (at % 5), D3: 5 - ((at + (at % 2)) % 5) })
  test('is told from thirty complete answers', () => {
    expect(qualityOf(29, spread)?.reliability).toEqual({ shown: false, reason: 'too_few' })
    const quality = qualityOf(30, spread)
    if (!quality?.reliability.shown) throw new Error('reliability is not shown')
    expect(quality.reliability.value.n).toBe(30)
    expect(quality.reliability.value.items.map(({ weak }) => weak)).toEqual([false, false, false])
    // D1 and D2 are equal: one of them is nothing but the factor, a Heywood case.
    expect(quality.reliability.value.omega).toBeNull()
  })
  test('flags an item that goes its own way, and has no coefficient where nobody differs', () => {
    const quality = qualityOf(40, (at) => ({ D1: 1 + (at % 5), D2: 1 + ((at + 1) % 5), D3: 1 + (at % 2) }))
    expect(quality?.reliability.shown && quality.reliability.value.items.map(({ weak }) => weak)).toEqual([
      true,
      true,
      true,
    ])
    const same = qualityOf(30, () => whole)
    expect(same?.reliability.shown && same.reliability.value.alpha).toBeNull()
  })
  test('flags a ceiling of fifteen percent, and tells no share of few', () => {
    const at = (top: number) => (one: number) => (one < top ? { D1: 5, D2: 5, D3: 1 } : spread(1 + (one % 3)))
    expect(qualityOf(40, at(6))?.extremes).toMatchObject({
      value: { n: 40, ceiling: { shown: true, value: 0.15 }, flagged: ['ceiling'] },
    })
    expect(qualityOf(40, at(4))?.extremes).toMatchObject({ value: { ceiling: hidden, flagged: [] } })
  })
})

describe('dose', () => {
  const dosed = (doses: (number | undefined)[]) =>
    computeContext(
      inputOf(
        doses.map((dose, at) => ({
          id: `p${at}`,
          from: whole,
          to: { ...whole, E1: 3 + (at % 2), ...(dose !== undefined && { DOSE: dose }) },
        })),
      ),
    ).dose
  const times = <T>(n: number, what: T): T[] => Array.from({ length: n }, () => what)
  test('divides the primary indicator’s pairs', () => {
    const [dose] = dosed([...times(6, 0), ...times(8, 1), ...times(7, 2)])
    expect(dose).toMatchObject({ item: 'DOSE', indicator: 'INDEX' })
    // E1 rises by 25 for every second person, D not at all: 12.5 for those, half of it on average.
    expect(dose?.categories).toMatchObject([
      { code: 0, change: { shown: true, value: { n: 6, meanChange: 6.25 } } },
      { code: 1, change: { shown: true, value: { n: 8, meanChange: 6.25 } } },
      { code: 2, change: { shown: true, value: { n: 7 } } },
      { code: 3, change: { shown: false, reason: 'too_few' } },
      { code: null, change: { shown: false, reason: 'too_few' } },
    ])
  })
  test('hides a category with few, and the smallest other one with it', () => {
    const [dose] = dosed([...times(6, 0), ...times(8, 1), ...times(7, 2), ...times(2, undefined)])
    expect(dose?.categories.map(({ change }) => change.shown)).toEqual([false, true, true, false, false])
  })
  test('hides one that a municipality’s own row would take to pieces', () => {
    const people = (place: (at: number) => string) =>
      crowd('p', 30, (at) => ({
        municipality: place(at),
        from: whole,
        to: { ...whole, DOSE: at < 8 ? 0 : at < 19 ? 1 : 2 },
      }))
    const shownOf = (drafts: PersonDraft[]) =>
      computeContext(inputOf(drafts)).dose[0]?.categories.map(({ change }) => change.shown)
    // All eight of the first category live in a municipality of ten: its row less theirs is two of the second.
    expect(shownOf(people((at) => (at < 10 ? 'a' : 'b')))).toEqual([false, false, true, false, false])
    expect(shownOf(people((at) => (at % 2 === 0 ? 'a' : 'b')))).toEqual([true, true, true, false, false])
  })
})

describe('contacts', () => {
  const contact = (group: string, level: (about: string) => number) =>
    Object.fromEntries(['AA', 'BB', 'CC'].filter((one) => one !== group).map((one) => [`G_${one}`, level(one)]))
  const rated = (sizes: Record<string, number>) =>
    Object.entries(sizes).flatMap(([group, n]) =>
      crowd(group, n, () => ({
        group,
        from: { ...whole, ...contact(group, () => 2) },
        to: { ...whole, ...contact(group, (one) => (one === 'BB' ? 6 : 4)) },
      })),
    )
  test('are a table of raters by those they rate, none of them themselves', () => {
    const [grid] = computeContext(inputOf(rated({ AA: 6, BB: 7, CC: 8, DD: 5 }))).grids
    expect(grid).toMatchObject({ grid: 'met', strongest: 5 })
    expect(grid?.about).toEqual(['AA', 'BB', 'CC'].map((group) => ({ item: `G_${group}`, groups: [group] })))
    expect(grid?.rows.map(({ groups }) => groups.join())).toEqual(['AA', 'BB', 'CC', 'DD'])
    expect(grid?.rows[0]?.cells).toEqual([
      { shown: false, reason: 'not_asked' },
      { shown: true, value: { n: 6, fromMean: 1, toMean: 5 } },
      { shown: true, value: { n: 6, fromMean: 1, toMean: 3 } },
    ])
    // Everybody one step of five before. After, 5 towards BB and 3 else: (5 + 3 + 3 + 3 + 3 + 5)/6/5, and of 22 steps
    // 3 + 3 for each of the pairs with BB, and 3 + 3 for the other, are seen from both sides.
    expectNear(grid?.from.density, 0.2)
    expectNear(grid?.to.density, 22 / 30)
    expect(grid?.from.reciprocity).toBe(1)
    expectNear(grid?.to.reciprocity, 18 / 22)
    // R: x <- matrix(c(NA,3,3, 5,NA,5, 3,3,NA), 3); off <- row(x) != col(x); cor(x[off], t(x)[off]) → -0.5
    expect(grid?.from.correlation).toBeNull()
    expectNear(grid?.to.correlation, -0.5)
  })
  test('of a group that the results hide have no row, and the others need no cover: no column has a total', () => {
    const [grid] = computeContext(inputOf(rated({ AA: 6, BB: 7, CC: 8, DD: 3 }))).grids
    const shownIn = grid?.rows.map(({ cells }) => cells.map(({ shown }) => shown))
    expect(shownIn?.[3]).toEqual([false, false, false])
    // The results hide DD and, with it, the next smallest.
    expect(shownIn?.[0]).toEqual([false, false, false])
    expect(shownIn?.[1]).toEqual([true, false, true])
    const items = computeContext(inputOf(rated({ AA: 6, BB: 7, CC: 8, DD: 3 }))).items
    expect(items.find(({ item }) => item === 'G_AA')?.change).toEqual(hidden)
  })
  test('lose a column of a row where few of the group left it out', () => {
    const people = rated({ AA: 6, BB: 7, CC: 8, DD: 9 }).map((person) =>
      person.id === 'CC3' ? { ...person, to: { ...whole, G_AA: 4 } } : person,
    )
    const cells = computeContext(inputOf(people)).grids[0]?.rows[2]?.cells
    expect(cells).toMatchObject([{ shown: true, value: { n: 8 } }, hidden, { shown: false, reason: 'not_asked' }])
  })
})

test('what could be seen is planned for what would matter, and told for pairs that are published', () => {
  const { wanted } = planChange([{ id: 'N', minimalImportantChange: 9 }, { id: 'D' }], 5)
  // R: ceiling(power.t.test(delta = 9, sd = 18, power = 0.8, type = "paired")$n) is 34; for 5 points 104.
  expect(wanted).toEqual([
    { indicator: 'N', change: 9, pairs: 34 },
    { indicator: 'D', change: 5, pairs: 104 },
  ])
  const people = [
    ...crowd('a', 3, () => ({ municipality: 'a', from: whole, to: whole })),
    ...crowd('b', 6, () => ({ municipality: 'b', from: whole, to: whole })),
    ...crowd('c', 12, () => ({ municipality: 'c', from: whole, to: whole })),
  ]
  const { actual } = computeContext(inputOf(people, { assumedSdChange: 9 })).detectable
  const index = actual.find(({ indicator }) => indicator === 'INDEX')
  const plan = planChange([], 5, 9).table.find(({ n }) => n === 12)
  expect(index?.overall).toMatchObject({ shown: true, value: { n: 21 } })
  expect(index?.byMunicipality.map(({ change }) => change)).toEqual([hidden, hidden, { shown: true, value: plan }])
})

describe('the accounting', () => {
  const five = { D1: 3, D2: 3, D3: 3, E1: 3, NOW: 3 }
  const people: PersonDraft[] = [
    ...crowd('full', 8, () => ({ from: five, to: five })),
    ...crowd('half', 2, () => ({ from: { D1: 3, D2: 3, D3: 3 }, to: null })),
    ...crowd('broken', 1, () => ({ from: { D1: 3 }, to: null })),
    ...crowd('silent', 4, () => ({ from: null, to: null })),
    ...crowd('staff', 6, () => ({ group: 'HSL', from: five, to: five })),
  ]
  const contacts: Contact[] = [
    { participant: 'silent0', wave: 'baseline', refused: true },
    { participant: 'silent1', wave: 'baseline', notEligible: true },
    { participant: 'silent2', wave: 'baseline', delivered: false },
    { participant: 'silent3', wave: 'baseline', delivered: true, started: true },
    { participant: 'full0', wave: 'baseline', delivered: false, refused: true },
  ]
  const memberships: Membership[] = people.map(({ id, group = 'AA' }) => ({
    participant: id,
    seat: id === 'silent0' ? 'seat of full0' : `seat of ${id}`,
    municipality: 'm',
    actorGroup: group,
    left: id === 'silent0',
    withdrawn: id === 'silent1',
  }))
  const { responses } = computeContext(inputOf(people, { contacts, memberships }))
  test('gives each invitation one disposition, and AAPOR’s rates of those eligible', () => {
    expect(responses.from.dispositions).toEqual({
      complete: 8,
      partial: 2,
      breakOff: 1,
      refusal: 1,
      nonContact: 2,
      notEligible: 1,
    })
    expect(responses.from.rates).toEqual({ rr1: 8 / 14, rr2: 10 / 14 })
    expect(responses.retention).toBe(8 / 11)
  })
  test('counts stages inside each other, and nothing where nobody took notes', () => {
    expect(responses.from.funnel).toEqual({
      invited: 15,
      delivered: 12,
      opened: null,
      started: 12,
      answered: 11,
      usable: 10,
      both: 8,
    })
    expect(responses.to.funnel).toMatchObject({ delivered: null, started: null, answered: 8 })
  })
  test('counts seats that passed on and people who left, without those who deliver the project', () => {
    expect(responses.turnover).toEqual({ replacedSeats: 1, left: 1, withdrawn: 1 })
    expect(computeContext(inputOf(people)).responses.turnover).toBeNull()
  })
  test('gives no rate of fewer than ten', () => {
    const { responses } = computeContext(inputOf(crowd('p', 9, () => ({ from: five, to: five }))))
    expect(responses.from.rates).toEqual({ rr1: null, rr2: null })
    expect(responses.retention).toBeNull()
  })
  test('shows a municipality’s stages and hides its dispositions where one of them is few', () => {
    const everywhere = ['a', 'b'].flatMap((municipality) =>
      people.map((person) => ({ ...person, id: `${municipality} ${person.id}`, municipality })),
    )
    const { byMunicipality } = computeContext(inputOf(everywhere)).responses
    for (const row of byMunicipality) {
      expect(row.funnel).toMatchObject({
        shown: true,
        value: { from: { invited: 15, answered: 11 }, retention: 8 / 11 },
      })
      expect(row.dispositions).toEqual(hidden)
      expect(row.turnover).toEqual({ shown: false, reason: 'not_asked' })
    }
  })
})
