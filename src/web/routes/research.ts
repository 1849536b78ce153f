// Answers for researchers: pseudonymous, without free text, streamed. A POST, since each export is written into the
// record of events; the codebook is only looked at.
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import type { CsvProfile } from '#report/csv.ts'
import { codebookOf, openTable } from '#research/single-table.ts'
import { recordEvent } from '#store/events.ts'
import { listPanelWaves } from '#store/panel.ts'
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
    return offerFile(reply, `${project.slug}-codebook`, 'csv').send(
      codebookOf(db, project, { profile: profileOf(request.query.profile), language: request.language }),
    )
  })

  app.post('/projects/:slug/research', { config }, async (request: Request, reply) => {
    const { project, staff } = projectHere(db, request)
    if (listPanelWaves(db, project.id).length === 0) throw new Problem('wave_not_open')
    const form = request.body?.form === 'wide' ? 'wide' : 'long'
    const profile = profileOf(request.body?.profile)
    recordEvent(db, {
      at: now(),
      actor: actorOf(staff),
      action: 'responses.exported',
      subject: `project:${project.id}`,
      details: { form, profile, includeText: false },
    })
    const table = await openTable(db, project, { form, profile, language: request.language })
    const file = Readable.from(table.chunks()).once('close', () => table.close())
    return offerFile(reply, `${project.slug}-${form}`, 'csv').send(file)
  })
}

const profileOf = (value: string | undefined): CsvProfile => (value === 'excel' ? 'excel' : 'research')
