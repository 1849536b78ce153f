// What a questionnaire says about the meaning of single items: which one looks back, which one tells the dose, which
// group a row asks about. Results are built on these words, so one that cannot be true stops the load.
import { findHorizontalFaults } from './horizontal.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import type { Items, Report } from './references.ts'

export function checkDeclarations(q: Questionnaire, items: Items, report: Report): void {
  checkRetrospective(q, items, report)
  q.perceived.forEach((id, at) => {
    if (items.get(id)?.type !== 'rating')
      report(['perceived', at], {
        sv: `${id} är ingen skattningsfråga (rating) i denna enkät; upplevd förändring skattas`,
        en: `${id} is not a rating item of this questionnaire; perceived change is rated`,
      })
  })
  if (new Set(q.perceived).size < q.perceived.length)
    report(['perceived'], {
      sv: 'en fråga nämns två gånger; behåll en',
      en: 'an item is named twice; keep one',
    })
  if (q.dose !== undefined && items.get(q.dose)?.type !== 'choice')
    report(['dose'], {
      sv: `${q.dose} är ingen fråga med ett val (choice) i denna enkät; dosen är ett av alternativen`,
      en: `${q.dose} is not a choice item of this questionnaire; the dose is one of its choices`,
    })
  for (const { path, message } of findHorizontalFaults(q.horizontal ?? {}, q.items)) report(path.split('.'), message)
  checkGroupsAskedAbout(q, report)
}

/** Then and now are subtracted step by step, so both must be rated on the same steps. */
function checkRetrospective(q: Questionnaire, items: Items, report: Report): void {
  const seen = new Set<string>()
  q.retrospective.forEach(({ item, looksBackOn }, at) => {
    const path = ['retrospective', at]
    const scales = [item, looksBackOn].map((id) => scaleOf(items.get(id)))
    for (const [key, id, scale] of [
      ['item', item, scales[0]],
      ['looksBackOn', looksBackOn, scales[1]],
    ] as const)
      if (scale === undefined)
        report([...path, key], {
          sv: `${id} är ingen skattningsfråga (rating) i denna enkät; ange en`,
          en: `${id} is not a rating item of this questionnaire; name one`,
        })
    if (item === looksBackOn)
      report(path, {
        sv: `${item} kan inte se tillbaka på sig själv; ange frågan som ställdes före`,
        en: `${item} cannot look back on itself; name the item asked before`,
      })
    else if (scales.every((scale) => scale !== undefined) && scales[0] !== scales[1])
      report(path, {
        sv: `${item} och ${looksBackOn} har olika svarsskalor; ge dem samma`,
        en: `${item} and ${looksBackOn} have different response scales; give them the same`,
      })
    if (seen.has(item))
      report([...path, 'item'], {
        sv: `${item} ser tillbaka på två frågor; behåll en`,
        en: `${item} looks back on two items; keep one`,
      })
    seen.add(item)
  })
}

function checkGroupsAskedAbout(q: Questionnaire, report: Report): void {
  const known = new Set(q.actorGroups.map(({ code }) => code))
  /** The row that asks about a group, and the scale of the first row, by grid. */
  const taken = new Map<string, string>()
  const scales = new Map<string, string>()
  q.items.forEach((item, at) => {
    if (item.type !== 'rating' || !item.aboutGroup) return
    const path = ['items', at, 'aboutGroup']
    if (!item.grid) {
      report(path, {
        sv: `${item.id} frågar om en grupp men hör inte till något rutnät (grid); ange ett, eller ta bort aboutGroup`,
        en: `${item.id} asks about a group outside a grid; give it a grid, or take aboutGroup off`,
      })
      return
    }
    const scale = scales.get(item.grid) ?? item.responseScale
    scales.set(item.grid, scale)
    if (item.responseScale !== scale)
      report(path, {
        sv: `${item.id} skattas på ${item.responseScale} och rutnätets första rad på ${scale}; använd samma skala`,
        en: `${item.id} is rated on ${item.responseScale} and the grid’s first row on ${scale}; use one scale`,
      })
    item.aboutGroup.forEach((code, codeAt) => {
      const name = `${item.grid} ${code}`
      if (!known.has(code))
        report([...path, codeAt], {
          sv: `${code} är ingen aktörsgrupp; lägg till den under actorGroups`,
          en: `${code} is not an actor group; add it under actorGroups`,
        })
      if (taken.has(name))
        report([...path, codeAt], {
          sv: `${taken.get(name)} frågar om ${code} i samma rutnät; behåll en av raderna`,
          en: `${taken.get(name)} asks about ${code} in the same grid; keep one of the rows`,
        })
      taken.set(name, item.id)
    })
  })
}

const scaleOf = (item: Item | undefined): string | undefined =>
  item?.type === 'rating' ? item.responseScale : undefined
