import { describe, expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import { attack } from './attack.ts'
import { type Publication, peopleOf, publicationOf, scopesOf, weakenings } from './publication.ts'
import { indicators, type RandomProject, randomProject } from './random-project.ts'

interface Case {
  seed: number
  project: RandomProject
  published: Publication
}
const casesUpTo = (last: number): Case[] =>
  Array.from({ length: last }, (_, at) => {
    const project = randomProject(at + 1)
    return { seed: at + 1, project, published: publicationOf(computeResults(project.input)) }
  })

describe('whoever adds and subtracts what is published finds nothing hidden', () => {
  const cases = casesUpTo(300)

  test('in 300 random projects: no hidden mean or count, no group under five, in municipalities and actor groups', () => {
    const found = cases.flatMap(({ seed, project, published }) =>
      attack(project, published).map((figure) => `seed ${seed}: ${figure}`),
    )
    expect(found).toEqual([])
  }, 60_000)

  test('and not because everything were hidden', () => {
    const shares = (is: 'municipality' | 'group', figure: 'paired' | 'from') => {
      let shown = 0
      let five = 0
      for (const { project, published } of cases)
        for (const scope of scopesOf(project).filter((one) => one.is === is))
          for (const indicator of indicators) {
            if (published.shows(figure, indicator, scope)) shown += 1
            if (peopleOf(project, figure, indicator, scope) >= 5) five += 1
          }
      return shown / five
    }
    // Of the rows that five people and more are in, these shares are shown.
    expect(shares('municipality', 'paired')).toBeGreaterThan(0.4)
    expect(shares('group', 'paired')).toBeGreaterThan(0.25)
    expect(shares('municipality', 'from')).toBeGreaterThan(0.15)
  })

  test('while each rule left out lets hidden figures be found', () => {
    const table = Object.entries(weakenings).map(([rule, weaken]) => {
      const found = cases
        .slice(0, 80)
        .map(({ project, published }) => attack(project, weaken(project, published)).length)
      return { rule, projects: found.filter((cells) => cells > 0).length, cells: found.reduce((a, b) => a + b, 0) }
    })
    console.info(
      [
        'Left out: projects of 80 in which something hidden is found, and figures found',
        '  nothing: 0, 0',
        ...table.map(({ rule, projects, cells }) => `  ${rule}: ${projects}, ${cells}`),
      ].join('\n'),
    )
    for (const { rule, cells } of table) expect(cells, rule).toBeGreaterThan(0)
  }, 60_000)
})
