// A letter as it will be written, to somebody invented and with a link that opens nothing: read before any is sent.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Letter, type LetterFacts, writeLetter } from '#mail/letters.ts'
import { answerLink, quietLink } from '#mail/links.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import type { Wave } from '#store/waves.ts'
import { estimateMinutes } from '#survey/duration.ts'
import { nameOf } from './here.ts'

/** No token is as short: what it leads to is the page that says so. */
const deadToken = 'exempel'

/** @param baseUrl what links of real letters begin with, without a trailing slash */
export function previewLetter(
  db: Database,
  { project, wave }: { project: Project; wave: Wave },
  kind: LetterFacts['kind'],
  language: Language,
  baseUrl: string,
): Letter {
  const { organisation, contactEmail } = project
  const questionnaire = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return writeLetter({
    kind,
    ordinal: 1,
    language,
    project: { name: nameOf(project, language), organisation, contactEmail },
    wave: { kind: wave.kind, closesOn: wave.closesOn },
    minutes: estimateMinutes(questionnaire, wave.kind),
    recipientName: phrasesIn(language).staff.letter.recipient,
    answerLink: answerLink(baseUrl, deadToken),
    quietLink: quietLink(baseUrl, deadToken),
  })
}
