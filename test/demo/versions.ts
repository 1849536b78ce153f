// The two versions that the demonstration asks, read from their files.
import path from 'node:path'
import { demoQuestionnaire } from '#demo/stage.ts'
import { readQuestionnaireFiles } from '#store/catalogue.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'

export const questionnaireFiles = readQuestionnaireFiles(path.join(import.meta.dirname, '../../surveys'))

export const versions = { baseline: version(1), endline: version(2) }

function version(number: number): Questionnaire {
  const found = questionnaireFiles.find(
    ({ questionnaire }) => questionnaire.id === demoQuestionnaire && questionnaire.version === number,
  )
  if (!found) throw new Error(`surveys/${demoQuestionnaire}/v${number}.json is missing`)
  return found.questionnaire
}
