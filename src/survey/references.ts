// What a schema cannot see: names that point nowhere, ids used twice, codes that collide, items nobody would be
// asked. Each fault is reported at its own path with the remedy, all of them at once.
import type { z } from 'zod'
import { variableOf } from './codebook.ts'
import { checkConditions } from './conditions.ts'
import { checkDeclarations } from './declarations.ts'
import { kindOf } from './items/kinds.ts'
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
    const kind = kindOf(item)
    const taken = kind.columns(q, item).flatMap(({ values }) => values)
    for (const reason of [...(kind.offers?.(q, item) ?? []), 'not_answered', 'not_asked'] as const) {
      const { code } = q.missing[reason]
      if (taken.some((option) => option.code === code))
        report(['items', at], `the code ${code} of ${reason} is also an answer to ${item.id}; give one another code`)
    }
  })
}

function checkItems(q: Questionnaire, report: Report): void {
  checkVariables(q, report)
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
    kindOf(item).check?.(q, item, (path, message) => report(['items', at, ...path], message))
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

/** D_1 can be an item, or the column of choice 1 of D. */
function checkVariables(q: Questionnaire, report: Report): void {
  const owners = new Map(q.items.map((item) => [variableOf(item), item.id]))
  q.items.forEach((item, at) => {
    for (const { suffix } of kindOf(item).columns(q, item)) {
      const name = variableOf(item) + suffix
      const owner = owners.get(name) ?? item.id
      if (owner !== item.id || (suffix !== '' && owners.has(name)))
        report(['items', at, 'id'], `${item.id} and ${owner} would share the column ${name}; give one another id`)
    }
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
