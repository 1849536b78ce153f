// The figures of a cut as a report prints them: by address, rounded once, each with its mark. A number that has no
// address in the cut cannot be printed.
import type { Json } from '#cuts/canonical-json.ts'
import { formatFigure } from '#cuts/figure-text.ts'
import { type Figure, listFigures, pathText } from '#cuts/figures.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { marked } from './marks.ts'

export interface Figures {
  /** The number with its mark. @throws RangeError where the cut has no such figure to show */
  cite(path: string): string
  /** Another way to print the same figure, as "1 av 3" or without its sign. */
  citeAs(path: string, print: (value: number) => string): string
  /** "1,7 till 15,0" of the interval at the address; null where it could not be computed. */
  citeInterval(path: string): string | null
  /** What `cite` or `citeInterval` would print, without the mark; null where there is nothing to print. */
  printed(path: string): string | null
  /** Addresses of withheld figures and groups. */
  readonly withheld: readonly string[]
}

export function readFigures(tree: Json, language: Language): Figures {
  const byPath = figuresByPath(tree)
  const numberAt = (path: string): number => {
    const figure = byPath.get(path)
    if (typeof figure?.value !== 'number') throw new RangeError(`the cut has no number at ${path}`)
    return figure.value
  }
  const print = (path: string) => printNumber(numberAt(path), path.split('/'), language)
  const printInterval = (path: string): string | null => {
    if (typeof byPath.get(`${path}/low`)?.value !== 'number') return null
    const [low, high] = ['low', 'high'].map((end) =>
      printNumber(numberAt(`${path}/${end}`), [...path.split('/'), end], language),
    )
    return phrasesIn(language).report.intervalText(low ?? '', high ?? '')
  }
  return {
    cite: (path) => marked(print(path), path),
    citeAs: (path, write) => marked(write(numberAt(path)), path),
    citeInterval: (path) => {
      const text = printInterval(path)
      return text === null ? null : marked(text, path)
    },
    printed: (path) => (typeof byPath.get(path)?.value === 'number' ? print(path) : printInterval(path)),
    withheld: [...byPath].flatMap(([path, figure]: [string, Figure]) => (figure.withheld ? [path] : [])),
  }
}

/** A tree never changes, and is walked through once for both languages. */
const walked = new WeakMap<object, ReadonlyMap<string, Figure>>()

function figuresByPath(tree: Json): ReadonlyMap<string, Figure> {
  const known = typeof tree === 'object' && tree !== null ? walked.get(tree) : undefined
  if (known) return known
  const byPath = new Map(listFigures(tree).map((figure) => [pathText(figure.path), figure]))
  if (typeof tree === 'object' && tree !== null) walked.set(tree, byPath)
  return byPath
}

const printNumber = (value: number, path: readonly string[], language: Language): string =>
  formatFigure({ path, value, withheld: false, holders: [] }, language)
