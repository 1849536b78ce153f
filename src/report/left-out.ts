// Why a question is left out of the comparison, to a reader: in our words where nobody has judged it, else as it was
// signed.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Judgements, type ToldReason, tellReason } from '#survey/judgements.ts'

/** @param reason of the results: a verdict, or the sentence that somebody signed */
export function tellLeftOut(reason: string, language: Language, judgements: Judgements): ToldReason {
  const own: Readonly<Record<string, string>> = phrasesIn(language).document.method.leftBecause
  const text = own[reason]
  return text === undefined ? tellReason(reason, language, judgements) : { text, language }
}
