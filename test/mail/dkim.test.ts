// Signatures are checked by the library that checks for receivers, against a DNS of our own.
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, expect, test } from 'vitest'
import { composeMessage, type Posting } from '#mail/compose.ts'
import { type DkimKey, readDkimKey } from '#mail/dkim.ts'
import { standardWords, writeLetter } from '#mail/letters.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-dkim-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = { domain: 'bygd.example', selector: 'brev' }
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const derOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' })
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const pairs = { rsa: rsa(2048), ed25519: generateKeyPairSync('ed25519') }

function keyFile(pem: string): string {
  const file = path.join(folder, `${Math.abs(pem.length)}-${pem.slice(40, 60).replace(/\W/g, '')}.pem`)
  writeFileSync(file, pem)
  return file
}

const recordOf = {
  rsa: `v=DKIM1; k=rsa; p=${derOf(pairs.rsa.publicKey).toString('base64')}`,
  // RFC 8463 4: the bare 32 bytes, which end the SPKI form.
  ed25519: `v=DKIM1; k=ed25519; p=${derOf(pairs.ed25519.publicKey).subarray(-32).toString('base64')}`,
}
const posting: Posting = {
  from: { name: 'Föreningen Bygd & Län', address: 'enkat@bygd.example' },
  replyTo: 'kontakt@bygd.example',
  to: { name: 'Åsa Öberg', address: 'asa@kommun.example' },
  messageId: '<abc@bygd.example>',
  date: Date.UTC(2027, 2, 1, 8),
  unsubscribe: { by: 'quiet', link: 'https://enkat.example/quiet/b7sLw1AZk3vT9dQhX0yq2m' },
  letter: writeLetter(
    {
      kind: 'thanks',
      language: 'sv',
      project: { name: 'Service', organisation: 'Bygd & Län', contactEmail: 'kontakt@bygd.example' },
      recipient: { name: 'Åsa Öberg', municipality: 'Flen' },
    },
    standardWords('thanks', 'sv'),
  ),
}

const check = async (raw: Buffer | string, record: string) => {
  const asked: string[] = []
  const resolver = async (name: string, type: string) => {
    asked.push(`${type} ${name}`)
    return [[record]]
  }
  const { results } = await dkimVerify(raw, { resolver })
  return { results, asked }
}
const keyOf = (kind: keyof typeof pairs): DkimKey =>
  readDkimKey({ ...place, keyFile: keyFile(pemOf(pairs[kind].privateKey)) })

test.each(['rsa', 'ed25519'] as const)(
  'a signed letter proves its domain, both List headers included: %s',
  async (kind) => {
    const raw = await composeMessage(posting, keyOf(kind))
    const { results, asked } = await check(raw, recordOf[kind])
    expect(asked).toEqual(['TXT brev._domainkey.bygd.example'])
    expect(results.map(({ status, signingDomain }) => [status.result, signingDomain])).toEqual([
      ['pass', 'bygd.example'],
    ])
    const signed = /^DKIM-Signature:[\s\S]*?\bh=([^;]+);/
      .exec(raw.toString())?.[1]
      ?.split(/[\s:]+/)
      .map((one) => one.toLowerCase())
    for (const header of ['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post'])
      expect(signed).toContain(header)
  },
)

test.each([
  ['the link to have no more of it', (raw: string) => raw.replace('/quiet/b7', '/quiet/c7')],
  ['the one-click header', (raw: string) => raw.replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click')],
  ['the sender', (raw: string) => raw.replace('enkat@bygd.example', 'bluff@bygd.example')],
  ['the words', (raw: string) => raw.replace('pseudonymiserade', 'anonymiserade')],
])('changed on the way, it proves nothing: %s', async (_what, change) => {
  const raw = (await composeMessage(posting, keyOf('rsa'))).toString()
  expect(change(raw)).not.toBe(raw)
  const { results } = await check(change(raw), recordOf.rsa)
  expect(results.map(({ status }) => status.result)).not.toContain('pass')
})

test('without a key letters go unsigned', async () => {
  expect((await composeMessage(posting)).toString()).not.toContain('DKIM-Signature')
})

test.each([
  ['too short', () => pemOf(rsa(512).privateKey)],
  ['of another kind', () => pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)],
  ['not a key', () => 'hemligt'],
])('a key that is %s is refused before any letter, by its file', (_what, pem) => {
  const file = keyFile(pem())
  expect(() => readDkimKey({ ...place, keyFile: file })).toThrow(`dkim_key_unusable file=${file}`)
})

test('a key that is not there is refused by the file it should be in', () => {
  expect(() => readDkimKey({ ...place, keyFile: '/finns-inte.pem' })).toThrow('dkim_key_unusable file=/finns-inte.pem')
})
