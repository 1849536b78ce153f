// What came back, held against our own letters. Anybody can write to the mailbox, so a report counts only where it
// names a letter that was sent, and the address that this letter went to: a forged one marks nobody else. What is about
// no letter is listed for a person.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, max } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { type Identity, normaliseAddress } from './identity.ts'
import { newId } from './ids.ts'
import { findMailPause, pauseMail } from './mail-pause.ts'
import { changeState, type Message } from './messages.ts'
import { bounces, events, invitations, messages, participants, personAddresses } from './schema.ts'

type Bounce = typeof bounces.$inferSelect

/**
 * failed: for good, and the address is to blame. gave_up: after trying, which may go better another time. delayed: still
 * being tried. policy: refused whoever the reader is.
 */
export type Verdict = NonNullable<Bounce['verdict']>

export interface RecipientReport {
  /** Bare, the one tried last first; those that servers passed the letter on to are none of ours. */
  addresses: readonly string[]
  verdict: Verdict
  /** RFC 3463, "5.1.1"; empty where the server gave none. */
  status: string
  /** The server's words, shortened, without addresses and tokens. */
  words: string
}

export interface BounceReport {
  /** Message-IDs of letters that it may be about, the surest first, with angle brackets. */
  letters: readonly string[]
  recipients: readonly RecipientReport[]
}

/** A message that came to the mailbox. */
export interface Incoming {
  /** Hex, of its bytes. */
  sha256: string
  /** Its own, by which a person finds it; empty where it bears none. */
  messageId: string
  /** Undefined where nobody but a person can make it out. */
  report: BounceReport | undefined
}

export type Recorded =
  | { outcome: 'matched'; letterId: string; verdict: Verdict; status: string; words: string; hasPaused: boolean }
  /** Listed for a person. */
  | { outcome: 'unmatched'; fault: NonNullable<Bounce['fault']> }
  /** It was read and recorded before, and listed for a person where it has a fault. */
  | { outcome: 'known'; fault: Bounce['fault'] }
  /** The letter is on its way yet: read the message once more in a minute. */
  | { outcome: 'too_early' }

/** Whoever refuses us by rule is told apart in the words for staff. */
export const policyPause = 'bounced_policy'

/** Records what a message says, once: in one transaction the message, its letter, the address and the pause. */
export function recordBounce(db: Database, identity: Identity, incoming: Incoming, now: number): Recorded {
  return immediately(db, (tx) => {
    const known = tx.select({ fault: bounces.fault }).from(bounces).where(eq(bounces.sha256, incoming.sha256)).get()
    if (known) return { outcome: 'known', fault: known.fault }
    const about = findLetter(tx, identity, incoming.report)
    if (about === 'too_early') return { outcome: 'too_early' }
    const { sha256, messageId } = incoming
    const row = { id: newId(), sha256, messageId: messageId.slice(0, 250), readAt: now }
    if (typeof about === 'string') {
      tx.insert(bounces)
        .values({ ...row, fault: about })
        .run()
      return { outcome: 'unmatched', fault: about }
    }
    const { letter, addressId, recipient } = about
    const { verdict, status, words } = recipient
    tx.insert(bounces)
      .values({ ...row, letterId: letter.id, addressId, verdict, status, words })
      .run()
    const hasPaused = verdict === 'policy' && pauseFor(db, tx, letter, now)
    if (verdict === 'failed') markDead(tx, addressId, letter, now)
    if (verdict !== 'delayed' && letter.addressId === addressId && letter.state !== 'returned')
      changeState(tx, letter, 'returned', words || status, 'system', now)
    return { outcome: 'matched', letterId: letter.id, verdict, status, words, hasPaused }
  })
}

interface About {
  letter: Message
  /** Which of its reader's addresses came back: the one it went to, or one that it had gone to before. */
  addressId: string
  recipient: RecipientReport
}

function findLetter(
  tx: Transaction,
  identity: Identity,
  report: BounceReport | undefined,
): About | NonNullable<Bounce['fault']> | 'too_early' {
  if (!report) return 'unreadable'
  const letter = report.letters
    .map((messageId) => tx.select().from(messages).where(eq(messages.messageId, messageId)).get())
    .find((found) => found !== undefined)
  if (!letter) return 'no_letter'
  if (letter.state === 'sending') return 'too_early'
  if (letter.addressId === null) return 'not_sent'
  const keys = addressKeysOf(tx, letter.invitationId)
  for (const recipient of report.recipients)
    for (const address of recipient.addresses) {
      const addressId = keys.get(identity.lookupKey(normaliseAddress(address)))
      if (addressId === undefined) continue
      const wentThere = addressId === letter.addressId
      return wentThere && !wasSent.includes(letter.state) ? 'not_sent' : { letter, addressId, recipient }
    }
  return 'other_recipient'
}

/** States of a letter that a server has had. */
const wasSent: readonly Message['state'][] = ['accepted', 'returned', 'unknown']

/** All addresses that the letter's reader has or had, by their keyed hash. */
function addressKeysOf(tx: Transaction, invitationId: string): Map<string, string> {
  const rows = tx
    .select({ id: personAddresses.id, key: personAddresses.addressKey })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(personAddresses, eq(personAddresses.personId, participants.personId))
    .where(eq(invitations.id, invitationId))
    // An address that was left and taken again: the later row counts.
    .orderBy(asc(personAddresses.validFrom))
    .all()
  return new Map(rows.map(({ id, key }) => [key, id]))
}

/** Letters of before the last time that mail was resumed say nothing new. @returns whether this is what paused it */
function pauseFor(db: Database, tx: Transaction, letter: Message, now: number): boolean {
  const { at } = tx
    .select({ at: max(events.at) })
    .from(events)
    .where(and(eq(events.subject, 'mail'), eq(events.action, 'mail.resumed')))
    .get() ?? { at: null }
  if (findMailPause(tx) !== undefined || letter.changedAt <= (at ?? Number.NEGATIVE_INFINITY)) return false
  pauseMail(db, policyPause, 'system', now)
  return true
}

function markDead(tx: Transaction, addressId: string, { invitationId }: Message, now: number): void {
  const marked = tx
    .update(personAddresses)
    .set({ bouncedAt: now })
    .where(and(eq(personAddresses.id, addressId), isNull(personAddresses.bouncedAt)))
    .run()
  if (marked.changes === 0) return
  const subject = `invitation:${invitationId}`
  recordEvent(tx, { at: now, actor: 'system', action: 'address.bounced', subject })
}

/** What servers said of letters to somebody who is erased: it may have named them. That they came back stays. */
export function forgetBounces(tx: Transaction, invitationIds: readonly string[]): void {
  const theirs = tx
    .select({ id: messages.id })
    .from(messages)
    .where(inArray(messages.invitationId, [...invitationIds]))
  tx.update(bounces).set({ words: '' }).where(inArray(bounces.letterId, theirs)).run()
  tx.update(messages)
    .set({ outcome: '' })
    .where(and(inArray(messages.invitationId, [...invitationIds]), eq(messages.state, 'returned')))
    .run()
}

// ── For a person's eyes ──────────────────────────────────────────────────────────────────────────────────────────

/** Messages that are about no known letter and that nobody has looked at, the latest first. */
export function listUnmatched(db: Database) {
  return db
    .select({ id: bounces.id, readAt: bounces.readAt, messageId: bounces.messageId, fault: bounces.fault })
    .from(bounces)
    .where(and(isNotNull(bounces.fault), isNull(bounces.seenAt)))
    .orderBy(desc(bounces.readAt), asc(bounces.id))
    .limit(200)
    .all()
}

export const countUnmatched = (db: Database): number =>
  db
    .select({ n: count() })
    .from(bounces)
    .where(and(isNotNull(bounces.fault), isNull(bounces.seenAt)))
    .get()?.n ?? 0

/** A person has looked at these. @param before those read later than this page was are not among them, UTC milliseconds */
export function markSeen(db: Database, before: number, actor: Actor, now: number): number {
  return immediately(db, (tx) => {
    const seen = tx
      .update(bounces)
      .set({ seenAt: now })
      .where(and(isNotNull(bounces.fault), isNull(bounces.seenAt), lte(bounces.readAt, before)))
      .run()
    if (seen.changes > 0)
      recordEvent(tx, { at: now, actor, action: 'bounces.seen', subject: 'mail', details: { messages: seen.changes } })
    return seen.changes
  })
}
