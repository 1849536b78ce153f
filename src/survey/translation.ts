// A questionnaire in a further language: one file beside each version, Swedish text → its translation. What the file is
// silent about is shown in Swedish, question by question and never half of one, so that a page can say in which
// language each part speaks.
import { z } from 'zod'
import { type AnsweringLanguage, type FurtherLanguage, furtherLanguages } from './languages.ts'
import type { Item, Language, Questionnaire, Text } from './questionnaire.ts'
import { parseFile, QuestionnaireError } from './questionnaire-file.ts'
import type { Sentence } from './sentence.ts'
import { refuseUnsaid, translatedTexts } from './translated-texts.ts'

const Shape = z.strictObject({
  format: z.literal(1),
  questionnaire: z.string(),
  version: z.int().positive(),
  language: z.enum(furtherLanguages),
  /** True while some of the version is not translated yet. */
  partial: z.boolean(),
  /** Swedish text, as it stands in the version → translation. */
  texts: translatedTexts,
})

export interface Translation {
  language: FurtherLanguage
  partial: boolean
  texts: ReadonlyMap<string, string>
}

/**
 * Reads the text of a translation file.
 * @throws QuestionnaireError where it is not of this version, translates what the version does not say, or leaves
 *   something out without being marked as partial
 */
export function parseTranslation(text: string, file: string, questionnaire: Questionnaire): Translation {
  const data = parseFile(text, file, Shape)
  const fault = (path: string, message: Sentence) => new QuestionnaireError(file, [{ path, message }])
  const { id, version } = questionnaire
  if (data.questionnaire !== id || data.version !== version)
    throw fault('questionnaire, version', {
      sv: `säger ${data.questionnaire} v${data.version}, men filen ligger bredvid ${id} v${version}; ändra det ena`,
      en: `says ${data.questionnaire} v${data.version}, and the file lies beside ${id} v${version}; change one of them`,
    })
  const said = new Set(textsIn(questionnaire).map(({ sv }) => sv))
  const texts = new Map(Object.entries(data.texts))
  refuseUnsaid(data.texts, said, file, (swedish) => ({
    sv: `versionen säger ingenstans ”${swedish}”; kopiera dess svenska`,
    en: `the version nowhere says “${swedish}”; copy its Swedish`,
  }))
  const missing = [...said].filter((swedish) => !texts.has(swedish))
  if (missing.length > 0 && !data.partial)
    throw fault('partial', {
      sv: `${missing.length} texter har ingen översättning, till exempel ”${missing[0]}”; översätt dem, eller skriv "partial": true`,
      en: `${missing.length} texts have no translation, “${missing[0]}” for one; translate them, or write "partial": true`,
    })
  return { language: data.language, partial: data.partial, texts }
}

/** How a questionnaire speaks to somebody. */
export interface Wording {
  language: AnsweringLanguage
  /** An item, and the questionnaire whose texts under `slot` are in `language`: the reader's, or Swedish. */
  of(item: Item): { item: Item; questionnaire: Questionnaire; slot: Language; language: AnsweringLanguage }
  /** A single text, and the language that it is in. */
  say(text: Text): { text: string; language: AnsweringLanguage }
}

/** @param translation of the same version, where `language` is a further one; without it Swedish is spoken */
export function wordingOf(
  questionnaire: Questionnaire,
  language: AnsweringLanguage,
  translation: Translation | undefined,
): Wording {
  if (language === 'sv' || language === 'en')
    return {
      language,
      of: (item) => ({ item, questionnaire, slot: language, language }),
      say: (text) => ({ text: text[language], language }),
    }
  if (translation?.language !== language) return wordingOf(questionnaire, 'sv', undefined)
  const { texts } = translation
  const translated = translate(questionnaire, texts)
  const whole = new Map(
    translated.items.flatMap((item, at) => {
      const original = questionnaire.items[at]
      const isWhole = original && textsAround(questionnaire, original).every(({ sv }) => texts.has(sv))
      return isWhole ? [[item.id, item] as const] : []
    }),
  )
  return {
    language,
    of(item) {
      const own = whole.get(item.id)
      if (!own) return { item, questionnaire, slot: 'sv', language: 'sv' }
      return { item: own, questionnaire: translated, slot: 'sv', language }
    },
    say(text) {
      const own = texts.get(text.sv)
      return own === undefined ? { text: text.sv, language: 'sv' } : { text: own, language }
    },
  }
}

/** The same questionnaire with its Swedish replaced wherever there is a translation. */
function translate<T>(node: T, texts: ReadonlyMap<string, string>): T {
  if (Array.isArray(node)) return node.map((part: unknown) => translate(part, texts)) as T
  if (typeof node !== 'object' || node === null) return node
  if (isText(node)) return { ...node, sv: texts.get(node.sv) ?? node.sv }
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, translate(part, texts)])) as T
}

/** What a participant reads of a questionnaire; indicators and actor groups are for those who read results. */
function textsIn({ title, missing, preambles, responseScales, grids, pages, items }: Questionnaire): Text[] {
  return collect([title, missing, preambles, responseScales, grids, pages, items])
}

/** All that is read with an item: itself, its scale, the missing answers it offers, and the question of its grid. */
function textsAround(questionnaire: Questionnaire, item: Item): Text[] {
  if (item.type !== 'rating') return collect(item)
  const scale = questionnaire.responseScales[item.responseScale]
  const offered = (scale?.offers ?? []).map((reason) => questionnaire.missing[reason])
  return collect([item, scale, offered, item.grid && questionnaire.grids[item.grid]])
}

function collect(node: unknown): Text[] {
  if (Array.isArray(node)) return node.flatMap(collect)
  if (typeof node !== 'object' || node === null) return []
  return isText(node) ? [node] : Object.values(node).flatMap(collect)
}

const isText = (node: object): node is Text =>
  'sv' in node && typeof node.sv === 'string' && 'en' in node && typeof node.en === 'string'
