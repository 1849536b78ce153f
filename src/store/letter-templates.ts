// What letters say in a project's own words, edition by edition. Where nobody has written any, the standard text stands.
import { desc, eq } from 'drizzle-orm'
import { type Database, immediately } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { remembered } from './remembered.ts'
import { letterTemplates } from './schema.ts'

export type LetterTemplate = typeof letterTemplates.$inferSelect
export type OwnWords = { subject: string; body: string }

/** Which letter it is. */
export type TemplateKey = Pick<LetterTemplate, 'projectId' | 'kind' | 'language'>

/** The edition written last; undefined where there is none. */
export const findLetterTemplate = (
  db: Database,
  { projectId, kind, language }: TemplateKey,
): LetterTemplate | undefined =>
  lastEditions(db, projectId)?.find((one) => one.kind === kind && one.language === language)

/** Newest first. Every letter asks, and hardly ever has anybody written one. */
const lastEditions = remembered({
  name: 'letter_templates',
  keys: [letterTemplates.projectId],
  read: (db, projectId) => listLetterTemplates(db, projectId),
  most: 100,
})

/** The project's own words; undefined where the standard text stands. */
export function findOwnWords(db: Database, key: TemplateKey): OwnWords | undefined {
  const { subject = null, body = null } = findLetterTemplate(db, key) ?? {}
  return subject === null || body === null ? undefined : { subject, body }
}

/** Every edition of every letter of a project, newest first. */
export const listLetterTemplates = (db: Database, projectId: string): LetterTemplate[] =>
  db
    .select()
    .from(letterTemplates)
    .where(eq(letterTemplates.projectId, projectId))
    .orderBy(desc(letterTemplates.version))
    .all()

/**
 * Keeps the words as a new edition, unless they are what stands. Only words without faults are to be kept.
 * @param words undefined = back to the standard text
 * @param basedOn the edition that its writer had before them; 0 = none
 * @returns 'conflict' where somebody else has written one since, and nothing has changed
 */
export function keepLetterTemplate(
  db: Database,
  key: TemplateKey,
  words: OwnWords | undefined,
  basedOn: number,
  actor: Actor,
  now: number,
): 'kept' | 'unchanged' | 'conflict' {
  return immediately(db, (tx) => {
    const last = findLetterTemplate(db, key)
    const { subject, body } = words ?? { subject: null, body: null }
    if ((last?.subject ?? null) === subject && (last?.body ?? null) === body) return 'unchanged'
    if ((last?.version ?? 0) !== basedOn) return 'conflict'
    const version = basedOn + 1
    tx.insert(letterTemplates)
      .values({ ...key, version, subject, body, writtenAt: now, writtenBy: actor })
      .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'letter_template.written',
      subject: `project:${key.projectId}`,
      details: { kind: key.kind, language: key.language, version, origin: words ? 'own' : 'standard' },
    })
    return 'kept'
  })
}
