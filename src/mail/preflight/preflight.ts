// All that can be known of a mailing before it is made: for the page and for the command.
import type { Database } from '#store/database.ts'
import type { Actor } from '#store/events.ts'
import { type Foreseen, foreseeMailing } from '#store/foresee.ts'
import type { Identity } from '#store/identity.ts'
import { findMailPace } from '#store/mail-pace.ts'
import type { Project } from '#store/projects.ts'
import { lookAtAddresses } from '#store/reader-addresses.ts'
import { findSendingHours } from '#store/sending-hours.ts'
import { countInvitable } from '#store/turnout.ts'
import { type Wave, waveState } from '#store/waves.ts'
import { foreseeEnd } from '../duration.ts'
import { type Check, isBlocking } from './check.ts'
import { findLastLook, isVouchedFor, keepLook } from './last-look.ts'
import { checkLetters } from './letters.ts'
import { checkFiled, type LookSettings, lookOutside, senderDomainOf } from './look.ts'
import type { Outside } from './outside.ts'
import { checkPeople } from './people.ts'
import { areFiled, checkSettings } from './settings.ts'

export interface Preflight {
  checks: Check[]
  blocking: number
  /** Whether letters leave the machine, so that servers and DNS matter. */
  needsLook: boolean
  /** When servers and DNS were last looked at, UTC milliseconds; null where they have not been. */
  lookedAt: number | null
  /** null where the wave is closed, or nobody takes part. */
  mailing: Foreseen | null
  /** When the last letter would have left; null where that is more than a year ahead. */
  endsAt: number | null
}

interface Desk {
  db: Database
  identity: Identity
  config: LookSettings
}

/** Asks nobody outside, and writes nothing. */
export function readPreflight({ db, identity, config }: Desk, project: Project, wave: Wave, now: number): Preflight {
  const needsLook = !areFiled(config, project)
  const look = needsLook ? findLastLook(db, config, project) : undefined
  const addresses = lookAtAddresses(db, identity, project.id)
  const checks = [
    ...checkSettings(config, project),
    ...(needsLook ? (look?.checks ?? []) : checkFiled(project)),
    ...checkLetters(db, project.id),
    ...checkPeople(addresses),
  ]
  const isMailable = waveState(wave) === 'open' || (wave.openedAt === null && countInvitable(db, project.id) > 0)
  const mailing = isMailable ? foreseeMailing(db, wave, now) : null
  const toOneDomain = Math.min(addresses.mostInOneDomain, mailing?.letters ?? 0)
  const endsAt = foreseeEnd(mailing?.letters ?? 0, toOneDomain, findMailPace(db), findSendingHours(db), now)
  return {
    checks,
    blocking: checks.filter(isBlocking).length,
    needsLook,
    lookedAt: look?.at ?? null,
    mailing,
    endsAt: endsAt ?? null,
  }
}

/** Looks at servers and DNS, within seconds, and keeps what is found for whoever opens a wave of the project. */
export async function lookAgain(
  { db, config }: Omit<Desk, 'identity'>,
  project: Project,
  outside: Outside,
  actor: Actor,
  now: () => number,
): Promise<void> {
  const domain = senderDomainOf(config, project)
  const checks = await lookOutside(config, project, domain !== undefined && isVouchedFor(db, domain), outside)
  keepLook(db, config, project, { at: now(), checks }, actor)
}
