// A claimed letter made ready for the server: its person unsealed, its words written, its bytes composed.
import type { Language } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Identity } from '#store/identity.ts'
import { findRound } from '#store/invitations.ts'
import { findOwnWords } from '#store/letter-templates.ts'
import { issueOtherLinks } from '#store/lost-links.ts'
import type { ClaimedNotice } from '#store/notices.ts'
import type { Claimed, ClaimedLetter } from '#store/sending.ts'
import { estimateMinutes } from '#survey/duration.ts'
import { writeAccountLetter } from './account-letter.ts'
import { mailableAddress } from './addresses.ts'
import { composeMessage, type Posting } from './compose.ts'
import type { DkimKey } from './dkim.ts'
import { type LetterFacts, standardWords, writeLetter } from './letters.ts'
import { answerLink, passwordLink, quietLink } from './links.ts'
import type { LetterKind, LetterWords } from './template.ts'
import type { Envelope, OutgoingMessage } from './transport.ts'

export interface PostOffice {
  db: Database
  identity: Identity
  /** Links in letters begin with it; without a trailing slash. */
  baseUrl: string
  /** Address that letters come from; without one, the project's contact. */
  mailFrom?: string | undefined
  /** Letters are signed with it; without one they are not. */
  dkimKey?: DkimKey | undefined
}

export interface Post {
  envelope: Envelope
  message: OutgoingMessage
}

/**
 * @param date the letter's own, UTC milliseconds
 * @throws Error where it cannot be written; the message names no address
 */
export function preparePost(office: PostOffice, letter: Claimed, date: number): Promise<Post> {
  return 'notice' in letter ? prepareNotice(office, letter, date) : prepareLetter(office, letter, date)
}

/** About invented people: such letters stay on this machine. */
export const isInvented = (db: Database, letter: Claimed): boolean =>
  'notice' in letter ? letter.isDemo : roundOf(db, letter).project.isDemo

function roundOf(db: Database, { waveId }: ClaimedLetter) {
  const round = findRound(db, waveId)
  if (!round) throw new Error(`no wave ${waveId}`)
  return round
}

function prepareNotice(office: PostOffice, notice: ClaimedNotice, date: number): Promise<Post> {
  const { messageId, sender } = notice
  if (notice.notice === 'account') {
    const letter = writeAccountLetter(notice, passwordLink(office.baseUrl, notice.token))
    const to = { name: notice.name, address: notice.email }
    return makePost(office, { sender, to, messageId, date, unsubscribe: { by: 'none' }, letter })
  }
  const { language, project, municipality } = notice
  const name = office.identity.open(notice.nameSealed)
  const facts: LetterFacts = {
    kind: 'message',
    language,
    project: {
      name: language === 'sv' ? project.nameSv : project.nameEn,
      organisation: project.organisation,
      contactEmail: project.contactEmail,
    },
    recipient: { name, municipality },
  }
  return makePost(office, {
    sender,
    to: { name, address: office.identity.open(notice.addressSealed) },
    messageId,
    date,
    unsubscribe: { by: 'mailto', address: project.contactEmail },
    letter: writeLetter(facts, notice.words),
  })
}

function prepareLetter(office: PostOffice, letter: ClaimedLetter, date: number): Promise<Post> {
  const { db, baseUrl, identity } = office
  const { language, municipality } = letter
  const { wave, project } = roundOf(db, letter)
  const kind = wordsOf(letter)
  const name = identity.open(letter.nameSealed)
  const quiet = quietLink(baseUrl, letter.tokens.quiet)
  const facts: LetterFacts = {
    kind,
    language,
    project: {
      name: language === 'sv' ? project.nameSv : project.nameEn,
      organisation: project.organisation,
      contactEmail: project.contactEmail,
    },
    recipient: { name, municipality },
  }
  const asked = {
    wave: wave.kind,
    closesOn: wave.closesOn,
    minutes: minutesOf(db, wave),
    answerLink: answerLink(baseUrl, letter.tokens.answer),
    quietLink: quiet,
    others: kind === 'links' ? otherLinks(office, letter, date) : [],
  }
  return makePost(office, {
    sender: project,
    to: { name, address: identity.open(letter.addressSealed) },
    messageId: letter.messageId,
    date,
    unsubscribe: { by: 'quiet', link: quiet },
    letter: writeLetter(kind === 'thanks' ? facts : { ...facts, asked }, wordsIn(db, project.id, kind, language)),
  })
}

export interface Outgoing extends Omit<Posting, 'from' | 'replyTo'> {
  sender: { organisation: string; contactEmail: string }
}

/** @throws Error where an address is not one plain address; the message names none */
export async function makePost(
  { mailFrom, dkimKey }: Pick<PostOffice, 'mailFrom' | 'dkimKey'>,
  outgoing: Outgoing,
): Promise<Post> {
  const { sender, ...posting } = outgoing
  const to = mailableAddress(outgoing.to.address)
  if (to === undefined) throw new Error('the address is not one plain address')
  const from = mailableAddress(mailFrom ?? sender.contactEmail)
  if (from === undefined) throw new Error('the sender is not one plain address')
  const bytes = await composeMessage(
    {
      ...posting,
      from: { name: sender.organisation, address: from },
      replyTo: sender.contactEmail,
      to: { name: outgoing.to.name, address: to },
    },
    dkimKey,
  )
  return { envelope: { from, to }, message: { messageId: outgoing.messageId, bytes } }
}

/** The project's own words, or the standard ones. */
export const wordsIn = (db: Database, projectId: string, kind: LetterKind, language: Language): LetterWords =>
  findOwnWords(db, { projectId, kind, language }) ?? standardWords(kind, language)

/** A letter's words know more than its kind: whom an invitation is new to, and which reminder it is. */
function wordsOf({ kind, ordinal, isSuccessor }: ClaimedLetter): LetterKind {
  if (kind === 'invitation' && isSuccessor) return 'successor'
  return kind === 'reminder' && ordinal > 1 ? 'reminder_again' : kind
}

/** What else may be answered by somebody who has asked for links. */
function otherLinks(office: PostOffice, { invitationId, language }: ClaimedLetter, date: number) {
  return issueOtherLinks(office.db, invitationId, date).map(({ project, wave, closesOn, token }) => ({
    project: language === 'sv' ? project.nameSv : project.nameEn,
    wave,
    closesOn,
    link: answerLink(office.baseUrl, token),
  }))
}

/** By database, questionnaire, version and kind of wave: what is published never changes. */
const known = new WeakMap<Database, Map<string, number>>()

type Asking = ReturnType<typeof roundOf>['wave']

/** What answering takes, in whole minutes. */
function minutesOf(db: Database, { questionnaireId: id, questionnaireVersion: version, kind }: Asking): number {
  const minutes = known.get(db) ?? new Map<string, number>()
  known.set(db, minutes)
  const key = `${id} ${version} ${kind}`
  const found = minutes.get(key) ?? estimateMinutes(getQuestionnaire(db, id, version), kind)
  minutes.set(key, found)
  return found
}
