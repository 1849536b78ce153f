// The conditions of a questionnaire file: each looks at earlier items and at answers that exist, so that what is asked
// can be told page by page and never runs in a circle.
import { kindOf } from './items/kinds.ts'
import type { Condition, Item, Questionnaire, Requirement } from './questionnaire.ts'
import type { Items, Report } from './references.ts'
import type { Sentence } from './sentence.ts'

export interface PlacedRequirement {
  requirement: Requirement
  /** Where it stands below showIf. */
  path: readonly (string | number)[]
}

/** What a condition asks for, one by one, and whether all of it must hold or any. */
export function requirementsOf(condition: Condition): { join: 'all' | 'any'; requirements: PlacedRequirement[] } {
  const join = 'any' in condition ? 'any' : 'all'
  if ('all' in condition || 'any' in condition) {
    const list = 'all' in condition ? condition.all : condition.any
    return { join, requirements: list.map((requirement, at) => ({ requirement, path: [join, at] })) }
  }
  return { join, requirements: [{ requirement: condition, path: [] }] }
}

/** @param place the order in which items are asked */
export function checkConditions(
  q: Questionnaire,
  items: Items,
  place: ReadonlyMap<string, number>,
  report: Report,
): void {
  q.items.forEach((item, at) => {
    if (!item.showIf) return
    for (const { requirement, path } of requirementsOf(item.showIf).requirements)
      checkRequirement(q, items, place, item, requirement, (below, message) =>
        report(['items', at, 'showIf', ...path, ...below], message),
      )
  })
}

function checkRequirement(
  q: Questionnaire,
  items: Items,
  place: ReadonlyMap<string, number>,
  { id }: Item,
  requirement: Requirement,
  report: Report,
): void {
  const range = 'item' in requirement && (requirement.from !== undefined || requirement.to !== undefined)
  const given = [requirement.in !== undefined, requirement.notIn !== undefined, range].filter(Boolean).length
  if (given !== 1)
    report([], {
      sv: 'ange antingen "in" eller "notIn", eller "from" och "to" för ett tal',
      en: 'give exactly one of "in" and "notIn", or "from" and "to" for a number',
    })
  if ('known' in requirement) {
    const groups = q.actorGroups.map(({ code }) => code)
    checkCodes(requirement, groups, (code) => notAGroup(code, groups.join(', ')), report)
    return
  }
  const target = items.get(requirement.item)
  if (!target) {
    report(['item'], {
      sv: `${id} beror på ${requirement.item}, som inte finns; ange en tidigare fråga`,
      en: `${id} depends on ${requirement.item}, and there is no such item; name an earlier one`,
    })
    return
  }
  const circle = findCircle(items, id, target.id)
  if (circle)
    report(['item'], {
      sv: `${circle.join(' beror på ')}: ingen av dem kan ställas först; ta bort ett villkor`,
      en: `${circle.join(' depends on ')}: nobody could be asked first; take one condition away`,
    })
  else if ((place.get(target.id) ?? 0) >= (place.get(id) ?? 0))
    report(['item'], {
      sv: `${target.id} ställs efter ${id}; ett villkor ser till en tidigare fråga`,
      en: `${target.id} is asked after ${id}; a condition looks at an earlier item`,
    })
  if (range && target.type !== 'number' && target.type !== 'rating')
    report([], {
      sv: `${target.id} är inget tal; ange dess svar under "in" eller "notIn"`,
      en: `${target.id} is no number; name its answers under "in" or "notIn"`,
    })
  const codes = kindOf(target).codes(q, target)
  checkCodes(requirement, codes, (code) => notAnAnswer(code, target.id, codes.join(', ')), report)
}

const notAGroup = (code: number | string, groups: string): Sentence => ({
  sv: `${code} är ingen aktörsgrupp; ange någon av ${groups}`,
  en: `${code} is not an actor group; name one of ${groups}`,
})

/** @param codes '' where anything can be written */
const notAnAnswer = (code: number | string, item: string, codes: string): Sentence => ({
  sv: `${code} är inget svar på ${item}; ange ${codes ? `något av ${codes}` : 'svar på en annan fråga, för där kan vad som helst skrivas'}`,
  en: `${code} is not an answer to ${item}; name one of ${codes || 'another item’s, as anything can be written here'}`,
})

function checkCodes(
  requirement: Requirement,
  known: readonly (number | string)[],
  message: (code: number | string) => Sentence,
  report: Report,
): void {
  for (const key of ['in', 'notIn'] as const)
    requirement[key]?.forEach((code, at) => {
      if (!known.includes(code)) report([key, at], message(code))
    })
}

/** The way from an item over what it depends on back to itself, named at both ends; undefined where there is none. */
function findCircle(items: Items, start: string, next: string, way: readonly string[] = [start]): string[] | undefined {
  if (next === start) return [...way, start]
  if (way.includes(next)) return undefined
  const condition = items.get(next)?.showIf
  for (const { requirement } of condition ? requirementsOf(condition).requirements : [])
    if ('item' in requirement) {
      const circle = findCircle(items, start, requirement.item, [...way, next])
      if (circle) return circle
    }
  return undefined
}
