// Headings as they are printed, numbered the same in Word and PDF.
import { phrasesIn } from '#i18n/phrases.ts'
import type { PrintedChapter, PrintedPart, ReportDocument } from './model.ts'

export function chapterHeading(
  { language }: Pick<ReportDocument, 'language'>,
  { appendix, number, title }: PrintedChapter,
): string {
  const words = phrasesIn(language).document
  return appendix ? words.appendixOf(number, title) : words.chapterOf(number, title)
}

/** null where the chapter's own heading says it all. A part in another language stands outside the numbering. */
export function partHeading(
  { language }: Pick<ReportDocument, 'language'>,
  { number, parts, title, appendix }: PrintedChapter,
  part: PrintedPart,
): string | null {
  if (parts.length === 1 || part.title === title) return null
  if (part.language !== language || appendix) return part.title
  return phrasesIn(language).document.chapterOf(`${number}.${parts.indexOf(part) + 1}`, part.title)
}
