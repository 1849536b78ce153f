// Files that take their time: asked for, followed, called off, fetched. A download is a POST, since each is written
// into the record of events.
import { createReadStream, statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import { Problem } from '#errors.ts'
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { findKind, type KindName, kinds } from '#jobs/kinds.ts'
import { keptFor, resultPath } from '#jobs/runner.ts'
import { type ForeseenRelease, foreseeRelease } from '#research/foresee.ts'
import type { Database } from '#store/database.ts'
import {
  askAgain,
  askForJob,
  cancelJob,
  findJob,
  isUnfinished,
  type Job,
  listJobs,
  recordDownload,
} from '#store/jobs.ts'
import type { Project } from '#store/projects.ts'
import { findStaff, type Staff } from '#store/staff.ts'
import type { Dependencies } from '../dependencies.ts'
import { offerNamedFile } from '../download.ts'
import { describeSize } from '../jobs/size.ts'
import { sendPage } from '../page.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'

interface Heading {
  slug: string
  projectName: string
}

/** Page where it can be put right, or seen whether it may be. */
interface Remedy {
  href: string
  text: string
}

interface ShownJob extends Pick<Job, 'id' | 'state' | 'askedAt' | 'done' | 'total' | 'fileName' | 'fileSha256'> {
  address: string
  title: string
  /** Who asked for it; null = the system. */
  by: string | null
  /** In kB or MB; null until there is a file. */
  size: string | null
  /** What went wrong; null where nothing did. */
  error: string | null
  remedy: Remedy | null
  /** Until when the file is kept; null where there is none. */
  keptUntil: number | null
}

interface Offer {
  kind: KindName
  title: string
  lead: string
  /** What to know before it is asked for, a paragraph each. */
  beforehand: readonly string[]
  /** No: what is said beforehand tells why, and there is no button. */
  canBeMade: boolean
  remedy: Remedy | null
}

declare module '../page.ts' {
  interface Pages {
    'jobs/list': Heading & { offers: Offer[]; jobs: ShownJob[] }
    'jobs/show': Heading & {
      job: ShownJob
      isUnfinished: boolean
      /** Asked for again it would be made, as far as is known. */
      mayBeMade: boolean
      refreshSeconds: number | null
      scripts: string[]
    }
  }
}

type InProject = FastifyRequest<{ Params: { slug: string }; Body: Readonly<Record<string, unknown>> | undefined }>
type InJob = FastifyRequest<{ Params: { slug: string; job: string }; Querystring: { follow?: string } }>

/** A small project's file is there before anybody has to wait for it on a page of its own. */
const soon = 1_000
const refreshSeconds = 5

export async function jobs(app: FastifyInstance, { db, config, now, wakeJobs }: Dependencies): Promise<void> {
  const inside = { config: { access: 'project:read' as const } }

  app.get('/projects/:slug/jobs', inside, async (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { language } = request
    const words = phrasesIn(language).jobs.kind
    const offers = (Object.keys(kinds) as KindName[]).filter((name) => {
      const kind = kinds[name]
      const withoutChoice = kind.params.safeParse({})
      return (
        withoutChoice.success &&
        mayUse(staff, kind.access, project) &&
        kind.isReady(db, project, now(), withoutChoice.data)
      )
    })
    const foreseen = offers.includes('researchRelease') ? await foreseeRelease(db, project, now()) : null
    return sendPage(reply, 'jobs/list', {
      slug: project.slug,
      projectName: nameOf(project, language),
      offers: offers.map((kind) => ({
        kind,
        ...words[kind],
        ...(kind === 'researchRelease' && foreseen
          ? tellRelease(foreseen, project, language)
          : { beforehand: [], canBeMade: true, remedy: null }),
      })),
      jobs: listJobs(db, project.id)
        .filter((job) => maySee(staff, job, project))
        .map((job) => shownJob(db, job, project, language)),
    })
  })

  app.post('/projects/:slug/jobs', inside, async (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { kind: name, ...choices } = request.body ?? {}
    const kind = typeof name === 'string' ? findKind(name) : undefined
    if (!kind || typeof name !== 'string') throw new Problem('bad_request')
    if (!mayUse(staff, kind.access, project)) throw new Problem('forbidden')
    const read = kind.params.safeParse(choices)
    if (!read.success) throw new Problem('bad_request')
    if (!kind.isReady(db, project, now(), read.data)) throw new Problem('wave_not_open')
    const refusal = await findRefusal(name, project)
    if (refusal) throw new Problem(refusal)
    const job = askForJob(
      db,
      {
        projectId: project.id,
        kind: name,
        params: read.data,
        language: request.language,
        fileName: kind.fileName(project, read.data),
      },
      actorOf(staff),
      now(),
    )
    return startAndShow(reply, project, job)
  })

  app.get('/projects/:slug/jobs/:job', inside, async (request: InJob, reply) => {
    const { project, job } = jobHere(request)
    const goesOn = isUnfinished(job)
    const hasEnded = !goesOn && job.state !== 'done'
    return sendPage(reply, 'jobs/show', {
      slug: project.slug,
      projectName: nameOf(project, request.language),
      job: shownJob(db, job, project, request.language),
      isUnfinished: goesOn,
      mayBeMade: !hasEnded || (await findRefusal(job.kind, project)) === undefined,
      refreshSeconds: goesOn && request.query.follow === '1' ? refreshSeconds : null,
      scripts: goesOn ? ['staying.js', 'jobs.js'] : [],
    })
  })

  app.get('/projects/:slug/jobs/:job/status', inside, (request: InJob) => {
    const { state, done, total } = jobHere(request).job
    return { state, done, total }
  })

  app.post('/projects/:slug/jobs/:job/file', inside, (request: InJob, reply) => {
    const { project, job, staff } = jobHere(request)
    const file = resultPath(config.jobsDir, job.id)
    const size = statSync(file, { throwIfNoEntry: false })?.size
    // The page says what became of it.
    if (job.state !== 'done' || size !== job.fileSize) return reply.redirect(addressOf(project, job), 303)
    recordDownload(db, job, actorOf(staff), now())
    return offerNamedFile(reply, job.fileName).header('content-length', size).send(createReadStream(file))
  })

  app.post('/projects/:slug/jobs/:job/cancellation', inside, (request: InJob, reply) => {
    const { project, job, staff } = jobHere(request)
    if (cancelJob(db, job, actorOf(staff), now())) wakeJobs()
    return reply.redirect(addressOf(project, job), 303)
  })

  app.post('/projects/:slug/jobs/:job/again', inside, async (request: InJob, reply) => {
    const { project, job, staff } = jobHere(request)
    const refusal = await findRefusal(job.kind, project)
    if (refusal) throw new Problem(refusal)
    askAgain(db, job, actorOf(staff), now())
    return startAndShow(reply, project, job)
  })

  function jobHere(request: InJob): { project: Project; staff: Staff; job: Job } {
    const { project, staff } = projectHere(db, request)
    const job = findJob(db, request.params.job)
    if (!job || job.projectId !== project.id || !maySee(staff, job, project)) throw new Problem('not_found')
    return { project, staff, job }
  }

  /** Why no such file can be made of the project as it is, where that is known beforehand. */
  async function findRefusal(kind: string, project: Project) {
    const foreseen = kind === 'researchRelease' ? await foreseeRelease(db, project, now()) : null
    return foreseen?.kind === 'refused' ? foreseen.why : undefined
  }

  async function startAndShow(reply: FastifyReply, project: Project, job: Job) {
    wakeJobs()
    const isReady = await endsWithin(db, job, soon)
    return reply.redirect(`${addressOf(project, job)}${isReady ? '' : '?follow=1'}`, 303)
  }
}

function tellRelease(
  foreseen: ForeseenRelease,
  { slug }: Project,
  language: Language,
): Pick<Offer, 'beforehand' | 'canBeMade' | 'remedy'> {
  const phrases = phrasesIn(language)
  const { smallRelease: words, error } = phrases.jobs
  const count = (value: number) => formatCount(value, language)
  if (foreseen.kind === 'refused') {
    const { why } = foreseen
    const beforehand = [error[why], why === 'answers_changed' ? words.restricted : words.why]
    return { beforehand, canBeMade: false, remedy: remedyOf(why, slug, phrases) }
  }
  const size =
    foreseen.kind === 'unknown'
      ? words.unknown
      : words.size(count(foreseen.people), count(foreseen.municipalities), count(foreseen.of))
  const why = [words.why, words.more, words.restricted].join(' ')
  return { beforehand: [size, why], canBeMade: true, remedy: null }
}

/** null where no page helps. */
function remedyOf(code: string, slug: string, { cuts, jobs }: ReturnType<typeof phrasesIn>): Remedy | null {
  if (code === 'answers_changed') return { href: `/projects/${slug}/cuts`, text: cuts.title }
  if (code === 'logo_undrawable') return { href: `/projects/${slug}/reports/logos`, text: jobs.toLogos }
  return null
}

const mayUse = (staff: Staff, access: Parameters<typeof can>[1], { id }: Project): boolean =>
  can(staff.grants, access, { projectId: id })

/** A file is for whoever could have asked for it; one of a kind that is no longer made is for nobody. */
function maySee(staff: Staff, job: Job, project: Project): boolean {
  const kind = findKind(job.kind)
  return kind !== undefined && mayUse(staff, kind.access, project)
}

async function endsWithin(db: Database, { id }: Job, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  for (;;) {
    const job = findJob(db, id)
    if (!job || !isUnfinished(job)) return true
    if (performance.now() > deadline) return false
    await delay(50)
  }
}

const addressOf = ({ slug }: Project, { id }: Pick<Job, 'id'>): string => `/projects/${slug}/jobs/${id}`

function shownJob(db: Database, job: Job, project: Project, language: Language): ShownJob {
  const phrases = phrasesIn(language)
  const words = phrases.jobs
  const errors: Readonly<Record<string, string | ((which: string) => string)>> = words.error
  // With the number of the one it is about.
  const [code = '', which = ''] = job.error.split(' ')
  const error = errors[code] ?? words.error.other
  const [, staffId] = /^staff:(.+)$/.exec(job.askedBy) ?? []
  const { id, state, askedAt, done, total, fileName, fileSha256 } = job
  return {
    id,
    state,
    askedAt,
    done,
    total,
    fileName,
    fileSha256: state === 'done' ? fileSha256 : null,
    address: addressOf(project, job),
    title: findKind(job.kind) ? words.kind[job.kind as KindName].title : job.kind,
    by: staffId === undefined ? null : (findStaff(db, staffId)?.name ?? null),
    size: state === 'done' && job.fileSize !== null ? describeSize(job.fileSize, language) : null,
    error: state !== 'failed' ? null : typeof error === 'string' ? error : error(which),
    remedy: state === 'failed' ? remedyOf(code, project.slug, phrases) : null,
    keptUntil: state === 'done' && job.endedAt !== null ? job.endedAt + keptFor : null,
  }
}
