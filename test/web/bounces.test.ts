// Staff and the letters that did not arrive: who is listed, the address corrected, the letter on its way again.
import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordBounce } from '#store/bounces.ts'
import { localDayOf } from '#store/local-day.ts'
import { countMessages, countRemindable, type MessageState } from '#store/messages.ts'
import { invitations, messages, participants, personAddresses } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { makeBounced } from '../gallery/bounce-states.ts'
import { claimNext, settle } from '../support/outbox.ts'
import { makeWorld, morning, type Person, people, type World } from '../support/world.ts'

let world: World
let list: string
let waveId: string
let unreached: string[]
beforeEach(async () => {
  ;({ world, waveId, unreached } = await makeBounced())
  list = `/waves/${waveId}/bounces`
})
afterEach(() => world.close())

const as = 'coordinator' as const
const first = () => `${list}/${unreached[0]}`
const letterOf = (invitationId: string | undefined) =>
  world.db
    .select()
    .from(messages)
    .where(eq(messages.invitationId, invitationId ?? ''))
    .get()
const addressesOf = (invitationId: string | undefined) =>
  world.db
    .select({
      key: personAddresses.addressKey,
      sealed: personAddresses.addressSealed,
      validTo: personAddresses.validTo,
    })
    .from(personAddresses)
    .innerJoin(participants, eq(participants.personId, personAddresses.personId))
    .innerJoin(invitations, eq(invitations.participantId, participants.id))
    .where(eq(invitations.id, invitationId ?? ''))
    .all()

test('the list has each of those whose letter came back or was refused, and the wave leads there', async () => {
  const { body } = await world.get(list, { as })
  expect(unreached).toHaveLength(4)
  expect(body.match(/<li class="card">/g)).toHaveLength(4)
  expect(body).toContain('Mottagarens brevlåda finns inte')
  expect(body).toContain('Togs inte emot')
  expect(body).toContain('&lt;script&gt;')
  expect(body).not.toContain('<script>alert')
  // First letter and domain alone: the whole address is shown where it is to be corrected.
  expect(body).not.toMatch(/[a-zåäö]{2,}@/)
  expect((await world.get(`/waves/${waveId}`, { as })).body).toContain(`href="${list}"`)
  const counts = countMessages(world.db, waveId).invitation
  expect(counts).toMatchObject({ accepted: 2, returned: 3, failed: 1 })
  expect(Object.values(counts).reduce((sum, letters) => sum + letters, 0)).toBe(6)
})

describe('an address that is corrected', () => {
  test('is looked at, confirmed, kept beside the old one, and gets the letter with a new link; the old link works too', async () => {
    const old = issueTokens(world.db, unreached[0] ?? '', morning)
    const shown = await world.post(first(), { as, form: { address: ' Ratt@Malmö.se ' } })
    expect([shown.statusCode, shown.body.includes('Stämmer den nya adressen?')]).toEqual([200, true])
    expect(shown.body).toContain('Ratt@malmö.se')
    expect(addressesOf(unreached[0])).toHaveLength(1)

    const woken = world.woken()
    const done = await world.post(first(), { as, form: { address: 'Ratt@xn--malm-8qa.se', confirmed: 'yes' } })
    expect([done.statusCode, done.headers.location]).toEqual([303, `${list}?done=address_corrected&n=1`])
    expect(world.woken()).toBe(woken + 1)
    expect(addressesOf(unreached[0]).map(({ validTo }) => validTo === null)).toEqual([false, true])
    expect(letterOf(unreached[0])).toMatchObject({ state: 'queued', attempts: 0 })
    expect((await world.get(done.headers.location as string, { as })).body).toContain('brevet är på väg')

    const claim = claimNext(world.db, morning, localDayOf(morning))
    if (claim.outcome !== 'letter') throw new Error('no letter')
    expect(world.identity.open(claim.letter.addressSealed)).toBe('Ratt@xn--malm-8qa.se')
    settle(world.db, claim.letter.id, { outcome: 'accepted', reply: 'ok' }, morning)
    for (const token of [old.answer, claim.letter.tokens.answer])
      expect((await world.get(`/s/${token}`)).statusCode).toBe(200)
    expect((await world.get(list, { as })).body.match(/<li class="card">/g)).toHaveLength(3)
    const later = morning + 2 * 24 * 3_600_000
    expect(countRemindable(world.db, waveId, later)).toBe(3)
  })

  test.each([
    ['bo@', 'Skriv en hel e-postadress'],
    ['a@b.se, c@d.se', 'Skriv en hel e-postadress'],
    ['a@b.se\r\nBcc: c@d.se', 'Skriv en hel e-postadress'],
    ['åsa@kommun.se', 'Före @ går det bara'],
    ['', 'Skriv en hel e-postadress'],
  ])('that is none is not taken, and stays as it was typed: %j', async (address, message) => {
    for (const confirmed of ['', 'yes']) {
      const page = await world.post(first(), { as, form: { address, confirmed } })
      expect(page.statusCode).toBe(422)
      expect(page.body).toContain(message)
    }
    expect(addressesOf(unreached[0])).toHaveLength(1)
    expect(letterOf(unreached[0])?.state).toBe('returned')
  })

  test("is not somebody else's", async () => {
    const [other] = addressesOf(unreached[1])
    const address = world.identity.open(other?.sealed ?? Buffer.alloc(0))
    const page = await world.post(first(), { as, form: { address, confirmed: 'yes' } })
    expect([page.statusCode, page.body.includes('Någon annan har redan den adressen')]).toEqual([422, true])
    expect(letterOf(unreached[0])?.state).toBe('returned')
  })

  test('and was right all along is believed and tried again', async () => {
    const [own] = addressesOf(unreached[0])
    const address = world.identity.open(own?.sealed ?? Buffer.alloc(0))
    expect((await world.post(first(), { as, form: { address } })).body).toContain('Prova samma adress igen?')
    const done = await world.post(first(), { as, form: { address, confirmed: 'yes' } })
    expect(done.headers.location).toBe(`${list}?done=address_tried&n=1`)
    expect(claimNext(world.db, morning, localDayOf(morning)).outcome).toBe('letter')
  })

  test('in a wave that takes no answers is kept for the next time, and nothing is sent', async () => {
    await world.post(`/waves/${waveId}/closing`, { as })
    expect((await world.get(first(), { as })).body).toContain('inget brev skickas')
    const done = await world.post(first(), { as, form: { address: 'ratt@kommun.se', confirmed: 'yes' } })
    expect(done.headers.location).toBe(`${list}?done=address_corrected&n=0`)
    expect(letterOf(unreached[0])?.state).toBe('returned')
  })

  test('warns of a shared mailbox and of letters of another alphabet', async () => {
    const page = await world.post(first(), { as, form: { address: 'info@kоmmun.se' } })
    expect(page.body).toContain('gemensam brevlåda')
    expect(page.body).toContain('olika alfabet')
  })
})

test('what came back for no fault of the address is sent again with one button', async () => {
  expect((await world.get(list, { as })).body).toContain('Skicka ett brev igen')
  const done = await world.post(`${list}/again`, { as })
  expect(done.headers.location).toBe(`${list}?done=letters_again&n=1`)
  expect(countMessages(world.db, waveId).invitation).toMatchObject({ queued: 1, returned: 2, failed: 1 })
  expect((await world.post(`${list}/again`, { as })).headers.location).toBe(`${list}?done=letters_again&n=0`)
})

test('all letters have arrived only where none waits, is uncertain or was never sent', async () => {
  const lead = async (of = list) => /<p class="lead">(.*?)<\/p>/.exec((await world.get(of, { as })).body)?.[1]
  const setAll = (state: MessageState) => world.db.update(messages).set({ state, outcome: '' }).run()
  setAll('accepted')
  world.db.update(personAddresses).set({ bouncedAt: null }).run()
  expect(await lead()).toBe('Alla brev har kommit fram, såvitt e-postservrarna har berättat.')
  world.db
    .update(messages)
    .set({ state: 'retry', outcome: '451 4.7.1 later' })
    .where(eq(messages.invitationId, unreached[0] ?? ''))
    .run()
  expect(await lead()).toBe('Inget brev har kommit tillbaka, såvitt e-postservrarna har berättat.')
  expect((await world.get(list, { as })).body).toContain('Brev som väntar eller försöks igen: 1.')
  setAll('unknown')
  expect(await lead()).toBe('Inget brev har kommit fram än.')
  expect((await world.get(list, { as })).body).toContain('Brev där ingen vet om de kom fram: 6.')
  expect(await lead(`/waves/${world.planWave('midterm').id}/bounces`)).toBe('Inget brev har kommit fram än.')
})

test('what only a person can make out lies where the way it came has put it', async () => {
  const passedOn = (await world.get('/mail/bounces', { as: 'admin' })).body
  expect(passedOn).toContain('bara kvar om servern också lägger det i en brevlåda')
  expect(passedOn).not.toContain('flaggat och oläst')
  const reading = await makeWorld({ settings: { IMAP_URL: 'imaps://a:b@imap.bygden.example/INBOX' } })
  try {
    const incoming = { sha256: 'a', messageId: '<a@kommun.example>', report: undefined }
    recordBounce(reading.db, reading.identity, incoming, morning)
    expect((await reading.get('/mail/bounces', { as: 'admin' })).body).toContain('flaggat och oläst')
  } finally {
    await reading.close()
  }
})

test('whoever withdraws is off the list, also for somebody who has the form open', async () => {
  world.db.update(participants).set({ withdrawnAt: morning }).where(isNull(participants.withdrawnAt)).run()
  expect((await world.get(list, { as })).body).toContain(
    'De vars brev kom tillbaka har svarat, har fått ett nytt brev eller är inte med längre.',
  )
  expect((await world.get(first(), { as })).headers.location).toBe(list)
  expect(
    (await world.post(first(), { as, form: { address: 'ratt@kommun.se', confirmed: 'yes' } })).headers.location,
  ).toBe(list)
})

const others = (Object.keys(people) as Person[]).filter((person) => person !== 'admin' && person !== 'coordinator')
test.each(others)('%s sees nobody of the list, and changes nobody', async (person) => {
  const refused = person === 'stranger' ? 404 : 403
  const form = { address: 'ratt@kommun.se', confirmed: 'yes' }
  expect((await world.get(list, { as: person })).statusCode).toBe(refused)
  expect((await world.get(first(), { as: person })).statusCode).toBe(refused)
  expect((await world.post(first(), { as: person, form })).statusCode).toBe(refused)
  expect((await world.post(`${list}/again`, { as: person })).statusCode).toBe(refused)
  expect(addressesOf(unreached[0])).toHaveLength(1)
})

test('somebody invited to another wave is not found under this one', async () => {
  const other = world.planWave('endline')
  const page = await world.get(`/waves/${other.id}/bounces/${unreached[0]}`, { as })
  expect([page.statusCode, page.headers.location]).toEqual([303, `/waves/${other.id}/bounces`])
})

test('what only a person can read is listed for the administrator, without a word of it, and ticked off', async () => {
  recordBounce(
    world.db,
    world.identity,
    { sha256: 'later', messageId: '<b@x.example>', report: undefined },
    morning + 1,
  )
  const { body } = await world.get('/mail/bounces', { as: 'admin' })
  expect(body).toContain('går inte att tolka')
  expect(body).toContain('&lt;a@kommun.example&gt;')
  expect((await world.post('/mail/bounces', { as: 'admin', form: { before: String(morning) } })).statusCode).toBe(303)
  const left = (await world.get('/mail/bounces', { as: 'admin' })).body
  expect([left.includes('b@x.example'), left.includes('a@kommun.example')]).toEqual([true, false])
  expect((await world.post('/mail/bounces', { as: 'admin', form: { before: 'now' } })).statusCode).toBe(400)
  expect((await world.get('/mail/bounces', { as })).statusCode).toBe(403)
  expect((await world.get(`/waves/${waveId}`, { as: 'admin' })).body).toContain('href="/mail/bounces"')
  expect((await world.get(`/waves/${waveId}`, { as })).body).not.toContain('href="/mail/bounces"')
})
