// Pages kept for many: whoever comes first or last sees the page that would have been made for them alone.
import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { invitations, persons, projects, seats } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { changeWaveDays, openWave, type Wave } from '#store/waves.ts'
import { keepPages, sendReady } from '../../src/web/answering/ready-page.ts'
import { hiddenIn } from '../support/form-fields.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'

let world: World
let wave: Wave
let tokens: string[]

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(3, flen, 'LUG')
  world.addPeople(1, ljungby, 'kommun')
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  tokens = world.db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .orderBy(seats.municipalityCode)
    .all()
    .map(({ id }) => issueTokens(world.db, id, morning).answer)
})
afterEach(() => world.close())

const link = (nth: number) => `/s/${tokens[nth]}`

/** An app over the same database that has kept nothing yet. */
function anew() {
  const { db, identity, config, clock } = world
  const nothing = () => {}
  return buildApp({
    db,
    identity,
    config,
    judgements: new Map(),
    now: () => clock.now,
    wakeSender: nothing,
    wakeJobs: nothing,
    sendNow: () => Promise.reject(new Error('nobody sends letters here')),
  })
}

test('a page that lies ready is, byte for byte, the one made for this person at this moment', async () => {
  // Somebody who has begun, somebody who has sent in, and two who have not, one of another municipality and group.
  await world.post(`${link(0)}/start`)
  await world.post(`${link(0)}/1`, { form: { _page: 'background', _go: 'next', bakgrund_roll: 'Min egen roll' } })
  await world.post(`${link(1)}/start`)
  await world.post(`${link(1)}/2`, { form: await firstAnswer(1, 2) })
  expect((await world.post(`${link(1)}/submission`)).headers.location).toBe(`${link(1)}/receipt`)
  await world.post(`${link(3)}/start`)
  const roads = ['', '/1', '/2', '/3', '/check', '/receipt'].flatMap((road) =>
    ['', '?lang=sv', '?lang=en', '?lang=fi'].map((language) => road + language),
  )
  // The app of the world has served all the others; one of these nobody but one person.
  for (const nth of [0, 1, 2, 3]) {
    const app = await anew()
    for (const road of roads) {
      const { body } = await world.get(link(nth) + road)
      expect(body).toBe((await app.inject(link(nth) + road)).body)
      for (const [other, token] of tokens.entries()) if (other !== nth) expect(body).not.toContain(token)
    }
    await app.close()
  }
})

test('a landing that lies ready says of each how far they themselves came', async () => {
  for (const [nth, pages] of [
    [0, ['dialogue']],
    [1, ['dialogue', 'shared_view_and_action']],
  ] as const) {
    await world.post(`${link(nth)}/start`)
    for (const [at, _page] of pages.entries())
      await world.post(`${link(nth)}/${at + 2}`, { form: { _page, D1: '4', S1: '4' } })
  }
  const told = async (nth: number) => /Du har svarat på (\d+) av 10/.exec((await world.get(link(nth))).body)?.[1]
  expect([await told(0), await told(1), await told(0), await told(2)]).toEqual(['1', '2', '1', undefined])
})

test('compressed, it is the same page, and says so', async () => {
  await world.post(`${link(0)}/start`)
  for (const road of ['', '/1', '/check']) {
    const url = link(0) + road
    const [plain, packed] = [await world.get(url), await world.get(url, { headers: { 'accept-encoding': 'br, gzip' } })]
    // Nothing keeps the page (no-store), so nothing need be told by what it varies.
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store' })
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect(plain.headers['content-encoding']).toBeUndefined()
  }
  const refused = await world.get(link(0), { headers: { 'accept-encoding': 'br, gzip;q=0' } })
  expect(refused.headers['content-encoding']).toBeUndefined()
})

test('what a page is made of changes it at once', async () => {
  const seen = new Set<string>()
  const look = async () => {
    const app = await anew()
    const { body } = await world.get(link(2))
    expect(body).toBe((await app.inject(link(2))).body)
    await app.close()
    seen.add(body)
  }
  const { db, project } = world
  await look()
  db.update(projects).set({ organisation: 'Länsstyrelsen' }).where(eq(projects.id, project.id)).run()
  await look()
  changeWaveDays(db, wave, { ...wave, closesOn: '2027-06-13' }, 'system', morning)
  await look()
  db.update(persons).set({ language: 'en' }).run()
  await look()
  const own = {
    origin: 'own',
    legalBasis: 'consent',
    bodySv: 'Vi läser allt.\n\nSedan glömmer vi.',
    bodyEn: 'We read it all.',
  }
  expect((await world.post('/projects/service/information', { as: 'coordinator', form: own })).statusCode).toBe(303)
  await look()
  await world.post(`${link(2)}/start`)
  await world.post(`${link(2)}/2`, { form: await firstAnswer(2, 2) })
  await look()
  expect(seen.size).toBe(6)
})

test('what is one person’s own is written as text, whatever letters it has', async () => {
  const page = keepPages(['name'], 2)({ of: 'all' }, ({ name }) => `<p title="${name}">${name}</p>`)
  const other = await anew()
  other.get('/written', { config: { access: 'public' } }, (_request, reply) =>
    sendReady(reply, page, { name: `<"Åsa" & 'Bo'>` }),
  )
  const { body } = await other.inject('/written')
  const escaped = '&lt;&quot;Åsa&quot; &amp; &#39;Bo&#39;&gt;'
  expect(body).toBe(`<p title="${escaped}">${escaped}</p>`)
  const packed = await other.inject({ url: '/written', headers: { 'accept-encoding': 'gzip' } })
  expect(gunzipSync(packed.rawPayload).toString()).toBe(body)
  await other.close()
})

test('pages are made once, and no more are kept than was said', () => {
  const kept = keepPages(['name'], 2)
  let made = 0
  const find = (of: string) =>
    kept({ of }, ({ name }) => {
      made += 1
      return `${of} ${name}`
    })
  for (const of of ['a', 'a', 'b', 'a', 'b', 'c']) find(of)
  expect(made).toBe(3)
  find('a')
  expect(made).toBe(4)
})

/** A form that answers the first question of the page as its first button says. */
async function firstAnswer(nth: number, page: number): Promise<Record<string, string>> {
  const { body } = await world.get(`${link(nth)}/${page}`)
  const [, name = '', value = ''] = /<input type="radio" id="[^"]*" name="([^"]*)" value="([^"]*)"/.exec(body) ?? []
  return { ...hiddenIn(body), _go: 'next', [name]: value }
}
