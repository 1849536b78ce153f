import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken } from '#store/ids.ts'
import { findSetting, writeSetting } from '#store/settings.ts'
import { countStaff } from '#store/staff.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { encodeForm, makeEmptyWorld } from '../support/world.ts'

let world: Awaited<ReturnType<typeof makeEmptyWorld>>
const code = 'K7QF-2MXR-9DWT'
const right = { code, name: 'Astrid Åberg', email: 'astrid@kommun.example', password: 'björkved och rönnbär' }

beforeEach(async () => {
  world = await makeEmptyWorld()
  writeSetting(world.db, 'setup_code_hash', hashToken(code))
})
afterEach(() => world.close())

const send = (form: Record<string, string>, address = '127.0.0.1') =>
  world.app.inject({
    method: 'POST',
    url: '/setup',
    remoteAddress: address,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'sv' },
    payload: encodeForm(form).payload,
  })

test('the code from the terminal makes the first account, signed in and able to make projects', async () => {
  const response = await send(right)
  expect([response.statusCode, response.headers.location]).toEqual([303, '/projects?done=set_up'])
  expect(findSetting(world.db, 'setup_code_hash')).toBeUndefined()
  const [session] = response.cookies
  expect(session).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax' })
  const headers = { cookie: `session=${session?.value}` }
  expect((await world.app.inject({ url: '/projects/new', headers })).statusCode).toBe(200)
})

test('the code may be typed in lower case, with spaces for hyphens', async () => {
  expect((await send({ ...right, code: '  k7qf 2mxr9dwt ' })).statusCode).toBe(303)
})

test('a name that cannot be seen is none', async () => {
  for (const name of ['\u200b', 'Astrid\u202egrebÅ', 'Astrid\r\nÅberg'])
    expect((await send({ ...right, name })).body).toContain('<a href="#name">')
})

test('it is done once: a second account is refused, even with the same code', async () => {
  await send(right)
  writeSetting(world.db, 'setup_code_hash', hashToken(code))
  const before = fingerprintDatabase(world.db)
  expect((await send({ ...right, email: 'annan@kommun.example' })).statusCode).toBe(409)
  expect(fingerprintDatabase(world.db)).toBe(before)
  const { body } = await world.app.inject('/setup')
  expect(body).not.toContain('<form method="post" action="/setup"')
})

test('two at the same moment make one account', async () => {
  const both = await Promise.all([send(right), send({ ...right, email: 'annan@kommun.example' })])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(countStaff(world.db)).toBe(1)
})

test('what is wrong is named beside its field and in a summary, and what was typed is still there', async () => {
  const before = fingerprintDatabase(world.db)
  const response = await send({ code: 'AAAA-BBBB-CC', name: '"><b>Åsa', email: 'ingen adress', password: 'kort' })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('<title>Fel: ')
  for (const field of ['code', 'email', 'password']) {
    expect(response.body).toContain(`<a href="#${field}">`)
    expect(response.body).toContain(`id="${field}-error"`)
  }
  expect(response.body).toContain('value="&quot;&gt;&lt;b&gt;Åsa"')
  expect(response.body).toContain('value="ingen adress"')
  expect(response.body).not.toContain('kort"')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('a password is long and not the first that is guessed; anything else goes', async () => {
  const status = async (password: string, at: number) => (await send({ ...right, password }, `10.0.0.${at}`)).statusCode
  const refused = ['elva tecken', 'a'.repeat(129), 'Lösenord1234', 'ababababababab', 'ASTRID@kommun.example']
  for (const [at, password] of refused.entries())
    expect([password, await status(password, at)]).toEqual([password, 422])
  expect(await status('ååååååäääööu', 99)).toBe(303)
})

test('without a code in the database no code is right', async () => {
  world.db.$client.exec('delete from settings')
  for (const typed of ['', code]) expect((await send({ ...right, code: typed })).statusCode).toBe(422)
})

test('guessing the code is slowed down', async () => {
  const statuses = []
  for (let at = 0; at < 11; at += 1) statuses.push((await send({ ...right, code: 'AAAA-AAAA-AA' })).statusCode)
  expect(statuses).toEqual([...Array(10).fill(422), 429])
})

test('the form says nothing is wrong before anything is sent', async () => {
  const { body } = await world.app.inject({ url: '/setup', headers: { 'accept-language': 'en' } })
  expect(body).toContain('Create the first account')
  expect(body).not.toContain('role="alert"')
})
