// A form to print: every question of the wave, whoever is asked, with its number and for whom it is.
import { conditionInWords } from '#research/condition-words.ts'
import type { PaperAnswer } from '#survey/items/kind.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findGridText } from '#survey/lookup.ts'
import type { Language, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { pagesInWave } from '#survey/visibility.ts'
import { paperHint } from './hint.ts'

export interface PaperQuestion {
  number: number
  text: string
  help: string | null
  /** How it is answered, as the page of the web says it. */
  hint: string | null
  /** For whom it is; null = everybody. */
  condition: string | null
  /** The question that a row of a grid belongs to. */
  grid: string | null
  answer: PaperAnswer
}

export interface PaperPage {
  title: string
  preamble: string | null
  questions: PaperQuestion[]
}

export function formToPrint(questionnaire: Questionnaire, wave: WaveKind, language: Language): PaperPage[] {
  let number = 0
  return pagesInWave(questionnaire, wave).map(({ page, items }) => ({
    title: page.title[language],
    preamble: page.preamble ? (questionnaire.preambles[page.preamble]?.[language] ?? null) : null,
    questions: items.map((item) => {
      number += 1
      const answer = kindOf(item).paper(questionnaire, item, language)
      return {
        number,
        text: item.text[language],
        help: item.help?.[language] ?? null,
        hint: paperHint(answer, item.help !== undefined, language),
        condition: item.showIf ? conditionInWords(questionnaire, item.showIf, language) : null,
        grid: findGridText(questionnaire, item)?.[language] ?? null,
        answer,
      }
    }),
  }))
}
