import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listEvents } from '#store/events.ts'
import { registerParticipants } from '#store/participants.ts'
import { findProject, listMunicipalities } from '#store/projects.ts'
import { recordResponse } from '#store/responses.ts'
import { invitations, programmes } from '#store/schema.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, noPassword } from '#store/staff.ts'
import { openWave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { formIn } from '../support/form-fields.ts'
import { flen, ljungby, makeWorld, morning, type Person, type World } from '../support/world.ts'

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
  const response = await create({ ...right, others: '0180 Stockholm\r\nÖ1  Öarna tillsammans\r\n' })
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
    ['Ö1', 'Öarna tillsammans', ''],
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

test('programmes are told apart by their whole names, and one of the same name is the same programme', async () => {
  const named = async (programme: string) => {
    const { headers } = await create({ ...right, programme })
    const slug = headers.location?.match(/\/projects\/([^?]+)/)?.[1] ?? ''
    return findProject(world.db, slug)?.programmeId
  }
  const long = 'Landsbygdsprogrammet 2014–2020 i Sverige, åtgärd'
  const names = [`${long} 7.6`, `${long} 16.9`, '日本', 'Ελλάδα', 'Programme A', 'Programme A+']
  const ids = []
  for (const name of names) ids.push(await named(name))
  expect(new Set(ids).size).toBe(names.length)
  expect(await named(` ${long.toUpperCase()}  16.9`)).toBe(ids[1])
  expect(await named('ελλάδα')).toBe(ids[3])
  // That of the project beside it, by its English name.
  expect(await named('Services in collaboration')).toBe('service')
  const told = world.db.select().from(programmes).all()
  expect(names.map((name) => told.filter(({ nameSv }) => nameSv === name).length)).toEqual([1, 1, 1, 1, 1, 1])
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
  ['0180\n0181', 'går inte att läsa'],
  ['U1', 'går inte att läsa'],
  ['Norra\u202eby', 'går inte att läsa'],
  ['0180 Stockholm\n0180 Huvudstaden', '0180 finns två gånger. Ta bort den ena.'],
  ['Norra byn\nnorra  byn', 'norra byn finns två gånger'],
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

test('whoever is kept to some municipalities is told which, on the pages of project and wave', async () => {
  world.addPeople(3)
  world.addPeople(2, ljungby)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  const grants = [flen, ljungby].map(({ code }) => {
    return { role: 'process_leader', projectId: world.project.id, municipalityCode: code } as const
  })
  const both = { name: 'Båda', email: 'bada@bygden.example', language: 'sv', passwordHash: noPassword, grants } as const
  const cookie = `session=${startSession(world.db, addStaff(world.db, both, 'system', morning).id, morning)}`
  for (const url of ['/projects/service', `/waves/${wave.id}`]) {
    expect((await world.get(url, { headers: { cookie } })).body).toContain('Du ser talen för Flen och Ljungby.')
    expect((await world.get(`${url}?lang=en`, { headers: { cookie } })).body).toContain('of Flen and Ljungby.')
    expect((await world.get(url, { as: 'process_leader' })).body).toContain('Du ser talen för Flen.')
    for (const person of ['coordinator', 'economist'] as const)
      expect((await world.get(url, { as: person })).body).not.toContain('Du ser talen för')
  }
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

test('a unit without a code is a name, and is given a code; a name that is known keeps the code it has', async () => {
  await create({
    ...right,
    municipalities: [],
    others: 'Glommersträsk by\nflen\nÅsarna 2\n日本\nNorra bygderna väst\nNorra bygderna väster',
  })
  const { id = '' } = findProject(world.db, 'asarnas-bygd-service') ?? {}
  expect(listMunicipalities(world.db, id).map(({ code, name }) => [code, name])).toEqual([
    ['0482', 'Flen'],
    ['asarna-2', 'Åsarna 2'],
    ['enhet', '日本'],
    ['glommerstrask-by', 'Glommersträsk by'],
    ['norra-bygderna-v', 'Norra bygderna väst'],
    ['norra-bygderna-v-2', 'Norra bygderna väster'],
  ])
})

test.each([
  ['nameSv', '\u200b\u200d'],
  ['nameEn', 'Two\r\nlines'],
  ['organisation', 'Bygden \u202e\u2066nedyb'],
  ['programme', '\u2060'],
  ['aboutSv', 'Text \u202e txet'],
])('nobody is called what cannot be seen: %s', async (field, typed) => {
  const response = await create({ ...right, [field]: typed }, shared)
  expect(response.statusCode).toBe(422)
  expect([...response.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, named]) => named)).toEqual([field])
})

describe('what was mistyped', () => {
  const details = '/projects/service/details'
  const mended = {
    nameSv: 'Service i bygden',
    nameEn: 'Services in the country',
    organisation: 'Nya bygden',
    contact: 'fraga@bygden.example',
    aboutSv: 'Ett stycke.\r\n\r\nEtt till.',
    aboutEn: '',
    smallestGroup: '5',
  }
  const send = (form: Record<string, string>) => world.post(details, { as: 'coordinator', form })

  test('is mended by those who run the project, and stands in the form first', async () => {
    const { body } = await world.get(details, { as: 'coordinator' })
    expect(body).toContain('value="Service på landsbygden"')
    expect(body).toContain('value="kontakt@bygden.example"')
    const response = await send({ ...mended, contact: 'fraga@xn--malm-8qa.se' })
    expect(response.headers.location).toBe('/projects/service?done=project_changed')
    const { nameSv, organisation } = mended
    expect(findProject(world.db, 'service')).toMatchObject({ nameSv, organisation, contactEmail: 'fraga@malmö.se' })
    const [event] = listEvents(world.db, `project:${world.project.id}`)
    expect([event?.action, event?.actor]).toEqual(['project.changed', `staff:${world.staff.coordinator.id}`])
    expect(event?.details).not.toContain('bygden')
  })

  test('is refused as a new project’s is, with what was typed, and twice the same changes nothing', async () => {
    const before = fingerprintDatabase(world.db)
    const wrong = await send({ ...mended, nameEn: '\u200b', contact: 'ingen' })
    expect(wrong.statusCode).toBe(422)
    expect([...wrong.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, named]) => named)).toEqual(['nameEn', 'contact'])
    expect(wrong.body).toContain('value="Nya bygden"')
    expect(fingerprintDatabase(world.db)).toBe(before)
    const { nameSv, nameEn, aboutSv, aboutEn, organisation, contactEmail: contact } = world.project
    const same = await send({ nameSv, nameEn, aboutSv, aboutEn, organisation, contact, smallestGroup: '5' })
    expect(same.headers.location).toBe('/projects/service?done=nothing_to_change')
    expect(fingerprintDatabase(world.db)).toBe(before)
  })
})

describe('two colleagues at the same details', () => {
  const details = '/projects/service/details'
  const opened = async () => formIn((await world.get(details, { as: 'coordinator' })).body)
  const save = (as: 'coordinator' | 'admin', form: Record<string, string>) => world.post(details, { as, form })
  const now = () => findProject(world.db, 'service')

  test('undo nothing of each other: what only one has touched stays as that one wrote it', async () => {
    const [first, second] = [await opened(), await opened()]
    await save('coordinator', { ...first, aboutSv: 'Ett stycke.\r\n\r\nEtt till. ', smallestGroup: '7' })
    const { headers } = await save('admin', { ...second, contact: 'fraga@bygden.example' })
    expect(headers.location).toBe('/projects/service?done=project_changed')
    expect(now()).toMatchObject({
      aboutSv: 'Ett stycke.\r\n\r\nEtt till.',
      smallestGroup: 7,
      contactEmail: 'fraga@bygden.example',
    })
  })

  test('are asked where both have changed the same, and see both texts; saved once more, theirs stands', async () => {
    const [first, second] = [await opened(), await opened()]
    await save('coordinator', { ...first, aboutSv: 'Cecilias text', nameEn: 'Services', organisation: 'Byn' })
    const before = fingerprintDatabase(world.db)
    const asked = await save('admin', { ...second, aboutSv: 'Astrids text', organisation: 'Byn' })
    expect([asked.statusCode, fingerprintDatabase(world.db) === before]).toEqual([409, true])
    // Both wrote the same organisation: there is nothing to ask.
    expect([...asked.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, field]) => field)).toEqual(['aboutSv'])
    expect(asked.body).toContain('<dd>Cecilias text</dd>')
    const form = formIn(asked.body)
    expect([form.aboutSv, form.nameEn]).toEqual(['Astrids text', 'Services'])
    expect((await save('admin', form)).statusCode).toBe(303)
    expect(now()).toMatchObject({ aboutSv: 'Astrids text', nameEn: 'Services', organisation: 'Byn' })
  })

  test('keep what they changed when something else was mistyped too', async () => {
    const [first, second] = [await opened(), await opened()]
    await save('coordinator', { ...first, aboutSv: 'Cecilias text' })
    const wrong = await save('admin', { ...second, nameSv: 'Astrids namn', contact: 'ingen' })
    expect(wrong.statusCode).toBe(422)
    const form = formIn(wrong.body)
    expect((await save('admin', { ...form, contact: 'a@bygden.example' })).statusCode).toBe(303)
    expect(now()).toMatchObject({ nameSv: 'Astrids namn', aboutSv: 'Cecilias text', contactEmail: 'a@bygden.example' })
  })

  test('who has touched nothing changes nothing, however the browser writes it', async () => {
    await save('coordinator', { ...(await opened()), contact: 'fraga@malmö.se', aboutSv: 'Ett.\r\nTvå.' })
    const before = fingerprintDatabase(world.db)
    const untouched = await opened()
    const sent = { ...untouched, contact: 'fraga@xn--malm-8qa.se', aboutSv: 'Ett.\r\nTvå.\r\n' }
    expect((await save('admin', sent)).headers.location).toBe('/projects/service?done=nothing_to_change')
    expect(fingerprintDatabase(world.db)).toBe(before)
  })
})

describe('the smallest group that is shown', () => {
  const texts = { nameSv: 'Service', nameEn: 'Services', aboutSv: '', aboutEn: '' }
  const form = { ...texts, organisation: 'Bygden', contact: 'a@bygden.example' }
  const send = (smallestGroup: string) =>
    world.post('/projects/service/details', { as: 'coordinator', form: { ...form, smallestGroup } })

  test('is five, and may be made larger', async () => {
    expect(world.project.smallestGroup).toBe(5)
    expect((await send('8')).headers.location).toBe('/projects/service?done=project_changed')
    expect(findProject(world.db, 'service')?.smallestGroup).toBe(8)
    expect(listEvents(world.db, `project:${world.project.id}`).map(({ action }) => action)).toContain(
      'project.smallest_group_changed',
    )
  })

  test.each(['4', '0', '-5', '5.5', '', '51', 'fem'])('is never %j', async (typed) => {
    const response = await send(typed)
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('href="#smallestGroup"')
    expect(findProject(world.db, 'service')?.smallestGroup).toBe(5)
  })
})

test('the next step is the filled button, and results are not while there are none', async () => {
  const page = async () => (await world.get('/projects/service', { as: 'coordinator' })).body
  const filled = async () => [...(await page()).matchAll(/<a class="button" href="([^"]+)"/g)].map(([, href]) => href)
  expect(await filled()).toEqual(['/projects/service/waves/new'])
  const wave = world.planWave()
  expect(await filled()).toEqual(['/projects/service/participants/import'])
  world.addPeople(1)
  expect(await filled()).toEqual([`/waves/${wave.id}`])
  await world.post(`/waves/${wave.id}/opening`, { as: 'coordinator' })
  expect(await filled()).toEqual([])
  const later = world.planWave('endline', 2)
  await world.post(`/waves/${later.id}/opening`, { as: 'coordinator' })
  for (const { id } of [wave, later]) await world.post(`/waves/${id}/closing`, { as: 'coordinator' })
  expect(await filled()).toEqual(['/projects/service/results'])
})

test('data are offered where there are any, to those who may have them, at an address that is there', async () => {
  world.addPeople(1)
  const link = async (as: Person) =>
    (await world.get('/projects/service', { as })).body.match(/href="([^"]*)">Ladda ned data/)?.[1]
  const waves = [world.planWave(), world.planWave('endline', 2)]
  for (const { id } of waves) await world.post(`/waves/${id}/opening`, { as: 'coordinator' })
  expect(await link('researcher')).toBeUndefined()
  for (const { id } of waves) await world.post(`/waves/${id}/closing`, { as: 'coordinator' })
  expect(await link('evaluator')).toBeUndefined()
  const [address = '', anchor] = ((await link('researcher')) ?? '').split('#')
  const { statusCode, body } = await world.get(address, { as: 'researcher' })
  expect([statusCode, body.includes(`id="${anchor}"`)]).toEqual([200, true])
})

test('a project and its waves count for readers of results whom the results count, and no others', async () => {
  world.addPeople(7)
  world.addPeople(6, ljungby)
  const hsl = { municipalityCode: flen.code, actorGroup: 'HSL', language: 'sv' as const, seat: '' }
  const delivering = [1, 2].map((n) => ({ ...hsl, name: `Ledare ${n}`, email: `ledare${n}@kommun.example` }))
  registerParticipants(world.db, world.identity, world.project.id, delivering, 'system', world.clock.now)
  const waves = [world.planWave(), world.planWave('endline', 2)]
  for (const wave of waves) {
    await world.post(`/waves/${wave.id}/opening`, { as: 'coordinator' })
    for (const { id } of world.db.select().from(invitations).where(eq(invitations.waveId, wave.id)).all())
      recordResponse(
        world.db,
        {
          invitationId: id,
          questionnaireId: 'samverkan',
          questionnaireVersion: wave.questionnaireVersion,
          language: 'sv',
          mode: 'web',
          answers: { D1: 3 },
        },
        world.clock.now,
      )
    await world.post(`/waves/${wave.id}/closing`, { as: 'coordinator' })
  }
  const { match } = (await world.get('/projects/service/results.json', { as: 'evaluator' })).json()
  expect(match.overall).toMatchObject({ invitedFrom: 13, answeredFrom: 13, invitedTo: 13, answeredTo: 13 })
  for (const [as, people] of [
    ['evaluator', 13],
    ['economist', 13],
    ['researcher', 13],
    ['coordinator', 15],
    ['admin', 15],
    ['process_leader', 9],
  ] as const) {
    const said = `${people} av ${people} har svarat`
    const project = (await world.get('/projects/service', { as })).body
    expect([as, project.split(`<p>${said}`).length - 1]).toEqual([as, 2])
    for (const wave of waves) {
      const { body } = await world.get(`/waves/${wave.id}`, { as })
      expect([as, body.includes(said), body.includes('<th scope="row">Flen</th>')]).toEqual([as, true, people !== 13])
    }
  }
})
