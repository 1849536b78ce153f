// Two versions side by side: every question with its verdict, who signed, and what is left of each measure.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJudgementFiles } from '#store/judgement-files.ts'
import { compareVersions } from '#survey/comparability.ts'
import { compareMeasures } from '#web/crosswalk/measures.ts'
import { compareQuestions } from '#web/crosswalk/questions.ts'
import { makeWorld, type World } from '../support/world.ts'
import { itemOf, scaleOf, v1, v2 } from '../survey/samverkan.ts'

const judgements = readJudgementFiles(fileURLToPath(new URL('../../surveys', import.meta.url)))
let world: World
beforeAll(async () => {
  world = await makeWorld()
  world.planWave('baseline', 1)
  world.planWave('endline', 2)
})
afterAll(() => world.close())

const page = '/projects/service/crosswalk'

describe('the page', () => {
  test('is for those who may see the project', async () => {
    expect((await world.get(page)).statusCode).toBe(303)
    expect((await world.get(page, { as: 'stranger' })).statusCode).toBe(404)
    expect((await world.get(page, { as: 'economist' })).statusCode).toBe(200)
  })

  test('compares what the first and the last wave ask, unless the address names other versions', async () => {
    const { body } = await world.get(page, { as: 'evaluator' })
    expect(body).toContain('<h1>Version 1 och 2, fråga för fråga</h1>')
    expect(body).toContain('viktigast att börja med” frågar båda om prioritering')
    expect(body).toContain('Utvärderingsansvarig, Service i samverkan, 1 oktober 2019')
    const back = await world.get(`${page}?questionnaire=samverkan&from=2&to=1`, { as: 'evaluator' })
    expect(back.body).toContain('<h1>Version 2 och 1, fråga för fråga</h1>')
    const same = await world.get(`${page}?from=2&to=2`, { as: 'evaluator' })
    expect(same.body).toContain('Alla frågor är desamma i båda versionerna.')
  })

  test('gives the signed reasons in the reader’s language', async () => {
    const { body } = await world.get(`${page}?lang=en`, { as: 'evaluator' })
    for (const [swedish, english] of judgements) {
      expect(body).toContain(english)
      expect(body).not.toContain(swedish)
    }
  })

  test.each(['?from=7&to=1', '?questionnaire=other', '?from=x'])('%s is not there', async (query) => {
    expect((await world.get(page + query, { as: 'evaluator' })).statusCode).toBe(404)
  })

  test('is reached from the project', async () => {
    expect((await world.get('/projects/service', { as: 'evaluator' })).body).toContain(`href="${page}"`)
  })
})

describe('measures', () => {
  const rowsOf = (later = v2) => compareMeasures(v1, later, compareVersions(v1, later), 'sv', judgements)
  const rowOf = (id: string, later = v2) => rowsOf(later).find((row) => row.id === id)

  // domain: D → D1–D4; L → L2, L3, L4.
  test('show the comparable core and its size', () => {
    expect(rowOf('D')).toMatchObject({ core: ['D1', 'D2', 'D3', 'D4'], size: '4 av 4', use: 'change' })
    expect(rowOf('L')).toMatchObject({ core: ['L2', 'L3', 'L4'], size: '3 av 4', use: 'change' })
    expect(rowOf('INDEX')).toMatchObject({ core: ['D', 'S', 'H', 'I', 'F', 'L'], size: '6 av 6', use: 'change' })
  })

  test('say which revision, and why it was replaced', () => {
    expect(rowOf('D')).toMatchObject({
      revision: '1 → 2',
      reason: { text: scaleOf(v2, 'D').revisionReason, language: 'sv' },
    })
    expect(rowOf('S')).toMatchObject({ revision: '1', reason: null })
  })

  test('whose core is too small show levels only, and so does an index that rests on them', () => {
    const third = structuredClone(v2)
    for (const id of ['D1', 'D2', 'D3', 'S1', 'S3', 'S4', 'H1', 'H2']) itemOf(third, id).revision = 9
    expect(['D', 'S', 'H', 'INDEX'].map((id) => rowOf(id, third)?.use)).toEqual(Array(4).fill('levels'))
    expect(rowOf('I', third)?.use).toBe('change')
  })

  test('tell the rules that they were defined by', () => {
    const goal = structuredClone(v1)
    const D = scaleOf(goal, 'D')
    Object.assign(D, { target: 60, minimalImportantChange: 4.5, direction: 'lower_is_better', pairing: 'each_wave' })
    D.minimumAnswered.share = 2 / 3
    const [, row] = compareMeasures(goal, v2, compareVersions(goal, v2), 'sv', judgements)
    expect(row?.rules).toEqual([
      'minst två tredjedelar av frågorna besvarade, och minst 2',
      'varje mätnings egna svar',
      'lägre är bättre',
      'mål 60',
      'minsta förändring av betydelse 4,5 poäng',
    ])
  })
})

describe('questions', () => {
  test('say what differs, in how the question is put and how it is counted', () => {
    const third = structuredClone(v1)
    third.responseScales.agreement?.points.pop()
    third.preambles.frame = { sv: 'Tänk på det senaste året.', en: 'Think of the last year.' }
    for (const entry of scaleOf(third, 'D').items) if (entry.item === 'D3') entry.reversed = true
    const row = compareQuestions(v1, third, compareVersions(v1, third), 'sv', judgements).find(({ id }) => id === 'D3')
    expect(row).toMatchObject({
      verdict: 'broken',
      differs: ['svarsskala', 'inledning och tidsrymd', 'riktning'],
      reason: { text: 'Ingen har bedömt om svaren går att jämföra, så de jämförs inte.', language: 'sv' },
      signed: null,
      earlier: { answers: '5 steg: 1 Stämmer inte alls – 5 Stämmer helt', polarity: 'straight' },
      later: { answers: '4 steg: 1 Stämmer inte alls – 4 Stämmer ganska bra', polarity: 'reversed' },
    })
    expect(row?.later?.preamble).toBe('Tänk på det senaste året.')
  })

  test('write the codes below zero with a minus sign', () => {
    const worse = compareQuestions(v1, v2, compareVersions(v1, v2), 'sv', judgements).flatMap(({ earlier }) =>
      (earlier?.points ?? []).filter((point) => point.endsWith('mycket sämre')),
    )
    expect(worse.length).toBeGreaterThan(0)
    for (const point of worse) expect(point).toBe('\u22122 mycket sämre')
  })

  test('of one version alone have one side', () => {
    const rows = compareQuestions(v1, v2, compareVersions(v1, v2), 'en', judgements)
    expect(rows.find(({ id }) => id === 'D5')).toMatchObject({ verdict: 'new', earlier: null, differs: [] })
    expect(rows).toHaveLength(v2.items.length)
  })
})
