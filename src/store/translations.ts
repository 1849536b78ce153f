// Questionnaires in further languages, read from surveys/<id>/v<n>.<language>.json beside the versions they translate.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type FurtherLanguage, furtherLanguages } from '#survey/languages.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { parseTranslation, type Translation } from '#survey/translation.ts'

export type Translations = (questionnaire: Questionnaire) => ReadonlyMap<FurtherLanguage, Translation>

/**
 * Reads each version's translations when they are first asked for, and keeps them.
 * @param folder that the versions lie in
 * @throws QuestionnaireError naming file, path and remedy
 */
export function translationsIn(folder: string): Translations {
  const known = new Map<string, ReadonlyMap<FurtherLanguage, Translation>>()
  return (questionnaire) => {
    const name = `${questionnaire.id}/v${questionnaire.version}`
    const found = known.get(name) ?? readAll(path.join(folder, name), questionnaire)
    known.set(name, found)
    return found
  }
}

const readAll = (version: string, questionnaire: Questionnaire) =>
  new Map(
    furtherLanguages
      .map((language) => ({ language, file: `${version}.${language}.json` }))
      .filter(({ file }) => existsSync(file))
      .map(({ language, file }) => [language, parseTranslation(readFileSync(file, 'utf8'), file, questionnaire)]),
  )
