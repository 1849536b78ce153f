// Answers that come on paper or by telephone: a code per form, two entries that must say the same, one response. An
// answer that is already there, by whatever way, is never overwritten.
import { and, asc, count, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { Problem } from '#errors.ts'
import type { Answers } from '#survey/answer.ts'
import { parseStoredAnswers } from '#survey/answers.ts'
import type { Language } from '#survey/questionnaire.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newReadableCode } from './ids.ts'
import { type Mode, modes, recordResponseIn } from './responses.ts'
import {
  drafts,
  invitations,
  municipalities,
  paperCodes,
  paperEntries,
  participants,
  persons,
  responses,
  seats,
  staff,
  waves,
} from './schema.ts'
import { whyGone } from './taking-part.ts'
import { graceEnds, type Wave, waveState } from './waves.ts'

/** The ways that staff enter. */
export type EnteredMode = Extract<Mode, 'paper' | 'telephone'>

/** Somebody asked in a wave, as staff see it who print and enter. */
export interface Invited {
  invitationId: string
  /** null where no form has been printed. */
  code: string | null
  /** To be told when forms are handed out, never on the form itself. */
  nameSealed: Buffer
  municipality: string
  actorGroup: string
  language: Language
  /** How the answer came in; null = not yet. */
  answered: { mode: Mode; at: number } | null
  /** Something is written in the questionnaire on the web and not sent in. */
  begunOnWeb: boolean
}

/** Everybody asked in the wave who may answer still, or has, by municipality. */
export function listInvited(db: Database, waveId: string): Invited[] {
  return invitedWhere(db, eq(invitations.waveId, waveId))
}

/** By the code on a form, as it was typed: spaces, hyphens and small letters do not matter. */
export function findInvitedByCode(db: Database, waveId: string, typed: string): Invited | undefined {
  return invitedWhere(db, and(eq(invitations.waveId, waveId), eq(paperCodes.code, written(typed))))[0]
}

/**
 * Why the form with this code is nobody's who may answer: the person has withdrawn, or left the seat to somebody else
 * who has a form of their own. undefined where there is no such form, or the person is erased. @param typed as above
 */
export function findGone(db: Database, waveId: string, typed: string): 'withdrawn' | 'left' | undefined {
  const row = db
    .select({ withdrawnAt: participants.withdrawnAt, leftAt: participants.leftAt, erasedAt: persons.erasedAt })
    .from(paperCodes)
    .innerJoin(invitations, eq(invitations.id, paperCodes.invitationId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .where(and(eq(invitations.waveId, waveId), eq(paperCodes.code, written(typed))))
    .get()
  const why = row && whyGone(row)
  return why === 'erased' ? undefined : why
}

/** The invitation that a form is for, whatever has become of the person since. @param typed as above */
export function findFormsInvitation(db: Database, waveId: string, typed: string): string | undefined {
  return db
    .select({ id: invitations.id })
    .from(paperCodes)
    .innerJoin(invitations, eq(invitations.id, paperCodes.invitationId))
    .where(and(eq(invitations.waveId, waveId), eq(paperCodes.code, written(typed))))
    .get()?.id
}

/** A code as it is stored. */
function written(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return [letters.slice(0, 4), letters.slice(4)].join('-')
}

/** Whoever has left the seat is asked no more; an answer given before is there to be met with. */
const isHereOrAnswered = or(isNull(participants.leftAt), isNotNull(responses.id))

function invitedWhere(db: Database, where: ReturnType<typeof and>): Invited[] {
  return db
    .select({
      invitationId: invitations.id,
      code: paperCodes.code,
      nameSealed: persons.nameSealed,
      municipality: municipalities.name,
      actorGroup: seats.actorGroup,
      language: persons.language,
      mode: responses.mode,
      at: responses.submittedAt,
      draft: drafts.answers,
    })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .innerJoin(municipalities, eq(municipalities.code, seats.municipalityCode))
    .leftJoin(paperCodes, eq(paperCodes.invitationId, invitations.id))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .leftJoin(drafts, eq(drafts.invitationId, invitations.id))
    .where(and(where, isNull(participants.withdrawnAt), isNull(persons.erasedAt), isHereOrAnswered))
    .orderBy(asc(municipalities.name), asc(seats.actorGroup), asc(invitations.id))
    .all()
    .map(({ mode, at, draft, ...row }) => ({
      ...row,
      answered: mode === null || at === null ? null : { mode, at },
      begunOnWeb: draft !== null && draft !== '{}',
    }))
}

/**
 * The code of each invitation, made where there was none. Printing again gives the same code.
 * @param informationVersion the edition of the information that the forms carry
 */
export function takeCodes(
  db: Database | Transaction,
  invitationIds: readonly string[],
  informationVersion: number,
  now: number,
): Map<string, string> {
  for (const invitationId of invitationIds)
    db.insert(paperCodes)
      .values({ invitationId, code: newReadableCode([4, 4]), createdAt: now, informationVersion })
      .onConflictDoUpdate({ target: paperCodes.invitationId, set: { informationVersion } })
      .run()
  const rows = db
    .select()
    .from(paperCodes)
    .where(inArray(paperCodes.invitationId, [...invitationIds]))
    .all()
  return new Map(rows.map(({ invitationId, code }) => [invitationId, code]))
}

export interface PaperEntry {
  pass: number
  mode: EnteredMode
  answers: Answers
  enteredBy: string
  /** Of whoever entered it. */
  name: string
  enteredAt: number
}

/** What has been entered of a form, the first time and the second. */
export function listEntries(db: Database, invitationId: string): PaperEntry[] {
  return db
    .select({
      pass: paperEntries.pass,
      mode: paperEntries.mode,
      answers: paperEntries.answers,
      enteredBy: paperEntries.enteredBy,
      name: staff.name,
      enteredAt: paperEntries.enteredAt,
    })
    .from(paperEntries)
    .innerJoin(staff, eq(staff.id, paperEntries.enteredBy))
    .where(eq(paperEntries.invitationId, invitationId))
    .orderBy(asc(paperEntries.pass))
    .all()
    .map((row) => ({ ...row, answers: parseStoredAnswers(row.answers) }))
}

/** 'any' form; only those 'begun', in the day of grace that the web has too; 'none' any more; none yet: 'planned'. */
export type Entering = 'planned' | 'any' | 'begun' | 'none'

/** What staff may enter of a wave: any form until they close it, since forms come by post after its last day. */
export function enteringIn(wave: Wave, now: number): Entering {
  const state = waveState(wave)
  if (state === 'planned') return 'planned'
  if (state === 'open') return 'any'
  return now < graceEnds(wave) ? 'begun' : 'none'
}

/** A form that has been entered and is not yet a response. */
export interface Unfinished {
  code: string
  /** How often it has been entered. */
  passes: number
  /** 'begun' can be finished. Others can only be dropped: the answer came in by another way, or the person is gone. */
  standing: 'begun' | 'answered' | 'withdrawn' | 'left'
}

export function listUnfinished(db: Database, waveId: string): Unfinished[] {
  return db
    .select({
      code: paperCodes.code,
      passes: count(),
      responseId: responses.id,
      withdrawnAt: participants.withdrawnAt,
      leftAt: participants.leftAt,
    })
    .from(paperEntries)
    .innerJoin(invitations, eq(invitations.id, paperEntries.invitationId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(paperCodes, eq(paperCodes.invitationId, paperEntries.invitationId))
    .leftJoin(responses, eq(responses.invitationId, paperEntries.invitationId))
    .where(eq(invitations.waveId, waveId))
    .groupBy(paperCodes.code)
    .orderBy(asc(paperCodes.code))
    .all()
    .map(({ code, passes, ...row }) => ({ code, passes, standing: standingOf(row) }))
}

function standingOf(row: { responseId: string | null; withdrawnAt: number | null; leftAt: number | null }) {
  if (row.withdrawnAt !== null) return 'withdrawn'
  if (row.responseId !== null) return 'answered'
  return row.leftAt === null ? 'begun' : 'left'
}

/** How many forms of the wave have been entered, and wait to be finished. */
export const countBegun = (db: Database, waveId: string): number =>
  listUnfinished(db, waveId).filter(({ standing }) => standing === 'begun').length

/** How many answered in each way. */
export function countByMode(db: Database, waveId: string): Record<Mode, number> {
  const rows = db
    .select({ mode: responses.mode, people: count() })
    .from(responses)
    .innerJoin(invitations, eq(invitations.id, responses.invitationId))
    .where(eq(invitations.waveId, waveId))
    .groupBy(responses.mode)
    .all()
  const people = new Map(rows.map((row) => [row.mode, row.people]))
  return Object.fromEntries(modes.map((mode) => [mode, people.get(mode) ?? 0])) as Record<Mode, number>
}

export interface NewEntry {
  invitationId: string
  /** 1 or 2: the form that was on the screen. */
  pass: 1 | 2
  mode: EnteredMode
  answers: Answers
  staffId: string
}

/**
 * Keeps one pass.
 * @returns 'answered' where an answer has come in meanwhile, 'entered' where somebody else has entered this pass: then
 * nothing is changed
 */
export function saveEntry(db: Database, entry: NewEntry, now: number): 'saved' | 'answered' | 'entered' {
  return immediately(db, (tx) => {
    if (isAnswered(tx, entry.invitationId)) return 'answered'
    const known = tx
      .select({ passes: count() })
      .from(paperEntries)
      .where(eq(paperEntries.invitationId, entry.invitationId))
      .get()
    if ((known?.passes ?? 0) !== entry.pass - 1) return 'entered'
    const { invitationId, pass, mode, answers, staffId } = entry
    tx.insert(paperEntries)
      .values({ invitationId, pass, mode, answers: JSON.stringify(answers), enteredBy: staffId, enteredAt: now })
      .run()
    noteEvent(tx, `staff:${staffId}`, 'paper.entered', invitationId, { pass, mode }, now)
    return 'saved'
  })
}

/**
 * Makes a response of what both passes, or whoever compared them, agree on, and removes the passes.
 * @returns 'answered' where an answer has come in by another way: it stands, and the passes stay until they are dropped
 * @throws Problem 'not_found' where the form has not been entered twice, or the person is no longer in the project
 */
export function finishEntry(
  db: Database,
  {
    invitationId,
    answers,
    staffId,
    differences,
  }: { invitationId: string; answers: Answers; staffId: string; differences: number },
  now: number,
): 'recorded' | 'answered' {
  return immediately(db, (tx) => {
    if (isAnswered(tx, invitationId)) return 'answered'
    const passes = tx.select().from(paperEntries).where(eq(paperEntries.invitationId, invitationId)).all()
    const first = passes.find(({ pass }) => pass === 1)
    const second = passes.find(({ pass }) => pass === 2)
    const about = tx
      .select({ wave: waves, language: persons.language, printed: paperCodes.informationVersion })
      .from(invitations)
      .leftJoin(paperCodes, eq(paperCodes.invitationId, invitations.id))
      .innerJoin(waves, eq(waves.id, invitations.waveId))
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .innerJoin(persons, eq(persons.id, participants.personId))
      .where(eq(invitations.id, invitationId))
      .get()
    if (!first || !second || !about) throw new Problem('not_found')
    const { wave, language, printed } = about
    const { questionnaireId, questionnaireVersion } = wave
    const who = { enteredBy: first.enteredBy, checkedBy: second.enteredBy }
    // Who answers by telephone sees no form.
    const informationVersion = first.mode === 'paper' ? printed : null
    const asked = { invitationId, questionnaireId, questionnaireVersion, language, informationVersion }
    recordResponseIn(tx, { ...asked, mode: first.mode, answers, ...who }, now)
    tx.delete(paperEntries).where(eq(paperEntries.invitationId, invitationId)).run()
    noteEvent(tx, `staff:${staffId}`, 'paper.recorded', invitationId, { differences, mode: first.mode }, now)
    return 'recorded'
  })
}

/** Drops what was entered of a form, to begin again or because the answer came by another way. */
export function dropEntries(db: Database, invitationId: string, staffId: string, now: number): void {
  db.transaction((tx) => {
    const dropped = tx.delete(paperEntries).where(eq(paperEntries.invitationId, invitationId)).run().changes
    if (dropped > 0) noteEvent(tx, `staff:${staffId}`, 'paper.dropped', invitationId, { passes: dropped }, now)
  })
}

const isAnswered = (tx: Transaction, invitationId: string): boolean =>
  tx.select({ id: responses.id }).from(responses).where(eq(responses.invitationId, invitationId)).get() !== undefined

const noteEvent = (
  tx: Transaction,
  actor: Actor,
  action: string,
  invitationId: string,
  details: Record<string, number | string>,
  at: number,
): void => recordEvent(tx, { at, actor, action, subject: `invitation:${invitationId}`, details })
