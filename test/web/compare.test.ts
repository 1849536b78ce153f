// Comparing: who may, that every state is a link, that nothing is crossed, ranked or said more strongly than its
// interval, and that two programmes stand side by side only where they measure the same thing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDemo, createLaterDemo, demoSeed, laterDemoSlug } from '#demo/demo.ts'
import { formatNumber } from '#i18n/format.ts'
import { languages, phrasesIn } from '#i18n/phrases.ts'
import { compareFairly } from '#indicators/fair-comparison.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import { publishCut } from '#publication.ts'
import { resultsFor } from '#results.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { type Cut, findLatestCut } from '#store/cuts.ts'
import { createProject, listMunicipalities, type Project } from '#store/projects.ts'
import { buildFairness } from '#web/compare/fairness.ts'
import { findRefusal, type Side } from '#web/compare/programmes.ts'
import { addressOf, readState } from '#web/compare/state.ts'
import { showProgrammes } from '#web/compare/two-programmes.ts'
import { fillProject } from '../support/answers.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let demo: Project
let results: ProjectResults
let cut: Cut
let laterCut: Cut

const latest = (project: Project): Cut => {
  const found = findLatestCut(world.db, project.id)
  if (!found) throw new Error(`${project.slug} has no cut`)
  return found
}

beforeAll(async () => {
  world = await makeWorld()
  fillProject(world)
  demo = createDemo(world.db, world.identity, { now: morning, seed: demoSeed })
  const later = createLaterDemo(world.db, world.identity, { seed: demoSeed })
  for (const project of [demo, later]) await publishCut(world.db, project, 'system', morning)
  const comparison = await resultsFor(world.db, demo, morning)
  if (typeof comparison === 'string') throw new Error(comparison)
  results = comparison.results
  cut = latest(demo)
  laterCut = latest(later)
}, 60_000)
afterAll(() => world.close())

const page = '/projects/demo/compare'
const show = async (query: string, as: 'admin' | 'evaluator' = 'admin') => world.get(`${page}${query}`, { as })
/** What a reader sees: without tags, with the spaces of ordinary text. */
const read = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
const getIndicator = (id: string): IndicatorResult => {
  const found = results.indicators.find(({ indicator }) => indicator.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('who may compare', () => {
  test('those who may see the results of the project, and nobody else', async () => {
    const url = '/projects/service/compare'
    expect((await world.get(url)).headers.location).toBe('/session')
    expect((await world.get(url, { as: 'stranger' })).statusCode).toBe(404)
    for (const person of ['admin', 'coordinator', 'process_leader', 'economist', 'evaluator', 'researcher'] as const)
      expect([person, (await world.get(url, { as: person })).statusCode]).toEqual([person, 200])
    expect((await show('', 'evaluator')).statusCode).toBe(404)
  })

  test('looking changes nothing', async () => {
    const before = fingerprintDatabase(world.db)
    for (const query of ['', '?view=groups', '?view=whole', '?view=programmes']) await show(query)
    expect(fingerprintDatabase(world.db)).toBe(before)
  })

  test('where there is nothing to compare, that is said', async () => {
    const { statusCode, body } = await world.get('/projects/annat/compare', { as: 'admin' })
    expect([statusCode, body.includes('Det finns inget att jämföra ännu')]).toEqual([200, true])
  })

  test('the results lead there', async () => {
    expect((await world.get('/projects/demo/results', { as: 'admin' })).body).toContain('href="/projects/demo/compare"')
  })
})

describe('every state is a link', () => {
  test.each([
    '?view=municipalities&indicator=D',
    '?view=groups&indicator=S',
    '?view=whole&of=municipality-0482',
    '?view=whole&of=group-LUG',
    '?view=whole',
  ])('%s shows itself as the address to mail, and the same from the database', async (query) => {
    const { statusCode, body } = await show(query)
    expect(statusCode).toBe(200)
    expect(body).toContain(`${page}${query.replaceAll('&', '&amp;')}</a>`)
  })

  test('an address in another order, or without what is usual, is shown as the one address', async () => {
    const one = '?view=municipalities&amp;indicator=INDEX'
    for (const query of ['', '?indicator=INDEX', '?indicator=INDEX&view=municipalities', '?indicator=&cut=&view='])
      expect([query, (await show(query)).body.includes(`${page}${one}</a>`)]).toEqual([query, true])
  })

  test('changing language keeps the state', async () => {
    const { body } = await show('?view=whole&of=group-LUG')
    expect(body).toContain(`href="${page}?view=whole&amp;of=group-LUG&amp;lang=en"`)
    const english = await show('?view=whole&of=group-LUG&lang=en')
    expect(read(english.body)).toContain('All measures: Local development group')
  })

  test('a frozen state shows the figures of the cut, and says that it always will', async () => {
    const { body } = await show(`?view=municipalities&cut=${cut.code}`)
    expect(body).toContain(`&amp;cut=${cut.code}</a>`)
    expect(read(body)).toContain('Länken visar alltid samma tal: de är frysta.')
    expect(read((await show('')).body)).toContain('Länken visar talen som de är när någon öppnar den.')
  })

  test.each([
    ['a measure that is not there', '?indicator=NOPE', 'indicator'],
    ['a cut of another project', '', 'cut'],
    ['a dimension that the view has not', '?view=groups&of=municipality-0482', 'of'],
    ['a view that is not there', '?view=ranking', 'view'],
    ['anything else', '?sort=value', 'sort'],
  ])('%s is told, with what can be shown instead', async (_, query, name) => {
    const { statusCode, body } = await show(query || `?cut=${laterCut.code}x`)
    expect(statusCode).toBe(422)
    expect(read(body)).toContain(`Länken anger något som inte finns här (${name}).`)
    expect(body).toContain('<table>')
  })

  test('a municipality and an actor group at once are refused, kindly, and neither is shown', async () => {
    const { statusCode, body } = await show('?view=whole&of=municipality-0482&of=group-LUG')
    expect(statusCode).toBe(422)
    expect(read(body)).toContain('Välj en kommun eller en aktörsgrupp, inte båda.')
    expect(read(body)).toContain('Alla mått: Alla personer')
  })

  test('what is written into an address is never taken for more than text', async () => {
    const { body } = await show('?%3Cscript%3Ealert(1)%3C%2Fscript%3E=1')
    expect(body).not.toContain('<script>alert')
    const reading = readState({ indicator: { toString: 'x' }, __proto__: '1' })
    expect([reading.choose('indicator', ['A'], 'A'), reading.view]).toEqual(['A', 'municipalities'])
  })

  test('an address holds what its view has, in one order', () => {
    const chosen = { withCut: 'b', with: 'senare', cut: 'a', indicator: 'D', of: 'group-LUG' }
    expect(addressOf('x', 'whole', chosen)).toBe('/projects/x/compare?view=whole&of=group-LUG&cut=a')
    expect(addressOf('x', 'programmes', chosen)).toBe(
      '/projects/x/compare?view=programmes&indicator=D&cut=a&with=senare&withCut=b',
    )
  })
})

describe('municipalities', () => {
  test('stand by code whatever their figures, and those hidden are told without a number', async () => {
    const { body } = await show('?indicator=INDEX')
    const table = body.slice(body.indexOf('<h2 id="figures">'))
    const names = [...table.matchAll(/<th scope="row">([^<]+)<\/th>/g)].map(([, name]) => name)
    expect(names.slice(0, -1)).toEqual(getIndicator('INDEX').byMunicipality.map(({ name }) => name))
    const hidden = getIndicator('INDEX').byMunicipality.filter(({ change }) => !change.paired.shown)
    expect(hidden.length).toBeGreaterThan(0)
    for (const { name } of hidden)
      expect(table).toMatch(
        new RegExp(`<th scope="row">${name}</th><td class="withheld" colspan="\\d">för få svar</td>`),
      )
    expect(read(body)).toContain(`Visas inte: ${hidden.map(({ name }) => name).join(', ')}.`)
  })

  test('lead to the files of the chart, where those show the same figures', async () => {
    const href = '/projects/demo/results/charts/forest-D'
    expect((await show('?indicator=D')).body).toContain(`href="${href}"`)
    expect((await world.get(href, { as: 'admin' })).statusCode).toBe(200)
    expect((await show(`?indicator=D&cut=${cut.code}`)).body).not.toContain(href)
  })

  test('show measured and shrunken change with their intervals', async () => {
    const text = read((await show('?indicator=INDEX')).body)
    for (const { change, shrunken } of getIndicator('INDEX').byMunicipality) {
      if (!change.paired.shown || !shrunken.shown) continue
      const [low, high] = shrunken.value.interval.map((end) => formatNumber(end, 1, 'sv'))
      expect(text).toContain(`(${low} till ${high})`)
    }
  })
})

describe('the paragraph of a fair comparison', () => {
  const indicators = ['INDEX', 'D', 'S', 'H', 'I', 'F', 'L', 'T', 'K1', 'N1', 'G', 'LOCAL']

  test.each(languages)('never says more than the interval (%s)', (language) => {
    const words = phrasesIn(language).compare.fair
    const typical = (text: string) => text.split('{')[0] ?? ''
    const [told, untold] = [typical(words.told('{', '{', '{')), typical(words.untold('{'))]
    for (const id of indicators) {
      const { paragraph, explained } = buildFairness(getIndicator(id), language)
      const whole = explained.join(' ')
      const found = compareFairly(getIndicator(id))
      if (!found.shown || !found.value.differences.shown) throw new Error(id)
      const { verdict, interval, typical: tau } = found.value.differences.value
      expect([id, interval[0] > 0]).toEqual([id, verdict === 'told'])
      expect([id, whole.includes(told), whole.includes(untold)]).toEqual([id, verdict === 'told', verdict === 'untold'])
      // With τ at zero an interval for another municipality would be that of the average one.
      expect([id, whole.includes(typical(words.elsewhere('{', '{')))]).toEqual([id, tau > 0])
      expect(whole.endsWith(words.read)).toBe(true)
      // In front, three sentences: how many, what chance gives, and what follows.
      expect([id, paragraph.split(/(?<=\.) /).length]).toEqual([id, 3])
      // With a decimal: a gap of 5,5 where chance gives 5,0 is not told as 5 and 5.
      for (const gap of [found.value.chanceGap, found.value.observedGap])
        for (const told of [paragraph, whole]) expect(told).toContain(formatNumber(gap, 1, language))
      expect(paragraph.endsWith(phrasesIn(language).compare.fairShort[verdict])).toBe(true)
    }
  })

  test('stands in three sentences on the page; numbers and the rest wait under a heading of their own', async () => {
    const { body } = await show('?indicator=INDEX')
    const [card = ''] = /<section class="card fair">[\s\S]*?<\/section>/.exec(body) ?? []
    const { paragraph, explained, more } = buildFairness(getIndicator('INDEX'), 'sv')
    const [front = '', details = ''] = card.split('<details>')
    expect(read(front)).toContain(paragraph)
    expect(read(front)).not.toContain('intervall')
    expect(details).toContain('<summary>För den som vill räkna efter</summary>')
    for (const text of [...explained, ...more.map(({ value }) => value)])
      expect(read(details)).toContain(text.replace(/\s+/g, ' '))
  })

  test('where none is shown, it says why and claims nothing', () => {
    const hidden = getIndicator('INDEX').byMunicipality.map((row) => ({
      ...row,
      change: { ...row.change, paired: { shown: false, reason: 'too_few' } as const },
    }))
    const { paragraph, more } = buildFairness({ ...getIndicator('INDEX'), byMunicipality: hidden }, 'sv')
    expect([paragraph, more]).toEqual([phrasesIn('sv').compare.fair.nothing, []])
  })

  test('where municipalities are not taken together it says why, and speaks of no model', () => {
    const found = getIndicator('INDEX')
    const { compare } = phrasesIn('sv')
    const equal = { ...found, model: { shown: false, reason: 'no_variation' } as const }
    const few = { ...found, model: { shown: false, reason: 'too_few' } as const }
    const hidden = { ...few, overall: { ...found.overall, paired: { shown: false, reason: 'suppressed' } as const } }
    for (const [result, reason] of [
      [few, 'few'],
      [equal, 'equal'],
      [hidden, 'withheld'],
    ] as const) {
      const { paragraph, explained, notes } = buildFairness(result, 'sv')
      expect([reason, paragraph.endsWith(compare.fairShort.noModel[reason])]).toEqual([reason, true])
      expect(explained).toContain(compare.fair.noModel[reason])
      expect([reason, notes]).toEqual([reason, [compare.moreNote.chance]])
    }
    const isTogether = found.model.shown && found.model.value.takenTogether !== null
    expect(buildFairness(found, 'sv').notes.includes(compare.moreNote.together)).toBe(isTogether)
  })
})

describe('actor groups and pictures', () => {
  test('groups stand in the order of the questionnaire, over all municipalities', async () => {
    const { body } = await show('?view=groups&indicator=D')
    const names = [...body.matchAll(/<th scope="row">([^<]+)<\/th>/g)].map(([, name]) => name)
    expect(names.slice(0, -1)).toEqual(getIndicator('D').byActorGroup.map(({ title }) => title.sv))
  })

  test('pictures show the published figures of their parts, and no other number', async () => {
    const { body } = await show('?view=whole')
    const pieces = [...body.matchAll(/<(?:li|div) class="piece[^"]*">([\s\S]*?)<\/(?:li|div)>/g)].map(
      ([, piece = '']) => read(piece),
    )
    expect(pieces).toHaveLength(8)
    const parts = ['D', 'S', 'H', 'T', 'LOCAL', 'F', 'T', 'L']
    for (const [at, id] of parts.entries()) {
      const { overall } = getIndicator(id)
      if (!overall.paired.shown) throw new Error(id)
      const { fromMean, toMean, meanChange, n, interval } = overall.paired.value
      const allowed = [fromMean, toMean, Math.abs(meanChange), ...(interval ?? []).map(Math.abs)].map((value) =>
        formatNumber(value, 1, 'sv'),
      )
      const numbers = [...(pieces[at] ?? '').replace('95 %', '').matchAll(/\d+(?:,\d)?/g)].map(([number]) => number)
      expect([id, numbers.filter((number) => ![...allowed, String(n)].includes(number))]).toEqual([id, []])
    }
  })

  test('of a municipality, say nothing where the measured and the shrunken interval disagree', async () => {
    const { body } = await show('?view=whole&of=municipality-0482')
    const [, first = ''] = /<li class="piece">([\s\S]*?)<\/li>/.exec(body.slice(body.indexOf('<h2 id="puzzle">'))) ?? []
    const local = getIndicator('LOCAL').byMunicipality.find(({ code }) => code === '0482')
    if (!local?.shrunken.shown) throw new Error('hidden')
    // Measured, Flen's local collaboration has increased; drawn towards the average, its interval takes in zero.
    expect([local.change.finding, local.shrunken.value.interval[0] < 0]).toEqual(['increased', true])
    expect(read(first)).toContain('de två sätten att räkna säger olika')
    expect(read(first)).not.toContain('har ökat')
  })

  test('of a municipality that is hidden, nothing', async () => {
    const { body } = await show('?view=whole&of=municipality-0428')
    expect(body).not.toMatch(/class="levels"/)
    expect(read(body)).toContain('för få svar')
  })
})

describe('two programmes', () => {
  const both = () => `&cut=${cut.code}&with=${laterDemoSlug}&withCut=${laterCut.code}`

  test('stand side by side in the three municipalities that both have, from what each has frozen', async () => {
    const { statusCode, body } = await show(`?view=programmes&indicator=S${both()}`)
    expect(statusCode).toBe(200)
    const names = [...body.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, name]) => name)
    expect(names).toEqual(['Älmhult', 'Ljungby', 'Ludvika'])
    expect(read(body)).toContain('1–31 mars 2022 (version 2) och 3–28 februari 2025 (version 2)')
    expect(read(body)).toContain('Skillnaden mellan programmen räknas inte ut.')
    expect(read(body)).not.toContain('Mora')
  })

  test.each([
    ['D', 'Måttet är räknat på olika sätt i de två programmen.'],
    ['INDEX', 'Måttet bygger inte på samma frågor i båda programmen (D5, L1).'],
    ['L', 'Måttet bygger inte på samma frågor i båda programmen (L1).'],
  ])('%s does not, and the page says why', async (indicator, why) => {
    const { body } = await show(`?view=programmes&indicator=${indicator}${both()}`)
    expect(read(body)).toContain(why)
    expect(body).not.toContain('<table>')
  })

  test('whose waves overlap do not where few people differ, for the same answers may be in both', () => {
    const side = (of: Cut, published: ProjectResults): Side => ({ cut: of, results: published })
    const other = {
      ...cut,
      facts: { ...cut.facts, from: { ...cut.facts.from, opensOn: '2018-03-01', closesOn: '2018-04-01' } },
    }
    const getVersion = ({ questionnaire: { id, version } }: Cut['facts']['from']) =>
      getQuestionnaire(world.db, id, version)
    expect(findRefusal(side(cut, results), side(other, results), 'S', getVersion)).toEqual({ reason: 'overlap' })
    expect(
      findRefusal(side(cut, results), side({ ...other, facts: laterCut.facts }, results), 'S', getVersion),
    ).toBeNull()
  })

  test('of another questionnaire do not', () => {
    const { facts } = laterCut
    const foreign = {
      facts: { ...facts, from: { ...facts.from, questionnaire: { ...facts.from.questionnaire, id: 'annan' } } },
    }
    const refusal = findRefusal({ cut, results }, { cut: foreign, results }, 'S', () => {
      throw new Error('not read')
    })
    expect(refusal).toEqual({ reason: 'questionnaire' })
  })

  test('are offered only to those who may see both', async () => {
    expect((await world.get('/projects/service/compare', { as: 'admin' })).body).toContain('Två program')
    const { body, statusCode } = await world.get('/projects/service/compare', { as: 'evaluator' })
    expect([statusCode, body.includes('Två program')]).toEqual([200, false])
    const asked = await world.get('/projects/service/compare?view=programmes&with=demo', { as: 'evaluator' })
    expect([asked.statusCode, asked.body.includes('href="/projects/demo')]).toEqual([422, false])
    expect(read(asked.body)).toContain('Det finns inget annat projekt med samma kommuner som du har rätt att se.')
  })

  test('wait until both have frozen something, and say which has to, with the way there for those who may', async () => {
    const { body } = await world.get('/projects/service/compare?view=programmes&with=demo', { as: 'admin' })
    expect(body).toContain('<a href="/projects/service/cuts">Frys ett underlag i Service på landsbygden</a>')
    expect(body).not.toContain('href="/projects/demo/cuts"')
    expect(body, 'no address of something that is not there').not.toContain('id="link"')
    expect(read(body)).toContain('Service på landsbygden har inget fryst underlag ännu.')
    expect(body).not.toContain('<table>')
  })

  test('name both where neither has frozen anything', async () => {
    const { db, project } = world
    const programme = { id: 'tredje', nameSv: 'Tredje', nameEn: 'Third' }
    const third = { programme, slug: 'tredje', nameSv: 'Tredje', nameEn: 'Third', organisation: 'Bygden' }
    createProject(
      db,
      { ...third, contactEmail: 'a@b.example', municipalities: listMunicipalities(db, project.id) },
      'system',
      morning,
    )
    const { body } = await world.get('/projects/service/compare?view=programmes&with=tredje', { as: 'admin' })
    const ways = [...body.matchAll(/<li>[^<]+<a href="([^"]+\/cuts)">/g)].map(([, href]) => href)
    expect(ways).toEqual(['/projects/service/cuts', '/projects/tredje/cuts'])
  })

  test('tell those who may not freeze who can, without a way that would be refused', () => {
    const grants = [{ role: 'evaluator', projectId: '*', municipalityCode: '*' }] as const
    const reading = readState({ view: 'programmes', with: 'demo' })
    const { body } = showProgrammes({ db: world.db, project: world.project, grants, reading, language: 'sv' })
    expect(body.obstacle?.toFreeze).toEqual([
      {
        text: 'Service på landsbygden har inget fryst underlag ännu. Den som samordnar det projektet, eller en administratör, kan frysa ett.',
        link: null,
      },
    ])
  })
})
