// What has been typed and not yet sent in. Saved page by page; two devices writing different pages lose nothing.
import { eq } from 'drizzle-orm'
import type { Answer, Answers } from '#survey/answer.ts'
import type { Language } from '#survey/questionnaire.ts'
import type { Database } from './database.ts'
import { drafts } from './schema.ts'

/** Makes an empty draft; where one is there it stays as it is. */
export function startDraft(db: Database, invitationId: string, language: Language, now: number): void {
  db.insert(drafts)
    .values({ invitationId, language, answers: '{}', startedAt: now, savedAt: now })
    .onConflictDoNothing()
    .run()
}

/**
 * Puts the answers of some items in place of what was there for those items, and leaves all other items alone.
 * An item of `items` without an answer was emptied by the participant.
 */
export function saveDraft(
  db: Database,
  invitationId: string,
  save: { items: readonly string[]; answers: Answers; language: Language },
  now: number,
): Answers {
  return db.transaction(
    (tx) => {
      const row = tx.select({ answers: drafts.answers }).from(drafts).where(eq(drafts.invitationId, invitationId)).get()
      const answers: Record<string, Answer> = row ? JSON.parse(row.answers) : {}
      for (const item of save.items) {
        const answer = save.answers[item]
        if (answer === undefined) delete answers[item]
        else answers[item] = answer
      }
      const stored = { answers: JSON.stringify(answers), language: save.language, savedAt: now }
      tx.insert(drafts)
        .values({ invitationId, startedAt: now, ...stored })
        .onConflictDoUpdate({ target: drafts.invitationId, set: stored })
        .run()
      return answers
    },
    { behavior: 'immediate' },
  )
}
