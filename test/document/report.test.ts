// What a report says, made from the demonstration's frozen cut.
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeFigure } from '#cuts/figure-text.ts'
import { listFigures, pathText } from '#cuts/figures.ts'
import { composeReport, textOfPart } from '#document/compose.ts'
import { plainText, runsOf } from '#document/marks.ts'
import type { Material } from '#document/material.ts'
import { sourceIn } from '#document/material.ts'
import type { Block, ReportDocument } from '#document/model.ts'
import { outlineOf } from '#document/outline.ts'
import { staleNumbers, toEditable } from '#document/own-text.ts'
import { referenceText } from '#document/printed-runs.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { readMaterial } from '#reporting.ts'
import type { Database } from '#store/database.ts'
import { readJudgementFiles } from '#store/judgement-files.ts'
import type { Project } from '#store/projects.ts'
import type { Report } from '#store/reports.ts'
import { openFrozenDemo } from './frozen-demo.ts'

const now = Date.UTC(2027, 2, 1, 8)
const baseUrl = 'https://enkat.example'
const judgements = readJudgementFiles(fileURLToPath(new URL('../../surveys', import.meta.url)))
let db: Database
let project: Project
let reports: { final: Report; interim: Report }
let material: { final: Material; interim: Material }

beforeAll(async () => {
  const demo = await openFrozenDemo(now)
  db = demo.db
  project = demo.project
  reports = { final: demo.begin('final'), interim: demo.begin('interim') }
  material = {
    final: readMaterial(db, project, reports.final, { baseUrl, judgements, now }),
    interim: readMaterial(db, project, reports.interim, { baseUrl, judgements, now }),
  }
}, 60_000)
afterAll(() => db.$client.close())

function* textsIn(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'list') yield* block.items
    else if (block.kind === 'table') yield* [block.caption, ...block.notes, ...block.rows.flat()]
    else if (block.kind === 'picture') yield* [block.caption, block.altText, ...block.notes]
    else yield block.text
  }
}
const allTexts = ({ chapters }: ReportDocument): string[] =>
  chapters.flatMap(({ parts }) => parts.flatMap(({ blocks }) => [...textsIn(blocks)]))
const marksIn = (document: ReportDocument) =>
  allTexts(document).flatMap((text) => runsOf(text).flatMap((run) => (run.path === null ? [] : [run])))

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

  test('both numbers are told where some who answered are not part of the main measure, with the reason', () => {
    // Of the demonstration: 64 answered both times, 55 have the index; 97 answered first, 88 have its level.
    for (const [kind, all, counted] of [
      ['final', ['match/overall/both', '64'], ['indicators/INDEX/overall/paired/n', '55']],
      ['interim', ['match/overall/answeredFrom', '97'], ['indicators/INDEX/levels/from/own/n', '88']],
    ] as const)
      for (const part of ['method', 'responses']) {
        const text = outlineOf(material[kind], language)
          .flatMap(({ parts }) => parts)
          .find(({ id }) => id === part)?.generated
        const [sentence = ''] = (text ?? '').split('\n\n').filter((one) => one.includes(`${counted[0]}\ue002`))
        expect(runsOf(sentence).map(({ text: words, path: at }) => [at, words])).toEqual(
          expect.arrayContaining([[...all], [...counted]]),
        )
        expect(plainText(sentence)).toMatch(
          /annars skulle enskilda personers svar gå att räkna|could otherwise be worked/,
        )
      }
  })

  test('limits follow from what was done: none is told of a project that it does not hold for', () => {
    const limitsOf = (changed: Partial<Material>) =>
      plainText(
        outlineOf({ ...material.final, ...changed }, language)
          .flatMap(({ parts }) => parts)
          .find(({ id }) => id === 'limitations')?.generated ?? '',
      )
    const usual = limitsOf({})
    // The demonstration: 34 % did not answer again, 58 % answered the second time, four of eleven are hidden.
    for (const said of [/34\s?% (av dem|of those)/, /58\s?% (andra|the second)/, /4 (av|of) 11/, /0[,.]22/])
      expect(usual).toMatch(said)
    const { cut, facts } = material.final
    if (!cut?.context) throw new Error('the demonstration has a cut with its context')
    const tried = { sv: 'Prövat i tio kommuner (2015).', en: 'Tried in ten municipalities (2015).' }
    const { from } = cut.questionnaires
    const proven = { ...cut, questionnaires: { ...cut.questionnaires, from: { ...from, triedIn: tried } } }
    const newness = /ingen uppgift om att frågeformuläret|Nothing is known of the questionnaire/
    expect(usual).toMatch(newness)
    expect(limitsOf({ cut: proven })).not.toMatch(newness)
    const everybody = { ...cut.context, responses: { ...cut.context.responses, retention: 1 } }
    expect(limitsOf({ cut: { ...cut, context: everybody } })).not.toMatch(/svarade inte igen|did not answer again/)
    expect(limitsOf({ cut: { ...cut, context: { ...cut.context, quality: [] } } })).not.toMatch(/alfa|alpha/)
    // The first wave opened on 5 February 2018; of a year that both share nobody can tell.
    const late = /redan hade börjat|had already begun/
    for (const [period, isLate] of [
      ['2017–2020', true],
      ['2018-02-01 – 2020-06-30', true],
      ['2018–2020', false],
      ['', false],
    ] as const)
      expect([period, late.test(limitsOf({ facts: { ...facts, cover: { ...facts.cover, period } } }))]).toEqual([
        period,
        isLate,
      ])
  })

  test('responses are called few where they are, in as many municipalities', () => {
    const { cut } = material.final
    if (!cut) throw new Error('the demonstration has a cut')
    const textWith = (peopleOf: (at: number, n: number) => number) => {
      const indicators = cut.results.indicators.map((one) => ({
        ...one,
        byMunicipality: one.byMunicipality.map((row, at) => {
          const { paired } = row.change
          if (!paired.shown) return row
          const n = peopleOf(at, paired.value.n)
          return { ...row, change: { ...row.change, paired: { ...paired, value: { ...paired.value, n } } } }
        }),
      }))
      const results = { ...cut.results, indicators }
      const parts = outlineOf({ ...material.final, cut: { ...cut, results } }, language).flatMap((one) => one.parts)
      return plainText(parts.find(({ id }) => id === 'limitations')?.generated ?? '')
    }
    const { fewInEach, fewInSome, chance } = phrasesIn(language).document.method.limits
    const shown = cut.results.indicators[0]?.byMunicipality.flatMap((row, at) => (row.change.paired.shown ? [at] : []))
    if (!shown || shown[0] === undefined) throw new Error('the demonstration shows municipalities')
    const fewAndMany = textWith((at, n) => (at === shown[0] ? n : 437))
    expect(textWith((_, n) => n)).toContain(`${fewInEach('30')} ${chance}`)
    expect(fewAndMany).toContain(`${fewInSome('1', String(shown.length), '30')} ${chance}`)
    expect(textWith(() => 56)).toContain(`- ${chance}`)
  })

  test('the method tells how many questions each measure needs, as its scores are made', () => {
    const methodOf = (one: Material) =>
      plainText(
        outlineOf(one, language)
          .flatMap(({ parts }) => parts)
          .find(({ id }) => id === 'method')?.generated ?? '',
      )
    const said = {
      sv: 'minst 2 av 5 frågor i Kontakternas djup',
      en: 'at least 2 of 5 questions in Depth of contacts',
    }[language]
    for (const one of [material.final, material.interim]) expect(methodOf(one)).toContain(said)
    // A measure of one question needs it, which is told by nobody.
    expect(methodOf(material.final)).not.toMatch(/1 (av|of) 1/)
  })

  test('what participants say has changed, and whether more of the project went with more change, stands beside the results', () => {
    const part = outlineOf(material.final, language)
      .flatMap(({ parts }) => parts)
      .find(({ id }) => id === 'contribution')
    const tables = (part?.evidence() ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []))
    const cited = tables.map(({ rows }) => runsOf(rows.flat().join(' ')).flatMap(({ path: at }) => at ?? []))
    const { context } = material.final.cut ?? {}
    const points = (context?.perceived ?? []).flatMap(({ item, points }) =>
      points.flatMap(({ code, count }) => (count.shown ? [`context/perceived/${item}/points/${code}/count/n`] : [])),
    )
    expect(points.length).toBeGreaterThan(3)
    expect(cited[0]).toEqual(expect.arrayContaining(points))
    expect(cited[1]).toContain('context/dose/B6/categories/2/change/meanChange')
    expect(cited[2]).toContain('context/responseShift/TH1/recalibration/mean')
    expect(plainText(part?.generated ?? '')).toMatch(/Utan jämförelsegrupp|Without a comparison group/)
  })

  test('a row of a grid is told with what its grid asks, beside the results, too', () => {
    const { cut } = material.final
    if (!cut?.context) throw new Error('the demonstration has a context')
    const responseShift = cut.context.responseShift.map((shift) => ({ ...shift, looksBackOn: 'G_LUG' }))
    const evidence = outlineOf(
      { ...material.final, cut: { ...cut, context: { ...cut.context, responseShift } } },
      language,
    )
      .flatMap(({ parts }) => parts)
      .find(({ id }) => id === 'contribution')
      ?.evidence()
    const captions = (evidence ?? []).flatMap((block) => (block.kind === 'table' ? [block.caption] : []))
    expect(captions.at(-1)).toMatch(
      /Vilket påstående stämmer bäst på kontakten|Which statement best describes the contact/,
    )
  })

  test('a signed reason is told in the report’s language, and as Swedish where nobody has translated it', () => {
    const method = (translated: typeof judgements) =>
      outlineOf({ ...material.final, judgements: translated }, language)
        .flatMap(({ parts }) => parts)
        .find(({ id }) => id === 'method')?.generated
    const [swedish, english] = [
      'Ett nytt villkor, minst fyra gånger per år, gör',
      'A new condition, at least four times a year, makes',
    ]
    expect(method(judgements)).toContain(`L1 (${language === 'sv' ? swedish : english}`)
    expect(method(new Map())).toContain(`L1 (${language === 'sv' ? '' : 'reason given in Swedish: “'}${swedish}`)
  })

  test('the method tells how responses came in, each way with its number or as hidden', () => {
    const methodOf = (seen: Material) =>
      outlineOf(seen, language)
        .flatMap(({ parts }) => parts)
        .find(({ id }) => id === 'method')?.generated ?? ''
    const { cut } = material.final
    if (!cut?.context) throw new Error('the demonstration has a cut with its context')
    // All of the demonstration answered on the web: 97 the first time, 79 the second.
    expect(plainText(methodOf(material.final))).toMatch(
      /”Före” 97 på webben; ”Efter” 79 på webben|“Before” 97 on the web; “After” 79 on the web/,
    )
    const withModes = (modes: NonNullable<typeof cut.context>['responses']['modes']) => ({
      ...material.final,
      cut: {
        ...cut,
        context: { ...cut.context, responses: { ...cut.context?.responses, modes } } as typeof cut.context,
      },
    })
    const hidden = { code: 'paper', count: { shown: false, reason: 'suppressed' } } as const
    const few = plainText(methodOf(withModes({ from: [hidden], to: [] })))
    expect(few).toMatch(
      /”Före” ett antal som inte visas på papper; ”Efter” är inte noterat|“Before” a number not shown on paper; “After” is not noted/,
    )
    expect(plainText(methodOf(material.interim))).not.toMatch(/”Efter”|“After”/)
  })

  test('the method says how many of its measures an index asks for', () => {
    const method = outlineOf(material.final, language)
      .flatMap(({ parts }) => parts)
      .find(({ id }) => id === 'method')
    expect(method?.generated).toMatch(/minst 4 av dessa 6|at least 4 of these 6/)
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

  test('each number about those who left has an address of its own', () => {
    const { figures } = sourceIn(material.final, language).measured ?? {}
    const responses = outlineOf(material.final, language)
      .flatMap(({ parts }) => parts)
      .find(({ id }) => id === 'responses')
    const marks = runsOf(responses?.generated ?? '').filter(({ path: at }) => at?.includes('/attrition/'))
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

  test('a change of one municipality is stated only where its own interval and the shrunken one both exclude zero', () => {
    const parts = outlineOf(material.final, language).flatMap((chapter) => chapter.parts)
    const excludesZero = ([low, high]: readonly [number, number]) => low > 0 || high < 0
    const stated: Record<string, boolean> = {}
    for (const { code, name, change, shrunken } of material.final.cut?.results.indicators[0]?.byMunicipality ?? []) {
      if (!change.paired.shown || !shrunken.shown || !change.paired.value.interval) continue
      const said = plainText(parts.find(({ id }) => id === `municipality.${code}`)?.generated ?? '')
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
    const parts = outlineOf(material.final, language).flatMap((chapter) => chapter.parts)
    const page = parts.find(({ id }) => id === `municipality.${hidden?.code}`)
    expect(page?.generated).toMatch(/säger ingenting om hur samverkan|says nothing of how collaboration/)
    // Everybody may have answered there, and nobody given a value.
    expect(page?.generated).toMatch(/har färre än 5 personer värden från|fewer than 5 people have values from/)
    expect(runsOf(page?.generated ?? '').filter(({ path: at }) => at?.includes('INDEX'))).toEqual([])
  })
})

test('numbers that the figures have left behind are named', () => {
  const text = 'Index \ue0003,3\ue001indicators/INDEX/overall/paired/n\ue002'
  expect(staleNumbers(text, '', () => '55')).toEqual([{ written: '3,3', current: '55' }])
  expect(staleNumbers('\ue0007,9\ue001x\ue002', '', () => '+7,9')).toEqual([])
})
