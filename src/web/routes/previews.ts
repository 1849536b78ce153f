// What participants will get, before they get it: the letters, and the questionnaire on one page.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type Language, languages } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { pagesInWave } from '#survey/visibility.ts'
import { buildQuestion, type Question } from '../answering/question.ts'
import type { Dependencies } from '../dependencies.ts'
import { ownAddress } from '../own-address.ts'
import { sendPage } from '../page.ts'
import { waveHere } from '../staff/here.ts'
import { sendLetter } from '../staff/letter-page.ts'
import { previewLetter } from '../staff/letter-preview.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'

interface PreviewPage {
  title: string
  preamble: string | null
  questions: { question: Question; isConditional: boolean }[]
}

declare module '../page.ts' {
  interface Pages {
    'previews/letter': WaveFrame & {
      kind: PreviewedKind
      letters: { inLanguage: Language; subject: string; text: string }[]
    }
    'previews/questionnaire': WaveFrame & { title: string; version: number; pages: PreviewPage[] }
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>
type PreviewedKind = 'invitation' | 'reminder'
type OfLetter = FastifyRequest<{ Params: { id: string; kind: PreviewedKind; language: Language } }>

export async function previews(app: FastifyInstance, { db, config: settings }: Dependencies): Promise<void> {
  const config = { access: 'mail:read' as const }
  const kind = ':kind(^(?:invitation|reminder)$)'

  app.get(`/waves/:id/letters/${kind}`, { config }, (request: OfLetter, reply) => {
    const here = waveHere(db, request)
    const letters = languages.map((inLanguage) => {
      const { subject, text } = previewLetter(
        db,
        previewedOf(here, request.params.kind, inLanguage),
        ownAddress(request, settings),
      )
      return { inLanguage, subject, text }
    })
    return sendPage(reply, 'previews/letter', { ...waveFrame(request, here), kind: request.params.kind, letters })
  })

  app.get(`/waves/:id/letters/${kind}/:language`, { config }, (request: OfLetter, reply) => {
    const here = waveHere(db, request)
    const { kind, language } = request.params
    if (!languages.includes(language)) throw new Problem('not_found')
    return sendLetter(reply, previewLetter(db, previewedOf(here, kind, language), ownAddress(request, settings)).html)
  })

  app.get('/waves/:id/questionnaire', { config: { access: 'project:read' } }, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const { wave } = here
    const questionnaire = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
    return sendPage(reply, 'previews/questionnaire', {
      ...waveFrame(request, here),
      title: questionnaire.title[request.language],
      version: questionnaire.version,
      pages: pagesOf(questionnaire, wave.kind, request.language),
    })
  })
}

const previewedOf = ({ project, wave }: ReturnType<typeof waveHere>, kind: PreviewedKind, language: Language) => ({
  project,
  wave,
  kind,
  language,
  recipient: undefined,
})

/** Every page of the wave and every question on it, whoever is asked. */
const pagesOf = (questionnaire: Questionnaire, kind: WaveKind, language: Language): PreviewPage[] =>
  pagesInWave(questionnaire, kind).map(({ page, items }) => ({
    title: page.title[language],
    preamble: page.preamble ? (questionnaire.preambles[page.preamble]?.[language] ?? null) : null,
    questions: items.map((item) => ({
      question: buildQuestion(questionnaire, item, { typed: {}, error: null }, language),
      isConditional: item.showIf !== undefined,
    })),
  }))
