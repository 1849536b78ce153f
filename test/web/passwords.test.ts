import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { grants, notices, sessions, staff, staffTokens } from '#store/schema.ts'
import { type Claimed, exchangeLetters } from '#store/sending.ts'
import { authenticate } from '#store/staff.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { settle } from '../support/outbox.ts'
import { makeWorld, morning, password, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld({ settings: { MAIL_FROM: 'enkat@bygden.example' } })
})
afterEach(() => world.close())

const day = 24 * 3_600_000
const claimed = (): Claimed[] => exchangeLetters(world.db, [], 10, world.clock.now, '2027-03-01').letters
function linkIn([letter]: Claimed[]): string {
  if (!letter || !('notice' in letter) || letter.notice !== 'account') throw new Error('no letter to staff')
  return `/password/${letter.token}`
}
/** What follows the answer has happened when the next question is answered. */
const forgot = async (email: string) => {
  const answer = await world.post('/password', { form: { email } })
  await world.get('/password')
  return answer
}

describe('a forgotten password', () => {
  test('is answered alike whether the address has an account or not, and only an account gets a letter', async () => {
    const [known, unknown] = [await forgot('coordinator@bygden.example'), await forgot('nobody@bygden.example')]
    expect([known.statusCode, known.body]).toEqual([200, unknown.body])
    expect(known.body).toContain('Har adressen ett konto är en länk på väg dit')
    expect(world.db.select().from(notices).all()).toMatchObject([
      { kind: 'account', state: 'queued', messageId: expect.stringMatching(/@bygden\.example>$/) },
    ])
    expect(world.woken()).toBe(1)
  })

  test.each(['ulla@malmö.example', 'ulla@xn--malm-8qa.example'])(
    'is helped where the account was kept as %s, whatever the browser makes of the address',
    async (kept) => {
      world.db.update(staff).set({ email: kept }).where(eq(staff.id, world.staff.coordinator.id)).run()
      await forgot('ulla@malmö.example')
      world.clock.now += day
      await forgot('ulla@xn--malm-8qa.example')
      const letters = claimed()
      expect(letters).toHaveLength(2)
      // The page that the letter leads to says it in its own letters.
      const page = await world.get(linkIn(letters))
      expect(page.body).toContain('ulla@malmö.example')
      expect(page.body).not.toContain('xn--')
    },
  )

  test('of a closed account brings nothing', async () => {
    world.db.update(staff).set({ deactivatedAt: morning }).where(eq(staff.email, 'coordinator@bygden.example')).run()
    await forgot('coordinator@bygden.example')
    expect(world.db.select().from(notices).all()).toEqual([])
  })

  test('needs an address, and keeps what was typed', async () => {
    const answer = await world.post('/password', { form: { email: 'cecilia@' } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="cecilia@"')
  })

  test('cannot be asked for without end from one place', async () => {
    const answers = []
    for (let at = 0; at < 11; at += 1) answers.push((await forgot(`a${at}@bygden.example`)).statusCode)
    expect(answers).toEqual([...Array(10).fill(200), 429])
  })
})

describe('the link', () => {
  const chosen = 'lingonris och tallkottar'

  test('opens as often as a scanner likes, and changes nothing', async () => {
    await forgot('coordinator@bygden.example')
    const link = linkIn(claimed())
    const before = fingerprintDatabase(world.db)
    for (let at = 0; at < 5; at += 1) expect((await world.get(link)).statusCode).toBe(200)
    expect(fingerprintDatabase(world.db)).toBe(before)
    const page = await world.get(link)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.body).toContain('Till kontot coordinator@bygden.example.')
  })

  test('sets the password, signs in here and out everywhere else, and is spent', async () => {
    await forgot('coordinator@bygden.example')
    const link = linkIn(claimed())
    const answer = await world.post(link, { form: { password: chosen } })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/projects?done=password_chosen'])
    const { id } = world.staff.coordinator
    expect(world.db.select().from(sessions).where(eq(sessions.staffId, id)).all()).toHaveLength(1)
    expect((await authenticate(world.db, 'coordinator@bygden.example', chosen))?.id).toBe(id)
    expect(await authenticate(world.db, 'coordinator@bygden.example', password)).toBeUndefined()
    for (const again of [await world.get(link), await world.post(link, { form: { password } })]) {
      expect(again.statusCode).toBe(410)
      expect(again.body).toContain('Länken fungerar inte längre')
    }
  })

  test.each([
    ['kort', 'minst 12'],
    ['coordinator@bygden.example', 'ett av de första'],
    ['', 'Lösenordet har 0 tecken'],
  ])('takes no password that is guessed: %j', async (weak, says) => {
    await forgot('coordinator@bygden.example')
    const link = linkIn(claimed())
    const answer = await world.post(link, { form: { password: weak } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).not.toContain(`value="${weak || 'x'}" autocomplete="new`)
    expect((await world.get(link)).statusCode).toBe(200)
  })

  test.each(['/password/AAAAAAAAAAAAAAAAAAAAAA', '/password/x', '/password/%00', `/password/${'a'.repeat(500)}`])(
    'that nobody was sent sets nothing: %s',
    async (link) => {
      expect((await world.get(link)).statusCode).toBe(410)
      expect((await world.post(link, { form: { password: chosen } })).statusCode).toBe(410)
    },
  )

  test('of a participant is no link of staff', async () => {
    await forgot('coordinator@bygden.example')
    const token = linkIn(claimed()).replace('/password/', '')
    expect((await world.get(`/s/${token}`)).statusCode).toBe(404)
  })
})

describe('accounts', () => {
  const newcomer = {
    name: 'Nils Ny',
    email: 'nils@bygden.example',
    role: 'process_leader',
    project: 'service',
    municipality: '0482',
    language: 'en',
  }

  test('are invited by whoever administers everything, and by nobody else', async () => {
    expect((await world.get('/accounts', { as: 'admin' })).body).toContain('process_leader@bygden.example')
    for (const person of ['coordinator', 'process_leader', 'researcher', 'stranger'] as const) {
      expect((await world.get('/accounts', { as: person })).statusCode).toBe(403)
      expect((await world.post('/accounts', { as: person, form: newcomer })).statusCode).toBe(403)
    }
    world.db.update(grants).set({ projectId: world.project.id }).where(eq(grants.role, 'admin')).run()
    expect((await world.get('/accounts', { as: 'admin' })).statusCode).toBe(403)
  })

  test('begin with a letter, in the language chosen, and a password that only their owner knows', async () => {
    const answer = await world.post('/accounts', { as: 'admin', form: newcomer })
    expect(answer.headers.location).toBe('/accounts?done=account_invited')
    const letters = claimed()
    expect(letters).toMatchObject([{ notice: 'account', kind: 'invitation', language: 'en', email: newcomer.email }])
    const list = await world.get('/accounts', { as: 'admin' })
    expect(list.body).toContain('Processledare, Service på landsbygden, Flen')
    expect(list.body).toContain('inget lösenord ännu')
    await world.post(linkIn(letters), { form: { password: 'lingonris och tallkottar' } })
    expect((await authenticate(world.db, newcomer.email, 'lingonris och tallkottar'))?.grants).toEqual([
      { role: 'process_leader', projectId: world.project.id, municipalityCode: '0482' },
    ])
  })

  test('are one to an address, in whichever form a browser sends it, and listed in its own letters', async () => {
    const invite = (email: string) => world.post('/accounts', { as: 'admin', form: { ...newcomer, email } })
    expect((await invite('Ulla@malmö.example')).statusCode).toBe(303)
    for (const email of ['ulla@malmö.example', 'ulla@xn--malm-8qa.example']) {
      const taken = await invite(email)
      expect([taken.statusCode, taken.body.includes('Adressen har redan ett konto')]).toEqual([422, true])
      expect(taken.body).toContain('value="ulla@malmö.example"')
      expect(taken.body).toContain('<span class="soft small">ulla@malmö.example</span>')
      expect(taken.body).not.toContain('xn--')
    }
  })

  test('get a new link on request, but not one after the other', async () => {
    await world.post('/accounts', { as: 'admin', form: newcomer })
    const id = world.db.select().from(staff).where(eq(staff.email, newcomer.email)).get()?.id
    const again = () => world.post(`/accounts/${id}/letters`, { as: 'admin' })
    expect((await again()).headers.location).toBe('/accounts?done=account_has_letters')
    world.clock.now += day
    expect((await again()).headers.location).toBe('/accounts?done=account_invited')
    const withPassword = await world.post(`/accounts/${world.staff.economist.id}/letters`, { as: 'admin' })
    expect(withPassword.statusCode).toBe(404)
    expect(world.db.select().from(staffTokens).all()).toEqual([])
  })

  test('show a letter that failed, also where there is a password already', async () => {
    await forgot('economist@bygden.example')
    const [letter] = claimed()
    settle(world.db, letter?.id ?? '', { outcome: 'failed', reason: '550 <b>no</b>' }, morning)
    const list = await world.get('/accounts', { as: 'admin' })
    expect(list.body).toContain('550 &lt;b&gt;no&lt;/b&gt;')
    expect(list.body).not.toContain('Skicka en ny länk')
  })

  test.each([
    [{ name: '' }, 'Skriv ett namn'],
    [{ email: 'nils' }, 'Skriv en e-postadress'],
    [{ email: 'COORDINATOR@bygden.example' }, 'Adressen har redan ett konto'],
    [{ role: 'king' }, 'Välj en roll'],
    [{ project: 'atlantis' }, 'Välj ett projekt'],
    [{ municipality: '0583' }, 'Välj en kommun'],
  ])('that are typed wrongly are told what is wrong, and keep what was typed: %j', async (change, says) => {
    const answer = await world.post('/accounts', { as: 'admin', form: { ...newcomer, ...change } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).toContain('value="0482"')
    expect(world.db.select().from(notices).all()).toEqual([])
  })
})
