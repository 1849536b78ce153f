// What participants are told of how their answers are handled, edition by edition.
import { desc, eq } from 'drizzle-orm'
import { type Database, immediately } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { given, preparedOnce } from './prepared.ts'
import { remembered } from './remembered.ts'
import { informationEditions } from './schema.ts'

export type InformationEdition = typeof informationEditions.$inferSelect
export type LegalBasis = InformationEdition['legalBasis']

/** In the order of the form. */
export const legalBases = ['legitimate_interest', 'public_interest', 'consent'] as const satisfies readonly LegalBasis[]

export type InformationText = Pick<InformationEdition, 'origin' | 'legalBasis' | 'bodySv' | 'bodyEn'>

/** The edition made last; undefined where nobody has begun to answer, and staff have written none. */
export const findInformation = (db: Database, projectId: string): InformationEdition | undefined =>
  findLast(db, projectId)?.last

/** That there is none is remembered too. */
const findLast = remembered({
  name: 'information',
  keys: [informationEditions.projectId],
  read: (db, projectId) => ({ last: lastEdition(db).get({ projectId }) }),
  most: 1000,
})

const lastEdition = preparedOnce((db: Database) =>
  db
    .select()
    .from(informationEditions)
    .where(eq(informationEditions.projectId, given('projectId')))
    .orderBy(desc(informationEditions.version))
    .limit(1)
    .prepare(),
)

/** Newest first. */
export const listInformation = (db: Database, projectId: string): InformationEdition[] =>
  db
    .select()
    .from(informationEditions)
    .where(eq(informationEditions.projectId, projectId))
    .orderBy(desc(informationEditions.version))
    .all()

const parts = ['origin', 'legalBasis', 'bodySv', 'bodyEn'] as const satisfies readonly (keyof InformationText)[]
export const saysSame = (one: InformationText, other: InformationText): boolean =>
  parts.every((part) => one[part] === other[part])

/**
 * Keeps the text as a new edition, unless it is what the last one says.
 * @returns the version that says it, from 1
 */
export function keepInformation(
  db: Database,
  projectId: string,
  { origin, legalBasis, bodySv, bodyEn }: InformationText,
  actor: Actor,
  now: number,
): { version: number; isNew: boolean } {
  const text = { origin, legalBasis, bodySv, bodyEn }
  const known = findInformation(db, projectId)
  if (known && saysSame(known, text)) return { version: known.version, isNew: false }
  return immediately(db, (tx) => {
    const last = findInformation(db, projectId)
    if (last && saysSame(last, text)) return { version: last.version, isNew: false }
    const version = 1 + (last?.version ?? 0)
    tx.insert(informationEditions)
      .values({ projectId, version, ...text, madeAt: now, madeBy: actor })
      .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'information.written',
      subject: `project:${projectId}`,
      details: { version, origin, legalBasis },
    })
    return { version, isNew: true }
  })
}
