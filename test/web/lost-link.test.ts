// A lost link: whoever asks learns nothing about anybody, and whoever is asked gets one letter with all there is to answer.
import { ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSender } from '#mail/sender.ts'
import { openTransports } from '#mail/transports.ts'
import { registerParticipants } from '#store/participants.ts'
import { invitations, messages } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { closeWave, createWave, openWave, type Wave } from '#store/waves.ts'
import { readLetters } from '../support/filed-letters.ts'
import { makeWorld, morning, motala, type World } from '../support/world.ts'

const known = 'deltagare1@kommun.example'
let world: World
let wave: Wave

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(2)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await world.close()
})

const ask = (address: string) => world.post('/lost-link', { form: { address } })
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

/** What happens from now on, in its order: anything asked of the database, in whatever way, and the end of an answer. */
function noteOrder(): string[] {
  const order: string[] = []
  const note = (place: object, name: string, what: string) => {
    const own = Reflect.get(place, name)
    vi.spyOn(place as Record<string, () => unknown>, name).mockImplementation(function (this: unknown, ...values) {
      order.push(what)
      return Reflect.apply(own, this, values)
    })
  }
  const { $client: client } = world.db
  for (const name of ['get', 'all', 'run', 'iterate'])
    note(Object.getPrototypeOf(client.prepare('select 1')), name, 'asked the database')
  for (const name of ['exec', 'pragma']) note(client, name, 'asked the database')
  note(ServerResponse.prototype, 'end', 'answered')
  return order
}
const queued = () => world.db.select().from(messages).where(eq(messages.kind, 'links')).all()

async function lettersSent(): Promise<string[]> {
  const sender = startSender({
    db: world.db,
    identity: world.identity,
    transports: openTransports(world.config),
    baseUrl: 'https://enkat.example',
    now: () => world.clock.now,
    log: { info() {}, warn() {} },
  })
  await sender.settled()
  await sender.stop()
  const letters = await readLetters(world.config.outboxDir)
  return letters.map((letter) => letter.text)
}

describe('asking for a new link', () => {
  test('is answered alike whether the address is known or not', async () => {
    const [there, nowhere] = [await ask(known), await ask('ingen@kommun.example')]
    expect([there.statusCode, nowhere.statusCode]).toEqual([200, 200])
    expect(there.body).toBe(nowhere.body)
    expect(there.body).toContain('Titta i din inkorg')
    expect(Object.keys(there.headers).sort()).toEqual(Object.keys(nowhere.headers).sort())
    await settled()
    expect(queued()).toHaveLength(1)
  })

  test.each([known, 'ingen@kommun.example'])(
    'is answered before anything is looked up or written, so that time tells nothing either (%s)',
    async (address) => {
      const order = noteOrder()
      expect((await ask(address)).statusCode).toBe(200)
      await settled()
      expect(order.indexOf('answered')).toBe(0)
      expect(order.slice(1)).toContain('asked the database')
    },
  )

  test('is answered alike where the looking up fails', async () => {
    world.db.$client.exec('alter table person_addresses rename to nowhere')
    const [there, nowhere] = [await ask(known), await ask('ingen@kommun.example')]
    expect([there.statusCode, nowhere.statusCode, there.body === nowhere.body]).toEqual([200, 200, true])
    await settled()
    world.db.$client.exec('alter table nowhere rename to person_addresses')
    expect((await ask(known)).statusCode).toBe(200)
  })

  test.each([
    ['sv', 'Har du tappat bort din länk?'],
    ['en', 'Have you lost your link?'],
    ['fi', 'Onko linkkisi kadonnut?'],
  ])('is read in the language of its address (%s)', async (language, title) => {
    const { body } = await world.get(`/lost-link?lang=${language}`)
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).toContain(title)
  })

  test.each(['', 'ingen', 'a@b', 'a@b.se, c@d.se'])(
    'with what is no address (%s) says so, and keeps it',
    async (typed) => {
      const response = await ask(typed)
      expect(response.statusCode).toBe(422)
      expect(response.body).toContain('Skriv en hel e-postadress')
      expect(response.body).toContain(`value="${typed}"`)
    },
  )

  test.each([
    `Deltagare Ett <${known}>`,
    `${known} <${known}>;`,
    `<${known}>`,
    `mailto:${known}`,
    `<MAILTO:${known}>`,
    `${known}.`,
    `\u200b${known}\u200b`,
    `\u00a0delt\u00adagare1@kommun.example\ufeff `,
  ])('takes an address as it was copied from a mail (%s)', async (typed) => {
    expect((await ask(typed)).statusCode).toBe(200)
    await settled()
    expect(queued()).toHaveLength(1)
  })

  test.each(['A <a@b.se>, C <c@d.se>', 'A <>', 'mailto:', '<ingen>'])(
    'takes no address where none or several were copied (%s)',
    async (typed) => {
      expect((await ask(typed)).statusCode).toBe(422)
    },
  )

  test('is answered at once, however much is typed', async () => {
    const before = performance.now()
    expect((await ask(`${'.'.repeat(200_000)}x`)).statusCode).toBe(422)
    expect(performance.now() - before).toBeLessThan(1000)
  })

  test('again and again gives one letter, and no more than five a day', async () => {
    for (let time = 0; time < 3; time += 1) await ask(known)
    await settled()
    expect(queued()).toHaveLength(1)
    for (let time = 0; time < 8; time += 1) {
      world.clock.now += 11 * 60_000
      await ask(known)
      await settled()
    }
    expect(queued()).toHaveLength(5)
  })

  test('by a machine is refused at last, for known and unknown alike', async () => {
    const statuses: number[] = []
    for (let time = 0; time < 32; time += 1) statuses.push((await ask(`nr${time}@kommun.example`)).statusCode)
    expect([statuses[29], statuses[30], statuses[31]]).toEqual([200, 429, 429])
    expect((await ask(known)).statusCode).toBe(429)
  })

  test('gives nothing to somebody who has answered, or where all is closed', async () => {
    closeWave(world.db, wave.id, 'system', morning)
    await ask(known)
    await settled()
    expect(queued()).toHaveLength(0)
  })

  test('tells two open questionnaires of one project apart by when in it they ask', async () => {
    const end = world.planWave('endline', 2)
    openWave(world.db, end, 'system', morning)
    await ask(known)
    await settled()
    const [text = ''] = await lettersSent()
    const [asksFirst, asksThen] = text.match(/enkäten vid projektets (början|slut)/g) ?? []
    expect(text).toContain(`Länken ovan går till ${asksFirst}. Du kan också svara på ${asksThen} från Service`)
    expect([asksFirst, asksThen].sort()).toEqual(['enkäten vid projektets början', 'enkäten vid projektets slut'])
  })

  test('brings one letter with a link to each open questionnaire, of every project', async () => {
    const entry = { name: 'Samma person', email: known, municipalityCode: motala.code, actorGroup: 'LUG' }
    registerParticipants(
      world.db,
      world.identity,
      world.otherProject.id,
      [{ ...entry, language: 'sv', seat: '' }],
      'system',
      morning,
    )
    const days = { opensOn: '2027-03-01', closesOn: '2027-06-15' }
    const version = { questionnaireId: 'samverkan', questionnaireVersion: 2 }
    const elsewhere = createWave(
      world.db,
      { projectId: world.otherProject.id, kind: 'baseline', ...version, ...days },
      'system',
      morning,
    )
    openWave(world.db, elsewhere, 'system', morning)
    await ask(known)
    await settled()
    const [text = '', ...more] = await lettersSent()
    expect(more).toEqual([])
    expect(text).toContain('har bett om en ny länk')
    expect(text).toContain('Något annat')
    const links = [...text.matchAll(/https:\/\/enkat\.example(\/s\/[\w-]+)/g)].map(([, link = '']) => link)
    expect(links).toHaveLength(2)
    for (const link of links) expect((await world.get(link)).body).toContain('Börja svara')
  })
})

describe('an old link', () => {
  test('of a closed wave tells of the open one, and sends its link to the person, not to whoever holds the old one', async () => {
    const invitation = world.db.select().from(invitations).all()[0]
    const { answer } = issueTokens(world.db, invitation?.id ?? '', morning)
    closeWave(world.db, wave.id, 'system', morning)
    world.clock.now = morning + 25 * 3_600_000
    expect((await world.get(`/s/${answer}`)).body).not.toContain('/other')
    openWave(world.db, world.planWave('midterm', 2), 'system', world.clock.now)
    const shut = await world.get(`/s/${answer}`)
    expect(shut.body).toContain('En annan enkät i samma projekt är öppen')
    expect(shut.body).not.toContain('@')
    const sent = await world.post(`/s/${answer}/other`)
    expect(sent.body).toContain('Länken är på väg')
    expect(sent.body).toMatch(/d…@kommun\.example/)
    expect(sent.body).not.toContain(known)
    expect(queued()).toHaveLength(1)
  })
})
