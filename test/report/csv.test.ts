import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { type CsvColumn, type CsvProfile, csvChunks, csvProfiles, writeCsv } from '#report/csv.ts'

interface Row {
  code: string | null
  name: string | null
  score: number | null
}

const columns: CsvColumn<Row>[] = [
  { name: 'municipality_code', label: 'Kommunkod', type: 'code', value: (row) => row.code },
  { name: 'municipality', label: 'Kommun', type: 'text', value: (row) => row.name },
  { name: 'score', label: 'Poäng', type: 'number', value: (row) => row.score },
]
const vingaker = { code: '0428', name: 'Vingåker', score: -3.5 }

// Written out by hand from RFC 4180 (quotes doubled, lines ended with CRLF).
test('the research dialect is RFC 4180 without BOM: comma, decimal point, variable names, the zero kept', () => {
  expect(writeCsv('research', columns, [vingaker])).toBe(
    'municipality_code,municipality,score\r\n0428,Vingåker,-3.5\r\n',
  )
})

test('the Excel dialect opens in Swedish: BOM, semicolon, decimal comma, labels, the code as text', () => {
  expect(writeCsv('excel', columns, [vingaker])).toBe('\ufeffKommunkod;Kommun;Poäng\r\n"=""0428""";Vingåker;-3,5\r\n')
})

// What Excel does to cells without quotes: support.microsoft.com, "Stop automatically changing numbers to dates".
test.each(['0428', '17', '1E5', '1-2', '2027-03-01', '10:30', '3.5', '.5', 'MAR1', 'sept-2', 'okt.7', 'SANT', 'false'])(
  'Excel is told to read the code %s as it stands',
  (code) => {
    const [, [cell] = []] = read(writeCsv('excel', columns, [{ code, name: null, score: null }]), 'excel')
    expect(cell).toBe(`="${code}"`)
  },
)

test.each(['baseline', 'sv', 'LUG', 'D1', 'SI', 'marsch', 'p0f3a'])('the code %s needs no telling', (code) => {
  const [, [cell] = []] = read(writeCsv('excel', columns, [{ code, name: null, score: null }]), 'excel')
  expect(cell).toBe(code)
})

test('Excel gets as many decimals as make sense, a research file every digit', () => {
  const rounded: CsvColumn<Row>[] = [
    { name: 'score', label: 'Poäng', type: 'number', decimals: 2, value: (row) => row.score },
  ]
  const row = { code: null, name: null, score: -200 / 3 }
  expect(writeCsv('excel', rounded, [row])).toContain('\r\n-66,67\r\n')
  expect(writeCsv('research', rounded, [row])).toContain(`\r\n${-200 / 3}\r\n`)
})

test('missing is an empty cell, and zero is zero', () => {
  const rows = [
    { code: null, name: null, score: null },
    { code: '0001', name: '', score: 0 },
    { code: '0002', name: '', score: -0 },
  ]
  expect(writeCsv('research', columns, rows).split('\r\n').slice(1)).toEqual([',,', '0001,,0', '0002,,0', ''])
})

test.each(csvProfiles)('a number that is not finite stops a %s file', (profile) => {
  for (const score of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => writeCsv(profile, columns, [{ ...vingaker, score }])).toThrow(RangeError)
})

// The characters are those of OWASP's page on CSV injection, with the full-width signs of its later revision.
test.each(csvProfiles)('no text, code or heading of a %s file begins like a formula', (profile) => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' =', "'="]) {
    const evil = `${start}1+cmd|' /C calc'!A0`
    const evilColumns: CsvColumn<Row>[] = [
      { name: evil, label: evil, type: 'text', value: (row) => row.name },
      { name: evil, label: evil, type: 'code', value: (row) => row.code },
    ]
    const cells = read(writeCsv(profile, evilColumns, [{ code: evil, name: evil, score: 1 }]), profile).flat()
    expect(cells).toHaveLength(4)
    for (const cell of cells) expect(cell).toBe(`'${evil}`)
  }
})

test('a code that could break out of its quotes is written as text', () => {
  const rows = [{ code: '0428"&A1', name: null, score: null }]
  expect(read(writeCsv('excel', columns, rows), 'excel')[1]?.[0]).toBe('0428"&A1')
})

test.each(csvProfiles)('every text and number comes back from a %s file as it was', (profile) => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^['=+\-@;,"\r\n\t a-cåäö]{0,12}$/))
  const number = fc.double({ noDefaultInfinity: true, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.record({ name: text, score: number }), { minLength: 1 }), (rows) => {
      const file = writeCsv(
        profile,
        columns,
        rows.map((row) => ({ ...row, code: '0428' })),
      )
      const back = read(file, profile).slice(1)
      expect(back.map(([, name]) => withoutGuard(name ?? ''))).toEqual(rows.map(({ name }) => name))
      expect(back.map(([, , score]) => Number(score?.replace(',', '.')))).toEqual(rows.map(({ score }) => score + 0))
    }),
  )
})

test('the pieces of a long file make the same file, and its rows are asked for one by one', () => {
  let asked = 0
  function* rows(): Generator<Row> {
    for (let at = 0; at < 1234; at++) {
      asked++
      yield { code: String(at).padStart(4, '0'), name: `Kommun ${at}`, score: at / 8 }
    }
  }
  const pieces = csvChunks('research', columns, rows(), 100)
  const heading = pieces.next().value
  const first = pieces.next().value
  expect(asked).toBe(100)
  expect([heading, first, ...pieces].join('')).toBe(writeCsv('research', columns, rows()))
})

/** As papaparse reads it: our own reader of lists. */
function read(file: string, profile: CsvProfile): string[][] {
  const { data, errors } = Papa.parse<string[]>(file, {
    delimiter: profile === 'excel' ? ';' : ',',
    newline: '\r\n',
  })
  expect(errors).toEqual([])
  expect(data.pop()).toEqual([''])
  return data
}

/** The inverse of the guard: one apostrophe less where apostrophes stand before something like a formula. */
function withoutGuard(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is guarded
  return /^'+(?:[\t\r\n\u0000]|\s*[=+\-@＝＋－＠])/u.test(text) ? text.slice(1) : text
}
