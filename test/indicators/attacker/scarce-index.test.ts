// Projects in which most answer one part of the index only: nobody is taken out of the parts for the sake of an index
// that hardly anybody has, and nothing may follow from that.
import { expect, test } from 'vitest'
import { attack } from './attack.ts'
import { compute, mayFollow, publish } from './publish.ts'
import { parts, scales, whole } from './questionnaire.ts'
import {
  generator,
  type Random,
  type RandomProject,
  randomProject,
  type Subject,
  withPeople,
} from './random-project.ts'
import { everybody, publicationOf, type Told, tells } from './told.ts'

/** Each but some few keeps the answers to one part of the index. */
function sparse(project: RandomProject): RandomProject {
  const random = generator(project.seed * 104_729)
  return withPeople(
    project,
    project.everybody.map((person) => (random() < 0.06 ? person : withOnePart(person, random))),
  )
}

function withOnePart(person: Subject, random: Random): Subject {
  const kept = parts[Math.floor(random() * parts.length)]
  const skipped = new Set(parts.flatMap((part) => (part === kept ? [] : (scales[part] ?? []))))
  const keep = (answers: Subject['from']) =>
    answers && Object.fromEntries(Object.entries(answers).filter(([item]) => !skipped.has(item)))
  return { ...person, from: keep(person.from), to: keep(person.to) }
}

const paired = (indicator: string): Told => ({ of: 'indicator', indicator, scope: everybody, column: 'paired' })
const fewer = Array.from({ length: 40 }, (_, at) => compute(sparse(randomProject(at + 1)))).filter(
  ({ project }) => project.scoring.isWithoutIndex,
)
const scarce = fewer.map(publish)

test('an index that hardly anybody has is told nowhere, its parts are, and nothing hidden follows from them', () => {
  const shows = (indicator: string) => scarce.filter(({ published }) => tells(published, paired(indicator))).length
  expect(shows(whole)).toBe(0)
  expect(parts.map(shows).every((shown) => shown > scarce.length / 4)).toBe(true)
  expect(scarce.flatMap((edition) => attack([edition]))).toEqual([])
}, 600_000)

test('while something would follow, were it published', () => {
  const found = scarce.map(({ project, published }) => {
    const scoring = { ...project.scoring, isWithoutIndex: false }
    const told = publicationOf([...published.values(), paired(whole)])
    return attack([{ project: { ...project, scoring }, published: told }]).length
  })
  expect(found.filter((n) => n > 0).length).toBeGreaterThan(scarce.length / 4)
}, 600_000)

test('nor may it come or go between two editions: with both, who was taken out could be told', () => {
  const changing = fewer
    .map((few) => [few, compute(randomProject(few.project.seed))] as const)
    .filter(([_few, all]) => tells(publish(all).published, paired(whole)))
  expect(changing.length).toBeGreaterThan(10)
  for (const [few, all] of changing) expect([mayFollow(few, all), mayFollow(all, few)]).toEqual([false, false])
}, 600_000)
