// Waves: planned, opened by mail, reminded, closed; and what became of their letters. What cannot be undone is asked
// about on a page of its own.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { can, municipalitiesFor } from '#access.ts'
import { Problem } from '#errors.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { findBlocking } from '#mail/preflight/blocking.ts'
import { groupTroubles, type Trouble } from '#mail/trouble.ts'
import { countReaders, type Readers } from '#store/awaited.ts'
import { countUnmatched } from '#store/bounces.ts'
import { listQuestionnaires } from '#store/catalogue.ts'
import { findMailPause, resumeMail, resumeWaveMail } from '#store/mail-pause.ts'
import { listSaid } from '#store/mailing.ts'
import {
  countRemindable,
  countUninvited,
  queueInvitations,
  queueReminders,
  requeueFailed,
  resolveUnknown,
} from '#store/messages.ts'
import { openByMail } from '#store/opening.ts'
import { countBegun, enteringIn } from '#store/paper.ts'
import { findWaveOfMessage } from '#store/project-letters.ts'
import type { Project } from '#store/projects.ts'
import type { MunicipalityTurnout } from '#store/turnout.ts'
import { listUnreached } from '#store/unreached.ts'
import { closeWave, createWave, graceEnds, listWaves, type Wave, waveState } from '#store/waves.ts'
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { mayForAll, mayTuneMail, requireMailTuner } from '../staff/for-all.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, keepsLetters, nameOf, projectHere, waveHere } from '../staff/here.ts'
import {
  type LettersTable,
  minutesLeft,
  sayDone,
  shapeOf,
  type Troubled,
  tabulateLetters,
  troubledLetters,
} from '../staff/letters.ts'
import { findMissedOpening, findNextMailing, type NextMailing } from '../staff/mail-ahead.ts'
import { checkWave, questionnaireKey, type WaveForm, waveFields } from '../staff/new-wave.ts'
import { ownMunicipalities } from '../staff/own-municipalities.ts'
import { turnoutByMunicipality, type WaveCard, waveCard } from '../staff/wave-card.ts'
import { type OrderRemark, orderRemarks } from '../staff/wave-order.ts'
import { refusalOf, requireOpen } from '../staff/wave-refusal.ts'

interface InProject {
  slug: string
  project: string
}

declare module '../page.ts' {
  interface Pages {
    'waves/new': InProject & {
      values: WaveForm
      errors: readonly FieldError[]
      failed: boolean
      kinds: { kind: WaveKind; taken: boolean }[]
      questionnaires: { key: string; title: string; version: number }[]
    }
    'waves/opening': InProject & { wave: WaveCard; readers: Readers; isEarly: boolean }
    'waves/closing': InProject & {
      wave: WaveCard
      /** Forms that are entered and not finished. */
      begunForms: number
      /** Until when what has begun, they and answers on the web, could be finished if it closed now; null: not at all. */
      until: number | null
    }
    'waves/show': InProject & {
      wave: WaveCard
      /** null where the reader may not see how many take part. */
      municipalities: readonly MunicipalityTurnout[] | null
      /** The municipalities that the reader is kept to, as in a sentence. */
      ownOnly: string | null
      /** For whoever has participants here and sends no reminders: how many can be reminded at most; null for others. */
      mayRemind: number | null
      /** What this reader may start here; null = nothing. */
      run: {
        /** Whom opening it would ask, where it is planned. */
        readers: Readers | null
        /** People of an open wave who have an address and never had a letter. */
        uninvited: number
        /** How much is known to keep letters from arriving, where it is planned or somebody is not invited yet. */
        blocking: number
        remindable: number
        mayImport: boolean
        /** Where it is planned, and today is not one of its days. */
        unready: 'early' | 'late' | null
        /** Where its last day has passed: until when those who had begun may send in. */
        until: number | null
        /** What its plan does next; null = nothing. */
        next: NextMailing | null
        /** Where it is planned: why the opening by plan did not happen. */
        missedOpening: string | null
        /** Forms on paper that are entered and not finished. */
        begunForms: number
        /** Where it is closed: until when they can be finished; null where not any more. */
        formsUntil: number | null
      } | null
      mayPlan: boolean
      /** What is odd about the days of a wave that is planned. */
      remarks: OrderRemark[]
      letters: (LettersTable & { said: string; minutesLeft: number | null; shape: string }) | null
      /** Why letters did not go through, the trouble of most letters first. */
      troubles: Trouble[]
      /** Where the mail server gave trouble: when it is tried again. */
      restingUntil: number | null
      scripts: string[]
      /** Whether the letters lie where they can be looked at. */
      outbox: boolean
      /** Where mail is silent because this is a copy: whether this reader may say that it sends from now on. */
      mayConfirmCopy: boolean
      /** Whether all mail, once stopped by the server, may be let go by this reader. */
      mayTuneMail: boolean
      troubled: Troubled
      /** People whose letter did not arrive, for whoever may do something about it. */
      unreached: number
      /** Messages in the mailbox that only a person can read, for whoever may; else 0. */
      unmatched: number
      /** Letters are on their way. */
      isSending: boolean
      /** Where the reader has asked to follow them: a page reloads by itself for nobody else (WCAG 2.2.1). */
      refreshSeconds: number | null
      done: string | null
    }
  }
}

type OfProject = FastifyRequest<{ Params: { slug: string } }>
type OfWave = FastifyRequest<{ Params: { id: string }; Querystring: { follow?: string } }>

export async function waves(
  app: FastifyInstance,
  { db, identity, config, now, wakeSender, mailStatus }: Dependencies,
): Promise<void> {
  const plan = { config: { access: 'waves:plan' as const } }
  const run = { config: { access: 'waves:run' as const } }

  app.get('/projects/:slug/waves/new', plan, (request: OfProject, reply) => {
    const { project } = projectHere(db, request)
    const { taken, questionnaires } = choicesIn(project)
    const last = listWaves(db, project.id).at(-1)
    const suggested = last
      ? questionnaireKey({ id: last.questionnaireId, version: last.questionnaireVersion })
      : questionnaires.map(questionnaireKey).at(-1)
    const kind = waveKinds.find((candidate) => !taken.includes(candidate)) ?? ''
    const values = { kind, questionnaire: suggested ?? '', opensOn: localDay(now()), closesOn: '' }
    return showForm(request, reply, project, values, [])
  })

  app.post('/projects/:slug/waves', plan, (request: OfProject, reply) => {
    const { project, staff } = projectHere(db, request)
    const form = readFields(request.body, waveFields)
    const { wave, errors } = checkWave(form, choicesIn(project), phrasesIn(request.language).staff.wrong)
    if (errors) return showForm(request, reply.code(422), project, form, errors)
    const { id } = createWave(db, { ...wave, projectId: project.id }, actorOf(staff), now())
    return reply.redirect(doneAt(`/waves/${id}`, 'wave_planned'), 303)
  })

  app.get('/waves/:id', { config: { access: 'project:read' } }, (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    const scope = { projectId: project.id }
    const card = waveCard(db, wave, staff, request.language, localDay(now()))
    const seen = municipalitiesFor(staff.grants, 'participants:read', project.id)
    const letters = can(staff.grants, 'mail:read', scope) ? tabulateLetters(db, wave.id, now()) : null
    const troubles = letters ? groupTroubles(listSaid(db, wave.id)) : []
    const mail = mailStatus?.()
    const isSending = card.state === 'open' && letters?.isMoving === true
    const mayPlan = can(staff.grants, 'waves:plan', scope)
    const mayRun = can(staff.grants, 'waves:run', scope)
    const uninvited = mayRun && card.state === 'open' ? countUninvited(db, wave.id) : 0
    const unreached = mayRun ? listUnreached(db, wave.id) : []
    const mayConfirmCopy = mayForAll(staff.grants, 'mail:confirm')
    return sendPage(reply, 'waves/show', {
      slug: project.slug,
      project: nameOf(project, request.language),
      wave: card,
      municipalities: card.state === 'planned' ? null : turnoutByMunicipality(db, wave, staff, localDay(now())),
      ownOnly: ownMunicipalities(db, staff.grants, project.id, request.language),
      // Made of the numbers beside it, so that it tells nothing that their steps do not.
      mayRemind:
        card.state === 'open' && card.step !== null && seen !== 'all' && seen.length > 0
          ? card.turnout.invited - card.turnout.answered
          : null,
      run: mayRun
        ? {
            readers: card.state === 'planned' ? countReaders(db, project.id) : null,
            uninvited,
            blocking: card.state === 'planned' || uninvited > 0 ? findBlocking(db, config, project).length : 0,
            remindable: countRemindable(db, wave.id, now()),
            mayImport: can(staff.grants, 'responses:import', scope),
            unready: card.state === 'planned' ? unreadiness(wave, localDay(now())) : null,
            until: card.isOverdue ? graceEnds(wave) : null,
            next: findNextMailing(db, config, wave, now()),
            missedOpening: card.state === 'planned' ? findMissedOpening(db, wave) : null,
            begunForms: countBegun(db, wave.id),
            formsUntil: enteringIn(wave, now()) === 'begun' ? graceEnds(wave) : null,
          }
        : null,
      mayPlan,
      remarks: mayPlan && card.state === 'planned' ? orderRemarks(wave, listWaves(db, project.id)) : [],
      letters: letters && {
        ...letters,
        said: sayDone(letters, request.language),
        minutesLeft: minutesLeft(letters),
        shape: shapeOf(letters, troubles),
      },
      troubles,
      restingUntil: mail?.state === 'resting' && letters && letters.waiting > 0 ? mail.until : null,
      scripts: isSending ? ['staying.js', 'mailing.js'] : [],
      outbox: keepsLetters(project, config),
      mayConfirmCopy,
      mayTuneMail: mayTuneMail(db, staff.grants),
      troubled: letters ? troubledLetters(db, identity, wave.id, unreached) : { toDecide: [], retried: [] },
      unreached: unreached.length,
      unmatched: mayConfirmCopy ? countUnmatched(db) : 0,
      isSending,
      refreshSeconds: isSending && request.query.follow === '1' ? 5 : null,
      done: doneIn(request),
    })
  })

  app.get('/waves/:id/opening', run, (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    const today = localDay(now())
    const readers = countReaders(db, project.id)
    if (waveState(wave) !== 'planned' || readers.people === 0 || unreadiness(wave, today) === 'late')
      return reply.redirect(`/waves/${wave.id}`, 303)
    return sendPage(reply, 'waves/opening', {
      slug: project.slug,
      project: nameOf(project, request.language),
      wave: waveCard(db, wave, staff, request.language, today),
      readers,
      isEarly: unreadiness(wave, today) === 'early',
    })
  })

  app.post('/waves/:id/opening', run, (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    const unready = waveState(wave) === 'planned' ? unreadiness(wave, localDay(now())) : null
    const { early } = readFields(request.body, ['early'])
    if (unready === 'late' || (unready === 'early' && early !== 'yes'))
      return reply.redirect(`/waves/${wave.id}/opening`, 303)
    if (waveState(wave) === 'planned' && findBlocking(db, config, project).length > 0)
      return reply.redirect(`/waves/${wave.id}/preflight`, 303)
    const letters = openByMail(db, wave, actorOf(staff), now())
    wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'wave_opened', letters), 303)
  })

  app.post('/waves/:id/invitations', run, (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    requireOpen(wave, localDay(now()))
    if (findBlocking(db, config, project).length > 0) return reply.redirect(`/waves/${wave.id}/preflight`, 303)
    const letters = queueInvitations(db, wave.id, actorOf(staff), now())
    if (letters > 0) wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'invitations_queued', letters), 303)
  })

  app.post('/waves/:id/reminders', run, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    requireOpen(wave, localDay(now()))
    const letters = queueReminders(db, wave.id, actorOf(staff), now())
    if (letters > 0) wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'reminders_queued', letters), 303)
  })

  app.get('/waves/:id/closing', run, (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    if (waveState(wave) !== 'open') return reply.redirect(`/waves/${wave.id}`, 303)
    const closedNow = { ...wave, closedAt: now() }
    return sendPage(reply, 'waves/closing', {
      slug: project.slug,
      project: nameOf(project, request.language),
      wave: waveCard(db, wave, staff, request.language, localDay(now())),
      begunForms: countBegun(db, wave.id),
      until: enteringIn(closedNow, now()) === 'begun' ? graceEnds(closedNow) : null,
    })
  })

  app.post('/waves/:id/closing', run, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    if (waveState(wave) === 'planned') throw refusalOf(wave)
    closeWave(db, wave.id, actorOf(staff), now())
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'wave_closed'), 303)
  })

  app.post('/waves/:id/retries', run, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    requireOpen(wave, localDay(now()))
    const letters = requeueFailed(db, wave.id, actorOf(staff), now())
    if (letters > 0) wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'letters_requeued', letters), 303)
  })

  app.post('/waves/:id/mail-resumption', run, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    // What the page shows is let go: a brake that somebody else has pulled for another reason stays.
    if (findMailPause(db) === undefined) resumeWaveMail(db, wave.id, actorOf(staff), now())
    else resumeMail(db, actorOf(requireMailTuner(db, staff)), now())
    wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}`, 'mail_resumed'), 303)
  })

  app.post(
    '/waves/:id/letters/:letter/resolution',
    run,
    (request: FastifyRequest<{ Params: { id: string; letter: string } }>, reply) => {
      const { wave, staff } = waveHere(db, request)
      const { letter } = request.params
      if (findWaveOfMessage(db, letter) !== wave.id) throw new Problem('not_found')
      const { decision } = readFields(request.body, ['decision'])
      if (decision !== 'sent' && decision !== 'requeue') throw new Problem('bad_request')
      const isResolved = resolveUnknown(db, letter, decision, actorOf(staff), now())
      if (isResolved && decision === 'requeue') wakeSender()
      const done = isResolved ? (decision === 'sent' ? 'letter_counted' : 'letter_requeued') : 'letter_settled'
      return reply.redirect(doneAt(`/waves/${wave.id}`, done), 303)
    },
  )

  const choicesIn = (project: Project) => ({
    questionnaires: listQuestionnaires(db),
    taken: listWaves(db, project.id).map(({ kind }) => kind),
    today: localDay(now()),
  })

  function showForm(
    { language }: FastifyRequest,
    reply: FastifyReply,
    project: Project,
    values: WaveForm,
    errors: readonly FieldError[],
  ) {
    const { taken, questionnaires } = choicesIn(project)
    return sendPage(reply, 'waves/new', {
      slug: project.slug,
      project: nameOf(project, language),
      values,
      errors,
      failed: errors.length > 0,
      kinds: waveKinds.map((kind) => ({ kind, taken: taken.includes(kind) })),
      questionnaires: questionnaires.map((one) => ({
        key: questionnaireKey(one),
        title: one.title[language],
        version: one.version,
      })),
    })
  }
}

/** Why a planned wave should not simply be opened today. */
function unreadiness({ opensOn, closesOn }: Wave, today: string): 'early' | 'late' | null {
  if (closesOn < today) return 'late'
  return today < opensOn ? 'early' : null
}
