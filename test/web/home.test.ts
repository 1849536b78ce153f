import { afterEach, expect, test } from 'vitest'
import { findStaffByEmail } from '#store/accounts.ts'
import { countProjects, createProject } from '#store/projects.ts'
import { addStaff, countStaff } from '#store/staff.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { makeEmptyWorld, makeWorld, morning } from '../support/world.ts'

type EmptyWorld = Awaited<ReturnType<typeof makeEmptyWorld>>
const open: { close(): Promise<void> }[] = []
async function emptyWorld(): Promise<EmptyWorld> {
  const world = await makeEmptyWorld()
  open.push(world)
  return world
}
afterEach(async () => {
  for (const world of open.splice(0)) await world.close()
})

const enter = (world: EmptyWorld, role?: string) =>
  world.app.inject({
    method: 'POST',
    url: '/demo',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: role ? `role=${role}` : '',
  })
const cookieOf = (response: { cookies: { name: string; value: string }[] }) =>
  response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

test('an empty database offers the demonstration and a project of one’s own', async () => {
  const { app } = await emptyWorld()
  const { body } = await app.inject({ url: '/', headers: { 'accept-language': 'sv' } })
  expect(body).toContain('Öppna demoprojektet')
  expect(body).toContain('href="/setup"')
  expect(body).not.toContain('href="/session"')
})

test('the demonstration, two projects, is made once, and opens for anybody as its administrator', async () => {
  const world = await emptyWorld()
  const first = await enter(world)
  expect([first.statusCode, first.headers.location]).toEqual([303, '/projects/demo'])
  const page = await world.app.inject({ url: '/projects/demo', headers: { cookie: cookieOf(first) } })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Allt i demot är påhittat')
  const staff = countStaff(world.db)
  const again = await enter(world)
  expect([again.statusCode, again.headers.location]).toEqual([303, '/projects/demo'])
  expect([countProjects(world.db), countStaff(world.db)]).toEqual([2, staff])
})

test('the demonstration can be seen in every role, each with its own rights', async () => {
  const world = await emptyWorld()
  const cookie = cookieOf(await enter(world, 'process_leader'))
  const page = await world.app.inject({ url: '/projects/demo', headers: { cookie } })
  expect(page.body).toContain('Älvdalen')
  expect(page.body).toContain('Du ser talen för Älvdalen.')
  expect((await world.app.inject({ url: '/projects/demo/outbox', headers: { cookie } })).statusCode).toBe(403)
})

test('an account of the demonstration makes no project of its own', async () => {
  const world = await emptyWorld()
  const cookie = cookieOf(await enter(world))
  expect((await world.app.inject({ url: '/projects/new', headers: { cookie } })).statusCode).toBe(403)
  expect((await world.app.inject({ method: 'POST', url: '/projects', headers: { cookie } })).statusCode).toBe(403)
  const { body } = await world.app.inject({ url: '/projects', headers: { cookie } })
  expect(body).toContain('href="/setup"')
})

test('whoever has come in by the open door changes nothing of how the server sends mail, in any role', async () => {
  const world = await emptyWorld()
  const before = () => world.db.$client.prepare(`select * from settings where key like 'mail%'`).all()
  const settings = before()
  for (const role of ['admin', 'coordinator']) {
    const headers = { cookie: cookieOf(await enter(world, role)), 'content-type': 'application/x-www-form-urlencoded' }
    const payload = 'days=7&from=03:00&to=03:15&connections=1&perMinute=1&perDomain=1'
    const saved = await world.app.inject({ method: 'POST', url: '/mail/hours', headers, payload })
    expect([role, saved.statusCode]).toEqual([role, 403])
    expect((await world.app.inject({ url: '/mail/hours', headers })).statusCode).toBe(403)
  }
  expect(before()).toEqual(settings)
})

test('the open door shuts with the first real project', async () => {
  const world = await emptyWorld()
  const { db, app } = world
  await enter(world)
  const real = {
    programme: { id: 'p', nameSv: 'P', nameEn: 'P' },
    slug: 'riktigt',
    nameSv: 'Riktigt',
    nameEn: 'Real',
    organisation: 'Bygden',
    contactEmail: 'a@b.example',
    municipalities: [],
  }
  createProject(db, real, 'system', morning)
  const before = fingerprintDatabase(db)
  expect((await enter(world)).statusCode).toBe(403)
  expect(fingerprintDatabase(db)).toBe(before)
  const { body } = await app.inject('/')
  expect(body).not.toContain('action="/demo"')
  expect(body).toContain('href="/session"')
})

test('no demonstration is made beside staff or projects that are there', async () => {
  const world = await makeWorld()
  open.push(world)
  const before = fingerprintDatabase(world.db)
  expect((await world.post('/demo')).statusCode).toBe(403)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('nobody comes in by the open door as somebody real, whatever their address is', async () => {
  const world = await emptyWorld()
  await enter(world)
  const invented = findStaffByEmail(world.db, 'admin@example.org')
  expect(invented?.grants.map(({ projectId }) => projectId)).not.toContain('*')

  const other = await emptyWorld()
  await enter(other)
  other.db.$client.exec(`delete from sessions; delete from grants; delete from staff`)
  addStaff(
    other.db,
    {
      email: 'admin@example.org',
      name: 'Verklig Administratör',
      passwordHash: 'x',
      language: 'sv',
      grants: [{ role: 'admin', projectId: '*', municipalityCode: '*' }],
    },
    'system',
    morning,
  )
  const response = await enter(other)
  expect(response.statusCode).toBe(403)
  expect(response.cookies).toEqual([])
})

test('a visitor of the demonstration is told who they are, and can become somebody else', async () => {
  const world = await emptyWorld()
  const cookie = cookieOf(await enter(world, 'process_leader'))
  const page = await world.app.inject({ url: '/projects/demo', headers: { cookie } })
  expect(page.body).toContain('Inloggad som Fiktiv Processledarlund (Processledare)')
  const [, href = ''] = page.body.match(/<a href="([^"]+)">Byt roll/) ?? []
  const choice = await world.app.inject({ url: href, headers: { cookie } })
  expect(choice.statusCode).toBe(200)
  expect(choice.body).toContain('<details open>')
  expect(choice.body).toContain('value="economist">Ekonom</button>')
  const other = await world.app.inject({
    method: 'POST',
    url: '/demo',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'role=economist',
  })
  const next = await world.app.inject({ url: '/projects/demo', headers: { cookie: cookieOf(other) } })
  expect(next.body).toContain('Inloggad som Uppdiktad Kassakvist (Ekonom)')
  expect((await world.app.inject({ url: '/projects', headers: { cookie } })).statusCode).toBe(303)
})

test('outside the demonstration nobody changes roles', async () => {
  const world = await makeWorld()
  open.push(world)
  const { body } = await world.get('/projects', { as: 'process_leader' })
  expect(body).toContain('Inloggad som Petra Processledare (Processledare)')
  expect(body).not.toContain('/?roles')
  expect((await world.get('/?roles', { as: 'process_leader' })).headers.location).toBe('/projects')
})

test('whoever is signed in goes straight to the projects', async () => {
  const world = await makeWorld()
  open.push(world)
  expect((await world.get('/', { as: 'economist' })).headers.location).toBe('/projects')
})
