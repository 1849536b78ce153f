// A number in a text carries the address it comes from, wherever the text is put together: phrases take marked texts as
// they take any other, and the writers read the marks back. Three private-use characters stand around text and address.

export interface Run {
  text: string
  /** Address of the figure in the cut; null of plain words. */
  path: string | null
}

const [open, divide, close] = ['\ue000', '\ue001', '\ue002'] as const
const mark = /\ue000([^\ue000-\ue002]*)\ue001([^\ue000-\ue002]*)\ue002/g
const stray = /[\ue000-\ue002]/g

/** The text, known to come from the figure or group of figures at the address. An empty text marks what stands before. */
export const marked = (text: string, path: string): string => `${open}${text}${divide}${path}${close}`

/** Plain words and marked numbers in their order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const found of text.matchAll(mark)) {
    const [whole, words = '', path = ''] = found
    if (found.index > end) runs.push({ text: text.slice(end, found.index), path: null })
    runs.push({ text: words, path })
    end = found.index + whole.length
  }
  if (end < text.length) runs.push({ text: text.slice(end), path: null })
  return runs
}

/** What is left when nobody asks where the numbers come from. */
export const plainText = (text: string): string => text.replaceAll(mark, '$1')

/** What somebody typed cannot pretend to be a mark. */
export const withoutMarks = (typed: string): string => typed.replaceAll(stray, '')

/** The same text with every mark written otherwise. */
export const rewriteMarks = (text: string, write: (text: string, path: string) => string): string =>
  text.replaceAll(mark, (_, words: string, path: string) => write(words, path))

/**
 * The group of figures that a figure stands in: numbers of one group share one reference in the printed report, and
 * its page lists each under its own address. A figure at the root is its own group.
 */
export function groupOf(path: string): string {
  const parts = path.split('/')
  if (parts.at(-1) === 'low' || parts.at(-1) === 'high') parts.pop()
  return parts.length > 1 ? parts.slice(0, -1).join('/') : path
}
