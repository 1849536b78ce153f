// The dictionary of an SPSS system file: what stands before the cases. Written from the public description of the
// format in the PSPP developer's manual, appendix "System File Format"; uncompressed, little-endian, UTF-8.
import type { Language } from '#i18n/phrases.ts'
import type { Column } from '../variable.ts'
import { double, fixedText, int, paddedText, words } from './fields.ts'
import { missingOfNumber, type NumberMissing } from './missing.ts'

/** A column as the file stores it. `width` 0 = a number, else the bytes of a text. */
export interface SavVariable<Row> {
  column: Column<Row>
  /** Up to eight letters, the name in the oldest part of the dictionary. */
  shortName: string
  width: number
  /** Where it begins among the cells of eight bytes, from 1. */
  position: number
}

/** Number of a cell that holds nothing: the lowest double there is. */
export const systemMissing = -Number.MAX_VALUE

export const cellsOf = (width: number): number => (width === 0 ? 1 : Math.ceil(width / 8))

/** Texts that people wrote are left out: they have no greatest width, and cutting them would lose words in silence. */
export function savVariables<Row>(columns: readonly Column<Row>[]): SavVariable<Row>[] {
  let position = 1
  return columns
    .filter(({ storage }) => storage !== 'text')
    .map((column, at) => {
      const width = column.storage === 'number' ? 0 : widthOf(column)
      const variable = { column, shortName: `V${at + 1}`, width, position }
      position += cellsOf(width)
      return variable
    })
}

const widest = { participant: 17, submitted_day: 10 } as const

function widthOf<Row>({ name, values, missing }: Column<Row>): number {
  const known = Object.entries(widest).find(([column]) => name.startsWith(column))?.[1] ?? 1
  const codes = [...values, ...missing].map(({ code }) => Buffer.byteLength(String(code)))
  return Math.max(known, ...codes)
}

export interface SavFile {
  label: string
  rows: number
  language: Language
  /** When the file was made, UTC milliseconds. */
  at: number
}

export function savDictionary<Row>(variables: readonly SavVariable<Row>[], file: SavFile): Buffer {
  const { language } = file
  return Buffer.concat([
    header(variables, file),
    ...variables.map((variable) => variableRecord(variable, language)),
    ...variables.map((variable) => labelRecord(variable, language)),
    extension(3, 4, [words(1, 0, 0, -1, 1, 1, 2, 65001)]),
    extension(4, 8, [double(systemMissing), double(Number.MAX_VALUE), double(nextAbove(systemMissing))]),
    extension(11, 4, variables.map(displayOf)),
    extension(13, 1, [Buffer.from(variables.map(({ column, shortName }) => `${shortName}=${column.name}`).join('\t'))]),
    extension(20, 1, [Buffer.from('UTF-8')]),
    ...longTextRecords(variables, language),
    words(999, 0),
  ])
}

function header<Row>(variables: readonly SavVariable<Row>[], { label, rows, at }: SavFile): Buffer {
  const cells = variables.reduce((sum, { width }) => sum + cellsOf(width), 0)
  const [, day = '', month = '', year = '', time = ''] =
    /(\d\d) (\w+) \d\d(\d\d) (\S+)/.exec(new Date(at).toUTCString()) ?? []
  return Buffer.concat([
    fixedText('$FL2', 4),
    fixedText('@(#) SPSS DATA FILE Samverka', 60),
    words(2, cells, 0, 0, rows),
    double(100),
    fixedText(`${day} ${month} ${year}`, 9),
    fixedText(time, 8),
    fixedText(label, 64),
    Buffer.alloc(3),
  ])
}

function variableRecord<Row>({ column, shortName, width }: SavVariable<Row>, language: Language): Buffer {
  const label = paddedText(column.label[language], 4, 252)
  const missing = width === 0 ? missingOfNumber(column) : missingOfText(column, width)
  const format = width === 0 ? numberFormat(column) : (1 << 16) | (width << 8)
  return Buffer.concat([
    words(2, width, 1, missing.count, format, format),
    fixedText(shortName, 8),
    label,
    ...missing.values,
    ...Array.from({ length: cellsOf(width) - 1 }, () => Buffer.concat([words(2, -1, 0, 0, 0, 0), fixedText('', 8)])),
  ])
}

/** F8.2 of a score, F8.0 of a code. */
function numberFormat<Row>(column: Column<Row>): number {
  const decimals = column.storage === 'number' ? (column.decimals ?? 0) : 0
  return (5 << 16) | (8 << 8) | decimals
}

function missingOfText<Row>({ missing }: Column<Row>, width: number): NumberMissing {
  if (width > 8 || missing.length > 3) return { count: 0, values: [] }
  return { count: missing.length, values: missing.map(({ code }) => fixedText(String(code), 8)) }
}

interface Labelled {
  code: number | string
  text: string
}

const labelled = <Row>({ values, missing }: Column<Row>, language: Language): Labelled[] =>
  [...values, ...missing].flatMap(({ code, label }) => (label ? [{ code, text: label[language] }] : []))

/** Labels of a number or a short text: a record with the labels, and one with the variable they belong to. */
function labelRecord<Row>({ column, width, position }: SavVariable<Row>, language: Language): Buffer {
  const labels = labelled(column, language)
  if (labels.length === 0 || width > 8) return Buffer.alloc(0)
  return Buffer.concat([
    words(3, labels.length),
    ...labels.flatMap(({ code, text }) => [
      width === 0 ? double(Number(code)) : fixedText(String(code), 8),
      shortLabel(text),
    ]),
    words(4, 1, position),
  ])
}

/** Its length in one byte, and blanks until both together fill cells of eight. */
function shortLabel(text: string): Buffer {
  const bytes = Buffer.from(text.slice(0, 120))
  const padded = Buffer.alloc(Math.ceil((bytes.length + 1) / 8) * 8, ' ')
  padded[0] = bytes.length
  bytes.copy(padded, 1)
  return padded
}

/** Labels and missing codes of texts wider than eight bytes, which have records of their own. */
function longTextRecords<Row>(variables: readonly SavVariable<Row>[], language: Language): Buffer[] {
  const long = variables.filter(({ width }) => width > 8)
  const text = (value: string) => [int(Buffer.byteLength(value)), Buffer.from(value)]
  const labels = long.flatMap(({ column, width }) => {
    const own = labelled(column, language)
    if (own.length === 0) return []
    return [
      ...text(column.name),
      words(width, own.length),
      ...own.flatMap(({ code, text: label }) => [int(width), fixedText(String(code), width), ...text(label)]),
    ]
  })
  const missing = long.flatMap(({ column }) =>
    column.missing.length === 0 || column.missing.length > 3
      ? []
      : [
          ...text(column.name),
          Buffer.of(column.missing.length),
          int(8),
          ...column.missing.map(({ code }) => fixedText(String(code), 8)),
        ],
  )
  return [
    ...(labels.length > 0 ? [extension(21, 1, labels)] : []),
    ...(missing.length > 0 ? [extension(22, 1, missing)] : []),
  ]
}

/** Measure (nominal, ordinal, scale), width of the column on the screen, alignment (left, right). */
function displayOf<Row>({ column, width }: SavVariable<Row>): Buffer {
  const measure = width > 0 || column.type === 'choice' ? 1 : column.type === 'rating' ? 2 : 3
  return words(measure, width === 0 ? 8 : Math.min(width, 20), width === 0 ? 1 : 0)
}

function extension(kind: number, size: 1 | 4 | 8, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([words(7, kind, size, body.length / size), body])
}

/** The second lowest double: what SPSS calls LOWEST. */
function nextAbove(value: number): number {
  const bytes = double(value)
  bytes.writeBigInt64LE(bytes.readBigInt64LE() - 1n)
  return bytes.readDoubleLE()
}
