// Answers for researchers: pseudonymous, without free text, streamed. A POST, since each export is written into the
// record of events; the codebook is only looked at.
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import type { CsvProfile } from '#report/csv.ts'
import { exportId, researchLong, researchWide } from '#report/research.ts'
import { codebookCsv } from '#report/research-codebook.ts'
import { recordEvent } from '#store/events.ts'
import { listPanelWaves, readPanel } from '#store/panel.ts'
import type { Dependencies } from '../dependencies.ts'
import { offerFile } from '../download.ts'
import { actorOf, projectHere } from '../staff/here.ts'

type Request = FastifyRequest<{
  Params: { slug: string }
  Querystring: { profile?: string }
  Body: { form?: string; profile?: string } | undefined
}>

export async function research(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'responses:export' as const }

  app.get('/projects/:slug/research/codebook.csv', { config }, (request: Request, reply) => {
    const { project } = projectHere(db, request)
    const waves = listPanelWaves(db, project.id)
    return offerFile(reply, `${project.slug}-codebook`, 'csv').send(
      codebookCsv(waves, profileOf(request.query.profile), request.language),
    )
  })

  app.post('/projects/:slug/research', { config }, (request: Request, reply) => {
    const { project, staff } = projectHere(db, request)
    const waves = listPanelWaves(db, project.id)
    if (waves.length === 0) throw new Problem('wave_not_open')
    const form = request.body?.form === 'wide' ? 'wide' : 'long'
    const profile = profileOf(request.body?.profile)
    // A key of its own and thrown away: two exports cannot be joined.
    const exportKey = randomBytes(32)
    const people = readPanel(db, project.id, (id) => exportId(exportKey, id))
    const options = { profile, language: request.language, waves, exportKey }
    recordEvent(db, {
      at: now(),
      actor: actorOf(staff),
      action: 'responses.exported',
      subject: `project:${project.id}`,
      details: { form, profile, includeText: false },
    })
    const chunks = form === 'wide' ? researchWide(people, options) : researchLong(people, options)
    return offerFile(reply, `${project.slug}-${form}`, 'csv').send(Readable.from(chunks))
  })
}

const profileOf = (value: string | undefined): CsvProfile => (value === 'excel' ? 'excel' : 'research')
