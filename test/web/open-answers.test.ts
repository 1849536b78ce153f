// What people wrote, from the queue to a quote: nobody can be found by it, and nothing of it outlives an erasure.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatDay } from '#i18n/format.ts'
import { listOpenAnswers } from '#store/open-answers.ts'
import { recordResponse } from '#store/responses.ts'
import { erasePerson } from '#store/rights.ts'
import { invitations, participants, responses } from '#store/schema.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import { flen, ljungby, makeWorld, morning, type Person, type World } from '../support/world.ts'

let world: World
let wave: Wave
const base = '/projects/service/open-answers'
const question = `${base}/baseline/O1`

beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

/** So many people of Flen and Ljungby answer, and as many who lead the project in Flen as are `leading`; the first `written` of all say something in words. */
function answer({ inFlen = 12, inLjungby = 10, leading = 0, written = 12, close = true } = {}): void {
  world.addPeople(leading, flen, 'HSL')
  world.addPeople(inFlen, flen)
  world.addPeople(inLjungby, ljungby)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  for (const [at, { id }] of world.db.select().from(invitations).all().entries()) {
    const about = { questionnaireId: 'samverkan', questionnaireVersion: 1, language: 'sv', mode: 'web' } as const
    const answers = { D1: 3, ...(at < written ? { O1: textOf(at) } : {}) }
    recordResponse(world.db, { invitationId: id, ...about, answers }, morning)
  }
  if (close) closeWave(world.db, wave.id, 'system', morning)
}

const textOf = (at: number): string => `Svar nummer ${at}: ring <b>Åsa Öberg</b> på 0701-23 45 67 i Flen.`
const answers = () => listOpenAnswers(world.db, wave.id, 'O1')

async function review(response: string, redacted: string, verdict = 'quote', as: Person = 'evaluator') {
  const row = answers().find(({ responseId }) => responseId === response)
  const seen = row?.review ? String(row.review.reviewedAt) : ''
  return world.post(`${question}/review/${response}`, { as, form: { redacted, verdict, seen } })
}

async function reviewAll(): Promise<void> {
  for (const [at, { responseId }] of answers().entries())
    expect((await review(responseId, `Text ${at}`, at % 2 === 0 ? 'quote' : 'keep')).statusCode).toBe(303)
}

async function addCategory(name: string): Promise<string> {
  await world.post(`${base}/categories`, { as: 'researcher', form: { name, description: '' } })
  const { body } = await world.get(`${base}/categories`, { as: 'researcher' })
  return new RegExp(`<h2>${name}</h2>.*?categories/([^"/]+)"`, 's').exec(body)?.[1] ?? ''
}

const code = (response: string, category: readonly string[], as: Person) =>
  world.post(`${question}/coding/${response}`, { as, form: { category } })

describe('the queue', () => {
  test('shows one answer after the other, without a name, and a municipality only where ten have answered', async () => {
    answer({ inFlen: 12, inLjungby: 10 })
    const [first] = answers()
    const { headers } = await world.get(`${question}/review`, { as: 'evaluator' })
    const { body } = await world.get(String(headers.location), { as: 'evaluator' })
    expect(body).toContain('&lt;b&gt;Åsa Öberg&lt;/b&gt;')
    expect(body).not.toContain('<b>Åsa')
    expect(body).toContain('12 kvar att granska')
    expect(body).toMatch(/Från (Flen|Ljungby)/)
    expect(body).not.toMatch(/Deltagare \d|kommun\.example|LUG/)
    expect(body).toContain('<li>0701-23 45 67</li>')
    expect(first?.text).toContain('Åsa Öberg')
  })

  test.each([
    ['one of two is too small', 12, 9],
    ['both are too small', 4, 9],
  ])('names no municipality where %s: the other could be worked out', async (_name, inFlen, inLjungby) => {
    answer({ inFlen, inLjungby })
    const { body } = await world.get(`${question}/review/${answers()[0]?.responseId}`, { as: 'evaluator' })
    expect(body).toContain('Kommun visas inte')
    expect(body).not.toMatch(/Från (Flen|Ljungby)/)
  })

  test('counts and quotes nobody who delivers the project', async () => {
    answer({ inFlen: 9, inLjungby: 30, leading: 1, written: 40 })
    const count = world.db.$client.prepare(`select count(*) from responses where answers like '%Svar nummer%'`)
    expect([count.pluck().get(), answers().length]).toEqual([40, 39])
    const led = world.db.$client
      .prepare(
        `select r.id from responses r join invitations i on i.id = r.invitation_id join seats s on s.id = i.seat_id
         where s.actor_group = 'HSL'`,
      )
      .pluck()
      .get()
    expect((await world.get(`${question}/review/${led}`, { as: 'evaluator' })).statusCode).toBe(404)
    await reviewAll()
    // Ten answered in Flen, but one of them is no participant: results would publish nine.
    const { body } = await world.get(question, { as: 'economist' })
    expect(body).toContain('<blockquote>')
    expect(body).not.toContain('<figcaption>')
  })

  test('is empty while the wave is open', async () => {
    answer({ close: false })
    const list = await world.get(base, { as: 'evaluator' })
    expect(list.body).toContain('Det finns inga öppna svar att läsa än')
    expect((await world.get(question, { as: 'evaluator' })).statusCode).toBe(404)
  })

  test('keeps what others may read, leaves what was written as it was, and goes on', async () => {
    answer()
    const [first] = answers()
    const before = world.db.select().from(responses).all()
    const response = await review(first?.responseId ?? '', 'Svar: ring [namn].\r\nTack.')
    expect(response.statusCode).toBe(303)
    expect(response.headers.location).toMatch(/review\/.+\?done=reviewed$/)
    expect(answers()[0]?.review).toMatchObject({ redacted: 'Svar: ring [namn].\nTack.', verdict: 'quote' })
    expect(world.db.select().from(responses).all()).toEqual(before)
  })

  test('asks again where nothing is chosen, or nothing is left to quote, and keeps what was typed', async () => {
    answer()
    const id = answers()[0]?.responseId ?? ''
    const nothing = await review(id, 'Skrivet <i>här</i>', '')
    expect(nothing.statusCode).toBe(422)
    expect(nothing.body).toContain('Skrivet &lt;i&gt;här&lt;/i&gt;')
    expect((await review(id, '  ', 'quote')).statusCode).toBe(422)
    expect((await review(id, '', 'keep')).statusCode).toBe(303)
  })

  test('two who review the same answer do not undo each other unseen', async () => {
    answer()
    const id = answers()[0]?.responseId ?? ''
    await review(id, 'Den enas')
    const late = await world.post(`${question}/review/${id}`, {
      as: 'researcher',
      form: { redacted: 'Den andras', verdict: 'keep', seen: '' },
    })
    expect(late.statusCode).toBe(409)
    expect(late.body).toMatch(/Någon annan har granskat.*Den enas.*Den andras/s)
    expect(answers()[0]?.review?.redacted).toBe('Den enas')
  })
})

describe('categories', () => {
  test('are added, renamed and merged, and nothing of it is forgotten', async () => {
    const [one, other] = [await addCategory('Möten'), await addCategory('Pengar')]
    expect(one).not.toBe('')
    const taken = await world.post(`${base}/categories`, {
      as: 'researcher',
      form: { name: ' möten ', description: '' },
    })
    expect([taken.statusCode, taken.body.includes('Det finns redan en kategori')]).toEqual([422, true])
    await world.post(`${base}/categories/${one}`, {
      as: 'researcher',
      form: { name: 'Mötesplatser', description: 'Där man ses' },
    })
    await world.post(`${base}/categories/${other}/merge`, { as: 'researcher', form: { into: one } })
    const { body } = await world.get(`${base}/categories`, { as: 'researcher' })
    expect(body).toContain('<h2>Mötesplatser</h2>')
    expect(body).not.toContain('<h2>Pengar</h2>')
    expect(body).toContain('hette ”Möten”')
    expect(body).toContain('”Pengar” slogs ihop med den här')
  })

  test('cannot be merged with themselves, nor with what is not there', async () => {
    const one = await addCategory('Möten')
    for (const into of [one, '', 'nothing'])
      expect(
        (await world.post(`${base}/categories/${one}/merge`, { as: 'researcher', form: { into } })).statusCode,
      ).toBe(422)
  })
})

describe('coding', () => {
  test('is of reviewed answers, and shows the redacted text alone', async () => {
    answer()
    const category = await addCategory('Möten')
    const id = answers()[0]?.responseId ?? ''
    expect((await code(id, [category], 'evaluator')).statusCode).toBe(409)
    await review(id, 'Bara detta')
    const { body } = await world.get(`${question}/coding/${id}`, { as: 'evaluator' })
    expect(body).toContain('Bara detta')
    expect(body).not.toContain('Öberg')
    const { body: page } = await world.get(question, { as: 'evaluator' })
    const asked = /<h1>(.*?)<\/h1>/.exec(page)?.[1] ?? 'no question'
    expect(body, 'the way back is named by the question').toContain(`<a href="${question}">${asked}</a>`)
    expect((await code(id, [category], 'evaluator')).statusCode).toBe(303)
  })

  test('neither coder sees the other’s choices before every answer has two', async () => {
    answer()
    const category = await addCategory('Möten')
    await reviewAll()
    const all = answers()
    for (const { responseId } of all) await code(responseId, [category], 'evaluator')
    for (const { responseId } of all.slice(1)) await code(responseId, [], 'researcher')
    const { body: coding } = await world.get(`${question}/coding/${all[0]?.responseId}`, { as: 'researcher' })
    expect(coding).not.toContain('checked')
    const { body: early } = await world.get(`${question}/agreement`, { as: 'researcher' })
    expect(early).toContain('Det återstår ett svar')
    expect(early).not.toContain('Möten')
    const file = await world.get(`${question}/codings.csv`, { as: 'researcher' })
    expect(file.body).not.toContain('Möten')
    await code(all[0]?.responseId ?? '', [category], 'researcher')
    const { body: late } = await world.get(`${question}/agreement`, { as: 'researcher' })
    expect(late).toContain('Samma teman i 1 av 12 svar')
    expect((await code(all[0]?.responseId ?? '', [], 'researcher')).statusCode).toBe(409)
    expect((await code(all[0]?.responseId ?? '', [], 'admin')).statusCode).toBe(409)
  })

  test('ends in agreement, differences settled one by one, and themes with few hidden', async () => {
    answer({ inFlen: 20, inLjungby: 20, written: 20 })
    const ids = { a: await addCategory('Alfa'), b: await addCategory('Beta'), c: await addCategory('Gamma') }
    await reviewAll()
    const all = answers()
    // Alfa: 8 of 20, Beta: 6, Gamma: 2. The second coder misses Alfa once.
    for (const [at, { responseId }] of all.entries()) {
      const chosen = [...(at < 8 ? [ids.a] : []), ...(at < 6 ? [ids.b] : []), ...(at < 2 ? [ids.c] : [])]
      await code(responseId, chosen, 'evaluator')
      await code(responseId, at === 7 ? [] : chosen, 'researcher')
    }
    const waiting = await world.get(question, { as: 'economist' })
    expect(waiting.body).toContain('Teman visas när två har kodat alla svar')
    const { body } = await world.get(`${question}/agreement`, { as: 'evaluator' })
    expect(body).toContain('Samma teman i 19 av 20 svar')
    // Alfa: 7 both, 1 only the one, 12 neither. po = 19/20; pe = (8 * 7 + 12 * 13) / 400 = 0.53; kappa = 0.42 / 0.47
    expect(body).toMatch(/Alfa<\/th><td class="number">95\u00a0%<\/td><td class="number">0,89/)
    expect(body).toMatch(/Beta<\/th><td class="number">100\u00a0%<\/td><td class="number">1,00/)
    const settled = await world.post(`${question}/agreement/${all[7]?.responseId}`, {
      as: 'evaluator',
      form: { category: [ids.a] },
    })
    expect(settled.statusCode).toBe(303)
    const settledOn = formatDay(world.clock.now, 'sv')
    world.clock.now += 86_400_000
    const { body: themes } = await world.get(question, { as: 'economist' })
    expect(themes).toMatch(/Alfa.*?8 av 20/s)
    expect(themes).toContain(`Teman och citat så som de har varit sedan ${settledOn}.`)
    // Gamma has two mentions; Beta, the next smallest, covers it.
    expect(themes).toMatch(/Beta<\/th><td class="number withheld">för få att visa/)
    expect(themes).toMatch(/Gamma<\/th><td class="number withheld">för få att visa/)
    await world.post(`${base}/categories/${ids.c}/merge`, { as: 'evaluator', form: { into: ids.b } })
    const { body: merged } = await world.get(question, { as: 'economist' })
    expect(merged).toMatch(/Beta.*?6 av 20/s)
  })
})

describe('quotes', () => {
  test('are the approved texts, with a municipality where ten answered, and never with the original', async () => {
    answer()
    await reviewAll()
    const { body } = await world.get(question, { as: 'economist' })
    const quotes = [...body.matchAll(/<blockquote><p>(.*?)<\/p><\/blockquote>/g)].map(([, text]) => text)
    expect(quotes.sort()).toEqual(['Text 0', 'Text 10', 'Text 2', 'Text 4', 'Text 6', 'Text 8'])
    expect(body).not.toContain('Text 1<')
    expect(body).not.toMatch(/Öberg|LUG|Granska/)
    expect(body).toContain('<figcaption>Flen</figcaption>')
    const file = await world.get(`${question}/quotes.csv`, { as: 'researcher' })
    expect(file.body.split('\r\n')[0]).toBe('wave,item,municipality,quote')
    expect(file.body.trim().split('\r\n')).toHaveLength(7)
  })

  test('a formula in an answer is text in the file', async () => {
    answer({ written: 1 })
    await review(answers()[0]?.responseId ?? '', '=HYPERLINK("x")')
    const file = await world.get(`${question}/quotes.csv?profile=excel`, { as: 'researcher' })
    expect(file.body).toContain(`'=HYPERLINK`)
  })

  test('an answer that is erased is gone from queue, quotes and files, and nothing of it stays in a row', async () => {
    answer({ written: 1 })
    const [only] = answers()
    const id = only?.responseId ?? ''
    const category = await addCategory('Möten')
    await review(id, 'Ett enda citat')
    await code(id, [category], 'evaluator')
    await code(id, [], 'researcher')
    await world.post(`${question}/agreement/${id}`, { as: 'evaluator', form: { category } })
    expect((await world.get(question, { as: 'economist' })).body).toContain('Ett enda citat')
    const person = world.db
      .select({ personId: participants.personId, response: responses.id })
      .from(responses)
      .innerJoin(invitations, eq(invitations.id, responses.invitationId))
      .innerJoin(participants, eq(participants.id, invitations.participantId))
      .all()
      .find(({ response }) => response === id)
    erasePerson(world.db, world.identity, person?.personId ?? '', 'system', morning)
    expect((await world.get(question, { as: 'economist' })).body).not.toContain('Ett enda citat')
    expect((await world.get(`${question}/review/${id}`, { as: 'evaluator' })).statusCode).toBe(404)
    for (const table of ['answer_reviews', 'answer_codings', 'answer_resolutions'])
      expect([table, world.db.$client.prepare(`select count(*) from ${table}`).pluck().get()]).toEqual([table, 0])
  })
})

test('what people wrote is for those who study it; others see themes and quotes', async () => {
  answer()
  const id = answers()[0]?.responseId ?? ''
  const inside = [`${question}/review/${id}`, `${question}/coding/${id}`, `${question}/agreement`, `${base}/categories`]
  const files = [`${question}/quotes.csv`, `${question}/codings.csv`]
  for (const url of [...inside, ...files])
    for (const person of ['admin', 'evaluator', 'researcher', 'coordinator', 'process_leader', 'economist'] as const) {
      const welcome = ['admin', 'evaluator', 'researcher'].includes(person)
      expect([url, person, (await world.get(url, { as: person })).statusCode]).toEqual([
        url,
        person,
        welcome ? 200 : 403,
      ])
    }
  for (const url of [base, question]) {
    for (const person of ['coordinator', 'process_leader', 'economist'] as const) {
      const { statusCode, body } = await world.get(url, { as: person })
      expect([url, person, statusCode]).toEqual([url, person, 200])
      expect(body).not.toMatch(/Öberg|Granska|Koda/)
    }
    expect((await world.get(url, { as: 'stranger' })).statusCode).toBe(404)
  }
})
