// Reports to the funder: begun and looked over. Texts, facts and logotypes have routes of their own; the files are long
// work, asked for under the project's files.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import { type ReportKind, reportKinds } from '#document/material.ts'
import { type ReportFormat, reportFormats } from '#document/write.ts'
import { Problem } from '#errors.ts'
import { formatTime } from '#i18n/format.ts'
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'
import { readMaterial, startingFacts } from '#reporting.ts'
import { findLatestCut, listCuts } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { type Event, listEvents } from '#store/events.ts'
import {
  changeReportCut,
  createReport,
  type FactTopic,
  listReports,
  listSections,
  type Report,
} from '#store/reports.ts'
import { cutAddress } from '../cuts/links.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type InReport, type ReportHeading, reportDone, reportHere, reportName, writerName } from '../reports/here.ts'
import { type PartStatus, statesOf } from '../reports/parts.ts'
import { type UndrawnPlace, undrawnPlaces } from '../reports/undrawn.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'

interface ShownPart {
  title: string
  status: PartStatus
  stale: number
  /** null for tables, which nobody writes. */
  address: string | null
  lang: Language
}

declare module '../page.ts' {
  interface Pages {
    'reports/list': {
      slug: string
      projectName: string
      reports: { name: string; address: string; cut: string | null; changed: { time: string; who: string } }[]
      latestCut: string | null
      mayWrite: boolean
      errors: FieldError[]
    }
    'reports/show': ReportHeading & {
      done: string | null
      cut: { code: string; address: string } | null
      newerCut: string | null
      chapters: { title: string; parts: ShownPart[] }[]
      /** Signs that the PDF has a stand-in for. */
      undrawn: readonly UndrawnPlace[]
      files: { ordinal: number; languages: readonly Language[]; formats: readonly ReportFormat[] }
      history: { who: string; time: string; deed: string }[]
    }
  }
}

type InProject = FastifyRequest<{ Params: { slug: string } }>

export async function reports(app: FastifyInstance, { db, now, judgements }: Dependencies): Promise<void> {
  const looking = { config: { access: 'results:read' as const } }
  const writing = { config: { access: 'reports:write' as const } }

  app.get('/projects/:slug/reports', looking, (request: InProject, reply) => showList(request, reply, []))

  app.post('/projects/:slug/reports', writing, (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { kind } = readFields(request.body, ['kind'])
    if (!isKind(kind))
      return showList(request, reply.code(422), [
        { field: 'kind', message: phrasesIn(request.language).reports.kindMissing },
      ])
    const report = createReport(
      db,
      { projectId: project.id, kind, cutId: findLatestCut(db, project.id)?.id ?? null },
      { ...startingFacts(db, project) },
      actorOf(staff),
      now(),
    )
    return reply.redirect(`/projects/${project.slug}/reports/${report.ordinal}?done=created`, 303)
  })

  app.get('/projects/:slug/reports/:report', looking, (request: InReport, reply) => {
    const { project, report, heading } = reportHere(db, request)
    const { language } = request
    const material = readMaterial(db, project, report, { baseUrl: null, judgements, now: now() })
    const latest = findLatestCut(db, project.id)
    return sendPage(reply, 'reports/show', {
      ...heading,
      done: reportDone(request),
      cut: material.cut && { code: material.cut.code, address: cutAddress(project.slug, material.cut.code) },
      newerCut: latest && latest.id !== report.cutId ? latest.code : null,
      chapters: statesOf(material, listSections(db, report.id), language).map(({ title, parts }) => ({
        title,
        parts: parts.map(({ part, status, stale }) => ({
          title: part.title,
          status,
          stale: stale.length,
          address: part.writable ? `${heading.base}/parts/${part.id}/${part.language}` : null,
          lang: part.language,
        })),
      })),
      undrawn: undrawnPlaces(material, language),
      files: { ordinal: report.ordinal, languages, formats: reportFormats },
      history: historyOf(db, report, language),
    })
  })

  app.post('/projects/:slug/reports/:report/cut', writing, (request: InReport, reply) => {
    const { project, staff, report, heading } = reportHere(db, request)
    const { cut: code } = readFields(request.body, ['cut'])
    const cut = listCuts(db, project.id).find((one) => one.code === code)
    if (!cut) throw new Problem('not_found')
    changeReportCut(db, report, cut.id, actorOf(staff), now())
    return reply.redirect(`${heading.base}?done=refreshed`, 303)
  })

  function showList(request: InProject, reply: FastifyReply, errors: FieldError[]) {
    const { project, staff } = projectHere(db, request)
    const { language } = request
    const cuts = listCuts(db, project.id)
    return sendPage(reply, 'reports/list', {
      slug: project.slug,
      projectName: nameOf(project, language),
      reports: listReports(db, project.id).map((report) => ({
        name: reportName(report, language),
        address: `/projects/${project.slug}/reports/${report.ordinal}`,
        cut: cuts.find(({ id }) => id === report.cutId)?.code ?? null,
        changed: lastChange(db, report, language),
      })),
      latestCut: cuts[0]?.code ?? null,
      mayWrite: can(staff.grants, 'reports:write', { projectId: project.id }),
      errors,
    })
  }
}

const isKind = (kind: string): kind is ReportKind => reportKinds.some((one) => one === kind)

function lastChange(db: Database, report: Report, language: Language) {
  const [last] = listEvents(db, `report:${report.id}`, 1)
  const { at, actor } = last ?? { at: report.createdAt, actor: report.createdBy }
  return { time: formatTime(at, language), who: writerName(db, actor, language) }
}

function historyOf(db: Database, report: Report, language: Language) {
  return listEvents(db, `report:${report.id}`, 30).map(({ at, actor, action, details }) => ({
    who: writerName(db, actor, language),
    time: formatTime(at, language),
    deed: deedOf(action, JSON.parse(details) as NonNullable<Event['details']>, language),
  }))
}

function deedOf(action: string, { part, topic }: NonNullable<Event['details']>, language: Language): string {
  const { history, fact } = phrasesIn(language).reports
  switch (action) {
    case 'report.created':
      return history.created
    case 'report.refreshed':
      return history.refreshed
    case 'report.facts_written':
      return history.facts_written(fact[topic as FactTopic].title)
    case 'report.text_dropped':
      return history.text_dropped(partTitle(String(part), language))
    default:
      return history.text_written(partTitle(String(part), language))
  }
}

/** A municipality's page goes by its code in the log. */
function partTitle(id: string, language: Language): string {
  const words: Readonly<Record<string, { title: string }>> = phrasesIn(language).document.part
  return words[id]?.title ?? id.replace(/^municipality\./, '')
}
