// A wave's mailing as a whole: everybody asked, however far their letter has come, and what servers said on the way.
import { and, count, desc, eq, gt, inArray, isNull, max, min, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { isWavePaused } from './mail-pause.ts'
import { countMessages, type MessageCounts, type MessageState, waitingStates } from './messages.ts'
import { given, preparedOnce } from './prepared.ts'
import { invitations, messages, participants, personAddresses, persons, responses, waves } from './schema.ts'
import { currentAddress, stillExpected } from './taking-part.ts'

export interface LetterTally {
  /** Letters by kind and state, zeros included, without those that nobody could be written for. */
  counts: MessageCounts
  /** Everybody asked in the wave: those with an invitation, and the two below. */
  recipients: number
  /** People who are still asked, have no address and no invitation. */
  unaddressed: number
  /** The others who have no invitation. */
  without: number
}

/** What letters are in that are still to be sent, or are being sent. */
export const underWay: readonly MessageState[] = [...waitingStates, 'sending']

/** How many letters of all kinds are in one of these states. */
export const sumLetters = ({ counts }: LetterTally, states: readonly MessageState[]): number =>
  sumOf(Object.values(counts).flatMap((own) => states.map((state) => own[state])))

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0)

/** An invitation that was put aside because its reader had no address is no letter: its reader is counted instead. */
export function tallyLetters(db: Database, waveId: string): LetterTally {
  const isPutAside = and(eq(messages.state, 'cancelled'), eq(messages.outcome, 'no_address'))
  const isUnaddressed = and(stillExpected, isNull(personAddresses.id), or(isNull(messages.id), isPutAside))
  const found = db
    .select({
      recipients: count(),
      unaddressed: sql<number>`coalesce(sum(${isUnaddressed}), 0)`,
      putAside: sql<number>`coalesce(sum(${isPutAside}), 0)`,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .leftJoin(personAddresses, currentAddress)
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .leftJoin(messages, and(eq(messages.invitationId, invitations.id), eq(messages.kind, 'invitation')))
    .where(eq(invitations.waveId, waveId))
    .get()
  const { recipients, unaddressed, putAside } = found ?? { recipients: 0, unaddressed: 0, putAside: 0 }
  const counts = countMessages(db, waveId)
  const invitation = { ...counts.invitation, cancelled: counts.invitation.cancelled - putAside }
  const without = recipients - unaddressed - sumOf(Object.values(invitation))
  return { counts: { ...counts, invitation }, recipients, unaddressed, without }
}

export interface Said {
  state: MessageState
  /** The server's words, or the program's. */
  words: string
  letters: number
}

/** What was said of letters that did not go through, or not yet, with how often; the most frequent first. */
export const listSaid = (db: Database, waveId: string): Said[] =>
  db
    .select({ state: messages.state, words: messages.outcome, letters: count() })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .where(
      and(
        eq(invitations.waveId, waveId),
        inArray(messages.state, ['failed', 'returned', 'unknown', 'retry']),
        // A letter that waits again without a word against it is no trouble.
        sql`${messages.outcome} <> ''`,
      ),
    )
    .groupBy(messages.state, messages.outcome)
    .orderBy(desc(count()), max(messages.changedAt))
    .all()

export interface Lately {
  letters: number
  /** UTC milliseconds of the first of them; null where there is none. */
  since: number | null
}

/** Letters that servers have taken after a time, over all waves: what is sent shares one pace. */
export const countSentAfter = (db: Database, after: number): Lately =>
  queries(db).sent.get({ after }) ?? { letters: 0, since: null }

/** Letters that leave one after the other from now on, over all waves that are open and not paused. */
export const countInLine = (db: Database, now: number): number => queries(db).inLine.get({ now })?.letters ?? 0

const queries = preparedOnce((db: Database) => ({
  sent: db
    // An accepted letter is due no more: the time stands for when it was taken, and has an index with the state.
    .select({ letters: count(), since: min(messages.dueAt) })
    .from(messages)
    .where(and(eq(messages.state, 'accepted'), gt(messages.dueAt, given('after'))))
    .prepare(),
  inLine: db
    .select({ letters: count() })
    .from(messages)
    .innerJoin(invitations, eq(invitations.id, messages.invitationId))
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .where(
      and(
        inArray(messages.state, waitingStates),
        sql`${messages.dueAt} <= ${given('now')}`,
        sql`${waves.openedAt} is not null and ${waves.closedAt} is null and not ${isWavePaused}`,
      ),
    )
    .prepare(),
}))
