// Logotypes for the first page of a project's reports: files that staff bring, looked at before they are kept.
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import { type LogoFault, type LogoFile, logoBytes, readLogo } from '#document/logo-file.ts'
import { type DrawingFault, findUndrawable } from '#document/logo-trial.ts'
import { Problem } from '#errors.ts'
import { formatCount } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { addLogo, findLogo, listLogos, removeLogo } from '#store/reports.ts'
import { cleanText } from '#survey/clean-text.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { reportDone } from '../reports/here.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, projectHere } from '../staff/here.ts'

declare module '../page.ts' {
  interface Pages {
    'reports/logos': {
      slug: string
      projectName: string
      done: string | null
      logos: { id: string; address: string; alt: string; size: string }[]
      mayWrite: boolean
      values: { altSv: string; altEn: string }
      errors: FieldError[]
    }
  }
}

type InProject = FastifyRequest<{ Params: { slug: string } }>
type InLogo = FastifyRequest<{ Params: { slug: string; logo: string } }>

/** They share the width of one page. */
const mostLogos = 8
const types = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml; charset=utf-8' } as const
const noValues = { altSv: '', altEn: '' }

export async function reportLogos(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  // A byte more than is allowed, so that a file too large is told from one cut short; the form comes back with its words.
  const limits = { fileSize: logoBytes + 1, files: 1, fields: 3, fieldSize: 4000, parts: 5 }
  await app.register(multipart, { limits, throwFileSizeLimit: false })
  const looking = { config: { access: 'results:read' as const } }
  const writing = { config: { access: 'reports:write' as const } }
  const base = '/projects/:slug/reports/logos'

  app.get(base, looking, (request: InProject, reply) => showLogos(request, reply, noValues, []))

  app.post(base, writing, async (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const { bytes, fields } = await readForm(request)
    const { altSv, altEn } = readFields(fields, ['altSv', 'altEn'])
    const values = { altSv: altSv.trim(), altEn: altEn.trim() }
    const { wrong } = phrasesIn(request.language).reports.logo
    const logo = await tried(readLogo(bytes))
    const errors: FieldError[] = [
      ...(typeof logo === 'string' ? [{ field: 'file', message: wrong[logo] }] : []),
      ...(listLogos(db, project.id).length >= mostLogos ? [{ field: 'file', message: wrong.many }] : []),
      ...(['altSv', 'altEn'] as const).flatMap((field) =>
        values[field] === '' || values[field].length > 300 ? [{ field, message: wrong.alt }] : [],
      ),
    ]
    if (typeof logo === 'string' || errors.length > 0) return showLogos(request, reply.code(422), values, errors)
    addLogo(db, { projectId: project.id, ...logo, ...values }, actorOf(staff), now())
    return reply.redirect(`/projects/${project.slug}/reports/logos?done=logo_added`, 303)
  })

  app.post(`${base}/:logo/removal`, writing, (request: InLogo, reply) => {
    const { project, staff } = projectHere(db, request)
    removeLogo(db, project.id, request.params.logo, actorOf(staff), now())
    return reply.redirect(`/projects/${project.slug}/reports/logos?done=logo_removed`, 303)
  })

  app.get(`${base}/:logo`, looking, (request: InLogo, reply) => {
    const { project } = projectHere(db, request)
    const logo = findLogo(db, project.id, request.params.logo)
    if (!logo) throw new Problem('not_found')
    // Nothing that somebody drew into a picture may run here.
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    return reply.type(types[logo.type]).header('x-content-type-options', 'nosniff').send(logo.bytes)
  })

  function showLogos(request: InProject, reply: FastifyReply, values: typeof noValues, errors: FieldError[]) {
    const { project, staff } = projectHere(db, request)
    const { language } = request
    return sendPage(reply, 'reports/logos', {
      slug: project.slug,
      projectName: nameOf(project, language),
      done: reportDone(request),
      logos: listLogos(db, project.id).map((logo) => ({
        id: logo.id,
        address: `/projects/${project.slug}/reports/logos/${logo.id}`,
        alt: language === 'sv' ? logo.altSv : logo.altEn,
        size: phrasesIn(language).reports.logo.size(
          formatCount(logo.width, language),
          formatCount(logo.height, language),
        ),
      })),
      mayWrite: can(staff.grants, 'reports:write', { projectId: project.id }),
      values,
      errors,
    })
  }
}

/** What reads well may still be broken further in: it is drawn once here, before it stops every report. */
async function tried(logo: LogoFile | LogoFault): Promise<LogoFile | LogoFault | DrawingFault> {
  if (typeof logo === 'string') return logo
  return (await findUndrawable([logo]))?.fault ?? logo
}

async function readForm(request: FastifyRequest): Promise<{ bytes: Buffer; fields: Record<string, unknown> }> {
  const fields: Record<string, unknown> = {}
  let bytes = Buffer.alloc(0)
  if (!request.isMultipart()) return { bytes, fields: {} }
  for await (const part of request.parts()) {
    if (part.type === 'file') bytes = Buffer.concat(await Array.fromAsync<Buffer>(part.file))
    else fields[part.fieldname] = typeof part.value === 'string' ? cleanText(part.value) : part.value
  }
  return { bytes, fields }
}
