// Mail that waits for a person: a database that is a copy, and letters of which nobody knows whether they arrived.
import { localDayOf } from '#store/local-day.ts'
import { silenceCopy } from '#store/mail-pause.ts'
import { queueInvitations } from '#store/messages.ts'
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
