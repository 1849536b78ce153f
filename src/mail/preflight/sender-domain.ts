// Whether receivers can tell that letters from this address are the domain's own: SPF (RFC 7208), DKIM (RFC 6376) and
// DMARC (RFC 7489), looked up as a receiver does.
import { createPublicKey } from 'node:crypto'
import type { DNSResolver } from 'mailauth'
import { dmarc } from 'mailauth/lib/dmarc/index.js'
import { spf } from 'mailauth/lib/spf/index.js'
import { type Check, checked } from './check.ts'

export interface Sender {
  address: string
  /** The server that we hand letters to; it may pass them on to another. */
  serverHost: string
  /** With what we sign; undefined = the server may. */
  dkim: { domain: string; selector: string; privateKey: string } | undefined
  /** Somebody has said that the server signs for the domain, or sends from servers that its SPF names. */
  isVouchedFor: boolean
}

/** One or more checks about the domain itself, one each about SPF, DKIM and DMARC. */
export async function checkSenderDomain(sender: Sender, resolve: DNSResolver): Promise<Check[]> {
  const domain = domainOf(sender.address)
  const ask = askerOf(resolve)
  const [home, spfCheck, dkimCheck] = await Promise.all([
    checkHome(domain, ask),
    checkSpf(sender, domain, resolve, ask),
    checkDkim(sender, domain, ask),
  ])
  // Where there is no such domain, or nobody who knows, there is nothing more to say of it.
  if (home.code === 'domain_missing' || (home.code === 'dns_silent' && spfCheck.code === 'spf_none')) return [home]
  const dmarcCheck = await checkDmarc(sender, domain, resolve, spfCheck, dkimCheck)
  return [home, spfCheck, dkimCheck, dmarcCheck]
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** What a name server says: the records; 'none' where the name has none; 'no_name' where it does not exist. */
type Answer = string[] | 'none' | 'no_name'
type Ask = (name: string, type: string) => Promise<Answer>

function askerOf(resolve: DNSResolver): Ask {
  return async (name, type) => {
    try {
      return (await resolve(name, type)).map((record) => (Array.isArray(record) ? record.join('') : textOf(record)))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENODATA') return 'none'
      if (code === 'ENOTFOUND') return 'no_name'
      throw error
    }
  }
}

/** MX records come as objects; an exchange that is the root says that no mail is taken (RFC 7505). */
const textOf = (record: unknown): string => {
  if (typeof record === 'string') return record
  const { exchange } = record as { exchange?: unknown }
  return typeof exchange === 'string' ? exchange : ''
}

const silent = (what: string) => (): Check => checked('dns_silent', what)

/** Answers and letters that come back go to this domain; many receivers turn away senders that nobody can answer. */
async function checkHome(domain: string, ask: Ask): Promise<Check> {
  const look = async (): Promise<Check> => {
    const mx = await ask(domain, 'MX')
    if (mx === 'no_name') return checked((await knowsTheWorld(ask)) ? 'domain_missing' : 'dns_silent', domain)
    if (mx === 'none') return checked('domain_no_mx', domain)
    if (mx.every((exchange) => exchange === '' || exchange === '.')) return checked('domain_takes_no_mail', domain)
    return checked('domain_found', domain, mx.slice(0, 3).join(', '))
  }
  return look().catch(silent(`MX ${domain}`))
}

/** A name server of a closed network says of every name outside that there is none. There has been .se since 1986. */
const knowsTheWorld = async (ask: Ask): Promise<boolean> => typeof (await ask('se', 'NS')) !== 'string'

async function checkSpf(sender: Sender, domain: string, resolve: DNSResolver, ask: Ask): Promise<Check> {
  const look = async (): Promise<Check> => {
    const texts = await ask(domain, 'TXT')
    const records = typeof texts === 'string' ? [] : texts.filter((text) => /^v=spf1( |$)/i.test(text.trim()))
    const [record = ''] = records
    if (records.length === 0) return checked('spf_none', domain)
    if (records.length > 1) return checked('spf_several', domain, String(records.length))
    if (/^v=spf1\s+-all$/i.test(record.trim())) return checked('spf_forbids_all', domain, record)
    const addresses = await addressesOf(sender.serverHost, ask)
    const results = await Promise.all(
      addresses.map(async (ip) => {
        const { status } = await spf({
          sender: sender.address,
          ip,
          helo: sender.serverHost,
          mta: domain,
          resolver: resolve,
        })
        return status.result
      }),
    )
    if (results.includes('temperror')) return checked('dns_silent', `SPF ${domain}`)
    if (results.includes('permerror')) return checked('spf_faulty', domain, record)
    const passes = results.length > 0 && results.every((result) => result === 'pass')
    return passes ? checked('spf_passes', domain, record) : checked('spf_other_servers', sender.serverHost, record)
  }
  return look().catch(silent(`SPF ${domain}`))
}

/** At most four: a server with more is a great provider's, whose addresses stand or fall together. */
async function addressesOf(host: string, ask: Ask): Promise<string[]> {
  if (/^[\d.]+$/.test(host) || host.includes(':')) return [host]
  const answers = await Promise.all([ask(host, 'A'), ask(host, 'AAAA')])
  return answers.flatMap((answer) => (typeof answer === 'string' ? [] : answer)).slice(0, 4)
}

async function checkDkim({ dkim }: Sender, domain: string, ask: Ask): Promise<Check> {
  if (!dkim) return checked('dkim_not_set', domain)
  const name = `${dkim.selector}._domainkey.${dkim.domain}`
  const look = async (): Promise<Check> => {
    const texts = await ask(name, 'TXT')
    const record = typeof texts === 'string' ? undefined : texts.find((text) => /(^|;)\s*p=/i.test(text))
    if (record === undefined) return checked('dkim_missing', name)
    const published = /(?:^|;)\s*p=([^;]*)/i.exec(record)?.[1]?.replace(/\s+/g, '') ?? ''
    if (!publicKeysOf(dkim.privateKey).includes(published)) return checked('dkim_differs', name)
    return isOfDomain(dkim.domain, domain)
      ? checked('dkim_found', name)
      : checked('dkim_other_domain', dkim.domain, domain)
  }
  return look().catch(silent(`DKIM ${name}`))
}

/** As a record may publish it: RSA as SubjectPublicKeyInfo or bare (RFC 6376), Ed25519 as its 32 bytes (RFC 8463). */
function publicKeysOf(privateKey: string): string[] {
  const key = createPublicKey(privateKey)
  const whole = key.export({ type: 'spki', format: 'der' })
  if (key.asymmetricKeyType === 'ed25519') return [whole.subarray(-32).toString('base64')]
  return [whole, key.export({ type: 'pkcs1', format: 'der' })].map((bytes) => bytes.toString('base64'))
}

/** The one is the other, or above it. DMARC takes more as aligned; who signs for a sister domain is told to look. */
const isOfDomain = (signing: string, domain: string): boolean =>
  domain === signing.toLowerCase() || domain.endsWith(`.${signing.toLowerCase()}`)

async function checkDmarc(
  { address, isVouchedFor }: Sender,
  domain: string,
  resolve: DNSResolver,
  spfCheck: Check,
  dkimCheck: Check,
): Promise<Check> {
  const signs = dkimCheck.code === 'dkim_found' ? [domainOfKey(dkimCheck)] : []
  const sends = spfCheck.code === 'spf_passes' ? [domain] : []
  const result = await dmarc({
    headerFrom: [address],
    spfDomains: sends,
    dkimDomains: signs.map((key) => ({ domain: key })),
    resolver: resolve,
  })
  if (!result || result.status.result === 'temperror') return checked('dns_silent', `DMARC ${domain}`)
  if (result.status.result === 'none') return checked('dmarc_none', domain)
  const policy = String(result.policy ?? 'none').toLowerCase()
  const isStrict = /(^|;)\s*adkim\s*=\s*s/i.test(result.rr ?? '')
  const isProven = sends.length > 0 || signs.some((key) => !isStrict || key === domain)
  if (isProven || isVouchedFor || policy === 'none') return checked('dmarc_found', domain, policy)
  // What could not be looked up may be in order.
  if (spfCheck.verdict === 'not_checked' || dkimCheck.verdict === 'not_checked')
    return checked('dns_silent', `DMARC ${domain}`)
  return checked('dmarc_unproven', domain, policy)
}

const domainOfKey = ({ about }: Check): string => about.slice(about.indexOf('._domainkey.') + '._domainkey.'.length)
