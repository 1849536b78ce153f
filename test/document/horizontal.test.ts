// Whom the project reached, in the chapter on horizontal criteria: sex and age as published in the cut, and what is said
// where there is nothing to tell.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFigures, pathText } from '#cuts/figures.ts'
import { composeReport } from '#document/compose.ts'
import { plainText, runsOf } from '#document/marks.ts'
import type { Material } from '#document/material.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { CriterionTable } from '#indicators/context/model.ts'
import { readMaterial } from '#reporting.ts'
import { type FrozenDemo, openFrozenDemo } from './frozen-demo.ts'
import { partOf } from './said.ts'

const now = Date.UTC(2027, 2, 1, 8)
let demo: FrozenDemo
let material: Material

beforeAll(async () => {
  demo = await openFrozenDemo(now)
  material = readMaterial(demo.db, demo.project, demo.begin('final'), { baseUrl: null, judgements: new Map(), now })
}, 60_000)
afterAll(() => demo?.db.$client.close())

/** The same with other tables by sex and age; undefined = from before they were counted. */
function withTables(respondents: readonly CriterionTable[] | undefined): Material {
  const { cut } = material
  if (!cut?.context) throw new Error('the demonstration has a cut with its context')
  const { respondents: _respondents, ...responses } = cut.context.responses
  const context = { ...cut.context, responses: { ...responses, ...(respondents ? { respondents } : {}) } }
  return { ...material, cut: { ...cut, context } }
}
const horizontalOf = (of: Material, language: 'sv' | 'en') => {
  const part = partOf(of, language, 'horizontal')
  return { ...part, tables: part.evidence().flatMap((block) => (block.kind === 'table' ? [block] : [])) }
}

test.each(['sv', 'en'] as const)('every number by sex and age is one of the cut, in %s', (language) => {
  const { generated, tables } = horizontalOf(material, language)
  const figures = new Map(listFigures(material.cut?.tree ?? null).map((figure) => [pathText(figure.path), figure]))
  const { criterion } = phrasesIn(language).results.respondents
  expect(tables.map(({ caption }) => caption.split(' ')[0])).toEqual([criterion.sex, criterion.age])
  const cited = [generated, ...tables.flatMap(({ rows }) => rows.flat())].flatMap((text) =>
    runsOf(text).filter(({ path }) => path !== null),
  )
  expect(cited.length).toBeGreaterThan(10)
  for (const { text, path } of cited) {
    const value = Number(figures.get(path ?? '')?.value)
    const printed = Number(/\d+/.exec(text)?.[0])
    expect([path, printed]).toEqual([path, path?.includes('shareOf') ? Math.round(100 * value) : value])
  }
  // Nothing that looks like a number of people stands in a row without its address.
  for (const [answer = '', ...cells] of tables.flatMap(({ rows }) => rows))
    for (const cell of cells)
      expect([answer, runsOf(cell).some(({ path, text }) => path === null && /\d/.test(text))]).toEqual([answer, false])
})

test('the page that a number refers to is that of an answer, in its words', () => {
  const places = composeReport(material, 'sv').references.map(({ place }) => place)
  expect(places).toContainEqual(expect.stringMatching(/Kön och ålder bland dem som svarade · Kön · Svar · Kvinna$/))
})

test('the chapter says why it has no numbers: not asked about, not counted yet, or too few', () => {
  for (const language of ['sv', 'en'] as const) {
    const words = phrasesIn(language).document.horizontal
    expect(horizontalOf(withTables([]), language)).toMatchObject({ generated: words.notAsked, tables: [] })
    expect(horizontalOf(withTables(undefined), language)).toMatchObject({ generated: words.notCounted, tables: [] })
    const hidden = (material.cut?.context?.responses.respondents ?? []).map(({ rows, ...table }) => ({
      ...table,
      rows: rows.map(({ code, label, ...counts }) => ({
        code,
        label,
        ...(Object.fromEntries(
          Object.keys(counts).map((name) => [name, { shown: false, reason: 'too_few' }]),
        ) as typeof counts),
      })),
    }))
    const { generated, tables } = horizontalOf(withTables(hidden), language)
    expect(tables).toEqual([])
    expect(plainText(generated)).toContain(words.allHidden(phrasesIn(language).results.respondents.criterion.age))
  }
})

test('a text of one’s own stays, and the tables stand below it', () => {
  const texts = [
    { part: 'horizontal', language: 'sv', text: 'Lika många bjöds in.', sources: [], writtenAt: now } as const,
  ]
  const chapter = composeReport({ ...material, texts }, 'sv').chapters.find(({ id }) => id === 'horizontal')
  const blocks = chapter?.parts.flatMap((part) => part.blocks) ?? []
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'table'])
  expect(blocks[0]).toMatchObject({ text: 'Lika många bjöds in.' })
})
