// A seat that passes on: the newcomer is asked on their own, and sees nothing of what was answered before.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { drafts, handovers, invitations, messages, participants, responses } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { openWave, type Wave } from '#store/waves.ts'
import { describedAt } from '../support/described.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { tokensInto } from '../support/links.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let wave: Wave
let token: string

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(2)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  token = tokensInto(world, wave).answer
})
afterEach(() => world.close())

const newcomer = { name: 'Ny Person', email: 'ny@kommun.example' }
const post = (form: Record<string, string>) => world.post(`/s/${token}/handover`, { form })
const everybody = () => world.db.select().from(participants).all()

async function answerSomething(): Promise<void> {
  await world.post(`/s/${token}/start`)
  await world.post(`/s/${token}/2`, { form: { _page: 'dialogue', D1: '4' } })
}

test('is asked, read once more, and only then done', async () => {
  const before = fingerprintDatabase(world.db)
  const wrong = await post({ name: '', email: 'nowhere' })
  expect([wrong.statusCode, wrong.body.includes('Skriv den nya personens namn')]).toEqual([422, true])
  expect(wrong.body).toContain('value="nowhere"')
  for (const [field, fault] of [
    ['name', 'Skriv den nya personens namn'],
    ['email', 'Skriv den nya personens e-postadress'],
  ] as const) {
    const { words, isInvalid } = describedAt(wrong.body, field)
    expect([words, isInvalid]).toEqual([expect.stringContaining(fault), true])
  }
  const asked = await post(newcomer)
  expect(asked.body).toContain('Ny Person tar över, och får en inbjudan till ny@kommun.example')
  expect(fingerprintDatabase(world.db)).toBe(before)
  expect((await post({ ...newcomer, confirm: 'yes' })).body).toContain('Platsen är överlämnad')
})

test('gives the newcomer the same seat, an own invitation and an own letter; a draft stays unseen with the leaver', async () => {
  await answerSomething()
  await post({ ...newcomer, confirm: 'yes' })
  const [handed] = world.db.select().from(handovers).all()
  const [leaver, successor] = [handed?.participantId, handed?.successorId].map((id) =>
    everybody().find((one) => one.id === id),
  )
  expect(successor?.seatId).toBe(leaver?.seatId)
  expect([leaver?.leftAt, successor?.leftAt]).toEqual([morning, null])
  expect(successor?.pseudonym).not.toBe(leaver?.pseudonym)
  const invitation = world.db
    .select()
    .from(invitations)
    .where(eq(invitations.participantId, successor?.id ?? ''))
    .get()
  const letter = world.db
    .select()
    .from(messages)
    .where(eq(messages.invitationId, invitation?.id ?? ''))
    .all()
  expect(letter.map(({ kind, state }) => [kind, state])).toEqual([['invitation', 'queued']])
  expect(world.db.select().from(drafts).all()).toHaveLength(1)
  const own = issueTokens(world.db, invitation?.id ?? '', morning).answer
  await world.post(`/s/${own}/start`)
  expect((await world.get(`/s/${own}/2`)).body).not.toContain(' checked')
})

test('closes the link that was handed on, kindly', async () => {
  await post({ ...newcomer, confirm: 'yes' })
  const { statusCode, body } = await world.get(`/s/${token}`)
  expect([statusCode, body.includes('Någon annan har tagit över efter dig')]).toEqual([410, true])
  expect(body).not.toContain('Ny Person')
  expect((await post({ name: 'En till', email: 'en@kommun.example', confirm: 'yes' })).statusCode).toBe(303)
  expect(everybody()).toHaveLength(3)
})

test('after an answer leaves the answer with the one who gave it, and asks nobody twice in the wave', async () => {
  await answerSomething()
  await world.post(`/s/${token}/submission`)
  await post({ ...newcomer, confirm: 'yes' })
  const [handed] = world.db.select().from(handovers).all()
  const [response] = world.db.select().from(responses).all()
  const asked = world.db.select().from(invitations).all()
  expect(asked.find(({ id }) => id === response?.invitationId)?.participantId).toBe(handed?.participantId)
  expect(asked).toHaveLength(2)
  openWave(world.db, world.planWave('midterm', 2), 'system', morning)
  const later = world.db.select().from(invitations).all().slice(2)
  expect(later.map(({ participantId }) => participantId).sort()).toContain(handed?.successorId)
  expect(later.map(({ participantId }) => participantId)).not.toContain(handed?.participantId)
})

test('to an address that takes part already is refused with whom to ask, and changes nothing', async () => {
  const before = fingerprintDatabase(world.db)
  const response = await post({ name: 'Två', email: 'Deltagare2@kommun.example', confirm: 'yes' })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('kontakt@bygden.example')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('is seen by those who run the project, without whole addresses, and by nobody else', async () => {
  await post({ ...newcomer, confirm: 'yes' })
  const seen = (await world.get('/projects/service', { as: 'coordinator' })).body
  expect(seen).toContain('d…@kommun.example har lämnat över till n…@kommun.example')
  expect((await world.get('/projects/service', { as: 'process_leader' })).body).not.toContain('har lämnat över')
})
