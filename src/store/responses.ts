// Responses sent in: one per invitation, whole or not at all, and never changed afterwards.
import { hash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import { Problem } from '#errors.ts'
import type { Answers } from '#survey/answer.ts'
import { parseStoredAnswers } from '#survey/answers.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { recordEvent } from './events.ts'
import { newId, newReadableCode } from './ids.ts'
import { queueThanks } from './messages.ts'
import { given, preparedOnce } from './prepared.ts'
import { drafts, invitations, messages, participants, persons, responses, seats } from './schema.ts'

/** By which way a response came in. */
export const modes = ['web', 'import', 'paper', 'telephone'] as const
export type Mode = (typeof modes)[number]

export interface NewResponse {
  invitationId: string
  questionnaireId: string
  questionnaireVersion: number
  language: AnsweringLanguage
  /** Items read in another language than `language`; left out = none. */
  languages?: Readonly<Record<string, AnsweringLanguage>>
  /** The edition of the information that was shown; left out = none was. */
  informationVersion?: number | null
  mode: Mode
  /** Ids of the staff who entered what came on paper or by telephone, the first time and the second. */
  enteredBy?: string
  checkedBy?: string
  answers: Answers
}

export interface Receipt {
  receipt: string
  submittedAt: number
}

/**
 * Stores the response, drops the draft, calls back letters that wait, and notes the event: all of it or none.
 * Sent again, by whatever road, it gives the first receipt and changes nothing.
 * @throws Problem 'not_found' for somebody who has withdrawn or been erased
 */
export function recordResponse(db: Database, response: NewResponse, now: number): Receipt {
  return immediately(db, (tx) => recordResponseIn(tx, response, now))
}

/** As recordResponse, inside a transaction of the caller's. */
export function recordResponseIn(db: Database | Transaction, response: NewResponse, now: number): Receipt {
  const { invitationId } = response
  const queries = preparedFor(db)
  const known = queries.known.get({ invitationId })
  if (known) return known
  // Whoever withdrew or was erased since the page was sent for gives no answer any more.
  if (queries.gone.get({ invitationId })) throw new Problem('not_found')
  const answers = JSON.stringify(response.answers)
  const receipt = newReadableCode()
  queries.insert.run({
    invitationId,
    questionnaireId: response.questionnaireId,
    questionnaireVersion: response.questionnaireVersion,
    language: response.language,
    languages: JSON.stringify(response.languages ?? {}),
    informationVersion: response.informationVersion ?? null,
    mode: response.mode,
    enteredBy: response.enteredBy ?? null,
    checkedBy: response.checkedBy ?? null,
    id: newId(),
    answers,
    sha256: sumOf(response, answers),
    receipt,
    now,
  })
  queries.dropDraft.run({ invitationId })
  queries.callBack.run({ invitationId, now })
  // Answers that are read from a file were given long ago.
  if (response.mode !== 'import') queueThanks(db, invitationId, now)
  recordEvent(db, {
    at: now,
    actor: response.mode === 'web' ? 'participant' : response.checkedBy ? `staff:${response.checkedBy}` : 'system',
    action: 'response.submitted',
    subject: `invitation:${invitationId}`,
    details: { mode: response.mode, version: response.questionnaireVersion },
  })
  return { receipt, submittedAt: now }
}

const preparedFor = preparedOnce((db: Database | Transaction) => {
  const invitationId = given('invitationId')
  return {
    known: db
      .select({ receipt: responses.receipt, submittedAt: responses.submittedAt })
      .from(responses)
      .where(eq(responses.invitationId, invitationId))
      .prepare(),
    gone: db
      .select({ id: invitations.id })
      .from(invitations)
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .innerJoin(persons, eq(persons.id, participants.personId))
      .where(
        and(eq(invitations.id, invitationId), or(isNotNull(persons.erasedAt), isNotNull(participants.withdrawnAt))),
      )
      .prepare(),
    insert: db
      .insert(responses)
      .values({
        id: given('id'),
        invitationId,
        questionnaireId: given('questionnaireId'),
        questionnaireVersion: given('questionnaireVersion'),
        language: given('language'),
        languages: given('languages'),
        informationVersion: given('informationVersion'),
        mode: given('mode'),
        enteredBy: given('enteredBy'),
        checkedBy: given('checkedBy'),
        answers: given('answers'),
        sha256: given('sha256'),
        receipt: given('receipt'),
        submittedAt: given('now'),
      })
      .prepare(),
    dropDraft: db.delete(drafts).where(eq(drafts.invitationId, invitationId)).prepare(),
    callBack: db
      .update(messages)
      .set({ state: 'cancelled', outcome: 'answered', changedAt: given('now') })
      .where(and(eq(messages.invitationId, invitationId), inArray(messages.state, ['queued', 'retry'])))
      .prepare(),
  }
})

const sumOf = (response: Pick<NewResponse, 'questionnaireId' | 'questionnaireVersion'>, answers: string): string =>
  hash('sha256', `${response.questionnaireId}@${response.questionnaireVersion}\n${answers}`)

/** A response as results and research files read it. */
export interface StoredResponse {
  version: number
  language: AnsweringLanguage
  mode: Mode
  /** UTC milliseconds. */
  submittedAt: number
  answers: Answers
}

/** @throws TypeError where the stored answers are no longer answers */
export const readResponse = (row: typeof responses.$inferSelect): StoredResponse => ({
  version: row.questionnaireVersion,
  language: row.language,
  mode: row.mode,
  submittedAt: row.submittedAt,
  answers: parseStoredAnswers(row.answers),
})

/** So many rows are in memory at once, however many there are. */
const pageSize = 2000

/** Everybody asked in a wave, with what came back: what results are made of. */
export interface AskedRow {
  participantId: string
  pseudonym: string
  municipality: string
  actorGroup: string
  response: StoredResponse | null
}

export function* readAsked(db: Database, waveId: string): Generator<AskedRow> {
  let after = ''
  for (;;) {
    const page = db
      .select({
        invitationId: invitations.id,
        participantId: participants.id,
        pseudonym: participants.pseudonym,
        municipality: seats.municipalityCode,
        actorGroup: seats.actorGroup,
        response: responses,
      })
      .from(invitations)
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .innerJoin(seats, eq(seats.id, invitations.seatId))
      .leftJoin(responses, eq(responses.invitationId, invitations.id))
      .where(and(eq(invitations.waveId, waveId), gt(invitations.id, after)))
      .orderBy(asc(invitations.id))
      .limit(pageSize)
      .all()
    for (const { invitationId, response, ...asked } of page) {
      after = invitationId
      yield { ...asked, response: response && readResponse(response) }
    }
    if (page.length < pageSize) return
  }
}

/** Ids of responses whose answers no longer match their sum: a byte changed on disk. */
export function findDamagedResponses(db: Database): string[] {
  const damaged: string[] = []
  let after = ''
  for (;;) {
    const page = db
      .select()
      .from(responses)
      .where(gt(responses.id, after))
      .orderBy(asc(responses.id))
      .limit(pageSize)
      .all()
    for (const row of page) {
      after = row.id
      if (sumOf(row, row.answers) !== row.sha256) damaged.push(row.id)
    }
    if (page.length < pageSize) return damaged
  }
}
