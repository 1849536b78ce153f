// The addresses of a project's participants as they are kept, looked at once more before a mailing: an import warned, and
// registers grow old.
import { and, eq } from 'drizzle-orm'
import { checkAddress } from '#intake/address.ts'
import { maskAddress } from './contacts.ts'
import type { Database } from './database.ts'
import type { Identity } from './identity.ts'
import { participants, personAddresses, persons } from './schema.ts'
import { currentAddress, takesPart } from './taking-part.ts'

export interface ReaderAddresses {
  people: number
  /** How many have none. */
  none: number
  /** Masked: addresses that no letter can be sent to, that many read, and that look like another domain. */
  bad: string[]
  shared: string[]
  mixedLetters: string[]
  /** Most people with an address in one domain. */
  mostInOneDomain: number
}

/** Of everybody who would be invited now. */
export function lookAtAddresses(db: Database, identity: Identity, projectId: string): ReaderAddresses {
  const found: ReaderAddresses = { people: 0, none: 0, bad: [], shared: [], mixedLetters: [], mostInOneDomain: 0 }
  const inDomain = new Map<string, number>()
  const rows = db
    .select({ sealed: personAddresses.addressSealed })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .leftJoin(personAddresses, currentAddress)
    .where(and(eq(participants.projectId, projectId), takesPart))
    .all()
  for (const { sealed } of rows) {
    found.people += 1
    if (sealed === null) found.none += 1
    else {
      const kept = identity.open(sealed)
      const check = checkAddress(kept)
      if (!check.ok) found.bad.push(maskAddress(kept))
      else if (check.mixedLetters) found.mixedLetters.push(maskAddress(kept))
      else if (check.shared) found.shared.push(maskAddress(kept))
      const domain = kept.slice(kept.lastIndexOf('@') + 1).toLowerCase()
      inDomain.set(domain, (inDomain.get(domain) ?? 0) + 1)
    }
  }
  return { ...found, mostInOneDomain: Math.max(0, ...inDomain.values()) }
}
