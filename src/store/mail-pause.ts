// The brakes on mail. On all of it: one is pulled by the sender when servers refuse letter after letter, another where
// the database turns out to be a copy, whose letters another may have sent already. And one on each wave, for people.
import { type SQL, sql } from 'drizzle-orm'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { settings, waves } from './schema.ts'
import { clearSetting, findSetting, writeSetting } from './settings.ts'

const pauseKey = 'mail_paused'
const copyKey = 'mail_restored_copy'
const restoredCopy = 'restored_copy'

/** Stops all mail until `resumeMail`, over restarts too. The letter in hand is finished. */
export function pauseMail(db: Database, reason: string, actor: Actor, now: number): void {
  db.transaction((tx) => {
    writeSetting(tx, pauseKey, reason)
    recordEvent(tx, { at: now, actor, action: 'mail.paused', subject: 'mail', details: { reason } })
  })
}

/** Lets go of the brake that `pauseMail` pulled. A copy stays silent until `confirmCopy`. */
export function resumeMail(db: Database, actor: Actor, now: number): void {
  db.transaction((tx) => {
    if (findSetting(tx, pauseKey) === undefined) return
    clearSetting(tx, pauseKey)
    recordEvent(tx, { at: now, actor, action: 'mail.resumed', subject: 'mail' })
  })
}

/** For whoever notices that this is a copy. */
export function silenceCopy(tx: Transaction, now: number): void {
  writeSetting(tx, copyKey, String(now))
  recordEvent(tx, {
    at: now,
    actor: 'system',
    action: 'mail.paused',
    subject: 'mail',
    details: { reason: restoredCopy },
  })
}

/**
 * An administrator says that this copy is the one that sends from now on.
 * @returns false where it is no copy, or has been confirmed
 */
export function confirmCopy(db: Database, actor: Actor, now: number): boolean {
  return immediately(db, (tx) => {
    if (findSetting(tx, copyKey) === undefined) return false
    clearSetting(tx, copyKey)
    recordEvent(tx, { at: now, actor, action: 'mail.copy_confirmed', subject: 'mail' })
    return true
  })
}

/** Since when this is known to be a copy that nobody has confirmed, UTC milliseconds; undefined where it is none. */
export function findSilencedCopy(db: Database | Transaction): number | undefined {
  const since = findSetting(db, copyKey)
  return since === undefined ? undefined : Number(since)
}

/** Why mail is paused; undefined while it is not. */
export const findMailPause = (db: Database | Transaction): string | undefined =>
  findSilencedCopy(db) === undefined ? findSetting(db, pauseKey) : restoredCopy

// ── One wave's ───────────────────────────────────────────────────────────────────────────────────────────────────

const wavePrefix = 'mail_paused:'

/** A condition on waves: somebody has stopped its letters. */
export const isWavePaused: SQL = sql`exists (select 1 from ${settings} where ${settings.key} = ${wavePrefix} || ${waves.id})`

/** Stops the letters of one wave until `resumeWaveMail`; those of others go on. The letter in hand is finished. */
export function pauseWaveMail(db: Database, waveId: string, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    if (findWavePause(tx, waveId) !== undefined) return
    writeSetting(tx, wavePrefix + waveId, String(now))
    recordEvent(tx, { at: now, actor, action: 'mail.paused', subject: `wave:${waveId}` })
  })
}

export function resumeWaveMail(db: Database, waveId: string, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    if (findWavePause(tx, waveId) === undefined) return
    clearSetting(tx, wavePrefix + waveId)
    recordEvent(tx, { at: now, actor, action: 'mail.resumed', subject: `wave:${waveId}` })
  })
}

/** Since when its letters are stopped, UTC milliseconds; undefined where they are not. */
export function findWavePause(db: Database | Transaction, waveId: string): number | undefined {
  const since = findSetting(db, wavePrefix + waveId)
  return since === undefined ? undefined : Number(since)
}
