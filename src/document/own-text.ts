// Texts as staff write them, in a plain box: an empty line begins a paragraph, "- " a point of a list, "## " a heading.
// A number that comes from the cut has a mark behind it, "8,3[1]", which says where from; so a text of one's own keeps
// its sources, and a number that the figures have left behind can be told.
import { marked, rewriteMarks, runsOf, withoutMarks } from './marks.ts'

export interface EditableText {
  text: string
  /** Address behind mark [1], then [2] … */
  sources: readonly string[]
}

/** @param known sources of an earlier edition: their marks keep their numbers, so that old and new can be mixed */
export function toEditable(text: string, known: readonly string[] = []): EditableText {
  const sources = [...known]
  const written = rewriteMarks(text, (words, path) => {
    if (!sources.includes(path)) sources.push(path)
    return `${words}[${sources.indexOf(path) + 1}]`
  })
  return { text: written, sources }
}

/** A number as printed, with the mark behind it: sign, digits with their spaces and comma, a percent sign, a range. */
const cited =
  /((?:<?[+\u2212-]?\d[\d\u00a0]*(?:[.,]\d+)?(?:\u00a0?%)?)(?:(?: till | to |–)[+\u2212-]?\d[\d\u00a0]*(?:[.,]\d+)?)?)?\[(\d{1,4})\]/g

/** The typed text with its marks read; a mark without a source stays as it was typed. */
export const fromEditable = ({ text, sources }: EditableText): string =>
  withoutMarks(text).replaceAll(cited, (whole: string, words: string | undefined, number: string) => {
    const path = sources[Number(number) - 1]
    return path === undefined ? whole : marked(words ?? '', path)
  })

export interface StaleNumber {
  /** As it stands in the text. */
  written: string
  /** As the cut has it; null where the cut has no such figure, or does not show it. */
  current: string | null
}

/**
 * Numbers of a text that are not those of the figures any longer. Signs are left to whoever writes: "har minskat med 3,1"
 * needs none.
 * @param generated the text made from the figures: what it says of an address is right, in whichever form
 * @param printed the figure at an address as the report prints it; null where there is none
 */
export function staleNumbers(text: string, generated: string, printed: (path: string) => string | null): StaleNumber[] {
  const said = new Set(runsOf(generated).map((run) => `${run.path} ${run.text}`))
  return runsOf(text).flatMap(({ text: written, path }) => {
    if (path === null || written === '' || said.has(`${path} ${written}`)) return []
    const current = printed(path)
    return current !== null && unsigned(current) === unsigned(written) ? [] : [{ written, current }]
  })
}

const unsigned = (number: string): string => number.replace(/^[+\u2212-]/, '')
