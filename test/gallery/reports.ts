// A report in every state that its pages can be seen in: a text that the figures have left behind, one that somebody else
// has saved, facts filled in and mistyped, logotypes kept and refused.
import { startingFacts } from '#reporting.ts'
import { findLatestCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { addLogo, createReport, saveSection } from '#store/reports.ts'
import type { Staff } from '#store/staff.ts'

interface Seen {
  name: string
  path: string
  form?: Readonly<Record<string, string>>
  status?: number
}

const emblem =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#003399"/><circle cx="30" cy="20" r="10" fill="none" stroke="#ffcc00" stroke-width="3" stroke-dasharray="2 3"/></svg>'

export function makeReports(db: Database, project: Project, { id }: Staff, now: number): Seen[] {
  const actor = `staff:${id}` as const
  const cutId = findLatestCut(db, project.id)?.id ?? null
  const report = createReport(
    db,
    { projectId: project.id, kind: 'final', cutId },
    { ...startingFacts(db, project) },
    actor,
    now,
  )
  const text = { reportId: report.id, language: 'sv' as const }
  const sources = ['indicators/INDEX/model/averageMunicipality/mean']
  saveSection(
    db,
    {
      ...text,
      part: 'primary',
      ownText: 'Samverkansindex har ökat med 3,3[1] poäng. Det är vi glada för.',
      generated: 'Samverkansindex har ökat med 3,3[1] poäng i genomsnittskommunen.',
      sources,
    },
    0,
    actor,
    now,
  )
  saveSection(
    db,
    { ...text, part: 'lessons', ownText: 'Förankringen hemma tog längst tid.', generated: '', sources: [] },
    0,
    actor,
    now,
  )
  addLogo(
    db,
    {
      projectId: project.id,
      type: 'svg',
      bytes: Buffer.from(emblem),
      width: 60,
      height: 40,
      altSv: 'Ett påhittat emblem',
      altEn: 'An invented emblem',
    },
    actor,
    now,
  )
  const all = `/projects/${project.slug}/reports`
  const one = `${all}/${report.ordinal}`
  return [
    { name: 'reports', path: all },
    { name: 'reports, no kind chosen', path: all, form: {}, status: 422 },
    { name: 'report', path: one },
    { name: 'report, a generated text', path: `${one}/parts/scales/sv` },
    { name: 'report, a text that the figures have left behind', path: `${one}/parts/primary/sv` },
    { name: 'report, a text of one’s own', path: `${one}/parts/lessons/sv` },
    {
      name: 'report, a text that somebody else has saved',
      path: `${one}/parts/lessons/sv`,
      form: { text: 'Att bli sedd och hörd spelar roll.', revision: '0', deed: 'save' },
      status: 409,
    },
    { name: 'report, an empty text', path: `${one}/parts/models/sv`, form: { text: '', revision: '0' }, status: 422 },
    { name: 'report, its first page', path: `${one}/cover` },
    {
      name: 'report, facts that somebody else has saved',
      path: `${one}/cover`,
      form: { journalNumber: '2027-1', version: '1.0', revision: '0' },
      status: 409,
    },
    { name: 'report, counted targets', path: `${one}/targets` },
    { name: 'report, co-financing', path: `${one}/finance` },
    {
      name: 'report, co-financing with errors',
      path: `${one}/finance`,
      form: { revision: '1', 'decided-0482': 'fyrtio' },
      status: 422,
    },
    { name: 'logotypes', path: `${all}/logos` },
    { name: 'logotypes with errors', path: `${all}/logos`, form: {}, status: 422 },
  ]
}
