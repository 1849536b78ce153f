// Opening a wave by mail: the decision and its letters are one.
import { type Database, immediately } from './database.ts'
import type { Actor } from './events.ts'
import { localDayOf } from './local-day.ts'
import { queueInvitations } from './messages.ts'
import { changeWaveDays, openWave, type Wave } from './waves.ts'

/**
 * Opens the wave and queues a letter to everybody invited who has an address, or does neither. Opened before its first day, today is its
 * first day.
 * @returns how many letters were queued
 * @throws Problem 'wave_already_open', 'wave_needs_participants'
 */
export function openByMail(db: Database, wave: Wave, actor: Actor, now: number): number {
  return immediately(db, () => {
    const today = localDayOf(now)
    if (today < wave.opensOn) changeWaveDays(db, wave, { ...wave, opensOn: today }, actor, now)
    openWave(db, wave, actor, now)
    return queueInvitations(db, wave.id, actor, now)
  })
}
