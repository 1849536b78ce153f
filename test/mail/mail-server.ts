// A real SMTP server on this machine that answers as a test tells it to, and remembers what it was given.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import path from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface ReceivedLetter {
  from: string
  to: string[]
  raw: Buffer
}

export interface MailServer {
  port: number
  url: string
  /** Letters whose final dot has come, also those that were then refused. */
  seen: ReceivedLetter[]
  /** Letters taken with 250. */
  taken: ReceivedLetter[]
  /** Connections made. */
  connections: number
  /** Sets what to say from now on. */
  behave(behaviour: Behaviour): void
  stop(): Promise<void>
}

export interface Behaviour {
  /** A reply to the connection, to RCPT or to the letter: "550 5.1.1 no such user". Left out = welcome. */
  atConnect?: string
  atRecipient?: string | ((address: string) => string | undefined)
  atLetter?: string | ((letter: ReceivedLetter) => string | undefined)
  /** A reply to the password. */
  atSignIn?: string
  /** Hangs up: when somebody comes, at RCPT, when DATA begins, or after the final dot without an answer. */
  hangUp?: Moment
  /** Says nothing more, and keeps the line open: where `hangUp` hangs up. */
  fallSilent?: Moment
  /** Milliseconds before the answer to the final dot. */
  delay?: number
  /** Milliseconds before every answer until then. */
  slow?: number
}

export type Moment = 'at connect' | 'at recipient' | 'in the letter' | 'after the dot'

const fixture = (name: string): string => readFileSync(path.join(import.meta.dirname, name), 'utf8')

/** A certificate for this machine that nobody vouches for, good until the year 2126, with its key. */
export const selfSigned = { cert: fixture('self-signed.cert.pem'), key: fixture('self-signed.key.pem') }

const refusal = (reply: string): Error =>
  Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) })

const sayOf = <T>(reply: string | ((given: T) => string | undefined) | undefined, given: T) =>
  typeof reply === 'function' ? reply(given) : reply

export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  let behaviour: Behaviour = {}
  const sockets = new Set<Socket>()
  /** Does what is to happen at this moment. @returns whether no answer follows */
  const isOut = (moment: Moment): boolean => {
    if (behaviour.hangUp === moment) for (const socket of sockets) socket.destroy()
    return behaviour.hangUp === moment || behaviour.fallSilent === moment
  }
  const answer = (reply: string | undefined, done: (error: Error | null) => void) => {
    setTimeout(() => done(reply ? refusal(reply) : null), behaviour.slow ?? 0)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth(_auth, _session, done) {
      answer(behaviour.atSignIn, (error) => done(error, error ? undefined : { user: 'x' }))
    },
    ...options,
    onConnect(_session, done) {
      mail.connections += 1
      if (isOut('at connect')) return
      answer(behaviour.atConnect, done)
    },
    onRcptTo({ address }, _session, done) {
      if (isOut('at recipient')) return
      answer(sayOf(behaviour.atRecipient, address), done)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      if (behaviour.hangUp === 'in the letter' || behaviour.fallSilent === 'in the letter') {
        stream.once('data', () => {
          isOut('in the letter')
          stream.pause()
        })
        return
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('end', () => {
        const letter = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks),
        }
        mail.seen.push(letter)
        if (isOut('after the dot')) return
        const reply = sayOf(behaviour.atLetter, letter)
        if (!reply) mail.taken.push(letter)
        setTimeout(() => done(reply ? refusal(reply) : null), behaviour.delay ?? 0)
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const mail: MailServer = {
    port,
    url: `smtp://127.0.0.1:${port}`,
    seen: [],
    taken: [],
    connections: 0,
    behave(next) {
      behaviour = next
    },
    async stop() {
      await new Promise<void>((resolve) => server.close(resolve))
    },
  }
  return mail
}
