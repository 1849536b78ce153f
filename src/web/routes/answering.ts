// The participant's way: landing, pages, check, receipt. The mailed link is the only key, so there is no session that
// could end while somebody writes; looking changes nothing, and nothing is called saved before it is on disk.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '#errors.ts'
import { formatTime } from '#i18n/format.ts'
import { otherLanguages, saveDraft, startDraft } from '#store/drafts.ts'
import { commitTogether, whenOnDisk } from '#store/group-commit.ts'
import { keepInformation } from '#store/information.ts'
import { hasOtherOpen } from '#store/invitations.ts'
import { recordResponseIn } from '#store/responses.ts'
import { translationsIn } from '#store/translations.ts'
import { areKept, checkAnswers, saysSomething } from '#survey/answers.ts'
import { showCheck } from '../answering/check-page.ts'
import { type Door, type OpenDoor, openDoor } from '../answering/door.ts'
import { type Frame, frameOf } from '../answering/frame.ts'
import { currentInformation, hasBeenTold } from '../answering/information.ts'
import { showLanding } from '../answering/landing.ts'
import { languageOf } from '../answering/language.ts'
import { addressAfter } from '../answering/onward.ts'
import { countAside, readPageForm } from '../answering/page-form.ts'
import { progressIn } from '../answering/progress.ts'
import { isUntouched, showPage } from '../answering/question-page.ts'
import { keepPages, sendReady } from '../answering/ready-page.ts'
import { showShut } from '../answering/shut-page.ts'
import { tellings } from '../answering/told.ts'
import {
  base,
  itemsOn,
  knownOf,
  onwardFrom,
  pagesOf,
  pathOf,
  type LinkRequest as Request,
  readerBehind,
  tokenOf,
  type Visit,
  visitBehind,
} from '../answering/visit.ts'
import type { Dependencies } from '../dependencies.ts'
import { renderPage } from '../page.ts'

declare module '../page.ts' {
  interface Pages {
    'answering/receipt': Frame & {
      receipt: string
      /** When it was sent in. */
      submitted: string
      choices: string
      /** Where the group's published results are; null where the project shows none. */
      feedback: string | null
    }
  }
}

export async function answering(app: FastifyInstance, { db, now, config: settings }: Dependencies): Promise<void> {
  // These pages come compressed as they are.
  const route = { config: { access: 'participant' as const }, compress: false as const, decompress: false as const }
  const translations = translationsIn(settings.surveysDir)
  const landings = keepPages(['token', 'progress'], 500)
  const questionPages = keepPages(['token', 'opening'], 500)
  const receipts = keepPages(['token', 'receipt', 'submitted'], 100)
  const wrongLinks = app.createRateLimit({ max: wrongLinksPerMinute, timeWindow: '1 minute' })
  app.get('/s/:token', route, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    const here = { ...door, ...readerBehind(db, translations, request, door) }
    return showLanding(landings, request, reply, here, currentInformation(db, door.invitation.project))
  })

  app.post('/s/:token/start', route, async (request: Request, reply) => {
    const begun = await commitTogether(db, () => {
      const door = openDoor(db, request.params.token, now())
      if (door.state !== 'open') return door
      const { invitation } = door
      const information = currentInformation(db, invitation.project)
      // Somebody wrote another text while this one was being read: it is read first.
      const read = request.body?._information
      if (read !== undefined && read !== information.print) return { state: 'other_text' as const }
      const { version } = keepInformation(db, invitation.project.id, information, 'system', now())
      startDraft(db, invitation.id, languageOf(request, invitation), now(), version)
      return {
        state: 'begun' as const,
        next: invitation.draft ? progressIn(visit(request, door).pages, invitation.draft).next : 1,
      }
    })
    if (begun.state === 'other_text') return reply.redirect(onwardFrom(request, '', { read: '1' }), 303)
    if (begun.state !== 'begun') return shut(request, reply, begun)
    return reply.redirect(`${base(request)}/${begun.next}`, 303)
  })

  app.get('/s/:token/:page(^\\d+$)', route, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    if (!door.invitation.draft) return reply.redirect(onwardFrom(request, ''), 303)
    const here = visit(request, door)
    const { wave } = door.invitation
    const at = pageNumber(request)
    const { errors } = isUntouched(here, at)
      ? { errors: [] }
      : checkAnswers(here.questionnaire, wave.kind, here.answers, knownOf(door.invitation))
    return showPage(questionPages, request, reply, here, at, now(), { errors })
  })

  app.post('/s/:token/:page(^\\d+$)', { ...route, bodyLimit: longestForm }, async (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    const sent = request.body ?? {}
    const isScript = sent._go === 'keep' || isByScript(request)
    const closed = (shutDoor: Exclude<Door, OpenDoor>) =>
      isScript ? tellState(reply.code(410), 'closed') : shut(request, reply, shutDoor)
    if (door.state !== 'open') return closed(door)
    const here = visit(request, door)
    const form = readPageForm(here, sent)
    if (!form && isScript) return tellState(reply.code(422), 'unsaved')
    if (!form) return reply.redirect(`${base(request)}/${Math.min(pageNumber(request), here.pages.length)}`, 303)
    const { at, body, errors } = form
    try {
      const saved = await commitTogether(db, () => {
        // Others may have sent in, withdrawn or erased meanwhile: their word stands.
        const again = openDoor(db, request.params.token, now())
        if (again.state !== 'open') return again
        const result = saveDraft(db, here.invitation.id, form.save, now())
        if (form.language) startDraft(db, here.invitation.id, form.language, now())
        return result
      })
      if ('state' in saved) return closed(saved)
      const pages = pagesOf(here.questionnaire, here.invitation, saved.answers)
      const told = { replaced: saved.replaced.length, aside: countAside(form, here, pages) }
      if (form.isKeeping)
        return areKept(errors)
          ? tellState(reply, 'saved', tellings(told, here.language))
          : tellState(reply.code(422), 'unsaved')
      // Faults of questions that are asked no longer can be mended on no page, and are never sent in.
      const asked = itemsOn(pages)
      const faults = errors.filter(({ item }) => asked.has(item))
      // Who stays to mend a fault is shown it where the script has sent the form, too: it stands in the draft.
      const staysForFault = faults.length > 0 && form.way === 'on'
      if (at > 0 && (!areKept(faults) || (staysForFault && !isScript)))
        return isScript
          ? tellState(reply.code(422), 'unsaved')
          : showPage(questionPages, request, reply.code(422), here, at, now(), { body, errors: faults })
      const next = addressAfter(base(request), here, pages, form, staysForFault ? 'stay' : form.way, told)
      return isScript ? reply.send({ next }) : reply.redirect(next, 303)
    } catch (error) {
      request.log.error(error)
      if (isScript) return tellState(reply.code(503), 'unsaved')
      if (at === 0) throw error
      return showPage(questionPages, request, reply.code(503), here, at, now(), { body, unsaved: true })
    }
  })

  app.get('/s/:token/check', route, (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return shut(request, reply, door)
    if (!door.invitation.draft) return reply.redirect(onwardFrom(request, ''), 303)
    return showCheck(request, reply, visit(request, door))
  })

  app.post('/s/:token/submission', route, async (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    try {
      // Everything is read where it is written: what another window has just saved is sent in too.
      const outcome = door.state === 'open' ? await commitTogether(db, () => submit(request)) : door
      // Sent in by another window, perhaps this moment: the receipt is given when it is certain.
      if (outcome.state === 'answered') await whenOnDisk(db)
      if (outcome.state === 'recorded' || outcome.state === 'answered')
        return reply.redirect(`${base(request)}/receipt`, 303)
      if (outcome.state === 'wrong') return reply.redirect(onwardFrom(request, `/${outcome.page}`), 303)
      if (outcome.state === 'untold') return reply.redirect(onwardFrom(request, '', { read: '1' }), 303)
      if (outcome.state === 'empty') return showCheck(request, reply.code(422), outcome.here, { empty: true })
      return shut(request, reply, outcome)
    } catch (error) {
      if (door.state !== 'open') throw error
      request.log.error(error)
      return showCheck(request, reply.code(503), visit(request, door), { unsaved: true })
    }
  })

  /** Sends in what the draft says. Doing it again changes nothing, and finds the first receipt. */
  function submit(request: Request): Submission {
    const door = openDoor(db, request.params.token, now())
    if (door.state !== 'open') return door
    const here = visit(request, door)
    const { invitation, questionnaire, language } = here
    const { answers, errors } = checkAnswers(questionnaire, invitation.wave.kind, here.answers, knownOf(invitation))
    const wrong = here.pages.findIndex(({ items }) => items.some(({ id }) => errors.some(({ item }) => item === id)))
    if (wrong >= 0) return { state: 'wrong', page: wrong + 1 }
    if (!saysSomething(questionnaire, answers)) return { state: 'empty', here }
    const { draft } = invitation
    if (!hasBeenTold(currentInformation(db, invitation.project), draft)) return { state: 'untold' }
    const read = otherLanguages(draft.marks, language)
    const response = {
      invitationId: invitation.id,
      questionnaireId: questionnaire.id,
      questionnaireVersion: questionnaire.version,
      language,
      languages: Object.fromEntries(Object.entries(read).filter(([item]) => Object.hasOwn(answers, item))),
      informationVersion: draft.informationVersion,
      mode: 'web' as const,
      answers,
    }
    recordResponseIn(db, response, now())
    return { state: 'recorded' }
  }

  app.get('/s/:token/receipt', route, async (request: Request, reply) => {
    const door = openDoor(db, request.params.token, now())
    await whenOnDisk(db)
    if (door.state === 'open') return reply.redirect(base(request), 303)
    if (door.state !== 'answered') return shut(request, reply, door)
    const here = readerBehind(db, translations, request, door)
    const { language } = here
    const facts = { ...frameOf(here), language, showsFeedback: door.invitation.project.showsFeedback }
    const page = receipts(facts, ({ token, receipt, submitted }) =>
      renderPage(
        app,
        'answering/receipt',
        {
          ...facts,
          receipt,
          submitted,
          choices: `${pathOf(token)}/choices?lang=${language}`,
          feedback: facts.showsFeedback ? `${pathOf(token)}/feedback?lang=${language}` : null,
        },
        language,
      ),
    )
    const { receipt, submittedAt } = door
    return sendReady(reply, page, { token: tokenOf(request), receipt, submitted: formatTime(submittedAt, language) })
  })

  // What a mail program wrote after the link, or an address of the past.
  app.get('/s/:token/*', route, (request: Request, reply) => reply.redirect(base(request), 303))

  const visit = (request: Request, door: OpenDoor): Visit => visitBehind(db, translations, request, door)

  async function shut(request: Request, reply: FastifyReply, door: Exclude<Door, OpenDoor>) {
    // Nobody guesses 128 bits; but whoever tries for long need not be served for ever.
    if (door.state === 'unknown' && isExceeded(await wrongLinks(request))) throw new Problem('too_many_tries')
    await whenOnDisk(db)
    const hasOther = (door.state === 'closed' || door.state === 'answered') && hasOtherOpen(db, door.invitation, now())
    return showShut(request, reply, door, hasOther)
  }
}

type Submission =
  | Exclude<Door, OpenDoor>
  | { state: 'recorded' }
  /** How answers are handled is to be read first, and agreed to where that is the ground. */
  | { state: 'untold' }
  /** Something must be mended on a page, counted from 1. */
  | { state: 'wrong'; page: number }
  | { state: 'empty'; here: Visit }

const isExceeded = (tries: { isAllowed: boolean }): boolean => 'isExceeded' in tries && tries.isExceeded === true

/** Bytes. Whoever pastes a whole document is shown it again, and how much there is to cut; å has six of them in a form. */
const longestForm = 4 * 1024 * 1024

/** A whole municipality may come from one address. */
const wrongLinksPerMinute = 300

/** What the script of a page asks for: whether what was typed is on disk, and what else happened to it. */
const tellState = (reply: FastifyReply, state: 'saved' | 'unsaved' | 'closed', told: readonly string[] = []) =>
  reply.send(told.length > 0 ? { state, told } : { state })

/** The script of the page has sent the whole form, and asks where to go on: a page is left only for one that is there. */
const isByScript = ({ headers }: Request): boolean => headers.accept === 'application/json'

const pageNumber = (request: Request): number => Math.max(1, Number(request.params.page))
