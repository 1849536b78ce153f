// A report as a Word file: Word's own headings, captions, table of contents and page numbers, so that whoever receives
// it can go on working in it. Pictures are SVG with PNG for programs that do not take it, all with words in their place.
import {
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { phrasesIn } from '#i18n/phrases.ts'
import { chartPng } from '#report/chart-png.ts'
import { blockOf, bookmarkOf, plainTable, run, type Setting } from './docx-blocks.ts'
import { colours, numbering, page, styles, textWidth } from './docx-styles.ts'
import { chapterHeading, partHeading } from './headings.ts'
import { logoPng } from './logo-drawing.ts'
import { logoSize } from './logo-size.ts'
import type { Logo, PictureBlock, ReportDocument } from './model.ts'
import { addressOf, printerFor, referenceText } from './printed-runs.ts'
import { steady } from './steady-zip.ts'

/** The same document gives the same bytes. */
export async function writeDocx(report: ReportDocument): Promise<Buffer> {
  const words = phrasesIn(report.language).document
  const counts = { table: 0, figure: 0 }
  const pictures = await drawPictures(report)
  const logos = report.logos.map(logoRun)
  const printer = printerFor(report)
  const document = new Document({
    title: report.title,
    creator: report.author,
    lastModifiedBy: report.author,
    description: report.subtitle,
    // Which words Word will hyphenate nobody else knows: the best guess is right to a page.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    hyphenation: { autoHyphenation: true, hyphenationZone: 360, doNotHyphenateCaps: true },
    styles: styles(report.language),
    numbering,
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
        cell([run(referenceText(reference, language), language)]),
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
  const drawn = new Map<PictureBlock, Buffer>()
  for (const block of wanted) drawn.set(block, await chartPng(block.svg, 3))
  return drawn
}

const pixelsPerCentimetre = 96 / 2.54

function logoRun(logo: Logo): ImageRun {
  const { type, bytes, altText } = logo
  const { wide, high } = logoSize(logo)
  const transformation = {
    width: Math.round(wide * pixelsPerCentimetre),
    height: Math.round(high * pixelsPerCentimetre),
  }
  const data = Buffer.from(bytes)
  const described = { transformation, altText: { name: altText, description: altText } }
  if (type !== 'svg') return new ImageRun({ type, data, ...described })
  return new ImageRun({ type, data, fallback: { type: 'png', data: logoPng(logo) }, ...described })
}
