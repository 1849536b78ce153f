// Paper and telephone: what has come in by which way, forms to print, and the door to entering them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import QRCode from 'qrcode'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { answerLink } from '#mail/links.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { keepInformation } from '#store/information.ts'
import {
  countByMode,
  type Entering,
  enteringIn,
  findGone,
  findInvitedByCode,
  type Invited,
  listInvited,
  listUnfinished,
  takeCodes,
  type Unfinished,
} from '#store/paper.ts'
import type { Mode } from '#store/responses.ts'
import { issueTokens } from '#store/tokens.ts'
import { graceEnds, stateOn } from '#store/waves.ts'
import type { Language } from '#survey/questionnaire.ts'
import { currentInformation, paragraphsOf } from '../answering/information.ts'
import type { Dependencies } from '../dependencies.ts'
import { ownAddress } from '../own-address.ts'
import { sendPage } from '../page.ts'
import { formToPrint, type PaperPage } from '../paper/form.ts'
import type { FieldError } from '../staff/form.ts'
import { readFields } from '../staff/form.ts'
import { actorOf, nameOf, waveHere } from '../staff/here.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'
import { requireOpen } from '../staff/wave-refusal.ts'

interface Form {
  language: Language
  heading: string
  organisation: string
  contact: string
  code: string
  /** The QR code as a picture within the page. */
  picture: string
  pages: PaperPage[]
  /** How the answers are handled. */
  information: string[]
}

declare module '../page.ts' {
  interface Pages {
    'paper/show': WaveFrame & {
      entering: Entering
      /** New forms: while the wave takes answers on the web, where their QR codes lead. */
      mayPrint: boolean
      /** Where the wave has closed: until when a form that is begun can be finished. */
      until: number
      done: string | null
      counts: { mode: Mode; people: number }[]
      unfinished: Unfinished[]
      /** Entered, and counting for nothing: to be removed. */
      left: Unfinished[]
      waiting: { municipality: string; people: number }[]
      persons: { id: string; name: string; municipality: string }[]
      typed: string
      errors: readonly FieldError[]
      failed: boolean
    }
    'paper/print': WaveFrame & {
      list: { code: string; name: string; municipality: string }[]
      forms: Form[]
      /** Answering is a consent. */
      asksConsent: boolean
      words: Record<Language, Pick<ReturnType<typeof phrasesIn>, 'paper' | 'answering' | 'items'>>
    }
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>

/** Forms in one page: more, and a browser would struggle with printing them. */
const mostForms = 150

export async function paper(app: FastifyInstance, { db, identity, config: settings, now }: Dependencies) {
  const enter = { config: { access: 'responses:enter' as const } }

  app.get('/waves/:id/paper', enter, (request: OfWave, reply) => {
    const { wave } = waveHere(db, request)
    const { code = '', entered } = request.query as { code?: unknown; entered?: unknown }
    const words = phrasesIn(request.language).paper
    const done = typeof entered === 'string' && Object.hasOwn(words.done, entered) ? entered : null
    if (typeof code !== 'string' || code.trim() === '')
      return show(request, reply, { done: done && words.done[done as keyof typeof words.done], typed: '', errors: [] })
    if (findInvitedByCode(db, wave.id, code)) return reply.redirect(`/waves/${wave.id}/paper/${plainCode(code)}`, 303)
    const gone = findGone(db, wave.id, code)
    return show(request, reply.code(422), {
      done: null,
      typed: code.slice(0, 40),
      errors: [{ field: 'code', message: gone ? words.gone[gone] : words.noSuchCode }],
    })
  })

  app.post('/waves/:id/paper/print', enter, async (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const { wave, project } = here
    // Their QR codes open the questionnaire on the web: not printed when it takes no new answers.
    requireOpen(wave, localDay(now()))
    const words = phrasesIn(request.language).paper
    const { who } = readFields(request.body, ['who'])
    const people = chosen(
      listInvited(db, wave.id).filter(({ answered }) => !answered),
      who,
    )
    const refuse = (message: string) =>
      show(request, reply.code(422), { done: null, typed: '', errors: [{ field: 'who', message }] })
    if (people.length === 0) return refuse(words.nobody)
    if (people.length > mostForms) return refuse(words.tooMany(people.length, mostForms))
    const told = currentInformation(db, project)
    const { version } = keepInformation(db, project.id, told, actorOf(here.staff), now())
    const { codes, links } = db.transaction((tx) => {
      const ids = people.map(({ invitationId }) => invitationId)
      const issued = ids.map((id) => [id, issueTokens(tx, id, now()).answer] as const)
      return { codes: takeCodes(tx, ids, version, now()), links: new Map(issued) }
    })
    const questionnaire = getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
    const pages = {
      sv: formToPrint(questionnaire, wave.kind, 'sv'),
      en: formToPrint(questionnaire, wave.kind, 'en'),
    }
    const information = { sv: paragraphsOf(told.bodySv), en: paragraphsOf(told.bodyEn) }
    const base = ownAddress(request, settings)
    const forms = await Promise.all(
      people.map(async ({ invitationId, language }) => ({
        language,
        heading: nameOf(project, language),
        organisation: project.organisation,
        contact: project.contactEmail,
        code: codes.get(invitationId) ?? '',
        picture: await QRCode.toDataURL(answerLink(base, links.get(invitationId) ?? ''), { margin: 1, width: 240 }),
        pages: pages[language],
        information: information[language],
      })),
    )
    const list = people.map(({ invitationId, municipality, nameSealed }) => ({
      code: codes.get(invitationId) ?? '',
      name: identity.open(nameSealed),
      municipality,
    }))
    const asksConsent = told.legalBasis === 'consent'
    const both = { sv: phrasesIn('sv'), en: phrasesIn('en') }
    return sendPage(reply, 'paper/print', { ...waveFrame(request, here), list, forms, asksConsent, words: both })
  })

  function show(
    request: OfWave,
    reply: FastifyReply,
    { done, typed, errors }: { done: string | null; typed: string; errors: readonly FieldError[] },
  ) {
    const here = waveHere(db, request)
    const { wave } = here
    const waiting = listInvited(db, wave.id).filter(({ answered }) => !answered)
    const entering = enteringIn(wave, now())
    const forms = listUnfinished(db, wave.id)
    const mayFinish = ({ standing }: Unfinished) => standing === 'begun' && entering !== 'none'
    const places = [...new Set(waiting.map(({ municipality }) => municipality))]
    return sendPage(reply, 'paper/show', {
      ...waveFrame(request, here),
      entering,
      mayPrint: stateOn(wave, localDay(now())) === 'open',
      until: graceEnds(wave),
      done,
      counts: Object.entries(countByMode(db, wave.id)).map(([mode, people]) => ({ mode: mode as Mode, people })),
      unfinished: forms.filter(mayFinish),
      left: forms.filter((form) => !mayFinish(form)),
      waiting: places.map((municipality) => ({
        municipality,
        people: waiting.filter((one) => one.municipality === municipality).length,
      })),
      persons: waiting
        .map(({ invitationId: id, municipality, nameSealed }) => ({
          id,
          name: identity.open(nameSealed),
          municipality,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
      typed,
      errors,
      failed: errors.length > 0,
    })
  }
}

const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Everybody, those of a municipality, or one person. */
function chosen(people: readonly Invited[], who: string): Invited[] {
  if (who === 'all') return [...people]
  return people.filter((one) => who === `person:${one.invitationId}` || who === `municipality:${one.municipality}`)
}
