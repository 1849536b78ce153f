// The table that stands beside every chart: the same rows, in the words of the picture.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import type { ChartRow, ChartTable } from './chart-model.ts'
import { waveName } from './chart-text.ts'

/** Change is both paired and among all respondents; a withheld figure has its status in its place. */
export function chartTable(
  caption: string,
  rows: readonly ChartRow[],
  nameHeading: string,
  { from, to }: Pick<ProjectResults, 'from' | 'to'>,
  language: Language,
): ChartTable {
  const words = phrasesIn(language).report
  const numeric = [
    words.people,
    waveName(from.kind, language),
    waveName(to.kind, language),
    words.change,
    words.interval,
    words.allChange,
  ]
  return {
    caption,
    columns: [{ label: nameHeading, numeric: false }, ...numeric.map((label) => ({ label, numeric: true }))],
    rows: rows.map(({ name, figure, text }) => [
      name,
      text.people,
      text.from,
      text.to,
      figure.shown ? text.change : text.value,
      text.interval,
      text.all,
    ]),
    notes: rows.some(({ text }) => text.all === words.allHidden)
      ? [words.noteAllHidden(words.allChange, words.allHidden)]
      : [],
  }
}
