// Reports: their texts and facts, of which every edition is kept. Whoever saves says which edition they had before
// them; where somebody else has saved since, nothing is written and both texts are there to be joined.
import { and, asc, desc, eq, max } from 'drizzle-orm'
import { Problem } from '#errors.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId } from './ids.ts'
import { reportFacts, reportLogos, reportSections, reports } from './schema.ts'

export type Report = typeof reports.$inferSelect
export type ReportSection = Omit<typeof reportSections.$inferSelect, 'sources'> & { sources: string[] }
export type FactTopic = typeof reportFacts.$inferSelect.topic
export type ReportFact = Omit<typeof reportFacts.$inferSelect, 'content'> & { content: unknown }
export type ReportLogo = typeof reportLogos.$inferSelect

/** A new report begins with the facts of the one before it. */
export function createReport(
  db: Database,
  report: Pick<Report, 'projectId' | 'kind' | 'cutId'>,
  facts: Readonly<Partial<Record<FactTopic, unknown>>>,
  actor: Actor,
  now: number,
): Report {
  return db.transaction((tx) => {
    const last = tx
      .select({ ordinal: max(reports.ordinal) })
      .from(reports)
      .where(eq(reports.projectId, report.projectId))
      .get()
    const row = tx
      .insert(reports)
      .values({ ...report, id: newId(), ordinal: 1 + (last?.ordinal ?? 0), createdAt: now, createdBy: actor })
      .returning()
      .get()
    for (const [topic, content] of Object.entries(facts) as [FactTopic, unknown][])
      tx.insert(reportFacts)
        .values({
          reportId: row.id,
          topic,
          revision: 1,
          content: JSON.stringify(content),
          writtenAt: now,
          writtenBy: actor,
        })
        .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'report.created',
      subject: `report:${row.id}`,
      details: { kind: row.kind, ordinal: row.ordinal },
    })
    return row
  })
}

/** Newest first. */
export const listReports = (db: Database, projectId: string): Report[] =>
  db.select().from(reports).where(eq(reports.projectId, projectId)).orderBy(desc(reports.ordinal)).all()

export const findReport = (db: Database, projectId: string, ordinal: number): Report | undefined =>
  db
    .select()
    .from(reports)
    .where(and(eq(reports.projectId, projectId), eq(reports.ordinal, ordinal)))
    .get()

/** Lets the figures come from another cut; own texts stay as they are. */
export function changeReportCut(db: Database, report: Report, cutId: string, actor: Actor, now: number): void {
  if (report.cutId === cutId) return
  db.transaction((tx) => {
    tx.update(reports).set({ cutId }).where(eq(reports.id, report.id)).run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'report.refreshed',
      subject: `report:${report.id}`,
      details: { from: report.cutId ?? '', to: cutId },
    })
  })
}

/** What a save came to: the edition it became, or the one that somebody else wrote meanwhile. */
export type Saved<T> = { outcome: 'saved'; revision: number } | { outcome: 'overtaken'; current: T }

export type NewSection = Pick<ReportSection, 'reportId' | 'part' | 'language' | 'ownText' | 'generated' | 'sources'>

/** @param seen edition that was before whoever saves; 0 = none yet */
export function saveSection(
  db: Database,
  section: NewSection,
  seen: number,
  actor: Actor,
  now: number,
): Saved<ReportSection> {
  return immediately(db, (tx): Saved<ReportSection> => {
    const current = findSection(tx, section)
    if (current && current.revision !== seen) return { outcome: 'overtaken', current }
    const revision = seen + 1
    tx.insert(reportSections)
      .values({ ...section, sources: JSON.stringify(section.sources), revision, writtenAt: now, writtenBy: actor })
      .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: section.ownText === null ? 'report.text_dropped' : 'report.text_written',
      subject: `report:${section.reportId}`,
      details: { part: section.part, language: section.language, revision },
    })
    return { outcome: 'saved', revision }
  })
}

const read = (row: typeof reportSections.$inferSelect): ReportSection => ({
  ...row,
  sources: JSON.parse(row.sources) as string[],
})

export function findSection(
  db: Database | Transaction,
  { reportId, part, language }: Pick<ReportSection, 'reportId' | 'part' | 'language'>,
): ReportSection | undefined {
  const row = db
    .select()
    .from(reportSections)
    .where(
      and(eq(reportSections.reportId, reportId), eq(reportSections.part, part), eq(reportSections.language, language)),
    )
    .orderBy(desc(reportSections.revision))
    .limit(1)
    .get()
  return row && read(row)
}

/** The last edition of every text of a report, those dropped again too. */
export function listSections(db: Database, reportId: string): ReportSection[] {
  const rows = db
    .select()
    .from(reportSections)
    .where(eq(reportSections.reportId, reportId))
    .orderBy(asc(reportSections.revision))
    .all()
  return [...new Map(rows.map((row) => [`${row.part} ${row.language}`, read(row)])).values()]
}

/** @param seen edition that was before whoever saves; 0 = none yet */
export function saveFacts(
  db: Database,
  fact: Pick<ReportFact, 'reportId' | 'topic' | 'content'>,
  seen: number,
  actor: Actor,
  now: number,
): Saved<ReportFact> {
  return immediately(db, (tx): Saved<ReportFact> => {
    const current = findFacts(tx, fact.reportId, fact.topic)
    if (current && current.revision !== seen) return { outcome: 'overtaken', current }
    const revision = seen + 1
    tx.insert(reportFacts)
      .values({ ...fact, content: JSON.stringify(fact.content), revision, writtenAt: now, writtenBy: actor })
      .run()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'report.facts_written',
      subject: `report:${fact.reportId}`,
      details: { topic: fact.topic, revision },
    })
    return { outcome: 'saved', revision }
  })
}

export function findFacts(db: Database | Transaction, reportId: string, topic: FactTopic): ReportFact | undefined {
  const row = db
    .select()
    .from(reportFacts)
    .where(and(eq(reportFacts.reportId, reportId), eq(reportFacts.topic, topic)))
    .orderBy(desc(reportFacts.revision))
    .limit(1)
    .get()
  return row && { ...row, content: JSON.parse(row.content) as unknown }
}

/** In the order they were added. */
export const listLogos = (db: Database, projectId: string): ReportLogo[] =>
  db.select().from(reportLogos).where(eq(reportLogos.projectId, projectId)).orderBy(asc(reportLogos.addedAt)).all()

export const findLogo = (db: Database, projectId: string, id: string): ReportLogo | undefined =>
  db
    .select()
    .from(reportLogos)
    .where(and(eq(reportLogos.projectId, projectId), eq(reportLogos.id, id)))
    .get()

export function addLogo(
  db: Database,
  logo: Omit<ReportLogo, 'id' | 'addedAt' | 'addedBy'>,
  actor: Actor,
  now: number,
): ReportLogo {
  return db.transaction((tx) => {
    const row = tx
      .insert(reportLogos)
      .values({ ...logo, id: newId(), addedAt: now, addedBy: actor })
      .returning()
      .get()
    recordEvent(tx, {
      at: now,
      actor,
      action: 'report.logo_added',
      subject: `project:${logo.projectId}`,
      details: { logo: row.id, bytes: logo.bytes.length },
    })
    return row
  })
}

/** @throws Problem 'not_found' */
export function removeLogo(db: Database, projectId: string, id: string, actor: Actor, now: number): void {
  db.transaction((tx) => {
    const { changes } = tx
      .delete(reportLogos)
      .where(and(eq(reportLogos.projectId, projectId), eq(reportLogos.id, id)))
      .run()
    if (changes === 0) throw new Problem('not_found')
    recordEvent(tx, {
      at: now,
      actor,
      action: 'report.logo_removed',
      subject: `project:${projectId}`,
      details: { logo: id },
    })
  })
}
