// Published results on the web: who freezes them, that they stay, and that every figure says where it comes from.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFieldName } from '#cuts/fields.ts'
import { describeFigure, formatFigure, nameOfFigure, nameOfPart } from '#cuts/figure-text.ts'
import { type Figure, listFigures, pathText } from '#cuts/figures.ts'
import { publishedTree, publishResults, readPublished } from '#cuts/published-results.ts'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { languages, phrasesIn } from '#i18n/phrases.ts'
import { publishCut } from '#publication.ts'
import { contextOf, resultsFor } from '#results.ts'
import { type Cut, getCutResults, listCuts } from '#store/cuts.ts'
import { listEvents } from '#store/events.ts'
import type { Project } from '#store/projects.ts'
import { cutAddress, findLatestCutLink } from '#web/cuts/links.ts'
import { answerWave, fillProject } from '../support/answers.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, ljungby, makeWorld, morning, type Person, type World } from '../support/world.ts'

let world: World
let demo: Project
let cut: Cut
let figures: Figure[]
let waves: ReturnType<typeof fillProject>

beforeAll(async () => {
  world = await makeWorld()
  demo = createDemo(world.db, world.identity, { now: morning, seed: demoSeed })
  const publication = await publishCut(world.db, demo, 'system', morning)
  if (publication.outcome !== 'made') throw new Error(publication.outcome)
  cut = publication.cut
  figures = listFigures(publishedTree(getCutResults(world.db, cut)))
}, 60_000)
afterAll(() => world.close())

const base = '/projects/service/cuts'
const readers = ['admin', 'coordinator', 'process_leader', 'economist', 'evaluator', 'researcher'] as const
const makers: readonly Person[] = ['admin', 'coordinator']
const freeze = (as: Person) => world.post(base, { as })

describe('freezing', () => {
  test('is for administrators and coordinators, in their own project, from this site', async () => {
    expect((await world.post(base)).statusCode).toBe(401)
    for (const person of readers.filter((reader) => !makers.includes(reader)))
      expect([person, (await freeze(person)).statusCode]).toEqual([person, 403])
    expect((await freeze('stranger')).statusCode).toBe(404)
    const foreign = await world.post(base, { as: 'admin', headers: { 'sec-fetch-site': 'cross-site' } })
    expect(foreign.statusCode).toBe(403)
    expect(listCuts(world.db, world.project.id)).toEqual([])
  })

  test('before there is anything to compare is refused, and says what is missing', async () => {
    const { statusCode, body } = await freeze('coordinator')
    expect([statusCode, body.includes('två mätningar är öppnade och stängda')]).toEqual([409, true])
    const list = (await world.get(base, { as: 'coordinator' })).body
    expect([
      list.includes('Inget underlag är fryst ännu.'),
      list.includes('<form method="post" action="/projects/service/cuts"'),
    ]).toEqual([true, false])
  })

  test('leads to the cut; a second time to the same one, and says so', async () => {
    waves = fillProject(world)
    const first = await freeze('coordinator')
    const [made] = listCuts(world.db, world.project.id)
    expect([first.statusCode, first.headers.location]).toEqual([303, `${base}/${made?.code}?outcome=made`])
    const again = await freeze('admin')
    expect(again.headers.location).toBe(`${base}/${made?.code}?outcome=unchanged`)
    expect(listCuts(world.db, world.project.id)).toHaveLength(1)
    const { body } = await world.get(again.headers.location ?? '', { as: 'admin' })
    expect(body).toContain('Ingenting har ändrats sedan det här underlaget frystes.')
    expect(body).toContain('byte för byte')
    expect(body).toContain('Cecilia Samordnare')
    expect(
      listEvents(world.db, `project:${world.project.id}`).filter(({ action }) => action === 'cut.made'),
    ).toHaveLength(1)
  })

  test('beside a cut from which one person could be told is refused, with the groups', async () => {
    const { baseline } = waves
    world.db.$client
      .prepare('delete from responses where invitation_id = (select max(id) from invitations where wave_id = ?)')
      .run(baseline.id)
    const { statusCode, body } = await freeze('coordinator')
    const [made] = listCuts(world.db, world.project.id)
    expect(statusCode).toBe(409)
    expect(body).toContain(`drar det här underlaget från underlag ${made?.code}`)
    expect(body).toContain('Ett nytt kan frysas om fler svar läses in ur en fil')
    expect(body).toContain('<li>Fråga för fråga · D1 · Förändring – antalet personer skiljer sig för lite</li>')
    expect(body).not.toMatch(/<li>[^<]*\w\/\w/)
    expect(listCuts(world.db, world.project.id)).toHaveLength(1)
    const page = (await world.get(`${base}/${made?.code}`, { as: 'evaluator' })).body
    expect(page).toContain('har ändrats sedan det frystes')
    expect(page).toContain('Underlagets tal står kvar.')
  })
})

test('before the end wave nothing is frozen until somebody has said that its figures can be done without', async () => {
  const other = await makeWorld()
  const freezeMidway = (form: Record<string, string>) => other.post(base, { as: 'coordinator', form })
  try {
    other.addPeople(8, flen)
    other.addPeople(9, ljungby)
    answerWave(other, 'baseline', 1, 2)
    answerWave(other, 'midterm', 1, 3)
    expect((await other.get(base, { as: 'coordinator' })).body).toContain('Vänta om slutmätningen också ska redovisas')
    const { statusCode, body } = await freezeMidway({})
    expect([statusCode, body.includes('Kryssa i att projektet klarar sig')]).toEqual([422, true])
    expect(listCuts(other.db, other.project.id)).toEqual([])
    expect((await freezeMidway({ midway: 'yes' })).statusCode).toBe(303)
    answerWave(other, 'endline', 2, 4)
    const end = (await other.get(base, { as: 'coordinator' })).body
    expect(end).not.toContain('Vänta om slutmätningen')
    const refused = await freezeMidway({})
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Det tidigare underlaget jämför före med halvvägs, det här före med efter')
  } finally {
    await other.close()
  }
})

describe('looking', () => {
  const pages = () => {
    const [made] = listCuts(world.db, world.project.id)
    const at = `${base}/${made?.code}`
    return [base, at, `${at}/results.json`, `${at}/indicators/D`, `${at}/indicators/D/overall/paired/meanChange`]
  }

  test('is for everybody who may see results, and nobody else', async () => {
    for (const url of pages()) {
      expect((await world.get(url)).headers.location).toBe('/session')
      expect([url, (await world.get(url, { as: 'stranger' })).statusCode]).toEqual([url, 404])
      for (const person of readers)
        expect([url, person, (await world.get(url, { as: person })).statusCode]).toEqual([url, person, 200])
    }
  })

  test('changes nothing', async () => {
    const before = fingerprintDatabase(world.db)
    for (const url of pages()) await world.get(url, { as: 'evaluator' })
    expect(fingerprintDatabase(world.db)).toBe(before)
  })

  test('the file is the published bytes', async () => {
    const { rawPayload, headers } = await world.get(`${cutAddress('demo', cut.code)}/results.json`, { as: 'admin' })
    expect(rawPayload.equals(Buffer.from(getCutResults(world.db, cut), 'utf8'))).toBe(true)
    expect(headers['content-disposition']).toBe(`attachment; filename="demo-${cut.code}.json"`)
  })

  test('a cut is found under its own project only, and so is a figure', async () => {
    for (const url of [
      `${base}/${cut.code}`,
      `${base}/none`,
      `${cutAddress('demo', cut.code)}/indicators/D/overall/paired/nothing`,
      `${cutAddress('demo', cut.code)}/indicators/D/overall/pair`,
      `${cutAddress('demo', cut.code)}/..%2F..%2Fresults`,
    ])
      expect([url, (await world.get(url, { as: 'admin' })).statusCode]).toEqual([url, 404])
  })

  test('a figure is found by an address that was copied from Word, with the marks of where it may be broken', async () => {
    const url = `${cutAddress('demo', cut.code)}/indicators/%E2%80%8BD/%E2%80%8Boverall/%E2%80%8Bpaired`
    expect((await world.get(url, { as: 'admin' })).statusCode).toBe(200)
  })

  test('the results page can link to the latest cut', () => {
    expect(findLatestCutLink(world.db, demo)).toEqual({
      code: cut.code,
      address: `/projects/demo/cuts/${cut.code}`,
      madeAt: morning,
    })
    expect(findLatestCutLink(world.db, world.otherProject)).toBeUndefined()
  })
})

test('what the page and the command tell now is, byte for byte, what a cut keeps', async () => {
  const comparison = await resultsFor(world.db, demo, morning)
  if (typeof comparison === 'string') throw new Error(comparison)
  const told = publishResults(comparison.results, await contextOf(world.db, comparison))
  expect(told === getCutResults(world.db, cut)).toBe(true)
})

describe('a figure', () => {
  const textOf = (html: string) =>
    html
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')

  test('of the demo, each of them, has words for its value, its unit and its formula', () => {
    for (const language of languages)
      for (const figure of figures) {
        const { value, exact, unit, formula, name } = describeFigure(figure, language)
        const at = pathText(figure.path)
        expect([at, /undefined|NaN|null|\[object/.exec([value, exact, unit, formula, name].join(' '))?.[0]]).toEqual([
          at,
          undefined,
        ])
        expect([at, [value, exact, unit, formula, name].filter((text) => text === '')]).toEqual([at, []])
        if (typeof figure.value === 'number') expect([at, Number(exact)]).toEqual([at, figure.value])
        expect([at, formula === phrasesIn(language).figures.unknown]).toEqual([at, false])
      }
  })

  test('of the demo, one of each kind, has a page that says its value', async () => {
    const kindOf = ({ path, withheld }: Figure) => [path.slice(0, 2).join(), findFieldName(path), path.at(-1), withheld]
    const candidates = figures.filter(({ path }) => path[0] !== 'indicators' || path[1] === 'D')
    const some = [...Map.groupBy(candidates, (figure) => kindOf(figure).join()).values()].flatMap(
      ([first]) => first ?? [],
    )
    expect(some.length).toBeGreaterThan(150)
    for (const figure of some) {
      const url = cutAddress('demo', cut.code, figure.path)
      const { statusCode, body } = await world.get(url, { as: 'admin' })
      expect([url, statusCode]).toEqual([url, 200])
      const text = textOf(body)
      expect([url, text.includes(formatFigure(figure, 'sv'))]).toEqual([url, true])
      if (figure.value !== null && !figure.withheld)
        expect([url, text.includes(String(figure.value))]).toEqual([url, true])
      expect([url, /\bundefined\b|\bNaN\b|\bnull\b|\[object/.exec(text)?.[0]]).toEqual([url, undefined])
    }
  }, 60_000)

  test('says what it is, of whom, how it is computed and from what', async () => {
    const change = figures.find(({ path }) => path.join('/') === 'indicators/D/overall/paired/meanChange')
    const url = cutAddress('demo', cut.code, change?.path ?? [])
    const text = textOf((await world.get(`${url}?lang=sv`, { as: 'admin' })).body)
    for (const said of [
      `${cut.code}/indicators/D/overall/paired/meanChange`,
      String(change?.value),
      'poäng, på en skala från 0 till 100',
      'Medelvärdet av varje persons skillnad',
      'Student (1908)',
      '95 % intervall',
      'minst 5 personer',
      'Parterna träffas tillräckligt ofta',
      'samverkan v1',
      cut.inputSha256,
      cut.resultsSha256,
      cut.facts.from.questionnaire.sha256,
      cut.facts.code.sourceSha256,
      'D revision 1',
    ])
      expect([said, text.includes(said)]).toEqual([said, true])
  })

  test('that is a seed stands as it is to be typed, in the rules too, and a wave of one day is that day', async () => {
    const seed = figures.find(({ path }) => path.at(-1) === 'seed')
    expect(seed && formatFigure(seed, 'sv')).toBe(String(seed?.value))
    world.db.$client.exec('drop trigger cuts_frozen')
    const oneDay = { ...cut.facts.to, opensOn: '2027-02-03', closesOn: '2027-02-03' }
    const keep = (facts: Cut['facts']) =>
      world.db.$client.prepare('update cuts set facts = ? where id = ?').run(JSON.stringify(facts), cut.id)
    keep({ ...cut.facts, to: oneDay })
    const { body } = await world.get(cutAddress(demo.slug, cut.code), { as: 'admin' })
    keep(cut.facts)
    expect(body).toContain(`Frö till omdragningarna: ${String(cut.facts.rules.bootstrapSeed)}<`)
    expect(body).toContain('<dd>3 februari 2027<br>')
  })

  test('and every group, is called by words and not by its name in the program', () => {
    const results = readPublished(getCutResults(world.db, cut))
    // Codes of places, people, questions and answers, and the letters of statistics.
    const isPlain = (name: string) =>
      /^[a-zåäö]\w*([A-Z_-]\w*)+$|^(interval|spread|own|none|ok|method|mean|n)$/.test(name)
    for (const language of languages) {
      const said = figures.flatMap((figure) => [
        nameOfFigure(figure, language),
        formatFigure(figure, language),
        ...figure.path.slice(0, -1).map((_, at) => nameOfPart(figure.path.slice(0, at + 1), results, language)),
      ])
      expect([...new Set(said)].filter(isPlain)).toEqual([])
    }
  })

  test('of hidden municipalities together is called so, and the share of I² is not one of people', () => {
    const results = readPublished(getCutResults(world.db, cut))
    const model = ['indicators', 'INDEX', 'model']
    expect(nameOfPart([...model, 'takenTogether'], results, 'sv')).toBe('Dolda kommuner tillsammans')
    const iSquared = figures.find(({ path }) => pathText(path) === [...model, 'iSquared'].join('/'))
    expect(iSquared && describeFigure(iSquared, 'sv').unit).toBe('andel, 0–100 %')
  })

  test('that is a standard error has no sign, and points as its unit', () => {
    const errors = figures.filter(({ path, withheld }) => path.at(-1) === 'standardError' && !withheld)
    expect(errors.length).toBeGreaterThan(20)
    for (const figure of errors) {
      const { value, unit } = describeFigure(figure, 'sv')
      expect([pathText(figure.path), value]).toEqual([pathText(figure.path), expect.stringMatching(/^\d+,\d+$/)])
      expect(unit).toBe(figure.path.includes('effect') ? 'tal utan enhet' : 'poäng på skalan 0–100')
    }
  })

  test('of a model, a test or a rate says how many people it rests on', () => {
    const peopleOf = (at: string) => {
      const figure = figures.find(({ path }) => pathText(path) === at)
      return figure ? describeFigure(figure, 'sv').people : undefined
    }
    const numberAt = (at: string) => figures.find(({ path }) => pathText(path) === at)?.value
    const pairs = String(numberAt('indicators/INDEX/overall/paired/n'))
    expect(peopleOf('indicators/INDEX/test/p')).toBe(pairs)
    expect(peopleOf('indicators/INDEX/model/averageMunicipality/mean')).toMatch(
      new RegExp(`^${pairs} i ${numberAt('indicators/INDEX/model/units')} enheter`),
    )
    expect(peopleOf('indicators/INDEX/byMunicipality/0482/shrunken/estimate')).toBe(
      String(numberAt('indicators/INDEX/byMunicipality/0482/paired/n')),
    )
    expect(peopleOf('context/responses/from/rates/rr2')).toBe(String(numberAt('match/overall/invitedFrom')))
    expect(peopleOf('context/responses/retention')).toBe(String(numberAt('match/overall/answeredFrom')))
    // How many the hidden municipalities hold would be what is left of all when those shown are taken away.
    expect(peopleOf('indicators/INDEX/model/takenTogether/estimate')).toBe(null)
  })

  test('stands on the page of its group with all that its own page tells', async () => {
    const group = ['indicators', 'INDEX', 'model', 'averageMunicipality']
    const page = async (path: readonly string[]) =>
      textOf((await world.get(`${cutAddress('demo', cut.code, path)}?lang=sv`, { as: 'admin' })).body)
    const text = await page(group)
    const own = figures.filter(({ path }) => pathText(path).startsWith(`${group.join('/')}/`))
    expect(own.map(({ path }) => path.slice(4).join('/'))).toEqual(
      expect.arrayContaining(['mean', 'standardError', 'interval/low', 'interval/high']),
    )
    for (const figure of own) {
      const { exact, formula, unit, people } = describeFigure(figure, 'sv')
      for (const said of [exact, formula, unit, people ?? '']) expect([said, text.includes(said)]).toEqual([said, true])
    }
    for (const said of ['minst 5 personer', cut.resultsSha256, 'samverkan v1', 'INDEX revision 1'])
      expect([said, text.includes(said)]).toEqual([said, true])
  })

  test('that is a signed reason is told in the reader’s language, with the signed one beside it', async () => {
    const url = cutAddress('demo', cut.code, ['core', 'left', 'L1', 'reason'])
    const text = textOf((await world.get(`${url}?lang=en`, { as: 'admin' })).body)
    expect(text).toContain('A new condition, at least four times a year')
    expect(text).toContain('Ett nytt villkor, minst fyra gånger per år')
  })

  test('that is withheld has a page too, which tells nothing but that', async () => {
    const withheld = figures.find(({ withheld }) => withheld)
    const text = textOf((await world.get(cutAddress('demo', cut.code, withheld?.path ?? []), { as: 'admin' })).body)
    expect(text).toContain('Talet visas inte')
    expect(text).toContain('för få')
    expect(text).not.toMatch(/too_few|Full precision/)
  })
})
