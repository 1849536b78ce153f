// Mailed links: looking at them changes nothing, damage by mail programs is undone, each end of the road has its own kind
// page, and what opens a questionnaire is told to nobody.
import { Writable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { registerParticipants } from '#store/participants.ts'
import { eraseAnswers, erasePerson } from '#store/rights.ts'
import { drafts, invitations, participants, persons, responses, tokens } from '#store/schema.ts'
import { issueStaffToken, lifetimeOf } from '#store/staff-tokens.ts'
import { issueTokens } from '#store/tokens.ts'
import { countTurnoutByMunicipality } from '#store/turnout.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import { readableAddress } from '#web/address.ts'
import { mendToken } from '#web/token.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { fieldsIn, formIn } from '../support/form-fields.ts'
import { makeWorld, morning, motala, type World } from '../support/world.ts'

let world: World
let wave: Wave
let token: string
let quiet: string

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(2)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  ;({ answer: token, quiet } = issueTokens(world.db, invitation().id, morning))
})
afterEach(() => world.close())

const invitation = () => world.db.select().from(invitations).all()[0] ?? expect.fail('nobody is invited')
const owner = () =>
  world.db.select().from(participants).where(eq(participants.id, invitation().participantId)).get()?.personId ?? ''

/** Every address that a participant's page can lead to, with GET. */
const roads = () => [
  ...[
    '',
    '/1',
    '/2',
    '/99',
    '/check',
    '/receipt',
    '/choices',
    '/quiet',
    '/withdraw',
    '/erase',
    '/handover',
    '/feedback',
  ].map((road) => `/s/${token}${road}`),
  ...['/start', '/submission', '/other'].map((road) => `/s/${token}${road}`),
  `/quiet/${quiet}`,
  '/lost-link',
]

test('looking leaves nothing in the browser, in whatever language', async () => {
  for (const url of roads())
    for (const method of ['GET', 'POST'] as const) {
      const { headers } = await world.app.inject({ method, url: `${url}?lang=en` })
      expect([method, url, headers['set-cookie']]).toEqual([method, url, undefined])
    }
})

describe('a link scanner', () => {
  test.each(['before anything is typed', 'with a draft', 'after an answer'])(
    'that looks changes nothing: %s',
    async (when) => {
      if (when !== 'before anything is typed') await answer()
      if (when === 'after an answer') await world.post(`/s/${token}/submission`)
      const before = fingerprintDatabase(world.db)
      for (const url of roads())
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'PROPFIND'] as const) {
          const response = await world.app.inject({ method: method as 'GET', url })
          expect([method, url, response.statusCode < 500]).toEqual([method, url, true])
        }
      expect(fingerprintDatabase(world.db)).toBe(before)
    },
  )

  test('that presses the first button of each page makes an empty draft at most, and nobody has begun', async () => {
    const press = async (page: string, action: string) => {
      const form = formIn((await world.get(`/s/${token}${page}`)).body)
      return world.post(`/s/${token}${action}`, { form: { ...form, _go: 'next' } })
    }
    await press('', '/start')
    await press('/check', '/submission')
    // The group that the register knows is ticked, and goes along.
    expect(fieldsIn((await world.get(`/s/${token}/1`)).body)).toContainEqual(['B2', 'LUG'])
    expect((await press('/1', '/1')).headers.location).toBe(`/s/${token}/2`)
    expect(
      world.db
        .select()
        .from(drafts)
        .all()
        .map(({ answers }) => answers),
    ).toEqual(['{}'])
    expect(world.db.select().from(responses).all()).toEqual([])
    expect(countTurnoutByMunicipality(world.db, wave.id)).toMatchObject([{ started: 0, answered: 0 }])
  })
})

describe('a token', () => {
  test('has 128 random bits, and only its hash and purpose are stored', () => {
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    const stored = JSON.stringify(world.db.select().from(tokens).all())
    expect(stored).not.toContain(token)
    expect(
      new Set(
        world.db
          .select()
          .from(tokens)
          .all()
          .map(({ purpose }) => purpose),
      ),
    ).toEqual(new Set(['answer', 'quiet']))
  })

  test.each<[string, (token: string) => string]>([
    ['a full stop after it', (t) => `${t}.`],
    ['a bracket after it', (t) => `${t})`],
    ['angle brackets around it', (t) => `%3C${t}%3E`],
    ['an entity after it', (t) => `${t}&gt;`],
    ['quotation marks', (t) => `%22${t}%22`],
    ['a line broken in it', (t) => `${t.slice(0, 9)}%0D%0A${t.slice(9)}`],
    ['a soft line break of quoted-printable', (t) => `${t.slice(0, 9)}%3D%0D%0A${t.slice(9)}`],
    ['quoted-printable before it', (t) => `=3D${t}`],
    ['a space in it', (t) => `${t.slice(0, 9)}%20${t.slice(9)}`],
    ['signs escaped twice', (t) => t.replace(/[-_]/g, (sign) => `%25${sign.charCodeAt(0).toString(16)}`)],
    ['letters escaped', (t) => `%${t.charCodeAt(0).toString(16)}${t.slice(1)}`],
    ['words after it', (t) => `${t}%20Med%20v%C3%A4nlig%20h%C3%A4lsning`],
    ['a slash after it', (t) => `${t}/`],
    ['what a campaign adds', (t) => `${t}?utm_source=mail&fbclid=x`],
    ['a lone percent sign after it', (t) => `${t}%`],
    ['half an escaped sign after it', (t) => `${t}%2`],
    ['half an escaped letter after it', (t) => `${t}%C3?lang=sv`],
    ['a lone percent sign in it', (t) => `${t.slice(0, 5)}%${t.slice(5)}`],
    ['a lone percent sign before it', (t) => `%${t}`],
    ['signs escaped and half escaped', (t) => `%22${t}%22%`],
    ['words after it that never end', (t) => `${t}%20${'ord%20'.repeat(1000)}`],
  ])('with %s opens the questionnaire', async (_what, damage) => {
    expect((await world.get(`/s/${damage(token)}`)).body).toContain('Börja svara')
  })

  // What follows the percent sign could be the number of a letter: "%41" is "A", or a percent sign and "41".
  test.each([
    ['A3b2C3d4E5f6G7h8I9j0Kk', 0],
    ['41b2C3d4E5f6G7h8I9j0Kk', 0],
    ['25b2C3d4E5f6G7h8I9j0Kk', 0],
    ['2541C3d4E5f6G7h8I9j0Kk', 0],
    ['A1b2CA3dE5f6G7h8I9j0Kk', 5],
    ['A1b2C3DdE5f6G7h8I9j0Kk', 5],
    ['A1b2C2dd25f6G7h8I9j0Kk', 5],
  ])('%s with a lone percent sign after %i letters is read', (whole, at) => {
    expect(mendToken(`${whole.slice(0, at)}%${whole.slice(at)}`)).toBe(whole)
    expect(readableAddress(`/s/${whole.slice(0, at)}%${whole.slice(at)}/2?lang=sv`)).toBe(
      `/s/${whole.slice(0, at)}%25${whole.slice(at)}/2?lang=sv`,
    )
  })

  test.each<[string, (token: string) => string]>([
    ['cut short', (t) => t.slice(0, 15)],
    ['of nobody', () => 'A1b2C3d4E5f6G7h8I9j0Kk'],
    ['in capitals', (t) => t.toUpperCase()],
    ['with a byte of nothing', (t) => `${t.slice(0, 5)}%00`],
    ['cut short in an escaped sign', (t) => `${t.slice(0, 5)}%`],
  ])('%s leads to a page that helps, and to a new link', async (_what, damage) => {
    const response = await world.get(`/s/${damage(token)}`)
    expect(response.statusCode).toBe(404)
    expect(response.body).toContain('Öppna länken direkt i mejlet')
    expect(response.body).toContain('href="/lost-link?lang=sv"')
    expect(response.body.includes('lika stora')).toBe(damage(token) === token.toUpperCase())
  })

  test.each<[string, (address: string) => string]>([
    ['its slash escaped', (address) => address.replace(/(?<=.)\//, '%2F')],
    ['its slash escaped twice', (address) => address.replace(/(?<=.)\//, '%252F')],
    ['half an escaped sign after it', (address) => `${address}%E2%80`],
  ])('with %s opens what its letter promised', async (_what, damage) => {
    const reset = world.db.transaction((tx) =>
      issueStaffToken(tx, world.staff.admin.id, lifetimeOf.reset, morning),
    ).token
    expect((await world.get(damage(`/s/${token}`))).body).toContain('Börja svara')
    expect((await world.get(damage(`/quiet/${quiet}`))).body).toContain('Sluta påminna mig')
    expect((await world.get(damage(`/password/${reset}`))).statusCode).toBe(200)
  })

  test.each(['/s', '/s/', '/S/', '/s/?lang=sv', '/s?utm_source=mail', '/s%2F', '/quiet', '/quiet/', '/Quiet/'])(
    'of which only %s is left leads to the page that helps',
    async (left) => {
      const response = await world.get(left)
      expect([response.statusCode, response.headers['x-robots-tag']]).toEqual([404, 'noindex, nofollow'])
      expect(response.body).toContain('Öppna länken direkt i mejlet')
      expect(response.body).toContain('href="/lost-link?lang=sv"')
    },
  )

  test('with a capital before it opens what its letter promised', async () => {
    expect((await world.get(`/S/${token}`)).body).toContain('Börja svara')
    expect((await world.post(`/S/${token}/start`)).headers.location).toBe(`/s/${token}/1`)
    expect((await world.get(`/Quiet/${quiet}`)).body).toContain('Sluta påminna mig')
  })

  test('that stops reminders, and cannot be read, leads to the page that helps', async () => {
    const response = await world.get(`/quiet/${quiet.slice(0, 9)}%`)
    expect([response.statusCode, response.body.includes('href="/lost-link?lang=sv"')]).toEqual([404, true])
  })

  test('with another address below it leads back to the link', async () => {
    expect((await world.get(`/s/${token}/Med%20v%C3%A4nlig`)).headers.location).toBe(`/s/${token}`)
  })

  test('is told to nobody: neither referrer, cache, index, other websites nor the log', async () => {
    const lines: string[] = []
    const logTo = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    })
    const { db, identity, config } = world
    const loud = { ...config, logLevel: 'debug' as const }
    const app = await buildApp({
      db,
      identity,
      config: loud,
      judgements: new Map(),
      now: () => morning,
      wakeSender() {},
      wakeJobs() {},
      logTo,
    })
    for (const url of [...roads(), `/s/${token.toUpperCase()}`, `/s/${token}%E0%A4%A`, `/s/${token}/nowhere`]) {
      const { headers, body } = await app.inject({ url })
      expect([url, headers['referrer-policy'], headers['cache-control']]).toEqual([url, 'no-referrer', 'no-store'])
      if (url.startsWith('/s/') && !url.includes('%E0') && !url.endsWith('nowhere'))
        expect([url, String(headers['x-robots-tag']).includes('noindex') || /noindex/.test(body)]).toEqual([url, true])
      expect([url, /(src|href|action)="(https?:)?\/\//.exec(body)?.[0]]).toEqual([url, undefined])
    }
    db.$client.exec('alter table drafts rename to nowhere')
    await app.inject({ method: 'POST', url: `/s/${token}/start` })
    db.$client.exec('alter table nowhere rename to drafts')
    await app.close()
    expect(lines.length).toBeGreaterThan(20)
    const logged = lines.join('\n').toLowerCase()
    for (const secret of [token, quiet]) expect(logged).not.toContain(secret.toLowerCase())
  })
})

describe('each end of the road', () => {
  const see = async () => {
    const { statusCode, body } = await world.get(`/s/${token}`)
    return [statusCode, /<h1[^>]*>(.*?)<\/h1>/.exec(body)?.[1], body] as const
  }

  test('before the wave opens, with the day', async () => {
    world.db.$client.exec(`update waves set opened_at = null, opens_on = '2027-03-15'`)
    const [status, title, body] = await see()
    expect([status, title]).toEqual([200, 'Enkäten har inte öppnat ännu'])
    expect(body).toContain('den 15 mars 2027')
  })

  test('after it has closed, with the last whole day, or the hour as it is in Sweden', async () => {
    world.clock.now = Date.UTC(2027, 5, 1, 8)
    const [status, title, body] = await see()
    expect([status, title]).toEqual([410, 'Enkäten är stängd'])
    expect(body).toContain('Den var öppen till och med den 31 maj 2027, och')
    world.db.$client.exec(`update waves set closed_at = ${Date.UTC(2027, 4, 20, 12, 5)}`)
    expect((await see())[2]).toContain('Den stängde den 20 maj 2027 kl. 14:05, och')
  })

  test('answered, withdrawn and erased are told apart, and none shows an answer or a name', async () => {
    await answer()
    await world.post(`/s/${token}/submission`)
    const answered = await see()
    expect(answered.slice(0, 2)).toEqual([200, 'Enkäten är redan besvarad'])
    await world.post(`/s/${token}/withdraw`)
    const withdrawn = await see()
    expect(withdrawn.slice(0, 2)).toEqual([410, 'Du är inte längre med'])
    erasePerson(world.db, world.identity, owner(), 'system', morning)
    const erased = await see()
    expect(erased.slice(0, 2)).toEqual([410, 'Länken gäller inte längre'])
    const stop = await world.get(`/quiet/${quiet}`)
    expect([stop.statusCode, stop.body.includes('Länken gäller inte längre')]).toEqual([410, true])
    for (const [, , body] of [answered, withdrawn, erased]) expect(body).not.toMatch(/Deltagare|@kommun/)
  })
})

describe('three acts', () => {
  test('are past for who is erased: every page of them leads to what has become of the link, and names nobody', async () => {
    await answer()
    erasePerson(world.db, world.identity, owner(), 'system', morning)
    const before = fingerprintDatabase(world.db)
    for (const ask of [world.get, world.post]) {
      for (const act of ['choices', 'quiet', 'withdraw', 'erase'].slice(ask === world.get ? 0 : 1)) {
        const { statusCode, headers } = await ask(`/s/${token}/${act}`)
        expect([act, statusCode, headers.location]).toEqual([
          act,
          303,
          expect.stringMatching(`^/s/${token}(\\?lang=sv)?$`),
        ])
      }
      const { statusCode, body } = await ask(`/quiet/${quiet}`)
      expect([statusCode, /@kommun|Sluta påminna/.test(body)]).toEqual([410, false])
    }
    expect(fingerprintDatabase(world.db)).toBe(before)
  })

  test.each([
    ['quiet', 'Sluta påminna mig', 'Du får inga fler påminnelser'],
    ['withdraw', 'Sluta delta', 'Du deltar inte längre'],
    ['erase', 'Radera mina svar', 'Dina svar är raderade'],
  ])('%s asks first, does just that, and tells only then whom it concerned', async (act, button, done) => {
    await answer()
    // Whoever has answered is not reminded, and can ask for no more of it.
    if (act !== 'quiet') await world.post(`/s/${token}/submission`)
    const asked = await world.get(`/s/${token}/${act}`)
    expect(asked.body).toContain(button)
    expect(asked.body).not.toContain('@')
    const acted = await world.post(`/s/${token}/${act}`)
    expect(acted.body).toContain(done)
    expect(acted.body).toMatch(/d…@kommun\.example/)
    expect(acted.body).not.toContain('deltagare')
    const [participant] = world.db
      .select()
      .from(participants)
      .where(eq(participants.id, invitation().participantId))
      .all()
    expect([
      invitation().quietAt !== null,
      participant?.withdrawnAt !== null,
      world.db.select().from(responses).all().length === 0,
    ]).toEqual([act === 'quiet', act !== 'quiet', act !== 'withdraw'])
  })

  test.each<[string, () => unknown]>([
    ['has answered', () => answer().then(() => world.post(`/s/${token}/submission`))],
    ['came when the wave was closed', () => closeWave(world.db, wave.id, 'system', morning)],
    ['takes part no more', () => world.post(`/s/${token}/withdraw`)],
  ])(
    'no reminder comes to who %s: an end to them is not offered, and told without a promise',
    async (_who, happens) => {
      const offered = `href="/s/${token}/quiet?lang=sv"`
      expect((await world.get(`/s/${token}/choices`)).body).toContain(offered)
      await happens()
      const left = (await world.get(`/s/${token}/choices`)).body
      expect(left).not.toContain(offered)
      expect(left).not.toContain('Tillbaka till enkäten')
      for (const page of [`/quiet/${quiet}`, `/s/${token}/quiet`])
        for (const told of [await world.get(page), await world.post(page), await world.get(page)]) {
          expect(told.statusCode).toBe(200)
          expect(told.body).toContain('<h1>Du får inga fler påminnelser</h1>')
          expect(told.body).not.toMatch(/svara|Sluta påminna mig|class="lead"/)
        }
      // What the mail program has asked for is kept, should the days of the wave be changed.
      expect(invitation().quietAt).toBe(morning)
    },
  )

  test('erase the answers of one project alone, and the person where there is no other', async () => {
    const entry = { name: 'Samma person', email: 'deltagare1@kommun.example', municipalityCode: motala.code }
    const both = [{ ...entry, actorGroup: 'LUG', language: 'sv' as const, seat: '' }]
    registerParticipants(world.db, world.identity, world.otherProject.id, both, 'system', morning)
    const twice = world.db
      .select()
      .from(participants)
      .all()
      .filter((one, _at, all) => all.filter(({ personId }) => personId === one.personId).length === 2)
    const here = twice.find(({ projectId }) => projectId === world.project.id)?.id ?? ''
    const elsewhere = twice.find(({ projectId }) => projectId === world.otherProject.id)?.id ?? ''
    eraseAnswers(world.db, world.identity, here, 'participant', morning)
    const rowOf = (id: string) => world.db.select().from(participants).where(eq(participants.id, id)).get()
    const erased = () =>
      world.db
        .select()
        .from(persons)
        .all()
        .filter(({ erasedAt }) => erasedAt !== null)
    expect([rowOf(here)?.withdrawnAt, rowOf(elsewhere)?.withdrawnAt, erased().length]).toEqual([morning, null, 0])
    const alone = world.db
      .select()
      .from(participants)
      .all()
      .find(({ personId }) => personId !== twice[0]?.personId)
    eraseAnswers(world.db, world.identity, alone?.id ?? '', 'participant', morning)
    expect(erased().map(({ id }) => id)).toEqual([alone?.personId])
  })

  test('done twice change nothing more, and lead to the page that says so', async () => {
    for (const act of ['quiet', 'withdraw', 'erase']) {
      await world.post(`/s/${token}/${act}`)
      const before = fingerprintDatabase(world.db)
      const again = await world.post(`/s/${token}/${act}`)
      expect([act, again.statusCode < 400]).toEqual([act, true])
      expect(fingerprintDatabase(world.db)).toBe(before)
    }
  })
})

async function answer(): Promise<void> {
  await world.post(`/s/${token}/start`)
  await world.post(`/s/${token}/2`, { form: { _page: 'dialogue', D1: '4' } })
}
