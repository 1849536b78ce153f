// What a report says of how it was done: how many answered and how, what each measure asks for, and every limit that
// holds for the project, and none that does not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainText, runsOf } from '#document/marks.ts'
import type { Material } from '#document/material.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { type DemoReports, judgements, openDemoReports } from './demo-reports.ts'
import { partOf } from './said.ts'

let opened: DemoReports
let material: DemoReports['material']
beforeAll(async () => {
  opened = await openDemoReports()
  material = opened.material
}, 60_000)
afterAll(() => opened?.db.$client.close())

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  test('both numbers are told where some who answered are not part of the main measure, with the reason', () => {
    // Of the demonstration: 64 answered both times, 55 have the index; 97 answered first, 88 have its level.
    for (const [kind, all, counted] of [
      ['final', ['match/overall/both', '64'], ['indicators/INDEX/overall/paired/n', '55']],
      ['interim', ['match/overall/answeredFrom', '97'], ['indicators/INDEX/levels/from/own/n', '88']],
    ] as const)
      for (const part of ['method', 'responses']) {
        const { generated } = partOf(material[kind], language, part)
        const [sentence = ''] = generated.split('\n\n').filter((one) => one.includes(`${counted[0]}\ue002`))
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
      plainText(partOf({ ...material.final, ...changed }, language, 'limitations').generated)
    const usual = limitsOf({})
    // The demonstration: 34 % did not answer again, 58 % answered the second time, four of eleven are hidden.
    for (const said of [/34\s?% (av dem|of those)/, /58\s?% (andra|the second)/, /4 (av|of) 11/, /0[,.]22/])
      expect(usual).toMatch(said)
    const { cut, facts } = material.final
    if (!cut?.context) throw new Error('the demonstration has a cut with its context')
    const tried = { sv: 'Prövat i tio kommuner (2015).', en: 'Tried in ten municipalities (2015).' }
    const { from } = cut.questionnaires
    const proven = { ...cut, questionnaires: { ...cut.questionnaires, from: { ...from, triedIn: tried } } }
    const everybody = { ...cut, context: { ...cut.context, responses: { ...cut.context.responses, retention: 1 } } }
    const unmeasured = { ...cut, context: { ...cut.context, quality: [] } }
    for (const [changed, untold] of [
      [proven, /ingen uppgift om att frågeformuläret|Nothing is known of the questionnaire/],
      [everybody, /svarade inte igen|did not answer again/],
      [unmeasured, /alfa|alpha/],
    ] as const) {
      expect(usual).toMatch(untold)
      expect(limitsOf({ cut: changed })).not.toMatch(untold)
    }
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
      const changed = { ...material.final, cut: { ...cut, results } }
      return plainText(partOf(changed, language, 'limitations').generated)
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
    const methodOf = (one: Material) => plainText(partOf(one, language, 'method').generated)
    const said = {
      sv: 'minst 2 av 5 frågor i Kontakternas djup',
      en: 'at least 2 of 5 questions in Depth of contacts',
    }[language]
    for (const one of [material.final, material.interim]) expect(methodOf(one)).toContain(said)
    // A measure of one question needs it, which is told by nobody.
    expect(methodOf(material.final)).not.toMatch(/1 (av|of) 1/)
  })

  test('a signed reason is told in the report’s language, and as Swedish where nobody has translated it', () => {
    const method = (translated: typeof judgements) =>
      partOf({ ...material.final, judgements: translated }, language, 'method').generated
    const [swedish, english] = [
      'Ett nytt villkor, minst fyra gånger per år, gör',
      'A new condition, at least four times a year, makes',
    ]
    expect(method(judgements)).toContain(`L1 (${language === 'sv' ? swedish : english}`)
    expect(method(new Map())).toContain(`L1 (${language === 'sv' ? '' : 'reason given in Swedish: “'}${swedish}`)
  })

  test('the method tells how responses came in, each way with its number or as hidden', () => {
    const methodOf = (seen: Material) => plainText(partOf(seen, language, 'method').generated)
    const { cut } = material.final
    if (!cut?.context) throw new Error('the demonstration has a cut with its context')
    // All of the demonstration answered on the web: 97 the first time, 79 the second.
    expect(methodOf(material.final)).toMatch(
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
    const few = methodOf(withModes({ from: [hidden], to: [] }))
    expect(few).toMatch(
      /”Före” ett antal som inte visas på papper; ”Efter” är inte noterat|“Before” a number not shown on paper; “After” is not noted/,
    )
    expect(methodOf(material.interim)).not.toMatch(/”Efter”|“After”/)
  })

  test('the method says how many of its measures an index asks for', () => {
    expect(partOf(material.final, language, 'method').generated).toMatch(/minst 4 av dessa 6|at least 4 of these 6/)
  })
})
