// What a report says of each municipality: its picture and table where it is shown, a few kind lines where it is hidden,
// and a change only where that is certain.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeReport } from '#document/compose.ts'
import { plainText, runsOf } from '#document/marks.ts'
import type { Material } from '#document/material.ts'
import { type DemoReports, openDemoReports } from './demo-reports.ts'
import { partOf, textsIn } from './said.ts'

let opened: DemoReports
let material: DemoReports['material']
beforeAll(async () => {
  opened = await openDemoReports()
  material = opened.material
}, 60_000)
afterAll(() => opened?.db.$client.close())

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  test('a municipality with a picture begins a page; the few lines of one without do not', () => {
    const parts = composeReport(material.final, language).chapters.flatMap((chapter) => chapter.parts)
    const begins = (code: string) => parts.find(({ id }) => id === `municipality.${code}`)?.startsPage
    // Flen is shown; Vingåker is hidden altogether, Älvdalen on the index and its parts.
    expect([begins('0482'), begins('0428'), begins('2039')]).toEqual([true, false, false])
  })

  test('municipalities without a picture stand together after the others, so that none has a page for its few lines', () => {
    const parts = composeReport(material.final, language).chapters.flatMap((chapter) => chapter.parts)
    const begins = parts.filter(({ id }) => id.startsWith('municipality.')).map(({ startsPage }) => startsPage)
    expect(begins.filter((one) => one).length).toBeGreaterThan(5)
    expect(begins).toEqual(begins.toSorted((one, other) => Number(other) - Number(one)))
  })

  test('a municipality’s page has its picture and its table, of the same figures', () => {
    const document = composeReport(material.final, language)
    const pages = document.chapters.flatMap(({ parts }) => parts).filter(({ id }) => id.startsWith('municipality.'))
    const drawn = pages.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'picture'))
    expect(drawn.length).toBe(
      material.final.cut?.results.indicators[0]?.byMunicipality.filter(({ change }) => change.paired.shown).length,
    )
    for (const { blocks, title } of drawn) {
      const [picture, table] = [
        blocks.find(({ kind }) => kind === 'picture'),
        blocks.find(({ kind }) => kind === 'table'),
      ]
      if (picture?.kind !== 'picture' || table?.kind !== 'table') throw new Error(`${title} lacks picture or table`)
      const groupsIn = (texts: readonly string[]) =>
        new Set(
          texts.flatMap((text) => runsOf(text).flatMap(({ path: at }) => (at ? [at.replace(/\/[^/]+$/, '')] : []))),
        )
      const tabled = groupsIn(table.rows.flat())
      expect([...groupsIn([picture.caption])].filter((group) => !tabled.has(group))).toEqual([])
      expect(picture.altText).toContain(title)
    }
  })

  test('a change of one municipality is stated only where its own interval and the shrunken one both exclude zero', () => {
    const excludesZero = ([low, high]: readonly [number, number]) => low > 0 || high < 0
    const stated: Record<string, boolean> = {}
    for (const { code, name, change, shrunken } of material.final.cut?.results.indicators[0]?.byMunicipality ?? []) {
      if (!change.paired.shown || !shrunken.shown || !change.paired.value.interval) continue
      const said = plainText(partOf(material.final, language, `municipality.${code}`).generated)
      stated[name] = /har ökat i|har minskat i|has increased in|has decreased in/.test(said)
      expect([name, stated[name]]).toEqual([
        name,
        excludesZero(change.paired.value.interval) && excludesZero(shrunken.value.interval),
      ])
    }
    // Motala's own figure is +14.5 (−12.9 to 42.0), its shrunken one +11.3 (2.9 to 19.6).
    expect([stated.Ljungby, stated.Motala]).toEqual([true, false])
  })

  test('where municipalities are not taken together, no text, column or note speaks of an estimate', () => {
    const { cut } = material.final
    if (!cut) throw new Error('nothing is frozen')
    const none = { shown: false, reason: 'too_few' } as const
    const indicators = cut.results.indicators.map((one) => ({
      ...one,
      model: none,
      test: none,
      byMunicipality: one.byMunicipality.map((row) => ({ ...row, shrunken: none })),
    }))
    const alone = { ...material.final, cut: { ...cut, results: { ...cut.results, indicators } } }
    const saidOf = (from: Material) => {
      const parts = composeReport(from, language).chapters.flatMap((chapter) => chapter.parts)
      const own = parts.filter(({ id }) => /^(municipalit|tables)/.test(id))
      const blocks = own.flatMap((part) => part.blocks)
      const columns = blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ label }) => label) : []))
      return plainText([...textsIn(blocks), ...columns].join('\n'))
    }
    const words = /uppskattning|vägs samman|sammanvägd|estimate|combined with/i
    expect(saidOf(material.final)).toMatch(words)
    expect(saidOf(alone)).not.toMatch(words)
  })

  test('a hidden municipality is told kindly, without a number of its own in the main measure', () => {
    const hidden = material.final.cut?.results.indicators[0]?.byMunicipality.find(({ change }) => !change.paired.shown)
    const { generated } = partOf(material.final, language, `municipality.${hidden?.code}`)
    expect(generated).toMatch(/säger ingenting om hur samverkan|says nothing of how collaboration/)
    // Everybody may have answered there, and nobody given a value.
    expect(generated).toMatch(/har färre än 5 personer värden från|fewer than 5 people have values from/)
    expect(runsOf(generated).filter(({ path: at }) => at?.includes('INDEX'))).toEqual([])
  })
})
