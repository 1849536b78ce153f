import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silenceCopy } from '#store/mail-pause.ts'
import { letterTemplates, messages, notices, participants, projects } from '#store/schema.ts'
import { readLetters } from '../support/filed-letters.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const page = '/projects/service/letters/invitation/sv'
const good = {
  subject: 'Enkät från {projekt}',
  body: 'Hej {namn} i {kommun}!\r\n\r\n{länk}',
  basedOn: '0',
  recipient: '',
}
const save = (change: Partial<typeof good> & { act?: string } = {}) =>
  world.post(page, { as: 'coordinator', form: { ...good, ...change } })
const written = () => world.db.select().from(letterTemplates).all()

test('begins with the standard text, and keeps each edition of one’s own', async () => {
  expect((await world.get(page, { as: 'coordinator' })).body).toContain(
    'Hur fungerar samverkan hos er? Enkät från {projekt}',
  )
  expect((await save()).headers.location).toBe(`${page}?done=letter_text_kept`)
  const again = await world.get(page, { as: 'coordinator' })
  expect(again.body).toContain('Hej {namn} i {kommun}!')
  expect((await world.get('/projects/service/letters', { as: 'coordinator' })).body).toContain(
    'Egen text, utgåva 1 från 1 mars 2027',
  )
  expect((await save({ basedOn: '1' })).headers.location).toBe(`${page}?done=nothing_to_change`)
  await save({ basedOn: '1', act: 'standard', body: 'vad som helst' })
  expect(written().map(({ version, body }) => [version, body])).toEqual([
    [1, 'Hej {namn} i {kommun}!\n\n{länk}'],
    [2, null],
  ])
  expect((await world.get('/projects/service/letters', { as: 'coordinator' })).body).not.toContain('Egen text')
})

test.each([
  [{ body: 'Hej {nam}!\r\n\r\n{länk}' }, '{nam} på rad 1, tecken 5 är inget som kan bytas ut. Menade du {namn}?'],
  [{ body: 'Hej!\r\n\r\nSvara gärna.' }, 'Brevet saknar {länk}'],
  [{ body: '{länk}\r\n\r\n{länk}' }, 'Länken finns redan: ta bort {länk} på rad 3, tecken 1.'],
  [{ subject: '{länk}' }, '{länk} på rad 1, tecken 1 kan inte stå där.'],
  [{ body: 'Svaren är\r\nanonyma. {länk}' }, '”anonyma” på rad 2, tecken 1 lovar något'],
  [{ body: '{länk} a\u200bb' }, 'På rad 1, tecken 9 finns ett osynligt tecken'],
  [{ body: 'Se /s/Zk3vT9dQhX0yq2mB7sLw1A {länk}' }, 'På rad 1, tecken 4 står någons egen länk'],
])('what cannot be sent is not saved, its place is told, and what was typed is kept: %j', async (change, says) => {
  const answer = await save(change)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(says)
  const [typed = ''] = Object.values(change)
  expect(answer.body).toContain(typed.replaceAll('\r\n', '\n'))
  expect(written()).toEqual([])
  const framed = await world.post(`${page}/preview`, { as: 'coordinator', form: { ...good, ...change } })
  expect([framed.statusCode, framed.body.includes(says)]).toEqual([422, true])
  expect((await world.post(`${page}/test`, { as: 'coordinator', form: { ...good, ...change } })).statusCode).toBe(422)
})

test('says what is wrong in the language of whoever writes', async () => {
  const answer = await world.post(`${page}?lang=en`, { as: 'coordinator', form: { ...good, body: 'Hej {nam} {länk}' } })
  expect(answer.body).toContain('{nam} at line 1, character 5 is nothing that can be replaced. Did you mean {name}?')
})

test('of two who write at once the second is told, and loses nothing', async () => {
  await save({ subject: 'Först' })
  const second = await save({ subject: 'Sedan' })
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('Någon annan har sparat en ny text')
  expect(second.body).toContain('value="Sedan"')
  expect(second.body).toContain('name="basedOn" value="1"')
  expect((await save({ subject: 'Sedan', basedOn: '1' })).statusCode).toBe(303)
})

describe('the preview', () => {
  test('shows what is typed as one of its readers will see it, in a frame that may do nothing', async () => {
    world.planWave()
    world.addPeople(2)
    const [someone] = world.db.select().from(participants).all()
    const form = { ...good, body: '{namn}, {kommun}\r\n\r\n{länk}', recipient: someone?.id ?? '' }
    const answer = await world.post(`${page}/preview`, { as: 'coordinator', form })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toMatch(/Deltagare \d, Flen/)
    expect(answer.body).toContain('Svara här:')
    expect(answer.body).toContain('/s/exempel')
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; sandbox",
    )
    expect(answer.headers['x-frame-options']).toBe('sameorigin')
    expect(written()).toEqual([])
  })

  test('of every letter in both languages can be looked at, also before any wave is planned', async () => {
    for (const kind of ['invitation', 'successor', 'reminder', 'reminder_again', 'closing_soon', 'thanks', 'links'])
      for (const language of ['sv', 'en']) {
        const at = `/projects/service/letters/${kind}/${language}`
        const [edit, preview] = [
          await world.get(at, { as: 'coordinator' }),
          await world.get(`${at}/preview`, { as: 'coordinator' }),
        ]
        expect([at, edit.statusCode, preview.statusCode]).toEqual([at, 200, 200])
        expect(preview.body).toContain(language === 'sv' ? 'Hej Kim Exempel!' : 'Dear Kim Example,')
      }
  })

  test('takes no reader of another project', async () => {
    const form = { ...good, recipient: 'nobody-here' }
    expect((await world.post(`${page}/preview`, { as: 'coordinator', form })).body).toContain('Kim Exempel')
  })
})

describe('a test', () => {
  const send = (form: object = {}) => world.post(`${page}/test`, { as: 'coordinator', form: { ...good, ...form } })

  test('goes to whoever writes, marked, with a link that leads nowhere, and is no letter of the outbox', async () => {
    const answer = await send()
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Ett prov är skickat till coordinator@bygden.example.')
    expect(answer.body).toContain('Hej {namn} i {kommun}!')
    const [letter, ...others] = await readLetters(world.config.outboxDir)
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      to: { name: 'Cecilia Samordnare', address: 'coordinator@bygden.example' },
      subject: '[Test] Enkät från Service på landsbygden',
    })
    expect(letter?.links[0]).toMatch(/\/s\/exempel$/)
    expect([world.db.select().from(messages).all(), world.db.select().from(notices).all()]).toEqual([[], []])
  })

  test('never leaves a copy', async () => {
    world.db.transaction((tx) => silenceCopy(tx, morning))
    const answer = await send()
    expect([answer.statusCode, await readLetters(world.config.outboxDir)]).toEqual([409, []])
    expect(answer.body).toContain('kopia')
  })

  test('that cannot be handed over says why, and keeps what was typed', async () => {
    world.db.update(projects).set({ contactEmail: 'not an address' }).run()
    const answer = await send()
    expect(answer.statusCode).toBe(502)
    expect(answer.body).toContain('Det går inte att skicka från projektets adress.')
    expect(answer.body).toContain('Hej {namn} i {kommun}!')
  })

  test('is sent six times a minute at most', async () => {
    const codes = []
    for (let at = 0; at < 7; at += 1) codes.push((await send()).statusCode)
    expect(codes).toEqual([200, 200, 200, 200, 200, 200, 429])
  })
})

test('thanks are switched on and off by the project', async () => {
  const change = (form: object) => world.post('/projects/service/letters', { as: 'coordinator', form: { ...form } })
  const sends = () =>
    world.db
      .select({ on: projects.sendsThanks })
      .from(projects)
      .all()
      .map(({ on }) => on)
  expect(sends()).toEqual([false, false])
  expect((await change({ sendsThanks: 'yes' })).headers.location).toContain('project_changed')
  expect(sends()).toEqual([true, false])
  expect((await change({ sendsThanks: 'yes' })).headers.location).toContain('nothing_to_change')
  await change({})
  expect(sends()).toEqual([false, false])
})

test('letters that there are not, and projects of others, are not found', async () => {
  for (const path of ['invitation/fi', 'message/sv', '__proto__/sv', 'invitation/sv/nothing'])
    expect((await world.get(`/projects/service/letters/${path}`, { as: 'coordinator' })).statusCode).toBe(404)
  expect((await world.get(page, { as: 'stranger' })).statusCode).toBe(404)
  expect((await world.get(page, { as: 'evaluator' })).statusCode).toBe(403)
})
