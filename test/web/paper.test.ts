// What is promised of answers on paper and by telephone: entered twice, blind; nothing that is there is overwritten.
import { eq } from 'drizzle-orm'
import reader from 'jsqr'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listInvited } from '#store/paper.ts'
import { leaveSeat } from '#store/participants.ts'
import { erasePerson, withdrawParticipant } from '#store/rights.ts'
import { drafts, invitations, paperEntries, participants, responses, tokens } from '#store/schema.ts'
import { closeWave, findWave, isComplete, type Wave } from '#store/waves.ts'
import { openEveryType } from '../support/every-type.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { linkInto } from '../support/links.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'
import { answers, everyType, form } from '../survey/every-type.ts'

let world: World
let wave: Wave
let base: string
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(2, flen)
  world.addPeople(1, ljungby)
  wave = openEveryType(world)
  base = `/waves/${wave.id}/paper`
})
afterEach(() => world.close())

const as = 'coordinator'
/** Midnight in Stockholm after the last day of May. */
const afterLastDay = Date.UTC(2027, 4, 31, 22)
const invited = () => listInvited(world.db, wave.id)
const print = (who: string) => world.post(`${base}/print`, { as, form: { who } })
async function printed(): Promise<string> {
  await print('all')
  return (invited()[0]?.code ?? '').replace('-', '')
}
type Fields = Readonly<Record<string, string | readonly string[]>>
const enter = (code: string, pass: 1 | 2, fields: Fields, person: 'coordinator' | 'admin' = as) =>
  world.post(`${base}/${code}`, { as: person, form: { pass: String(pass), mode: 'paper', ...fields } })
const stored = () => world.db.select().from(responses).all()
const passes = () => world.db.select().from(paperEntries).all()

describe('printing', () => {
  test('gives each form a code, a picture of the person’s link and every question, and no name but in the list', async () => {
    const { body, statusCode } = await print('all')
    expect(statusCode).toBe(200)
    expect(body.match(/<article/g)).toHaveLength(3)
    expect(body.match(/src="data:image\/png;base64/g)).toHaveLength(3)
    for (const { code } of invited()) expect(body.split(code ?? 'none').length).toBeGreaterThan(5)
    const [list = '', ...forms] = body.split('<article')
    expect(list).toContain('Deltagare 1')
    for (const one of forms) {
      expect(one).not.toContain('Deltagare')
      expect(one).toContain('14. Vad är viktigast att göra nu?')
      expect(one).toContain('Besvaras bara om ”Har ni träffats det senaste året?” är Ja och')
    }
  })

  test('tells on each form how the answers are handled, and asks for consent where that is the ground', async () => {
    const formsOf = async () => (await print('all')).body.split('<article').slice(1)
    for (const one of await formsOf()) {
      expect(one).toContain('Hela bygden är personuppgiftsansvarig')
      expect(one).toContain('Integritetsskyddsmyndigheten')
      expect(one).not.toContain('Du deltar med ditt samtycke')
      // Whoever fills it in has read it: it comes before the first question.
      expect(one.indexOf('Hela bygden är personuppgiftsansvarig')).toBeLessThan(one.indexOf('sheet-question'))
    }
    const own = { legalBasis: 'consent', origin: 'own', bodySv: 'Vår egen text.', bodyEn: 'Our own text.' }
    await world.post('/projects/service/information', { as, form: own })
    for (const one of await formsOf()) {
      expect(one).toContain('Vår egen text.')
      expect(one).toContain('Du ger det genom att lämna in blanketten.')
    }
  })

  test('gives each form the link of its own person in the picture', async () => {
    const forms = (await print('all')).body.split('<article').slice(1)
    expect(forms).toHaveLength(3)
    for (const one of forms) {
      const [, picture = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(one) ?? []
      const [, code = ''] = /<p class="code">([^<]+)</.exec(one) ?? []
      const { data, width, height } = PNG.sync.read(Buffer.from(picture, 'base64'))
      const link = new URL(reader.default(new Uint8ClampedArray(data), width, height)?.data ?? '')
      expect((await world.post(`${link.pathname}/start`)).headers.location).toBe(`${link.pathname}/1`)
      const owner = invited().find((person) => person.code === code)?.invitationId
      const begun = world.db.select().from(drafts).all()
      expect(begun.map(({ invitationId }) => invitationId)).toEqual([owner])
      world.db.delete(drafts).run()
    }
  })

  const agreement = [
    'Stämmer inte alls',
    'Stämmer ganska dåligt',
    'Stämmer delvis',
    'Stämmer ganska bra',
    'Stämmer helt',
  ]
  test.each([
    ['one of a list', 'MET', { choices: ['Ja', 'Nej'] }],
    ['points with words', 'M1', { choices: [...agreement, 'Vet ej', 'Inte aktuellt för mig'] }],
    ['points with numbers', 'ALL', { choices: ['0 inte alls', ...'123456789', '10 mycket väl'] }],
    ['any of a list', 'WAYS', { choices: ['Möten', 'E-post', 'Telefon', 'Inget av detta'] }],
    [
      'places',
      'FIRSTS',
      { choices: ['Hålla butiken öppen', 'Säkra drivmedel', 'Få ett ombud för paket', 'Bättre bussar'] },
    ],
    ['a number with its unit', 'HOURS', { boxes: ['timmar i månaden'] }],
    ['a day', 'FIRST', { boxes: ['dag / månad / år'] }],
    ['a short text', 'PLACE', { lines: 1 }],
    ['a long text', 'WORDS', { lines: 4 }],
  ])('gives room to answer by %s (%s)', async (_how, id, room) => {
    const asked = everyType.pages.flatMap(({ items }) => items)
    const [, form = ''] = (await print('all')).body.split('<article')
    const question = form.split('<div class="sheet-question">')[asked.indexOf(id) + 1] ?? ''
    const partsOf = (mark: RegExp) => [...question.matchAll(mark)].map(([, words = '']) => words.trim())
    expect({
      choices: partsOf(/<li[^>]*>(.*?)<\/li>/g),
      boxes: partsOf(/<span class="box"><\/span>([^<]*)/g),
      lines: partsOf(/<div class="line">/g).length,
    }).toEqual({ choices: [], boxes: [], lines: 0, ...room })
  })

  test('again gives the same codes, for a municipality or one person', async () => {
    await print('all')
    const before = invited().map(({ code }) => code)
    expect((await print('municipality:Ljungby')).body.match(/<article/g)).toHaveLength(1)
    expect((await print(`person:${invited()[0]?.invitationId}`)).body.match(/<article/g)).toHaveLength(1)
    expect(invited().map(({ code }) => code)).toEqual(before)
    expect(new Set(before).size).toBe(3)
  })

  test('leaves out who has answered, and needs somebody to print for', async () => {
    expect((await print('person:nobody')).statusCode).toBe(422)
    const link = linkInto(world, wave)
    await world.post(`${link}/start`)
    await world.post(`${link}/1`, { form: { _page: 'you', MET: '1' } })
    await world.post(`${link}/submission`)
    expect((await print('all')).body.match(/<article/g)).toHaveLength(2)
  })

  test('is for open waves, and looking makes nothing', async () => {
    const before = fingerprintDatabase(world.db)
    expect((await world.get(base, { as })).statusCode).toBe(200)
    expect(fingerprintDatabase(world.db)).toBe(before)
    closeWave(world.db, wave.id, 'system', morning)
    expect((await print('all')).statusCode).toBe(409)
    expect(world.db.select().from(tokens).all()).toHaveLength(0)
  })
})

describe('a form', () => {
  test.each(['ABCDEFGH', 'abcd-efgh', ' ABCD EFGH '])('is found by its code as it was typed (%s)', async (typed) => {
    const code = await printed()
    const written = typed.replace(/[a-h]/gi, (letter) => {
      const own = code.charAt('ABCDEFGH'.indexOf(letter.toUpperCase()))
      return letter === letter.toLowerCase() ? own.toLowerCase() : own
    })
    const found = await world.get(`${base}?code=${encodeURIComponent(written)}`, { as })
    expect(found.headers.location).toBe(`${base}/${code}`)
    expect((await world.get(`${base}/${code}`, { as })).body).toContain('Första inskrivningen')
  })

  test('that is not of the wave is said so', async () => {
    const response = await world.get(`${base}?code=ZZZZ-ZZZZ`, { as })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('Ingen blankett i mätningen har koden')
    expect((await world.get(`${base}/ZZZZZZZZ`, { as })).statusCode).toBe(404)
  })

  test('its code opens nothing for anybody else', async () => {
    const code = await printed()
    expect((await world.get(`/s/${code}`)).statusCode).toBe(404)
    expect((await world.get(`${base}/${code}`)).statusCode).not.toBe(200)
    for (const person of ['process_leader', 'economist', 'evaluator', 'researcher'] as const)
      expect((await world.get(`${base}/${code}`, { as: person })).statusCode).toBe(403)
    expect((await world.get(`${base}/${code}`, { as: 'stranger' })).statusCode).toBe(404)
  })
})

describe('entering', () => {
  test('twice the same makes one response, with its way and who entered it', async () => {
    const code = await printed()
    expect((await enter(code, 1, form)).headers.location).toBe(`${base}?entered=first`)
    expect(stored()).toEqual([])
    expect((await enter(code, 2, form, 'admin')).headers.location).toBe(`${base}?entered=recorded`)
    const [response] = stored()
    expect(JSON.parse(response?.answers ?? '')).toEqual(answers)
    expect(response).toMatchObject({
      mode: 'paper',
      enteredBy: world.staff.coordinator.id,
      checkedBy: world.staff.admin.id,
    })
    expect(passes()).toEqual([])
    expect((await world.get(base, { as })).body).toMatch(/på papper<\/dt><dd>1</)
  })

  test('keeps with the answers which edition of the information was printed, and none of who was telephoned', async () => {
    const [onPaper = '', byTelephone = ''] = [await printed(), (invited()[1]?.code ?? '').replace('-', '')]
    const own = { legalBasis: 'consent', origin: 'own', bodySv: 'Vår egen text.', bodyEn: 'Our own text.' }
    await world.post('/projects/service/information', { as, form: own })
    await print(`person:${invited()[0]?.invitationId}`)
    for (const [code, mode] of [
      [onPaper, 'paper'],
      [byTelephone, 'telephone'],
    ] as const)
      for (const pass of [1, 2] as const) await enter(code, pass, { ...form, mode })
    expect(new Map(stored().map(({ mode, informationVersion }) => [mode, informationVersion]))).toEqual(
      new Map([
        ['paper', 2],
        ['telephone', null],
      ]),
    )
  })

  test('the second time shows nothing of the first', async () => {
    const code = await printed()
    await enter(code, 1, form)
    const { body } = await world.get(`${base}/${code}`, { as })
    expect(body).toContain('Andra inskrivningen')
    expect(body).not.toMatch(/ checked| selected|Bygdegården|12,5/)
  })

  test('differently shows each difference in words, and the choice is stored', async () => {
    const code = await printed()
    await enter(code, 1, form)
    const { PLACE: _left, ...rest } = form
    const second = { ...rest, M1: '5', WAYS: ['', 'mail'] }
    expect((await enter(code, 2, second, 'admin')).headers.location).toBe(`${base}/${code}/differences`)
    const { body } = await world.get(`${base}/${code}/differences`, { as })
    expect(body.match(/<fieldset/g)).toHaveLength(3)
    for (const words of [
      'Stämmer ganska bra',
      'Stämmer helt',
      'Möten\nTelefon',
      'E-post',
      'Bygdegården',
      'Inte besvarad',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('12,5')
    const half = await world.post(`${base}/${code}/differences`, { as, form: { M1: 'second', WAYS: 'neither' } })
    expect(half.statusCode).toBe(422)
    expect(half.body).toContain('value="second" checked')
    expect(half.body.match(/href="#(WAYS|PLACE)"/g)).toHaveLength(2)
    expect(stored()).toEqual([])
    const chosen = { M1: 'second', WAYS: 'first', PLACE: 'second' }
    await world.post(`${base}/${code}/differences`, { as, form: chosen })
    const { PLACE, ...kept } = answers
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ ...kept, M1: 5 })
  })

  test('what was filled in on paper without being asked is left out', async () => {
    const code = await printed()
    const without = { ...form, MET: '0' }
    await enter(code, 1, without)
    await enter(code, 2, without)
    expect(JSON.parse(stored()[0]?.answers ?? '')).not.toHaveProperty('HOURS')
  })

  // Everybody in this world works with trade in a municipality (test/support/world.ts).
  test.each([
    ['only the person’s own group', { B: 'LUG' }],
    ['only what the person is not asked', { G_LUG: '2' }],
    ['both of them', { B: 'LUG', G_LUG: '2' }],
  ])('a form with %s is no answer, as on the web, and says what to do', async (_given, fields) => {
    const code = await printed()
    const refused = await enter(code, 1, fields)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#answers">Det inskrivna räknas inte som svar')
    expect(refused.body).toMatch(/value="(LUG|2)" checked/)
    expect(passes()).toEqual([])
    await enter(code, 1, { ...fields, MET: '0' })
    expect((await enter(code, 2, fields)).statusCode).toBe(422)
    expect(passes()).toHaveLength(1)
    await enter(code, 2, { ...fields, MET: '0' })
    expect(JSON.parse(stored()[0]?.answers ?? '')).toMatchObject({ MET: 0 })
  })

  test('two passes of which nothing is left are no answer either', async () => {
    const code = await printed()
    await enter(code, 1, { MET: '0' })
    await enter(code, 2, { PLACE: 'Bygdegården' })
    const refused = await world.post(`${base}/${code}/differences`, { as, form: { MET: 'second', PLACE: 'first' } })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#MET">Med de valen blir inget svar kvar att spara')
    expect(refused.body.match(/ checked/g)).toHaveLength(2)
    expect(stored()).toEqual([])
    await world.post(`${base}/${code}/differences`, { as, form: { MET: 'first', PLACE: 'first' } })
    expect(JSON.parse(stored()[0]?.answers ?? '')).toEqual({ MET: 0 })
  })

  test('a mistake keeps what was typed, and nothing is saved', async () => {
    const code = await printed()
    const wrong = await enter(code, 1, { ...form, HOURS: 'tolv' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="tolv"')
    expect(wrong.body).toContain('Bygdegården')
    expect((await enter(code, 1, { ...form, mode: '' })).body).toContain(
      'Välj om svaren kom på papper eller per telefon',
    )
    expect((await enter(code, 1, {})).body).toContain('Skriv in minst ett svar')
    expect(passes()).toEqual([])
  })

  test('a choice pressed by mistake is taken back, and all else typed stays', async () => {
    const code = await printed()
    const mended = await enter(code, 1, { ...form, MET: '1', _clear: 'MET' })
    expect(mended.statusCode).toBe(200)
    expect(mended.body).not.toMatch(/name="MET" value="1" checked/)
    expect(mended.body).toContain('Bygdegården')
    expect(passes()).toEqual([])
  })

  test('the same pass by two people at once is kept once', async () => {
    const code = await printed()
    await enter(code, 1, form)
    expect((await enter(code, 1, { MET: '0' }, 'admin')).headers.location).toBe(`${base}?entered=elsewhere`)
    expect(passes()).toHaveLength(1)
  })

  test('can be begun again', async () => {
    const code = await printed()
    await enter(code, 1, form)
    await world.post(`${base}/${code}/removal`, { as })
    expect(passes()).toEqual([])
    expect((await world.get(`${base}/${code}`, { as })).body).toContain('Första inskrivningen')
  })
})

describe('whoever has handed over the seat', () => {
  const leaver = () => invited()[0]?.invitationId ?? ''
  const handOver = (invitationId: string) => {
    const asked = world.db.select().from(invitations).where(eq(invitations.id, invitationId)).get()
    leaveSeat(world.db, asked?.participantId ?? '', 'system', morning)
  }

  test('gets no form, and is counted among nobody who waits for one', async () => {
    const asked = leaver()
    const { municipality = '', nameSealed = Buffer.of() } = invited()[0] ?? {}
    const name = world.identity.open(nameSealed)
    const { body: before } = await world.get(base, { as })
    expect(before).toContain(`>${name}, ${municipality}<`)
    handOver(asked)
    const { body } = await world.get(base, { as })
    expect(body).toContain('Alla som inte har svarat (2)')
    expect(body).toContain('Flen (1)')
    expect(body).not.toContain(`>${name},`)
    const forms = (await print('all')).body
    expect(forms.match(/<article/g)).toHaveLength(2)
    expect(forms).not.toContain(name)
  })

  test('has a form that is no longer entered, says so, and can be removed where it was begun', async () => {
    const code = await printed()
    await enter(code, 1, form)
    handOver(leaver())
    for (const response of [await world.get(`${base}/${code}`, { as }), await enter(code, 2, form, 'admin')])
      expect([response.statusCode, response.headers.location]).toEqual([303, `${base}?code=${code}`])
    const told = await world.get(`${base}?code=${code}`, { as })
    expect(told.statusCode).toBe(422)
    expect(told.body).toContain('Blanketten är för en person som har lämnat sin plats. Svaren skrivs inte in.')
    expect(told.body).toContain('</strong>, personen har lämnat sin plats')
    expect(stored()).toEqual([])
    await world.post(`${base}/${code}/removal`, { as })
    expect(passes()).toEqual([])
    // Nobody else is told of it.
    expect((await world.get(`${base}/${code}`, { as: 'stranger' })).statusCode).toBe(404)
    expect((await world.get(`${base}/${code}`, { as: 'process_leader' })).statusCode).toBe(403)
  })

  test('and has answered before is met with that answer', async () => {
    const code = await printed()
    const asked = leaver()
    await enter(code, 1, form)
    await enter(code, 2, form, 'admin')
    handOver(asked)
    expect((await world.get(`${base}/${code}`, { as })).body).toContain('Svaret finns redan')
    expect(stored()).toHaveLength(1)
  })
})

describe('an answer on the web', () => {
  async function answerOnWeb(at = 0) {
    const link = linkInto(world, wave, at)
    await world.post(`${link}/start`)
    await world.post(`${link}/1`, { form: { _page: 'you', MET: '1' } })
    return () => world.post(`${link}/submission`)
  }

  test('that has begun is warned of', async () => {
    const code = await printed()
    const order = invited()
    for (const at of order.keys()) await answerOnWeb(at)
    expect((await world.get(`${base}/${code}`, { as })).body).toContain('har börjat svara på webben')
  })

  test.each([
    ['before the form is entered', 0],
    ['between the two passes', 1],
  ] as const)('%s stands, and the form is met with the conflict', async (_, entered) => {
    const code = await printed()
    if (entered === 1) await enter(code, 1, form)
    for (const at of invited().keys()) await (await answerOnWeb(at))()
    const before = stored()
    const shown = await world.get(`${base}/${code}`, { as })
    expect(shown.body).toContain('kom in på webben')
    expect(shown.body).not.toContain('name="M1"')
    const refused = await enter(code, entered === 1 ? 2 : 1, form)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('skrivs aldrig över')
    expect(stored()).toEqual(before)
  })
})

describe('when the wave closes', () => {
  const hour = 3_600_000
  const close = () => closeWave(world.db, wave.id, 'system', world.clock.now)
  const complete = () => isComplete(world.db, findWave(world.db, wave.id) as Wave, world.clock.now)
  const page = async (url: string) => (await world.get(url, { as })).body
  const second = () => (invited()[1]?.code ?? '').replace('-', '')

  test('forms that are begun are named before, with what becomes of them and the way to them', async () => {
    const closing = () => page(`/waves/${wave.id}/closing`)
    const code = await printed()
    expect(await closing()).not.toContain('påbörjad')
    await enter(code, 1, form)
    expect(await closing()).toContain('1 blankett är påbörjad')
    expect(await closing()).toContain('Stänger du nu går det till 2 mars 2027 kl. 09:00; sedan räknas svaren inte.')
    expect(await closing()).toContain(`href="${base}"`)
    // The grace is counted from the last day, as for those who answer on the web.
    world.clock.now = afterLastDay + 25 * hour
    expect(await closing()).toContain('När mätningen är stängd går det inte längre')
    expect(await closing()).toContain('Inga fler svar tas emot.')
  })

  test('a form that is begun can be finished for a day, no other be begun, and results wait for it', async () => {
    const code = await printed()
    await enter(code, 1, form)
    close()
    world.clock.now += 23 * hour
    expect(complete()).toBe(false)
    expect(await page(`/waves/${wave.id}`)).toContain('Den går att skriva klart till 2 mars 2027 kl. 09:00')
    expect(await page(base)).toContain(`href="${base}/${code}"`)
    expect(await page(`${base}/${code}`)).toContain('Blanketten går att skriva klart till 2 mars 2027 kl. 09:00.')
    for (const response of [await world.get(`${base}/${second()}`, { as }), await enter(second(), 1, form)]) {
      expect(response.statusCode).toBe(409)
      expect(response.body).toContain('Mätningen är stängd')
      expect(response.body).toContain(`<a href="/waves/${wave.id}">Till mätningen</a>`)
    }
    expect((await enter(code, 2, { ...form, M1: '5' }, 'admin')).headers.location).toBe(`${base}/${code}/differences`)
    expect(await page(`${base}/${code}/differences`)).toContain('går inte att skriva in på nytt')
    await world.post(`${base}/${code}/differences`, { as, form: { M1: 'first' } })
    expect(stored()).toHaveLength(1)
    expect(complete()).toBe(true)
  })

  test('after that day it counts no more, is said so, and what was entered can be removed', async () => {
    const code = await printed()
    await enter(code, 1, form)
    close()
    world.clock.now += 24 * hour
    expect(complete()).toBe(true)
    for (const response of [await world.get(`${base}/${code}`, { as }), await enter(code, 2, form)])
      expect(response.statusCode).toBe(409)
    expect(await page(`/waves/${wave.id}`)).toContain('1 blankett blev aldrig klar')
    expect(await page(base)).toContain('blev inte klar innan mätningen stängde')
    await world.post(`${base}/${code}/removal`, { as })
    expect(passes()).toEqual([])
    expect(stored()).toEqual([])
    expect(await page(base)).not.toContain('Blanketter som inte räknas')
  })

  test('what was entered for somebody who then withdrew can be removed, and nothing else', async () => {
    const code = await printed()
    await enter(code, 1, form)
    close()
    expect(complete()).toBe(false)
    for (const { id } of world.db.select().from(participants).all())
      withdrawParticipant(world.db, id, 'system', morning)
    expect(complete()).toBe(true)
    expect(await page(base)).toContain('personen har dragit sig ur')
    expect((await world.get(`${base}/${code}`, { as })).headers.location).toBe(`${base}?code=${code}`)
    expect(await page(`${base}?code=${code}`)).toContain('en person som har dragit sig ur. Svaren skrivs inte in.')
    await world.post(`${base}/${code}/removal`, { as })
    expect(passes()).toEqual([])
  })

  test('after its last day, until then, forms that come by post are entered, and none printed', async () => {
    const code = await printed()
    const late = second()
    await enter(code, 1, form)
    world.clock.now = afterLastDay + 5 * 24 * hour
    const notice = (await page(`/waves/${wave.id}`)).split('Sista dagen har varit')[1] ?? ''
    expect(notice).toContain(`1 blankett är påbörjad. <a href="${base}">Papper och telefon</a>`)
    expect(await page(base)).toContain('så inga nya blanketter skrivs ut')
    expect(await page(base)).not.toContain(`${base}/print`)
    const refused = await print('all')
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Förläng mätningen')
    await enter(code, 2, form)
    await enter(late, 1, form)
    await enter(late, 2, form)
    expect(stored()).toHaveLength(2)
  })
})

test('what has been entered is erased with the person', async () => {
  const code = await printed()
  await enter(code, 1, form)
  const [first] = invited()
  const person = world.db.select().from(participants).all()
  for (const { personId } of person) erasePerson(world.db, world.identity, personId, 'system', morning)
  expect(passes()).toEqual([])
  expect((await world.get(`${base}/${code}`, { as })).statusCode).toBe(404)
  expect(
    world.db
      .select()
      .from(responses)
      .where(eq(responses.invitationId, first?.invitationId ?? ''))
      .all(),
  ).toEqual([])
})
