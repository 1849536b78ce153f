// The form of a new wave: what was typed → a wave to plan, or what is wrong with it.
import type { Phrases } from '#i18n/phrases.ts'
import type { NewWave } from '#store/waves.ts'
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import type { FieldError } from './form.ts'

export const waveFields = ['kind', 'questionnaire', 'opensOn', 'closesOn'] as const
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
  const [opensOn, closesOn] = [form.opensOn.trim(), form.closesOn.trim()]
  if (!isDay(opensOn)) wrong('opensOn', words.opensOn)
  if (!isDay(closesOn)) wrong('closesOn', words.closesOn)
  else if (isDay(opensOn) && closesOn < opensOn) wrong('closesOn', words.closesFirst)
  else if (closesOn < choices.today) wrong('closesOn', words.closesPast)
  if (errors.length > 0 || !kind || !questionnaire) return { errors }
  const { id: questionnaireId, version: questionnaireVersion } = questionnaire
  return { wave: { kind, questionnaireId, questionnaireVersion, opensOn, closesOn } }
}

/** A day of the calendar in this century, written YYYY-MM-DD: 2027-02-30 is none. */
function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
