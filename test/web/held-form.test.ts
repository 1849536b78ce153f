// What somebody typed is not lost where it cannot be taken: the page that says so has it, and sends it once more.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projects } from '#store/schema.ts'
import { endSession } from '#store/sessions.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { fieldsIn, formIn } from '../support/form-fields.ts'
import { whileFull } from '../support/full-disk.ts'
import { makeWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const details = '/projects/service/details'
const about = 'Första raden,\nandra raden med "citat" & <tecken>\n\n  och ett stycke till.'

async function typed(): Promise<Record<string, string>> {
  const form = fieldsIn((await world.get(details, { as: 'coordinator' })).body)
  return { ...Object.fromEntries(form), aboutSv: about }
}
const send = (form: Record<string, string>, cookie?: string) =>
  world.post(details, { form, ...(cookie ? { headers: { cookie } } : {}) })
const aboutNow = () => world.db.select().from(projects).get()?.aboutSv

test('who was signed out while typing has the text on the page, and sends it once more when signed in again', async () => {
  const form = await typed()
  const cookie = world.signIn('coordinator')
  endSession(world.db, cookie.replace(/^[^=]*=/, ''))
  const before = fingerprintDatabase(world.db)
  const out = await send(form, cookie)
  expect([out.statusCode, fingerprintDatabase(world.db) === before]).toEqual([401, true])
  expect(out.body).toContain('Det du skickade finns kvar på den här sidan')
  expect(out.body).toContain('href="/session" target="_blank"')
  expect(out.body).toContain(`action="${details}"`)
  const held = formIn(out.body)
  expect(held).toEqual(form)
  // To be copied, it is read as it was written.
  expect(out.body).toContain('Första raden,\nandra raden med &quot;citat&quot; &amp; &lt;tecken&gt;')

  const again = await send(held, world.signIn('coordinator'))
  expect([again.statusCode, aboutNow()]).toEqual([303, about])
})

test('fields sent several times over, and the button that was pressed, are sent again as they were', async () => {
  const { statusCode, body } = await world.post('/projects/service/municipalities', {
    form: { unit: ['0482', '0781'], _go: 'save' },
  })
  expect(statusCode).toBe(401)
  expect(fieldsIn(body)).toEqual([
    ['unit', '0482'],
    ['unit', '0781'],
    ['_go', 'save'],
  ])
})

test('without anything typed, a file sent or a page asked for, there is a way to sign in', async () => {
  const nothing = await world.post(`${details}`, { form: {} })
  const file = await world.post('/projects/service/participants/import', {
    multipart: { file: { name: 'a.csv', bytes: 'Namn' } },
  })
  for (const { statusCode, body } of [nothing, file]) {
    expect(statusCode).toBe(401)
    expect(body).toContain('<a href="/session">Logga in</a>')
    expect(body).not.toContain('finns kvar')
  }
  expect((await world.get(details)).headers.location).toBe('/session')
})

test('who may not do it gets nothing to send again', async () => {
  const { statusCode, body } = await world.post(details, { form: await typed(), as: 'evaluator' })
  expect([statusCode, fieldsIn(body)]).toEqual([403, []])
})

test('where nothing can be stored the text is on the page too, but never a password', async () => {
  const form = await typed()
  const cookie = world.signIn('coordinator')
  const own = { email: 'coordinator@bygden.example', password: 'granris och tallkottar' }
  const out = await whileFull(world, () => send(form, cookie))
  const door = await whileFull(world, () => world.post('/session', { form: own }))
  expect([out.statusCode, formIn(out.body)]).toEqual([503, form])
  expect([door.statusCode, door.body.includes('granris')]).toEqual([503, false])
  expect((await send(formIn(out.body), cookie)).statusCode).toBe(303)
  expect(aboutNow()).toBe(about)
})

test('what another website sent is neither done nor held ready to be done', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const { statusCode, body } = await world.post(details, { form: await typed(), headers })
  expect([statusCode, fieldsIn(body)]).toEqual([403, []])
  expect(body).toContain('kopiera det du skrev, om det står kvar')
})
