// Letters about no wave (docs/decisions/0014): claimed and settled by sending.ts as the others are. Here stands who may
// have one, looked at anew when its turn comes.
import { and, asc, eq, gt, inArray, lte, min, sql } from 'drizzle-orm'
import { inOwnLetters } from '#intake/address.ts'
import type { Database, Transaction } from './database.ts'
import type { CancelReason } from './ending.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import { type MessageState, newMessageId, waitingStates } from './messages.ts'
import { given, preparedOnce } from './prepared.ts'
import {
  municipalities,
  notices,
  participants,
  personAddresses,
  persons,
  projectMessageLetters,
  projectMessages,
  projects,
  seats,
  staff,
  staffLetters,
} from './schema.ts'
import { grantsOf, noPassword } from './staff.ts'
import { issueStaffToken, lifetimeOf } from './staff-tokens.ts'
import { currentAddress, whyGone } from './taking-part.ts'

type Notice = typeof notices.$inferSelect

interface Claimed {
  id: string
  messageId: string
  language: 'sv' | 'en'
  /** Whose letter it is that somebody may answer to. */
  sender: { organisation: string; contactEmail: string }
  /** About invented people: it stays on this machine. */
  isDemo: boolean
}

/** What a coordinator has told everybody in a project; the person still sealed. */
export interface ClaimedMessage extends Claimed {
  notice: 'message'
  nameSealed: Buffer
  addressSealed: Buffer
  municipality: string
  project: { nameSv: string; nameEn: string; organisation: string; contactEmail: string }
  words: { subject: string; body: string }
}

/** A link for a member of staff to choose a password with. */
export interface ClaimedAccountLetter extends Claimed {
  notice: 'account'
  kind: 'invitation' | 'reset'
  name: string
  email: string
  /** Shown here and never again. */
  token: string
  /** UTC milliseconds at which the token expires. */
  expiresAt: number
}

export type ClaimedNotice = ClaimedMessage | ClaimedAccountLetter

// ── Queueing ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** @param contactEmail whose domain the Message-ID bears @returns the notice's id */
export function queueNotice(tx: Transaction, kind: Notice['kind'], contactEmail: string, now: number): string {
  const id = newId()
  tx.insert(notices)
    .values({
      id,
      kind,
      state: 'queued',
      dueAt: now,
      queuedAt: now,
      changedAt: now,
      messageId: newMessageId(id, contactEmail),
    })
    .run()
  return id
}

// ── Claiming ─────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * Takes up to so many notices that are due, those to staff first: somebody waits for them. Each is `sending` from now
 * on, or cancelled.
 * @param isOpen whether the sending hours allow letters that nobody has asked for
 */
export function claimNotices(
  db: Database,
  tx: Transaction,
  wanted: number,
  now: number,
  isOpen: boolean,
): ClaimedNotice[] {
  const due = preparedFor(db).due.all({ now, isOpen: isOpen ? 1 : 0, wanted })
  return due.flatMap((notice): ClaimedNotice[] => {
    const claimed = readNotice(db, notice)
    if ('reason' in claimed) {
      changeNotice(
        tx,
        notice,
        { state: 'cancelled', attempts: notice.attempts, dueAt: now, outcome: claimed.reason },
        now,
      )
      return []
    }
    const attempts = notice.attempts + 1
    changeNotice(tx, notice, { state: 'sending', attempts, dueAt: now, outcome: '' }, now)
    if (claimed.notice === 'message') return [claimed]
    const { token, expiresAt } = issueStaffToken(tx, claimed.staffId, lifetimeOf[claimed.kind], now)
    return [{ ...claimed, token, expiresAt }]
  })
}

/** The last look before the first byte. @returns why it must not be sent after all; undefined where it may */
export function whyNotNotice(db: Database, { id }: ClaimedNotice): CancelReason | undefined {
  const notice = findNotice(db, id)
  if (!notice) throw new Error(`no notice ${id}`)
  const found = readNotice(db, notice)
  return 'reason' in found ? found.reason : undefined
}

/** When the next notice that waits comes due; null where none does. */
export const nextNoticeAt = (db: Database, now: number): number | null => preparedFor(db).next.get({ now })?.at ?? null

export const findNotice = (db: Database | Transaction, id: string): Notice | undefined =>
  db.select().from(notices).where(eq(notices.id, id)).get()

export const listNoticesInHand = (tx: Transaction): { id: string }[] =>
  tx.select({ id: notices.id }).from(notices).where(eq(notices.state, 'sending')).all()

interface Change {
  state: MessageState
  attempts: number
  dueAt: number
  outcome: string
}

export function changeNotice(
  tx: Transaction,
  { id, kind }: Pick<Notice, 'id' | 'kind'>,
  change: Change,
  now: number,
  actor: Actor = 'system',
): void {
  tx.update(notices)
    .set({ ...change, changedAt: now })
    .where(eq(notices.id, id))
    .run()
  const action = `letter.${change.state === 'sending' ? 'claimed' : change.state}`
  recordEvent(tx, { at: now, actor, action, subject: `notice:${id}`, details: { kind, attempt: change.attempts } })
}

type Unread = { reason: CancelReason }

const readNotice = (db: Database, notice: Notice) =>
  notice.kind === 'message' ? readMessage(db, notice) : readAccountLetter(db, notice)

function readMessage(db: Database, { id, messageId }: Notice): ClaimedMessage | Unread {
  const row = preparedFor(db).message.get({ id })
  if (!row) throw new Error(`notice ${id} is a message to nobody`)
  const gone = whyGone(row)
  if (gone) return { reason: gone }
  if (row.addressSealed === null) return { reason: 'no_address' }
  if (row.bouncedAt !== null) return { reason: 'bounced' }
  const { language, nameSealed, addressSealed, municipality, project, told } = row
  return {
    notice: 'message',
    id,
    messageId,
    language,
    sender: project,
    isDemo: project.isDemo,
    nameSealed,
    addressSealed,
    municipality,
    project,
    words:
      language === 'sv'
        ? { subject: told.subjectSv, body: told.bodySv }
        : { subject: told.subjectEn, body: told.bodyEn },
  }
}

function readAccountLetter(db: Database, { id, messageId }: Notice) {
  const row = preparedFor(db).account.get({ id })
  if (!row) throw new Error(`notice ${id} is a letter to no account`)
  const { kind, account } = row
  if (account.deactivatedAt !== null) return { reason: 'account_closed' } as const
  if (kind === 'invitation' && account.passwordHash !== noPassword) return { reason: 'has_password' } as const
  const { project, isDemo } = projectOf(db, account.id)
  return {
    notice: 'account',
    id,
    messageId,
    language: account.language,
    sender: project ?? { organisation: 'Samverka', contactEmail: inOwnLetters(account.email) },
    isDemo,
    kind,
    staffId: account.id,
    name: account.name,
    email: account.email,
  } as const
}

/** A project that the account works in, in whose name it is written to; and whether all that it may touch is invented. */
function projectOf(db: Database, staffId: string) {
  const all = db
    .select({
      id: projects.id,
      organisation: projects.organisation,
      contactEmail: projects.contactEmail,
      isDemo: projects.isDemo,
    })
    .from(projects)
    .orderBy(asc(projects.isDemo), asc(projects.createdAt))
    .all()
  const held = new Set(grantsOf(db, staffId).map(({ projectId }) => projectId))
  const own = all.filter(({ id }) => held.has('*') || held.has(id))
  return { project: own[0] ?? all[0], isDemo: !held.has('*') && own.length > 0 && own.every((one) => one.isDemo) }
}

const preparedFor = preparedOnce((db: Database) => ({
  due: db
    .select()
    .from(notices)
    .where(
      and(
        inArray(notices.state, waitingStates),
        lte(notices.dueAt, given('now')),
        sql`(${given('isOpen')} or ${notices.kind} = 'account')`,
      ),
    )
    .orderBy(sql`${notices.kind} <> 'account'`, asc(notices.dueAt))
    .limit(sql.placeholder('wanted'))
    .prepare(),
  next: db
    .select({ at: min(notices.dueAt) })
    .from(notices)
    .where(and(inArray(notices.state, waitingStates), gt(notices.dueAt, given('now'))))
    .prepare(),
  message: db
    .select({
      withdrawnAt: participants.withdrawnAt,
      leftAt: participants.leftAt,
      erasedAt: persons.erasedAt,
      language: persons.language,
      nameSealed: persons.nameSealed,
      addressSealed: personAddresses.addressSealed,
      bouncedAt: personAddresses.bouncedAt,
      municipality: municipalities.name,
      project: {
        nameSv: projects.nameSv,
        nameEn: projects.nameEn,
        organisation: projects.organisation,
        contactEmail: projects.contactEmail,
        isDemo: projects.isDemo,
      },
      told: {
        subjectSv: projectMessages.subjectSv,
        bodySv: projectMessages.bodySv,
        subjectEn: projectMessages.subjectEn,
        bodyEn: projectMessages.bodyEn,
      },
    })
    .from(projectMessageLetters)
    .innerJoin(projectMessages, eq(projectMessages.id, projectMessageLetters.projectMessageId))
    .innerJoin(projects, eq(projects.id, projectMessages.projectId))
    .innerJoin(participants, eq(participants.id, projectMessageLetters.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(personAddresses, currentAddress)
    .where(eq(projectMessageLetters.noticeId, given('id')))
    .prepare(),
  account: db
    .select({ kind: staffLetters.kind, account: staff })
    .from(staffLetters)
    .innerJoin(staff, eq(staff.id, staffLetters.staffId))
    .where(eq(staffLetters.noticeId, given('id')))
    .prepare(),
}))
