// What a schema cannot see: names that point nowhere, ids used twice, codes that collide, items nobody would be
// asked. Each fault is reported at its own path with the remedy, all of them at once.
import type { z } from 'zod'
import { variableOf } from './codebook.ts'
import { checkConditions } from './conditions.ts'
import { checkDeclarations } from './declarations.ts'
import { kindOf } from './items/kinds.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { type Sentence, toMessage } from './sentence.ts'

export type Report = (path: (string | number)[], message: Sentence) => void
export type Items = ReadonlyMap<string, Item>

export function checkReferences(q: Questionnaire, context: z.core.$RefinementCtx): void {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', path, message: toMessage(message) })
  const items: Items = new Map(q.items.map((item) => [item.id, item]))
  checkCodes(q, report)
  checkItems(q, report)
  const place = checkPages(q, items, report)
  checkConditions(q, items, place, report)
  checkIndicators(q, items, report)
  checkDeclarations(q, items, report)
  q.completion?.forEach((itemId, at) => {
    if (!items.has(itemId))
      report(['completion', at], {
        sv: `det finns ingen fråga ${itemId}; ta bort den ur listan`,
        en: `there is no item ${itemId}; remove it from the list`,
      })
  })
}

/** A code means one thing: a point, a choice or a reason why there is no answer. */
function checkCodes(q: Questionnaire, report: Report): void {
  const reasons = Object.values(q.missing).map(({ code }) => code)
  if (new Set(reasons).size < reasons.length)
    report(['missing'], {
      sv: 'två skäl till att svar saknas har samma kod; ge vart och ett sin egen',
      en: 'two missing reasons share a code; give each its own',
    })
  q.items.forEach((item, at) => {
    const kind = kindOf(item)
    const taken = kind.columns(q, item).flatMap(({ values }) => values)
    for (const reason of [...(kind.offers?.(q, item) ?? []), 'not_answered', 'not_asked'] as const) {
      const { code } = q.missing[reason]
      if (taken.some((option) => option.code === code))
        report(['items', at], {
          sv: `koden ${code} för ${reason} är också ett svar på ${item.id}; ge det ena en annan kod`,
          en: `the code ${code} of ${reason} is also an answer to ${item.id}; give one another code`,
        })
    }
  })
}

function checkItems(q: Questionnaire, report: Report): void {
  checkVariables(q, report)
  const seen = new Set<string>()
  const groups = new Set(q.actorGroups.map(({ code }) => code))
  if (groups.size < q.actorGroups.length)
    report(['actorGroups'], {
      sv: 'två aktörsgrupper har samma kod; ge var och en sin egen',
      en: 'two actor groups share a code; give each its own',
    })
  q.items.forEach((item, at) => {
    if (seen.has(item.id))
      report(['items', at, 'id'], {
        sv: `två frågor har id ${item.id}; ge den ena ett annat`,
        en: `the id ${item.id} is used twice; give one of the items another id`,
      })
    seen.add(item.id)
    // variableOf makes such names for later revisions.
    if (/_r\d+$/.test(item.id))
      report(['items', at, 'id'], {
        sv: `${item.id} slutar som kolumnen för en senare revision; välj ett annat id`,
        en: `${item.id} ends like the column of a later revision; choose another id`,
      })
    kindOf(item).check?.(q, item, (path, message) => report(['items', at, ...path], message))
    const judged = new Set<number>()
    item.comparableTo.forEach(({ revision }, judgementAt) => {
      if (revision >= item.revision || judged.has(revision))
        report(['items', at, 'comparableTo', judgementAt, 'revision'], {
          sv: `${item.id}@${item.revision} kan bedömas en gång mot varje tidigare revision; ${revision} är ingen sådan, eller står två gånger`,
          en: `${item.id}@${item.revision} can be judged once against each earlier revision; ${revision} is not one, or is named twice`,
        })
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
        report(['items', at, 'id'], {
          sv: `${item.id} och ${owner} skulle dela kolumnen ${name}; ge den ena ett annat id`,
          en: `${item.id} and ${owner} would share the column ${name}; give one another id`,
        })
    }
  })
}

/** Every item stands on one page, in a wave where both are asked. Returns each item's place in reading order. */
function checkPages(q: Questionnaire, items: Items, report: Report): ReadonlyMap<string, number> {
  const place = new Map<string, number>()
  const pageIds = new Set(q.pages.map((page) => page.id))
  if (pageIds.size < q.pages.length)
    report(['pages'], {
      sv: 'två sidor har samma id; ge var och en sitt eget',
      en: 'two pages share an id; give each its own',
    })
  q.pages.forEach((page, pageAt) => {
    if (page.preamble && !q.preambles[page.preamble])
      report(['pages', pageAt, 'preamble'], {
        sv: `det finns ingen inledning ${page.preamble}; lägg till den under preambles`,
        en: `there is no preamble ${page.preamble}; add it under preambles`,
      })
    page.items.forEach((itemId, at) => {
      const path = ['pages', pageAt, 'items', at]
      const item = items.get(itemId)
      if (!item)
        report(path, {
          sv: `det finns ingen fråga ${itemId}; lägg till den under items eller ta bort den från sidan`,
          en: `there is no item ${itemId}; add it under items or take it off the page`,
        })
      if (place.has(itemId))
        report(path, {
          sv: `${itemId} står på två sidor; behåll den på en`,
          en: `${itemId} stands on two pages; keep one`,
        })
      if (page.waves && item?.waves && !item.waves.some((wave) => page.waves?.includes(wave)))
        report(path, {
          sv: `${itemId} ställs aldrig: den och sidan ${page.id} har ingen mätning gemensam; ändra waves för den ena`,
          en: `${itemId} is never asked: it and its page ${page.id} have no wave in common; change the waves of one`,
        })
      place.set(itemId, place.size)
    })
  })
  q.items.forEach((item, at) => {
    if (!place.has(item.id))
      report(['items', at, 'id'], {
        sv: `${item.id} står inte på någon sida; sätt den på en eller ta bort den`,
        en: `${item.id} stands on no page; put it on one or remove it`,
      })
  })
  return place
}

function checkIndicators(q: Questionnaire, items: Items, report: Report): void {
  const indicators = new Map(q.indicators.map((indicator) => [indicator.id, indicator]))
  if (indicators.size < q.indicators.length)
    report(['indicators'], {
      sv: 'två mått har samma id; ge vart och ett sitt eget',
      en: 'two indicators share an id; give each its own',
    })
  q.indicators.forEach((indicator, at) => {
    if (indicator.kind === 'scale')
      indicator.items.forEach(({ item }, itemAt) => {
        if (items.get(item)?.type !== 'rating')
          report(['indicators', at, 'items', itemAt, 'item'], {
            sv: `${item} är ingen skattningsfråga (rating) i denna enkät; ett mått är ett medelvärde av skattningar`,
            en: `${item} is not a rating item of this questionnaire; an indicator is a mean of ratings`,
          })
      })
    else
      indicator.of.forEach((part, partAt) => {
        if (indicators.get(part)?.kind !== 'scale')
          report(['indicators', at, 'of', partAt], {
            sv: `${part} är inget mått av slaget scale i denna enkät; ange ett sådant`,
            en: `${part} is not a scale indicator of this questionnaire; name one`,
          })
      })
    const parts = indicator.kind === 'scale' ? indicator.items.map(({ item }) => item) : indicator.of
    if (new Set(parts).size < parts.length)
      report(['indicators', at], {
        sv: `${indicator.id} nämner en del två gånger; behåll en`,
        en: `${indicator.id} names a part twice; keep one`,
      })
    if (indicator.minimumAnswered.atLeast > parts.length)
      report(['indicators', at, 'minimumAnswered', 'atLeast'], {
        sv: `kräver ${indicator.minimumAnswered.atLeast} svar av ${parts.length}; sänk talet`,
        en: `asks for ${indicator.minimumAnswered.atLeast} answered of ${parts.length}; lower it`,
      })
  })
}
