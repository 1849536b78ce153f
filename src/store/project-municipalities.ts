// The municipalities of a project that has begun: others join, and one that was mistyped goes before anybody sits in it.
import { and, eq, exists, notExists, or, sql } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { addMunicipalities, listMunicipalities, type Municipality, type Project } from './projects.ts'
import { grants, municipalities, programmeMunicipalities, projectMunicipalities, projects, seats } from './schema.ts'

export interface ProjectUnit extends Municipality {
  /** Nobody has a seat in it, and no account stands for it: it can be taken away. */
  isFree: boolean
}

/** By code. */
export function listProjectUnits(db: Database | Transaction, projectId: string): ProjectUnit[] {
  const taken = new Set(
    db
      .select({ code: projectMunicipalities.municipalityCode })
      .from(projectMunicipalities)
      .where(and(eq(projectMunicipalities.projectId, projectId), isTaken(db)))
      .all()
      .map(({ code }) => code),
  )
  return listMunicipalities(db, projectId).map((unit) => ({ ...unit, isFree: !taken.has(unit.code) }))
}

/** What is asked of rows that only need to be there. */
const one = { one: sql<1>`1` }

/** Somebody sits in the unit, or stands for it, in the project of the row. */
const isTaken = (db: Database | Transaction) => {
  const { projectId, municipalityCode } = projectMunicipalities
  return or(
    exists(
      db
        .select(one)
        .from(seats)
        .where(and(eq(seats.projectId, projectId), eq(seats.municipalityCode, municipalityCode))),
    ),
    exists(
      db
        .select(one)
        .from(grants)
        .where(and(eq(grants.projectId, projectId), eq(grants.municipalityCode, municipalityCode))),
    ),
  )
}

/**
 * Takes away those of `removed` that are free and not named in `added` too, and adds the units that the project does
 * not have. One always stays.
 * @param removed codes
 * @returns how many were added and taken away
 */
export function changeMunicipalities(
  db: Database,
  project: Project,
  { added, removed }: { added: readonly Municipality[]; removed: readonly string[] },
  actor: Actor,
  now: number,
): { added: number; removed: number } {
  return immediately(db, (tx) => {
    const before = listProjectUnits(tx, project.id)
    const joining = added.filter(({ code }) => before.every((unit) => unit.code !== code))
    const named = new Set(added.map(({ code }) => code))
    const leaving = before.filter(({ code, isFree }) => isFree && removed.includes(code) && !named.has(code))
    const going = joining.length + before.length > leaving.length ? leaving : []
    for (const { code } of going) removeMunicipality(tx, project, code)
    addMunicipalities(tx, project, joining)
    const changes = { added: joining.length, removed: going.length }
    if (changes.added + changes.removed > 0)
      recordEvent(tx, {
        at: now,
        actor,
        action: 'project.municipalities_changed',
        subject: `project:${project.id}`,
        details: changes,
      })
    return changes
  })
}

/** From the project, from its programme where no other project of it has the unit, and for good where none at all has. */
function removeMunicipality(tx: Transaction, { id, programmeId }: Project, code: string): void {
  const unit = projectMunicipalities.municipalityCode
  const ofProgramme = programmeMunicipalities.municipalityCode
  tx.delete(projectMunicipalities)
    .where(and(eq(projectMunicipalities.projectId, id), eq(unit, code)))
    .run()
  tx.delete(programmeMunicipalities)
    .where(
      and(
        eq(programmeMunicipalities.programmeId, programmeId),
        eq(ofProgramme, code),
        notExists(
          tx
            .select(one)
            .from(projectMunicipalities)
            .innerJoin(projects, eq(projects.id, projectMunicipalities.projectId))
            .where(and(eq(projects.programmeId, programmeId), eq(unit, code))),
        ),
      ),
    )
    .run()
  tx.delete(municipalities)
    .where(
      and(
        eq(municipalities.code, code),
        notExists(tx.select(one).from(projectMunicipalities).where(eq(unit, code))),
        notExists(tx.select(one).from(programmeMunicipalities).where(eq(ofProgramme, code))),
      ),
    )
    .run()
}
