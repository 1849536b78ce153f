// Every unit that any project of this database has.
import { asc } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { Municipality } from './projects.ts'
import { municipalities } from './schema.ts'

/** By code. A code means the same unit in every project. */
export function listKnownUnits(db: Database): Municipality[] {
  return db.select().from(municipalities).orderBy(asc(municipalities.code)).all()
}
