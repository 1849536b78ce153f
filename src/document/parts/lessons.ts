// What people wrote themselves: themes with how many bring them up, and quotes that somebody has approved. They are no
// part of the cut, so they stand under the text and never in it, and say of which day they are.
import { formatCount, formatTime } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { withoutMarks } from '../marks.ts'
import type { AnsweredQuestion, Source } from '../material.ts'
import type { Block } from '../model.ts'
import { number, text } from './change.ts'

export function lessonsEvidence({ language, material: { openAnswers } }: Source): Block[] {
  const words = phrasesIn(language).document.lessons
  if (openAnswers.length === 0) return []
  const lead = [
    words.lead,
    ...(openAnswers.some(({ themed }) => themed) ? [words.themed] : []),
    ...(openAnswers.some(({ quotes }) => quotes.length > 0) ? [words.quoted] : []),
  ]
  return [{ kind: 'paragraph', text: lead.join(' ') }, ...openAnswers.flatMap((one) => toldOf(one, language))]
}

function toldOf({ question, wave, themed, quotes, asOf }: AnsweredQuestion, language: Language): Block[] {
  const words = phrasesIn(language).document.lessons
  const waveName = phrasesIn(language).common.waveKind[wave]
  const day = words.asOf(formatTime(asOf, language))
  return [
    { kind: 'heading', text: words.question(question[language], waveName) },
    ...(themed
      ? [
          {
            kind: 'table' as const,
            caption: words.caption(question[language], waveName),
            columns: [text(words.theme, 6), number(words.count, 3)],
            rows: themed.themes.map(({ name, count }) => [
              name,
              count.shown
                ? words.of(formatCount(count.value, language), formatCount(themed.people, language))
                : words.hidden,
            ]),
            notes: [words.themesNote, day],
          },
        ]
      : []),
    ...(quotes.length > 0
      ? [
          { kind: 'list' as const, items: quotes.map(({ text: quote, place }) => words.quote(oneLine(quote), place)) },
          ...(themed ? [] : [{ kind: 'paragraph' as const, text: day }]),
        ]
      : []),
  ]
}

/** Without the marks that addresses of figures are written with. */
const oneLine = (quote: string): string => withoutMarks(quote).replaceAll(/\s+/g, ' ').trim()
