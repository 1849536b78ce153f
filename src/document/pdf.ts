// A report as PDF: Typst sets it and refuses what PDF/UA-1 refuses, so a picture without words cannot get out.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { drawable, drawableJson } from '#report/drawable.ts'
import { chapterHeading, partHeading } from './headings.ts'
import { logoSize } from './logo-size.ts'
import { type Block, isOnePiece, type ReportDocument } from './model.ts'
import { addressOf, joinMarks, type PrintedRun, printerFor, referenceText } from './printed-runs.ts'
import { type Lay, typeset } from './typst.ts'

const template = path.join(import.meta.dirname, 'report.typ')

/** Tagged PDF with bookmarks, title and language. The same document gives the same bytes. @throws Error where Typst refuses it */
export const writePdf = (document: ReportDocument): Buffer =>
  typeset(readFileSync(template, 'utf8'), (lay) => ({ report: drawableJson(plain(document, lay)) }), document.madeAt)

const regions = { sv: 'SE', en: 'GB' } as const satisfies Record<Language, string>

/** The document as the template reads it. */
function plain(document: ReportDocument, lay: Lay) {
  const { language, references, cutAddress } = document
  const words = phrasesIn(language).document
  const printer = printerFor(document)
  let pictures = 0
  const text = (marked: string): PrintedRun[] => joinMarks(printer.text(marked))
  const block = (one: Block) => {
    switch (one.kind) {
      case 'heading':
        return one
      case 'paragraph':
        return { ...one, text: text(one.text) }
      case 'list':
        return { ...one, items: one.items.map(text) }
      case 'table':
        return {
          ...one,
          dense: one.dense ?? false,
          breakable: !isOnePiece(one),
          caption: text(one.caption),
          rows: one.rows.map((row) => printer.row(row)),
        }
      case 'picture': {
        pictures += 1
        const { svg, altText, notes } = one
        if (altText === '') throw new Error(`picture ${pictures} comes without words`)
        return {
          kind: one.kind,
          file: lay(`picture-${pictures}.svg`, Buffer.from(drawable(svg))),
          altText,
          notes,
          caption: text(one.caption),
        }
      }
    }
  }
  return {
    language,
    region: regions[language],
    title: document.title,
    heading: document.particulars[0]?.value ?? document.title,
    subtitle: document.subtitle,
    author: document.author,
    footer: document.title,
    particulars: document.particulars.slice(1),
    notices: document.notices,
    logos: document.logos.map((logo, at) => ({
      ...logoSize(logo),
      altText: logo.altText,
      file: lay(`logo-${at + 1}.${logo.type}`, logo.bytes),
    })),
    words: {
      table: words.table,
      figure: words.figure,
      contents: words.contents,
      origins: Object.values(words.originsHeadings),
    },
    chapters: document.chapters.map((chapter) => ({
      id: chapter.id,
      heading: chapterHeading(document, chapter),
      startsPage: chapter.startsPage,
      parts: chapter.parts.map((part) => ({
        heading: partHeading(document, chapter, part),
        language: part.language,
        region: regions[part.language],
        startsPage: part.startsPage,
        blocks: part.blocks.map(block),
      })),
    })),
    references: references.map((reference) => ({
      number: reference.number,
      text: referenceText(reference, language),
      address: reference.group,
      link: addressOf(cutAddress, reference.group),
    })),
  }
}
