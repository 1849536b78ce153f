// The people who run a project: accounts, what each may do, and where.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Grant } from '#access.ts'
import type { Database, Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { fewAtATime } from './few-at-a-time.ts'
import { newId } from './ids.ts'
import { grants, staff } from './schema.ts'
import { bestMatch, hasAddress, keptAddress, withReadableAddress } from './staff-address.ts'

export type Staff = Omit<typeof staff.$inferSelect, 'passwordHash'> & { grants: Grant[] }

// Two of the four threads that files, compression and names of hosts wait for too; a second's work in line.
const derive = fewAtATime(promisify(argon2), { atOnce: 2, inLine: 40 })
// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const

const hashWith = (password: string, salt: Buffer): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFC'), nonce: salt, tagLength: 32, ...cost })

/** Stands where a hash would: no password matches it, and trying takes as long as any other. */
export const noPassword = 'none'

/** "argon2id$19456$2$1$<salt>$<hash>". */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await hashWith(password, salt)
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    cost.parallelism,
    salt.toString('base64'),
    hash.toString('base64'),
  ].join('$')
}

async function matches(password: string, stored: string): Promise<boolean> {
  const [, , , , salt = '', hash = ''] = stored.split('$')
  const expected = Buffer.from(hash, 'base64')
  const found = await hashWith(password, Buffer.from(salt, 'base64'))
  return expected.length === found.length && timingSafeEqual(expected, found)
}

// An address nobody has costs as much time as one somebody has.
const nobody = await hashPassword(randomBytes(16).toString('hex'))

/** The active account with this address and password. Takes equally long whether or not the address is known. */
export async function authenticate(db: Database, email: string, password: string): Promise<Staff | undefined> {
  const row = db
    .select()
    .from(staff)
    .where(and(hasAddress(email), isNull(staff.deactivatedAt)))
    .orderBy(...bestMatch(email))
    .get()
  const stored = row && row.passwordHash !== noPassword ? row.passwordHash : undefined
  const right = await matches(password, stored ?? nobody)
  return row && stored !== undefined && right ? getStaff(db, row.id) : undefined
}

export interface NewStaff {
  email: string
  name: string
  passwordHash: string
  language: 'sv' | 'en'
  grants: readonly Grant[]
}

export function addStaff(db: Database, account: NewStaff, actor: Actor, now: number): Staff {
  const id = newId()
  db.transaction((tx) => {
    tx.insert(staff)
      .values({
        id,
        email: keptAddress(account.email),
        name: account.name,
        passwordHash: account.passwordHash,
        language: account.language,
        createdAt: now,
      })
      .run()
    for (const grant of account.grants)
      tx.insert(grants)
        .values({ staffId: id, ...grant })
        .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'staff.added',
      subject: `staff:${id}`,
      details: { roles: account.grants.map((grant) => grant.role).join(' ') },
    })
  })
  return getStaff(db, id)
}

export function findStaff(db: Database, id: string): Staff | undefined {
  const row = db
    .select()
    .from(staff)
    .where(and(eq(staff.id, id), isNull(staff.deactivatedAt)))
    .get()
  if (!row) return undefined
  const { passwordHash: _, ...account } = row
  return { ...withReadableAddress(account), grants: grantsOf(db, id) }
}

/** What an account may do, closed or not. */
export function grantsOf(db: Database | Transaction, staffId: string): Grant[] {
  return db
    .select({ role: grants.role, projectId: grants.projectId, municipalityCode: grants.municipalityCode })
    .from(grants)
    .where(eq(grants.staffId, staffId))
    .all()
}

function getStaff(db: Database, id: string): Staff {
  const found = findStaff(db, id)
  if (!found) throw new Error(`no active account ${id}`)
  return found
}

export function countStaff(db: Database): number {
  return db.select({ n: count() }).from(staff).get()?.n ?? 0
}
