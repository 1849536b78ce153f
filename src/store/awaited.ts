// How many people a mailing to come is about, as things stand: a forecast, which answers make smaller day by day.
import { and, count, eq, gte, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from './database.ts'
import { countUninvited, type MessageState } from './messages.ts'
import { findPlannedOpening, type MailingKind, type TimedMailing } from './planned-mailings.ts'
import { invitations, messages, participants, personAddresses, persons, responses } from './schema.ts'
import { currentAddress, stillExpected, takesPart } from './taking-part.ts'
import { findDaysChange, type Wave } from './waves.ts'

/** Everybody whom opening a wave of the project now would ask. The three other counts add up to `people`. */
export interface Readers {
  people: number
  letters: number
  withoutAddress: number
  /** At an address that a server has called dead. */
  unreachable: number
}

export function countReaders(db: Database, projectId: string): Readers {
  const found = db
    .select({
      people: count(),
      letters: sql<number>`coalesce(sum(${personAddresses.id} is not null and ${personAddresses.bouncedAt} is null), 0)`,
      withoutAddress: sql<number>`coalesce(sum(${personAddresses.id} is null), 0)`,
      unreachable: sql<number>`coalesce(sum(${personAddresses.bouncedAt} is not null), 0)`,
    })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .leftJoin(personAddresses, currentAddress)
    .where(and(eq(participants.projectId, projectId), takesPart))
    .get()
  return found ?? { people: 0, letters: 0, withoutAddress: 0, unreachable: 0 }
}

const other = alias(messages, 'other')

/** How many get their letter of each kind, if nothing changes until then. @param plan of the wave */
export function countAwaited(
  db: Database,
  wave: Wave,
  plan: readonly TimedMailing[],
): Readonly<Record<MailingKind, number>> {
  if (wave.openedAt === null) {
    const { letters } = countReaders(db, wave.projectId)
    return { opening: letters, reminder: letters, closing_soon: letters }
  }
  const opening = countUninvited(db, wave.id)
  // Answers that were read in have opened the wave before its planned opening: that sends the invitations.
  const invited = findPlannedOpening(plan) ? opening : 0
  const awaited = (kind: 'reminder' | 'closing_soon') => countReminded(db, wave, kind) + invited
  return { opening, reminder: awaited('reminder'), closing_soon: awaited('closing_soon') }
}

/** Those of an open wave who have been invited, or are about to be, and may be reminded. */
function countReminded(db: Database, wave: Wave, kind: Exclude<MailingKind, 'opening'>): number {
  const onItsWay: MessageState[] = ['queued', 'sending', 'retry', 'accepted']
  // A letter that wants a decision keeps its reader from being reminded.
  const isStuck = inArray(other.state, ['failed', 'unknown'])
  const hasHadTheLast = and(
    eq(other.kind, 'closing_soon'),
    ne(other.state, 'cancelled'),
    gte(other.queuedAt, findDaysChange(db, wave.id)),
  )
  const isPassedOver = db
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.invitationId, invitations.id), kind === 'reminder' ? isStuck : or(isStuck, hasHadTheLast)))
  const row = db
    .select({ people: count() })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(personAddresses, and(currentAddress, isNull(personAddresses.bouncedAt)))
    .innerJoin(
      messages,
      and(
        eq(messages.invitationId, invitations.id),
        eq(messages.kind, 'invitation'),
        inArray(messages.state, onItsWay),
      ),
    )
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(and(eq(invitations.waveId, wave.id), stillExpected, isNull(invitations.quietAt), notExists(isPassedOver)))
    .get()
  return row?.people ?? 0
}
