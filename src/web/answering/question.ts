// One item as a template shows it: plain texts, what is chosen, what is wrong. The looks are in views/answering/items.

import type { z } from 'zod'
import type { Answer } from '#survey/answer.ts'
import type { ChoiceItem, Item, Language, Questionnaire, RatingItem, TextItem } from '#survey/questionnaire.ts'

export interface Option {
  value: string
  label: string
  chosen: boolean
}

interface Common {
  id: string
  text: string
  help: string | null
  error: string | null
}

export type Question = Common &
  (
    | {
        look: 'rating'
        layout: 'words' | 'numbers'
        /** `end` = what the number means, where it has words of its own: at the ends of a scale of numbers. */
        options: (Option & { end: string | null })[]
        missing: Option[]
        /** The question that a row of a grid belongs to. */
        grid: string | null
      }
    | { look: 'choice'; options: Option[] }
    | { look: 'text'; typed: string; most: number }
  )

export interface Filled {
  /** What stands in the form, as a browser sends it: from the draft, or as just typed. */
  typed: string
  error: string | null
}

/** How an answer of a draft is written in a form. */
export function asTyped(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  return typeof answer === 'object' ? answer.missing : String(answer)
}

export function buildQuestion(
  questionnaire: Questionnaire,
  item: Item,
  { typed, error }: Filled,
  language: Language,
): Question {
  const common = { id: item.id, text: item.text[language], help: item.help?.[language] ?? null, error }
  if (item.type === 'rating') return { ...common, ...buildRating(questionnaire, item, typed, language) }
  if (item.type === 'choice') return { ...common, ...buildChoice(item, typed, language) }
  return { ...common, ...buildText(item, typed) }
}

function buildRating(
  questionnaire: Questionnaire,
  item: z.output<typeof RatingItem>,
  typed: string,
  language: Language,
) {
  const scale = questionnaire.responseScales[item.responseScale]
  const points = scale?.points ?? []
  const numbers = points.some((point) => !point.label)
  return {
    look: 'rating' as const,
    layout: numbers ? ('numbers' as const) : ('words' as const),
    options: points.map(({ code, label }) => ({
      value: String(code),
      label: numbers ? String(code) : (label?.[language] ?? String(code)),
      end: numbers ? (label?.[language] ?? null) : null,
      chosen: typed === String(code),
    })),
    missing: (scale?.offers ?? []).map((reason) => ({
      value: reason,
      label: questionnaire.missing[reason].label[language],
      chosen: typed === reason,
    })),
    grid: gridOf(questionnaire, item, language),
  }
}

const gridOf = (questionnaire: Questionnaire, { grid }: z.output<typeof RatingItem>, language: Language) =>
  grid ? (questionnaire.grids[grid]?.text[language] ?? null) : null

function buildChoice(item: z.output<typeof ChoiceItem>, typed: string, language: Language) {
  return {
    look: 'choice' as const,
    options: item.choices.map((choice) => ({
      value: String(choice.code),
      label: choice.label[language],
      chosen: typed === String(choice.code),
    })),
  }
}

const buildText = (item: z.output<typeof TextItem>, typed: string) => ({
  look: 'text' as const,
  typed,
  most: item.maxLength,
})

/** A question and what was answered, for the page where answers are checked. */
export interface Answered {
  text: string
  /** The question that a row of a grid belongs to. */
  grid: string | null
  /** null = not answered. */
  answer: string | null
}

export function answerInWords(
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer | undefined,
  language: Language,
): Answered {
  return {
    text: item.text[language],
    grid: item.type === 'rating' ? gridOf(questionnaire, item, language) : null,
    answer: answer === undefined ? null : wordsOf(questionnaire, item, answer, language),
  }
}

function wordsOf(questionnaire: Questionnaire, item: Item, answer: Answer, language: Language): string | null {
  if (typeof answer === 'object') return questionnaire.missing[answer.missing].label[language]
  if (item.type === 'text') return String(answer)
  if (item.type === 'choice') return item.choices.find((choice) => choice.code === answer)?.label[language] ?? null
  const points = questionnaire.responseScales[item.responseScale]?.points ?? []
  const point = points.find(({ code }) => code === answer)
  if (!point) return null
  const words = point.label?.[language]
  if (!words) return String(point.code)
  return points.every(({ label }) => label) ? words : `${point.code} (${words})`
}
