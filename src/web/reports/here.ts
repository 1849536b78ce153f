// The report that an address names, and how its pages call it.
import type { FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import { Problem } from '#errors.ts'
import { formatCount, formatTime } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { findReport, type Report } from '#store/reports.ts'
import { findStaff } from '#store/staff.ts'
import { type InProject, nameOf, projectHere } from '../staff/here.ts'

export type InReport = FastifyRequest<{ Params: { slug: string; report: string } }>

export interface ReportHeading {
  slug: string
  projectName: string
  isDemo: boolean
  /** Address of the report. */
  base: string
  reportName: string
  mayWrite: boolean
}

/** @throws Problem as projectHere does, 'not_found' where the project has no such report */
export function reportHere(db: Database, request: InReport): InProject & { report: Report; heading: ReportHeading } {
  const { project, staff } = projectHere(db, request)
  const ordinal = /^[1-9]\d{0,5}$/.test(request.params.report) ? Number(request.params.report) : 0
  const report = findReport(db, project.id, ordinal)
  if (!report) throw new Problem('not_found')
  const { language } = request
  return {
    project,
    staff,
    report,
    heading: {
      slug: project.slug,
      projectName: nameOf(project, language),
      isDemo: project.isDemo,
      base: `/projects/${project.slug}/reports/${report.ordinal}`,
      reportName: reportName(report, language),
      mayWrite: can(staff.grants, 'reports:write', { projectId: project.id }),
    },
  }
}

export const reportName = ({ kind, ordinal }: Report, language: Language): string =>
  phrasesIn(language).reports.name(phrasesIn(language).document.kind[kind], formatCount(ordinal, language))

/** The name of whoever did something; in an event or an edition "staff:<id>". */
export function writerName(db: Database, writer: string, language: Language): string {
  const [, staffId] = /^staff:(.+)$/.exec(writer) ?? []
  return (staffId === undefined ? undefined : findStaff(db, staffId)?.name) ?? phrasesIn(language).reports.bySystem
}

export const signature = (db: Database, one: { writtenBy: string; writtenAt: number }, language: Language) => ({
  who: writerName(db, one.writtenBy, language),
  time: formatTime(one.writtenAt, language),
})

/** What has been done, told once on the page one is sent to. */
export function reportDone(request: FastifyRequest): string | null {
  const { done } = request.query as { done?: unknown }
  const words: Readonly<Record<string, string>> = phrasesIn(request.language).reports.done
  return typeof done === 'string' && Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
