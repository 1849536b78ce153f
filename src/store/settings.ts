// Single facts of this database.
import { eq } from 'drizzle-orm'
import { Problem } from '#errors.ts'
import type { Database, Transaction } from './database.ts'
import type { Identity } from './identity.ts'
import { given, preparedOnce } from './prepared.ts'
import { settings } from './schema.ts'

const selection = preparedOnce((db: Database | Transaction) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, given('key')))
    .prepare(),
)

export function findSetting(db: Database | Transaction, key: string): string | undefined {
  return selection(db).get({ key })?.value
}

export function writeSetting(db: Database | Transaction, key: string, value: string): void {
  db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run()
}

export function clearSetting(db: Database | Transaction, key: string): void {
  db.delete(settings).where(eq(settings.key, key)).run()
}

/**
 * Ties the database to its identity key at first use, and checks it ever after.
 * @throws Problem 'key_differs' where the key is not the one the names were sealed with
 */
export function checkIdentity(db: Database, identity: Identity): void {
  const known = findSetting(db, 'identity_fingerprint')
  if (known === undefined) writeSetting(db, 'identity_fingerprint', identity.fingerprint)
  else if (known !== identity.fingerprint)
    throw new Problem('key_differs', { expected: known, found: identity.fingerprint })
}
