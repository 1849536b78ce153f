// What has been typed and not yet sent in. Saved item by item, so that windows and devices side by side lose nothing:
// whoever says something else about the same item last is believed, and told so.
import { hash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Answer, Answers } from '#survey/answer.ts'
import type { AnsweringLanguage } from '#survey/languages.ts'
import type { Database } from './database.ts'
import { findProgress } from './invitations.ts'
import { given, preparedOnce } from './prepared.ts'
import { drafts } from './schema.ts'

/**
 * Of one item of a draft: when it was saved, in which language it was read, from which opening of its page, and as which
 * of the times that this opening was sent; left out = the first. A page that has been passed has one, too.
 */
type Mark = readonly [savedAt: number, language: AnsweringLanguage, opening: number, turn?: number]
type Marks = Record<string, Mark>

/** One form as it was sent: what it says now, and what it said when it was opened. */
export interface DraftSave {
  /** Items that the form holds; one of them without an answer was emptied by the participant. */
  items: readonly string[]
  answers: Answers
  language: AnsweringLanguage
  /** When the page was opened, which tells one opening from another; left out = not known. */
  opening?: number | undefined
  /** How often the same opening had been sent before: what arrives late replaces nothing of what was sent after it. */
  turn?: number | undefined
  /** Item id → `printOf` what the form held when it was opened; left out = not known. */
  before?: Readonly<Record<string, string>> | undefined
  /** Id of the page, where the form was sent to go on to the next one; left out = saved while it was being filled in. */
  passed?: string | undefined
}

export interface Saved {
  answers: Answers
  /** Items that had meanwhile been answered otherwise from another window, and now say what this form says. */
  replaced: string[]
}

/**
 * Makes an empty draft, or notes in which language it goes on; what has been answered stays as it is.
 * @param informationVersion the edition that was shown; null = as before
 */
export function startDraft(
  db: Database,
  invitationId: string,
  language: AnsweringLanguage,
  now: number,
  informationVersion: number | null = null,
): void {
  preparedFor(db).start.run({ invitationId, language, informationVersion, now })
}

/**
 * Puts the answers of some items in place of what was there for those items, and leaves all other items alone. So does
 * an item that the form does not change, where another window has. What it reads must still hold when it writes: it is
 * called within a transaction.
 */
export function saveDraft(db: Database, invitationId: string, save: DraftSave, now: number): Saved {
  const draft = findProgress(db, invitationId)?.draft
  const answers: Record<string, Answer> = { ...draft?.answers }
  const marks: Record<string, Mark> = {}
  const replaced: string[] = []
  const seen = [now, save.language, save.opening ?? 0] as const
  const mark: Mark = save.turn ? [...seen, save.turn] : seen
  const before = draft ? (JSON.parse(draft.marks) as Marks) : {}
  const inTime = save.items.filter((item) => !isLate(mark, before[item]))
  for (const item of inTime) {
    const said = save.answers[item]
    // Said again, and no news to other windows.
    if (isSame(said, answers[item]) && before[item]) continue
    if (isFromElsewhere(item, before[item], draft?.answers ?? {}, save)) {
      if (printOf(said) === save.before?.[item]) continue
      replaced.push(item)
    }
    if (said === undefined) delete answers[item]
    else answers[item] = said
    marks[item] = mark
  }
  if (save.passed) marks[markOf(save.passed)] = mark
  preparedFor(db).save.run({
    invitationId,
    answers: JSON.stringify(answers),
    marks: JSON.stringify(marks),
    // A language that was left before this arrived is not gone back to.
    language: draft && inTime.length < save.items.length ? draft.language : save.language,
    now,
  })
  return { answers, replaced }
}

/** No item's id has a space in it. */
const pageMark = 'page '
const markOf = (page: string): string => pageMark + page

/**
 * Whether somebody has gone on from the page. The marks are a long text, and are not parsed for each page that is shown.
 * @param marks as stored with the draft
 * @param page its id
 */
export const isPassed = (marks: string, page: string): boolean => marks.includes(`"${markOf(page)}":`)

const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** A form that was held up on its way, while a later sending of the same opening was not. */
const isLate = ([, , opening, turn = 0]: Mark, stored: Mark | undefined): boolean =>
  stored !== undefined && stored[2] === opening && turn < (stored[3] ?? 0)

/**
 * Whether another opening of the page has said something of the item since this one was opened: something else than it
 * showed, or the same again after something else.
 */
function isFromElsewhere(item: string, stored: Mark | undefined, answers: Answers, save: DraftSave): boolean {
  if (!save.before || !stored || stored[2] === save.opening) return false
  return stored[0] > (save.opening ?? 0) || printOf(answers[item]) !== (save.before[item] ?? '')
}

/** A few letters that tell one answer from another; nothing where there is none. */
export const printOf = (answer: Answer | undefined): string =>
  answer === undefined ? '' : hash('sha256', JSON.stringify(answer), 'base64url').slice(0, 8)

/** The items read in another language than the draft's last one. @param marks as stored with the draft */
export function otherLanguages(marks: string, language: AnsweringLanguage): Record<string, AnsweringLanguage> {
  const read = Object.entries(JSON.parse(marks) as Marks).map(([key, mark]) => [key, mark[1]] as const)
  return Object.fromEntries(read.filter(([key, seen]) => !key.startsWith(pageMark) && seen !== language))
}

const preparedFor = preparedOnce((db: Database) => {
  const stored = {
    answers: sql`excluded.answers`,
    // Those of the items that this form does not hold stay.
    marks: sql`json_patch(${drafts.marks}, excluded.marks)`,
    language: sql`excluded.language`,
    savedAt: sql`excluded.saved_at`,
  }
  const shown = {
    language: given('language'),
    informationVersion: sql`coalesce(${given('informationVersion')}, ${drafts.informationVersion})`,
  }
  return {
    start: db
      .insert(drafts)
      .values({
        invitationId: given('invitationId'),
        answers: '{}',
        startedAt: given('now'),
        savedAt: given('now'),
        language: given('language'),
        informationVersion: given('informationVersion'),
      })
      .onConflictDoUpdate({ target: drafts.invitationId, set: shown })
      .prepare(),
    save: db
      .insert(drafts)
      .values({
        invitationId: given('invitationId'),
        answers: given('answers'),
        marks: given('marks'),
        startedAt: given('now'),
        savedAt: given('now'),
        language: given('language'),
      })
      .onConflictDoUpdate({ target: drafts.invitationId, set: stored })
      .prepare(),
  }
})
