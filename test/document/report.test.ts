// What a report says, made from the demonstration's frozen cut.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeFigure } from '#cuts/figure-text.ts'
import { listFigures, pathText } from '#cuts/figures.ts'
import { composeReport, textOfPart } from '#document/compose.ts'
import { plainText, runsOf } from '#document/marks.ts'
import { sourceIn } from '#document/material.ts'
import { outlineOf } from '#document/outline.ts'
import { staleNumbers, toEditable } from '#document/own-text.ts'
import { referenceText } from '#document/printed-runs.ts'
import { type DemoReports, now, openDemoReports } from './demo-reports.ts'
import { allTexts, marksIn, partOf } from './said.ts'

let opened: DemoReports
let material: DemoReports['material']
beforeAll(async () => {
  opened = await openDemoReports()
  material = opened.material
}, 60_000)
afterAll(() => opened?.db.$client.close())

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  test('every number leads to a figure of the cut, or a group that has figures', () => {
    const paths = new Set(listFigures(material.final.cut?.tree ?? null).map((figure) => pathText(figure.path)))
    const groups = new Set(
      [...paths].flatMap((one) => one.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))),
    )
    const document = composeReport(material.final, language)
    expect(document.references.length).toBeGreaterThan(50)
    expect(document.references.filter(({ group }) => !groups.has(group)).map(({ group }) => group)).toEqual([])
    const lost = marksIn(document).filter(
      ({ text, path: at }) => text !== '' && at !== null && !paths.has(at) && !groups.has(at),
    )
    expect(lost).toEqual([])
  })

  test('every number is told, in full precision and by words, on the page that its reference leads to', () => {
    const known = new Map(
      listFigures(material.final.cut?.tree ?? null).map((figure) => [pathText(figure.path), figure] as const),
    )
    const document = composeReport(material.final, language)
    const untold = marksIn(document).flatMap(({ text, path: at }) => {
      if (text === '' || at === null) return []
      const own = known.has(at) ? [at] : [`${at}/low`, `${at}/high`]
      return own.flatMap((one) => {
        const figure = known.get(one)
        if (!figure) return [one]
        const { formula, people, unit, withheld } = describeFigure(figure, language)
        const isOfPeople = !/^(personer|people|frågor|questions|ord|words?|tal|number)$/.test(unit)
        const isPlanned = /^context\/(detectable\/assumedSdChange|grids)/.test(one)
        return withheld || formula === '' || (isOfPeople && people === null && !isPlanned) ? [`${one} ${unit}`] : []
      })
    })
    expect([...new Set(untold)]).toEqual([])
  })

  test('the generated texts, kept as one’s own, come back with every source and nothing out of date', () => {
    const { figures } = sourceIn(material.final, language).measured ?? {}
    for (const { parts } of outlineOf(material.final, language))
      for (const part of parts.filter((one) => one.language === language)) {
        const { text, sources } = toEditable(part.generated)
        const texts = [{ part: part.id, language, text, sources, writtenAt: now }]
        const printed = textOfPart(part, { ...material.final, texts })
        expect(printed).toBe(part.generated)
        expect(staleNumbers(printed, part.generated, figures?.printed ?? (() => null))).toEqual([])
      }
  })

  test('what participants say has changed, and whether more of the project went with more change, stands beside the results', () => {
    const part = partOf(material.final, language, 'contribution')
    const tables = part.evidence().flatMap((block) => (block.kind === 'table' ? [block] : []))
    const cited = tables.map(({ rows }) => runsOf(rows.flat().join(' ')).flatMap(({ path: at }) => at ?? []))
    const { context } = material.final.cut ?? {}
    const points = (context?.perceived ?? []).flatMap(({ item, points }) =>
      points.flatMap(({ code, count }) => (count.shown ? [`context/perceived/${item}/points/${code}/count/n`] : [])),
    )
    expect(points.length).toBeGreaterThan(3)
    expect(cited[0]).toEqual(expect.arrayContaining(points))
    expect(cited[1]).toContain('context/dose/B6/categories/2/change/meanChange')
    expect(cited[2]).toContain('context/responseShift/TH1/recalibration/mean')
    expect(plainText(part.generated)).toMatch(/Utan jämförelsegrupp|Without a comparison group/)
  })

  test('a row of a grid is told with what its grid asks, beside the results, too', () => {
    const { cut } = material.final
    if (!cut?.context) throw new Error('the demonstration has a context')
    const responseShift = cut.context.responseShift.map((shift) => ({ ...shift, looksBackOn: 'G_LUG' }))
    const changed = { ...material.final, cut: { ...cut, context: { ...cut.context, responseShift } } }
    const evidence = partOf(changed, language, 'contribution').evidence()
    const captions = evidence.flatMap((block) => (block.kind === 'table' ? [block.caption] : []))
    expect(captions.at(-1)).toMatch(
      /Vilket påstående stämmer bäst på kontakten|Which statement best describes the contact/,
    )
  })

  test('an interim report tells of no change', () => {
    const changes = marksIn(composeReport(material.interim, language)).filter(({ path: at }) =>
      /paired|model|shrunken|\/all\/|toMean|levels\/to|onlyTo|both/.test(at ?? ''),
    )
    expect(changes).toEqual([])
  })

  test('before there is a cut an interim report has no numbers, and says why levels wait', () => {
    const document = composeReport({ ...material.interim, cut: null }, language)
    const levels = document.chapters.find(({ id }) => id === 'levels')
    expect(allTexts({ ...document, chapters: levels ? [levels] : [] }).join('\n')).toMatch(
      /Nivåerna redovisas tillsammans med förändringen|Its levels are reported together with the change/,
    )
    expect([marksIn(document), document.references]).toEqual([[], []])
  })

  test('an interim report asks for goals and co-financing, and lists no question that was not asked yet', () => {
    for (const cut of [material.interim.cut, null]) {
      const { chapters } = composeReport({ ...material.interim, cut }, language)
      expect(chapters.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['summary', 'goals', 'implementation', 'levels', 'economy']),
      )
    }
    const questions = composeReport(material.interim, language).chapters.find(({ id }) => id === 'questions')
    const listed = questions?.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(([id]) => id) : [])),
    )
    // The first version asks D1 both times, and TH1 (looking back) at the end alone.
    expect([listed?.includes('D1'), listed?.includes('TH1')]).toEqual([true, false])
  })

  test('a group that was not asked about itself is told from one with too few answers', () => {
    const blocks = composeReport(material.final, language).chapters.flatMap(({ parts }) =>
      parts.flatMap((part) => part.blocks),
    )
    const table = blocks.find((block) => block.kind === 'table' && block.columns.length === 6 && block.dense)
    const cells = table?.kind === 'table' ? table.rows.map((row) => row.slice(1)) : []
    // Development groups of themselves; elected members of companies, whom four of them answer about.
    expect([cells[0]?.[0], cells[3]?.[1]]).toEqual(['–', language === 'sv' ? 'visas ej' : 'not shown'])
  })

  test('the questions say what their grid asks, which wave asked them, and what one could answer', () => {
    const [questions, answers] =
      composeReport(material.final, language)
        .chapters.find(({ id }) => id === 'questions')
        ?.parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))) ?? []
    const row = (id: string) => questions?.rows.find(([code]) => code === id)
    expect(row('G_LUG')?.[1]).toMatch(
      /Vilket påstående stämmer bäst på kontakten|Which statement best describes the contact/,
    )
    expect(row('D1')?.[2]).toBe(language === 'sv' ? 'lika' : 'same')
    // Asked at the end alone, by both versions.
    for (const id of ['P1', 'TH1', 'O3', 'B6'])
      expect(row(id)?.[2]).toMatch(/^(ställdes bara i ”Efter”|asked only in “After”)$/)
    const ofD1 = answers?.rows.find(([ids]) => ids?.split(', ').includes('D1'))?.[1]
    expect(ofD1).toMatch(
      language === 'sv'
        ? /1 = Stämmer inte alls · .* 5 = Stämmer helt · Vet ej/
        : /1 = Not true at all · .* 5 = Entirely true · Don’t know/,
    )
  })

  test('every reference says in words what it leads to', () => {
    const { references } = composeReport(material.final, language)
    const told = references.map((reference) => referenceText(reference, language))
    expect(told.filter((text) => !/^\p{L}[^:]/u.test(text))).toEqual([])
  })

  test('each number about those who left has an address of its own', () => {
    const { figures } = sourceIn(material.final, language).measured ?? {}
    const responses = partOf(material.final, language, 'responses')
    const marks = runsOf(responses.generated).filter(({ path: at }) => at?.includes('/attrition/'))
    expect(marks.map(({ path: at }) => at?.split('/estimate/')[1])).toEqual(
      expect.arrayContaining(['leavers/n', 'difference', 'weighted/meanChange', 'unweighted/meanChange', 'worstCase']),
    )
    // The sentence says which side a difference lies on in words, so its number may lack the sign.
    for (const { text, path: at } of marks)
      expect([at, figures?.printed(at ?? '')?.replace(/^[−+]/, '')]).toEqual([at, text.replace(/^−/, '')])
  })

  test('nothing is called an effect, ranked or said to be unchanged', () => {
    const said = allTexts(composeReport(material.final, language)).map(plainText).join('\n')
    expect(said).not.toMatch(/\beffekt|\beffect\b|\bimpact\b|ingen förändring|no change in/i)
    expect(said).not.toMatch(/undefined|NaN|\[object/)
  })
})

test('numbers that the figures have left behind are named', () => {
  const text = 'Index \ue0003,3\ue001indicators/INDEX/overall/paired/n\ue002'
  expect(staleNumbers(text, '', () => '55')).toEqual([{ written: '3,3', current: '55' }])
  expect(staleNumbers('\ue0007,9\ue001x\ue002', '', () => '+7,9')).toEqual([])
})
