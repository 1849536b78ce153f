// Programmes, their municipalities, and the projects that run in them.
import { asc, count, eq, inArray } from 'drizzle-orm'
import { foldName } from '#intake/lookups.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import { municipalities, programmeMunicipalities, programmes, projectMunicipalities, projects } from './schema.ts'

export interface Municipality {
  code: string
  name: string
  countyCode: string
}
export type Project = typeof projects.$inferSelect

export interface NewProject {
  /** Known by its name: the id is a wish, for where the name is new. */
  programme: { id: string; nameSv: string; nameEn: string }
  slug: string
  nameSv: string
  nameEn: string
  aboutSv?: string
  aboutEn?: string
  organisation: string
  contactEmail: string
  isDemo?: boolean
  municipalities: readonly Municipality[]
}

/** A programme and its municipalities, also before any project runs in it. What is there already stays as it is. */
export function addProgramme(db: Database, programme: NewProject['programme'], units: readonly Municipality[]): void {
  db.insert(programmes).values(programme).onConflictDoNothing().run()
  for (const unit of units) {
    db.insert(municipalities).values(unit).onConflictDoNothing().run()
    db.insert(programmeMunicipalities)
      .values({ programmeId: programme.id, municipalityCode: unit.code })
      .onConflictDoNothing()
      .run()
  }
}

/** A project with its municipalities; programme and municipalities are added where they are new. */
export function createProject(db: Database, project: NewProject, actor: Actor, now: number): Project {
  return immediately(db, (tx) => {
    const id = newId()
    const programmeId = findOrAddProgramme(tx, project.programme)
    const row = tx
      .insert(projects)
      .values({
        id,
        programmeId,
        slug: project.slug,
        nameSv: project.nameSv,
        nameEn: project.nameEn,
        aboutSv: project.aboutSv ?? '',
        aboutEn: project.aboutEn ?? '',
        organisation: project.organisation,
        contactEmail: project.contactEmail,
        isDemo: project.isDemo ?? false,
        createdAt: now,
      })
      .returning()
      .get()
    addMunicipalities(tx, row, project.municipalities)
    recordEvent(tx, {
      at: now,
      actor,
      action: 'project.created',
      subject: `project:${id}`,
      details: { municipalities: project.municipalities.length },
    })
    return row
  })
}

/** A programme is its name, in either language; what two ids have in common tells nothing. @returns its id */
function findOrAddProgramme(tx: Transaction, wanted: NewProject['programme']): string {
  const known = tx.select().from(programmes).all()
  const name = foldName(wanted.nameSv)
  const same = known.filter(({ nameSv, nameEn }) => foldName(nameSv) === name || foldName(nameEn) === name)
  const found = same.find(({ id }) => id === wanted.id) ?? same[0]
  if (found) return found.id
  let id = wanted.id
  for (let number = 2; known.some((one) => one.id === id); number += 1) id = `${wanted.id}-${number}`
  tx.insert(programmes)
    .values({ ...wanted, id })
    .run()
  return id
}

/** What a project is called, who asks, and what is said about it: all that may be mistyped and mended. */
export type ProjectTexts = Pick<Project, 'nameSv' | 'nameEn' | 'aboutSv' | 'aboutEn' | 'organisation' | 'contactEmail'>

/** The address of its pages stays, whatever it is called. @returns false where nothing would change */
export function changeProject(db: Database, project: Project, texts: ProjectTexts, actor: Actor, now: number): boolean {
  const { nameSv, nameEn, aboutSv, aboutEn, organisation, contactEmail } = texts
  const changes = { nameSv, nameEn, aboutSv, aboutEn, organisation, contactEmail }
  const changed = (Object.keys(changes) as (keyof ProjectTexts)[]).filter((text) => changes[text] !== project[text])
  if (changed.length === 0) return false
  db.transaction((tx) => {
    tx.update(projects).set(changes).where(eq(projects.id, project.id)).run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'project.changed',
      subject: `project:${project.id}`,
      details: { texts: changed.join(' ') },
    })
  })
  return true
}

/**
 * Fewest people of whom a figure is shown. Editions made with another number stand, and are compared with the larger.
 * @returns false where nothing would change
 * @throws RangeError under five
 */
export function changeSmallestGroup(
  db: Database,
  project: Project,
  people: number,
  actor: Actor,
  now: number,
): boolean {
  if (!(Number.isInteger(people) && people >= 5))
    throw new RangeError('changeSmallestGroup requires five people or more')
  if (people === project.smallestGroup) return false
  db.transaction((tx) => {
    tx.update(projects).set({ smallestGroup: people }).where(eq(projects.id, project.id)).run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'project.smallest_group_changed',
      subject: `project:${project.id}`,
      details: { before: project.smallestGroup, after: people },
    })
  })
  return true
}

/** Whether those who have answered may see what was published last. @returns false where nothing would change */
export function changeFeedback(db: Database, project: Project, shows: boolean, actor: Actor, now: number): boolean {
  if (shows === project.showsFeedback) return false
  db.transaction((tx) => {
    tx.update(projects).set({ showsFeedback: shows }).where(eq(projects.id, project.id)).run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'project.feedback_changed',
      subject: `project:${project.id}`,
      details: { shows: Number(shows) },
    })
  })
  return true
}

/** Whether those who have answered are thanked by letter. @returns false where nothing would change */
export function changeThanks(db: Database, project: Project, thanks: boolean, actor: Actor, now: number): boolean {
  if (thanks === project.sendsThanks) return false
  db.transaction((tx) => {
    tx.update(projects).set({ sendsThanks: thanks }).where(eq(projects.id, project.id)).run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'project.thanks_changed',
      subject: `project:${project.id}`,
      details: { thanks: Number(thanks) },
    })
  })
  return true
}

/** Adds units to a project and its programme; those already there are left as they are. */
export function addMunicipalities(tx: Database | Transaction, project: Project, units: readonly Municipality[]): void {
  for (const unit of units) {
    tx.insert(municipalities).values(unit).onConflictDoNothing().run()
    tx.insert(programmeMunicipalities)
      .values({ programmeId: project.programmeId, municipalityCode: unit.code })
      .onConflictDoNothing()
      .run()
    tx.insert(projectMunicipalities)
      .values({ projectId: project.id, municipalityCode: unit.code })
      .onConflictDoNothing()
      .run()
  }
}

/** Fewest people of whom a figure of the project is shown, five or more. @throws Error without such a project */
export function getSmallestGroup(db: Database, projectId: string): number {
  const row = db.select({ people: projects.smallestGroup }).from(projects).where(eq(projects.id, projectId)).get()
  if (!row) throw new Error(`getSmallestGroup requires a project ${projectId}`)
  return row.people
}

export function findProject(db: Database, slug: string): Project | undefined {
  return db.select().from(projects).where(eq(projects.slug, slug)).get()
}

/** The projects with these ids, or all of them. */
export function listProjects(db: Database, ids: readonly string[] | 'all'): Project[] {
  const query = db.select().from(projects)
  return (ids === 'all' ? query : query.where(inArray(projects.id, [...ids]))).orderBy(asc(projects.createdAt)).all()
}

/** Whom participants write to, in any project: each organisation and address once. */
export function listContacts(db: Database): { organisation: string; email: string }[] {
  return db
    .selectDistinct({ organisation: projects.organisation, email: projects.contactEmail })
    .from(projects)
    .orderBy(asc(projects.organisation), asc(projects.contactEmail))
    .all()
}

export function countProjects(db: Database): number {
  return db.select({ n: count() }).from(projects).get()?.n ?? 0
}

/** By code, the order that results keep: never by value. */
export function listMunicipalities(db: Database | Transaction, projectId: string): Municipality[] {
  return db
    .select({ code: municipalities.code, name: municipalities.name, countyCode: municipalities.countyCode })
    .from(projectMunicipalities)
    .innerJoin(municipalities, eq(municipalities.code, projectMunicipalities.municipalityCode))
    .where(eq(projectMunicipalities.projectId, projectId))
    .orderBy(asc(municipalities.code))
    .all()
}
