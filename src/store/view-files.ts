// Pictures of indicators, read from surveys/<id>/views.json beside the versions of the questionnaire they belong to.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseViews, type View } from '#survey/views.ts'
import { readQuestionnaireFiles } from './catalogue.ts'

/** By questionnaire; one without a file has no entry. @throws QuestionnaireError naming file, path and remedy */
export function readViewFiles(folder: string): ReadonlyMap<string, readonly View[]> {
  const versions = Map.groupBy(readQuestionnaireFiles(folder), ({ questionnaire }) => questionnaire.id)
  return new Map(
    [...versions].flatMap(([id, files]) => {
      const file = path.join(folder, id, 'views.json')
      if (!existsSync(file)) return []
      const known = new Set(files.flatMap(({ questionnaire }) => questionnaire.indicators.map((one) => one.id)))
      return [[id, parseViews(readFileSync(file, 'utf8'), file, known)] as const]
    }),
  )
}
