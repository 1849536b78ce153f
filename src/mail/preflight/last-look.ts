// What the last look at servers and DNS found, kept with the project: whoever opens a wave is told without waiting for a
// network, and what blocked goes on blocking until somebody looks again or the settings are others.
import { z } from 'zod'
import { type Database, immediately } from '#store/database.ts'
import { type Actor, recordEvent } from '#store/events.ts'
import { findSetting, writeSetting } from '#store/settings.ts'
import { type Check, checked, isBlocking, isCheckCode } from './check.ts'
import { type MailSettings, type Sending, senderOf } from './settings.ts'

export interface Look {
  /** UTC milliseconds. */
  at: number
  checks: Check[]
}

const Kept = z.object({
  setup: z.string(),
  at: z.number(),
  checks: z.array(z.object({ code: z.string().refine(isCheckCode), about: z.string(), found: z.string() })),
})

const keyOf = (projectId: string): string => `preflight ${projectId}`

/** What the look was about; never a password. */
const setupOf = (settings: MailSettings, project: Sending): string =>
  [senderOf(settings, project), settings.smtpUrl && new URL(settings.smtpUrl).host, settings.baseUrl].join(' ')

type Project = Sending & { id: string }

export function keepLook(db: Database, settings: MailSettings, project: Project, look: Look, actor: Actor): void {
  const checks = look.checks.map(({ code, about, found }) => ({ code, about, found }))
  const kept = JSON.stringify({ setup: setupOf(settings, project), at: look.at, checks })
  immediately(db, (tx) => {
    writeSetting(tx, keyOf(project.id), kept)
    const details = { blocks: look.checks.filter(isBlocking).length }
    recordEvent(tx, { at: look.at, actor, action: 'mail.checked', subject: `project:${project.id}`, details })
  })
}

/** undefined where nobody has looked, or the last look was at other settings or by an edition with other checks. */
export function findLastLook(db: Database, settings: MailSettings, project: Project): Look | undefined {
  const text = findSetting(db, keyOf(project.id))
  const kept = text === undefined ? undefined : Kept.safeParse(JSON.parse(text)).data
  if (kept?.setup !== setupOf(settings, project)) return undefined
  return { at: kept.at, checks: kept.checks.map(({ code, about, found }) => checked(code, about, found)) }
}

const vouchedKey = (domain: string): string => `mail_vouched ${domain}`

/** Somebody says that the mail server signs for the domain, or sends from servers that its SPF names. */
export function vouchFor(db: Database, domain: string, actor: Actor, now: number): void {
  immediately(db, (tx) => {
    writeSetting(tx, vouchedKey(domain), String(now))
    recordEvent(tx, { at: now, actor, action: 'mail.vouched', subject: 'mail', details: { domain } })
  })
}

export const isVouchedFor = (db: Database, domain: string): boolean => findSetting(db, vouchedKey(domain)) !== undefined
