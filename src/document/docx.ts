// A report as a Word file: Word's own headings, captions, table of contents and page numbers, so that whoever receives
// it can go on working in it. Pictures are SVG with PNG for programs that do not take it, all with words in their place.
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IRunOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { chartPng } from '#report/chart-png.ts'
import { chapterHeading, partHeading } from './headings.ts'
import { logoSize } from './logo-size.ts'
import type { Block, Logo, PictureBlock, ReportDocument, TableBlock } from './model.ts'
import { addressOf, figuresText, joinMarks, type PrintedRun, type Printer, printerFor } from './printed-runs.ts'
import { steady } from './steady-zip.ts'

/** A4 with margins of 2.5 cm, in twentieths of a point. */
const page = { width: 11906, height: 16838, margin: 1417 }
const textWidth = page.width - 2 * page.margin
/** Pixels of 96 to the inch. */
const pictureWidth = Math.round(textWidth / 15)
const colours = { ink: '1D2733', soft: '55616D', blue: '00527F', line: 'C3CCD4' } as const
const locales = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>

/** What a block needs to know of the document around it. */
interface Setting {
  printer: Printer
  language: Language
  /** Of the report, which names its tables. */
  words: ReturnType<typeof phrasesIn>['document']
  counts: { table: number; figure: number; list: number }
  pictures: ReadonlyMap<PictureBlock, Buffer>
}

/** The same document gives the same bytes. */
export async function writeDocx(report: ReportDocument): Promise<Buffer> {
  const words = phrasesIn(report.language).document
  const counts = { table: 0, figure: 0, list: 0 }
  const pictures = await drawPictures(report)
  const logos = await Promise.all(report.logos.map(drawLogo))
  const printer = printerFor(report)
  const language = locales[report.language]
  const document = new Document({
    title: report.title,
    creator: report.author,
    lastModifiedBy: report.author,
    description: report.subtitle,
    // Which words Word will hyphenate nobody else knows: the best guess is right to a page.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    hyphenation: { autoHyphenation: true, hyphenationZone: 360, doNotHyphenateCaps: true },
    styles: styles(language),
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 340, hanging: 227 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: 1361, bottom: 1361, left: page.margin, right: page.margin },
          },
        },
        footers: { first: new Footer({ children: [new Paragraph({})] }), default: pageFooter(report) },
        children: [
          ...firstPage(report, logos),
          new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [new TextRun(words.contents)] }),
          new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
          ...report.chapters.flatMap((chapter) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: chapter.startsPage,
              children: [new TextRun(chapterHeading(report, chapter))],
            }),
            ...chapter.parts.flatMap((part) => {
              const setting: Setting = { printer, language: part.language, words, counts, pictures }
              const heading = partHeading(report, chapter, part)
              return [
                ...(heading === null
                  ? []
                  : [
                      new Paragraph({
                        heading: HeadingLevel.HEADING_2,
                        pageBreakBefore: part.startsPage,
                        children: [run(heading, part.language)],
                      }),
                    ]),
                ...part.blocks.flatMap((block) => blockOf(block, setting)),
              ]
            }),
            ...(chapter.id === 'origins' ? [referenceTable(report)] : []),
          ]),
        ],
      },
    ],
  })
  return steady(await Packer.toBuffer(document), report.madeAt)
}

function styles(language: string) {
  const base = { font: 'Calibri', color: colours.ink, language: { value: language } }
  const heading = (size: number, before: number, after: number) => ({
    run: { ...base, size, bold: true },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: { ...base, size: 21 },
        paragraph: { spacing: { after: 130, line: 276, lineRule: LineRuleType.AUTO }, widowControl: true },
      },
      heading1: heading(36, 420, 180),
      heading2: heading(27, 340, 120),
      heading3: heading(22, 240, 80),
      hyperlink: { run: { color: colours.blue } },
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 19, bold: true },
        paragraph: { spacing: { before: 240, after: 90 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'TableSmall',
        name: 'Table Small',
        basedOn: 'TableText',
        run: { size: 15 },
        paragraph: { spacing: { before: 15, after: 15, line: 228, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Note',
        name: 'Note',
        basedOn: 'Normal',
        run: { size: 17, color: colours.soft },
        paragraph: { spacing: { before: 60, after: 90, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'ContentsHeading',
        name: 'Contents Heading',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 36, bold: true },
        paragraph: { spacing: { after: 180 }, keepNext: true },
      },
      {
        id: 'ReportTitle',
        name: 'Report Title',
        basedOn: 'Normal',
        run: { size: 60, bold: true },
        paragraph: { spacing: { after: 500, line: 252, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'ReportKind',
        name: 'Report Kind',
        basedOn: 'Normal',
        run: { size: 26, bold: true, color: colours.blue },
        paragraph: { spacing: { before: 1900, after: 60 } },
      },
    ],
  }
}

function pageFooter(report: ReportDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({
            size: 17,
            color: colours.soft,
            children: [report.title, new Tab(), PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'],
          }),
        ],
      }),
    ],
  })
}

function firstPage(report: ReportDocument, logos: readonly ImageRun[]): Paragraph[] {
  const [project, ...particulars] = report.particulars
  const spaced = logos.flatMap((logo, at) => (at === 0 ? [logo] : [new TextRun('      '), logo]))
  return [
    ...(spaced.length > 0 ? [new Paragraph({ children: spaced })] : []),
    new Paragraph({ style: 'ReportKind', children: [new TextRun(report.subtitle)] }),
    new Paragraph({ style: 'ReportTitle', children: [new TextRun(project?.value ?? report.title)] }),
    ...particulars.map(
      ({ name, value }) =>
        new Paragraph({
          tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
          indent: { left: 2600, hanging: 2600 },
          children: [new TextRun({ text: name, color: colours.soft }), new TextRun({ children: [new Tab(), value] })],
        }),
    ),
    ...report.notices.map(
      (notice, at) =>
        new Paragraph({ style: 'Note', spacing: { before: at === 0 ? 1200 : 120 }, children: [new TextRun(notice)] }),
    ),
  ]
}

function blockOf(block: Block, setting: Setting): (Paragraph | Table)[] {
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
      block.columns.map(({ share }) => share),
      block.columns.map(({ label }, column) => cell(plain(label), column, { bold: true, keepNext: true })),
      // The last rows follow their note to the next page, so that no note stands there alone.
      block.rows.map((row, at) => {
        const keepNext = block.notes.length > 0 && at >= block.rows.length - 2
        return printer.row(row).map((runs, column) => cell(runs, column, { keepNext }))
      }),
    ),
    ...notesOf(block.notes, language),
  ]
}

function plainTable(
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
          margins: { left: 60, right: 60 },
          verticalAlign: isHeading ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
          borders: { top: isHeading ? thick : thin, bottom: isHeading ? thick : thin, left: none, right: none },
          children: [paragraph],
        }),
    )
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
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

const run = (text: string, language: Language, options: IRunOptions = {}): TextRun =>
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

const bookmarkOf = (number: number): string => `reference_${number}`

/** Where every number comes from: what the marks lead to. */
function referenceTable({ references, language, cutAddress }: ReportDocument): Table {
  const words = phrasesIn(language).document.originsHeadings
  const cell = (children: ParagraphChild[]) => new Paragraph({ style: 'TableSmall', children })
  return plainTable(
    [1, 8, 6],
    [words.number, words.figures, words.address].map((label) => cell([run(label, language, { bold: true })])),
    references.map((reference) => {
      const link = addressOf(cutAddress, reference.group)
      const address = run(breakable(reference.group), language)
      return [
        cell([new Bookmark({ id: bookmarkOf(reference.number), children: [run(String(reference.number), language)] })]),
        cell([
          run([reference.place, figuresText(reference, language)].filter((words) => words !== '').join(': '), language),
        ]),
        cell([link === null ? address : new ExternalHyperlink({ link, children: [address] })]),
      ]
    }),
  )
}

/** An address may be broken after each of its parts. */
const breakable = (address: string): string => address.replaceAll('/', '/\u200b')

async function drawPictures({ chapters }: ReportDocument): Promise<Map<PictureBlock, Buffer>> {
  const blocks = chapters.flatMap(({ parts }) => parts.flatMap((part) => part.blocks))
  const wanted = blocks.filter((block) => block.kind === 'picture')
  return new Map(await Promise.all(wanted.map(async (block) => [block, await chartPng(block.svg, 3)] as const)))
}

const pixelsPerCentimetre = 96 / 2.54

async function drawLogo({ type, bytes, width, height, altText }: Logo): Promise<ImageRun> {
  const { wide, high } = logoSize({ width, height })
  const transformation = {
    width: Math.round(wide * pixelsPerCentimetre),
    height: Math.round(high * pixelsPerCentimetre),
  }
  const data = Buffer.from(bytes)
  const described = { transformation, altText: { name: altText, description: altText } }
  if (type !== 'svg') return new ImageRun({ type, data, ...described })
  return new ImageRun({
    type,
    data,
    fallback: { type: 'png', data: await chartPng(data.toString('utf8'), 3) },
    ...described,
  })
}
