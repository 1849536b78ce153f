// A fault or warning in words, as a page or a terminal shows it.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Fault, Warning } from './fault.ts'

/** "Row 12, column e-post: …". What stands in the file is quoted shortened, with nothing in it that hides. */
export function describeRemark(remark: Fault | Warning, language: Language): string {
  const words = phrasesIn(language).intake
  const fact = {
    value: quotable(remark.value),
    expected: quotable(remark.expected ?? '', 400),
    otherRow: remark.otherRow ?? 0,
  }
  const text = words.remark[remark.code](fact)
  if (remark.row === 0) return text
  return `${words.place(remark.row, quotable(remark.column))}: ${text}`
}

function quotable(text: string, longest = 60): string {
  const visible = text.replaceAll(/[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '\ufffd')
  const letters = [...visible]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : visible
}
