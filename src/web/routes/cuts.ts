// Published results: frozen with a button, looked at for ever after, each figure at an address of its own.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import type { Json } from '#cuts/canonical-json.ts'
import { type FaultInWords, faultsInWords } from '#cuts/fault-text.ts'
import { findFieldName } from '#cuts/fields.ts'
import {
  describeFigure,
  describeInterval,
  formatFigure,
  nameOfFigure,
  nameOfPart,
  type Provenance,
  placeOfFigure,
} from '#cuts/figure-text.ts'
import { type Figure, listFigures, pathText } from '#cuts/figures.ts'
import { type PublishedResults, publishedTree, readPublished } from '#cuts/published-results.ts'
import { Problem } from '#errors.ts'
import { formatDays } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { publishCut } from '#publication.ts'
import { tellLeftOut } from '#report/left-out.ts'
import { type CutCheck, checkCut, findWavePair, type NoComparison } from '#results.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { type Cut, type CutWave, findCut, getCutResults, listCuts } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { findStaff, type Staff } from '#store/staff.ts'
import type { Judgements } from '#survey/judgements.ts'
import { findItem, questionText } from '#survey/lookup.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { cutAddress } from '../cuts/links.ts'
import type { Dependencies } from '../dependencies.ts'
import { offerFile } from '../download.ts'
import { sendPage } from '../page.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'

interface Heading {
  slug: string
  projectName: string
  isDemo: boolean
}

/** A cut as every page of it tells it. */
interface ShownCut extends Cut {
  address: string
  /** Who made it; null = the system. */
  by: string | null
  /** Of the two waves, as printed. */
  days: Record<'from' | 'to', string>
  /** Thresholds and the like, by their addresses in the facts. */
  rules: { name: string; value: string }[]
}

interface Step {
  name: string
  address: string
}

/** A figure, or a group of figures without a value of its own. */
interface Row extends Step {
  /** Of a municipality, a group of people, a question or a measure. */
  code: string | null
  value: string | null
  withheld: boolean
}

/** A figure under its own address. */
interface Described extends Provenance {
  address: string
}

/** Questions of the indicator that count; null for a figure that is not an indicator's. */
type Items = { id: string; text: string }[] | null

declare module '../page.ts' {
  interface Pages {
    'cuts/list': Heading & {
      cuts: ShownCut[]
      mayMake: boolean
      /** Why none can be made now; null where one can. */
      obstacle: NoComparison | null
      /** What would be frozen compares with the wave in the middle: the end could then not be frozen beside it. */
      isMidway: boolean
      /** It was to be frozen without a word that this is known. */
      isUnagreed: boolean
      refused: {
        code: string
        /** Kinds of the later wave of that cut and of this one, where they are not the same. */
        pair: { earlier: WaveKind; later: WaveKind } | null
        threshold: number
        groups: FaultInWords[]
        more: number
      } | null
    }
    'cuts/show': Heading & { cut: ShownCut; check: CutCheck; rows: Row[]; outcome: 'made' | 'unchanged' | null }
    'cuts/group': Heading & {
      cut: ShownCut
      path: string
      title: string
      place: string
      trail: Step[]
      /** Groups within this one. */
      rows: Row[]
      /** Its own figures: a number in a report refers to the group it stands in. */
      figures: Described[]
      threshold: number
      items: Items
    }
    'cuts/figure': Heading & {
      cut: ShownCut
      path: string
      trail: Step[]
      place: string
      figure: Provenance
      threshold: number
      items: Items
    }
  }
}

type InProject = FastifyRequest<{
  Params: { slug: string }
  Querystring: { outcome?: string }
  Body: { midway?: unknown } | undefined
}>
type InCut = FastifyRequest<{ Params: { slug: string; cut: string; '*'?: string }; Querystring: { outcome?: string } }>

/** Stands in an address in Word, where it may be broken; comes along when somebody copies it from there. */
const breakMark = '\u200b'

const shownGroups = 8

export async function cuts(app: FastifyInstance, { db, now, judgements }: Dependencies): Promise<void> {
  const looking = { config: { access: 'results:read' as const } }

  app.get('/projects/:slug/cuts', looking, (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    return showList(reply, project, staff)
  })

  app.post('/projects/:slug/cuts', { config: { access: 'cuts:make' } }, async (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const pair = findWavePair(db, project, now())
    if (isMidway(pair) && request.body?.midway !== 'yes')
      return showList(reply.code(422), project, staff, { isUnagreed: true })
    const publication = await publishCut(db, project, actorOf(staff), now())
    if (publication.outcome === 'nothing') return showList(reply.code(409), project, staff)
    const { cut } = publication
    if (publication.outcome !== 'refused')
      return reply.redirect(`${cutAddress(project.slug, cut.code)}?outcome=${publication.outcome}`, 303)
    const { results } = readCut(db, cut)
    const faults = faultsInWords(publication.faults, results, request.language)
    const groups = faults.slice(0, shownGroups)
    const later = typeof pair === 'string' ? cut.facts.to.kind : pair.to.kind
    return showList(reply.code(409), project, staff, {
      refused: {
        code: cut.code,
        pair: later === cut.facts.to.kind ? null : { earlier: cut.facts.to.kind, later },
        threshold: results.threshold,
        groups,
        more: faults.length - groups.length,
      },
    })
  })

  app.get('/projects/:slug/cuts/:cut', looking, async (request: InCut, reply) => {
    const { project, cut } = cutHere(request)
    const { outcome } = request.query
    return sendPage(reply, 'cuts/show', {
      ...headingOf(project, request.language),
      cut: shownCut(db, project, cut, request.language),
      check: await checkCut(db, project, cut),
      rows: rowsUnder([], readCut(db, cut), project, cut, request.language),
      outcome: outcome === 'made' || outcome === 'unchanged' ? outcome : null,
    })
  })

  app.get('/projects/:slug/cuts/:cut/results.json', looking, (request: InCut, reply) => {
    const { project, cut } = cutHere(request)
    return offerFile(reply, `${project.slug}-${cut.code}`, 'json').send(getCutResults(db, cut))
  })

  app.get('/projects/:slug/cuts/:cut/*', looking, (request: InCut, reply) => {
    const { project, cut } = cutHere(request)
    const { language } = request
    const wanted = (request.params['*'] ?? '').replaceAll(breakMark, '')
    const known = readCut(db, cut)
    const { results, figures, byPath } = known
    const figure = byPath.get(wanted)
    const within = figure ?? figures.find(({ path }) => pathText(path).startsWith(`${wanted}/`))
    if (!within) throw new Problem('not_found')
    const path = figure ? figure.path : segmentsOf(within, wanted)
    const common = {
      ...headingOf(project, language),
      cut: shownCut(db, project, cut, language),
      path: wanted,
      trail: trailTo(path, results, project, cut, language),
    }
    if (!figure)
      return sendPage(reply, 'cuts/group', {
        ...common,
        title: nameOfPart(path, results, language),
        place: placeOfFigure(path, results, language),
        rows: rowsUnder(path, known, project, cut, language).filter(({ value }) => value === null),
        figures: figuresIn(path, known, project, cut, language, judgements),
        threshold: results.threshold,
        items: itemsOf(db, cut, path, results, language),
      })
    return sendPage(reply, 'cuts/figure', {
      ...common,
      place: placeOfFigure(path, results, language),
      figure: toldFigure(figure, language, judgements),
      threshold: results.threshold,
      items: itemsOf(db, cut, path, results, language),
    })
  })

  function cutHere(request: InCut): { project: Project; cut: Cut } {
    const { project } = projectHere(db, request)
    const cut = findCut(db, project.id, request.params.cut)
    if (!cut) throw new Problem('not_found')
    return { project, cut }
  }

  function showList(
    reply: FastifyReply,
    project: Project,
    staff: Staff,
    { refused = null, isUnagreed = false }: Partial<Pick<ListModel, 'refused' | 'isUnagreed'>> = {},
  ) {
    const { language } = reply.request
    const pair = findWavePair(db, project, now())
    return sendPage(reply, 'cuts/list', {
      ...headingOf(project, language),
      cuts: listCuts(db, project.id).map((cut) => shownCut(db, project, cut, language)),
      mayMake: can(staff.grants, 'cuts:make', { projectId: project.id }),
      obstacle: typeof pair === 'string' ? pair : null,
      isMidway: isMidway(pair),
      isUnagreed,
      refused,
    })
  }
}

type ListModel = import('../page.ts').Pages['cuts/list']

const isMidway = (pair: ReturnType<typeof findWavePair>): boolean =>
  typeof pair !== 'string' && pair.to.kind === 'midterm'

const headingOf = (project: Project, language: Language): Heading => ({
  slug: project.slug,
  projectName: nameOf(project, language),
  isDemo: project.isDemo,
})

function shownCut(db: Database, project: Project, cut: Cut, language: Language): ShownCut {
  const words: Readonly<Record<string, string>> = phrasesIn(language).cuts.rule
  const [, staffId] = /^staff:(.+)$/.exec(cut.madeBy) ?? []
  return {
    ...cut,
    address: cutAddress(project.slug, cut.code),
    by: staffId === undefined ? null : (findStaff(db, staffId)?.name ?? null),
    days: { from: daysOf(cut.facts.from), to: daysOf(cut.facts.to) },
    rules: listFigures(cut.facts.rules as Json).map((rule) => {
      const name = pathText(rule.path)
      return { name: words[name] ?? name, value: formatFigure(rule, language) }
    }),
  }

  function daysOf({ opensOn, closesOn }: CutWave): string {
    return formatDays(opensOn, closesOn, language)
  }
}

interface ReadCut {
  results: PublishedResults
  figures: readonly Figure[]
  byPath: ReadonlyMap<string, Figure>
}

/** A cut never changes, so it is read once per process; the last few are kept. */
const read = new Map<string, ReadCut>()
const keptCuts = 4

function readCut(db: Database, cut: Cut): ReadCut {
  const known = read.get(cut.id)
  if (known) return known
  const text = getCutResults(db, cut)
  const figures = listFigures(publishedTree(text))
  const byPath = new Map(figures.map((figure) => [pathText(figure.path), figure]))
  for (const id of [...read.keys()].slice(0, Math.max(0, read.size - keptCuts + 1))) read.delete(id)
  const fresh = { results: readPublished(text), figures, byPath }
  read.set(cut.id, fresh)
  return fresh
}

/** The segments of a group's address, as the figures in it write them: a code may hold a slash of its own. */
function segmentsOf({ path }: Figure, wanted: string): readonly string[] {
  const length = path.findIndex((_, at) => pathText(path.slice(0, at + 1)) === wanted) + 1
  return path.slice(0, length)
}

/** What lies right under a path: a figure, the two ends of an interval as one, or a group. */
interface Part {
  name: string
  path: readonly string[]
  /** null for a group, and for an interval. */
  figure: Figure | null
  interval: Provenance | null
}

function partsUnder(path: readonly string[], { figures }: ReadCut, language: Language): Part[] {
  const inside = figures.filter((figure) => path.every((part, at) => figure.path[at] === part))
  return [...Map.groupBy(inside, (figure) => figure.path[path.length] ?? '')].map(([name, members]) => {
    const [first] = members
    const figure = first?.path.length === path.length + 1 ? first : null
    return { name, path: [...path, name], figure, interval: intervalOf(members, path, language) }
  })
}

function rowsUnder(path: readonly string[], known: ReadCut, project: Project, cut: Cut, language: Language): Row[] {
  return partsUnder(path, known, language).map(({ name, path: own, figure, interval }) => ({
    name: figure ? nameOfFigure(figure, language) : nameOfPart(own, known.results, language),
    code: isCode.test(name) ? name : null,
    address: cutAddress(project.slug, cut.code, own),
    value: figure ? formatFigure(figure, language) : (interval?.value ?? null),
    withheld: figure?.withheld ?? false,
  }))
}

/** Of municipalities, groups of people, questions and measures; other parts are names in the program. */
const isCode = /^[A-Z0-9]/

/** The two ends as one figure, where that is what lies right under the path. */
function intervalOf(members: readonly Figure[], path: readonly string[], language: Language): Provenance | null {
  const [low, high] = members
  const isInterval =
    members.length === 2 && low?.path.length === path.length + 2 && low.path.at(-1) === 'low' && high !== undefined
  return isInterval ? describeInterval(low, high, language) : null
}

/** The group's own figures, an interval as one; those of groups within it have pages of their own. */
function figuresIn(
  path: readonly string[],
  known: ReadCut,
  project: Project,
  cut: Cut,
  language: Language,
  judgements: Judgements,
): Described[] {
  return partsUnder(path, known, language).flatMap(({ path: own, figure, interval }) => {
    const told = figure ? toldFigure(figure, language, judgements) : interval
    return told ? { ...told, address: cutAddress(project.slug, cut.code, own) } : []
  })
}

/** A signed reason to a reader; its page also has it as it was signed. */
function toldFigure(figure: Figure, language: Language, judgements: Judgements): Provenance {
  const told = describeFigure(figure, language)
  return findFieldName(figure.path) === 'left_reason'
    ? { ...told, value: tellLeftOut(String(figure.value), language, judgements).text }
    : told
}

/** The groups that a figure stands in, outermost first. */
const trailTo = (
  path: readonly string[],
  results: PublishedResults,
  project: Project,
  cut: Cut,
  language: Language,
): Step[] =>
  path.slice(0, -1).map((_, at) => {
    const group = path.slice(0, at + 1)
    return { name: nameOfPart(group, results, language), address: cutAddress(project.slug, cut.code, group) }
  })

/** The questions behind a figure, as the earlier wave asked them, or the later one where only that did. */
function itemsOf(db: Database, cut: Cut, path: readonly string[], results: PublishedResults, language: Language) {
  const items = itemsBehind(path, results)
  if (!items) return null
  const asked = [cut.facts.from, cut.facts.to].map(({ questionnaire: { id, version } }) =>
    getQuestionnaire(db, id, version),
  )
  return items.map((id) => {
    const texts = asked.flatMap((questionnaire) => {
      const item = findItem(questionnaire, id)
      return item ? [questionText(questionnaire, item, language)] : []
    })
    return { id, text: texts[0] ?? id }
  })
}

const topicsOfItems: ReadonlySet<string> = new Set(['items', 'distributions', 'perceived', 'responseShift', 'dose'])

/** Those of the measure that the address names, or the one question; null for a figure that is of neither. */
function itemsBehind(path: readonly string[], { indicators, context }: PublishedResults): readonly string[] | null {
  const [room, topic = '', member = ''] = path
  if (room === 'context' && topicsOfItems.has(topic)) return [member]
  const measures = new Map(indicators.map(({ indicator, core }) => [indicator.id, core.items]))
  for (const { indicator, wave } of context.quality) measures.set(`${indicator}-${wave}`, measures.get(indicator) ?? [])
  const named = room === 'indicators' || room === 'context' ? path.find((part) => measures.has(part)) : undefined
  return named === undefined ? null : (measures.get(named) ?? null)
}
