// The project's own questionnaire, version 1 and 2, and a way to get a broken copy of it.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parseQuestionnaire, type Questionnaire, type ScaleIndicator } from '#survey/questionnaire.ts'
import { QuestionnaireError, type QuestionnaireFault } from '#survey/questionnaire-file.ts'

export const textOf = (version: 1 | 2): string =>
  readFileSync(new URL(`../../surveys/samverkan/v${version}.json`, import.meta.url), 'utf8')

export const v1 = parseQuestionnaire(textOf(1), 'samverkan/v1.json')
export const v2 = parseQuestionnaire(textOf(2), 'samverkan/v2.json')

export function itemOf(questionnaire: Questionnaire, id: string) {
  const item = questionnaire.items.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}

export function scaleOf(questionnaire: Questionnaire, id: string): ScaleIndicator {
  const indicator = questionnaire.indicators.find((candidate) => candidate.id === id)
  if (indicator?.kind !== 'scale') throw new Error(`no scale ${id}`)
  return indicator
}

/** Version 1 as a researcher might have changed it in an editor, and perhaps broken it. */
export function changed(find: string, put: string, text: string = textOf(1)): string {
  if (!text.includes(find)) throw new Error(`not in the file: ${find}`)
  return text.replace(find, () => put)
}

/** The faults that reading a file is refused with; none where it is not. */
export function refusalOf(read: () => unknown): readonly QuestionnaireFault[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof QuestionnaireError) return error.faults
    throw error
  }
}

/** As an English reader is told of them. Swedish says as much, in words of its own. */
export const inEnglish = (faults: readonly QuestionnaireFault[]): string[] =>
  faults.map(({ path, message }) => {
    expect(message.sv).not.toBe(message.en)
    return path === '' ? message.en : `${path}: ${message.en}`
  })

/** The faults of a questionnaire file, as the person who wrote it reads them. */
export const faultsOf = (text: string): string[] => inEnglish(refusalOf(() => parseQuestionnaire(text, 'survey.json')))
