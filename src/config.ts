// Every setting, read from the environment once. The only file that knows their names.
import path from 'node:path'
import { z } from 'zod'
import { Problem } from './errors.ts'

const text = z.string().trim()
const ports = '0–65535'
const port = z.coerce.number(ports).int(ports).min(0, ports).max(65_535, ports)
const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** An address alone: with a name before it, or beside another, no letter would be written. */
const oneAddress =
  /^[^\s\p{C}@,;:<>()[\]\\"]{1,64}@(?=.{1,253}$)([^\s\p{C}@,;:<>()[\]\\".]+\.)+[^\s\p{C}@,;:<>()[\]\\".]+$/u

const addresses = 'https://…, http://…'
/** What links can be put behind; a password in it would stand in every letter. */
function isPlainAddress(url: string): boolean {
  const { search, hash, username, password } = new URL(url)
  return [search, hash, username, password].every((part) => part === '') && !/[?#]/.test(url)
}

/** Beside each setting what it takes, in signs that need no language. */
const Environment = z.object({
  DATA_DIR: text.default('./data'),
  PORT: port.default(3000),
  HOST: text.default('127.0.0.1'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: addresses, abort: true })
    .refine(isPlainAddress, { error: `${addresses} (… = enkat.exempel.se)` })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'smtps://…, smtp://…', abort: true })
    .refine((url) => new URL(url).hostname !== '', { error: 'smtps://mail.exempel.se, smtp://mail.exempel.se' })
    .optional(),
  IMAP_URL: z.url({ protocol: /^imaps?$/, error: 'imaps://…, imap://…' }).optional(),
  MAIL_FROM: text.regex(oneAddress, 'enkat@exempel.se').optional(),
  DKIM_DOMAIN: z.hostname('exempel.se').optional(),
  DKIM_SELECTOR: z.hostname('enkat').optional(),
  DKIM_KEY_FILE: text.optional(),
  IDENTITY_KEY_FILE: text.optional(),
  TRUST_PROXY: z.enum(['0', '1'], '0, 1').default('0'),
  SURVEYS_DIR: text.optional(),
  LOG_LEVEL: z.enum(logLevels, logLevels.join(', ')).default('warn'),
})

export interface Config {
  dataDir: string
  databaseFile: string
  /** Where letters lie as .eml files while no SMTP server is set. */
  outboxDir: string
  /** Where results of long work lie until they are fetched. */
  jobsDir: string
  identityKeyFile: string
  surveysDir: string
  port: number
  host: string
  /** Without a trailing slash; links in mail begin with it. undefined = the address the server listens on. */
  baseUrl: string | undefined
  smtpUrl: string | undefined
  /** The mailbox that letters come back to. */
  imapUrl: string | undefined
  mailFrom: string | undefined
  /** With what letters are signed; undefined = they are not, or the mail server does it. */
  dkim: { domain: string; selector: string; keyFile: string } | undefined
  trustProxy: boolean
  logLevel: (typeof logLevels)[number]
}

/** What stands before the @ of a URL may be a password: it is nobody's business at a terminal. */
const withoutPassword = (value: string): string => value.replace(/[^/]*@/, '…@')

const dkimSettings = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const

/** @throws Problem 'settings_missing' where some are set and some are not: letters would go out unsigned without a word */
function dkimOf(env: z.infer<typeof Environment>): Config['dkim'] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = env
  if (domain !== undefined && selector !== undefined && keyFile !== undefined)
    return { domain, selector, keyFile: path.resolve(keyFile) }
  const missing = dkimSettings.filter((name) => env[name] === undefined)
  if (missing.length === dkimSettings.length) return undefined
  throw new Problem('settings_missing', { missing: missing.join(', ') })
}

/** @throws Problem 'settings_wrong' naming each wrong setting, what it was and what it takes; 'settings_missing' */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
  const result = Environment.safeParse(given)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const value = environment[name] ?? ''
      return `${name}=${name.endsWith('_URL') ? withoutPassword(value) : value} → ${issue.message}`
    })
    throw new Problem('settings_wrong', { settings: faults.join('\n') })
  }
  const env = result.data
  const dataDir = path.resolve(env.DATA_DIR)
  return {
    dataDir,
    databaseFile: path.join(dataDir, 'samverka.db'),
    outboxDir: path.join(dataDir, 'outbox'),
    jobsDir: path.join(dataDir, 'jobs'),
    identityKeyFile: path.resolve(env.IDENTITY_KEY_FILE ?? path.join(dataDir, 'keys', 'identity.key')),
    surveysDir: path.resolve(env.SURVEYS_DIR ?? path.join(import.meta.dirname, '../surveys')),
    port: env.PORT,
    host: env.HOST,
    baseUrl: env.BASE_URL?.replace(/\/+$/, ''),
    smtpUrl: env.SMTP_URL,
    imapUrl: env.IMAP_URL,
    mailFrom: env.MAIL_FROM,
    dkim: dkimOf(env),
    trustProxy: env.TRUST_PROXY === '1',
    logLevel: env.LOG_LEVEL,
  }
}
