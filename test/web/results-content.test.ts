// What stands on the results pages around the change: who answered comes first, and no sentence goes beyond its interval.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { AnswerMode, Contact, ContextInput } from '#indicators/context/model.ts'
import { contextOf, resultsFor } from '#results.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { buildBackground } from '#web/results/background.ts'
import { buildGoals } from '#web/results/goals.ts'
import { buildWho } from '#web/results/who.ts'
import { crowd, inputOf, questionnaire } from '../indicators-context/project.ts'
import { answerWave } from '../support/answers.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let page: string
beforeAll(async () => {
  world = await makeWorld()
  createDemo(world.db, world.identity, { now: morning, seed: demoSeed })
  page = (await world.get('/projects/demo/results', { as: 'admin' })).body
}, 60_000)
afterAll(() => world.close())

const sourceOf = (input: ContextInput) => {
  const results = computeResults(input)
  return { results, context: computeContext(input, results), language: 'sv' as const }
}
const answers = { D1: 3, D2: 3, D3: 3, E1: 3, NOW: 5 }

describe('who answered', () => {
  test('comes before the first result, with response rates and retention', () => {
    const places = ['id="who"', 'Svarade igen', 'RR1', 'class="card headline"', 'id="scales"'].map((text) =>
      page.indexOf(text),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((one, other) => one - other))
  })

  test('is told by municipality and actor group, with seats that changed hands and those left out', async () => {
    const project = world.db.query.projects.findFirst({ where: (one, { eq }) => eq(one.slug, 'demo') }).sync()
    if (!project) throw new Error('no demo')
    const comparison = await resultsFor(world.db, project, morning)
    if (typeof comparison === 'string') throw new Error(comparison)
    const context = await contextOf(world.db, comparison)
    const { results } = comparison
    const who = buildWho({ results, context, excluded: 'Processledare', language: 'sv' })
    for (const { columns, rows } of [who.rates, who.byMunicipality, who.byActorGroup])
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length - 1)
    expect(who.byMunicipality.rows.map(({ name }) => name)).toEqual([
      ...results.match.byMunicipality.map(({ name }) => name),
      'Alla',
    ])
    // Two seats change hands in the demonstration, and nobody withdraws.
    expect(context.responses.turnover).toEqual({ replacedSeats: 2, left: 2, withdrawn: 0 })
    expect(who.facts.map(({ name, value }) => `${name} ${value}`)).toContain('Platser som bytt person 2')
    expect(who.byActorGroup.rows.at(-1)?.name).toBe('Processledare (räknas inte)')
  })

  test('is told by sex and age, as published, and not at all where it was frozen before that was counted', async () => {
    const project = world.db.query.projects.findFirst({ where: (one, { eq }) => eq(one.slug, 'demo') }).sync()
    if (!project) throw new Error('no demo')
    const comparison = await resultsFor(world.db, project, morning)
    if (typeof comparison === 'string') throw new Error(comparison)
    const context = await contextOf(world.db, comparison)
    const source = { results: comparison.results, excluded: '', language: 'sv' as const }
    const [sex, age] = buildWho({ ...source, context }).respondents
    expect([sex?.title, age?.title]).toEqual(['Kön', 'Ålder'])
    expect(sex?.rows.map(({ name }) => name)).toEqual([
      'Kvinna',
      'Man',
      'Annan könsidentitet',
      'Vill inte svara',
      'Hoppade över frågan',
    ])
    const [woman] = context.responses.respondents?.[0]?.rows ?? []
    if (!woman?.from.shown || !woman.shareOfFrom.shown) throw new Error('the demonstration shows how many women')
    const share = Math.round(100 * (woman.shareOfFrom.value ?? 0))
    expect(sex?.columns).toContain('Före')
    expect(sex?.rows[0]?.cells[sex.columns.indexOf('Före') - 1]).toBe(`${woman.from.value} (${share}\u00a0%)`)
    expect(page).toContain('Kön och ålder bland dem som svarade')
    expect(page).toContain(`${woman.from.value} (${share}\u00a0%)`)
    const { respondents: _respondents, ...responses } = context.responses
    expect(buildWho({ ...source, context: { ...context, responses } }).respondents).toEqual([])
  })

  test('is told by how the answers came in, where that is known', () => {
    const people = [
      ...crowd('web', 20, () => ({ from: answers, to: answers })),
      ...crowd('paper', 7, () => ({ from: answers, to: answers })),
      ...crowd('telephone', 2, () => ({ from: answers, to: null })),
    ]
    const contacts = people.flatMap(({ id }): Contact[] => [
      { participant: id, wave: 'baseline', mode: id.replace(/\d+$/, '') as AnswerMode },
      { participant: id, wave: 'endline', mode: 'web' },
    ])
    const who = (input: ContextInput) => buildWho({ ...sourceOf(input), excluded: '' })
    expect(who(inputOf(people, { contacts })).modes).toEqual({
      columns: ['Mätning', 'På webben', 'På papper', 'Per telefon'],
      rows: [
        { name: 'Före', cells: ['20', 'för få', 'för få'] },
        { name: 'Efter', cells: ['27', '0', '0'] },
      ],
      hides: true,
    })
    expect(who(inputOf(people)).modes).toBeNull()
    // All of the demonstration answered on the web.
    expect(page).toContain('Så kom svaren in')
    expect(page).not.toContain('På papper')
  })

  test('leaves out a column that is hidden in every row, and names it', () => {
    const people = [
      ...crowd('a', 3, () => ({ municipality: 'a', from: answers, to: answers })),
      ...crowd('b', 3, () => ({ municipality: 'b', from: answers, to: answers })),
    ]
    const who = buildWho({ ...sourceOf(inputOf(people)), excluded: '' })
    expect(who.byMunicipality.leftOut).toContain('Svarade båda gångerna')
    for (const { columns, rows, leftOut } of [who.byMunicipality, who.byActorGroup]) {
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length - 1)
      const groups = rows.filter(({ name }) => name !== 'Alla')
      for (const [at, column] of columns.slice(1).entries()) {
        const seen = groups.map(({ cells }) => cells[at])
        expect([column, seen.includes('för få') && seen.every((cell) => cell === 'för få' || cell === '–')]).toEqual([
          column,
          false,
        ])
      }
      for (const name of leftOut) expect(columns).not.toContain(name)
    }
  })

  test('leads from the top of the page to what is found at its foot', () => {
    const top = page.slice(0, page.indexOf('id="who"'))
    expect(top).toContain('href="#files">Filer att hämta</a>')
    expect(top).toContain('href="/projects/demo/cuts">Publicerade underlag</a>')
  })

  test('hides a row of few, and has no zero for what nobody has noted', () => {
    const people = [
      ...crowd('a', 12, () => ({ municipality: 'a', from: answers, to: answers })),
      ...crowd('b', 9, () => ({ municipality: 'b', from: answers, to: answers })),
      ...crowd('c', 3, () => ({ municipality: 'c', from: answers, to: answers })),
    ]
    const who = buildWho({ ...sourceOf(inputOf(people)), excluded: '' })
    const cellsOf = (name: string) => who.byMunicipality.rows.find((row) => row.name === name)?.cells
    expect(cellsOf('c')?.slice(0, 7)).toEqual(Array(7).fill('för få'))
    expect(cellsOf('Alla')).toEqual([
      '24',
      '24',
      '24',
      '24',
      '24',
      '0',
      '0',
      '100\u00a0%',
      '100\u00a0%',
      '100\u00a0%',
      '–',
      '–',
      '–',
    ])
    expect(who.facts.map(({ name }) => name)).not.toContain('Drog sig ur')
  })
})

test('goals are told by their intervals', () => {
  const goal = structuredClone(questionnaire)
  for (const indicator of goal.indicators) {
    if (indicator.id === 'N') indicator.target = 60
    if (indicator.id === 'E') indicator.target = 99.5
  }
  const people = crowd('p', 12, (at) => ({
    from: { ...answers, NOW: 3 },
    to: { ...answers, E1: 3 + (at % 2), NOW: 6 + (at % 3) },
  }))
  const { context, results } = sourceOf(inputOf(people, { from: { kind: 'baseline', questionnaire: goal } }))
  const { targets, importance } = buildGoals(context, results, 'sv')
  expect(targets.map(({ name, cells }) => [name, cells.at(-1)])).toEqual([
    ['E', 'mål 99,5: ej nått'],
    ['N', 'mål 60: nått'],
  ])
  expect(importance.map(({ name, cells }) => [name, cells[0], cells.at(-1)])).toEqual([
    ['N', '9', 'större än så, till det bättre'],
  ])
  expect(page).not.toContain('id="goals"')
})

test('where no change can be shown there is a sentence instead of tables without rows', async () => {
  world.addPeople(3)
  answerWave(world, 'baseline', 1, 2)
  answerWave(world, 'endline', 2, 4)
  for (const language of ['sv', 'en'] as const) {
    const { body } = await world.get(`/projects/service/results?lang=${language}`, { as: 'admin' })
    const { results: words, estimates } = phrasesIn(language)
    expect(body.split(words.noChange.few)).toHaveLength(3)
    expect(body).not.toMatch(/<tbody>\s*<\/tbody>/)
    for (const lead of [estimates.checksLead, words.directionLead('5')]) expect(body).not.toContain(lead)
  }
  expect(page).not.toContain(phrasesIn('sv').results.noChange.few)
})

test('the page says which revision of each definition its figures were computed by', () => {
  expect(page).toContain('Måtten räknas så som version 1 bestämmer dem:')
  expect(page).toContain('revision 1: Samverkansindex, Samtal,')
})

test('each question says which way is better, as its measure and its turning have it', () => {
  const people = crowd('p', 12, (at) => ({ from: answers, to: { ...answers, D1: 3 + (at % 2), D3: 3 - (at % 2) } }))
  const rowsOf = (form: Questionnaire) => {
    const wave = (kind: 'baseline' | 'endline') => ({ kind, questionnaire: form })
    const source = sourceOf(inputOf(people, { from: wave('baseline'), to: wave('endline') }))
    const sections = buildBackground({ ...source, questionnaire: form })
    return sections.find(({ id }) => id === 'items')?.rows.map(({ name }) => name)
  }
  expect(rowsOf(questionnaire)?.slice(0, 3)).toEqual(['D1 D1', 'D2 D2', 'D3 D3 (vänd, lägre är bättre)'])
  const lower = structuredClone(questionnaire)
  for (const indicator of lower.indicators) indicator.direction = 'lower_is_better'
  expect(rowsOf(lower)?.slice(0, 3)).toEqual(['D1 D1 (lägre är bättre)', 'D2 D2 (lägre är bättre)', 'D3 D3 (vänd)'])
})

test('behind the results stand the funnel, what people think has changed, and how far contact is answered', async () => {
  const people = ['AA', 'BB', 'CC', 'DD'].flatMap((group) =>
    crowd(group, 8, () => {
      const others = ['AA', 'BB', 'CC'].filter((other) => other !== group)
      const contact = (step: number) => Object.fromEntries(others.map((other) => [`G_${other}`, step]))
      return {
        group,
        from: { ...answers, ...contact(2) },
        to: { ...answers, ...contact(group === 'AA' ? 5 : 3), PERC: group === 'AA' ? 0 : 1 },
      }
    }),
  )
  const sections = new Map(
    buildBackground({ ...sourceOf(inputOf(people)), questionnaire }).map((section) => [section.id, section]),
  )
  for (const { columns, rows } of sections.values())
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length - 1)
  expect(sections.get('funnel')?.rows[0]?.cells).toEqual(['32', '–', '–', '–', '32', '32', '32'])
  expect(sections.get('perceived')?.rows.map(({ name, cells }) => [name, ...cells])).toContainEqual([
    '1',
    '24',
    '75\u00a0%',
  ])
  const { rows = [], notes = [] } = sections.get('grid-met') ?? {}
  expect(notes.slice(1).map((note) => note.split(',')[0])).toEqual(['Täthet', 'Ömsesidighet'])
  // Nobody is asked about their own group, which is another thing than too few answers.
  expect(notes[0]).toContain('”–” är en fråga som gruppen inte fick')
  expect(rows.map(({ name, cells }) => [name, cells.map((cell) => cell === '–')])).toEqual([
    ['AA', [true, false, false]],
    ['BB', [false, true, false]],
    ['CC', [false, false, true]],
    ['DD', [false, false, false]],
  ])
})
