// Records are written by hand after RFC 7208, 6376, 7489 and 7505; no name server is asked.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { DNSResolver } from 'mailauth'
import { afterEach, expect, test } from 'vitest'
import type { Check } from '#mail/preflight/check.ts'
import { lookOutside } from '#mail/preflight/look.ts'
import type { Outside } from '#mail/preflight/outside.ts'
import { checkSenderDomain, type Sender } from '#mail/preflight/sender-domain.ts'
import { checkSettings } from '#mail/preflight/settings.ts'
import { greetServer, smtpSettings } from '#mail/smtp-transport.ts'
import { type MailServer, selfSigned, startMailServer } from './mail-server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

type Zone = Readonly<Record<string, string | readonly string[]>>

/** Answers from "TYPE name" → records; "slow" and "broken" are what they say. */
const dns =
  (zone: Zone): DNSResolver =>
  async (name, type) => {
    const found = zone[`${type} ${name}`]
    if (found === 'broken') throw Object.assign(new Error('no answer'), { code: 'ESERVFAIL' })
    if (found === undefined) {
      const exists = Object.keys(zone).some((key) => key.endsWith(` ${name}`))
      throw Object.assign(new Error('nothing there'), { code: exists ? 'ENODATA' : 'ENOTFOUND' })
    }
    const records = typeof found === 'string' ? [found] : [...found]
    if (type === 'TXT') return records.map((text) => [text])
    return type === 'MX' ? (records.map((exchange) => ({ exchange, priority: 10 })) as never) : records
  }

const home: Zone = {
  'NS se': 'a.ns.se',
  'MX kommun.example': 'mx.kommun.example',
  'TXT kommun.example': 'v=spf1 ip4:192.0.2.10 -all',
  'TXT _dmarc.kommun.example': 'v=DMARC1; p=reject',
  'A smtp.kommun.example': '192.0.2.10',
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed25519 = generateKeyPairSync('ed25519')
const pem = (pair: typeof rsa) => String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
const published = (pair: typeof rsa) => pair.publicKey.export({ type: 'spki', format: 'der' })
const dkim = { domain: 'kommun.example', selector: 's1', privateKey: pem(rsa) }
const dkimName = 'TXT s1._domainkey.kommun.example'

const sender = (more: Partial<Sender> = {}): Sender => ({
  address: 'enkat@kommun.example',
  serverHost: 'smtp.kommun.example',
  dkim: undefined,
  isVouchedFor: false,
  ...more,
})
const codes = (checks: readonly Check[]) => checks.map(({ code }) => code)
const look = async (zone: Zone, more: Partial<Sender> = {}) =>
  codes(await checkSenderDomain(sender(more), dns({ ...home, ...zone })))

test('a domain that names the server, and asks receivers to refuse others', async () => {
  expect(await look({})).toEqual(['domain_found', 'spf_passes', 'dkim_not_set', 'dmarc_found'])
})

test.each<[string, Zone, string]>([
  ['SPF that names others', { 'TXT kommun.example': 'v=spf1 ip4:198.51.100.1 -all' }, 'spf_other_servers'],
  ['no SPF', { 'TXT kommun.example': 'google-site-verification=x' }, 'spf_none'],
  ['two SPF records', { 'TXT kommun.example': ['v=spf1 a -all', 'v=spf1 mx -all'] }, 'spf_several'],
  ['SPF that cannot be read', { 'TXT kommun.example': 'v=spf1 ip4:x.y -all' }, 'spf_faulty'],
  ['a domain that sends no mail', { 'TXT kommun.example': 'v=spf1 -all' }, 'spf_forbids_all'],
])('%s: nothing proves the letters, and a domain that has them refused blocks', async (_what, zone, code) => {
  expect(await look(zone)).toEqual(['domain_found', code, 'dkim_not_set', 'dmarc_unproven'])
  const mild = { ...zone, 'TXT _dmarc.kommun.example': 'v=DMARC1; p=none' }
  expect(await look(mild)).toEqual(['domain_found', code, 'dkim_not_set', 'dmarc_found'])
  expect(await look(zone, { isVouchedFor: true })).toContain('dmarc_found')
})

test('a signature of ours proves the letters as well as SPF does', async () => {
  const spfFails = { 'TXT kommun.example': 'v=spf1 ip4:198.51.100.1 -all' }
  const record = `v=DKIM1; k=rsa; p=${published(rsa).toString('base64')}`
  expect(await look({ ...spfFails, [dkimName]: record }, { dkim })).toEqual([
    'domain_found',
    'spf_other_servers',
    'dkim_found',
    'dmarc_found',
  ])
  const young = { ...dkim, privateKey: pem(ed25519 as unknown as typeof rsa) }
  const short = published(ed25519 as unknown as typeof rsa)
    .subarray(-32)
    .toString('base64')
  expect(await look({ [dkimName]: `v=DKIM1; k=ed25519; p=${short}` }, { dkim: young })).toContain('dkim_found')
})

test('a key that is not in DNS, or is another there, breaks every signature', async () => {
  expect(await look({}, { dkim })).toContain('dkim_missing')
  expect(await look({ [dkimName]: 'v=DKIM1; p=AAAA' }, { dkim })).toContain('dkim_differs')
})

test('under strict DMARC the domain above does not sign for one below', async () => {
  const zone: Zone = {
    'MX enkat.kommun.example': 'mx.kommun.example',
    'TXT enkat.kommun.example': 'v=spf1 ip4:198.51.100.1 -all',
    [dkimName]: `v=DKIM1; p=${published(rsa).toString('base64')}`,
  }
  const address = 'svar@enkat.kommun.example'
  const relaxed = { ...zone, 'TXT _dmarc.enkat.kommun.example': 'v=DMARC1; p=quarantine' }
  expect(await look(relaxed, { address, dkim })).toContain('dmarc_found')
  const strict = { ...zone, 'TXT _dmarc.enkat.kommun.example': 'v=DMARC1; p=quarantine; adkim=s' }
  expect(await look(strict, { address, dkim })).toContain('dmarc_unproven')
})

test('a domain that is not there, or takes no mail', async () => {
  const nowhere = checkSenderDomain(sender({ address: 'a@nowhere.example' }), dns(home))
  expect(codes(await nowhere)).toEqual(['domain_missing'])
  // The name server of a closed network knows nobody outside, and says so of everybody.
  expect(codes(await checkSenderDomain(sender(), dns({})))).toEqual(['dns_silent'])
  expect(await look({ 'MX kommun.example': '' })).toContain('domain_takes_no_mail')
  const { 'MX kommun.example': _mx, ...rest } = home
  expect(codes(await checkSenderDomain(sender(), dns(rest)))).toContain('domain_no_mx')
})

test('what cannot be looked up is not checked, and never in order', async () => {
  const all = Object.fromEntries(Object.keys(home).map((key) => [key, 'broken']))
  const checks = await checkSenderDomain(sender({ dkim }), dns({ ...all, [dkimName]: 'broken' }))
  expect(checks.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 4 }, () => 'not_checked'))
  expect(await look({ 'TXT kommun.example': 'broken' })).toEqual([
    'domain_found',
    'dns_silent',
    'dkim_not_set',
    'dns_silent',
  ])
})

// ── Settings and places ──────────────────────────────────────────────────────────────────────────────────────────

const settings = {
  smtpUrl: 'smtp://smtp.kommun.example',
  baseUrl: 'https://enkat.kommun.example',
  mailFrom: 'enkat@kommun.example',
  dkim: undefined,
}
const project = { isDemo: false, contactEmail: 'kontakt@kommun.example' }

test.each([
  [{}, []],
  [{ baseUrl: undefined }, ['address_missing']],
  [{ baseUrl: 'http://localhost:3000' }, ['address_local']],
  [{ baseUrl: 'http://enkat.kommun.example' }, ['address_open']],
  [{ mailFrom: 'Kommunen <a@b.example>' }, ['sender_invalid']],
  [{ smtpUrl: undefined, baseUrl: undefined }, []],
])('settings %j: %j', (change, expected) => {
  expect(codes(checkSettings({ ...settings, ...change }, project))).toEqual(expected)
})

const outside = (more: Partial<Outside> = {}): Outside => ({
  resolve: dns(home),
  greet: async () => ({ met: 'ready', words: '' }),
  visit: async () => 200,
  ...more,
})

test('all is looked at, and letters that are only filed need none of it', async () => {
  const checks = await lookOutside(settings, project, false, outside())
  expect(codes(checks)).toEqual([
    'domain_found',
    'spf_passes',
    'dkim_not_set',
    'dmarc_found',
    'server_ready',
    'address_answers',
  ])
  const asked: string[] = []
  const watched = outside({
    resolve: async (name) => {
      asked.push(name)
      return []
    },
  })
  const filed = await lookOutside({ ...settings, smtpUrl: undefined }, project, false, watched)
  expect(filed.map(({ verdict }) => verdict)).toEqual(['not_needed', 'not_needed', 'not_needed'])
  expect((await lookOutside(settings, { ...project, isDemo: true }, false, watched))[0]?.verdict).toBe('not_needed')
  expect(asked).toEqual([])
})

test('nothing is waited for longer than its time: a silent server blocks, the rest is not checked', async () => {
  const never = () => new Promise<never>(() => {})
  const checks = await lookOutside(settings, project, false, { resolve: never, greet: never, visit: never }, 20)
  expect(checks.map(({ code, verdict }) => [code, verdict])).toEqual([
    ['dns_silent', 'not_checked'],
    ['server_silent', 'blocks'],
    ['address_silent', 'not_checked'],
  ])
})

test('the address is another page, or nobody answers', async () => {
  expect(codes(await lookOutside(settings, project, false, outside({ visit: async () => 502 })))).toContain(
    'address_other',
  )
  const unreachable = outside({ visit: () => Promise.reject(new Error('ECONNREFUSED')) })
  expect(codes(await lookOutside(settings, project, false, unreachable))).toContain('address_silent')
})

test('the key of the settings is held against DNS', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-preflight-'))
  closers.push(() => rmSync(folder, { recursive: true }))
  const keyFile = path.join(folder, 'dkim.pem')
  writeFileSync(keyFile, pem(rsa))
  const signed = { ...settings, dkim: { domain: 'kommun.example', selector: 's1', keyFile } }
  expect(codes(await lookOutside(signed, project, false, outside()))).toContain('dkim_missing')
})

async function serverThat(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options)
  closers.push(() => server.stop())
  return server
}
const meet = async (url: string) => {
  const { met } = await greetServer({ ...smtpSettings(url), connectTimeout: 1000, answerTimeout: 1000 })
  return met
}

test('a server is greeted without a letter: ready, silent, without trust, or wanting another password', async () => {
  const server = await serverThat()
  expect(await meet(server.url)).toBe('ready')
  expect(server.seen).toEqual([])
  expect(await meet('smtp://127.0.0.1:1')).toBe('silent')
  server.behave({ atConnect: '554 no service' })
  expect(await meet(server.url)).toBe('refuses')
  server.behave({ fallSilent: 'at connect' })
  expect(await meet(server.url)).toBe('silent')
  server.behave({ atSignIn: '535 5.7.8 wrong' })
  expect(await meet(server.url.replace('//', '//namn:fel@'))).toBe('login')
  const strange = await serverThat({ ...selfSigned, secure: true })
  expect(await meet(strange.url.replace('smtp:', 'smtps:'))).toBe('untrusted')
})
