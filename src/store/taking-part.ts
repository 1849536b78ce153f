// Who takes part, and which address of theirs counts: the conditions that every query of readers shares.
import { and, eq, isNull } from 'drizzle-orm'
import { participants, personAddresses, persons, responses } from './schema.ts'

export const takesPart = and(isNull(participants.withdrawnAt), isNull(participants.leftAt), isNull(persons.erasedAt))

/** Their answer is still hoped for. */
export const stillExpected = and(isNull(responses.id), takesPart)

/** Joins the address that letters go to now; a person without one has none. */
export const currentAddress = and(eq(personAddresses.personId, persons.id), isNull(personAddresses.validTo))

export interface Participation {
  erasedAt: number | null
  withdrawnAt: number | null
  leftAt: number | null
}

/** Why nobody writes to them any more; undefined where they take part. */
export function whyGone({ erasedAt, withdrawnAt, leftAt }: Participation): 'erased' | 'withdrawn' | 'left' | undefined {
  if (erasedAt !== null) return 'erased'
  if (withdrawnAt !== null) return 'withdrawn'
  return leftAt === null ? undefined : 'left'
}
