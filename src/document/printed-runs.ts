// Texts as the writers print them: words, numbers that lead to their page, and after the last number of a group the
// number of its reference. In a table the references of a row stand at its heading, so that columns stay readable.
import { nameOfFigure } from '#cuts/figure-text.ts'
import type { Language } from '#i18n/phrases.ts'
import { groupOf, runsOf } from './marks.ts'
import type { Marked, Reference, ReportDocument } from './model.ts'

export interface PrintedRun {
  text: string
  /** The page of the number; null of plain words, and where nobody knows the host. */
  link: string | null
  /** "1–3, 7": references printed in brackets behind the text; '' without. */
  mark: string
  /** Number of the first of them, to jump to. */
  target: number | null
}

export interface Printer {
  /** A running text. */
  text(text: Marked): PrintedRun[]
  /** A row of a table: its cells, the first with the references of all. */
  row(cells: readonly Marked[]): PrintedRun[][]
}

export function printerFor({ references, cutAddress }: Pick<ReportDocument, 'references' | 'cutAddress'>): Printer {
  const numbers = new Map(references.map(({ group, number }) => [group, number]))
  const linkTo = (path: string | null) => (path === null ? null : addressOf(cutAddress, path))
  const numberOf = (path: string): number => numbers.get(groupOf(path)) ?? 0
  return {
    text: (text) => {
      const runs = runsOf(text)
      return runs.map(({ text: words, path }, at) => {
        const next = runs.slice(at + 1).find((run) => run.path !== null)
        const isLast = path !== null && (!next || groupOf(next.path ?? '') !== groupOf(path))
        return { text: words, link: words === '' ? null : linkTo(path), ...markOf(isLast ? [numberOf(path)] : []) }
      })
    },
    row: (cells) => {
      const paths = cells.flatMap((cell) => runsOf(cell).flatMap(({ path }) => (path === null ? [] : [path])))
      const mark = markOf([...new Set(paths.map(numberOf))].sort((one, other) => one - other))
      return cells.map((cell, column) => [
        ...runsOf(cell).map(({ text, path }) => ({ text, link: linkTo(path), ...markOf([]) })),
        ...(column === 0 && mark.mark !== '' ? [{ text: '', link: null, ...mark }] : []),
      ])
    },
  }
}

/** Adjoining references are one list: "1–6" and not "123456". */
export function joinMarks(runs: readonly PrintedRun[]): PrintedRun[] {
  const joined: PrintedRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && run.text === '' && last.mark !== '') last.mark = compress([...expand(last.mark), ...expand(run.mark)])
    else joined.push({ ...run })
  }
  return joined
}

const markOf = (numbers: readonly number[]): Pick<PrintedRun, 'mark' | 'target'> => ({
  mark: compress(numbers),
  target: numbers[0] ?? null,
})

function compress(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other)
  const spans: [number, number][] = []
  for (const number of sorted) {
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(',')
}

const expand = (mark: string): number[] =>
  mark.split(',').flatMap((span) => {
    const [from = 0, to = from] = span.split('–').map(Number)
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })

/** The page of a figure or group of the cut; null where nobody knows the host. */
export const addressOf = (cutAddress: string | null, path: string): string | null =>
  cutAddress && [cutAddress, ...path.split('/').map(encodeURIComponent)].join('/')

/** "Dialog · Per kommun · Flen: Förändring +7,2; Par 6": one group as the list of references has it. */
export function referenceText({ group, place, figures }: Reference, language: Language): string {
  const told = figures.map(
    ({ name, text }) =>
      `${nameOfFigure({ path: (name === '' ? group : `${group}/${name}`).split('/') }, language)} ${text}`,
  )
  // A figure at the root stands nowhere in particular.
  return [place, told.join('; ')].filter((words) => words !== '').join(': ')
}
