// Mail that waits for a person: a database that is a copy, and letters of which nobody knows whether they arrived.
import { eq } from 'drizzle-orm'
import { makeDueMailings } from '#store/due-mailings.ts'
import type { Delivery } from '#store/ending.ts'
import { importResponses } from '#store/imports.ts'
import { localDayOf } from '#store/local-day.ts'
import { pauseWaveMail, silenceCopy } from '#store/mail-pause.ts'
import { queueInvitations } from '#store/messages.ts'
import { changePlan, type NewMailing } from '#store/planned-mailings.ts'
import { recordResponse } from '#store/responses.ts'
import { invitations } from '#store/schema.ts'
import { exchangeLetters } from '#store/sending.ts'
import { changeWaveDays, openWave } from '#store/waves.ts'
import { claimNext, settle } from '../support/outbox.ts'
import { ljungby, makeWorld, morning } from '../support/world.ts'
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

/** A plan that nobody has made, one half done, one with errors, and a wave that opens by itself. */
export async function plannedMailStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, clock } = world
  world.addPeople(12)
  const [coming, running, own] = [world.planWave(), world.planWave('midterm'), world.planWave('endline')]
  openWave(db, running, 'system', morning)
  queueInvitations(db, running.id, 'system', morning)
  changeWaveDays(db, own, { opensOn: '2027-03-20', closesOn: '2027-04-10' }, 'system', morning)
  const reminder = (days: number): NewMailing => {
    return { kind: 'reminder', anchor: 'opening', days, minutes: 540, spacing: 3 }
  }
  const closing: NewMailing = { kind: 'closing_soon', anchor: 'closing', days: 2, minutes: 540, spacing: 3 }
  const opening: NewMailing = { kind: 'opening', anchor: 'opening', days: 0, minutes: 480, spacing: 0 }
  changePlan(db, own.id, [opening, reminder(7), reminder(30)], 'system', morning)
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
      { name: 'plan, of a wave that opens by itself', path: `/waves/${own.id}/plan`, as: 'coordinator' },
      { name: 'wave that opens by itself', path: `/waves/${own.id}`, as: 'coordinator' },
      { name: 'wave that opens by itself, its days', path: `/waves/${own.id}/days`, as: 'coordinator' },
      {
        name: 'wave that opens by itself, at once with these days',
        path: `/waves/${own.id}/days`,
        as: 'coordinator',
        form: { opensOn: '2027-03-12', closesOn: '2027-03-16' },
      },
      { name: 'wave that reminds by itself', path: `/waves/${running.id}`, as: 'coordinator' },
      { name: 'plan, half done', path: `/waves/${running.id}/plan?done=plan_saved`, as: 'coordinator' },
      { name: 'preflight, filed', path: `/waves/${coming.id}/preflight`, as: 'coordinator' },
      { name: 'sending hours', path: '/mail/hours', as: 'coordinator' },
      { name: 'sending hours with errors', path: '/mail/hours', as: 'coordinator', form: { to: '25:00' }, status: 422 },
    ],
  }
}

/** A mailing on its way with troubles of several kinds, one stopped by hand, and how answers come in. */
export async function runningMailStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(28)
  world.addPeople(9, ljungby)
  const [running, paused] = [world.planWave(), world.planWave('midterm')]
  for (const wave of [running, paused]) openWave(db, wave, 'system', morning)
  queueInvitations(db, running.id, 'system', morning)
  const refused = (reason: string): Delivery => ({ outcome: 'failed', reason })
  const deliveries: Delivery[] = [
    ...Array.from({ length: 14 }, () => ({ outcome: 'accepted', reply: '250 2.0.0 Ok: queued' }) as const),
    refused('550 5.1.1 …: Recipient address rejected: User unknown in virtual mailbox table'),
    refused('550-5.1.1 The email account that you tried to reach does not exist.'),
    refused('552 5.2.2 Mailbox full'),
    refused('554 5.7.1 Message rejected as spam by Content Filtering.'),
    { outcome: 'unknown', reason: 'interrupted' },
    { outcome: 'retry', reason: '451 4.7.1 Greylisting in action, please come back later', trouble: 'letter' },
  ]
  const { letters } = exchangeLetters(db, [], deliveries.length, morning, localDayOf(morning))
  const ended = letters.flatMap(({ id }, at) => ({ id, ending: deliveries[at] ?? refused('550') }))
  exchangeLetters(db, ended, 0, morning, localDayOf(morning))
  queueInvitations(db, paused.id, 'system', morning)
  pauseWaveMail(db, paused.id, 'system', morning)
  const asked = db.select().from(invitations).where(eq(invitations.waveId, running.id)).all()
  const about = { questionnaireId: 'samverkan', questionnaireVersion: 1, language: 'sv', mode: 'web' } as const
  for (const { id } of asked.slice(0, 22))
    recordResponse(db, { invitationId: id, ...about, answers: { D1: 3 } }, morning)
  return {
    world,
    seen: [
      { name: 'mailing on its way, with troubles', path: `/waves/${running.id}`, as: 'coordinator' },
      { name: 'mailing stopped by hand', path: `/waves/${paused.id}`, as: 'coordinator' },
      { name: 'mailing, as a process leader sees its wave', path: `/waves/${running.id}`, as: 'process_leader' },
      { name: 'how answers come in', path: `/waves/${running.id}/progress`, as: 'coordinator' },
    ],
  }
}

/** Answers that were read in have opened one wave before its planned opening; another is to be opened with the same people. */
export async function uninvitedMailStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, identity } = world
  world.addPeople(3)
  const [readIn, coming] = [world.planWave(), world.planWave('midterm')]
  changeWaveDays(db, readIn, { ...readIn, opensOn: '2027-03-10' }, 'system', morning)
  const at = { minutes: 480, spacing: 3 }
  const plan: NewMailing[] = [
    { kind: 'opening', anchor: 'opening', days: 0, ...at },
    { kind: 'reminder', anchor: 'opening', days: 7, ...at },
  ]
  changePlan(db, readIn.id, plan, 'system', morning)
  const rows = Array.from({ length: 10 }, (_, row) => ({
    row: row + 2,
    id: String(row + 1),
    municipalityCode: ljungby.code,
    actorGroup: 'LUG',
    language: 'sv' as const,
    answers: { D1: 3 },
  }))
  importResponses(db, identity, readIn, rows, 'system', morning)
  return {
    world,
    seen: [
      { name: 'wave opened by answers, people without a letter', path: `/waves/${readIn.id}`, as: 'coordinator' },
      { name: 'plan of a wave opened by answers', path: `/waves/${readIn.id}/plan`, as: 'coordinator' },
      { name: 'preflight of a wave opened by answers', path: `/waves/${readIn.id}/preflight`, as: 'coordinator' },
      { name: 'wave to open, people without an address', path: `/waves/${coming.id}`, as: 'coordinator' },
      { name: 'letters that did not arrive, none written', path: `/waves/${readIn.id}/bounces`, as: 'coordinator' },
    ],
  }
}

/** Before a mailing: letters that are filed, and a server that nobody would believe. */
export async function preflightStates(): Promise<EdgeStates> {
  const zone: Readonly<Record<string, readonly unknown[]>> = {
    'MX bygden.example': [{ exchange: 'mx.bygden.example', priority: 10 }],
    'TXT bygden.example': [['v=spf1 ip4:192.0.2.10 include:_spf.mycket-langt-namn-pa-en-leverantor.example -all']],
    'TXT _dmarc.bygden.example': [['v=DMARC1; p=reject']],
    'A smtp.bygden.example': ['192.0.2.99'],
  }
  const world = await makeWorld({
    settings: {
      SMTP_URL: 'smtp://smtp.bygden.example',
      BASE_URL: 'http://enkat.bygden.example',
      MAIL_FROM: 'enkat@bygden.example',
    },
    outside: {
      resolve: async (name, type) => {
        const found = zone[`${type} ${name}`]
        if (!found) throw Object.assign(new Error('none'), { code: 'ENODATA' })
        return found as string[]
      },
      greet: async () => ({ met: 'untrusted', words: 'self-signed certificate' }),
      visit: async () => 502,
    },
  })
  world.addPeople(12)
  const [wave, running] = [world.planWave(), world.planWave('midterm')]
  openWave(world.db, running, 'system', morning)
  await world.post(`/waves/${wave.id}/preflight`, { as: 'coordinator' })
  const page = `/waves/${wave.id}/preflight`
  return {
    world,
    seen: [
      { name: 'preflight, something in the way', path: page, as: 'coordinator' },
      { name: 'preflight, a reminder', path: `/waves/${running.id}/preflight`, as: 'coordinator' },
      { name: 'wave that cannot be opened yet', path: `/waves/${wave.id}`, as: 'coordinator' },
    ],
  }
}
