import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { attack } from './attack.ts'
import { laterOf } from './later-edition.ts'
import { compute, mayFollow, publish, weakenings } from './publish.ts'
import { actorGroups, indicators } from './questionnaire.ts'
import { randomProject } from './random-project.ts'
import type { Edition } from './sums.ts'
import { attackThemes, randomThemes, themesTold } from './themes.ts'
import { type columns, type Scope, tells } from './told.ts'

/** Projects to attack: ATTACKED=3000 takes some minutes, and counts all that is found where a rule is left out. */
const attacked = Number(process.env.ATTACKED ?? 200)
const isCounting = process.env.ATTACKED !== undefined
/** In one of them nobody of a municipality has answered, and all of another have: what that tells was once forgotten. */
const seeds = [...Array.from({ length: attacked }, (_, at) => at + 1), 322]
const editionSeeds = seeds.slice(0, Math.max(60, attacked / 4))
const weakenedSeeds = seeds.slice(0, Math.min(40, attacked))

/** Those that more than one test asks for are made once. */
const made = new Map<number, ReturnType<typeof make>>()
function make(seed: number) {
  const computed = compute(randomProject(seed))
  return { computed, edition: publish(computed) }
}
function madeOf(seed: number) {
  const known = made.get(seed) ?? make(seed)
  if (seed <= editionSeeds.length) made.set(seed, known)
  return known
}

describe('whoever reads everything that is published and calculates finds nothing hidden', () => {
  test(`in ${attacked} random projects: nothing rests on one to four people, no hidden figure, no small count`, () => {
    const found = seeds.flatMap((seed) => attack([madeOf(seed).edition]).map((what) => `seed ${seed}: ${what}`))
    expect(found).toEqual([])
  }, 3_600_000)

  test('in two editions of each, where the second may be published beside the first', () => {
    const editions = editionSeeds.flatMap((seed) => {
      const { computed: first, edition } = madeOf(seed)
      const second = compute(laterOf(first.project))
      return mayFollow(first, second) ? [{ seed, both: [edition, publish(second)] as const }] : []
    })
    const isChanged = ({ both: [one, other] }: (typeof editions)[number]) =>
      !isDeepStrictEqual(one.project.everybody, other.project.everybody)
    expect(editions.filter(isChanged).length).toBeGreaterThan(0)
    expect(editions.flatMap(({ seed, both }) => attack(both).map((what) => `seed ${seed}: ${what}`))).toEqual([])
  }, 3_600_000)

  test('nor of themes that people mention', () => {
    const drawn = seeds.map(randomThemes)
    expect(drawn.flatMap((themes) => attackThemes(themes, themesTold(themes)))).toEqual([])
    expect(drawn.filter((themes) => themesTold(themes).size > 0).length).toBeGreaterThan(seeds.length / 4)
    const withFive = drawn.map((themes) => {
      const enough = [...themes.mentions].filter(([, count]) => count >= 5).map(([theme]) => theme)
      return attackThemes(themes, new Set(enough)).length
    })
    expect(Math.max(...withFive)).toBeGreaterThan(0)
  })

  test('and not because everything were hidden', () => {
    const editions = weakenedSeeds.map((seed) => madeOf(seed).edition)
    const share = (is: 'municipality' | 'group', column: (typeof columns)[number]) => {
      const rows = editions.flatMap(({ project, published }) =>
        (is === 'municipality' ? project.municipalities : actorGroups)
          .filter((code) => project.people.filter((one) => [one.municipality, one.group].includes(code)).length >= 8)
          .map((code): Scope => ({ is, code }))
          .flatMap((scope) =>
            indicators.map((indicator) => tells(published, { of: 'indicator', indicator, scope, column })),
          ),
      )
      return rows.filter(Boolean).length / rows.length
    }
    // Of rows with eight people and more, who need not have answered twice.
    expect(share('municipality', 'paired')).toBeGreaterThan(0.4)
    expect(share('municipality', 'all')).toBeGreaterThan(0.1)
    expect(share('group', 'paired')).toBeGreaterThan(0.2)
    const told = editions.map(({ published }) => new Set([...published.values()].map(({ of }) => of)))
    for (const of of [
      'item',
      'leavers',
      'dose',
      'shift',
      'cell',
      'funnel',
      'mode',
      'respondents',
      'stayers',
      'perceived',
      'reliability',
    ] as const)
      expect(told.filter((kinds) => kinds.has(of)).length, of).toBeGreaterThan(weakenedSeeds.length / 10)
  }, 600_000)

  test('while each rule left out lets something be found', () => {
    const twice = (first: Edition) => attack([first, publish(compute(laterOf(first.project)))])
    const attacks = new Map([
      ...Object.entries(weakenings).map(
        ([rule, weaken]) => [rule, (first: Edition) => attack([weaken(first)])] as const,
      ),
      ['editions: the second is published whatever the first told', twice],
    ])
    if (isCounting) console.info(tableOf(attacks))
    for (const [rule, attackOne] of attacks)
      expect(
        weakenedSeeds.some((seed) => attackOne(madeOf(seed).edition).length > 0),
        rule,
      ).toBe(true)
  }, 600_000)
})

function tableOf(attacks: ReadonlyMap<string, (first: Edition) => readonly string[]>): string {
  const rows = [...attacks].map(([rule, attackOne]) => {
    const found = weakenedSeeds.map((seed) => attackOne(madeOf(seed).edition).length)
    return `  ${rule}: ${found.filter((n) => n > 0).length}, ${found.reduce((sum, n) => sum + n, 0)}`
  })
  const head = `Rule left out: projects of ${weakenedSeeds.length} in which something is found, and how much`
  return [head, '  none: 0, 0', ...rows].join('\n')
}
