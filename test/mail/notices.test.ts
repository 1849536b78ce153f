// Letters about no wave go through the same outbox: to whom they are for, once, and no further than they may.
import { eq } from 'drizzle-orm'
import PostalMime from 'postal-mime'
import { afterEach, describe, expect, test } from 'vitest'
import { preparePost } from '#mail/post.ts'
import { deactivateAccount } from '#store/accounts.ts'
import { pauseMail } from '#store/mail-pause.ts'
import { countWaiting } from '#store/messages.ts'
import { countTold, listProjectMessages, mayTell, nextOrdinal, tellProject } from '#store/project-messages.ts'
import { listProjects } from '#store/projects.ts'
import { erasePerson } from '#store/rights.ts'
import { invitations, notices, participants, personAddresses, persons, staffTokens } from '#store/schema.ts'
import { type Claimed, exchangeLetters, lookAgain, recoverInterrupted } from '#store/sending.ts'
import { setSendingHours } from '#store/sending-hours.ts'
import { findSessionStaff, startSession } from '#store/sessions.ts'
import { addStaff, authenticate, hashPassword } from '#store/staff.ts'
import { inviteAgain, inviteStaff, lastStaffLetters, requestReset } from '#store/staff-letters.ts'
import { findStaffByToken, redeemStaffToken } from '#store/staff-tokens.ts'
import { settle } from '../support/outbox.ts'
import { day, identity, makeWorld, minute, morning, someone, today, type World } from './world.ts'

const worlds: World[] = []
function worldOf(...args: Parameters<typeof makeWorld>): World['db'] {
  const world = makeWorld(...args)
  worlds.push(world)
  return world.db
}
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})

const projectOf = (db: World['db']) => {
  const [project] = listProjects(db, 'all')
  if (!project) throw new Error('no project')
  return project
}
const claim = (db: World['db'], now: number, wanted = 50): Claimed[] =>
  exchangeLetters(db, [], wanted, now, today).letters
const statesOf = (db: World['db']) =>
  db
    .select({ state: notices.state, outcome: notices.outcome })
    .from(notices)
    .orderBy(notices.queuedAt, notices.id)
    .all()
    .map(({ state, outcome }) => (outcome === '' ? state : `${state} ${outcome}`))
const mailOf = async (db: World['db'], letter: Claimed | undefined) => {
  if (!letter) throw new Error('no letter')
  const { message } = await preparePost({ db, identity, baseUrl: 'https://enkat.example' }, letter, morning)
  return PostalMime.parse(message.bytes)
}
const texts = {
  subjectSv: 'Nytt från {projekt}',
  bodySv: 'Hej {namn}!\n\nVi ses i {kommun}.',
  subjectEn: 'News from {project}',
  bodyEn: 'Dear {name},\n\nSee you in {municipality}.',
}
const tell = (db: World['db'], now = morning, ordinal = nextOrdinal(db, 'project')) =>
  tellProject(db, projectOf(db), texts, ordinal, 'staff:a', now)

describe('a message to a project', () => {
  test('goes to everybody who takes part, asked or not, each in their language', async () => {
    const db = worldOf([
      { name: 'Åsa', address: 'asa@kommun.example' },
      { name: 'Ann', address: 'ann@kommun.example', language: 'en' },
    ])
    db.delete(invitations).run()
    expect(countTold(db, 'project')).toBe(2)
    expect(tell(db)).toBe(2)
    expect(countWaiting(db)).toBe(2)
    const mails = await Promise.all(claim(db, morning).map((letter) => mailOf(db, letter)))
    const bySubject = new Map(mails.map((mail) => [mail.subject, mail]))
    expect(bySubject.get('Nytt från Service i samverkan på Åsarna')?.text).toMatch(
      /^Hej Åsa!\r?\n\r?\nVi ses i Markaryd\./,
    )
    const english = bySubject.get('News from Services together')
    expect(english?.text).toMatch(/^Dear Ann,/)
    expect(english?.text).not.toMatch(/https?:/)
    expect(english?.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(
      '<mailto:kontakt@bygd.example?subject=unsubscribe>',
    )
  })

  test('is sent once, however often the button is pressed, and no more than three in a month', () => {
    const db = worldOf(someone(2))
    expect([tell(db, morning, 1), tell(db, morning, 1)]).toEqual([2, 'already'])
    expect([tell(db, morning + day), tell(db, morning + 2 * day), tell(db, morning + 3 * day)]).toEqual([
      2,
      2,
      'enough',
    ])
    expect(mayTell(db, 'project', morning + 29 * day)).toBe(false)
    expect(mayTell(db, 'project', morning + 31 * day)).toBe(true)
    expect(listProjectMessages(db, 'project').map(({ ordinal, letters }) => [ordinal, letters])).toEqual([
      [3, [{ state: 'queued', letters: 2 }]],
      [2, [{ state: 'queued', letters: 2 }]],
      [1, [{ state: 'queued', letters: 2 }]],
    ])
    expect(() => db.$client.exec(`update project_messages set body_sv = 'annat'`)).toThrow(/never changes/)
  })

  test.each([
    ['withdrawn', (db: World['db']) => db.update(participants).set({ withdrawnAt: morning }).run()],
    ['left', (db: World['db']) => db.update(participants).set({ leftAt: morning }).run()],
    ['erased', (db: World['db']) => db.update(persons).set({ erasedAt: morning }).run()],
    ['no_address', (db: World['db']) => db.update(personAddresses).set({ validTo: morning }).run()],
    ['bounced', (db: World['db']) => db.update(personAddresses).set({ bouncedAt: morning }).run()],
  ])('is called back, before the claim and after it: %s', (reason, happen) => {
    const db = worldOf(someone(2))
    tell(db)
    const [inHand] = claim(db, morning, 1)
    if (!inHand) throw new Error('nothing claimed')
    happen(db)
    expect(lookAgain(db, inHand, morning)).toEqual({ outcome: 'cancelled', reason })
    expect(claim(db, morning)).toEqual([])
    expect(statesOf(db).sort()).toEqual([`cancelled ${reason}`, 'sending'])
    expect(tell(db, morning + day)).toBe(0)
  })

  test('waits for the sending hours and for a pause to end', () => {
    const db = worldOf(someone(1))
    setSendingHours(db, { days: [2], from: 8 * 60, to: 16 * 60 }, 'system', morning)
    tell(db)
    expect(exchangeLetters(db, [], 5, morning, today)).toMatchObject({ letters: [], rest: { outcome: 'nothing' } })
    pauseMail(db, 'restored_copy', 'system', morning)
    expect(claim(db, morning + day)).toEqual([])
    expect(statesOf(db)).toEqual(['queued'])
  })

  test('is tried again, refused, or unknown as every letter is', () => {
    const db = worldOf(someone(4))
    tell(db)
    const [again, refused, cut] = claim(db, morning, 3)
    settle(db, again?.id ?? '', { outcome: 'retry', reason: '451', trouble: 'letter' }, morning)
    settle(db, refused?.id ?? '', { outcome: 'failed', reason: '550' }, morning)
    expect(() => settle(db, refused?.id ?? '', { outcome: 'accepted', reply: '250' }, morning)).toThrow(/not sending/)
    expect(recoverInterrupted(db, morning)).toBe(1)
    expect(statesOf(db).sort()).toEqual(['failed 550', 'queued', 'retry 451', 'unknown interrupted'])
    expect(claim(db, morning).map(({ id }) => id)).not.toContain(cut?.id)
    const rest = exchangeLetters(db, [], 5, morning, today).rest
    expect(rest).toEqual({ outcome: 'nothing', nextDueAt: morning + 5 * minute })
  })

  test('of an erased person is named by what erasing gives back, so that its file goes too', () => {
    const db = worldOf(someone(1))
    tell(db)
    const [letter] = claim(db, morning)
    const erased = erasePerson(db, identity, 'person-0', 'system', morning)
    expect(erased.letters).toContain(letter?.id)
    expect(erased.inTheAir).toBe(1)
  })
})

describe('a letter to staff', () => {
  const account = {
    email: 'cecilia@bygd.example',
    name: 'Cecilia',
    language: 'sv' as const,
    grants: [{ role: 'coordinator' as const, projectId: 'project', municipalityCode: '*' }],
  }
  const password = 'granris och tallkottar'
  const passwordHash = hashPassword(password)
  const invite = (db: World['db']) => inviteStaff(db, account, 'enkat@bygd.example', 'system', morning)
  const known = async (db: World['db']) =>
    addStaff(db, { ...account, passwordHash: await passwordHash }, 'system', morning)
  const tokenOf = (mail: { text?: string | undefined }) => /\/password\/([\w-]{22})\s/.exec(mail.text ?? '')?.[1] ?? ''

  test('invites with a link that sets one password, once; the database has only its hash', async () => {
    const db = worldOf([])
    const { id } = invite(db)
    expect(await authenticate(db, account.email, 'none')).toBeUndefined()
    const mail = await mailOf(db, claim(db, morning)[0])
    expect(mail.subject).toBe('Ditt konto i Samverka: välj ett lösenord (Föreningen Bygd & Län)')
    expect(mail.to).toEqual([{ name: 'Cecilia', address: account.email }])
    const token = tokenOf(mail)
    expect(token).toMatch(/^[\w-]{22}$/)
    expect(JSON.stringify(db.select().from(staffTokens).all())).not.toContain(token)
    expect(findStaffByToken(db, token, morning)?.id).toBe(id)
    expect(redeemStaffToken(db, token, await passwordHash, morning)?.id).toBe(id)
    expect((await authenticate(db, account.email, password))?.id).toBe(id)
    expect(redeemStaffToken(db, token, await passwordHash, morning)).toBeUndefined()
  })

  test('works for hours or days, and not afterwards', async () => {
    const db = worldOf([])
    const { id } = invite(db)
    const invitation = tokenOf(await mailOf(db, claim(db, morning)[0]))
    expect(findStaffByToken(db, invitation, morning + 7 * day - 1)?.id).toBe(id)
    expect(findStaffByToken(db, invitation, morning + 7 * day)).toBeUndefined()
    requestReset(db, ' CECILIA@bygd.example', '', morning + day)
    const reset = tokenOf(await mailOf(db, claim(db, morning + day)[0]))
    expect(findStaffByToken(db, reset, morning + day + 2 * 60 * minute)).toBeUndefined()
    expect(findStaffByToken(db, reset, morning + day)?.id).toBe(id)
  })

  test('a new password ends sessions, and spends every link', async () => {
    const db = worldOf([])
    const { id } = await known(db)
    const session = startSession(db, id, morning)
    const tokens: string[] = []
    for (const at of [morning, morning + 11 * minute]) {
      expect(requestReset(db, account.email, '', at)).toBe(true)
      tokens.push(tokenOf(await mailOf(db, claim(db, at)[0])))
    }
    const [first = '', second = ''] = tokens
    expect(redeemStaffToken(db, first, await passwordHash, morning + 12 * minute)?.id).toBe(id)
    expect(findSessionStaff(db, session, morning + 12 * minute)).toBeUndefined()
    expect(findStaffByToken(db, second, morning + 12 * minute)).toBeUndefined()
  })

  test('comes no oftener than every ten minutes, and five times a day', async () => {
    const db = worldOf([])
    await known(db)
    const asked = [0, 1, 10, 20, 30, 40, 50].map((at) => requestReset(db, account.email, '', morning + at * minute))
    expect(asked).toEqual([true, false, true, true, true, true, false])
    expect(requestReset(db, 'nobody@bygd.example', '', morning)).toBe(false)
  })

  test.each([
    ['account_closed', (db: World['db'], id: string) => deactivateAccount(db, id, 'system', morning)],
    [
      'has_password',
      (db: World['db'], id: string) => db.$client.prepare(`update staff set password_hash = 'x' where id = ?`).run(id),
    ],
  ])('is called back where it is of no use: %s', (reason, happen) => {
    const db = worldOf([])
    const { id } = invite(db)
    happen(db, id)
    expect(claim(db, morning)).toEqual([])
    expect(lastStaffLetters(db).get(id)).toMatchObject({ state: 'cancelled', outcome: reason })
    expect(db.select().from(staffTokens).all()).toEqual([])
  })

  test('leaves at any hour and before other letters, but never from a copy', async () => {
    const db = worldOf(someone(2))
    setSendingHours(db, { days: [2], from: 8 * 60, to: 16 * 60 }, 'system', morning)
    tell(db)
    invite(db)
    expect(claim(db, morning).map((letter) => 'notice' in letter && letter.notice)).toEqual(['account'])
    inviteAgain(db, lastStaffLetters(db).keys().next().value ?? '', '', 'system', morning + 20 * minute)
    pauseMail(db, 'restored_copy', 'system', morning)
    expect(claim(db, morning + day)).toEqual([])
  })

  test('about the demonstration stays on this machine', () => {
    const [demo, real] = [worldOf([], { isDemo: true }), worldOf([])]
    for (const db of [demo, real]) invite(db)
    expect(claim(demo, morning)).toMatchObject([{ isDemo: true }])
    expect(claim(real, morning)).toMatchObject([{ isDemo: false }])
    expect(demo.select().from(notices).where(eq(notices.state, 'sending')).all()).toHaveLength(1)
  })
})
