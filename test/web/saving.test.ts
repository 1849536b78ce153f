// Nothing typed is lost: not to another window or device, not to a full disk, not to time; and each answer remembers in
// which language it was read.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { erasePerson } from '#store/rights.ts'
import { drafts, invitations, participants, responses } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let wave: Wave
let token: string

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(2)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  token = issueTokens(world.db, world.db.select().from(invitations).all()[0]?.id ?? '', morning).answer
  await world.post(`/s/${token}/start`)
})
afterEach(() => world.close())

type Fields = Record<string, string>
const draft = (): Record<string, unknown> => JSON.parse(world.db.select().from(drafts).get()?.answers ?? '{}')
const stored = () => world.db.select().from(responses).all()
const submit = () => world.post(`/s/${token}/submission`)

/** A window that shows a page: what its form holds is as it was when it was opened. */
async function open(page: number, lang?: string) {
  world.clock.now += 1
  const { body } = await world.get(`/s/${token}/${page}${lang ? `?lang=${lang}` : ''}`)
  const hidden = Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
  const ticked = Object.fromEntries(
    [...body.matchAll(/name="(\w+)" value="([^"]*)" checked/g)].map(([, name = '', value = '']) => [name, value]),
  )
  return {
    body,
    send: (form: Fields, query = '', headers: Fields = {}) =>
      world.post(`/s/${token}/${page}${query}`, { form: { ...hidden, ...ticked, ...form }, headers }),
    keep: (form: Fields) => world.post(`/s/${token}/${page}`, { form: { ...hidden, ...form, _go: 'keep' } }),
  }
}

describe('two windows', () => {
  test('with different pages lose nothing', async () => {
    const [one, other] = [await open(2), await open(3)]
    await one.send({ D1: '5' })
    await other.send({ S1: '1' })
    expect(draft()).toMatchObject({ D1: 5, S1: 1 })
  })

  test('with the same page keep what each has changed, and what neither touched', async () => {
    await (await open(2)).send({ D1: '3', D2: '3', D3: '3' })
    const [one, other] = [await open(2), await open(2)]
    await one.send({ D1: '5' })
    const sent = await other.send({ D2: '1' })
    expect(draft()).toMatchObject({ D1: 5, D2: 1, D3: 3 })
    expect(sent.headers.location).not.toContain('replaced')
  })

  test('that answer the same question believe the last one, and say so once', async () => {
    const [one, other] = [await open(2), await open(2)]
    await one.send({ D1: '5' })
    const sent = await other.send({ D1: '1' })
    expect(draft().D1).toBe(1)
    expect(sent.headers.location).toBe(`/s/${token}/3?replaced=1`)
    const next = await world.get(sent.headers.location ?? '')
    expect(next.body).toContain('Ett av svaren hade ändrats i ett annat fönster')
    expect(next.body).toMatch(/role="status"><p>Ett av svaren/)
  })

  test('of which one saves as it is typed do not quarrel with themselves', async () => {
    const window = await open(2)
    await window.keep({ D1: '2' })
    await window.keep({ D1: '3' })
    expect((await window.send({ D1: '4' })).headers.location).toBe(`/s/${token}/3`)
    expect(draft().D1).toBe(4)
  })
})

describe('what nobody has touched', () => {
  test('and the register had filled in replaces nothing that another window says', async () => {
    const [one, other] = [await open(1), await open(1)]
    await other.send({ B2: 'FTG' })
    expect((await one.send({})).headers.location).toBe(`/s/${token}/2`)
    expect(draft().B2).toBe('FTG')
    // To choose what the register says is an answer where something else was said before.
    await (await open(1)).send({ B2: 'LUG' })
    expect(draft().B2).toBe('LUG')
  })
})

describe('saving as it is typed', () => {
  test('says saved when it is, and only for what the form holds', async () => {
    await (await open(2)).send({ D2: '2' })
    const response = await (await open(2)).keep({ D1: '4' })
    expect([response.statusCode, response.json()]).toEqual([200, { state: 'saved' }])
    expect(draft()).toMatchObject({ D1: 4, D2: 2 })
  })

  test('says saved of what is only half written, too: it is kept as it stands, and mended later', async () => {
    const window = await open(9)
    expect((await window.keep({ O1: 'å'.repeat(2001) })).json()).toEqual({ state: 'saved' })
    expect(draft().O1).toHaveLength(2001)
  })

  test('tells at once, and not of itself, that another window had said something else', async () => {
    const [one, other] = [await open(9), await open(9)]
    await one.keep({ O1: 'från A' })
    const told = [expect.stringContaining('Ett av svaren hade ändrats i ett annat fönster')]
    expect((await other.keep({ O1: 'från B' })).json()).toEqual({ state: 'saved', told })
    expect((await other.keep({ O1: 'från B, mer' })).json()).toEqual({ state: 'saved' })
    expect((await one.keep({ O1: 'från A igen' })).json()).toEqual({ state: 'saved', told })
  })

  test('is not undone by what was held up on its way', async () => {
    const window = await open(9)
    await window.keep({ O1: 'först', O2: 'en', _turn: '1' })
    await window.send({ O1: 'först och sen', O2: 'två', _turn: '3' })
    expect((await window.keep({ O1: 'först', O2: 'en', _turn: '2' })).json()).toEqual({ state: 'saved' })
    expect(draft()).toMatchObject({ O1: 'först och sen', O2: 'två' })
    // Another opening begins to count anew.
    await (await open(9)).keep({ O1: 'ändrat', _turn: '1' })
    expect(draft().O1).toBe('ändrat')
  })

  test('counts on where a page with something wrong is shown again, which is the same opening of it', async () => {
    await (await open(9)).send({ O1: 'före' })
    const window = await open(9)
    const [, opening = ''] = /name="_opening" value="(\d+)"/.exec(window.body) ?? []
    const [, before = ''] = /name="_before" value="([^"]+)"/.exec(window.body) ?? []
    world.clock.now += 1000
    const sent = await window.send({ O1: 'å'.repeat(2001), _turn: '4' })
    expect(sent.statusCode).toBe(422)
    for (const [field, value] of Object.entries({ _turn: '4', _opening: opening, _before: before }))
      expect(sent.body).toContain(`name="${field}" value="${value}"`)
  })

  test('brings nothing back untold that another window has taken back', async () => {
    const one = await open(2)
    await one.keep({ D1: '4' })
    world.clock.now += 1
    await (await open(2)).send({ _clear: 'D1' })
    expect(draft()).toEqual({})
    expect((await one.send({ D1: '4' })).headers.location).toBe(`/s/${token}/3?replaced=1`)
  })

  test('leaves a language that was left before it arrived', async () => {
    const window = await open(9)
    await window.keep({ O1: 'ett', _turn: '1' })
    await window.send({ O1: 'två', _turn: '3', _go: 'in-en' })
    await window.keep({ O1: 'en', _turn: '2' })
    expect(world.db.select().from(drafts).get()?.language).toBe('en')
  })

  test('sends the whole form for the address of the next page, which the browser opens by itself', async () => {
    const window = await open(2)
    const script = { accept: 'application/json' }
    const on = async (form: Fields) => (await window.send(form, '', script)).json()
    expect(await on({ D1: '4', _go: 'next' })).toEqual({ next: `/s/${token}/3` })
    expect(await on({ D1: '5', _go: 'back' })).toEqual({ next: `/s/${token}/1` })
    expect(await on({ D1: '5', _go: 'in-en' })).toEqual({ next: `/s/${token}/2` })
    // What can be mended is shown on the page itself, which can be loaded anew.
    const texts = await open(9)
    expect((await texts.send({ O1: 'å'.repeat(2001) }, '', script)).json()).toEqual({ next: `/s/${token}/9` })
    expect((await world.get(`/s/${token}/9`)).body).toContain('role="alert"')
    // What cannot be kept is shown where it was sent; so is why the questionnaire takes no more.
    expect((await window.send({ D1: '17' }, '', script)).statusCode).toBe(422)
    await submit()
    await world.post(`/s/${token}/9`, { form: { _page: 'overall', O1: '' } })
    await submit()
    expect(stored()).toHaveLength(1)
    expect((await window.send({ D1: '4' }, '', script)).statusCode).toBe(410)
  })

  test('says unsaved where an answer cannot be read, or the disk is full', async () => {
    const window = await open(2)
    expect((await window.keep({ D1: '17' })).json()).toEqual({ state: 'unsaved' })
    world.db.$client.pragma(`max_page_count = ${world.db.$client.pragma('page_count', { simple: true })}`)
    const texts = await open(9)
    const full = await texts.keep({ O1: 'å'.repeat(2000), O2: 'ä'.repeat(2000) })
    expect([full.statusCode, full.json()]).toEqual([503, { state: 'unsaved' }])
  })

  test('says closed where the questionnaire takes no more', async () => {
    const window = await open(2)
    await window.keep({ D1: '4' })
    await submit()
    expect((await window.keep({ D1: '1' })).json()).toEqual({ state: 'closed' })
    expect(JSON.parse(stored()[0]?.answers ?? '').D1).toBe(4)
    expect(world.db.select().from(drafts).all()).toEqual([])
  })

  test('is offered by a small script that the page works without', async () => {
    const { body } = await open(2)
    expect(body).toMatch(/<script src="\/static\/[\w-]+\/answering\.js" defer><\/script>/)
    const script = await world.get(/\/static\/[\w-]+\/answering\.js/.exec(body)?.[0] ?? '')
    expect(script.statusCode).toBe(200)
    expect(script.rawPayload.length).toBeLessThan(7168)
  })
})

describe('a choice', () => {
  test('is taken back by a button beside it: the rest of the page is kept, and the page is shown again', async () => {
    await (await open(2)).send({ D1: '3', D2: '3' })
    const window = await open(2)
    expect(window.body).toMatch(/<button[^>]* name="_clear" value="D1">Ta bort svaret</)
    const sent = await window.send({ D3: '5', _clear: 'D1' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/s/${token}/2#D1`])
    expect(draft()).toEqual({ D2: 3, D3: 5 })
    expect((await open(2)).body).not.toMatch(/name="D1" value="3" checked/)
  })

  test('that is taken back in one window stays so, where another that held it is sent', async () => {
    await (await open(2)).send({ D1: '3' })
    const [one, other] = [await open(2), await open(2)]
    await one.send({ _clear: 'D1' })
    await other.send({ D2: '1' })
    expect(draft()).toEqual({ D2: 1 })
  })

  test('that the register knows is not offered to be taken back: it would be filled in again', async () => {
    const { body } = await open(1)
    expect(body).toContain('name="B2"')
    expect(body).not.toMatch(/name="_clear" value="B2"/)
    expect(body).toMatch(/name="_clear" value="B3"/)
  })

  test('of somebody else’s page takes nothing back', async () => {
    await (await open(2)).send({ D1: '3' })
    await (await open(3)).send({ _clear: 'D1' })
    expect(draft()).toEqual({ D1: 3 })
  })
})

describe('time', () => {
  test('three hours of thinking later a page is saved as if it were at once', async () => {
    const window = await open(2)
    world.clock.now += 3 * 3_600_000
    expect((await window.send({ D1: '4' })).statusCode).toBe(303)
    expect(draft().D1).toBe(4)
  })

  test('a wave that closes meanwhile leaves a day, and says until when, in Swedish time', async () => {
    const window = await open(2)
    closeWave(world.db, wave.id, 'system', morning)
    const saved = await window.send({ D1: '4' })
    const page = await world.get(saved.headers.location ?? '')
    expect(page.body).toContain('kan skicka in till den 2 mars 2027 kl. 09:00')
  })
})

describe('at the same moment', () => {
  test('a save and fifty submissions make one response that holds the save', async () => {
    const window = await open(2)
    const sent = await Promise.all([window.send({ D1: '4' }), ...Array.from({ length: 50 }, submit)])
    expect(new Set(sent.map(({ statusCode }) => statusCode))).toEqual(new Set([303]))
    expect(stored()).toHaveLength(1)
    expect(JSON.parse(stored()[0]?.answers ?? '').D1).toBe(4)
    const receipts = await Promise.all(Array.from({ length: 50 }, () => world.get(`/s/${token}/receipt`)))
    expect(new Set(receipts.map(({ body }) => body)).size).toBe(1)
    expect(receipts[0]?.body).toContain(stored()[0]?.receipt)
  })

  test('a submission and an erasure leave nothing of an erased person', async () => {
    await (await open(2)).send({ D1: '4' })
    const window = await open(3)
    const saving = window.send({ S1: '1' })
    const sending = submit()
    const asked = world.db.select().from(invitations).all()[0]?.participantId
    const person =
      world.db
        .select()
        .from(participants)
        .all()
        .find(({ id }) => id === asked)?.personId ?? ''
    erasePerson(world.db, world.identity, person, 'system', morning)
    await Promise.all([saving, sending])
    erasePerson(world.db, world.identity, person, 'system', morning)
    expect([stored(), world.db.select().from(drafts).all()]).toEqual([[], []])
    const before = fingerprintDatabase(world.db)
    await window.send({ S1: '2' })
    expect(fingerprintDatabase(world.db)).toBe(before)
  })

  test('a full disk at the end keeps the answers, and the same button works afterwards', async () => {
    const texts = await open(9)
    await texts.send({ O1: 'å'.repeat(1900), O2: 'ä'.repeat(1900) })
    world.db.$client.pragma(`max_page_count = ${world.db.$client.pragma('page_count', { simple: true })}`)
    const full = await submit()
    expect(full.statusCode).toBe(503)
    expect(full.body).toContain('Svaret är inte sparat')
    expect(full.body).toContain('ååå')
    expect(full.body).toContain(`action="/s/${token}/submission"`)
    world.db.$client.pragma('max_page_count = 1000000')
    expect((await submit()).headers.location).toBe(`/s/${token}/receipt`)
  })
})

describe('languages', () => {
  test('are changed by a button that sends the form, and what is typed on the page is kept', async () => {
    for (const [lang, words] of [
      ['en', 'About you'],
      ['fi', 'Sinusta'],
      ['sv', 'Om dig'],
    ] as const) {
      const changed = await (await open(1)).send({ B3: '2', _go: `in-${lang}` })
      expect(changed.headers.location).toBe(`/s/${token}/1`)
      const { body } = await open(1)
      expect(body).toContain(`<html lang="${lang}">`)
      expect(body).toContain(words)
      expect(body).toMatch(/name="B3" value="2" checked/)
    }
  })

  test('chosen by a link on the landing or the check stay chosen, and are kept with what was read', async () => {
    await (await open(2)).send({ D1: '4' })
    expect((await world.get(`/s/${token}?lang=en`)).body).toContain(`href="/s/${token}/1?lang=en"`)
    const sent = await (await open(3, 'en')).send({ S1: '2' })
    expect((await world.get(sent.headers.location ?? '')).body).toContain('<html lang="en">')
    expect(JSON.parse(world.db.select().from(drafts).get()?.marks ?? '')).toMatchObject({
      D1: [expect.any(Number), 'sv', expect.any(Number)],
      S1: [expect.any(Number), 'en', expect.any(Number)],
    })
    const swedish = (await world.get(`/s/${token}/check?lang=sv`)).body
    expect(swedish).toContain(`href="/s/${token}/3?from=check&amp;lang=sv"`)
    const [, language = ''] = /name="_lang" value="(\w+)"/.exec(swedish) ?? []
    await world.post(`/s/${token}/submission`, { form: { _lang: language } })
    expect((await world.get(`/s/${token}/receipt`)).body).toContain('<html lang="sv">')
    expect(stored()[0]).toMatchObject({ language: 'sv', languages: '{"S1":"en"}' })
  })

  test('that are not complete fall back to Swedish, marked as such, and say so', async () => {
    const first = await open(1, 'fi')
    expect(first.body).toContain('Mitä ryhmää edustat?')
    expect(first.body).not.toContain('lang="sv"><fieldset')
    expect(first.body).not.toContain('näytetään ruotsiksi')
    const second = await open(2, 'fi')
    expect(second.body).toContain('Se, mitä ei ole suomeksi, näytetään ruotsiksi.')
    expect(second.body).toMatch(/<div lang="sv"><fieldset class="question">\s*<legend>Parterna/)
    expect(second.body).toContain('<h1 lang="sv">')
    expect(second.body).toContain('Tallenna ja jatka')
  })

  test('are offered only where there is a file', async () => {
    openWave(world.db, world.planWave('midterm', 2), 'system', morning)
    const second = world.db.select().from(invitations).all().at(-1)?.id ?? ''
    const other = issueTokens(world.db, second, morning).answer
    expect((await world.get(`/s/${token}`)).body).toContain('Suomeksi')
    expect((await world.get(`/s/${other}`)).body).not.toContain('Suomeksi')
    expect((await world.get(`/s/${other}?lang=fi`)).body).toContain('<html lang="sv">')
  })

  test('are kept with each answer that was read in another one than the response', async () => {
    await (await open(2)).send({ D1: '4', _go: 'in-en' })
    await (await open(3)).send({ S1: '2' })
    await submit()
    const [response] = stored()
    expect([response?.language, JSON.parse(response?.languages ?? '')]).toEqual(['en', { D1: 'sv' }])
  })
})
