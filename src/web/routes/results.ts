// What changed: who answered, before and after per measure, the change per municipality; each chart as a picture, a
// table and files. All of it from one call.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import { chartContext } from '#charting.ts'
import { Problem } from '#errors.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { MatchReport } from '#indicators/model.ts'
import { toldReason, type Withheld } from '#indicators/published.ts'
import { buildChangeChart } from '#report/change-chart.ts'
import type { CsvProfile } from '#report/csv.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { tellLeftOut } from '#report/left-out.ts'
import { resultsCsv, resultsJson } from '#report/results-files.ts'
import { type Comparison, contextOf, type NoComparison, resultsFor } from '#results.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Project } from '#store/projects.ts'
import type { ToldReason } from '#survey/judgements.ts'
import { type ShownChart, scriptsOfCharts, showChart } from '../charts/shown-chart.ts'
import { findLatestCutLink } from '../cuts/links.ts'
import type { Dependencies } from '../dependencies.ts'
import { offerFile } from '../download.ts'
import { sendPage } from '../page.ts'
import { requireStaff } from '../plugins/staff-access.ts'
import { buildBackground, type Section } from '../results/background.ts'
import { buildActorGroups, buildChecks, buildHeadline, type FigureRow, type Headline } from '../results/estimates.ts'
import { type FrozenNotice, frozenNotice } from '../results/frozen.ts'
import { buildGoals, type ShownGoals } from '../results/goals.ts'
import { requirePlanned } from '../results/planned.ts'
import { buildWho, type Who } from '../results/who.ts'
import { nameOf, projectHere } from '../staff/here.ts'

interface Heading {
  slug: string
  projectName: string
  isDemo: boolean
}

declare module '../page.ts' {
  interface Pages {
    'results/show': Heading & {
      frozen: FrozenNotice | null
      from: string
      to: string
      threshold: number
      noticeableChange: number
      match: MatchReport
      who: Who
      goals: ShownGoals
      excludedGroups: string
      charts: { scales: ShownChart; change: ShownChart }
      indicators: { id: string; title: string; chosen: boolean }[]
      /** Why no measure has a change to show; null where one has. */
      noChange: string | null
      directions: { title: string; n: number; improved: number; unchanged: number; declined: number }[]
      core: {
        comparable: number
        total: number
        fromVersion: number
        toVersion: number
        /** Titles of measures by the revision of their definition. */
        revisions: { revision: string; titles: string[] }[]
        left: readonly { item: string; text: string; reason: ToldReason }[]
      }
      cut: { code: string; address: string } | null
      headline: Headline | null
      actorGroups: FigureRow[]
      checks: FigureRow[]
      mayExport: boolean
      scripts: string[]
    }
    'results/background': Heading & { sections: Section[]; frozen: FrozenNotice | null }
    'results/none': Heading & { reason: NoComparison }
  }
}

type Request = FastifyRequest<{
  Params: { slug: string }
  Querystring: { indicator?: string; profile?: string }
}>

export async function results(app: FastifyInstance, { db, now, judgements }: Dependencies): Promise<void> {
  const config = { access: 'results:read' as const }

  app.get('/projects/:slug/results', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'results')
    const project = projectHere(db, request).project
    const { language } = request
    const comparison = await resultsFor(db, project, now())
    const heading = { slug: project.slug, projectName: nameOf(project, language), isDemo: project.isDemo }
    if (typeof comparison === 'string') return sendPage(reply, 'results/none', { ...heading, reason: comparison })
    return showResults(request, reply, project, comparison)
  })

  app.get('/projects/:slug/results/background', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'background')
    const { project } = projectHere(db, request)
    const comparison = await getComparison(project)
    const { to, results } = comparison
    const sections = buildBackground({
      context: await contextOf(db, comparison),
      results,
      questionnaire: getQuestionnaire(db, to.questionnaireId, to.questionnaireVersion),
      language: request.language,
    })
    const heading = { slug: project.slug, projectName: nameOf(project, request.language), isDemo: project.isDemo }
    const frozen = frozenNotice(comparison, project.slug, request.language)
    return sendPage(reply, 'results/background', { ...heading, frozen, sections })
  })

  app.get('/projects/:slug/results.csv', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'file')
    const project = projectHere(db, request).project
    const comparison = await getComparison(project)
    const published = { ...comparison.results, context: await contextOf(db, comparison) }
    return offerFile(reply, `${project.slug}-results`, 'csv').send(
      resultsCsv(published, profileOf(request), request.language),
    )
  })

  app.get('/projects/:slug/results.json', { config }, async (request: Request, reply) => {
    requirePlanned(request, 'file')
    const project = projectHere(db, request).project
    return offerFile(reply, `${project.slug}-results`, 'json').send(resultsJson((await getComparison(project)).results))
  })

  async function getComparison(project: Project): Promise<Comparison> {
    const comparison = await resultsFor(db, project, now())
    if (typeof comparison === 'string') throw new Problem('not_found')
    return comparison
  }

  async function showResults(request: Request, reply: FastifyReply, project: Project, comparison: Comparison) {
    const { language } = request
    const { results } = comparison
    const questionnaire = getQuestionnaire(db, comparison.from.questionnaireId, comparison.from.questionnaireVersion)
    const primary = results.indicators.find(({ indicator }) => indicator.role === 'primary') ?? results.indicators.at(0)
    const chosen = results.indicators.find(({ indicator }) => indicator.id === request.query.indicator) ?? primary
    if (!chosen) throw new Problem('not_found')
    const about = chartContext(project, comparison, language)
    const change = buildChangeChart(results, chosen.indicator.id, about)
    const files = `/projects/${project.slug}/charts`
    const words = phrasesIn(language).common.waveKind
    const context = await contextOf(db, comparison)
    const groups = questionnaire.actorGroups.filter((group) => results.match.excluded.groups.includes(group.code))
    const excludedGroups = groups.map((group) => group.label[language]).join(', ')
    return sendPage(reply, 'results/show', {
      slug: project.slug,
      projectName: nameOf(project, language),
      isDemo: project.isDemo,
      frozen: frozenNotice(comparison, project.slug, language),
      from: words[comparison.from.kind],
      to: words[comparison.to.kind],
      threshold: results.threshold,
      noticeableChange: results.noticeableChange,
      match: results.match,
      excludedGroups,
      who: buildWho({ results, context, excluded: excludedGroups, language }),
      goals: buildGoals(context, results, language),
      charts: {
        scales: showChart(buildDumbbellChart(results, about), `${files}/scales`),
        change: showChart(change, `${files}/change-${chosen.indicator.id}`),
      },
      indicators: results.indicators.map(({ indicator }) => ({
        id: indicator.id,
        title: indicator.title[language],
        chosen: indicator.id === chosen.indicator.id,
      })),
      noChange: whyNoChange(results, language),
      directions: results.indicators.flatMap(({ indicator, overall }) =>
        overall.paired.shown ? [{ title: indicator.title[language], ...overall.paired.value }] : [],
      ),
      core: {
        ...results.core,
        fromVersion: results.from.version,
        toVersion: results.to.version,
        revisions: revisionsOf(results, language),
        left: results.core.left.map(({ item, reason }) => ({
          item,
          reason: tellLeftOut(reason, language, judgements),
          text: questionnaire.items.find(({ id }) => id === item)?.text[language] ?? item,
        })),
      },
      cut: findLatestCutLink(db, project) ?? null,
      headline: primary ? buildHeadline(primary, language) : null,
      actorGroups: buildActorGroups(chosen, language),
      checks: buildChecks(results.indicators, language),
      mayExport: can(requireStaff(request).grants, 'responses:export', { projectId: project.id }),
      scripts: scriptsOfCharts,
    })
  }
}

function whyNoChange({ indicators }: Comparison['results'], language: Language): string | null {
  const reasons: Withheld[] = []
  for (const { overall } of indicators) {
    if (overall.paired.shown) return null
    reasons.push(overall.paired.reason)
  }
  const words = phrasesIn(language).results.noChange
  return reasons.every((reason) => toldReason(reason) !== 'too_few') ? words.incomparable : words.few
}

function revisionsOf({ indicators }: Comparison['results'], language: Language) {
  const byRevision = Map.groupBy(indicators, ({ indicator }) => indicator.revision)
  return [...byRevision].map(([revision, own]) => ({
    revision: String(revision),
    titles: own.map(({ indicator }) => indicator.title[language]),
  }))
}

const profileOf = (request: Request): CsvProfile => (request.query.profile === 'excel' ? 'excel' : 'research')
