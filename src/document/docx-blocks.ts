// The blocks of a report as Word has them: paragraphs, lists, tables and pictures with their captions, and numbers that
// lead to their page.
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Language, Phrases } from '#i18n/phrases.ts'
import { sharesFor } from './column-shares.ts'
import { colours, locales, tableTypeSizes, textWidth } from './docx-styles.ts'
import { type Block, isOnePiece, type PictureBlock, type TableBlock } from './model.ts'
import { joinMarks, type PrintedRun, type Printer } from './printed-runs.ts'

/** Twentieths of a point. */
const cellMargin = 60
/** Pixels of 96 to the inch. */
const pictureWidth = Math.round(textWidth / 15)

/** What a block needs to know of the document around it. */
export interface Setting {
  printer: Printer
  language: Language
  /** Of the report, which names its tables. */
  words: Phrases['document']
  counts: { table: number; figure: number }
  pictures: ReadonlyMap<PictureBlock, Buffer>
}

export function blockOf(block: Block, setting: Setting): (Paragraph | Table)[] {
  const { printer, language } = setting
  const runs = (text: string) => childrenOf(joinMarks(printer.text(text)), language)
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [run(block.text, language)] })]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({ numbering: { reference: 'points', level: 0 }, spacing: { after: 70 }, children: runs(item) }),
      )
    case 'table':
      return tableOf(block, setting)
    case 'picture':
      return pictureOf(block, setting)
  }
}

/** Caption above, header row repeated on every page, rows in one piece. */
function tableOf(block: TableBlock, setting: Setting): (Paragraph | Table)[] {
  const { printer, language, words, counts } = setting
  counts.table += 1
  const style = block.dense ? 'TableSmall' : 'TableText'
  const cell = (runs: readonly PrintedRun[], column: number, { bold = false, keepNext = false }) =>
    new Paragraph({
      style,
      keepNext,
      alignment: block.columns[column]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
      children: childrenOf(runs, language, bold ? { bold: true } : {}),
    })
  const plain = (text: string): PrintedRun[] => [{ text, link: null, mark: '', target: null }]
  return [
    caption(words.table, counts.table, block.caption, setting, { keepNext: true }),
    plainTable(
      sharesFor(block.columns, {
        width: textWidth / 20,
        size: tableTypeSizes[style] / 2,
        margin: (2 * cellMargin) / 20,
      }),
      block.columns.map(({ label }, column) => cell(plain(label), column, { bold: true, keepNext: true })),
      // The last rows follow their note to the next page, so that no note stands there alone.
      block.rows.map((row, at) => {
        const left = block.rows.length - 1 - at
        const keepNext = left === 0 ? block.notes.length > 0 : left === 1 || isOnePiece(block)
        return printer.row(row).map((runs, column) => cell(runs, column, { keepNext }))
      }),
    ),
    ...notesOf(block.notes, language),
  ]
}

export function plainTable(
  shares: readonly number[],
  heading: readonly Paragraph[],
  rows: readonly (readonly Paragraph[])[],
): Table {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.round((textWidth * share) / total))
  const thin = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
  const thick = { style: BorderStyle.SINGLE, size: 10, color: colours.ink }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cells = (paragraphs: readonly Paragraph[], isHeading: boolean) =>
    paragraphs.map(
      (paragraph, column) =>
        new TableCell({
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          margins: { left: cellMargin, right: cellMargin },
          verticalAlign: isHeading ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
          borders: { top: isHeading ? thick : thin, bottom: isHeading ? thick : thin, left: none, right: none },
          children: [paragraph],
        }),
    )
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    // First row and first column are headings: Word reads them aloud with a cell, and gives them to a PDF it makes.
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(heading, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  })
}

function pictureOf(block: PictureBlock, setting: Setting): Paragraph[] {
  const { words, counts, pictures, language } = setting
  counts.figure += 1
  const png = pictures.get(block)
  if (!png) throw new Error(`the picture "${block.altText.slice(0, 40)}" has not been drawn`)
  const transformation = { width: pictureWidth, height: Math.round((pictureWidth * block.height) / block.width) }
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(block.svg),
    fallback: { type: 'png', data: png },
    transformation,
    altText: { name: `${words.figure} ${counts.figure}`, description: block.altText },
  })
  return [
    new Paragraph({ keepNext: true, spacing: { before: 200, after: 60 }, children: [image] }),
    caption(words.figure, counts.figure, block.caption, setting, { keepNext: false }),
    ...notesOf(block.notes, language),
  ]
}

/** With Word's own counter, so that captions keep their numbers when somebody adds one. */
function caption(
  word: string,
  number: number,
  text: string,
  { printer, language }: Setting,
  { keepNext }: { keepNext: boolean },
): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext,
    keepLines: true,
    children: [
      run(`${word} `, language),
      new SimpleField(`SEQ ${word} \\* ARABIC`, String(number)),
      run('. ', language),
      ...childrenOf(joinMarks(printer.text(text)), language),
    ],
  })
}

const notesOf = (notes: readonly string[], language: Language): Paragraph[] =>
  notes.map((note) => new Paragraph({ style: 'Note', children: [run(note, language)] }))

export const run = (text: string, language: Language, options: IRunOptions = {}): TextRun =>
  new TextRun({ text, language: { value: locales[language] }, ...options })

function childrenOf(runs: readonly PrintedRun[], language: Language, options: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap(({ text, link, mark, target }): ParagraphChild[] => {
    const words = text === '' ? [] : [run(text, language, options)]
    return [
      ...(link === null ? words : [new ExternalHyperlink({ link, children: words })]),
      ...(mark === ''
        ? []
        : [
            new InternalHyperlink({
              anchor: bookmarkOf(target ?? 0),
              children: [run(`[${mark}]`, language, { size: markSize, color: colours.blue })],
            }),
          ]),
    ]
  })
}

/** Half points. A mark stands on the line in brackets: raised digits behind a number read as an exponent. */
const markSize = 14

export const bookmarkOf = (number: number): string => `reference_${number}`
