import type { AddressInfo } from 'node:net'
import net from 'node:net'
import tls from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { createSmtpTransport, type SmtpSettings, smtpSettings } from '#mail/smtp-transport.ts'
import type { OutgoingMessage } from '#mail/transport.ts'
import { selfSigned, startMailServer } from './mail-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const envelope = { from: 'a@b.example', to: 'c@d.example' }
const message = (size = 10): OutgoingMessage => ({
  messageId: '<1@b.example>',
  bytes: Buffer.from(`Subject: x\r\n\r\n${'en rad\r\n'.repeat(size)}`),
})

async function serve(...options: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...options)
  closers.push(() => server.stop())
  const connect = (settings: Partial<SmtpSettings> = {}) => {
    const transport = createSmtpTransport({ ...smtpSettings(server.url), answerTimeout: 2000, ...settings })
    closers.push(() => transport.close())
    return transport
  }
  return { server, connect }
}

test.each([
  ['smtps://mail.example', { host: 'mail.example', port: 465, security: 'implicit' }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, security: 'starttls' }],
  ['smtp://u%40x:p%2Fw@mail.example:25', { port: 25, security: 'starttls', auth: { user: 'u@x', pass: 'p/w' } }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, security: 'none' }],
  ['smtp://127.0.0.1', { security: 'none' }],
  ['smtp://[::1]:25', { host: '::1', security: 'none' }],
  ['smtp://localhost.mail.example', { security: 'starttls' }],
  ['smtp://mail.example?insecure=1', { security: 'starttls' }],
])('only this machine is spoken to in the clear: %s', (url, expected) => {
  expect(smtpSettings(url)).toMatchObject(expected)
})

test('a server with a certificate nobody vouches for gets no letter', async () => {
  const { server, connect } = await serve({ secure: true, ...selfSigned })
  const delivery = await connect({ security: 'implicit' }).deliver(envelope, message())
  expect(delivery).toMatchObject({
    outcome: 'retry',
    trouble: 'server',
    reason: expect.stringContaining('self-signed certificate'),
  })
  expect(server.seen).toEqual([])
})

test('STARTTLS with such a certificate gets no letter either', async () => {
  const { server, connect } = await serve({ disabledCommands: [], ...selfSigned })
  const delivery = await connect({ security: 'starttls' }).deliver(envelope, message())
  expect(delivery).toMatchObject({
    outcome: 'retry',
    trouble: 'server',
    reason: expect.stringContaining('self-signed certificate'),
  })
  expect(server.seen).toEqual([])
})

test.each([
  ['implicit', { secure: true }],
  ['starttls', { disabledCommands: [] }],
] as const)('a server with a certificate that is vouched for gets the letter: %s', async (security, options) => {
  const usual = tls.getCACertificates()
  tls.setDefaultCACertificates([...usual, selfSigned.cert])
  closers.push(() => tls.setDefaultCACertificates(usual))
  const { server, connect } = await serve({ ...options, disabledCommands: [], ...selfSigned })
  expect(await connect({ security }).deliver(envelope, message())).toMatchObject({ outcome: 'accepted' })
  expect(server.taken).toHaveLength(1)
})

test('a server that offers no TLS where TLS is required gets neither letter nor password', async () => {
  const passwords: string[] = []
  const { server, connect } = await serve({
    onAuth(auth, _session, done) {
      passwords.push(auth.password ?? '')
      done(null, { user: 'x' })
    },
  })
  const auth = { user: 'x', pass: 'hemligt' }
  const delivery = await connect({ security: 'starttls', auth }).deliver(envelope, message())
  expect(delivery).toMatchObject({ outcome: 'retry', trouble: 'server' })
  expect(server.seen).toEqual([])
  expect(passwords).toEqual([])
})

test('a refused password is trouble with the server, not with the letter', async () => {
  const { connect } = await serve({
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('no')),
  })
  const delivery = await connect({ auth: { user: 'x', pass: 'fel' } }).deliver(envelope, message())
  expect(delivery).toMatchObject({ outcome: 'retry', trouble: 'server', reason: expect.stringContaining('535') })
})

test('nobody at the port is trouble with the server', async () => {
  const server = await startMailServer()
  await server.stop()
  const delivery = await createSmtpTransport(smtpSettings(server.url)).deliver(envelope, message())
  expect(delivery).toMatchObject({
    outcome: 'retry',
    trouble: 'server',
    reason: expect.stringContaining('ECONNREFUSED'),
  })
})

test.each([
  ['421 4.3.2 closing', 'retry', 'server'],
  ['451 4.7.1 greylisted', 'retry', 'letter'],
  ['452 4.5.3 too fast', 'retry', 'server'],
  ['452 4.2.2 mailbox full', 'retry', 'letter'],
  ['550 5.1.1 unknown', 'failed', undefined],
])('RCPT answered with "%s" is %s', async (reply, outcome, trouble) => {
  const { server, connect } = await serve()
  server.behave({ atRecipient: reply })
  const delivery = await connect().deliver(envelope, message())
  expect(delivery).toMatchObject({ outcome, reason: expect.stringContaining(reply), ...(trouble && { trouble }) })
})

test.each([
  ['451 4.3.0 later', 'retry'],
  ['554 5.7.1 spam', 'failed'],
])('the letter answered with "%s" is %s', async (reply, outcome) => {
  const { server, connect } = await serve()
  server.behave({ atLetter: reply })
  expect(await connect().deliver(envelope, message())).toMatchObject({
    outcome,
    reason: expect.stringContaining(reply),
  })
})

test('a line cut half-way through a long letter is no letter: it may be sent again', async () => {
  const { server, connect } = await serve()
  server.behave({ hangUp: 'in the letter' })
  expect(await connect().deliver(envelope, message(4_000_000))).toMatchObject({ outcome: 'retry' })
  expect(server.seen).toEqual([])
})

test('a kept connection that died of idleness costs the next letter nothing', async () => {
  const { server, connect } = await serve({ socketTimeout: 200 })
  const transport = connect()
  expect(await transport.deliver(envelope, message())).toMatchObject({ outcome: 'accepted' })
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(await transport.deliver(envelope, message())).toMatchObject({ outcome: 'accepted' })
  expect(server.taken).toHaveLength(2)
  expect(server.connections).toBe(2)
})

test.each([
  ['hangs up at once', (socket: net.Socket) => socket.destroy()],
  ['hangs up after its greeting', (socket: net.Socket) => void socket.end('220 hej\r\n')],
  ['speaks gibberish', (socket: net.Socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['answers a megabyte', (socket: net.Socket) => void socket.write(`220-${'x'.repeat(1_500_000)}\r\n`)],
  ['says nothing', () => undefined],
])('a server that %s gets no letter, and the process lives', async (_what, greet) => {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    greet(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const settings = { ...smtpSettings(`smtp://127.0.0.1:${port}`), connectTimeout: 500, answerTimeout: 500 }
  const delivery = await createSmtpTransport(settings).deliver(envelope, message())
  expect(delivery).toMatchObject({ outcome: 'retry', trouble: 'server' })
  expect('reason' in delivery && delivery.reason.length).toBeLessThanOrEqual(300)
})

test('a lone dot and very long lines arrive as they were', async () => {
  const { server, connect } = await serve()
  const body = `Subject: x\r\n\r\n.\r\n..\r\n${'x'.repeat(2000)}\r\n.slut\r\n`
  await connect().deliver(envelope, { messageId: '<1@b.example>', bytes: Buffer.from(body) })
  expect(server.taken[0]?.raw.toString()).toBe(body)
})
