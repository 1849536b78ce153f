// How a question on paper is answered: what would be refused when it is entered is told before it is written.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { PaperAnswer } from '#survey/items/kind.ts'
import type { Language } from '#survey/questionnaire.ts'

/** Letters that a hand squeezes onto a line: a limit beyond all lines is not met on paper. */
const densest = 100

/** @param hasHelp the question says by itself what is wanted */
export function paperHint(answer: PaperAnswer, hasHelp: boolean, language: Language): string | null {
  const { items, paper } = phrasesIn(language)
  const { form, options, lines, limits } = answer
  if (form === 'several') return paper.several
  if (form === 'places') return paper.places(lines, options.length)
  if (limits?.of === 'number') {
    const { decimals, min, max } = limits
    const told = (value: number | null) =>
      value === null ? null : formatNumber(value, Number.isInteger(value) ? 0 : decimals, language)
    return items.numberHint(decimals, told(min), told(max))
  }
  if (limits?.of === 'text') {
    const { most, short } = limits
    const hints = [
      ...(hasHelp || short ? [] : [items.noNames]),
      ...(most <= lines * densest ? [items.charactersLeft(formatCount(most, language))] : []),
    ]
    return hints.join(' ') || null
  }
  return null
}
