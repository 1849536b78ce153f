// What a schema cannot see: names that point nowhere, ids used twice, codes that collide, items nobody would be
// asked. Each fault is reported at its own path with the remedy, all of them at once.
import type { z } from 'zod'
import { checkDeclarations } from './declarations.ts'
import type { Item, Questionnaire } from './questionnaire.ts'

export type Report = (path: (string | number)[], message: string) => void
export type Items = ReadonlyMap<string, Item>

export function checkReferences(q: Questionnaire, context: z.core.$RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', path, message })
  const items: Items = new Map(q.items.map((item) => [item.id, item]))
  checkCodes(q, report)
  checkItems(q, report)
  const place = checkPages(q, items, report)
  checkConditions(q, items, place, report)
  checkIndicators(q, items, report)
  checkDeclarations(q, items, report)
  q.completion?.forEach((itemId, at) => {
    if (!items.has(itemId)) report(['completion', at], `there is no item ${itemId}; remove it from the list`)
  })
}

/** A code means one thing: a point, a choice or a reason why there is no answer. */
function checkCodes(q: Questionnaire, report: Report): void {
  const reasons = Object.values(q.missing).map(({ code }) => code)
  if (new Set(reasons).size < reasons.length) report(['missing'], 'give each missing reason a code of its own')
  q.items.forEach((item, at) => {
    const scale = item.type === 'rating' ? q.responseScales[item.responseScale] : undefined
    const taken = item.type === 'choice' ? item.choices : (scale?.points ?? [])
    for (const reason of [...(scale?.offers ?? []), 'not_answered', 'not_asked'] as const) {
      const { code } = q.missing[reason]
      if (taken.some((option) => option.code === code))
        report(['items', at], `the code ${code} of ${reason} is also an answer to ${item.id}; give one another code`)
    }
    // As texts: a form cannot tell 1 from "1".
    if (item.type === 'choice' && new Set(item.choices.map(({ code }) => String(code))).size < item.choices.length)
      report(['items', at, 'choices'], `two choices of ${item.id} share a code; give each its own`)
  })
}

function checkItems(q: Questionnaire, report: Report): void {
  const seen = new Set<string>()
  const groups = new Set(q.actorGroups.map(({ code }) => code))
  if (groups.size < q.actorGroups.length) report(['actorGroups'], 'two actor groups share a code; give each its own')
  q.items.forEach((item, at) => {
    if (seen.has(item.id))
      report(['items', at, 'id'], `the id ${item.id} is used twice; give one of the items another id`)
    seen.add(item.id)
    // variableOf makes such names for later revisions.
    if (/_r\d+$/.test(item.id))
      report(['items', at, 'id'], `${item.id} ends like the column of a later revision; choose another id`)
    if (item.type === 'rating' && !q.responseScales[item.responseScale])
      report(
        ['items', at, 'responseScale'],
        `there is no response scale ${item.responseScale}; name one of ${Object.keys(q.responseScales).join(', ')}`,
      )
    if (item.type === 'rating' && item.grid && !q.grids[item.grid])
      report(['items', at, 'grid'], `there is no grid ${item.grid}; add it under grids`)
    if (item.type === 'choice' && item.knownFrom === 'actor_group')
      item.choices.forEach(({ code }, choiceAt) => {
        if (!groups.has(String(code)))
          report(
            ['items', at, 'choices', choiceAt, 'code'],
            `${code} is not an actor group; add it under actorGroups, or take knownFrom off ${item.id}`,
          )
      })
    const judged = new Set<number>()
    item.comparableTo.forEach(({ revision }, judgementAt) => {
      if (revision >= item.revision || judged.has(revision))
        report(
          ['items', at, 'comparableTo', judgementAt, 'revision'],
          `${item.id}@${item.revision} can be judged once against each earlier revision; ${revision} is not one, or is named twice`,
        )
      judged.add(revision)
    })
  })
}

/** Every item stands on one page, in a wave where both are asked. Returns each item's place in reading order. */
function checkPages(q: Questionnaire, items: Items, report: Report): ReadonlyMap<string, number> {
  const place = new Map<string, number>()
  const pageIds = new Set(q.pages.map((page) => page.id))
  if (pageIds.size < q.pages.length) report(['pages'], 'two pages share an id; give each its own')
  q.pages.forEach((page, pageAt) => {
    if (page.preamble && !q.preambles[page.preamble])
      report(['pages', pageAt, 'preamble'], `there is no preamble ${page.preamble}; add it under preambles`)
    page.items.forEach((itemId, at) => {
      const path = ['pages', pageAt, 'items', at]
      const item = items.get(itemId)
      if (!item) report(path, `there is no item ${itemId}; add it under items or take it off the page`)
      if (place.has(itemId)) report(path, `${itemId} stands on two pages; keep one`)
      if (page.waves && item?.waves && !item.waves.some((wave) => page.waves?.includes(wave)))
        report(path, `${itemId} is never asked: it and its page ${page.id} have no wave in common`)
      place.set(itemId, place.size)
    })
  })
  q.items.forEach((item, at) => {
    if (!place.has(item.id)) report(['items', at, 'id'], `${item.id} stands on no page; put it on one or remove it`)
  })
  return place
}

/** A condition looks back, at codes that exist. */
function checkConditions(q: Questionnaire, items: Items, place: ReadonlyMap<string, number>, report: Report): void {
  q.items.forEach(({ id, showIf }, at) => {
    if (!showIf) return
    const target = items.get(showIf.item)
    const path = ['items', at, 'showIf']
    if (!target) {
      report([...path, 'item'], `${id} depends on ${showIf.item}, and there is no such item; name an earlier one`)
      return
    }
    if ((place.get(target.id) ?? 0) >= (place.get(id) ?? 0))
      report([...path, 'item'], `${target.id} is asked after ${id}; a condition looks at an earlier item`)
    if ((showIf.in === undefined) === (showIf.notIn === undefined)) report(path, 'give exactly one of "in" and "notIn"')
    const codes = codesOf(q, target)
    for (const key of ['in', 'notIn'] as const)
      showIf[key]?.forEach((code, codeAt) => {
        if (!codes.includes(code))
          report(
            [...path, key, codeAt],
            `${code} is not an answer to ${target.id}; name one of ${codes.join(', ') || 'another item’s, as this is a text'}`,
          )
      })
  })
}

function codesOf(q: Questionnaire, item: Item): (number | string)[] {
  if (item.type === 'choice') return item.choices.map(({ code }) => code)
  if (item.type === 'rating') return q.responseScales[item.responseScale]?.points.map(({ code }) => code) ?? []
  return []
}

function checkIndicators(q: Questionnaire, items: Items, report: Report): void {
  const indicators = new Map(q.indicators.map((indicator) => [indicator.id, indicator]))
  if (indicators.size < q.indicators.length) report(['indicators'], 'two indicators share an id; give each its own')
  q.indicators.forEach((indicator, at) => {
    if (indicator.kind === 'scale')
      indicator.items.forEach(({ item }, itemAt) => {
        if (items.get(item)?.type !== 'rating')
          report(
            ['indicators', at, 'items', itemAt, 'item'],
            `${item} is not a rating item of this questionnaire; an indicator is a mean of ratings`,
          )
      })
    else
      indicator.of.forEach((part, partAt) => {
        if (indicators.get(part)?.kind !== 'scale')
          report(['indicators', at, 'of', partAt], `${part} is not a scale indicator of this questionnaire`)
      })
    const parts = indicator.kind === 'scale' ? indicator.items.map(({ item }) => item) : indicator.of
    if (new Set(parts).size < parts.length) report(['indicators', at], `${indicator.id} names a part twice; keep one`)
    if (indicator.minimumAnswered.atLeast > parts.length)
      report(
        ['indicators', at, 'minimumAnswered', 'atLeast'],
        `asks for ${indicator.minimumAnswered.atLeast} answered of ${parts.length}; lower it`,
      )
  })
}
