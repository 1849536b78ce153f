// The facts of a report that nobody can compute: first page, counted targets, co-financing.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Cover, type Finance, factShapes, type ReportFacts, Target } from '#document/facts.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { readFacts } from '#reporting.ts'
import { listMunicipalities, type Municipality } from '#store/projects.ts'
import { type FactTopic, findFacts, type ReportFact, saveFacts } from '#store/reports.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type InReport, type ReportHeading, reportHere, signature } from '../reports/here.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf } from '../staff/here.ts'

interface FactsPage extends ReportHeading {
  revision: number
  errors: FieldError[]
  /** What somebody else has saved meanwhile, as name and value. */
  theirs: { who: string; time: string; rows: { name: string; value: string }[] } | null
}

type CoverField = keyof Cover
type TargetField = keyof Target

declare module '../page.ts' {
  interface Pages {
    'reports/cover': FactsPage & { values: Record<CoverField, string> }
    'reports/targets': FactsPage & { goals: Record<TargetField, string>[] }
    'reports/finance': FactsPage & { payers: FinanceRow[] }
  }
}

interface FinanceRow {
  code: string
  name: string
  decided: string
  received: string
  decision: string
}

const coverFields = Object.keys(Cover.shape) as CoverField[]
const targetFields = Object.keys(Target.shape) as TargetField[]

export async function reportFacts(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const writing = { config: { access: 'reports:write' as const }, bodyLimit: 1_048_576 }

  app.get('/projects/:slug/reports/:report/cover', writing, (request: InReport, reply) => {
    const { facts, page } = pageOf(request, 'cover')
    return sendPage(reply, 'reports/cover', { ...page, values: facts.cover })
  })

  app.post('/projects/:slug/reports/:report/cover', writing, (request: InReport, reply) => {
    const values = readFields(request.body, coverFields)
    return save(request, reply, 'cover', values, tooLong(coverFields, values, request.language), (page) =>
      sendPage(reply, 'reports/cover', { ...page, values }),
    )
  })

  app.get('/projects/:slug/reports/:report/targets', writing, (request: InReport, reply) => {
    const { facts, page } = pageOf(request, 'targets')
    return sendPage(reply, 'reports/targets', { ...page, goals: [...facts.targets, noTarget] })
  })

  app.post('/projects/:slug/reports/:report/targets', writing, (request: InReport, reply) => {
    const rows = targetsIn(request.body)
    const kept = rows.filter((row) => row.goalSv !== '' || row.goalEn !== '')
    const errors = rows.flatMap((row, at) => tooLong(targetFields, row, request.language, `-${at}`))
    return save(request, reply, 'targets', kept, errors, (page) =>
      sendPage(reply, 'reports/targets', { ...page, goals: [...kept, noTarget] }),
    )
  })

  app.get('/projects/:slug/reports/:report/finance', writing, (request: InReport, reply) => {
    const { facts, page, municipalities } = pageOf(request, 'finance')
    return sendPage(reply, 'reports/finance', {
      ...page,
      payers: municipalities.map((one) => financeRow(one, facts.finance)),
    })
  })

  app.post('/projects/:slug/reports/:report/finance', writing, (request: InReport, reply) => {
    const { municipalities } = pageOf(request, 'finance')
    const rows = municipalities.map((one): FinanceRow => {
      const names = [`decided-${one.code}`, `received-${one.code}`, `decision-${one.code}`] as const
      const fields = readFields(request.body, names)
      const [decided, received, decision] = names.map((name) => (fields[name] ?? '').trim())
      return {
        code: one.code,
        name: one.name,
        decided: decided ?? '',
        received: received ?? '',
        decision: decision ?? '',
      }
    })
    const words = phrasesIn(request.language).reports.facts
    const errors = rows.flatMap((row) => [
      ...(['decided', 'received'] as const).flatMap((name): FieldError[] =>
        kronorOf(row[name]) === undefined
          ? [{ field: `${name}-${row.code}`, message: words.finance.notANumber(row.name) }]
          : [],
      ),
      ...tooLong(['decision'], row, request.language, `-${row.code}`),
    ])
    const content = rows.map(
      (row): Finance => ({
        municipality: row.code,
        decided: kronorOf(row.decided) ?? null,
        received: kronorOf(row.received) ?? null,
        decision: row.decision,
      }),
    )
    return save(request, reply, 'finance', content, errors, (page) =>
      sendPage(reply, 'reports/finance', { ...page, payers: rows }),
    )
  })

  function pageOf(request: InReport, topic: FactTopic) {
    const { project, staff, report, heading } = reportHere(db, request)
    const facts = readFacts(db, project, report)
    const revision = findFacts(db, report.id, topic)?.revision ?? 0
    const page: FactsPage = { ...heading, revision, errors: [], theirs: null }
    return { report, staff, facts, page, municipalities: listMunicipalities(db, project.id) }
  }

  /** Saved, or the page again with what was typed and why. */
  function save(
    request: FastifyRequest,
    reply: FastifyReply,
    topic: FactTopic,
    content: unknown,
    errors: FieldError[],
    show: (page: FactsPage) => FastifyReply,
  ) {
    const { report, staff, page, municipalities } = pageOf(request as InReport, topic)
    const { revision } = readFields(request.body, ['revision'])
    const seen = /^\d{1,9}$/.test(revision) ? Number(revision) : 0
    if (errors.length > 0) {
      reply.code(422)
      return show({ ...page, revision: seen, errors })
    }
    const saved = saveFacts(db, { reportId: report.id, topic, content }, seen, actorOf(staff), now())
    if (saved.outcome === 'saved') return reply.redirect(`${page.base}?done=saved`, 303)
    reply.code(409)
    const { current } = saved
    const rows = namedRows(current, municipalities, request.language)
    return show({ ...page, revision: current.revision, theirs: { ...signature(db, current, request.language), rows } })
  }
}

const noTarget: Target = { goalSv: '', goalEn: '', planned: '', outcome: '', evidence: '', deviation: '' }

/** Rows are numbered in the names of their fields; as many as were sent. */
function targetsIn(body: unknown): Target[] {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const fields = readFields(
      body,
      targetFields.map((name) => `${name}-${at}`),
    )
    return Object.fromEntries(targetFields.map((name) => [name, (fields[`${name}-${at}`] ?? '').trim()]))
  })
  return rows
    .map((row) => Target.safeParse(row).data ?? (row as Target))
    .filter((row) => Object.values(row).some((text) => text !== ''))
}

function tooLong<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, string>>,
  language: Language,
  ending = '',
): FieldError[] {
  const message = phrasesIn(language).reports.facts.tooLong
  const limits: Readonly<Record<string, number>> = {
    fundSv: 4000,
    fundEn: 4000,
    goalSv: 4000,
    goalEn: 4000,
    evidence: 4000,
    deviation: 4000,
  }
  return names.flatMap((name) =>
    values[name].length > (limits[name] ?? 300) ? [{ field: `${name}${ending}`, message }] : [],
  )
}

const financeRow = ({ code, name }: Municipality, finance: ReportFacts['finance']): FinanceRow => {
  const row = finance.find(({ municipality }) => municipality === code)
  const kronor = (amount: number | null | undefined) => (amount === null || amount === undefined ? '' : String(amount))
  return { code, name, decided: kronor(row?.decided), received: kronor(row?.received), decision: row?.decision ?? '' }
}

/** Whole kronor as people write them, "40 000"; null where nothing is written, undefined where it is no amount. */
function kronorOf(typed: string): number | null | undefined {
  const digits = typed.replaceAll(/[\s\u00a0]|kr$/g, '')
  if (digits === '') return null
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

/** Saved facts as a list that can be read beside the form. */
function namedRows(fact: ReportFact, municipalities: readonly Municipality[], language: Language) {
  const words = phrasesIn(language).reports.facts
  const filled = (rows: { name: string; value: string }[]) => rows.filter(({ value }) => value !== '')
  if (fact.topic === 'cover') {
    const cover = factShapes.cover.safeParse(fact.content).data
    return cover ? filled(coverFields.map((name) => ({ name: words.cover[name].label, value: cover[name] }))) : []
  }
  if (fact.topic === 'targets') {
    const targets = factShapes.targets.safeParse(fact.content).data ?? []
    return targets.map((target) => ({
      name: language === 'sv' ? target.goalSv : target.goalEn,
      value: [target.planned, target.outcome, target.evidence, target.deviation]
        .filter((text) => text !== '')
        .join(' · '),
    }))
  }
  const finance = factShapes.finance.safeParse(fact.content).data ?? []
  return finance.map((row) => ({
    name: municipalities.find(({ code }) => code === row.municipality)?.name ?? row.municipality,
    value: [row.decided, row.received, row.decision].filter((one) => one !== null && one !== '').join(' · '),
  }))
}
