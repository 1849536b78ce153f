// The context beside the results: what an attacker gets who knows everything about who answered, and nothing of what.
import { describe, expect, test } from 'vitest'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import { hiddenRows, isSafePool } from '#indicators/context/disclosure.ts'
import { attack } from './attack.ts'
import { leavesOnly } from './elimination.ts'
import { naivePublication, publicationOf } from './publication.ts'
import { randomProject } from './random-project.ts'

const projects = Array.from({ length: 240 }, (_, seed) => {
  const project = randomProject(seed + 1)
  const results = computeResults(project.input)
  return { seed: seed + 1, project, results, publication: publicationOf(computeContext(project.input, results)) }
})

test('nothing about one to four people can be worked out in 240 random projects', () => {
  const found = projects.flatMap(({ seed, project, results, publication }) =>
    attack(project, results, publication).map((what) => `${seed} ${what}`),
  )
  expect(found).toEqual([])
}, 60_000)

test('the same attacker finds much where every figure of five and more is published', () => {
  const found = projects
    .slice(0, 80)
    .flatMap(({ project, results }) => attack(project, results, naivePublication(project)))
  const kinds = new Set(found.map((what) => what.split(/[: ]/)[0]))
  expect(kinds).toEqual(new Set(['dose', 'looking', 'scale', 'grid', 'count']))
  expect(found.length).toBeGreaterThan(200)
}, 60_000)

test('and yet there is something to read', () => {
  const share = (is: (publication: (typeof projects)[number]['publication']) => boolean) =>
    projects.filter(({ publication }) => is(publication)).length / projects.length
  expect(share(({ item }) => item('D1'))).toBeGreaterThan(0.5)
  expect(share(({ attrition }) => attrition)).toBeGreaterThan(0.2)
  expect(share(({ lookedBack }) => lookedBack)).toBeGreaterThan(0.2)
  expect(share(({ dose }) => ['0', '1', '2', '3'].some(dose))).toBeGreaterThan(0.2)
  expect(share(({ cell }) => ['AA', 'BB', 'CC', 'DD'].some((group) => cell(group, 'G_AA')))).toBeGreaterThan(0.1)
  expect(share(({ perceived }) => [-2, -1, 0, 1, 2].some(perceived))).toBeGreaterThan(0.5)
})

describe('the parts of the rule', () => {
  const rows = (sizes: Record<string, number[]>) => new Map(Object.entries(sizes))
  test('one small row takes the next smallest with it, in the given order', () => {
    expect([...hiddenRows(rows({ a: [4], b: [6], c: [5] }), 5)]).toEqual(['a', 'c'])
    expect([...hiddenRows(rows({ a: [4], b: [6], c: [5] }), 5, { order: ['b', 'c', 'a'] })]).toEqual(['a', 'b'])
  })
  test('where no cover is left, nothing is shown; a total that is few itself needs none', () => {
    expect([...hiddenRows(rows({ a: [4], b: [6] }), 5)].sort()).toEqual(['a', 'b'])
    expect([...hiddenRows(rows({ a: [9, 3], b: [9, 0], c: [9, 0] }), 5)].sort()).toEqual(['a', 'b'])
  })
  test('nobody is safe, one group is not, two with five people are', () => {
    expect([[0, 0], [9], [2, 2], [2, 3]].map((sizes) => isSafePool(sizes, 5))).toEqual([true, false, false, true])
  })
  test('the attacker can subtract', () => {
    const sum = (names: string) => new Map([...names].map((name) => [name, 1]))
    expect(leavesOnly((name) => name === 'c', [sum('abc'), sum('ab')])).toBe(true)
    expect(leavesOnly((name) => name === 'c', [sum('abc'), sum('a')])).toBe(false)
  })
})
