// Reasons for what versions of a questionnaire are comparable, in English too: from the versions themselves, and from
// surveys/<id>/judgements.en.json beside those that were published with Swedish alone.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Judgements, judgementsIn, parseJudgements } from '#survey/judgements.ts'
import { readQuestionnaireFiles } from './catalogue.ts'

/** Of all questionnaires in the folder. @throws QuestionnaireError naming file, path and remedy */
export function readJudgementFiles(folder: string): Judgements {
  const versions = Map.groupBy(
    readQuestionnaireFiles(folder).map(({ questionnaire }) => questionnaire),
    ({ id }) => id,
  )
  return new Map(
    [...versions].flatMap(([id, own]) => {
      const file = path.join(folder, id, 'judgements.en.json')
      const beside = existsSync(file) ? parseJudgements(readFileSync(file, 'utf8'), file, own) : []
      return [...judgementsIn(own), ...beside]
    }),
  )
}
