// What a writer may not have meant: markup that a report prints as it was typed, signs that it cannot print, and a text
// that has lost every source its part had. Remarks only: the text is theirs.
import { undrawnIn } from '#report/drawable.ts'
import { runsOf } from './marks.ts'
import { type EditableText, fromEditable } from './own-text.ts'

export interface TextRemarks {
  /** Markup of other programs, as typed, each once: "**fet**", "{{tal}}", "[12]" where there is no twelfth source. */
  unread: readonly string[]
  /** Signs that the PDF has a stand-in for. */
  undrawn: readonly string[]
  /** The generated text has sources, and the written one has none. */
  isWithoutSources: boolean
}

const foreign =
  /\*\*[^*\n]+\*\*|__[^_\n]+__|\{\{[^{}\n]*\}\}|\{%[^\n]*?%\}|`[^`\n]+`|\[[^\]\n]+\]\([^)\n]*\)|<\/?[a-z][^<>\n]*>|\[\d{1,4}\]/gi

/** @param generated in the markup of the box, with the same sources */
export function remarksOn(written: EditableText, generated: string): TextRemarks {
  const read = fromEditable(written)
  const hasSources = (text: string) => runsOf(text).some(({ path }) => path !== null)
  return {
    unread: [...new Set(read.match(foreign) ?? [])],
    undrawn: undrawnIn(written.text),
    isWithoutSources: !hasSources(read) && hasSources(fromEditable({ ...written, text: generated })),
  }
}
