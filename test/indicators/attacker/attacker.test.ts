import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { attack } from './attack.ts'
import { laterOf } from './later-edition.ts'
import { compute, mayFollow, publish, weakenings } from './publish.ts'
import { actorGroups, indicators } from './questionnaire.ts'
import { randomProject } from './random-project.ts'
import { type columns, type Scope, tells } from './told.ts'

/** Projects to attack: ATTACKED=3000 takes some minutes. The rules are weakened one by one in the first forty. */
const attacked = Number(process.env.ATTACKED ?? 200)
const seeds = Array.from({ length: attacked }, (_, at) => at + 1)
const editionSeeds = seeds.slice(0, Math.max(60, attacked / 4))
const weakenedSeeds = seeds.slice(0, Math.min(40, attacked))

describe('whoever reads everything that is published and calculates finds nothing hidden', () => {
  test(`in ${attacked} random projects: nothing rests on one to four people, no hidden figure, no small count`, () => {
    const found = seeds.flatMap((seed) =>
      attack([publish(compute(randomProject(seed)))]).map((what) => `seed ${seed}: ${what}`),
    )
    expect(found).toEqual([])
  }, 3_600_000)

  test('in two editions of each, where the second may be published beside the first', () => {
    const editions = editionSeeds.flatMap((seed) => {
      const first = compute(randomProject(seed))
      const second = compute(laterOf(first.project))
      return mayFollow(first, second) ? [{ seed, both: [publish(first), publish(second)] as const }] : []
    })
    const isChanged = ({ both: [one, other] }: (typeof editions)[number]) =>
      !isDeepStrictEqual(one.project.everybody, other.project.everybody)
    expect(editions.filter(isChanged).length).toBeGreaterThan(0)
    expect(editions.flatMap(({ seed, both }) => attack(both).map((what) => `seed ${seed}: ${what}`))).toEqual([])
  }, 3_600_000)

  test('and not because everything were hidden', () => {
    const editions = weakenedSeeds.map((seed) => publish(compute(randomProject(seed))))
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
    for (const of of ['item', 'leavers', 'dose', 'shift', 'cell', 'funnel', 'mode', 'stayers', 'perceived'] as const)
      expect(told.filter((kinds) => kinds.has(of)).length, of).toBeGreaterThan(weakenedSeeds.length / 10)
  }, 600_000)

  test('while each rule left out lets something be found', () => {
    const editions = weakenedSeeds.map((seed) => publish(compute(randomProject(seed))))
    const row = (rule: string, found: readonly number[]) => ({
      rule,
      projects: found.filter((n) => n > 0).length,
      found: found.reduce((sum, n) => sum + n, 0),
    })
    const rules = Object.entries(weakenings).map(([rule, weaken]) => {
      const found = editions.map((edition) => attack([weaken(edition)]).length)
      return row(rule, found)
    })
    const both = weakenedSeeds.map((seed) => {
      const first = randomProject(seed)
      return attack([first, laterOf(first)].map((project) => publish(compute(project)))).length
    })
    const table = [...rules, row('editions: the second is published whatever the first told', both)]
    console.info(
      [
        `Rule left out: projects of ${weakenedSeeds.length} in which something is found, and how much`,
        '  none: 0, 0',
        ...table.map(({ rule, projects, found }) => `  ${rule}: ${projects}, ${found}`),
      ].join('\n'),
    )
    for (const { rule, found } of table) expect(found, rule).toBeGreaterThan(0)
  }, 600_000)
})
