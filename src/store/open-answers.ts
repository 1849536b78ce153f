// What is made of what people wrote: reviews, categories, codings, and what coders settled on. The answers themselves
// are only ever read. Names and addresses are not read at all, and nobody who delivers the project is.
import { and, asc, count, eq, inArray, ne, sql } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { isNotDelivering } from './delivering.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import {
  answerCategories,
  answerCategoryNames,
  answerCodings,
  answerResolutions,
  answerReviews,
  invitations,
  responses,
  seats,
  staff,
} from './schema.ts'

/** One answer in words, to one question of one response. */
export interface AnswerKey {
  responseId: string
  itemId: string
}

export type Verdict = (typeof answerReviews.$inferSelect)['verdict']

export interface Review {
  redacted: string
  verdict: Verdict
  reviewedAt: number
}

export interface Coding {
  coderId: string
  /** Ids of categories, merges followed. */
  categories: ReadonlySet<string>
  codedAt: number
}

export interface OpenAnswer extends AnswerKey {
  municipality: string
  /** As it was written. */
  text: string
  review: Review | null
  /** At most two, in the order of the coders' ids, so that first and second are the same all through. */
  codings: readonly Coding[]
  /** What the coders settled on where they differed. */
  resolution: { categories: ReadonlySet<string>; resolvedAt: number } | null
}

/** Two people code each answer. */
export const codersPerAnswer = 2

/** Every participant's answer in words to one question of a wave, in an order that tells nothing: that of the responses' random ids. */
export function listOpenAnswers(db: Database, waveId: string, itemId: string): OpenAnswer[] {
  const path = `$."${itemId}"`
  const rows = db
    .select({
      responseId: responses.id,
      municipality: seats.municipalityCode,
      text: sql<string>`json_extract(${responses.answers}, ${path})`,
      redacted: answerReviews.redacted,
      verdict: answerReviews.verdict,
      reviewedAt: answerReviews.reviewedAt,
      resolution: answerResolutions.categories,
      resolvedAt: answerResolutions.resolvedAt,
    })
    .from(responses)
    .innerJoin(invitations, eq(invitations.id, responses.invitationId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .leftJoin(answerReviews, and(eq(answerReviews.responseId, responses.id), eq(answerReviews.itemId, itemId)))
    .leftJoin(
      answerResolutions,
      and(eq(answerResolutions.responseId, responses.id), eq(answerResolutions.itemId, itemId)),
    )
    .where(
      and(
        eq(invitations.waveId, waveId),
        sql`json_type(${responses.answers}, ${path}) = 'text'`,
        isNotDelivering(db, waveId),
      ),
    )
    .orderBy(asc(responses.id))
    .all()
  const follow = mergesOf(db)
  const codings = codingsOf(db, waveId, itemId, follow)
  return rows.map(({ redacted, verdict, reviewedAt, resolution, resolvedAt, ...answer }) => ({
    ...answer,
    itemId,
    review: redacted !== null && verdict && reviewedAt !== null ? { redacted, verdict, reviewedAt } : null,
    codings: codings.get(answer.responseId) ?? [],
    resolution: resolution !== null && resolvedAt !== null ? { categories: follow(resolution), resolvedAt } : null,
  }))
}

function codingsOf(db: Database, waveId: string, itemId: string, follow: (stored: string) => Set<string>) {
  const rows = db
    .select({
      responseId: answerCodings.responseId,
      coderId: answerCodings.coderId,
      categories: answerCodings.categories,
      codedAt: answerCodings.codedAt,
    })
    .from(answerCodings)
    .innerJoin(responses, eq(responses.id, answerCodings.responseId))
    .innerJoin(invitations, eq(invitations.id, responses.invitationId))
    .where(and(eq(invitations.waveId, waveId), eq(answerCodings.itemId, itemId)))
    .orderBy(asc(answerCodings.coderId))
    .all()
  return Map.groupBy(
    rows.map(({ categories, ...coding }) => ({ ...coding, categories: follow(categories) })),
    ({ responseId }) => responseId,
  )
}

/** Reads a stored list of categories, each as what it has been merged into. */
function mergesOf(db: Database): (stored: string) => Set<string> {
  const rows = db.select({ id: answerCategories.id, into: answerCategories.mergedIntoId }).from(answerCategories).all()
  const next = new Map(rows.map(({ id, into }) => [id, into]))
  const last = (id: string): string => {
    const into = next.get(id)
    return into ? last(into) : id
  }
  return (stored) => new Set((JSON.parse(stored) as string[]).map(last))
}

/** How many answered a wave in each municipality, without those who deliver the project: as results count them. */
export function countAnsweredByMunicipality(db: Database, waveId: string): Map<string, number> {
  const rows = db
    .select({ municipality: seats.municipalityCode, people: count() })
    .from(responses)
    .innerJoin(invitations, eq(invitations.id, responses.invitationId))
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .where(and(eq(invitations.waveId, waveId), isNotDelivering(db, waveId)))
    .groupBy(seats.municipalityCode)
    .all()
  return new Map(rows.map(({ municipality, people }) => [municipality, people]))
}

/**
 * Keeps a review, new or in place of the one that was seen.
 * @param seen when the review was made that the reviewer had before them; null = there was none
 * @returns false where somebody else has reviewed it since, or the answer has been erased: nothing is kept then
 */
export function saveReview(
  db: Database,
  { responseId, itemId }: AnswerKey,
  review: { redacted: string; verdict: Verdict; seen: number | null },
  projectId: string,
  actor: Actor,
  now: number,
): boolean {
  return immediately(db, (tx) => {
    if (!isThere(tx, responseId)) return false
    const found = tx.select().from(answerReviews).where(isReviewOf({ responseId, itemId })).get()
    if ((found?.reviewedAt ?? null) !== review.seen) return false
    // Two reviews within a millisecond are still two.
    const reviewedAt = Math.max(now, (found?.reviewedAt ?? 0) + 1)
    const { redacted, verdict } = review
    const row = { redacted, verdict, reviewedBy: actor, reviewedAt }
    tx.insert(answerReviews)
      .values({ responseId, itemId, ...row })
      .onConflictDoUpdate({ target: [answerReviews.responseId, answerReviews.itemId], set: row })
      .run()
    const details = { response: responseId, item: itemId, verdict }
    recordEvent(tx, { at: now, actor, action: 'answer.reviewed', subject: `project:${projectId}`, details })
    return true
  })
}

const isReviewOf = ({ responseId, itemId }: AnswerKey) =>
  and(eq(answerReviews.responseId, responseId), eq(answerReviews.itemId, itemId))

const isThere = (tx: Transaction, responseId: string): boolean =>
  tx.select({ id: responses.id }).from(responses).where(eq(responses.id, responseId)).get() !== undefined

export type CodingRefusal = 'not_reviewed' | 'has_two_coders' | 'both_are_done'

/** Keeps a coder's categories; they may be changed until the second coder is done too. @returns why not, or undefined */
export function saveCoding(
  db: Database,
  { responseId, itemId }: AnswerKey,
  categories: readonly string[],
  coder: { staffId: string; projectId: string },
  now: number,
): CodingRefusal | undefined {
  return immediately(db, (tx) => {
    const review = tx.select().from(answerReviews).where(isReviewOf({ responseId, itemId })).get()
    if (!review) return 'not_reviewed'
    const others = tx
      .select({ coderId: answerCodings.coderId })
      .from(answerCodings)
      .where(
        and(
          eq(answerCodings.responseId, responseId),
          eq(answerCodings.itemId, itemId),
          ne(answerCodings.coderId, coder.staffId),
        ),
      )
      .all()
    if (others.length >= codersPerAnswer) return 'has_two_coders'
    const own = tx
      .select({ coderId: answerCodings.coderId })
      .from(answerCodings)
      .where(
        and(
          eq(answerCodings.responseId, responseId),
          eq(answerCodings.itemId, itemId),
          eq(answerCodings.coderId, coder.staffId),
        ),
      )
      .get()
    if (own && others.length === codersPerAnswer - 1) return 'both_are_done'
    const row = { categories: JSON.stringify([...new Set(categories)].sort()), codedAt: now }
    tx.insert(answerCodings)
      .values({ responseId, itemId, coderId: coder.staffId, ...row })
      .onConflictDoUpdate({
        target: [answerCodings.responseId, answerCodings.itemId, answerCodings.coderId],
        set: row,
      })
      .run()
    recordEvent(tx, {
      at: now,
      actor: `staff:${coder.staffId}`,
      action: 'answer.coded',
      subject: `project:${coder.projectId}`,
      details: { response: responseId, item: itemId },
    })
    return undefined
  })
}

/** Keeps what was settled on where two coders differed. @returns false where two have not coded it */
export function saveResolution(
  db: Database,
  { responseId, itemId }: AnswerKey,
  categories: readonly string[],
  projectId: string,
  actor: Actor,
  now: number,
): boolean {
  return immediately(db, (tx) => {
    const codings = tx
      .select({ coderId: answerCodings.coderId })
      .from(answerCodings)
      .where(and(eq(answerCodings.responseId, responseId), eq(answerCodings.itemId, itemId)))
      .all()
    if (codings.length < codersPerAnswer) return false
    const row = { categories: JSON.stringify([...new Set(categories)].sort()), resolvedBy: actor, resolvedAt: now }
    tx.insert(answerResolutions)
      .values({ responseId, itemId, ...row })
      .onConflictDoUpdate({ target: [answerResolutions.responseId, answerResolutions.itemId], set: row })
      .run()
    const details = { response: responseId, item: itemId }
    recordEvent(tx, { at: now, actor, action: 'answer.resolved', subject: `project:${projectId}`, details })
    return true
  })
}

/** All that was made of these people's answers, redacted texts first of all: before the responses themselves go. */
export function forgetOpenAnswers(tx: Transaction, invitationIds: readonly string[]): void {
  const theirs = tx
    .select({ id: responses.id })
    .from(responses)
    .where(inArray(responses.invitationId, [...invitationIds]))
  for (const table of [answerReviews, answerCodings, answerResolutions])
    tx.delete(table).where(inArray(table.responseId, theirs)).run()
}

// ── Categories ───────────────────────────────────────────────────────────────────────────────────────────────────

export interface CategoryText {
  name: string
  description: string
}

export interface Category extends CategoryText {
  id: string
  /** What it was called before, and what was merged into it, oldest first. */
  history: readonly { at: number; by: string | null; name: string; merged: boolean }[]
}

/** Those in use, by name in the order of the Swedish alphabet. */
export function listCategories(db: Database | Transaction, projectId: string): Category[] {
  const rows = db
    .select({
      id: answerCategories.id,
      into: answerCategories.mergedIntoId,
      name: answerCategoryNames.name,
      description: answerCategoryNames.description,
      at: answerCategoryNames.namedAt,
      by: staff.name,
    })
    .from(answerCategories)
    .innerJoin(answerCategoryNames, eq(answerCategoryNames.categoryId, answerCategories.id))
    .leftJoin(staff, eq(sql`'staff:' || ${staff.id}`, answerCategoryNames.namedBy))
    .where(eq(answerCategories.projectId, projectId))
    .orderBy(asc(answerCategoryNames.namedAt), asc(answerCategoryNames.ordinal))
    .all()
  const byId = Map.groupBy(rows, ({ id }) => id)
  const current = [...byId].flatMap(([id, names]) => {
    const last = names.at(-1)
    return last && last.into === null ? { id, name: last.name, description: last.description, names } : []
  })
  return current
    .map(({ id, name, description, names }) => ({
      id,
      name,
      description,
      history: [
        ...names.slice(0, -1).map((one) => ({ at: one.at, by: one.by, name: one.name, merged: false })),
        ...[...byId].flatMap(([other, theirs]) => {
          const last = theirs.at(-1)
          return last && other !== id && last.into === id
            ? { at: last.at, by: last.by, name: last.name, merged: true }
            : []
        }),
      ],
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}

/** @returns false where the project has a category of that name */
export function addCategory(db: Database, projectId: string, text: CategoryText, actor: Actor, now: number): boolean {
  return immediately(db, (tx) => {
    if (findNamesake(tx, projectId, text.name)) return false
    const id = newId()
    tx.insert(answerCategories).values({ id, projectId, createdAt: now }).run()
    tx.insert(answerCategoryNames)
      .values({ categoryId: id, ordinal: 1, ...text, namedAt: now, namedBy: actor })
      .run()
    noteCategory(tx, 'category.added', projectId, id, actor, now)
    return true
  })
}

/** A name or description of its own from now on; what it was called stays. @returns false as addCategory */
export function renameCategory(
  db: Database,
  projectId: string,
  id: string,
  text: CategoryText,
  actor: Actor,
  now: number,
): boolean {
  return immediately(db, (tx) => {
    const namesake = findNamesake(tx, projectId, text.name)
    if (namesake && namesake.id !== id) return false
    const names = tx.select().from(answerCategoryNames).where(eq(answerCategoryNames.categoryId, id)).all()
    const last = names.reduce((one, other) => (other.ordinal > one.ordinal ? other : one))
    if (last.name === text.name && last.description === text.description) return true
    tx.insert(answerCategoryNames)
      .values({ categoryId: id, ordinal: last.ordinal + 1, ...text, namedAt: now, namedBy: actor })
      .run()
    noteCategory(tx, 'category.renamed', projectId, id, actor, now)
    return true
  })
}

/** All that was and is put in one category counts as the other from now on. */
export function mergeCategory(
  db: Database,
  projectId: string,
  from: string,
  into: string,
  actor: Actor,
  now: number,
): void {
  immediately(db, (tx) => {
    const inUse = new Set(listCategories(tx, projectId).map(({ id }) => id))
    if (from === into || !inUse.has(from) || !inUse.has(into)) return
    tx.update(answerCategories).set({ mergedIntoId: into }).where(eq(answerCategories.id, from)).run()
    noteCategory(tx, 'category.merged', projectId, from, actor, now, { into })
  })
}

const findNamesake = (tx: Transaction, projectId: string, name: string): Category | undefined =>
  listCategories(tx, projectId).find((one) => sameName(one.name) === sameName(name))

const sameName = (name: string): string => name.normalize('NFC').toLocaleLowerCase('sv')

function noteCategory(
  tx: Transaction,
  action: string,
  projectId: string,
  category: string,
  actor: Actor,
  now: number,
  details: Readonly<Record<string, string>> = {},
): void {
  recordEvent(tx, { at: now, actor, action, subject: `project:${projectId}`, details: { category, ...details } })
}
