// A new link for whoever has lost theirs: one letter with all that the person can answer now, and no more letters than
// somebody would ask for. Whether an address is known is told to nobody.
import { and, eq, gt, sql } from 'drizzle-orm'
import type { WaveKind } from '#survey/questionnaire.ts'
import { isCurrentAddress } from './contacts.ts'
import { type Database, immediately } from './database.ts'
import { recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { listAnswerable } from './invitations.ts'
import { queueLetter } from './messages.ts'
import { invitations, messages, participants, personAddresses } from './schema.ts'
import { issueTokens } from './tokens.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Between two such letters to one person. */
const leastTimeBetween = 10 * minute
const mostPerDay = 5

/** Queues the letter for the owner of the address. @returns false where there is nobody, nothing to answer, or enough */
export function requestLinks(db: Database, identity: Identity, address: string, now: number): boolean {
  const owner = db
    .select({ id: personAddresses.personId })
    .from(personAddresses)
    .where(isCurrentAddress(identity, address))
    .get()
  return owner !== undefined && requestLinksOf(db, owner.id, now)
}

/** As requestLinks, for somebody who is known by an earlier link. */
export function requestLinksOf(db: Database, personId: string, now: number): boolean {
  return immediately(db, (tx) => {
    const [first] = listAnswerable(tx, personId, now)
    if (!first) return false
    const { letters, last } = tx
      .select({
        letters: sql<number>`count(*)`,
        last: sql<number>`coalesce(max(${messages.queuedAt}), 0)`,
      })
      .from(messages)
      .innerJoin(invitations, eq(invitations.id, messages.invitationId))
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .where(and(eq(participants.personId, personId), eq(messages.kind, 'links'), gt(messages.queuedAt, now - day)))
      .get() ?? { letters: 0, last: 0 }
    if (letters >= mostPerDay || last > now - leastTimeBetween) return false
    const { ordinal } = tx
      .select({ ordinal: sql<number>`1 + coalesce(max(${messages.ordinal}), 0)` })
      .from(messages)
      .where(and(eq(messages.invitationId, first.invitationId), eq(messages.kind, 'links')))
      .get() ?? { ordinal: 1 }
    const { contactEmail } = first.project
    queueLetter(tx, { invitationId: first.invitationId, contactEmail, kind: 'links', ordinal }, now)
    recordEvent(tx, {
      at: now,
      actor: 'participant',
      action: 'links.queued',
      subject: `invitation:${first.invitationId}`,
    })
    return true
  })
}

export interface OtherLink {
  project: { nameSv: string; nameEn: string }
  wave: WaveKind
  /** YYYY-MM-DD, the last day for answers. */
  closesOn: string
  token: string
}

/** New tokens for what else the person behind an invitation can answer now: shown in the one letter, and never again. */
export function issueOtherLinks(db: Database, invitationId: string, now: number): OtherLink[] {
  return immediately(db, (tx) => {
    const person = tx
      .select({ id: participants.personId })
      .from(invitations)
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .where(eq(invitations.id, invitationId))
      .get()
    if (!person) return []
    return listAnswerable(tx, person.id, now)
      .filter((one) => one.invitationId !== invitationId)
      .map(({ invitationId: other, project, wave }) => ({
        project: { nameSv: project.nameSv, nameEn: project.nameEn },
        wave: wave.kind,
        closesOn: wave.closesOn,
        token: issueTokens(tx, other, now).answer,
      }))
  })
}
