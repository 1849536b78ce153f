import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { staff } from '#store/schema.ts'
import { endSession } from '#store/sessions.ts'
import { authenticate } from '#store/staff.ts'
import { makeWorld, morning, password, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const email = 'coordinator@bygden.example'
const cookieIn = (response: { cookies: { name: string; value: string }[] }) => response.cookies[0]?.value ?? ''

test('the right address and password sign in, with a cookie that scripts cannot read', async () => {
  const response = await world.post('/session', { form: { email: ` ${email.toUpperCase()} `, password } })
  expect([response.statusCode, response.headers.location]).toEqual([303, '/projects'])
  expect(response.cookies[0]).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' })
  const page = await world.get('/projects', { headers: { cookie: `session=${cookieIn(response)}` } })
  expect(page.body).toContain('Service på landsbygden')
})

// Chrome and Edge hand over the domain of an address field in ASCII, Firefox as it was typed.
const forms = ['ulla@malmö.example', 'ulla@MALMÖ.example', 'ulla@malmo\u0308.example', 'ulla@xn--malm-8qa.example']

test('an address with å, ä or ö in its domain signs in from every browser, whichever form its account was kept in', async () => {
  const { id } = world.staff.coordinator
  // Other than the first and the last it was never kept; those rows are from before.
  for (const kept of [forms[0] ?? '', forms[3] ?? '']) {
    world.db.update(staff).set({ email: kept }).where(eq(staff.id, id)).run()
    for (const typed of forms) {
      const response = await world.post('/session', { form: { email: typed, password } })
      expect([typed, kept, response.headers.location]).toEqual([typed, kept, '/projects'])
    }
  }
})

test('of two accounts that one address got in two browsers, each is reached from its own', async () => {
  const { coordinator, economist } = world.staff
  world.db.update(staff).set({ email: 'ulla@malmö.example' }).where(eq(staff.id, coordinator.id)).run()
  world.db.update(staff).set({ email: 'ulla@xn--malm-8qa.example' }).where(eq(staff.id, economist.id)).run()
  expect(await authenticate(world.db, 'ulla@malmö.example', password)).toMatchObject({ id: coordinator.id })
  expect(await authenticate(world.db, 'ulla@xn--malm-8qa.example', password)).toMatchObject({ id: economist.id })
  world.db.update(staff).set({ deactivatedAt: morning }).where(eq(staff.id, economist.id)).run()
  expect(await authenticate(world.db, 'ulla@xn--malm-8qa.example', password)).toMatchObject({ id: coordinator.id })
})

test('a wrong password shows the address in its own letters, and guesses at either form are counted together', async () => {
  const guess = (email: string) => world.post('/session', { form: { email, password: 'gissning nummer ett' } })
  expect((await guess('ulla@xn--malm-8qa.example')).body).toContain('value="ulla@malmö.example"')
  for (let tries = 1; tries < 10; tries += 1)
    expect((await guess(forms[tries % forms.length] ?? '')).statusCode).toBe(422)
  expect((await guess('ulla@malmö.example')).statusCode).toBe(429)
})

test('behind TLS the cookie is locked to the host and to TLS', async () => {
  const secure = await makeWorld({ settings: { BASE_URL: 'https://samverka.example' } })
  const response = await secure.post('/session', { form: { email, password } })
  expect(response.cookies[0]).toMatchObject({ name: '__Host-session', secure: true, path: '/' })
  await secure.close()
})

test('each sign-in is a new session, and the old one of the browser is over', async () => {
  const first = await world.post('/session', { form: { email, password } })
  const cookie = `session=${cookieIn(first)}`
  const second = await world.post('/session', { form: { email, password }, headers: { cookie } })
  expect(cookieIn(second)).not.toBe(cookieIn(first))
  expect((await world.get('/projects', { headers: { cookie } })).statusCode).toBe(303)
})

test('an unknown address and a wrong password get the same words', async () => {
  const wrong = await world.post('/session', { form: { email, password: 'fel lösenord här' } })
  const unknown = await world.post('/session', { form: { email: 'ingen@bygden.example', password } })
  expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422])
  expect(unknown.body.replace('ingen@bygden.example', email)).toBe(wrong.body)
  expect(wrong.body).toContain('<title>Fel: ')
  expect(wrong.body).toContain(`value="${email}"`)
  expect(wrong.body).not.toContain('fel lösenord här')
  expect([wrong.cookies, unknown.cookies]).toEqual([[], []])
})

test('a guesser is stopped after ten tries at one address; others behind the same network are not', async () => {
  const guess = (at: string) => world.post('/session', { form: { email: at, password: 'gissning nummer ett' } })
  for (let tries = 0; tries < 10; tries += 1) expect((await guess(email)).statusCode).toBe(422)
  expect((await guess(email.toUpperCase())).statusCode).toBe(429)
  expect((await guess('economist@bygden.example')).statusCode).toBe(422)
})

test('a guesser of ever new addresses is stopped too, and the others sign in', async () => {
  const guess = (at: number, ip: string) =>
    world.app.inject({
      method: 'POST',
      url: '/session',
      remoteAddress: ip,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `email=nobody${at}%40bygden.example&password=granris`,
    })
  const codes: number[] = []
  for (let at = 0; at < 65; at += 1) codes.push((await guess(at, '192.0.2.7')).statusCode)
  expect(codes.slice(0, 60).every((code) => code === 422)).toBe(true)
  expect(codes.slice(60).every((code) => code === 429)).toBe(true)
  expect((await guess(99, '192.0.2.8')).statusCode).toBe(422)
})

test('a password of a megabyte is not hashed', async () => {
  const response = await world.post('/session', { form: { email, password: 'x'.repeat(100_000) } })
  expect(response.statusCode).toBe(422)
})

test('signing out ends the session in the database too, and twice is no harm', async () => {
  const cookie = world.signIn('coordinator')
  const out = await world.post('/session/end', { headers: { cookie } })
  expect([out.statusCode, out.headers.location]).toEqual([303, '/?done=signed_out'])
  expect((await world.get('/projects', { headers: { cookie } })).statusCode).toBe(303)
  expect((await world.post('/session/end', { headers: { cookie } })).statusCode).toBe(303)
  expect((await world.get('/?done=signed_out')).body).toContain('Du är utloggad.')
})

test('a deactivated account is out at its next request', async () => {
  const cookie = world.signIn('coordinator')
  world.db.$client.prepare('update staff set deactivated_at = 1 where id = ?').run(world.staff.coordinator.id)
  expect((await world.get('/projects', { headers: { cookie } })).statusCode).toBe(303)
  expect((await world.post('/session', { form: { email, password } })).statusCode).toBe(422)
})

test('cookies that make no sense are nobody’s', async () => {
  const token = world.signIn('coordinator').slice('session='.length)
  endSession(world.db, token)
  for (const cookie of [`session=${token}`, 'session=', `session=${'x'.repeat(4000)}`, 'session=a; session=b'])
    expect((await world.get('/projects', { headers: { cookie } })).statusCode).toBe(303)
})

test('a notice says only what Samverka has to say', async () => {
  const { body } = await world.get('/projects?done=constructor&n=1', { as: 'admin' })
  expect(body).not.toContain('role="status"')
  const missing = await world.get('/projects?done=participants_imported&n=1', { as: 'admin' })
  expect(missing.body).not.toContain('role="status"')
  const made = await world.get('/projects?done=%3Cb%3E', { as: 'admin' })
  expect(made.body).not.toContain('<b>')
})
