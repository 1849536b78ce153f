// A wave that was planned wrongly: its days are changed, or the plan is taken away.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { localDay } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { countReaders } from '#store/awaited.ts'
import { findPlannedOpening, listPlan } from '#store/planned-mailings.ts'
import { changeWaveDays, removeWave, type Wave, waveState } from '#store/waves.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt } from '../staff/done.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, waveHere } from '../staff/here.ts'
import { type Effect, foreseeEffects, type Hold, listNever, nameOfEffect, whatHolds } from '../staff/mail-ahead.ts'
import { checkDays, type DaysForm, dayFields } from '../staff/new-wave.ts'
import { writeTime } from '../staff/time-of-day.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'
import { refusalOf } from '../staff/wave-refusal.ts'

interface Opening {
  /** On its first day, as "08:00". */
  at: string
  /** How many it asks, and how many of them get a letter. */
  people: number
  letters: number
}

declare module '../page.ts' {
  interface Pages {
    'waves/days': WaveFrame & {
      values: DaysForm
      /** Since when it is open: only its last day can be changed then. */
      openedAt: number | null
      /** null where it does not open by itself. */
      opening: Opening | null
      /** What is planned and will not be sent, as the days stand. */
      never: readonly Effect[]
      errors: readonly FieldError[]
      failed: boolean
    }
    'waves/days-check': WaveFrame & {
      values: DaysForm
      effects: readonly Effect[]
      /** So many letters go out at once, unless something holds them back. */
      opensNow: boolean
      letters: number
      hold: Hold
      /** Names of the effects: saved only by whoever has seen just these. */
      seen: string
    }
    'waves/removal': WaveFrame
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>
type Here = ReturnType<typeof waveHere>

export async function waveDays(app: FastifyInstance, { db, config, now, wakeSender }: Dependencies): Promise<void> {
  const plan = { config: { access: 'waves:plan' as const } }

  app.get('/waves/:id/days', plan, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    if (waveState(here.wave) === 'closed') return reply.redirect(`/waves/${here.wave.id}`, 303)
    return showForm(request, reply, here, here.wave, [])
  })

  app.post('/waves/:id/days', plan, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const { wave, staff } = here
    if (waveState(wave) === 'closed') throw refusalOf(wave)
    const typed = readFields(request.body, dayFields)
    // An open wave keeps its first day, whatever a form says.
    const form = wave.openedAt === null ? typed : { ...typed, opensOn: wave.opensOn }
    const { days, errors } = checkDays(form, localDay(now()), phrasesIn(request.language).staff.wrong)
    if (errors) return showForm(request, reply.code(422), here, form, errors)
    const { seen, back } = readFields(request.body, ['seen', 'back'])
    if (back !== '') return showForm(request, reply, here, form, [])
    const effects = foreseeEffects(db, wave, days, now())
    if (effects.length > 0 && effects.map(nameOfEffect).join(' ') !== seen)
      return showCheck(request, reply, here, form, effects)
    const isChanged = changeWaveDays(db, wave, days, actorOf(staff), now())
    // Letters of a wave past its last day have been waiting for this.
    if (isChanged) wakeSender()
    return reply.redirect(doneAt(`/waves/${wave.id}`, isChanged ? 'wave_days_changed' : 'nothing_to_change'), 303)
  })

  app.get('/waves/:id/removal', plan, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    if (waveState(here.wave) !== 'planned') return reply.redirect(`/waves/${here.wave.id}`, 303)
    return sendPage(reply, 'waves/removal', waveFrame(request, here))
  })

  app.post('/waves/:id/removal', plan, (request: OfWave, reply) => {
    const { project, wave, staff } = waveHere(db, request)
    if (!removeWave(db, wave, actorOf(staff), now())) throw new Problem('wave_already_open')
    return reply.redirect(doneAt(`/projects/${project.slug}`, 'wave_removed'), 303)
  })

  const showForm = (
    request: OfWave,
    reply: FastifyReply,
    here: Here,
    { opensOn, closesOn }: DaysForm,
    errors: readonly FieldError[],
  ) =>
    sendPage(reply, 'waves/days', {
      ...waveFrame(request, here),
      values: { opensOn, closesOn },
      openedAt: here.wave.openedAt,
      opening: findOpening(here.wave),
      never: listNever(db, here.wave, now()),
      errors,
      failed: errors.length > 0,
    })

  const showCheck = (
    request: OfWave,
    reply: FastifyReply,
    here: Here,
    { opensOn, closesOn }: DaysForm,
    effects: readonly Effect[],
  ) =>
    sendPage(reply, 'waves/days-check', {
      ...waveFrame(request, here),
      values: { opensOn, closesOn },
      effects,
      opensNow: effects.some(({ kind, fate }) => kind === 'opening' && fate === 'now'),
      letters: countReaders(db, here.project.id).letters,
      hold: whatHolds(db, config, here.wave),
      seen: effects.map(nameOfEffect).join(' '),
    })

  function findOpening(wave: Wave): Opening | null {
    const opening = findPlannedOpening(listPlan(db, wave))
    if (!opening || wave.openedAt !== null) return null
    const { people, letters } = countReaders(db, wave.projectId)
    return { at: writeTime(opening.minutes), people, letters }
  }
}
