// The form of a new wave: what was typed → a wave to plan, or what is wrong with it.
import type { Phrases } from '#i18n/phrases.ts'
import type { NewWave, WaveDays } from '#store/waves.ts'
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import type { FieldError } from './form.ts'

export const dayFields = ['opensOn', 'closesOn'] as const
export type DaysForm = Record<(typeof dayFields)[number], string>

export const waveFields = ['kind', 'questionnaire', ...dayFields] as const
export type WaveForm = Record<(typeof waveFields)[number], string>

export interface Choices {
  questionnaires: readonly { id: string; version: number }[]
  taken: readonly WaveKind[]
  /** The local day, YYYY-MM-DD. */
  today: string
}

export type CheckedWave = { wave: Omit<NewWave, 'projectId'>; errors?: never } | { errors: FieldError[]; wave?: never }

/** How a version is named in the form. */
export const questionnaireKey = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`

export function checkWave(form: WaveForm, choices: Choices, words: Phrases['staff']['wrong']): CheckedWave {
  const errors: FieldError[] = []
  const wrong = (field: keyof WaveForm, message: string) => errors.push({ field, message })
  const kind = waveKinds.find((known) => known === form.kind)
  if (!kind) wrong('kind', words.kind)
  else if (choices.taken.includes(kind)) wrong('kind', words.kindTaken)
  const questionnaire = choices.questionnaires.find((known) => questionnaireKey(known) === form.questionnaire)
  if (!questionnaire) wrong('questionnaire', words.questionnaire)
  const { days, errors: wrongDays } = checkDays(form, choices.today, words)
  errors.push(...(wrongDays ?? []))
  if (errors.length > 0 || !kind || !questionnaire || !days) return { errors }
  const { id: questionnaireId, version: questionnaireVersion } = questionnaire
  return { wave: { kind, questionnaireId, questionnaireVersion, ...days } }
}

export type CheckedDays = { days: WaveDays; errors?: never } | { errors: FieldError[]; days?: never }

/** @param today the local day, YYYY-MM-DD: a wave that may still be answered does not end before it */
export function checkDays(form: DaysForm, today: string, words: Phrases['staff']['wrong']): CheckedDays {
  const errors: FieldError[] = []
  const wrong = (field: keyof DaysForm, message: string) => errors.push({ field, message })
  const [opensOn, closesOn] = [form.opensOn.trim(), form.closesOn.trim()]
  if (!isDay(opensOn)) wrong('opensOn', words.opensOn)
  if (!isDay(closesOn)) wrong('closesOn', words.closesOn)
  else if (isDay(opensOn) && closesOn < opensOn) wrong('closesOn', words.closesFirst)
  else if (closesOn < today) wrong('closesOn', words.closesPast)
  return errors.length > 0 ? { errors } : { days: { opensOn, closesOn } }
}

/** A day of the calendar in this century, written YYYY-MM-DD: 2027-02-30 is none. */
function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
