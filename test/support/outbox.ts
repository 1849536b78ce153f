// One letter at a time through the sender's own road.
import { eq } from 'drizzle-orm'
import type { Database } from '#store/database.ts'
import type { Ending } from '#store/ending.ts'
import { messages } from '#store/schema.ts'
import { type ClaimedLetter, type Exchange, exchangeLetters } from '#store/sending.ts'

export type Claim =
  | { outcome: 'letter'; letter: ClaimedLetter }
  /** Put aside instead of being claimed, and nothing else was due. */
  | { outcome: 'cancelled'; reason: string }
  | NonNullable<Exchange['rest']>

/** @param today the local day, YYYY-MM-DD */
export function claimNext(db: Database, now: number, today: string): Claim {
  const cancelled = () => db.select().from(messages).where(eq(messages.state, 'cancelled')).all()
  const before = new Set(cancelled().map(({ id }) => id))
  const { letters, rest } = exchangeLetters(db, [], 1, now, today)
  const [letter] = letters
  if (letter) {
    if ('notice' in letter) throw new Error('a letter about no wave was first')
    return { outcome: 'letter', letter }
  }
  const aside = cancelled().find(({ id }) => !before.has(id))
  if (aside) return { outcome: 'cancelled', reason: aside.outcome }
  if (!rest) throw new Error('neither a letter nor a reason')
  return rest
}

/** @throws Error where the letter is not being sent */
export function settle(db: Database, id: string, ending: Ending, now: number): void {
  exchangeLetters(db, [{ id, ending }], 0, now, '')
}
