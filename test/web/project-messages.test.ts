import { afterEach, beforeEach, expect, test } from 'vitest'
import { notices, projectMessages } from '#store/schema.ts'
import { exchangeLetters } from '#store/sending.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { settle } from '../support/outbox.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const page = '/projects/service/messages'
const good = {
  subjectSv: 'Nytt från {projekt}',
  bodySv: 'Hej {namn}!\r\n\r\nVi ses i maj.',
  subjectEn: 'News from {project}',
  bodyEn: 'Dear {name},\r\n\r\nSee you in May.',
}
const check = (change: object = {}) => world.post(`${page}/check`, { as: 'coordinator', form: { ...good, ...change } })
const send = (change: object = {}) =>
  world.post(page, { as: 'coordinator', form: { ...good, ordinal: '1', ...change } })

test('a message is read through before it is sent, and reading it through sends nothing', async () => {
  world.addPeople(3)
  const before = fingerprintDatabase(world.db)
  const answer = await check()
  expect(answer.statusCode).toBe(200)
  expect(fingerprintDatabase(world.db)).toBe(before)
  expect(answer.body).toContain('Nytt från Service på landsbygden')
  expect(answer.body).toContain('See you in May.')
  expect(answer.body).toContain('Skicka till 3 personer')
  const changed = await send({ back: 'yes' })
  expect(changed.body).toContain('Vi ses i maj.')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('sent twice it goes out once, and the page says how its letters stand', async () => {
  world.addPeople(3)
  expect((await send()).headers.location).toBe(`${page}?done=message_sent&n=3`)
  expect((await send()).headers.location).toBe(`${page}?done=message_already_sent`)
  expect(world.db.select().from(notices).all()).toHaveLength(3)
  expect(world.db.select().from(projectMessages).all()).toMatchObject([
    { ordinal: 1, bodySv: 'Hej {namn}!\n\nVi ses i maj.' },
  ])
  const list = await world.get(page, { as: 'coordinator' })
  expect(list.body).toContain('Skickat 1 mars 2027')
  expect(list.body).toContain('Väntar: 3')
})

test('of two who write at once the second is told of the first’s message, and keeps every word', async () => {
  world.addPeople(2)
  expect((await send()).statusCode).toBe(303)
  const other = { subjectSv: 'Ny tid', bodySv: 'Vi ses i juni.', subjectEn: 'New time', bodyEn: 'See you in June.' }
  const late = await send(other)
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('någon hann skicka ett annat under tiden')
  // Hers to send on, and his to read.
  for (const kept of ['value="Ny tid"', 'Vi ses i juni.</textarea>', 'value="New time"', 'See you in June.</textarea>'])
    expect(late.body).toContain(kept)
  expect(late.body).toContain('Vi ses i maj.</p>')
  expect(world.db.select().from(notices).all()).toHaveLength(2)
  const again = await check(other)
  const { ordinal } = /name="ordinal" value="(?<ordinal>\d+)"/.exec(again.body)?.groups ?? {}
  expect((await send({ ...other, ordinal })).headers.location).toBe(`${page}?done=message_sent&n=2`)
  expect((await send({ ...other, ordinal })).headers.location).toBe(`${page}?done=message_already_sent`)
})

test.each([
  [{ subjectSv: '' }, 'Skriv ett ämne.'],
  [{ bodyEn: 'Answer: {link}' }, '{link} på rad 1, tecken 9 kan inte stå där.'],
  [{ bodySv: 'Hej {namm}' }, 'Menade du {namn}?'],
  [{ bodySv: 'Enkäten är anonym.' }, '”anonym” på rad 1, tecken 12 lovar något'],
])('what cannot be sent is told with its place and kept as typed, at both steps: %j', async (change, says) => {
  world.addPeople(1)
  for (const answer of [await check(change), await send(change)]) {
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).toContain('value="News from {project}"')
  }
  expect(world.db.select().from(notices).all()).toEqual([])
})

test('where nobody takes part there is nothing to write', async () => {
  expect((await world.get(page, { as: 'coordinator' })).body).toContain('Ingen som deltar har en adress')
  expect((await check()).statusCode).toBe(422)
})

test('a fourth message in a month waits', async () => {
  world.addPeople(1)
  for (const ordinal of ['1', '2', '3']) expect((await send({ ordinal })).statusCode).toBe(303)
  for (const answer of [await check(), await send({ ordinal: '4' })])
    expect([answer.statusCode, answer.body.includes('har skickat 3 meddelanden på 30 dagar')]).toEqual([422, true])
  // The third once more is no fourth.
  expect((await send({ ordinal: '3' })).headers.location).toBe(`${page}?done=message_already_sent`)
})

test('a letter that nobody knows the fate of waits for a person’s word, and one that failed may be sent again', async () => {
  world.addPeople(2)
  await send()
  const { letters } = exchangeLetters(world.db, [], 5, morning, '2027-03-01')
  const [unsure, refused] = letters.map(({ id }) => id)
  settle(world.db, unsure ?? '', { outcome: 'unknown', reason: 'interrupted' }, morning)
  settle(world.db, refused ?? '', { outcome: 'failed', reason: '550 <b>no</b>' }, morning)
  const list = await world.get(page, { as: 'coordinator' })
  expect(list.body).toContain('550 &lt;b&gt;no&lt;/b&gt;')
  expect(list.body).toContain(`Message-ID: &lt;${unsure}@bygden.example&gt;`)
  const decide = async (letter: string | undefined, decision: string, at = page) =>
    (await world.post(`${at}/letters/${letter}`, { as: 'coordinator', form: { decision } })).headers.location
  expect(await decide(refused, 'sent')).toBe(`${page}?done=letter_settled`)
  expect(await decide(refused, 'requeue')).toBe(`${page}?done=letter_requeued`)
  expect(await decide(unsure, 'sent')).toBe(`${page}?done=letter_counted`)
  expect(await decide(unsure, 'requeue')).toBe(`${page}?done=letter_settled`)
  const states = world.db.select({ id: notices.id, state: notices.state }).from(notices).all()
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [unsure, 'accepted'],
      [refused, 'queued'],
    ]),
  )
})

test('only whoever runs the project’s waves may tell everybody something', async () => {
  for (const person of ['process_leader', 'economist', 'evaluator', 'researcher'] as const)
    expect((await world.get(page, { as: person })).statusCode).toBe(403)
  expect((await world.get(page, { as: 'stranger' })).statusCode).toBe(404)
})
