// Every chart of a project: a page that lists them by what they found, a page for each, and its files.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readChartSource } from '#charting.ts'
import { Problem } from '#errors.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type ChartEntry, chartGroups, findChart, listCharts } from '#report/chart-catalogue.ts'
import { chartCsv } from '#report/chart-csv.ts'
import { chartPng } from '#report/chart-png.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { type Comparison, type NoComparison, resultsFor } from '#results.ts'
import type { Project } from '#store/projects.ts'
import { type ShownChart, scriptsOfCharts, showChart } from '../charts/shown-chart.ts'
import type { Dependencies } from '../dependencies.ts'
import { offerFile } from '../download.ts'
import { sendPage } from '../page.ts'
import { type FrozenNotice, frozenNotice } from '../results/frozen.ts'
import { requirePlanned } from '../results/planned.ts'
import { nameOf, projectHere } from '../staff/here.ts'

interface Heading {
  slug: string
  projectName: string
  isDemo: boolean
}

interface ChartLink {
  /** Its page. */
  page: string
  /** Its files, as of ShownChart. */
  address: string
  label: string
  finding: string
}

declare module '../page.ts' {
  interface Pages {
    'charts/list': Heading & {
      frozen: FrozenNotice | null
      groups: { id: string; title: string; charts: ChartLink[] }[]
    }
    'charts/show': Heading & {
      frozen: FrozenNotice | null
      chart: ShownChart
      label: string
      previous: { page: string; label: string } | null
      next: { page: string; label: string } | null
      scripts: string[]
    }
  }
}

type Request = FastifyRequest<{
  Params: { slug: string; name?: string; file?: string }
  Querystring: { profile?: string; size?: string }
}>

export async function charts(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'results:read' as const }

  app.get('/projects/:slug/results/charts', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'charts')
    const { project } = projectHere(db, request)
    const { language } = request
    const comparison = await resultsFor(db, project, now())
    if (typeof comparison === 'string') return sendPage(reply, 'results/none', none(project, comparison, language))
    const entries = listCharts(await readChartSource(db, project, comparison, language))
    const words = phrasesIn(language).charts.groups
    return sendPage(reply, 'charts/list', {
      ...headingOf(project, language),
      frozen: frozenNotice(comparison, project.slug, language),
      groups: chartGroups.flatMap((id) => {
        const own = entries.filter(({ group }) => group === id)
        return own.length > 0 ? [{ id, title: words[id], charts: own.map((entry) => linkTo(project, entry)) }] : []
      }),
    })
  })

  app.get('/projects/:slug/results/charts/:name', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'charts')
    const { project } = projectHere(db, request)
    const { language } = request
    const comparison = await getComparison(project)
    const entries = listCharts(await readChartSource(db, project, comparison, language))
    const at = entries.findIndex(({ name }) => name === request.params.name)
    const entry = entries[at]
    if (!entry) throw new Problem('not_found')
    const neighbour = (other: ChartEntry | undefined) =>
      other ? { page: pageOf(project, other.name), label: other.label } : null
    return sendPage(reply, 'charts/show', {
      ...headingOf(project, language),
      frozen: frozenNotice(comparison, project.slug, language),
      label: entry.label,
      chart: showChart(entry.build(), addressOf(project, entry.name)),
      previous: neighbour(at > 0 ? entries[at - 1] : undefined),
      next: neighbour(entries[at + 1]),
      scripts: scriptsOfCharts,
    })
  })

  app.get('/projects/:slug/charts/:file', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'chart')
    const { project } = projectHere(db, request)
    const [, name = '', format] = /^([A-Za-z0-9_.-]+)\.(svg|png|csv)$/.exec(request.params.file ?? '') ?? []
    const source = await readChartSource(db, project, await getComparison(project), request.language)
    const chart = format && findChart(source, name)
    if (!chart) throw new Problem('not_found')
    const file = `${project.slug}-${chart.id}`
    if (format === 'csv') {
      const profile = request.query.profile === 'excel' ? 'excel' : 'research'
      return offerFile(reply, file, 'csv').send(chartCsv(chart, profile))
    }
    const svg = chartSvg(chart, { layout: 'wide', texts: true })
    if (format === 'svg') return offerFile(reply, file, 'svg').send(svg)
    return offerFile(reply, file, 'png').send(await chartPng(svg, request.query.size === 'large' ? 3 : 1))
  })

  async function getComparison(project: Project): Promise<Comparison> {
    const comparison = await resultsFor(db, project, now())
    if (typeof comparison === 'string') throw new Problem('not_found')
    return comparison
  }
}

const headingOf = (project: Project, language: Language): Heading => ({
  slug: project.slug,
  projectName: nameOf(project, language),
  isDemo: project.isDemo,
})

const none = (project: Project, reason: NoComparison, language: Language) => ({
  ...headingOf(project, language),
  reason,
})

const pageOf = (project: Project, name: string): string => `/projects/${project.slug}/results/charts/${name}`
const addressOf = (project: Project, name: string): string => `/projects/${project.slug}/charts/${name}`

const linkTo = (project: Project, { name, label, build }: ChartEntry): ChartLink => ({
  page: pageOf(project, name),
  address: addressOf(project, name),
  label,
  finding: build().title,
})
