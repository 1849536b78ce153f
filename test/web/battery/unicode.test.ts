// Battery U: letters as people and their keyboards send them.
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { messages } from '#store/schema.ts'
import { type Case, draftIn, enterSamverkan, type Place, runBattery, texts, words } from './case.ts'

const write =
  (O1: string) =>
  ({ world, link }: Place) =>
    world.post(`${link}/9`, texts({ O1 }))
const raw =
  (type: string, payload: string | Buffer) =>
  ({ world, link }: Place) =>
    world.app.inject({ method: 'POST', url: `${link}/9`, headers: { 'content-type': type }, payload })
const keeps = (text: string) => (place: Place) => expect(draftIn(place).O1).toBe(text)
const isNotSaved = (place: Place) => expect(draftIn(place)).not.toHaveProperty('O1')
const form = 'application/x-www-form-urlencoded'

/** One person as a reader sees it, seven code points, eleven units. */
const family = '👨‍👩‍👧‍👦'
const composed = 'Åsa Öberg'.normalize('NFC')
const decomposed = composed.normalize('NFD')

const onward = { status: 303, says: '/10', writes: true } as const

const cases: readonly Case[] = [
  { id: 'U1a', given: 'å as one character', ask: write(composed), ...onward, after: keeps(composed) },
  { id: 'U1b', given: 'å as a and a ring', ask: write(decomposed), ...onward, after: keeps(decomposed) },
  {
    id: 'U4a',
    given: 'families up to the limit',
    ask: write(family.repeat(2000)),
    ...onward,
    after: keeps(family.repeat(2000)),
  },
  {
    id: 'U4b',
    given: 'one family too many',
    ask: write(family.repeat(2001)),
    status: 422,
    says: words.items.error.too_long(2001, 2000),
    writes: true,
    after: (_place, { body }) => expect(body).toContain(family.repeat(2001)),
  },
  {
    id: 'U4c',
    given: 'rings over the limit in code points alone',
    ask: write(decomposed.repeat(200)),
    ...onward,
    after: keeps(decomposed.repeat(200)),
  },
  {
    id: 'U7a',
    given: 'text turned from right to left',
    ask: write('före \u202etxet\u2066 efter'),
    ...onward,
    after: async (place) => {
      keeps('före \u202etxet\u2066 efter')(place)
      expect((await place.world.get(`${place.link}/check`)).body).toContain('före \u202etxet\u2066 efter')
    },
  },
  {
    id: 'U9a',
    given: 'Latin-1, percent-encoded',
    ask: raw(form, '_page=overall&O1=sm%E5l%E4ndsk'),
    status: 400,
    says: words.trouble.what.bad_request.title,
    after: isNotSaved,
  },
  {
    id: 'U9b',
    given: 'Latin-1, as bytes',
    ask: raw(form, Buffer.from('_page=overall&O1=småländsk', 'latin1')),
    status: 400,
    says: words.trouble.what.bad_request.title,
    after: isNotSaved,
  },
  {
    id: 'U9c',
    given: 'a form that says it is Latin-1',
    ask: raw(`${form}; charset=iso-8859-1`, '_page=overall&O1=sm%E5l%E4ndsk'),
    status: 400,
    says: words.trouble.what.bad_request.title,
    after: isNotSaved,
  },
]

/** Asks for a lost link, and waits for what is looked up once it is answered. */
const ask =
  (address: string) =>
  async ({ world }: Place) => {
    const answer = await world.post('/lost-link', { form: { address } })
    await new Promise((resolve) => setTimeout(resolve, 20))
    return answer
  }
const queued = ({ world }: Place) => world.db.select().from(messages).where(eq(messages.kind, 'links')).all().length
const asked = { status: 200, says: words.participation.lost.doneTitle, writes: true } as const
const asking: readonly Case[] = [
  {
    id: 'U13a',
    given: 'an address in capitals: one domain, one person',
    ask: ask('DELTAGARE2@KOMMUN.EXAMPLE'),
    ...asked,
    after: (place) => expect(queued(place)).toBe(1),
  },
  {
    id: 'U13b',
    given: 'a dotless i in the domain',
    ask: ask('deltagare2@kommun.ex\u0131mple'),
    ...asked,
    after: (place) => expect(queued(place)).toBe(0),
  },
  // A Cyrillic a, and a full-width 2.
  ...['deltag\u0430re2@kommun.example', 'deltagare\uff12@kommun.example'].map((address, at) => ({
    id: `U13${'cd'[at]}`,
    given: `letters before the @ that only look like others (${address})`,
    ask: ask(address),
    status: 422,
    says: words.participation.lost.wrong,
  })),
]

runBattery('battery U, addresses', asking, enterSamverkan)
runBattery('battery U, letters', cases, enterSamverkan)
