import { afterEach, beforeEach, expect, test } from 'vitest'
import { listEvents } from '#store/events.ts'
import { listMunicipalities, type Municipality } from '#store/projects.ts'
import { listKnownUnits } from '#store/units.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, ljungby, makeWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const at = '/projects/service/municipalities'
const change = (form: Record<string, string | string[]>) => world.post(at, { as: 'coordinator', form })
const codesOf = (units: readonly Municipality[]) => units.map(({ code }) => code)
const codes = () => codesOf(listMunicipalities(world.db, world.project.id))

test('a municipality that joins is added, a known one by its name alone', async () => {
  const answer = await change({ municipalities: ['2505'], others: 'Sorsele\r\nByarna vid sjön' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/projects/service?done=project_changed'])
  expect(codes()).toEqual(['0482', '0781', '2422', '2505', 'byarna-vid-sjon'])
  expect(listEvents(world.db, `project:${world.project.id}`)[0]).toMatchObject({
    action: 'project.municipalities_changed',
    details: JSON.stringify({ added: 3, removed: 0 }),
  })
  const again = await change({ municipalities: ['2505'] })
  expect(again.headers.location).toBe('/projects/service?done=nothing_to_change')
})

test('a municipality that the project has is not added a second time, whatever form its name and code have', async () => {
  const forms = ['482 Flens kommun', '0482 Flens kommun', 'Flens kommun', 'FLEN', '482 Flen', '482', '0482']
  for (const others of forms)
    expect([others, (await change({ others })).headers.location]).toEqual([
      others,
      '/projects/service?done=nothing_to_change',
    ])
  expect(codes()).toEqual(['0482', '0781'])
})

test('one known elsewhere is recognised as a list of participants would: lost zero, official name', async () => {
  await change({ others: '428 Vingåkers kommun\nMotala kommun' })
  expect(codes()).toEqual(['0428', '0482', '0583', '0781'])
})

test.each([
  ['482 Motala', 'Koden 0482 hör till Flen. Menar du Flen, skriv bara namnet.'],
  ['0481 Flen', 'Flen har koden 0482. Menar du den kommunen, skriv bara Flen.'],
  ['Sorsele\n2422 Sorsele', '2422 finns två gånger'],
  ['0180 Stockholm\n180 Stockholms kommun', '180 finns två gånger'],
  ['0180', 'går inte att läsa'],
])('a code that does not go with its name is refused, and nothing is added: %j', async (others, remark) => {
  const answer = await change({ others })
  expect([answer.statusCode, answer.body.includes(remark)]).toEqual([422, true])
  expect(codes()).toEqual(['0482', '0781'])
})

test('one that was mistyped is taken away, and is then known nowhere', async () => {
  await change({ others: 'Arvidsjuar' })
  const [mistyped = ''] = codes().filter((code) => code !== flen.code && code !== ljungby.code)
  expect((await world.get(at, { as: 'coordinator' })).body).toContain(`Ta bort Arvidsjuar (${mistyped})`)
  const answer = await change({ removed: mistyped, others: 'Arvidsjaur' })
  expect(answer.statusCode).toBe(303)
  expect(codes()).toEqual(['0482', '0781', '2505'])
  expect(codesOf(listKnownUnits(world.db))).not.toContain(mistyped)
})

test('one where somebody takes part, or has an account, stays', async () => {
  world.addPeople(1, ljungby)
  const before = fingerprintDatabase(world.db)
  const page = (await world.get(at, { as: 'coordinator' })).body
  expect(page).not.toContain('name="removed"')
  const answer = await change({ removed: [flen.code, ljungby.code] })
  expect(answer.headers.location).toBe('/projects/service?done=nothing_to_change')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('one that is both taken away and added stays', async () => {
  await change({ others: 'Sorsele' })
  const answer = await change({ removed: '2422', others: 'Sorsele' })
  expect(answer.headers.location).toBe('/projects/service?done=nothing_to_change')
  expect(codes()).toContain('2422')
})

test('a project keeps one at least, and what was typed is still there', async () => {
  world.db.$client.exec(`delete from grants where municipality_code <> '*'`)
  const before = fingerprintDatabase(world.db)
  const none = await change({ removed: [flen.code, ljungby.code] })
  expect([none.statusCode, none.body.includes('<a href="#removed">')]).toEqual([422, true])
  const wrong = await change({ removed: flen.code, municipalities: '2505', others: '0781 Malmö' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Koden 0781 hör till Ljungby. Menar du Ljungby, skriv bara namnet.')
  expect(wrong.body).toContain('0781 Malmö</textarea>')
  expect(wrong.body).toMatch(/name="removed" value="0482" checked/)
  expect(wrong.body).toMatch(/name="municipalities" value="2505" checked/)
  expect(fingerprintDatabase(world.db)).toBe(before)
})
