import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintDatabase } from '#store/database.ts'
import { findProject, listMunicipalities } from '#store/projects.ts'
import { ljungby, makeWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())
const shared = await makeWorld()
afterAll(() => shared.close())

const right = {
  nameSv: 'Åsarnas bygd & service',
  nameEn: 'Services of Åsarna',
  aboutSv: '',
  aboutEn: '',
  programme: 'Bygd i samverkan',
  organisation: 'Åsarnas bygderåd',
  contact: 'kontakt@åsarna.example',
  municipalities: ['0482', '2505'],
  others: '',
}
const create = (form: Record<string, string | string[]>, at: World = world) =>
  at.post('/projects', { as: 'admin', form })

test('a new project is made with its municipalities, at an address made of its name', async () => {
  const response = await create({ ...right, others: '0180 Stockholm\r\nÖN  Öarna tillsammans\r\n' })
  expect([response.statusCode, response.headers.location]).toEqual([
    303,
    '/projects/asarnas-bygd-service?done=project_created',
  ])
  const project = findProject(world.db, 'asarnas-bygd-service')
  expect(project).toMatchObject({ nameSv: right.nameSv, organisation: right.organisation, isDemo: false })
  expect(
    listMunicipalities(world.db, project?.id ?? '').map(({ code, name, countyCode }) => [code, name, countyCode]),
  ).toEqual([
    ['0180', 'Stockholm', '01'],
    ['0482', 'Flen', '04'],
    ['2505', 'Arvidsjaur', '25'],
    ['ÖN', 'Öarna tillsammans', ''],
  ])
  const page = await world.get('/projects/asarnas-bygd-service?done=project_created', { as: 'admin' })
  expect(page.body).toContain('Projektet är skapat.')
  expect(page.body).toContain('Planera den första mätningen.')
})

test('two projects of the same name have different addresses, and none is called "new"', async () => {
  const locations = []
  for (const nameSv of ['Bygd', 'Bygd', 'new', '???'])
    locations.push((await create({ ...right, nameSv })).headers.location?.split('?')[0])
  expect(locations).toEqual(['/projects/bygd', '/projects/bygd-2', '/projects/new-2', '/projects/projekt'])
})

test('what is wrong is named in the order of the form, and everything typed is still there', async () => {
  const before = fingerprintDatabase(world.db)
  const response = await create({
    nameSv: '<script>alert(1)</script>',
    nameEn: ' ',
    aboutSv: 'Två rader\r\n</textarea><b>',
    programme: '',
    organisation: 'x'.repeat(121),
    contact: 'a@b.se, c@d.se',
    municipalities: [],
  })
  expect(response.statusCode).toBe(422)
  const named = [...response.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, field]) => field)
  expect(named).toEqual(['nameEn', 'programme', 'organisation', 'contact', 'municipalities'])
  expect(response.body).toContain('<title>Fel: ')
  expect(response.body).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"')
  expect(response.body).toContain('Två rader\r\n&lt;/textarea&gt;&lt;b&gt;</textarea>')
  expect(response.body).not.toMatch(/<script>alert|<b>/)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('ticked municipalities stay ticked in a form that comes back', async () => {
  const { body } = await create({ ...right, nameEn: '' })
  expect(body).toContain('value="0482" checked')
  expect(body).toContain('value="2505" checked')
  expect(body).not.toContain('value="0428" checked')
})

test.each([
  ['Stockholm', 'går inte att läsa'],
  ['0180\n0181', 'går inte att läsa'],
  ['0180 Stockholm\n0180 Huvudstaden', 'finns två gånger'],
  ['0482 Malmö', 'hör till Flen'],
  [`${ljungby.code} Någon annan`, 'hör till Ljungby'],
])('a unit that cannot be what it says is refused: %j', async (others, remark) => {
  const response = await create({ ...right, others }, shared)
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain(remark)
  expect(response.body).toContain(`${others.replaceAll('\n', '\n')}</textarea>`)
})

test('the page of a project shows who takes part, as counts and never by name', async () => {
  world.addPeople(3)
  world.addPeople(2, ljungby)
  const { body } = await world.get('/projects/service', { as: 'coordinator' })
  const row = (name: string) => body.match(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`))?.[1]?.match(/\d+/g)
  expect(row('Flen')).toEqual(['3', '3'])
  expect(row('Ljungby')).toEqual(['2', '2'])
  expect(row('Alla')).toEqual(['5', '5'])
  expect(body).not.toMatch(/Deltagare \d|deltagare\d/)
})

test('a process leader sees the own municipality, and no total to subtract it from', async () => {
  world.addPeople(3)
  world.addPeople(2, ljungby)
  world.planWave()
  const { body } = await world.get('/projects/service', { as: 'process_leader' })
  expect(body).toContain('<th scope="row">Flen</th>')
  expect(body).not.toContain('<th scope="row">Ljungby</th>')
  expect(body).not.toContain('<th scope="row">Alla</th>')
  expect(body).not.toContain('/waves/new')
})

test('an economist sees the project and not how many take part where', async () => {
  world.addPeople(3)
  const { body } = await world.get('/projects/service', { as: 'economist' })
  expect(body).toContain('Service på landsbygden')
  expect(body).not.toContain('<th scope="row">Flen</th>')
})

test('the list holds the projects one may open, and offers a new one to those who may make it', async () => {
  const of = async (as: 'admin' | 'coordinator' | 'stranger') => (await world.get('/projects', { as })).body
  expect(await of('admin')).toContain('href="/projects/new"')
  expect(await of('coordinator')).not.toContain('href="/projects/new"')
  expect(await of('coordinator')).not.toContain('Något annat')
  expect(await of('stranger')).toContain('Något annat')
  expect(await of('stranger')).not.toContain('Service på landsbygden')
})

test('in English all of it is in English', async () => {
  const { body } = await world.get('/projects/service?lang=en', { as: 'admin' })
  for (const words of ['Services in the countryside', 'Plan a wave', 'Import participants', 'Outbox'])
    expect(body).toContain(words)
})
