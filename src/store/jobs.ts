// Long work as rows: what was asked for, how far it is, what came of it. The row decides: whoever does the work stops
// when its row no longer says `running`, and no file is offered whose row does not say `done`.
import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Language } from '#survey/questionnaire.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import { jobs } from './schema.ts'

type StoredJob = typeof jobs.$inferSelect
export type JobState = StoredJob['state']
export interface Job extends Omit<StoredJob, 'params'> {
  params: unknown
}

export interface NewJob {
  projectId: string
  kind: string
  /** What can be written as JSON; the same choices in the same order are the same work. */
  params: unknown
  language: Language
  fileName: string
}

/** How a piece of work ended. A file is whole, named and summed before it is `done`. */
export type JobEnd =
  | { state: 'done'; fileSize: number; fileSha256: string; cutId: string | null }
  | { state: 'failed'; error: string }
  | { state: 'interrupted' }

const unfinished = ['queued', 'running'] as const
export const isUnfinished = ({ state }: Pick<Job, 'state'>): boolean => unfinished.some((one) => one === state)

const read = (row: StoredJob): Job => ({ ...row, params: JSON.parse(row.params) as unknown })

/** Puts the work in the queue. Asked again by the same person while it waits or runs, it is the same piece of work. */
export function askForJob(db: Database, job: NewJob, actor: Actor, now: number): Job {
  return immediately(db, (tx) => {
    const params = JSON.stringify(job.params)
    const same = tx
      .select()
      .from(jobs)
      .where(
        and(
          eq(jobs.projectId, job.projectId),
          eq(jobs.kind, job.kind),
          eq(jobs.params, params),
          eq(jobs.language, job.language),
          eq(jobs.askedBy, actor),
          inArray(jobs.state, unfinished),
        ),
      )
      .get()
    if (same) return read(same)
    const row = tx
      .insert(jobs)
      .values({ ...job, id: newId(), params, state: 'queued', askedBy: actor, askedAt: now })
      .returning()
      .get()
    note(tx, row, 'job.asked', actor, now)
    return read(row)
  })
}

/** The same work once more, for what came to nothing or is no longer kept. What waits, runs or is done stays as it is. */
export function askAgain(db: Database, job: Job, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    const row = tx
      .update(jobs)
      .set({
        state: 'queued',
        done: 0,
        total: 0,
        askedBy: actor,
        askedAt: now,
        startedAt: null,
        endedAt: null,
        fileSize: null,
        fileSha256: null,
        cutId: null,
        error: '',
      })
      .where(and(eq(jobs.id, job.id), inArray(jobs.state, ['failed', 'cancelled', 'interrupted', 'expired'])))
      .returning()
      .get()
    if (row) note(tx, row, 'job.asked', actor, now)
  })
}

/** Calls off what waits or runs; whoever is at it finds out by the row. @returns whether there was anything to call off */
export function cancelJob(db: Database, job: Job, actor: Actor, now: number): boolean {
  return immediately(db, (tx) => {
    const row = tx
      .update(jobs)
      .set({ state: 'cancelled', endedAt: now })
      .where(and(eq(jobs.id, job.id), inArray(jobs.state, unfinished)))
      .returning()
      .get()
    if (row) note(tx, row, 'job.cancelled', actor, now)
    return row !== undefined
  })
}

/** Takes the piece of work that has waited longest. */
export function claimNextJob(db: Database, now: number): Job | undefined {
  return immediately(db, (tx) => {
    const next = tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(eq(jobs.state, 'queued'))
      .orderBy(asc(jobs.askedAt), asc(jobs.id))
      .limit(1)
      .get()
    if (!next) return undefined
    const row = tx.update(jobs).set({ state: 'running', startedAt: now }).where(eq(jobs.id, next.id)).returning().get()
    return row && read(row)
  })
}

export function noteProgress(db: Database, id: string, done: number, total: number): void {
  db.update(jobs)
    .set({ done, total })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'running')))
    .run()
}

/** @returns false where the work was called off meanwhile: its file is then nobody's */
export function endJob(db: Database, id: string, end: JobEnd, now: number): boolean {
  return immediately(db, (tx) => {
    const row = tx
      .update(jobs)
      .set({ ...end, endedAt: now, ...(end.state === 'done' ? { done: sql`${jobs.total}` } : {}) })
      .where(and(eq(jobs.id, id), eq(jobs.state, 'running')))
      .returning()
      .get()
    if (row) note(tx, row, `job.${end.state}`, 'system', now, row.fileSha256 ? { sha256: row.fileSha256 } : {})
    return row !== undefined
  })
}

/** Lets go of files made before the time. @returns how many */
export function expireJobsBefore(db: Database, before: number): number {
  return db
    .update(jobs)
    .set({ state: 'expired' })
    .where(and(eq(jobs.state, 'done'), lt(jobs.endedAt, before)))
    .run().changes
}

/**
 * For whoever erases an answer: lets go of the project's files that may hold it, and ends the work under way, which may
 * have read it. A file of a cut's figures stays as the cut does.
 */
export function expireAnswersOf(tx: Database | Transaction, projectId: string, now: number): void {
  tx.update(jobs)
    .set({ state: 'expired' })
    .where(and(eq(jobs.state, 'done'), eq(jobs.projectId, projectId), isNull(jobs.cutId)))
    .run()
  tx.update(jobs)
    .set({ state: 'interrupted', endedAt: now })
    .where(and(eq(jobs.state, 'running'), eq(jobs.projectId, projectId)))
    .run()
}

/** A file of this job is not there, or is not what it was. */
export function expireJob(db: Database, id: string): void {
  db.update(jobs)
    .set({ state: 'expired' })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'done')))
    .run()
}

/** Somebody has taken the file away with them. */
export const recordDownload = (db: Database, job: Job, actor: Actor, now: number): void =>
  note(db, job, 'job.downloaded', actor, now, { sha256: job.fileSha256 ?? '' })

function note(
  db: Database | Transaction,
  job: Pick<Job, 'id' | 'projectId' | 'kind'>,
  action: string,
  actor: Actor,
  now: number,
  details: Readonly<Record<string, string>> = {},
): void {
  recordEvent(db, {
    at: now,
    actor,
    action,
    subject: `project:${job.projectId}`,
    details: { job: job.id, kind: job.kind, ...details },
  })
}

export function findJob(db: Database, id: string): Job | undefined {
  const row = db.select().from(jobs).where(eq(jobs.id, id)).get()
  return row && read(row)
}

/** Newest first. */
export function listJobs(db: Database, projectId: string, limit = 50): Job[] {
  return db
    .select()
    .from(jobs)
    .where(eq(jobs.projectId, projectId))
    .orderBy(desc(jobs.askedAt), desc(jobs.id))
    .limit(limit)
    .all()
    .map(read)
}

export const listJobIds = (db: Database, state: JobState): string[] =>
  db
    .select({ id: jobs.id })
    .from(jobs)
    .where(eq(jobs.state, state))
    .all()
    .map(({ id }) => id)
