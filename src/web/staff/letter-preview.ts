// A letter as it will be written, to somebody invented and with a link that opens nothing: read before any is sent.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Letter, type LetterFacts, writeLetter } from '#mail/letters.ts'
import { answerLink, quietLink } from '#mail/links.ts'
import { wordsIn } from '#mail/post.ts'
import type { LetterKind } from '#mail/template.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import type { Wave } from '#store/waves.ts'
import { estimateMinutes } from '#survey/duration.ts'
import { nameOf } from './here.ts'

/** No token is as short: what it leads to is the page that says so. */
const deadToken = 'exempel'

export interface Previewed {
  project: Project
  /** What is asked about; undefined before any wave is planned. */
  wave: Pick<Wave, 'kind' | 'closesOn' | 'questionnaireId' | 'questionnaireVersion'> | undefined
  kind: LetterKind | 'message'
  language: Language
  /** Whom it is to; undefined = somebody invented. */
  recipient: LetterFacts['recipient'] | undefined
}

/** @param baseUrl what links of real letters begin with, without a trailing slash */
export function previewFacts(db: Database, previewed: Previewed, baseUrl: string): LetterFacts {
  const { project, wave, kind, language, recipient } = previewed
  const facts = {
    kind,
    language,
    project: {
      name: nameOf(project, language),
      organisation: project.organisation,
      contactEmail: project.contactEmail,
    },
    recipient: recipient ?? {
      name: phrasesIn(language).staff.letter.recipient,
      municipality: listMunicipalities(db, project.id)[0]?.name ?? '',
    },
  }
  if (kind === 'thanks' || kind === 'message') return facts
  return {
    ...facts,
    asked: {
      wave: wave?.kind ?? 'baseline',
      closesOn: wave?.closesOn ?? '2030-05-31',
      minutes: wave
        ? estimateMinutes(getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion), wave.kind)
        : 15,
      answerLink: answerLink(baseUrl, deadToken),
      quietLink: quietLink(baseUrl, deadToken),
    },
  }
}

/** In the words that the project has for it now. */
export function previewLetter(db: Database, previewed: Previewed & { kind: LetterKind }, baseUrl: string): Letter {
  const { project, kind, language } = previewed
  return writeLetter(previewFacts(db, previewed, baseUrl), wordsIn(db, project.id, kind, language))
}
