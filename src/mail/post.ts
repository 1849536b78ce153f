// A claimed letter made ready for the server: its person unsealed, its words written, its bytes composed.
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { issueOtherLinks } from '#store/lost-links.ts'
import type { ClaimedLetter } from '#store/sending.ts'
import { estimateMinutes } from '#survey/duration.ts'
import { mailableAddress } from './addresses.ts'
import { composeMessage } from './compose.ts'
import { writeLetter } from './letters.ts'
import { answerLink, quietLink } from './links.ts'
import type { Envelope, OutgoingMessage } from './transport.ts'

export interface PostOffice {
  db: Database
  identity: Identity
  /** Links in letters begin with it; without a trailing slash. */
  baseUrl: string
  /** Address that letters come from; without one, the project's contact. */
  mailFrom?: string | undefined
}

export interface Post {
  envelope: Envelope
  message: OutgoingMessage
}

/**
 * @param date the letter's own, UTC milliseconds
 * @throws Error where it cannot be written; the message names no address
 */
export async function preparePost(office: PostOffice, letter: ClaimedLetter, date: number): Promise<Post> {
  const name = office.identity.open(letter.nameSealed)
  const to = mailableAddress(office.identity.open(letter.addressSealed))
  if (to === undefined) throw new Error('the address is not one plain address')
  const from = mailableAddress(office.mailFrom ?? letter.project.contactEmail)
  if (from === undefined) throw new Error('the sender is not one plain address')
  const quiet = quietLink(office.baseUrl, letter.tokens.quiet)
  const written = writeLetter({
    kind: letter.kind,
    ordinal: letter.ordinal,
    language: letter.language,
    project: {
      name: letter.language === 'sv' ? letter.project.nameSv : letter.project.nameEn,
      organisation: letter.project.organisation,
      contactEmail: letter.project.contactEmail,
    },
    wave: letter.wave,
    minutes: minutesOf(office.db, letter),
    recipientName: name,
    answerLink: answerLink(office.baseUrl, letter.tokens.answer),
    quietLink: quiet,
    others: letter.kind === 'links' ? otherLinks(office, letter, date) : [],
  })
  const bytes = await composeMessage({
    from: { name: letter.project.organisation, address: from },
    replyTo: letter.project.contactEmail,
    to: { name, address: to },
    messageId: letter.messageId,
    date,
    quietLink: quiet,
    letter: written,
  })
  return { envelope: { from, to }, message: { messageId: letter.messageId, bytes } }
}

/** What else may be answered by somebody who has asked for links. */
function otherLinks(office: PostOffice, { invitationId, language }: ClaimedLetter, date: number) {
  return issueOtherLinks(office.db, invitationId, date).map(({ project, closesOn, token }) => ({
    project: language === 'sv' ? project.nameSv : project.nameEn,
    closesOn,
    link: answerLink(office.baseUrl, token),
  }))
}

/** By database, questionnaire, version and kind of wave: what is published never changes. */
const known = new WeakMap<Database, Map<string, number>>()

/** What answering takes, in whole minutes. */
function minutesOf(db: Database, { questionnaire: { id, version }, wave }: ClaimedLetter): number {
  const minutes = known.get(db) ?? new Map<string, number>()
  known.set(db, minutes)
  const key = `${id} ${version} ${wave.kind}`
  const found = minutes.get(key) ?? estimateMinutes(getQuestionnaire(db, id, version), wave.kind)
  minutes.set(key, found)
  return found
}
