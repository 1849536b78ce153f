// Comparing: municipalities, actor groups, all measures of one of them, and two programmes, each side by side. Read
// from published figures alone; what is shown is in the address.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import type { NoComparison } from '#results.ts'
import type { Project } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import { readViewFiles } from '#store/view-files.ts'
import { scriptsOfCharts } from '../charts/shown-chart.ts'
import {
  type GroupsBody,
  type MunicipalitiesBody,
  type Shown,
  showGroups,
  showMunicipalities,
  showWhole,
  type WholeBody,
} from '../compare/bodies.ts'
import type { Select } from '../compare/selects.ts'
import { cutsOf, readCut, readNow, type Source } from '../compare/source.ts'
import { addressOf, type Reading, readState, type StateFault, type View, views } from '../compare/state.ts'
import { listComparable, type ProgrammesBody, showProgrammes } from '../compare/two-programmes.ts'
import type { Dependencies } from '../dependencies.ts'
import { ownAddress } from '../own-address.ts'
import { sendPage } from '../page.ts'
import { type FrozenNotice, frozenNotice } from '../results/frozen.ts'
import { nameOf, projectHere } from '../staff/here.ts'

type Body = MunicipalitiesBody | GroupsBody | WholeBody | ProgrammesBody

declare module '../page.ts' {
  interface Pages {
    'compare/show': {
      slug: string
      projectName: string
      isDemo: boolean
      frozen: FrozenNotice | null
      view: View
      tabs: readonly { title: string; href: string; current: boolean }[]
      selects: readonly Select[]
      /** What the address asked for that is not there. */
      faults: readonly string[]
      /** The whole address of what is shown. */
      link: string
      /** Whether that address will always show the same figures. */
      isFixed: boolean
      languageLink: string
      shown: Body
      scripts: string[]
    }
  }
}

type Request = FastifyRequest<{ Params: { slug: string }; Querystring: Readonly<Record<string, unknown>> }>

export async function compare(app: FastifyInstance, { db, now, config }: Dependencies): Promise<void> {
  const pictures = readViewFiles(config.surveysDir)

  app.get('/projects/:slug/compare', { config: { access: 'results:read' } }, async (request: Request, reply) => {
    const { project, staff } = projectHere(db, request)
    const { language } = request
    const reading = readState(request.query)
    if (reading.view === 'programmes') {
      const shown = showProgrammes({ db, project, grants: staff.grants, reading, language })
      return send(request, reply, { project, staff, reading, shown, isFixed: true, held: null })
    }
    const { source, cuts, hasNow, isHeld } = await chooseSource(project, reading)
    if (typeof source === 'string') {
      const heading = { slug: project.slug, projectName: nameOf(project, language), isDemo: project.isDemo }
      return sendPage(reply, 'results/none', { ...heading, reason: source })
    }
    const shown = { municipalities: showMunicipalities, groups: showGroups, whole: showWhole }[reading.view]({
      source,
      reading,
      cuts,
      hasNow,
      slug: project.slug,
      projectName: nameOf(project, language),
      pictures: pictures.get(source.questionnaire) ?? [],
      language,
    })
    return send(request, reply, {
      project,
      staff,
      reading,
      shown,
      isFixed: source.cut !== null,
      held: isHeld ? source : null,
    })
  })

  /** The cut asked for, else what the results show now, else why there is nothing. */
  async function chooseSource(
    project: Project,
    reading: Reading,
  ): Promise<{ source: Source | NoComparison; cuts: ReturnType<typeof cutsOf>; hasNow: boolean; isHeld: boolean }> {
    const cuts = cutsOf(db, project)
    const code = reading.chooseOrNone(
      'cut',
      cuts.map((cut) => cut.code),
    )
    const current = await readNow(db, project, now())
    const hasNow = typeof current !== 'string' && current.cut === null
    const cut = cuts.find((one) => one.code === code)
    return { source: cut ? readCut(db, cut) : current, cuts, hasNow, isHeld: !cut && !hasNow }
  }

  function send(
    request: Request,
    reply: FastifyReply,
    of: {
      project: Project
      staff: Staff
      reading: Reading
      shown: Shown<Body>
      isFixed: boolean
      /** The figures that stand for the answers as they are now. */
      held: Source | null
    },
  ) {
    const { project, staff, reading, shown, isFixed, held } = of
    const { language } = request
    const { slug } = project
    const address = addressOf(slug, reading.view, shown.chosen)
    const hasOthers = listComparable(db, project, staff.grants).length > 0
    const offered = views.filter((view) => view !== 'programmes' || hasOthers || view === reading.view)
    const words = phrasesIn(language)
    return sendPage(reply.code(reading.faults.length > 0 ? 422 : 200), 'compare/show', {
      slug,
      projectName: nameOf(project, language),
      isDemo: project.isDemo,
      frozen: held && frozenNotice(held, slug, language),
      view: reading.view,
      tabs: offered.map((view) => ({
        title: words.compare.tab[view],
        href: addressOf(slug, view, keptIn(view, shown.chosen)),
        current: view === reading.view,
      })),
      selects: shown.selects,
      faults: reading.faults.map((fault) => faultText(fault)),
      link: `${ownAddress(request, config)}${address}`,
      isFixed,
      languageLink: `${address}&lang=${language === 'sv' ? 'en' : 'sv'}`,
      shown: shown.body,
      scripts: [...scriptsOfCharts],
    })

    function faultText(fault: StateFault): string {
      return fault.kind === 'crossed' ? words.compare.crossed : words.compare.unknown(fault.name)
    }
  }
}

/** What was chosen in one view and means the same in another. */
const keptIn = (view: View, { indicator, cut }: Shown<Body>['chosen']) => ({
  ...(indicator === undefined || view === 'whole' ? {} : { indicator }),
  ...(cut === undefined ? {} : { cut }),
})
