// Sends over SMTP and tells four endings apart, above all whether the final dot had left us. Nodemailer's own
// transport reports one and the same error before and after it, so this works with the connection beneath.
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type Delivery, type Envelope, type OutgoingMessage, type Transport, tidyReply } from './transport.ts'

export interface SmtpSettings {
  host: string
  port: number
  /** implicit: TLS from the first byte. starttls: required before anything is said. none: this machine only. */
  security: 'implicit' | 'starttls' | 'none'
  auth: { user: string; pass: string } | undefined
  /** Milliseconds to wait for a connection, and for each answer of the server. */
  connectTimeout: number
  answerTimeout: number
}

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/** How many letters go over one connection before a new one is made, as servers like it. */
const lettersPerConnection = 100

/** Bytes of a letter handed over at a time, so that a letter cut off half-way is known not to have ended. */
const pieceSize = 4096

/** Reads SMTP_URL. `smtps://` is TLS at once, `smtp://` STARTTLS; only this machine is spoken to in the clear. */
export function smtpSettings(smtpUrl: string): SmtpSettings {
  const url = new URL(smtpUrl)
  const implicit = url.protocol === 'smtps:'
  const security = implicit ? 'implicit' : thisMachine.has(url.hostname) ? 'none' : 'starttls'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : implicit ? 465 : 587,
    security,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    connectTimeout: 30_000,
    // RFC 5321 4.5.3.2.6 allows ten minutes after the final dot; a server that thinks for five leaves an `unknown`.
    answerTimeout: 300_000,
  }
}

/** A connection for each letter in the air, kept for the next one and given up after anything but an acceptance. */
export function createSmtpTransport(settings: SmtpSettings): Transport {
  let idle: Line[] = []

  const post = async (line: Line, envelope: Envelope, message: OutgoingMessage) => {
    line.letters += 1
    const delivery = await send(line.connection, envelope, message)
    if (delivery.outcome === 'accepted' && line.letters < lettersPerConnection) idle.push(line)
    else line.connection.close()
    return delivery
  }

  return {
    close() {
      for (const { connection } of idle) connection.close()
      idle = []
    },
    async deliver(envelope, message) {
      idle = idle.filter(({ connection }) => !connection.destroyed)
      const kept = idle.pop()
      if (kept) {
        const delivery = await post(kept, envelope, message)
        // A kept connection may have died of idleness. Nothing was handed over, so a fresh one is no second letter.
        if (delivery.outcome !== 'retry' || delivery.trouble === 'letter') return delivery
      }
      const opened = await openConnection(settings)
      return 'outcome' in opened ? opened : post({ connection: opened, letters: 0 }, envelope, message)
    },
  }
}

interface Line {
  connection: SMTPConnection
  /** Sent over it so far. */
  letters: number
}

/** What a server says to somebody who brings no letter. */
export interface ServerAnswer {
  /** unknown: no such name. silent: nobody answers. untrusted: no TLS, or a certificate that nobody vouches for. */
  met: 'ready' | 'unknown' | 'silent' | 'untrusted' | 'login' | 'refuses'
  /** The server's own; empty where it was ready. */
  words: string
}

/** Connects, secures and signs in as for a letter, and leaves. */
export async function greetServer(settings: SmtpSettings): Promise<ServerAnswer> {
  const opened = await connect(settings)
  if (opened instanceof Error) return { met: metBy(opened), words: describe(opened) }
  opened.quit()
  return { met: 'ready', words: '' }
}

function metBy({ code = '', command = '', responseCode, message }: SmtpError): ServerAnswer['met'] {
  if (code === 'EDNS') return 'unknown'
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'login'
  if (code === 'ETLS' || command === 'STARTTLS' || /certificate|TLS|SSL|altnames/i.test(message)) return 'untrusted'
  return responseCode ? 'refuses' : 'silent'
}

/** Everything that goes wrong here is the server's, and no letter has been shown. */
async function openConnection(settings: SmtpSettings): Promise<SMTPConnection | Delivery> {
  const opened = await connect(settings)
  return opened instanceof Error ? { outcome: 'retry', reason: describe(opened), trouble: 'server' } : opened
}

/** Connects, secures and signs in. */
function connect(settings: SmtpSettings): Promise<SMTPConnection | SmtpError> {
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'implicit',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: settings.connectTimeout,
    greetingTimeout: settings.connectTimeout,
    socketTimeout: settings.answerTimeout,
    logger: false,
  })
  return new Promise((resolve) => {
    const giveUp = (error: Error) => {
      // Before closing, which says 'end' and would give a poorer reason.
      resolve(error)
      connection.close()
    }
    // Stays for the whole life of the connection: an 'error' that nobody hears would end the process.
    connection.on('error', giveUp)
    // The server may hang up without an error, in the middle of the greeting or the sign-in.
    connection.once('end', () => giveUp(closedByServer()))
    connection.connect((error) => {
      if (error) return giveUp(error)
      if (!settings.auth) return resolve(connection)
      connection.login(settings.auth, (refused) => (refused ? giveUp(refused) : resolve(connection)))
    })
  })
}

function send(connection: SMTPConnection, envelope: Envelope, message: OutgoingMessage): Promise<Delivery> {
  let dotMayHaveLeft = false
  let offset = 0
  // The connection begins to read when the server has agreed to DATA, and writes the final dot when the body has ended.
  const body = new Readable({
    read() {
      const piece = message.bytes.subarray(offset, offset + pieceSize)
      offset += piece.length
      dotMayHaveLeft = offset === message.bytes.length
      this.push(piece)
      if (dotMayHaveLeft) this.push(null)
    },
  })
  return new Promise((resolve) => {
    const settle = (error: Error | null, reply = '') => {
      connection.removeListener('end', hungUp)
      resolve(error ? judge(error, dotMayHaveLeft) : { outcome: 'accepted', reply: tidyReply(reply) })
    }
    // Behind the error that explains the end, where there is one.
    const hungUp = () => setImmediate(() => settle(closedByServer()))
    connection.once('end', hungUp)
    connection.send({ from: envelope.from, to: [envelope.to], size: message.bytes.length }, body, (error, info) =>
      settle(error, info?.response),
    )
  })
}

const closedByServer = (): SmtpError =>
  Object.assign(new Error('the server closed the connection'), { command: 'CONN' })

interface SmtpError extends Error {
  code?: string
  responseCode?: number | false
  command?: string
}

/** What an error means for the letter. After the final dot only an answer to it counts; silence is `unknown`. */
function judge(error: SmtpError, dotMayHaveLeft: boolean): Delivery {
  const reason = describe(error)
  const code = error.responseCode || 0
  const isAnswerToLetter = error.code === 'EMESSAGE' && code > 0
  if (dotMayHaveLeft && !isAnswerToLetter) return { outcome: 'unknown', reason }
  if (isServerTrouble(error, code)) return { outcome: 'retry', reason, trouble: 'server' }
  if (code >= 500 || error.command === 'API') return { outcome: 'failed', reason }
  return { outcome: 'retry', reason, trouble: 'letter' }
}

/** Would the next letter meet the same? 421 closes the door, 452 is storage or pace (but 4.2.x is the reader's mailbox). */
function isServerTrouble(error: SmtpError, code: number): boolean {
  if (error.command === 'API') return error.code === 'ECONNECTION'
  if (code === 421 || error.command === 'MAIL FROM' || error.command === 'CONN') return true
  return code === 452 && !/\b4\.2\.\d/.test(error.message)
}

const describe = (error: SmtpError): string => tidyReply(error.message) || error.code || 'no reason given'
