import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '#intake/decode.ts'
import { listLimits, readTable, responseLimits } from '#intake/table.ts'
import { type CsvColumn, csvProfiles, writeCsv } from '#report/csv.ts'

const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const read = (input: string | Uint8Array) => {
  const { table, faults } = readTable(input, listLimits)
  return { header: table?.header, rows: table?.rows.map(({ cells }) => cells), faults, table }
}

test('åäö come out right however the file was saved, and the reader says how', () => {
  const text = 'namn;kommun\r\nÅsa Öberg;Vingåker\r\n'
  // Windows-1252, from its code page: å E5, ä E4, ö F6, Å C5, Ö D6, € 80, ’ 92.
  const ansi = Buffer.from(text, 'latin1')
  expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' })
  expect(decode(bytesOf([0xef, 0xbb, 0xbf], text))).toEqual({ text, encoding: 'utf-8' })
  expect(decode(bytesOf([0xff, 0xfe], [...Buffer.from(text, 'utf16le')]))).toEqual({ text, encoding: 'utf-16le' })
  expect(decode(ansi)).toEqual({ text, encoding: 'windows-1252' })
  expect(decode(Uint8Array.of(0x80, 0x92, 0xe5)).text).toBe('€’å')
  for (const bytes of [Buffer.from(text), bytesOf([0xef, 0xbb, 0xbf], text), ansi])
    expect(read(bytes).rows).toEqual([['Åsa Öberg', 'Vingåker']])
})

test.each([',', ';', '\t'])('the delimiter %j is found by the header', (delimiter) => {
  const lines = [
    ['namn', 'e-post', 'kommun'],
    ['Berg, Bo; B', 'bo@x.se', '0428'],
  ]
  const text = lines.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\n')
  expect(read(text).table?.delimiter).toBe(delimiter)
  expect(read(text).rows).toEqual([['Berg, Bo; B', 'bo@x.se', '0428']])
})

test('rows are counted as a spreadsheet counts them: blank rows, line breaks in cells and all', () => {
  const text = '\nnamn,kommun\n"Åsa\nÖberg, ""Å""",Flen\n\n , \nBo,Motala\n'
  const { table } = readTable(text, listLimits)
  expect(table?.headerRow).toBe(2)
  expect(table?.rows).toEqual([
    { row: 3, cells: ['Åsa\nÖberg, "Å"', 'Flen'] },
    { row: 6, cells: ['Bo', 'Motala'] },
  ])
})

test('a first line of sep=; is no header', () => {
  const { table } = readTable('sep=;\r\nnamn;kommun\r\nBo;Flen, söder\r\n', listLimits)
  expect(table?.header).toEqual(['namn', 'kommun'])
  expect(table?.rows).toEqual([{ row: 3, cells: ['Bo', 'Flen, söder'] }])
})

test('short rows are filled, empty columns at the end dropped, cells beyond the header are faults', () => {
  const { header, rows, faults } = read('a,b,,\n1\n1,2,,\n1,2,3\n')
  expect(header).toEqual(['a', 'b'])
  expect(rows).toEqual([
    ['1', ''],
    ['1', '2'],
    ['1', '2'],
  ])
  expect(faults).toEqual([{ row: 4, column: '', code: 'cells_beyond_header', value: '3', expected: '2' }])
})

test.each([
  ['', 'file_empty', 0],
  ['\ufeff', 'file_empty', 0],
  [' \r\n\r\n', 'file_empty', 0],
  [',,\n,,\n', 'file_empty', 0],
  ['namn,kommun\n', 'no_rows', 1],
  ['namn,kommun\n1,"två\n3,4\n', 'quote_unclosed', 2],
  ['namn,kommun\n1,2\n"tre"x,4\n', 'quote_stray', 3],
] as const)('%j is refused as %s in row %i', (text, code, row) => {
  expect(read(text).faults).toMatchObject([{ code, row }])
  expect(read(text).table).toBeNull()
})

test('a workbook is told from a text, with the remedy in its code', () => {
  expect(read(bytesOf([0x50, 0x4b, 3, 4], 'xl/workbook.xml')).faults).toMatchObject([{ code: 'file_is_workbook' }])
  expect(read(bytesOf([0xd0, 0xcf, 0x11, 0xe0])).faults).toMatchObject([{ code: 'file_is_workbook' }])
})

test('too many bytes, rows or columns stop the file; a wide file of responses may have more columns', () => {
  expect(read(`a\n${'x'.repeat(2 * 1024 * 1024)}`).faults).toMatchObject([{ code: 'file_too_large', expected: '2' }])
  expect(read(`a\n${'1\n'.repeat(10_001)}`).faults).toMatchObject([{ code: 'too_many_rows', value: '10001' }])
  const wide = (columns: number) => Array.from({ length: columns }, (_, at) => `c${at}`).join(',')
  expect(read(`${wide(61)}\n1\n`).faults).toMatchObject([{ code: 'too_many_columns', value: '61', expected: '60' }])
  expect(readTable(`${wide(2000)}\n1\n`, responseLimits).table?.header).toHaveLength(2000)
})

test('two megabytes behind an unclosed quote are refused without being gone through again and again', () => {
  const text = `namn,kommun\n"${'a""b,'.repeat(400_000)}`
  expect(read(text).faults).toMatchObject([{ code: 'quote_unclosed', row: 2 }])
})

test.each(csvProfiles)('what a %s file holds is read back as the same texts', (profile) => {
  interface Row {
    code: string
    text: string
  }
  const columns: CsvColumn<Row>[] = [
    { name: 'code', label: 'Kod', type: 'code', value: (row) => row.code },
    { name: 'text', label: 'Text', type: 'text', value: (row) => row.text },
    { name: 'end', label: 'Slut', type: 'text', value: () => '.' },
  ]
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+\-@;,"\r\n\t a-cåäö9]{0,12}$/))
  const row = fc.record({ code: fc.constantFrom('0428', '1E5', 'LUG', '-9', '2027-03-01'), text })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const { rows: back, faults } = read(Buffer.from(writeCsv(profile, columns, rows)))
      expect(faults).toEqual([])
      expect(back).toEqual(rows.map((one) => [one.code, one.text, '.']))
    }),
  )
})
