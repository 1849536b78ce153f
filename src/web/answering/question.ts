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
        options: Option[]
        missing: Option[]
        ends: { low: string; high: string } | null
        grid: string | null
      }
    | { look: 'choice'; options: Option[]; optional: boolean }
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
    options: points.map((point) => ({
      value: String(point.code),
      label: numbers ? String(point.code) : (point.label?.[language] ?? String(point.code)),
      chosen: typed === String(point.code),
    })),
    missing: (scale?.offers ?? []).map((reason) => ({
      value: reason,
      label: questionnaire.missing[reason].label[language],
      chosen: typed === reason,
    })),
    ends: numbers ? { low: endLabel(points.at(0), language), high: endLabel(points.at(-1), language) } : null,
    grid: item.grid ? (questionnaire.grids[item.grid]?.text[language] ?? null) : null,
  }
}

const endLabel = (
  point: { code: number; label?: Record<Language, string> | undefined } | undefined,
  language: Language,
): string => (point ? [point.code, point.label?.[language]].filter((part) => part !== undefined).join(' = ') : '')

function buildChoice(item: z.output<typeof ChoiceItem>, typed: string, language: Language) {
  return {
    look: 'choice' as const,
    optional: item.optional,
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

/** What an answer says in words, for the page where answers are checked; null = not answered. */
export function answerInWords(
  questionnaire: Questionnaire,
  item: Item,
  answer: Answer | undefined,
  language: Language,
): string | null {
  if (answer === undefined) return null
  if (typeof answer === 'object') return questionnaire.missing[answer.missing].label[language]
  if (item.type === 'text') return String(answer)
  if (item.type === 'choice') return item.choices.find((choice) => choice.code === answer)?.label[language] ?? null
  const point = questionnaire.responseScales[item.responseScale]?.points.find((candidate) => candidate.code === answer)
  return point ? (point.label?.[language] ?? String(point.code)) : null
}
