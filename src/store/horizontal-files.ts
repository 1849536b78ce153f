// Which items tell of sex and age, where a file beside a version says so: surveys/<id>/v<n>.horizontal.json.
import { existsSync, readFileSync } from 'node:fs'
import { type Horizontal, parseHorizontal } from '#survey/horizontal.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'

/**
 * @param file of the version
 * @throws QuestionnaireError naming the file beside it, the path in it and the remedy
 */
export function findHorizontalBeside(file: string, questionnaire: Questionnaire): Horizontal | undefined {
  const beside = nameBeside(file)
  return existsSync(beside) ? parseHorizontal(readFileSync(beside, 'utf8'), beside, questionnaire) : undefined
}

export const nameBeside = (file: string): string => `${file.replace(/\.json$/, '')}.horizontal.json`

/** The version with what was said beside it. */
export const withHorizontal = (questionnaire: Questionnaire, beside: Horizontal | undefined): Questionnaire =>
  beside === undefined ? questionnaire : { ...questionnaire, horizontal: beside }
