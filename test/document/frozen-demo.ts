// The demo with its first cut, and reports of it.
import { publishCut } from '#publication.ts'
import { startingFacts } from '#reporting.ts'
import { findLatestCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { createReport, type Report } from '#store/reports.ts'
import { openDemo } from '../research/demo-archives.ts'

export interface FrozenDemo {
  db: Database
  project: Project
  begin(kind: 'final' | 'interim'): Report
}

export async function openFrozenDemo(now: number): Promise<FrozenDemo> {
  const { db, project } = openDemo(now)
  await publishCut(db, project, 'system', now)
  const cutId = findLatestCut(db, project.id)?.id ?? null
  const begin = (kind: 'final' | 'interim') =>
    createReport(db, { projectId: project.id, kind, cutId }, { ...startingFacts(db, project) }, 'system', now)
  return { db, project, begin }
}
