// Mail that waits for a person: a database that is a copy, and letters of which nobody knows whether they arrived.
import { makeDueMailings } from '#store/due-mailings.ts'
import { localDayOf } from '#store/local-day.ts'
import { silenceCopy } from '#store/mail-pause.ts'
import { queueInvitations } from '#store/messages.ts'
import { changePlan, type NewMailing } from '#store/planned-mailings.ts'
import { claimNext, settle } from '#store/sending.ts'
import { openWave } from '#store/waves.ts'
import { makeWorld, morning } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

export async function silentMailStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(3)
  const wave = world.planWave()
  openWave(db, wave, 'system', morning)
  queueInvitations(db, wave.id, 'system', morning)
  const claim = claimNext(db, morning, localDayOf(morning))
  if (claim.outcome === 'letter')
    settle(db, claim.letter.id, { outcome: 'unknown', reason: 'the server closed the connection' }, morning)
  db.transaction((tx) => silenceCopy(tx, morning))
  return {
    world,
    seen: [
      { name: 'mail of a copy', path: '/mail/copy', as: 'admin' },
      { name: 'wave, mail of a copy silent, a letter unsure', path: `/waves/${wave.id}`, as: 'admin' },
    ],
  }
}

export async function usualMailStates(): Promise<EdgeStates> {
  return { world: await makeWorld(), seen: [{ name: 'mail, nothing to confirm', path: '/mail/copy', as: 'admin' }] }
}

const day = 24 * 3_600_000

/** A plan that nobody has made, one half done, and one with errors. */
export async function plannedMailStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, clock } = world
  world.addPeople(12)
  const [coming, running] = [world.planWave(), world.planWave('midterm')]
  openWave(db, running, 'system', morning)
  queueInvitations(db, running.id, 'system', morning)
  const reminder = (days: number): NewMailing => {
    return { kind: 'reminder', anchor: 'opening', days, minutes: 540, spacing: 3 }
  }
  const closing: NewMailing = { kind: 'closing_soon', anchor: 'closing', days: 2, minutes: 540, spacing: 3 }
  changePlan(db, running.id, [reminder(2), reminder(10), reminder(20), closing], 'system', morning)
  for (const after of [6, 10.5]) makeDueMailings(db, morning + after * day, () => undefined)
  clock.now = morning + 11 * day
  const plan = `/waves/${coming.id}/plan`
  const form = { opensAt: '9', reminderDays: '14, 7', anchor: 'letter', closingDays: 'x', sendAt: '', spacing: '0' }
  return {
    world,
    seen: [
      { name: 'plan, a suggestion', path: plan, as: 'coordinator' },
      { name: 'plan with errors', path: plan, as: 'coordinator', form, status: 422 },
      { name: 'plan, half done', path: `/waves/${running.id}/plan?done=plan_saved`, as: 'coordinator' },
      { name: 'sending hours', path: '/mail/hours', as: 'coordinator' },
      { name: 'sending hours with errors', path: '/mail/hours', as: 'coordinator', form: { to: '25:00' }, status: 422 },
    ],
  }
}
