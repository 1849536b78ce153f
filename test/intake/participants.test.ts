import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { checkAddress, inOwnLetters } from '#intake/address.ts'
import { quoteRows } from '#intake/excerpt.ts'
import { isIdentityNumber } from '#intake/identity-number.ts'
import { readParticipantList } from '#intake/participants.ts'
import { describeRemark } from '#intake/wording.ts'
import { mailableAddress } from '#mail/addresses.ts'

const options = {
  municipalities: [
    { code: '0428', name: 'Vingåker' },
    { code: '0482', name: 'Flen' },
    { code: '0781', name: 'Ljungby' },
  ],
  actorGroups: [
    {
      code: 'LUG',
      label: { sv: 'Lokal utvecklingsgrupp', en: 'Local development group' },
      excludedFromOutcomes: false,
    },
    { code: 'FTG', label: { sv: 'Företag', en: 'Business' }, excludedFromOutcomes: false },
  ],
  defaultLanguage: 'sv',
} as const

const list = (...lines: string[]) => readParticipantList(`namn,e-post,kommun,aktörsgrupp\n${lines.join('\n')}`, options)
const codes = (faults: readonly { code: string }[]) => faults.map(({ code }) => code)

test('a list from Excel, in semicolons and Windows-1252, is read whole', () => {
  const text =
    'Namn;E-post;Kommun;Aktörsgrupp;Språk;Platsnummer\r\nÅsa Öberg;asa@bygden.se;0428;LUG;;\r\nBo Ek; Bo@Bygden.SE ;FLEN;företag;English;2\r\n'
  const { encoding, entries, faults, warnings } = readParticipantList(Buffer.from(text, 'latin1'), options)
  expect({ encoding, faults, warnings }).toEqual({ encoding: 'windows-1252', faults: [], warnings: [] })
  expect(entries).toEqual([
    {
      name: 'Åsa Öberg',
      email: 'asa@bygden.se',
      municipalityCode: '0428',
      actorGroup: 'LUG',
      language: 'sv',
      seat: '',
    },
    { name: 'Bo Ek', email: 'Bo@bygden.se', municipalityCode: '0482', actorGroup: 'FTG', language: 'en', seat: '2' },
  ])
})

test('headings go by Swedish or English names, in any order; others are named and left alone', () => {
  const { entries, faults, warnings } = readParticipantList(
    'Telefon,ACTOR GROUP,municipality,E_mail,Name\n070-1,lug,0428,a@b.se,Åsa\n',
    options,
  )
  expect(faults).toEqual([])
  expect(entries).toMatchObject([{ name: 'Åsa', email: 'a@b.se', municipalityCode: '0428', actorGroup: 'LUG' }])
  expect(warnings).toEqual([{ row: 1, column: 'Telefon', code: 'column_ignored', value: 'Telefon' }])
})

test('a column that may be a village is not taken for the seat, and says what to call a seat', () => {
  for (const heading of ['Plats', 'PLATS', 'Place']) {
    const text = `namn;e-post;kommun;aktörsgrupp;${heading}\nÅsa;a@b.se;0428;LUG;Byn\nBo;b@b.se;0428;LUG;Byn`
    const { entries, faults, warnings } = readParticipantList(text, options)
    expect(faults).toEqual([])
    expect(entries.map(({ seat }) => seat)).toEqual(['', ''])
    expect(warnings).toEqual([{ row: 1, column: heading, code: 'place_ignored', value: heading }])
    expect(warnings.map((warning) => describeRemark(warning, 'sv'))[0]).toContain('kalla kolumnen platsnummer')
  }
  for (const heading of ['Platsnummer', 'plats-nr', 'Seat', 'seat number', 'seat_number']) {
    const text = `namn;e-post;kommun;aktörsgrupp;${heading}\nÅsa;a@b.se;0428;LUG;2`
    expect([heading, readParticipantList(text, options).entries[0]?.seat]).toEqual([heading, '2'])
  }
})

test('two people on one seat are taken, with a warning; a number is a seat of its own in each group and municipality', () => {
  const rows = [
    'A;a@b.se;0428;LUG;1',
    'B;b@b.se;Vingåker;LUG;1',
    'C;c@b.se;0428;FTG;1',
    'D;d@b.se;0482;LUG;1',
    'E;e@b.se;0428;LUG;',
    'F;f@b.se;0428;LUG;',
  ]
  const text = ['namn;e-post;kommun;aktörsgrupp;platsnummer', ...rows].join('\n')
  const { entries, faults, warnings } = readParticipantList(text, options)
  expect([entries.length, faults]).toEqual([6, []])
  expect(warnings).toEqual([{ row: 3, column: 'platsnummer', code: 'seat_shared', value: '1', otherRow: 2 }])
  expect(warnings.map((warning) => describeRemark(warning, 'sv'))[0]).toContain('”1” står också på rad 2')
})

test('missing and double headings are named', () => {
  const { faults } = readParticipantList('namn,name,e-post,kommun\nÅsa,Åsa,a@b.se,0428\n', options)
  expect(faults).toMatchObject([
    { row: 1, column: 'name', code: 'header_twice', expected: 'namn' },
    { row: 1, code: 'header_missing', value: 'aktörsgrupp' },
  ])
})

test('all faults come at once, each with its row and heading', () => {
  const { entries, faults } = list(
    'Åsa,a@b.se,0428,LUG',
    ',c@d.se,0428,LUG',
    'Bo,c@d,Malmö,XYZ',
    'Eva,,,',
    'Per,A@B.se ,Flen,LUG',
  )
  expect(entries).toHaveLength(1)
  expect(faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
    '3 namn value_missing',
    '4 e-post email_invalid',
    '4 kommun municipality_unknown',
    '4 aktörsgrupp actor_group_unknown',
    '5 e-post value_missing',
    '5 kommun value_missing',
    '5 aktörsgrupp value_missing',
    '6 e-post email_twice',
  ])
  expect(faults.at(-1)).toMatchObject({ value: 'A@B.se', otherRow: 2 })
  expect(faults[2]).toMatchObject({ value: 'Malmö', expected: 'Vingåker (0428), Flen (0482), Ljungby (0781)' })
})

test('a municipality goes by code or name, composed or not; a zero that Excel took is put back with a warning', () => {
  const { entries, faults, warnings } = list(
    'A,a@b.se,0428,LUG',
    'B,b@b.se,428,LUG',
    `C,c@b.se,${'vingåker'.normalize('NFD')},LUG`,
    'D,d@b.se,VINGÅKERS KOMMUN,LUG',
    'E,e@b.se,"=""0428""",LUG',
  )
  expect(faults).toEqual([])
  expect(entries.map((entry) => entry.municipalityCode)).toEqual(Array(5).fill('0428'))
  expect(warnings).toEqual([{ row: 3, column: 'kommun', code: 'municipality_zero', value: '428', expected: '0428' }])
  // Vingaker is not Vingåker: names are only a help, codes are the key.
  expect(codes(list('A,a@b.se,Vingaker,LUG').faults)).toEqual(['municipality_unknown'])
})

test('names are kept as typed, formulas and apostrophes too; hidden characters and long names are refused', () => {
  const nfd = 'Åsa'.normalize('NFD')
  const { entries, faults } = list(
    '"=HYPERLINK(""http://x"")",a@b.se,0428,LUG',
    `${nfd},b@b.se,0428,LUG`,
    "O'Neil,c@b.se,0428,LUG",
    `${'👨‍👩‍👧‍👦'.repeat(200)},d@b.se,0428,LUG`,
  )
  expect(faults).toEqual([])
  expect(entries.map(({ name }) => name)).toEqual(['=HYPERLINK("http://x")', nfd, "O'Neil", '👨‍👩‍👧‍👦'.repeat(200)])
  expect(codes(list(`Å\u202esa,a@b.se,0428,LUG`, '"Å\nsa",b@b.se,0428,LUG', 'Å\0sa,c@b.se,0428,LUG').faults)).toEqual(
    Array(3).fill('characters_hidden'),
  )
  expect(codes(list('\u200d,a@b.se,0428,LUG', '\u3164\u200b,b@b.se,0428,LUG').faults)).toEqual([
    'value_missing',
    'value_missing',
  ])
  expect(codes(list(`${'å'.repeat(201)},a@b.se,0428,LUG`).faults)).toEqual(['value_too_long'])
})

test('a name in two columns is told how to become one; a missing name without them is missing', () => {
  const split = readParticipantList('Förnamn;Efternamn;e-post;kommun;aktörsgrupp\nÅsa;Öberg;a@b.se;0428;LUG', options)
  expect(split.faults).toMatchObject([{ row: 1, code: 'name_split', value: 'Förnamn', expected: 'Efternamn' }])
  const said = split.faults.map((fault) => describeRemark(fault, 'sv'))
  expect(said).toEqual([expect.stringContaining('Lägg ihop dem i en kolumn som heter namn')])
  const half = readParticipantList('First name,email,municipality,actor_group\nÅsa,a@b.se,0428,LUG', options)
  expect(half.faults).toMatchObject([{ code: 'header_missing', value: 'namn' }])
})

test('rows are quoted as they stand in the file, but for what nobody else should read', () => {
  const file = 'namn;e-post;nummer\n\n"Å;sa"; a@b.se ;811218-9876\nBo;;'
  expect([...quoteRows(file, new Set([1, 3, 9]))]).toEqual([
    [1, 'namn; e-post; nummer'],
    [3, 'Å;sa; a@b.se; …'],
  ])
  expect(quoteRows('namn\n"Åsa', new Set([1, 2])).size).toBe(0)
})

test.each([
  'a@b',
  '@b.se',
  'a@@b.se',
  'a@b.se, victim@c.se',
  'a@b.se;c@d.se',
  'a@b.se\r\nBcc: v@c.se',
  'Bo <a@b.se>',
  'grupp: a@b.se;',
  '"a b"@b.se',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a..b@c.se',
  '.a@b.se',
  'a@b-.se',
  'a@b.se\u202e',
  `${'a'.repeat(65)}@b.se`,
  `a@${'b.'.repeat(126)}se`,
])('%j is not an address', (text) => {
  expect(checkAddress(text)).toEqual({ ok: false, code: 'email_invalid' })
})

test('a domain in its own letters is kept in ASCII and shown in its own; letters before the at sign are refused', () => {
  expect(checkAddress('info@MALMÖ.se')).toMatchObject({ ok: true, address: 'info@xn--malm-8qa.se', shared: true })
  expect(checkAddress('bo@xn--malm-8qa.se')).toMatchObject({ ok: true, address: 'bo@xn--malm-8qa.se', shared: false })
  expect(inOwnLetters('bo@xn--malm-8qa.se')).toBe('bo@malmö.se')
  for (const plain of ['bo@bygden.se', '17', 'bo@', '@@']) expect(inOwnLetters(plain)).toBe(plain)
  expect(checkAddress('åsa@bygden.se')).toEqual({ ok: false, code: 'email_letters' })
  // Cyrillic а (U+0430) among Latin letters.
  expect(checkAddress('bo@b\u0430nk.se')).toMatchObject({ ok: true, mixedLetters: true })
})

test('an address that is taken can be mailed, exactly as it is kept', () => {
  const address = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[a-zö@.,;<> -]{3,20}$/),
  )
  fc.assert(
    fc.property(address, (text) => {
      const check = checkAddress(text)
      if (check.ok) expect(mailableAddress(check.address)).toBeDefined()
    }),
  )
  expect(checkAddress('kim.o+test@bygden.example')).toMatchObject({ ok: true, address: 'kim.o+test@bygden.example' })
})

test('shared mailboxes and mixed alphabets are warned of, and taken', () => {
  const { entries, warnings } = list('A,info@b.se,0428,LUG', 'B,no-reply@b.se,0428,LUG', 'C,c@b\u0430nk.se,0428,LUG')
  expect(entries).toHaveLength(3)
  expect(codes(warnings)).toEqual(['email_shared', 'email_shared', 'email_mixed_letters'])
})

// 811218-9876 is the number Skatteverket uses in examples; its check digit is 6 by Luhn.
test('personal identity numbers are refused in any column, read or not, and never repeated', () => {
  for (const number of ['811218-9876', '19811218-9876', '198112189876', '8112189876', '811278-9873'])
    expect([number, isIdentityNumber(number)]).toEqual([number, true])
  for (const number of ['811218-9875', '811318-9876', '0701234567', '0428', '556036-0793', ''])
    expect([number, isIdentityNumber(number)]).toEqual([number, false])
  const { faults } = readParticipantList(
    'namn,e-post,kommun,aktörsgrupp,Person-nr,övrigt\nÅsa,a@b.se,0428,LUG,,811218-9876\n',
    options,
  )
  expect(faults.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
    [1, 'Person-nr', 'identity_number', 'Person-nr'],
    [2, 'övrigt', 'identity_number', ''],
  ])
})

test('a fault says in both languages where and what, short and with nothing hidden in it', () => {
  const { faults } = list(`Åsa,${'x'.repeat(100)},0428,LUG`, 'Å\u202esa,a@b.se,0428,LUG')
  const [address, name] = faults
  if (!address || !name) throw new Error('two faults were expected')
  expect(describeRemark(address, 'sv')).toBe(
    `Rad 2, kolumn e-post: ”${'x'.repeat(60)}…” är inte en e-postadress. Skriv en adress per rad.`,
  )
  expect(describeRemark(name, 'en')).toContain('Row 3, column namn: “Å\ufffdsa” holds invisible characters')
  const fact = { value: 'v', expected: 'e', otherRow: 7 }
  for (const language of ['sv', 'en'] as const)
    for (const word of Object.values(phrasesIn(language).intake.remark))
      expect(word(fact)).not.toMatch(/undefined|NaN|object/)
})
