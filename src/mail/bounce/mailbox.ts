// The mailbox that letters come back to, over IMAP. A message is marked only when what it says is on disk: a crash in
// between reads it once more, and the store knows it. What a person must read stays unread and gets a flag, so that the
// mailbox shows it as people know it.
import type { ImapFlow } from 'imapflow'
import { mostBytesRead } from './read-bounce.ts'
import type { Taken } from './take-bounce.ts'

export interface MailboxSettings {
  host: string
  port: number
  /** implicit: TLS from the first byte. starttls: required before anything is said. none: this machine only. */
  security: 'implicit' | 'starttls' | 'none'
  auth: { user: string; pass: string }
  folder: string
}

/** What became of the messages of one reading. */
export type Tally = Record<Taken['outcome'], number>

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Reads IMAP_URL. `imaps://` is TLS at once, `imap://` STARTTLS; only this machine is spoken to in the clear. */
export function mailboxSettings(imapUrl: string): MailboxSettings {
  const url = new URL(imapUrl)
  const isImplicit = url.protocol === 'imaps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : isImplicit ? 993 : 143,
    security: isImplicit ? 'implicit' : thisMachine.has(url.hostname) ? 'none' : 'starttls',
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  }
}

const timeout = 30_000

/** More wait for the next reading. */
const mostAtOnce = 500

/**
 * Takes what is new: neither read nor flagged.
 * @param signal hangs up at once; what was taken and not yet marked is known the next time
 * @throws Error of the network or the server; what was marked stays so
 */
export async function readMailbox(
  settings: MailboxSettings,
  take: (bytes: Uint8Array) => Promise<Taken>,
  signal?: AbortSignal,
): Promise<Tally> {
  const client = await connectionTo(settings)
  const hangUp = () => client.close()
  // Errors come to whoever waits for an answer as well; one that nobody hears would end the process.
  client.on('error', hangUp)
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    await client.connect()
    await client.mailboxOpen(settings.folder)
    const tally = await takeNew(client, take, signal)
    await client.logout()
    return tally
  } finally {
    signal?.removeEventListener('abort', hangUp)
    client.close()
  }
}

async function takeNew(
  client: ImapFlow,
  take: (bytes: Uint8Array) => Promise<Taken>,
  signal: AbortSignal | undefined,
): Promise<Tally> {
  const tally: Tally = { matched: 0, ignored: 0, unmatched: 0, known: 0, too_early: 0 }
  const found = await client.search({ seen: false, flagged: false }, { uid: true })
  for (const uid of (found || []).slice(0, mostAtOnce)) {
    signal?.throwIfAborted()
    // Peeks: reading alone marks nothing.
    const message = await client.fetchOne(String(uid), { source: { maxLength: mostBytesRead } }, { uid: true })
    const bytes = message ? message.source : undefined
    if (!bytes) continue
    const taken = await take(bytes)
    tally[taken.outcome] += 1
    const mark = markOf(taken)
    if (mark) await client.messageFlagsAdd(String(uid), [mark], { uid: true })
  }
  return tally
}

function markOf(taken: Taken): string | undefined {
  if (taken.outcome === 'too_early') return undefined
  const isForPerson = taken.outcome === 'unmatched' || (taken.outcome === 'known' && taken.fault !== null)
  return isForPerson ? '\\Flagged' : '\\Seen'
}

async function connectionTo({ host, port, security, auth }: MailboxSettings): Promise<ImapFlow> {
  // When it is needed: loading it takes longer than most commands.
  const { ImapFlow } = await import('imapflow')
  return new ImapFlow({
    host,
    port,
    secure: security === 'implicit',
    doSTARTTLS: security === 'implicit' ? undefined : security === 'starttls',
    auth,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: 2 * timeout,
    disableAutoIdle: true,
    maxLiteralSize: 8 * 1024 * 1024,
    logger: false,
  })
}

/** An error of the mailbox in a few words that are safe to log: servers may quote what they were given. */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error'
  if ('authenticationFailed' in error && error.authenticationFailed === true) return 'sign-in refused'
  const code = 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : error.name
}
