// The address of an account. Some browsers hand over malmö.se as it was typed and others as xn--malm-8qa.se: it is kept
// in one form, read in its own letters, and found whichever form it was kept in before.
import { desc, inArray, type SQL, sql } from 'drizzle-orm'
import { inOwnLetters } from '#intake/address.ts'
import { normaliseAddress } from './identity.ts'
import { staff } from './schema.ts'

/** As a new account keeps it. */
export const keptAddress = normaliseAddress

/** Whether a row has this address, in the form that is kept now or as some browser once sent it. */
export function hasAddress(email: string): SQL {
  const kept = keptAddress(email)
  const own = inOwnLetters(kept)
  return inArray(staff.email, [kept, own, own.normalize('NFD'), asTyped(email)])
}

/** Two rows of one address can be from before: the one in the form that was typed comes first, so both are reached. */
export const bestMatch = (email: string): SQL[] => [
  desc(sql`${staff.email} = ${asTyped(email)}`),
  desc(sql`${staff.email} = ${keptAddress(email)}`),
]

const asTyped = (email: string): string => email.trim().toLowerCase()

/** The row as people read it. */
export const withReadableAddress = <T extends { email: string }>(row: T): T => ({
  ...row,
  email: inOwnLetters(row.email),
})
