// Each kind of letter goes to those whom it is for, looked at again when its turn comes.
import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { preparePost } from '#mail/post.ts'
import { handOver } from '#store/handovers.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation } from '#store/invitations.ts'
import { keepLetterTemplate } from '#store/letter-templates.ts'
import { queueClosingSoon, queueInvitations, queueReminders } from '#store/messages.ts'
import { recordResponse } from '#store/responses.ts'
import { drafts, invitations, participants, persons, projects, responses, waves } from '#store/schema.ts'
import { type ClaimedLetter, lookAgain } from '#store/sending.ts'
import { claimNext, settle } from '../support/outbox.ts'
import {
  answer,
  day,
  identity,
  invitationOf,
  lettersOf,
  makeWorld,
  morning,
  someone,
  today,
  type World,
} from './world.ts'

const worlds: World[] = []
function worldOf(people: number): World['db'] {
  const world = makeWorld(someone(people))
  worlds.push(world)
  return world.db
}
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})

const office = (db: World['db']) => ({ db, identity, baseUrl: 'https://enkat.example' })

function claim(db: World['db'], now: number, on = today): ClaimedLetter {
  const next = claimNext(db, now, on)
  if (next.outcome !== 'letter') throw new Error(`no letter: ${JSON.stringify(next)}`)
  return next.letter
}

function sendAll(db: World['db'], now: number, on = today): void {
  for (;;) {
    const next = claimNext(db, now, on)
    if (next.outcome === 'nothing') return
    if (next.outcome === 'letter') settle(db, next.letter.id, { outcome: 'accepted', reply: '250' }, now)
  }
}

async function textOf(db: World['db'], letter: ClaimedLetter): Promise<string> {
  const { message } = await preparePost(office(db), letter, morning)
  const { default: PostalMime } = await import('postal-mime')
  return (await PostalMime.parse(message.bytes)).text ?? ''
}

describe('the letter of the last days', () => {
  const lastDay = '2027-05-31'
  const nearEnd = Date.UTC(2027, 4, 28, 8)
  const queue = (db: World['db'], now: number, on: string) => queueClosingSoon(db, 'wave-1', 'staff:a', now, on)

  test('goes once, in the last three days and on the last day, to those who have not answered and want reminders', () => {
    const db = worldOf(4)
    queueInvitations(db, 'wave-1', 'system', morning)
    sendAll(db, morning)
    answer(db, 0, morning)
    db.update(invitations)
      .set({ quietAt: morning })
      .where(eq(invitations.id, invitationOf(1)))
      .run()
    expect(queue(db, nearEnd, '2027-05-27')).toBe(0)
    expect(queue(db, nearEnd, '2027-06-01')).toBe(0)
    expect(queue(db, nearEnd, '2027-05-28')).toBe(2)
    expect(queue(db, nearEnd, '2027-05-28')).toBe(0)
    sendAll(db, nearEnd, '2027-05-28')
    expect(queue(db, nearEnd + 3 * day, lastDay)).toBe(0)
    expect(lettersOf(db, 2).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'invitation accepted',
      'closing_soon accepted',
    ])
  })

  test('comes no sooner after a reminder than reminders do', () => {
    const db = worldOf(1)
    queueInvitations(db, 'wave-1', 'system', morning)
    sendAll(db, morning)
    queueReminders(db, 'wave-1', 'system', nearEnd)
    sendAll(db, nearEnd, '2027-05-28')
    expect(queue(db, nearEnd + day / 2, '2027-05-28')).toBe(0)
    expect(queue(db, nearEnd + day, '2027-05-29')).toBe(1)
  })

  test.each([
    ['answered', (db: World['db']) => answer(db, 0, nearEnd)],
    ['quiet', (db: World['db']) => db.update(invitations).set({ quietAt: nearEnd }).run()],
    ['not_closing_soon', (db: World['db']) => db.update(waves).set({ closesOn: '2027-06-30' }).run()],
    ['wave_closed', (db: World['db']) => db.update(waves).set({ closedAt: nearEnd }).run()],
  ])('is called back where it is no longer true: %s', (reason, happen) => {
    const db = worldOf(1)
    queueInvitations(db, 'wave-1', 'system', morning)
    sendAll(db, morning)
    queue(db, nearEnd, '2027-05-28')
    happen(db)
    expect(claimNext(db, nearEnd, '2027-05-28')).toEqual({ outcome: 'cancelled', reason })
  })
})

describe('thanks', () => {
  const submission = (at: number, mode: 'web' | 'import' = 'web') => ({
    invitationId: invitationOf(at),
    questionnaireId: 'kort',
    questionnaireVersion: 1,
    language: 'sv' as const,
    mode,
    answers: { T1: 2 },
  })
  const thanking = (db: World['db']) => db.update(projects).set({ sendsThanks: true }).run()

  test('are sent by no project that has not asked for them', () => {
    const db = worldOf(1)
    recordResponse(db, submission(0), morning)
    expect(lettersOf(db, 0)).toEqual([])
  })

  test('go once to whoever has answered, and to nobody else; never for what was read from a file', () => {
    const db = worldOf(3)
    thanking(db)
    queueInvitations(db, 'wave-1', 'system', morning)
    recordResponse(db, submission(0), morning)
    recordResponse(db, submission(0), morning)
    recordResponse(db, submission(1, 'import'), morning)
    sendAll(db, morning)
    expect([0, 1, 2].map((at) => lettersOf(db, at).map(({ kind, state }) => `${kind} ${state}`))).toEqual([
      ['invitation cancelled', 'thanks accepted'],
      ['invitation cancelled'],
      ['invitation accepted'],
    ])
  })

  test('carry no link, and come although the wave has ended or been closed since', async () => {
    const db = worldOf(1)
    thanking(db)
    recordResponse(db, submission(0), morning)
    db.update(waves).set({ closedAt: morning }).run()
    const letter = claim(db, morning, '2027-06-01')
    expect(letter.kind).toBe('thanks')
    expect(await textOf(db, letter)).not.toMatch(/https?:/)
    expect(lookAgain(db, letter, Date.UTC(2027, 5, 1, 8))).toBeUndefined()
  })

  test.each([
    [
      'not_answered',
      (db: World['db']) => {
        db.delete(drafts).run()
        db.delete(responses).run()
      },
    ],
    ['withdrawn', (db: World['db']) => db.update(participants).set({ withdrawnAt: morning }).run()],
    ['erased', (db: World['db']) => db.update(persons).set({ erasedAt: morning }).run()],
  ])('are called back where there is nothing to thank for, or nobody: %s', (reason, happen) => {
    const db = worldOf(1)
    thanking(db)
    recordResponse(db, submission(0), morning)
    happen(db)
    expect(claimNext(db, morning, today)).toEqual({ outcome: 'cancelled', reason })
  })
})

describe('what a letter says', () => {
  test('a newcomer is told that the seat has been passed on', async () => {
    const db = worldOf(1)
    queueInvitations(db, 'wave-1', 'system', morning)
    const leaver = findInvitation(db, hashToken(claim(db, morning).tokens.answer), 'answer')
    if (!leaver) throw new Error('the link opens nothing')
    expect(handOver(db, identity, leaver, { name: 'Ny Person', email: 'ny@kommun.example' }, morning)).toBe('done')
    const letter = claim(db, morning)
    expect(letter.kind).toBe('invitation')
    expect(await textOf(db, letter)).toMatch(/^Hej Ny Person!\r?\n\r?\nDen som hade din plats/)
  })

  test('the project’s own words, in the language they are written for; and the standard text again', async () => {
    const db = worldOf(1)
    const key = { projectId: 'project', kind: 'invitation', language: 'sv' } as const
    const words = { subject: 'Egen rad', body: 'Hej {namn} i {kommun}!\n\n{länk}' }
    expect(keepLetterTemplate(db, key, words, 0, 'staff:a', morning)).toBe('kept')
    expect(keepLetterTemplate(db, key, words, 1, 'staff:a', morning)).toBe('unchanged')
    expect(keepLetterTemplate(db, key, { ...words, subject: 'Annan' }, 0, 'staff:b', morning)).toBe('conflict')
    queueInvitations(db, 'wave-1', 'system', morning)
    const letter = claim(db, morning)
    expect(await textOf(db, letter)).toMatch(/^Hej Deltagare 1 i Markaryd!\r?\n/)
    expect(await textOf(db, { ...letter, language: 'en' })).toMatch(/^Dear Deltagare 1,/)
    expect(keepLetterTemplate(db, key, undefined, 1, 'staff:a', morning)).toBe('kept')
    expect(await textOf(db, letter)).toMatch(/du deltar i Service/)
    expect(() => db.$client.exec('delete from letter_templates')).toThrow(/kept/)
    expect(() => db.$client.exec(`update letter_templates set body = '{länk}'`)).toThrow(/never changes/)
  })
})
