// Battery H: what programs, proxies and attackers send in place of a browser.
import net from 'node:net'
import { expect } from 'vitest'
import { type Case, dialogue, draftIn, enterSamverkan, type Place, runBattery, words } from './case.ts'

const form = 'application/x-www-form-urlencoded'
const answered = '_page=dialogue&D1=4'
const send = (type: string | undefined, payload: string) => (place: Place) =>
  place.world.app.inject({
    method: 'POST',
    url: `${place.link}/2`,
    headers: type === undefined ? {} : { 'content-type': type },
    payload,
  })
const look = (headers: Readonly<Record<string, string>>) => (place: Place) => place.world.get(place.link, { headers })
const isSaved = (place: Place) => expect(draftIn(place)).toEqual({ D1: 4 })

const { problem } = words.common
const { what: trouble } = words.trouble
const saved = { status: 303, says: '/3', writes: true, after: isSaved } as const
const unread = { status: 415, says: trouble.bad_request.title } as const
const served = { status: 200, says: words.answering.start } as const
const nowhere = { status: 404, says: problem.not_found.title } as const

const forms: readonly Case[] = [
  {
    id: 'H1',
    given: 'a body over the limit',
    ask: send(form, `${answered}&O1=${'a'.repeat(4_300_000)}`),
    status: 413,
    says: trouble.too_large.title,
  },
  { id: 'H7a', given: 'a content type with a lone semicolon', ask: send(`${form};`, answered), ...saved },
  { id: 'H7b', given: 'a content type with a tab', ask: send(`${form}\t;`, answered), ...saved },
  { id: 'H7c', given: 'a content type in upper case', ask: send(form.toUpperCase(), answered), ...saved },
  { id: 'H7d', given: 'a content type behind a space', ask: send(` ${form}`, answered), ...saved },
  { id: 'H8a', given: 'no content type', ask: send(undefined, answered), ...unread },
  { id: 'H8b', given: 'text/xml', ask: send('text/xml', '<D1>4</D1>'), ...unread },
  { id: 'H8c', given: 'text/plain', ask: send('text/plain', answered), ...unread },
  { id: 'H13', given: 'JSON, which no form of ours is', ask: send('application/json', '{"D1":'), ...unread },
  {
    id: 'H14',
    given: 'names that every object has',
    ask: send(form, `${answered}&__proto__=x&constructor=y&__proto__[D2]=5&toString=z`),
    ...saved,
    after: (place) => {
      isSaved(place)
      expect(({} as Record<string, unknown>).D2).toBeUndefined()
    },
  },
  {
    id: 'H16',
    given: '10 000 fields, in less than a quarter of a second',
    ask: async (place) => {
      const many = Array.from({ length: 10_000 }, (_, at) => `&x${at}=${at}`).join('')
      const before = process.cpuUsage()
      const answer = await send(form, answered + many)(place)
      expect(process.cpuUsage(before).user).toBeLessThan(250_000)
      return answer
    },
    ...saved,
  },
  {
    id: 'H20',
    given: 'a form from another website: the address is the key, and no cookie can be borrowed',
    ask: ({ world, link }) => world.post(`${link}/2`, { ...dialogue({ D1: '4' }), headers: { origin: 'null' } }),
    ...saved,
  },
]

const addresses: readonly Case[] = [
  {
    id: 'H3',
    given: 'a token of 200 letters',
    ask: ({ world }) => world.get(`/s/${'a'.repeat(200)}`),
    status: 404,
    says: words.answering.unknownTitle,
  },
  {
    id: 'H4',
    given: 'percent signs that stand for nothing',
    ask: ({ world }) => world.get('/s/%E0%A4%A'),
    status: 404,
    says: words.answering.unknownTitle,
  },
  {
    id: 'H5',
    given: 'a zero byte in the token',
    ask: ({ world }) => world.get('/s/%00'),
    status: 404,
    says: words.answering.unknownTitle,
  },
  ...(['OPTIONS', 'PROPFIND', 'TRACE', 'PUT', 'DELETE'] as const).flatMap((method) =>
    ['', '/2', '/start', '/submission'].map((path, at) => ({
      id: `H17${'abcd'[at]}`,
      given: `${method} ${path}`,
      ask: ({ world, link }: Place) => world.app.inject({ method: method as 'PUT', url: link + path }),
      ...nowhere,
    })),
  ),
  {
    id: 'H17e',
    given: 'HEAD',
    ask: ({ world, link }) => world.app.inject({ method: 'HEAD', url: link }),
    status: 200,
    says: '',
  },
  {
    id: 'H18',
    given: 'a forged host',
    ask: look({ host: 'evil.example' }),
    ...served,
    after: (_place, { body }) => expect(body).not.toContain('evil.example'),
  },
  {
    id: 'H19',
    given: 'wrong links by the hundred, each with another forged address of its sender',
    ask: async ({ world }) => {
      const forged = (at: number) => ({ 'x-forwarded-for': `10.0.${at >> 8}.${at & 255}` })
      for (let at = 0; at < 300; at += 1) await world.get('/s/nobody', { headers: forged(at) })
      return world.get('/s/nobody', { headers: forged(999) })
    },
    status: 429,
    says: trouble.too_many_tries.title,
    after: async ({ world, link }) => expect((await world.get(link)).statusCode).toBe(200),
  },
  { id: 'H23a', given: 'a range', ask: look({ range: 'bytes=0-10,5-3' }), ...served },
  { id: 'H23b', given: 'a tag that nobody gave', ask: look({ 'if-none-match': '"junk", W/"*"' }), ...served },
  { id: 'H24a', given: 'an unknown cookie', ask: look({ cookie: 'session=nobody; a=b' }), ...served },
  { id: 'H24b', given: 'a cookie of 4 kB', ask: look({ cookie: `session=${'x'.repeat(4096)}` }), ...served },
  { id: 'H24c', given: 'two sessions', ask: look({ cookie: 'session=a; session=b' }), ...served },
]

/** What cannot be said through anything but a socket. */
const wire: readonly Case[] = [
  {
    id: 'H2',
    given: 'a header of 20 kB',
    ask: (place) => say(place, `GET ${place.link} HTTP/1.1\r\nhost: a\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`),
    status: 431,
    says: '',
  },
  {
    id: 'H10a',
    given: 'two lengths that disagree',
    ask: (place) => say(place, `${post(place, 'content-length: 5\r\ntransfer-encoding: chunked')}0\r\n\r\n`),
    status: 400,
    says: '',
  },
  {
    id: 'H10b',
    given: 'a length that is too short: what follows is no request',
    ask: (place) => say(place, `${post(place, 'content-length: 5')}${answered}`),
    status: 400,
    says: '',
    after: (place) => expect(draftIn(place)).toEqual({}),
  },
  {
    id: 'H11',
    given: 'a length that is too long, by a client that leaves',
    ask: async (place) => {
      const socket = net.connect(await portOf(place), '127.0.0.1')
      await new Promise((sent) => socket.write(`${post(place, 'content-length: 500')}${answered}`, sent))
      await new Promise((gone) => socket.once('close', gone).destroy())
      return place.world.get(place.link)
    },
    ...served,
  },
  {
    id: 'H12',
    given: '200 that send one letter and wait, while others are served',
    ask: async (place) => {
      const port = await portOf(place)
      const slow = Array.from({ length: 200 }, () => net.connect(port, '127.0.0.1'))
      await Promise.all(slow.map((socket) => new Promise((sent) => socket.write('G', sent))))
      const response = await fetch(`http://127.0.0.1:${port}${place.link}`)
      for (const socket of slow) socket.destroy()
      return { statusCode: response.status, body: await response.text(), headers: {} }
    },
    ...served,
  },
]

const post = ({ link }: Place, headers: string): string =>
  `POST ${link}/2 HTTP/1.1\r\nhost: a\r\ncontent-type: ${form}\r\n${headers}\r\n\r\n`

async function portOf({ world }: Place): Promise<number> {
  if (!world.app.server.listening) await world.app.listen({ port: 0, host: '127.0.0.1' })
  const address = world.app.server.address()
  if (typeof address !== 'object' || !address) throw new Error('the server listens on no port')
  return address.port
}

/** Sends bytes and reads until the server hangs up; the status is the last answer's. */
async function say(place: Place, bytes: string) {
  const socket = net.connect(await portOf(place), '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  socket.write(bytes)
  await new Promise((closed) => socket.once('close', closed))
  const statusCode = Number(/.*HTTP\/1\.1 (\d{3})/s.exec(heard)?.[1])
  return { statusCode, body: heard, headers: {} }
}

runBattery('battery H, forms', forms, enterSamverkan)
runBattery('battery H, addresses and headers', addresses, enterSamverkan)
runBattery('battery H, on the wire', wire, enterSamverkan)
