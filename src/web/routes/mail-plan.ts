// What is planned of a wave's mail: what will happen and when, what has, what was missed and why; and the form for it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { countAwaited } from '#store/awaited.ts'
import { latest } from '#store/due-mailings.ts'
import { countUninvited } from '#store/messages.ts'
import {
  changePlan,
  findPlannedOpening,
  foreseePlan,
  isAfterLastDay,
  listPlan,
  type MailingKind,
  type NewMailing,
  type TimedMailing,
} from '#store/planned-mailings.ts'
import { findSendingHours } from '#store/sending-hours.ts'
import { waveState } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { doneAt, doneIn } from '../staff/done.ts'
import { mayTuneMail } from '../staff/for-all.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf, nameOf, waveHere } from '../staff/here.ts'
import { type Hold, whatHolds } from '../staff/mail-ahead.ts'
import { checkPlan, mostReminders, type PlanForm, planFields, planToForm, suggestPlan } from '../staff/mail-plan.ts'
import { type HoursInWords, hoursInWords } from '../staff/sending-hours.ts'

/** One line of the plan. */
interface MailingLine {
  kind: MailingKind
  dueAt: number
  state: TimedMailing['state']
  /** Of what is to come: how many it is about, and what holds it back although its time has come. */
  people: number
  waits: Hold
  /** Comes after the last day of the wave, as its days stand: never made. */
  isAfter: boolean
  /** Of what is done: how many letters; and when, where that was hours after it was due. */
  letters: number
  lateAt: number | null
  /** Of what was missed. */
  reason: string
}

declare module '../page.ts' {
  interface Pages {
    'waves/plan': {
      slug: string
      project: string
      wave: { id: string; kind: WaveKind; opensOn: string; closesOn: string; openedAt: number | null }
      lines: MailingLine[]
      isComing: boolean
      /** People of an open wave who have an address and never had a letter. */
      uninvited: number
      /** Whether the invitation is to come, also where the wave has been opened by answers that were read in. */
      isOpeningPlanned: boolean
      /** null where the wave is closed: nothing can be planned. */
      form: PlanForm | null
      isSuggestion: boolean
      mostReminders: number
      hours: HoursInWords | null
      mayTuneMail: boolean
      errors: readonly FieldError[]
      failed: boolean
      done: string | null
    }
  }
}

type OfWave = FastifyRequest<{ Params: { id: string } }>
type Here = ReturnType<typeof waveHere>

/** Milliseconds after which a mailing is said to be late. */
const noticeably = 15 * 60_000

export async function mailPlan(app: FastifyInstance, { db, config, now }: Dependencies): Promise<void> {
  const run = { config: { access: 'waves:run' as const } }

  app.get('/waves/:id/plan', run, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const lines = listPlan(db, here.wave)
    const coming = lines.filter(({ state }) => state === 'planned')
    const isSuggestion = lines.length === 0
    return showPlan(request, reply, here, isSuggestion ? suggestPlan(here.wave) : planToForm(coming), isSuggestion, [])
  })

  app.post('/waves/:id/plan', run, (request: OfWave, reply) => {
    const here = waveHere(db, request)
    const { wave, staff } = here
    if (waveState(wave) === 'closed') return reply.redirect(`/waves/${wave.id}/plan`, 303)
    const form = readFields(request.body, planFields)
    const mayOpen = wave.openedAt === null || findPlannedOpening(listPlan(db, wave)) !== undefined
    const foresee = (some: readonly NewMailing[]) => foreseePlan(db, wave, some)
    const { plan, errors } = checkPlan(form, { ...wave, mayOpen }, now(), foresee, request.language)
    if (errors) return showPlan(request, reply.code(422), here, form, false, errors)
    changePlan(db, wave.id, plan, actorOf(staff), now())
    return reply.redirect(doneAt(`/waves/${wave.id}/plan`, 'plan_saved'), 303)
  })

  app.post('/waves/:id/plan/stop', run, (request: OfWave, reply) => {
    const { wave, staff } = waveHere(db, request)
    changePlan(db, wave.id, [], actorOf(staff), now())
    return reply.redirect(doneAt(`/waves/${wave.id}/plan`, 'plan_stopped'), 303)
  })

  function showPlan(
    request: OfWave,
    reply: FastifyReply,
    { project, wave, staff }: Here,
    form: PlanForm,
    isSuggestion: boolean,
    errors: readonly FieldError[],
  ) {
    const plan = listPlan(db, wave)
    const hours = findSendingHours(db)
    const { id, kind, opensOn, closesOn, openedAt } = wave
    return sendPage(reply, 'waves/plan', {
      slug: project.slug,
      project: nameOf(project, request.language),
      wave: { id, kind, opensOn, closesOn, openedAt },
      lines: tellMailings(plan, wave),
      isComing: plan.some(({ state }) => state === 'planned'),
      uninvited: waveState(wave) === 'open' ? countUninvited(db, wave.id) : 0,
      isOpeningPlanned: findPlannedOpening(plan) !== undefined,
      form: waveState(wave) === 'closed' ? null : form,
      isSuggestion,
      mostReminders,
      hours: hours ? hoursInWords(hours, request.language) : null,
      mayTuneMail: mayTuneMail(db, staff.grants),
      errors,
      failed: errors.length > 0,
      done: doneIn(request),
    })
  }

  function tellMailings(plan: readonly TimedMailing[], wave: Here['wave']): MailingLine[] {
    const hold = whatHolds(db, config, wave)
    const awaited = countAwaited(db, wave, plan)
    return plan.map(({ kind, dueAt, state, settledAt, letters, reason }) => ({
      kind,
      dueAt,
      state,
      people: state === 'planned' ? awaited[kind] : 0,
      waits: dueAt <= now() && now() - dueAt <= latest ? hold : null,
      isAfter: state === 'planned' && isAfterLastDay({ dueAt }, wave),
      letters,
      lateAt: state === 'done' && settledAt !== null && settledAt - dueAt > noticeably ? settledAt : null,
      reason,
    }))
  }
}
