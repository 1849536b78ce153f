// How many of those who answered have a value on the main measure, and why the others have not: the one number that a
// reader would otherwise look for between "answered both times" and the tables.
import { phrasesIn } from '#i18n/phrases.ts'
import type { Measured, Source } from '../material.ts'
import type { Marked } from '../model.ts'

/** Both numbers, and the reason as the reader needs it; '' where everybody counts, or the number is not shown. */
export function countedText({ language, kind }: Source, { results, primary, figures }: Measured): Marked {
  if (!primary) return ''
  const { title, kind: form } = primary.indicator
  const words = phrasesIn(language).document.counted
  const [answered, all] =
    kind === 'interim'
      ? ([results.match.overall.answeredFrom, 'match/overall/answeredFrom'] as const)
      : ([results.match.overall.both, 'match/overall/both'] as const)
  const level = kind === 'interim' ? primary.levels.from.own : primary.overall.paired
  if (!level.shown || level.value.n === answered) return ''
  const n = `indicators/${primary.indicator.id}/${kind === 'interim' ? 'levels/from/own' : 'overall/paired'}/n`
  return words[kind]({
    name: title[language],
    all: figures.cite(all),
    counted: figures.cite(n),
    reason: words.reason[form],
  })
}
