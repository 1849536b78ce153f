// What a participant is promised: looking changes nothing, nothing typed is lost, one answer per wave.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drafts, invitations, persons, responses } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let wave: Wave
let token: string
let quiet: string

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(2)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  ;({ answer: token, quiet } = newLink())
})
afterEach(() => world.close())

function newLink(at = 0) {
  const invitation = world.db.select().from(invitations).all()[at]
  return issueTokens(world.db, invitation?.id ?? '', morning)
}
const start = (lang = 'sv') => world.post(`/s/${token}/start?lang=${lang}`)
const page = (number: number) => world.get(`/s/${token}/${number}`)
async function send(number: number, form: Record<string, string>, link = token) {
  const shown = await world.get(`/s/${link}/${number}`)
  const _page = /name="_page" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
  return world.post(`/s/${link}/${number}`, { form: { _page, ...form } })
}
const submit = () => world.post(`/s/${token}/submission`)
const stored = () => world.db.select().from(responses).all()

describe('a link', () => {
  test('opens a page that says whose questionnaire it is, and holds no name', async () => {
    const response = await world.get(`/s/${token}`)
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('Enkät om Service på landsbygden')
    expect(response.body).toContain('Börja svara')
    expect(response.body).toContain('Flen')
    expect(response.body).not.toContain('Deltagare')
  })

  test('says what the answers of its wave are for', async () => {
    expect((await world.get(`/s/${token}`)).body).toContain('utgångspunkten')
    const later = world.planWave('followup')
    openWave(world.db, later, 'system', morning)
    const asked = world.db
      .select()
      .from(invitations)
      .all()
      .findIndex(({ waveId }) => waveId === later.id)
    const { body } = await world.get(`/s/${newLink(asked).answer}`)
    expect(body).toContain('Projektet är avslutat.')
    expect(body).not.toContain('utgångspunkten')
  })

  test('changes nothing by being looked at, however often and by whatever means', async () => {
    await start()
    await send(1, { B2: 'LUG' })
    const before = fingerprintDatabase(world.db)
    for (const path of ['', '/1', '/2', '/check', '/receipt', '/999'])
      for (const method of ['GET', 'HEAD'] as const)
        expect((await world.app.inject({ method, url: `/s/${token}${path}` })).statusCode).toBeLessThan(400)
    await world.get(`/quiet/${quiet}`)
    expect(fingerprintDatabase(world.db)).toBe(before)
  })

  test('lends itself to nobody else: no referrer, no cache, no index', async () => {
    const { headers } = await world.get(`/s/${token}`)
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-robots-tag']).toContain('noindex')
  })

  test.each(['x', 'AAAAAAAAAAAAAAAAAAAAAA', '%00', '%E0%A4%A', 'A'.repeat(3000)])(
    'that is wrong (%s) gives a page that helps',
    async (wrong) => {
      const response = await world.get(`/s/${wrong}`)
      expect([400, 404, 414]).toContain(response.statusCode)
      expect(response.headers['content-type']).toContain('text/html')
    },
  )

  test.each(['.', ')', '%3E', '%20', '%0D%0A'])('mangled by a mail program (…%s) still opens', async (tail) => {
    expect((await world.get(`/s/${token}${tail}`)).body).toContain('Börja svara')
  })

  test('for reminders opens no questionnaire, and the other way round', async () => {
    expect((await world.get(`/s/${quiet}`)).statusCode).toBe(404)
    expect((await world.get(`/quiet/${token}`)).statusCode).toBe(404)
  })

  test('of an erased person says so without a name', async () => {
    world.db.update(persons).set({ erasedAt: morning }).run()
    const response = await world.get(`/s/${token}`)
    expect(response.statusCode).toBe(410)
    expect(response.body).toContain('Länken gäller inte längre')
  })
})

describe('coming back', () => {
  const landing = async () => (await world.get(`/s/${token}`)).body
  const first = 'Gå till den första delen'

  test('leads to where one was: past the pages that were sent, and what was skipped stays skipped', async () => {
    expect((await start()).headers.location).toBe(`/s/${token}/1`)
    await send(1, { B2: 'LUG', _go: 'next' })
    await send(2, { D1: '4', _go: 'next' })
    await send(3, { _go: 'next' })
    // That the group is the one the register had filled in is no answer yet.
    expect(await landing()).toContain('Du har svarat på 1 av 10 delar.')
    expect(await landing()).toContain('Fortsätt svara')
    expect(await landing()).toContain(first)
    expect((await start()).headers.location).toBe(`/s/${token}/4`)
    // A look back at an earlier page is no step back.
    await send(1, { B2: 'KTJ', _go: 'next' })
    expect((await start()).headers.location).toBe(`/s/${token}/4`)
  })

  test('leads to the page that was left in the middle', async () => {
    await start()
    await send(1, { B2: 'LUG', _go: 'next' })
    await send(2, { D1: '4', _go: 'keep' })
    expect((await start()).headers.location).toBe(`/s/${token}/2`)
    await send(2, { D1: '4', _go: 'back' })
    expect((await start()).headers.location).toBe(`/s/${token}/2`)
  })

  test('leads to the check when all was passed, and tells the newcomer nothing', async () => {
    expect(await landing()).not.toMatch(/Du har svarat|första delen/)
    await start()
    expect(await landing()).not.toMatch(/Du har svarat|första delen/)
    for (let at = 1; at <= 10; at += 1) await send(at, at === 2 ? { D1: '4', _go: 'next' } : { _go: 'next' })
    expect((await start()).headers.location).toBe(`/s/${token}/check`)
  })

  test('begins at the first page where a program has pressed every button and said nothing', async () => {
    await start()
    for (let at = 1; at <= 10; at += 1) {
      const form = (await world.get(`/s/${token}/${at}`)).body
      const ticked = [...form.matchAll(/name="(\w+)" value="([^"]*)" checked/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ])
      await send(at, { ...Object.fromEntries(ticked), _go: 'next' })
    }
    expect(JSON.parse(world.db.select().from(drafts).get()?.answers ?? '')).toEqual({})
    expect((await world.get(`/s/${token}/check`)).body).toContain('<dd>Utvecklingsgrupp, byalag eller bygderåd</dd>')
    expect((await submit()).statusCode).toBe(422)
    expect(await landing()).not.toMatch(/Du har svarat|första delen/)
    expect((await start()).headers.location).toBe(`/s/${token}/1`)
    // The group that was passed is sent in with the first answer that follows.
    await send(2, { D1: '4', _go: 'next' })
    await submit()
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ B2: 'LUG', D1: 4 })
  })
})

describe('answering', () => {
  test('goes page by page to a receipt, and stores the answers that were given', async () => {
    expect((await start()).headers.location).toBe(`/s/${token}/1`)
    expect((await send(1, { B2: 'LUG', _go: 'next' })).headers.location).toBe(`/s/${token}/2`)
    await send(2, { D1: '4', D2: 'dont_know', _go: 'next' })
    const check = await world.get(`/s/${token}/check`)
    expect(check.body).toContain('Stämmer ganska bra')
    expect(check.body).toContain('Vet ej')
    expect(check.body).toContain('Inte besvarad')
    expect((await submit()).headers.location).toBe(`/s/${token}/receipt`)
    const [response] = stored()
    expect(JSON.parse(response?.answers ?? '')).toEqual({ B2: 'LUG', D1: 4, D2: { missing: 'dont_know' } })
    // Looked at later: it tells when the answers came.
    world.clock.now += 3_600_000
    const receipt = await world.get(`/s/${token}/receipt`)
    expect(receipt.body).toContain(response?.receipt)
    expect(receipt.body).toContain('1 mars 2027 kl. 09:00')
    expect((await world.get(`/s/${token}/receipt`)).body).toBe(receipt.body)
  })

  test('tells on each page how far one has come', async () => {
    await start()
    for (let at = 1; at <= 10; at += 1) {
      const { body } = await page(at)
      expect(body).toContain(`Del ${at} av 10`)
      expect(body).toContain(`<progress value="${at}" max="10"`)
    }
  })

  test('what was skipped is not there at all: missing is never zero', async () => {
    await start()
    await send(2, { D1: '', D2: ' ', D3: '\u200b', D4: '3' })
    await submit()
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ D4: 3 })
  })

  test('keeps everything typed when something is wrong', async () => {
    await start()
    const response = await send(2, { D1: '17', D2: '5' })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('Fel: ')
    expect(response.body).toContain('href="#D1"')
    expect(response.body).toMatch(/name="D2" value="5" checked/)
  })

  test('keeps a text that is too long, and says by how much', async () => {
    await start()
    const text = 'å'.repeat(2001)
    const withTexts = await findPage('name="O1"')
    const response = await send(withTexts, { O1: text })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(text)
    expect(response.body).toContain('Texten är 2001 tecken')
  })

  test('shows what was written literally', async () => {
    await start()
    const withTexts = await findPage('name="O1"')
    await send(withTexts, { O1: '<script>alert(1)</script> <%= it %>' })
    const check = await world.get(`/s/${token}/check`)
    expect(check.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;%= it %&gt;')
  })

  test('lets a text that is too long be left and mended later, and sends none in', async () => {
    await start()
    const withTexts = await findPage('name="O1"')
    const text = 'å'.repeat(2001)
    expect((await send(withTexts, { O1: text, _go: 'back' })).headers.location).toBe(`/s/${token}/${withTexts - 1}`)
    await send(2, { D1: '4' })
    expect((await submit()).headers.location).toBe(`/s/${token}/${withTexts}`)
    const again = await page(withTexts)
    expect(again.body).toContain(text)
    expect(again.body).toContain('Texten är 2001 tecken')
    await send(withTexts, { O1: text.slice(1) })
    expect((await submit()).headers.location).toBe(`/s/${token}/receipt`)
  })

  test('on the same page in two windows keeps what the other window said', async () => {
    await start()
    await send(2, { D2: '3' })
    await send(2, { D1: '5' })
    expect((await page(2)).body).toMatch(/name="D2" value="3" checked/)
  })

  test('goes back without losing the page', async () => {
    await start()
    expect((await send(2, { D1: '2', _go: 'back' })).headers.location).toBe(`/s/${token}/1`)
    expect((await page(2)).body).toMatch(/name="D1" value="2" checked/)
  })

  test('changes language and keeps what is typed on the page', async () => {
    await start()
    const response = await send(2, { D1: '2', _go: 'in-en' })
    expect(response.headers.location).toBe(`/s/${token}/2`)
    const english = await page(2)
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toMatch(/name="D1" value="2" checked/)
    await submit()
    expect(stored()[0]?.language).toBe('en')
  })

  test('on two devices at once loses neither page', async () => {
    await start()
    const other = newLink().answer
    await send(2, { D1: '5' })
    await send(3, { S1: '1' }, other)
    await submit()
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ D1: 5, S1: 1 })
  })

  test('asks nobody about the own group', async () => {
    await start()
    await send(1, { B2: 'LUG' })
    const grid = await findPage('name="G_KTJ"')
    expect((await page(grid)).body).not.toContain('name="G_LUG"')
  })

  test('fills in the group that the register knows', async () => {
    await start()
    expect((await page(1)).body).toMatch(/name="B2" value="LUG" checked/)
  })

  test('is read back with the question of each row of a grid, and what a number means', async () => {
    await start()
    await send(await findPage('name="G_KTJ"'), { G_KTJ: '0' })
    await send(await findPage('name="N1"'), { N1: '10' })
    const { body } = await world.get(`/s/${token}/check`)
    const rows = [...body.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, asked = '', answer = '']) => [
      asked.replace(/<[^>]*>/g, ''),
      answer,
    ])
    expect(rows).toContainEqual([
      'Vilket påstående stämmer bäst på kontakten mellan er och … kommunens tjänstepersoner',
      'Ingen kontakt',
    ])
    expect(rows).toContainEqual(['Hur väl fungerar samverkan om service på det hela taget just nu?', '10 (mycket väl)'])
  })

  test('never takes saying nothing for taking back, nor one page for another', async () => {
    await start()
    await send(2, { D1: '4' })
    const before = fingerprintDatabase(world.db)
    expect((await world.post(`/s/${token}/2`)).statusCode).toBe(303)
    expect((await world.post(`/s/${token}/2`, { form: { D1: '1' } })).headers.location).toBe(`/s/${token}/2`)
    expect(fingerprintDatabase(world.db)).toBe(before)
    // The fields of page 2, sent to the address of page 3 by a window that was opened before pages moved.
    const id = /name="_page" value="([^"]+)"/.exec((await page(2)).body)?.[1] ?? ''
    await send(3, { S1: '2' })
    await world.post(`/s/${token}/3`, { form: { _page: id, D1: '5' } })
    await submit()
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ D1: 5, S1: 2 })
  })

  test('ignores fields it does not know', async () => {
    await start()
    await send(2, { D1: '1', __proto__: 'x', constructor: 'y', I1: '5' })
    await submit()
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ D1: 1 })
  })

  test('without a single answer cannot be sent in, nor with what the register filled in', async () => {
    await start()
    await send(1, { B2: 'LUG' })
    const response = await submit()
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('Du har inte svarat på någon fråga ännu')
    expect(stored()).toHaveLength(0)
  })

  async function findPage(mark: string): Promise<number> {
    for (let number = 1; number < 20; number += 1) if ((await page(number)).body.includes(mark)) return number
    throw new Error(`no page has ${mark}`)
  }
})

describe('sending in', () => {
  test('fifty times at once makes one response and fifty equal receipts', async () => {
    await start()
    await send(2, { D1: '4' })
    const sent = await Promise.all(Array.from({ length: 50 }, submit))
    expect(new Set(sent.map(({ statusCode }) => statusCode))).toEqual(new Set([303]))
    expect(stored()).toHaveLength(1)
    const receipts = await Promise.all(Array.from({ length: 50 }, () => world.get(`/s/${token}/receipt`)))
    expect(new Set(receipts.map(({ body }) => body)).size).toBe(1)
  })

  test('closes the questionnaire: the answers are neither shown nor changed through any link', async () => {
    await start()
    const withText = 'något ingen annan ska läsa'
    await send(9, { O1: withText })
    await send(2, { D1: '4' })
    await submit()
    const before = fingerprintDatabase(world.db)
    for (const link of [token, newLink().answer])
      for (const path of ['', '/1', '/2', '/9', '/check']) {
        const { body } = await world.get(`/s/${link}${path}`)
        expect(body).toContain('Enkäten är redan besvarad')
        expect(body).not.toContain(withText)
      }
    const after = await send(2, { D1: '1' })
    expect(after.body).toContain('redan besvarad')
    expect(JSON.parse(stored()[0]?.answers ?? '').D1).toBe(4)
    expect(fingerprintDatabase(world.db)).not.toBe(before) // the second link above is new
  })

  test('by a direct POST is refused before the wave opens and after it has closed', async () => {
    closeWave(world.db, wave.id, 'system', morning)
    expect((await start()).statusCode).toBe(410)
    expect((await submit()).statusCode).toBe(410)
    expect(stored()).toHaveLength(0)
  })

  test('is refused after the last day, whether or not anybody has closed the wave', async () => {
    // The wave of the world lasts to 31 May; its last moment is midnight in Stockholm, two hours before UTC's.
    world.clock.now = Date.UTC(2027, 4, 31, 21, 59)
    expect((await start()).statusCode).toBe(303)
    world.clock.now = Date.UTC(2027, 4, 31, 22, 1)
    const other = await world.get(`/s/${newLink(1).answer}`)
    expect([other.statusCode, other.body.includes('Enkäten är stängd')]).toEqual([410, true])
    expect((await send(2, { D1: '4' })).statusCode).toBe(303)
    world.clock.now += 24 * 3_600_000
    expect((await submit()).statusCode).toBe(410)
  })

  test('is possible for a day more for those who had begun when the wave closed', async () => {
    await start()
    await send(2, { D1: '4' })
    closeWave(world.db, wave.id, 'system', morning)
    world.clock.now = morning + 23 * 3_600_000
    expect((await page(2)).body).toContain('kan skicka in till')
    world.clock.now = morning + 25 * 3_600_000
    expect((await submit()).statusCode).toBe(410)
    world.clock.now = morning + 23 * 3_600_000
    expect((await submit()).statusCode).toBe(303)
    expect(stored()).toHaveLength(1)
  })
})

describe('when the disk is full', () => {
  test('the page comes back with everything typed, and says that nothing was saved', async () => {
    await start()
    world.db.$client.pragma(`max_page_count = ${world.db.$client.pragma('page_count', { simple: true })}`)
    const withTexts = 9
    const text = 'å'.repeat(1990)
    const response = await send(withTexts, { O1: text, O2: text.toUpperCase() })
    expect(response.statusCode).toBe(503)
    expect(response.body).toContain('Svaret är inte sparat')
    expect(response.body).toContain(text)
    world.db.$client.pragma('max_page_count = 1000000')
    expect((await send(withTexts, { O1: text })).statusCode).toBe(303)
  })
})

describe('no more reminders', () => {
  test('takes a POST; once or twice, with or without cookies', async () => {
    expect((await world.get(`/quiet/${quiet}`)).body).toContain('Sluta påminna mig')
    const oneClick = () =>
      world.post(`/quiet/${quiet}`, {
        form: { 'List-Unsubscribe': 'One-Click' },
        headers: { origin: 'https://mail.example' },
      })
    expect((await oneClick()).body).toContain('Du får inga fler påminnelser')
    expect((await oneClick()).statusCode).toBe(200)
    expect(world.db.select().from(invitations).all()[0]?.quietAt).toBe(morning)
    expect((await world.get(`/s/${token}`)).body).toContain('Börja svara')
  })
})
