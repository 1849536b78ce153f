// What every type of item promises: what is read, what is refused and with which words of remedy, what a research file
// holds, and that nothing typed is lost on the way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areKept,
  checkAnswers,
  isTouched,
  keptEntries,
  parseAnswers,
  parseStoredAnswers,
  typedFrom,
  typedIn,
} from '#survey/answers.ts'
import { answerCoder, codebook } from '#survey/codebook.ts'
import { fieldName } from '#survey/items/kind.ts'
import { kindOf, kinds } from '#survey/items/kinds.ts'
import { answers, everyType, form } from './every-type.ts'
import { itemOf } from './samverkan.ts'

const item = (id: string) => itemOf(everyType, id)
const read = (id: string, body: Record<string, unknown>) => parseAnswers(everyType, [item(id)], body)
const fault = (id: string, body: Record<string, unknown>) => {
  const { errors } = read(id, body)
  return errors.map(({ code, details: { entry, ...details } }) => ({ code, ...details }))
}
const day = (day: string, month: string, year: string) => ({
  'FIRST-day': day,
  'FIRST-month': month,
  'FIRST-year': year,
})

test('the questionnaire for trials has a question of every type', () => {
  expect([...new Set(everyType.items.map(({ type }) => type))].sort()).toEqual(Object.keys(kinds).sort())
})

test('a form gives an answer of every type, and the answers are a response', () => {
  expect(parseAnswers(everyType, everyType.items, form)).toEqual({ answers, errors: [] })
  expect(checkAnswers(everyType, 'baseline', answers)).toEqual({ answers, errors: [], notAsked: [] })
  expect(parseStoredAnswers(JSON.stringify(answers))).toEqual(answers)
})

test('an empty form is no answer to anything, and touches only what stands in it', () => {
  const empty = Object.fromEntries(Object.keys(form).map((name) => [name, '']))
  expect(parseAnswers(everyType, everyType.items, empty)).toEqual({ answers: {}, errors: [] })
  expect(everyType.items.filter((one) => isTouched(one, { WAYS: '', 'FIRST-year': '' })).map(({ id }) => id)).toEqual([
    'WAYS',
    'FIRST',
  ])
})

describe('a number', () => {
  test.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    [' 12 ', 12],
    ['0', 0],
    ['-0', 0],
    ['+7', 7],
    ['12,0', 12],
    ['12,50', 12.5],
    ['0,1', 0.1],
    ['0 000', 0],
    ['12\u200b', 12],
    ['\ufeff1\u00ad2', 12],
    ['\u200e12\u200f\u2060', 12],
    ['\u202f12\u00a0', 12],
    ['0\u00a0012', 12],
    ['0\u202f012', 12],
    ['0\u2009012,5', 12.5],
  ])('N1: %j is %d', (typed, value) => {
    expect(read('HOURS', { HOURS: typed })).toEqual({ answers: { HOURS: value }, errors: [] })
    expect(Object.is(read('HOURS', { HOURS: typed }).answers.HOURS, -0)).toBe(false)
  })

  test.each(['NaN', 'Infinity', '1e2', '0x10', 'tolv', '1,2,3', ',5', '5,', '12 h', '٣', '1 2', '--3'])(
    'N6: %j is not one',
    (typed) => {
      expect(fault('HOURS', { HOURS: typed })).toEqual([{ code: 'not_a_number' }])
    },
  )

  test.each(['-1', '−1', '745', '9007199254740993', '1'.padEnd(400, '0')])('N7: %j is out of range', (typed) => {
    expect(fault('HOURS', { HOURS: typed })).toEqual([{ code: 'out_of_range', min: 0, max: 744 }])
  })

  test('marks that group thousands twice are no decimals', () => {
    for (const typed of ['1,500,000', '1.500.000', '1 500 000'])
      expect(fault('HOURS', { HOURS: typed })).toMatchObject([{ code: 'out_of_range' }])
    for (const typed of ['1,500.000', '15,00,000'])
      expect(fault('HOURS', { HOURS: typed })[0]?.code).not.toBe('out_of_range')
  })

  test('1,200 may mean twelve hundred, so it is asked about and never taken for 1,2', () => {
    expect(fault('HOURS', { HOURS: '1,200' })).toEqual([{ code: 'too_many_decimals', decimals: 1 }])
    expect(fault('HOURS', { HOURS: '1,25' })).toEqual([{ code: 'too_many_decimals', decimals: 1 }])
  })
})

describe('a day', () => {
  test.each([
    ['29', '2', '2028', '2028-02-29'],
    ['01', '03', '2027', '2027-03-01'],
    ['31', '12', '2030', '2030-12-31'],
    [' 1 ', '1', '2000', '2000-01-01'],
  ])('N10: %s %s %s is one', (...[d, m, y, iso]) => {
    expect(read('FIRST', day(d, m, y))).toEqual({ answers: { FIRST: iso }, errors: [] })
  })

  test.each([
    ['3', 'april', '2026'],
    ['3', 'APR.', '2026'],
    ['3.', ' 4', '2026.'],
    ['3,', '4,', '2026'],
    ['3\u200b', '\u00ad4', '\ufeff2026\u200e'],
    ['3', 'huhtikuuta', '2026'],
    ['2026', '04', '03'],
    ['3/4', '', '2026'],
    ['2026-04-03', '', ''],
    ['3/4/2026', '', ''],
    ['3/4-2026', '', ''],
    ['3.4.2026', '', ''],
    ['3 4 2026', '', ''],
    ['03\u00a0april\u202f2026', '', ''],
    ['den 3 april 2026', '', ''],
    ['April 3, 2026', '', ''],
  ])('W4: %j %j %j is the third of April, as people write it', (...[d, m, y]) => {
    expect(read('FIRST', day(d, m, y))).toEqual({ answers: { FIRST: '2026-04-03' }, errors: [] })
  })

  // Unicode's CLDR, as Node has it: the names alone and behind a day, long and short.
  test.each(
    [
      'januari jan jan. january tammikuu tammikuuta tammi',
      'februari feb feb. february helmikuu helmikuuta helmi',
      'mars mar march maaliskuu maaliskuuta maalis',
      'april apr apr. huhtikuu huhtikuuta huhti',
      'maj may toukokuu toukokuuta touko',
      'juni jun june kesäkuu kesäkuuta kesä',
      'juli jul july heinäkuu heinäkuuta heinä',
      'augusti aug aug. august elokuu elokuuta elo',
      'september sep sept sept. syyskuu syyskuuta syys',
      'oktober okt oct october lokakuu lokakuuta loka',
      'november nov nov. marraskuu marraskuuta marras',
      'december dec dec. joulukuu joulukuuta joulu',
    ].map((names, at) => [at + 1, names] as const),
  )('month %d is %s', (month, names) => {
    for (const name of names.split(' '))
      expect([name, read('FIRST', day('5', name, '2026')).answers]).toEqual([
        name,
        { FIRST: `2026-${String(month).padStart(2, '0')}-05` },
      ])
  })

  test.each([
    ['29', '2', '2027'],
    ['31', '4', '2027'],
    ['30', 'februari', '2026'],
    ['30/2/2026', '', ''],
    ['0', '1', '2027'],
    ['1', '13', '2027'],
  ])('N11: %s %s %s is not one of the calendar', (...[d, m, y]) => {
    expect(fault('FIRST', day(d, m, y))).toEqual([{ code: 'no_such_day' }])
  })

  test.each([
    ['1', '3', '26'],
    ['3/4-26', '', ''],
    ['1', 'mars', '26'],
    ['1', '3', '10000'],
  ])('N11: %s %s %s has a year that could be another', (...[d, m, y]) => {
    expect(fault('FIRST', day(d, m, y))).toEqual([{ code: 'date_year' }])
  })

  test.each([
    ['1/3', '3', '2027'],
    ['1e0', '3', '2027'],
    ['1', 'martius', '2027'],
    ['april 2026', '', ''],
    ['20260403', '', ''],
    ['-', '-', '-'],
  ])('N11: %s %s %s cannot be made out', (...[d, m, y]) => {
    expect(fault('FIRST', day(d, m, y))).toEqual([{ code: 'not_a_date' }])
  })

  test('refused is shown as it was typed, in whichever fields', () => {
    for (const typed of [day('3/4-26', '', ''), day('30', 'feb.', '2026'), day('2.', '3', '26')]) {
      const { errors } = read('FIRST', typed)
      const shown = typedFrom(item('FIRST'), keptEntries(errors).FIRST)
      expect(day(shown.day?.[0] ?? '', shown.month?.[0] ?? '', shown.year?.[0] ?? '')).toEqual(typed)
    }
  })

  test('says which part is missing, and keeps the others', () => {
    expect(fault('FIRST', day('', '3', ''))).toEqual([{ code: 'date_incomplete', missing: ['day', 'year'] }])
    expect(fault('FIRST', day('3', '', ''))).toEqual([{ code: 'date_incomplete', missing: ['month', 'year'] }])
    expect(fault('FIRST', day('3 april', '', ''))).toEqual([{ code: 'date_incomplete', missing: ['year'] }])
    expect(fault('FIRST', day('', '', '3/4/2026'))).toEqual([{ code: 'date_incomplete', missing: ['day', 'month'] }])
    const { errors } = read('FIRST', day('31', '', '2027'))
    expect(typedFrom(item('FIRST'), keptEntries(errors).FIRST)).toEqual({ day: ['31'], month: [], year: ['2027'] })
  })

  test.each(['1999', '1899'])('N18: of %s is too early', (year) => {
    expect(fault('FIRST', day('31', '12', year))).toEqual([
      { code: 'date_out_of_range', earliest: '2000-01-01', latest: '2030-12-31' },
    ])
  })
})

describe('several choices', () => {
  test('are one answer whatever order the browser sends them in', () => {
    expect(read('WAYS', { WAYS: ['phone', '', 'meet', 'phone'] }).answers).toEqual({ WAYS: ['meet', 'phone'] })
    expect(read('WAYS', { WAYS: 'mail' }).answers).toEqual({ WAYS: ['mail'] })
  })
  test('none of these is an answer, and stands alone', () => {
    expect(read('WAYS', { WAYS: ['', 'none'] }).answers).toEqual({ WAYS: ['none'] })
    expect(fault('WAYS', { WAYS: ['meet', 'none'] })).toEqual([{ code: 'beside_exclusive', exclusive: 'none' }])
  })
  test('F2: one that is not in the version is refused', () => {
    expect(fault('WAYS', { WAYS: ['meet', 'fax'] })).toEqual([{ code: 'unknown_option' }])
  })
})

describe('a ranking', () => {
  const places = (shop: string, fuel: string, post: string, bus: string) => ({
    'FIRSTS-shop': shop,
    'FIRSTS-fuel': fuel,
    'FIRSTS-post': post,
    'FIRSTS-bus': bus,
  })
  test('is the things in order, and may stop early', () => {
    expect(read('FIRSTS', places('3', '', '1', '2')).answers).toEqual({ FIRSTS: ['post', 'bus', 'shop'] })
    expect(read('FIRSTS', places('', '1', '', '')).answers).toEqual({ FIRSTS: ['fuel'] })
  })
  test.each([
    [['1', '1', '', ''], { code: 'places_shared', place: 1 }],
    [['1', '3', '3', ''], { code: 'places_shared', place: 3 }],
    [['', '2', '', ''], { code: 'place_left_out', place: 1 }],
    [['1', '3', '', ''], { code: 'place_left_out', place: 2 }],
    [['4', '', '', ''], { code: 'unknown_option' }],
    [['x', '', '', ''], { code: 'unknown_option' }],
  ] as const)('%j is refused with what is wrong', ([shop, fuel, post, bus], expected) => {
    expect(fault('FIRSTS', places(shop, fuel, post, bus))).toEqual([expected])
  })
})

test('a short text is counted as a reader counts', () => {
  expect(read('PLACE', { PLACE: '👨‍👩‍👧‍👦'.repeat(40) }).errors).toEqual([])
  expect(fault('PLACE', { PLACE: '👨‍👩‍👧‍👦'.repeat(41) })).toEqual([{ code: 'too_long', length: 41, maxLength: 40 }])
})

test('what was written wrongly comes back as it was written, and is found wrong again before it is sent in', () => {
  const wrong = {
    MET: '1',
    HOURS: 'tolv timmar',
    ...day('31', '2', '20/27'),
    PLACE: 'å'.repeat(41),
    WAYS: ['mail', 'none'],
    'FIRSTS-shop': '1',
    'FIRSTS-bus': '1',
  }
  const { answers: given, errors } = parseAnswers(everyType, everyType.items, wrong)
  expect(errors.map(({ item: id }) => id)).toEqual(['WAYS', 'HOURS', 'FIRST', 'PLACE', 'FIRSTS'])
  expect(areKept(errors)).toBe(true)
  const draft = parseStoredAnswers(JSON.stringify({ ...given, ...keptEntries(errors) }))
  for (const { item: id } of errors) {
    const shown = typedFrom(item(id), draft[id])
    for (const [part, entries] of Object.entries(typedIn(item(id), wrong)))
      expect([id, part, shown[part] ?? []]).toEqual([id, part, entries])
  }
  // A number that cannot be read meets no condition, so the day is not asked.
  const checked = checkAnswers(everyType, 'baseline', draft)
  expect(checked.errors.map(({ item: id, code }) => `${id} ${code}`).sort()).toEqual([
    'FIRSTS places_shared',
    'HOURS not_a_number',
    'PLACE too_long',
    'WAYS beside_exclusive',
  ])
  expect(checked.notAsked).toEqual(['FIRST'])
})

test('whatever a form sends, an answer that is read can be written into a form and read again', () => {
  const names = everyType.items.flatMap((one) =>
    kindOf(one)
      .parts(one)
      .map((part) => fieldName(one.id, part)),
  )
  const entry = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer({ min: -3, max: 40 }).map(String),
    fc.constantFrom('2028', '12,5', 'meet', 'none', '=', 'a=b c', '\u001f', '1\u001f2', ' '),
  )
  const body = fc.dictionary(fc.constantFrom(...names), fc.oneof(entry, fc.array(entry, { maxLength: 3 })))
  fc.assert(
    fc.property(body, (sent) => {
      const { answers: given, errors } = parseAnswers(everyType, everyType.items, sent)
      for (const one of everyType.items) {
        const answer = given[one.id]
        if (answer !== undefined) expect(kindOf(one).inWords(everyType, one, answer, 'sv') ?? 'missing').not.toBe('')
      }
      const checked = checkAnswers(everyType, 'baseline', { ...given, ...keptEntries(errors) }, { actor_group: 'KTJ' })
      for (const { item: id } of checked.errors) expect(errors.map((one) => one.item)).toContain(id)
      for (const [id, answer] of Object.entries(checked.answers)) expect(answer).toEqual(given[id])
    }),
  )
})

describe('a research file', () => {
  const cells = (given: typeof answers | Record<string, never>) =>
    Object.fromEntries(
      codebook(everyType).map(({ variable, item: id, at }) => [
        variable,
        answerCoder(everyType, item(id), at)(given[id as keyof typeof given]),
      ]),
    )

  test('has a column of 0 and 1 per choice of several, and one of places per thing ranked', () => {
    expect(cells(answers)).toEqual({
      B: 'FTG',
      MET: 1,
      M1: 4,
      M2: -1,
      ALL: 7,
      G_LUG: 2,
      G_FTG: -9,
      G_KTJ: 0,
      WAYS_meet: 1,
      WAYS_mail: 0,
      WAYS_phone: 1,
      WAYS_none: 0,
      HOURS: 12.5,
      FIRST: '2028-02-29',
      PLACE: 'Bygdegården',
      WORDS: 'Att fråga först.',
      FIRSTS_shop: 2,
      FIRSTS_fuel: 0,
      FIRSTS_post: 0,
      FIRSTS_bus: 1,
    })
  })

  test('says in every column of an item why there is no answer', () => {
    expect(new Set(Object.values(cells({})))).toEqual(new Set([-9]))
  })

  test('tells of each column what it is about, and how it is stored', () => {
    const row = codebook(everyType).find(({ variable }) => variable === 'WAYS_mail')
    expect(row).toMatchObject({
      item: 'WAYS',
      text: { sv: 'Hur håller ni kontakt? – E-post', en: 'How do you keep in touch? – E-mail' },
      values: [
        { code: 0, label: null },
        { code: 1, label: { sv: 'E-post', en: 'E-mail' } },
      ],
      storage: 'number',
    })
    const hours = codebook(everyType).find(({ variable }) => variable === 'HOURS')
    expect(hours).toMatchObject({
      decimals: 1,
      text: { en: expect.stringMatching(/collaboration\? – hours a month$/) },
    })
  })
})

test.each([
  ['sv', ['Möten\nTelefon', '12,5 timmar i månaden', '29 februari 2028', '1. Bättre bussar\n2. Hålla butiken öppen']],
  ['en', ['Meetings\nTelephone', '12.5 hours a month', '29 February 2028', '1. Better buses\n2. Keep the shop open']],
] as const)('answers are read back in words (%s)', (language, expected) => {
  const words = (['WAYS', 'HOURS', 'FIRST', 'FIRSTS'] as const).map((id) =>
    kindOf(item(id)).inWords(everyType, item(id), answers[id], language),
  )
  expect(words).toEqual(expected)
  const day = item('FIRST')
  expect(kindOf(day).inWords(everyType, day, answers.FIRST, 'sv', 'fi')).toBe('29. helmikuuta 2028')
})
