// Earlier responses from a file, into one wave: read, shown, and only then imported, all of them or none.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { type ResponseFile, readResponses } from '#intake/responses.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { foreseeImport, type ImportPreview, importResponses, type WhyUnmatched } from '#store/imports.ts'
import { listMunicipalities } from '#store/projects.ts'
import { type WaveState, waveState } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import type { FieldError } from '../staff/form.ts'
import { actorOf, nameOf, waveHere } from '../staff/here.ts'
import { type Faults, faultsInWords, type Remarks, remarksInWords } from '../staff/remarks.ts'
import { acceptUploads, readUpload } from '../upload.ts'

interface Frame {
  slug: string
  project: string
  wave: { id: string; kind: WaveKind; state: WaveState }
  text: string
}

declare module '../page.ts' {
  interface Pages {
    'imports/new': Frame & {
      errors: readonly FieldError[]
      faults: Faults | null
      unmatched: { rows: { row: number; id: string; reason: WhyUnmatched }[]; more: number } | null
      failed: boolean
    }
    'imports/preview': Frame & {
      file: Pick<ResponseFile, 'encoding' | 'otherWaves'> & { items: number; allItems: number }
      counts: Omit<ImportPreview, 'unmatched'>
      warnings: Remarks
    }
  }
}

type Request = FastifyRequest<{ Params: { slug: string; id: string } }>
type Here = ReturnType<typeof waveHere>

const rowsShown = 50

export async function imports(app: FastifyInstance, { db, identity, now }: Dependencies): Promise<void> {
  await acceptUploads(app)
  const config = { access: 'responses:import' as const }

  app.get('/projects/:slug/waves/:id/import', { config }, (request: Request, reply) =>
    showForm(request, reply, waveHere(db, request), {}),
  )

  app.post('/projects/:slug/waves/:id/import', { config }, async (request: Request, reply) => {
    const here = waveHere(db, request)
    const { project, wave, staff } = here
    const { input, text, confirmed } = await readUpload(request)
    if (input === null) {
      const message = phrasesIn(request.language).staff.upload.choose
      return showForm(request, reply.code(422), here, { errors: [{ field: 'file', message }] })
    }
    const questionnaire = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
    const file = readResponses(input, {
      questionnaire,
      wave: wave.kind,
      municipalities: listMunicipalities(db, project.id),
      defaultLanguage: 'sv',
    })
    if (file.faults.length > 0) return showForm(request, reply.code(422), here, { text, file })
    const foreseen = foreseeImport(db, identity, wave, file.rows)
    if (foreseen.unmatched.length > 0) return showForm(request, reply.code(422), here, { text, foreseen })
    if (!confirmed)
      return sendPage(reply, 'imports/preview', {
        ...frameOf(request, here, text),
        file: {
          encoding: file.encoding,
          otherWaves: file.otherWaves,
          items: file.items.length,
          allItems: questionnaire.items.length,
        },
        counts: foreseen,
        warnings: remarksInWords(file.warnings, request.language),
      })
    const { recorded, added } = importResponses(db, identity, wave, file.rows, actorOf(staff), now())
    const page = `/waves/${wave.id}`
    if (recorded + added === 0) return reply.redirect(doneAt(page, 'nothing_changed'), 303)
    return reply.redirect(doneAt(page, 'responses_imported', recorded), 303)
  })
}

interface Rejected {
  text?: string
  errors?: readonly FieldError[]
  file?: ResponseFile
  foreseen?: ImportPreview
}

function showForm(
  request: Request,
  reply: FastifyReply,
  here: Here,
  { text = '', errors = [], file, foreseen }: Rejected,
) {
  return sendPage(reply, 'imports/new', {
    ...frameOf(request, here, text),
    errors,
    faults: file ? faultsInWords(file.faults, text, request.language) : null,
    unmatched: foreseen
      ? {
          rows: foreseen.unmatched.slice(0, rowsShown),
          more: Math.max(0, foreseen.unmatched.length - rowsShown),
        }
      : null,
    failed: errors.length > 0 || file !== undefined || foreseen !== undefined,
  })
}

const frameOf = ({ language }: Request, { project, wave }: Here, text: string): Frame => ({
  slug: project.slug,
  project: nameOf(project, language),
  wave: { id: wave.id, kind: wave.kind, state: waveState(wave) },
  text,
})
