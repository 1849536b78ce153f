// Where something cannot be done for a participant: said in the frame of the questionnaire, with what can be done next
// and the way back by their own link. Nobody of them is sent to where staff sign in.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWave } from '#store/waves.ts'
import { fieldsIn, formIn } from '../support/form-fields.ts'
import { whileFull } from '../support/full-disk.ts'
import { tokensInto } from '../support/links.ts'
import { type Asked, makeWorld, morning, type World } from '../support/world.ts'

let world: World
let token: string
let quiet: string
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(1)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  ;({ answer: token, quiet } = tokensInto(world, wave))
})
afterEach(() => world.close())

const linksIn = (html: string) => [...html.matchAll(/<a (?:class="button" )?href="([^"#]*)"/g)].map(([, link]) => link)
const isOurFrame = (html: string) => html.includes('class="top top-slim"') && !linksIn(html).includes('/')

const refused = (url: string, asked: Asked = {}) => whileFull(world, () => world.post(url, asked))

describe('where nothing can be stored', () => {
  test.each([
    ['/start', '', 'Tillbaka till enkäten'],
    ['/withdraw', '/choices', 'Tillbaka till dina val'],
    ['/quiet', '/choices', 'Tillbaka till dina val'],
    ['/erase', '/choices', 'Tillbaka till dina val'],
  ])('%s can be tried again from the page that says so, or left by one’s own link', async (act, back, words) => {
    const { statusCode, body } = await refused(`/s/${token}${act}`)
    expect([statusCode, isOurFrame(body)]).toEqual([503, true])
    expect(body).toContain('<title>Fel: Det gick inte att spara – Service på landsbygden</title>')
    expect(body).toContain(`<a href="/s/${token}${back}?lang=sv">${words}</a>`)
    const again = /<form method="post" action="([^"]+)"[^>]*>\s*<button>Försök igen</.exec(body)?.[1] ?? ''
    expect(again).toBe(`/s/${token}${act}?lang=sv`)
    expect((await world.post(again)).statusCode).toBeLessThan(400)
  })

  test('an end to reminders can be tried again by its own link, which opens nothing else', async () => {
    const { body } = await refused(`/quiet/${quiet}`)
    expect(isOurFrame(body)).toBe(true)
    expect(body).toContain(`action="/quiet/${quiet}?lang=sv"`)
    expect(linksIn(body)).not.toContain(`/quiet/${quiet}?lang=sv`)
    expect(body).not.toContain('/s/')
    expect((await world.post(`/quiet/${quiet}?lang=sv`)).body).toContain('Du får inga fler påminnelser')
  })

  test('what was sent is sent again as it was, and what was written can be read', async () => {
    const form = { _information: 'abc', said: 'Flera ord <b>här</b>' }
    await world.post(`/s/${token}/start`)
    const { body } = await refused(`/s/${token}/withdraw`, { form })
    expect(formIn(body)).toEqual(form)
    expect(body).toContain('Det du skrev finns kvar på den här sidan')
    expect(body).toContain('<p class="letter">Flera ord &lt;b&gt;här&lt;/b&gt;</p>')
  })

  test.each([
    ['en', 'It could not be saved', 'Try again', 'Back to your choices'],
    ['fi', 'Tallentaminen ei onnistunut', 'Yritä uudelleen', 'Takaisin valintoihisi'],
  ])('it is said in the language that is read (%s)', async (language, ...words) => {
    const { body } = await refused(`/s/${token}/withdraw?lang=${language}`)
    expect(body).toContain(`<html lang="${language}">`)
    for (const word of words) expect(body).toContain(word)
    expect(body).toContain(`href="/s/${token}/choices?lang=${language}"`)
  })

  test('it is said in the language of the person, whatever the browser would rather read', async () => {
    const headers = { 'accept-language': 'en' }
    const { body } = await refused(`/s/${token}/withdraw`, { headers })
    expect(body).toContain('<html lang="sv">')
  })
})

describe('other troubles', () => {
  test('more than can be taken is told of as writing, not as a file', async () => {
    const form = { name: 'x'.repeat(300_000), email: 'a@b.se' }
    const { statusCode, body } = await world.post(`/s/${token}/handover`, { form })
    expect([statusCode, isOurFrame(body)]).toEqual([413, true])
    expect(body).toContain('Det du har skrivit är för långt')
    expect(body).not.toMatch(/\bfil\b|MB/)
    expect(body).toContain(`<a href="/s/${token}/choices?lang=sv">`)
    const page = await world.post(`/s/${token}/9`, { form: { _page: 'overall', O1: 'x'.repeat(4_200_000) } })
    expect([page.statusCode, page.body.includes(`<a href="/s/${token}/9?lang=sv">Tillbaka till enkäten</a>`)]).toEqual([
      413,
      true,
    ])
  })

  test('an act that does not exist leads back to the questionnaire, and by nobody’s link to a new one', async () => {
    const own = await world.post(`/s/${token}/nowhere`)
    expect([own.statusCode, isOurFrame(own.body)]).toEqual([404, true])
    expect(own.body).toContain(`<a href="/s/${token}?lang=sv">Tillbaka till enkäten</a>`)
    const nobodys = await world.post('/s/aBcDeFgHiJkLmNoPqRsTuV/nowhere')
    expect(linksIn(nobodys.body)).toContain('/lost-link?lang=sv')
    expect(nobodys.body).not.toContain('Tillbaka till enkäten')
    const after = await world.get(`/quiet/${quiet}/Med%20v%C3%A4nlig`)
    expect([after.statusCode, linksIn(after.body).includes(`/quiet/${quiet}?lang=sv`)]).toEqual([404, true])
  })

  test('what cannot be read is refused in the same frame', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { statusCode, body } = await world.app.inject({
      method: 'POST',
      url: `/s/${token}/withdraw`,
      headers,
      payload: 'a=%FF',
    })
    expect([statusCode, isOurFrame(body)]).toEqual([400, true])
    expect(body).toContain('Det du skickade gick inte att läsa')
  })

  test('too many wrong links may be tried again in a while', async () => {
    const wrong = '/s/aBcDeFgHiJkLmNoPqRsTuV'
    for (let time = 0; time < 300; time += 1) await world.get(wrong)
    const { statusCode, body } = await world.get(wrong)
    expect([statusCode, isOurFrame(body)]).toEqual([429, true])
    expect(linksIn(body)).toContain(`${wrong}?lang=sv`)
    expect(linksIn(body)).toContain('/lost-link?lang=sv')
    expect((await world.get(`/s/${token}`)).statusCode).toBe(200)
  })

  test('too many tries for a new link may be sent again in a while, in the same frame', async () => {
    const form = { address: 'nagon@kommun.example' }
    for (let time = 0; time < 30; time += 1) await world.post('/lost-link', { form })
    const { statusCode, body } = await world.post('/lost-link?lang=en', { form })
    expect([statusCode, isOurFrame(body)]).toEqual([429, true])
    expect(body).toContain('Too many tries just now')
    expect(body).toContain('<form method="post" action="/lost-link?lang=en"')
    expect(formIn(body)).toEqual(form)
  })

  test('what another website sends in a reader’s name is refused in their frame, with the way to do it oneself', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    const { statusCode, body } = await world.post('/lost-link?lang=fi', { form: { address: 'a@b.se' }, headers })
    expect([statusCode, isOurFrame(body)]).toEqual([403, true])
    expect(body).toContain('Lähettämäsi tuli toiselta verkkosivustolta')
    expect(linksIn(body)).toContain('/lost-link?lang=fi')
    expect(fieldsIn(body)).toEqual([])
  })

  test('a fault of ours tells its code and can be tried again, also where nothing can be read', async () => {
    world.db.$client.close()
    const { statusCode, body } = await world.get(`/s/${token}`)
    expect([statusCode, isOurFrame(body)]).toEqual([500, true])
    expect(body).toMatch(/Kod: <code>req-/)
    expect(linksIn(body)).toContain(`/s/${token}?lang=sv`)
    expect(linksIn(body)).not.toContain('/lost-link?lang=sv')
  })

  test('a page of answers that nobody can read just now is held, to be sent again or left', async () => {
    world.db.$client.close()
    const { body } = await world.post(`/s/${token}/9`, { form: { _page: 'overall', O1: 'Några ord' } })
    expect(fieldsIn(body)).toContainEqual(['O1', 'Några ord'])
    expect(body).toContain(`<form method="post" action="/s/${token}/9?lang=sv"`)
    expect(linksIn(body)).toContain(`/s/${token}/9?lang=sv`)
  })

  test('staff meet theirs in their own frame', async () => {
    const { body } = await world.get('/nowhere')
    expect(isOurFrame(body)).toBe(false)
    expect(linksIn(body)).toContain('/')
  })
})
