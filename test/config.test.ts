import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '#config.ts'

test('without settings it runs on this machine, beside where it was started', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    smtpUrl: undefined,
    trustProxy: false,
    logLevel: 'warn',
  })
  expect(config.databaseFile).toBe(path.resolve('data/samverka.db'))
})

test('an empty setting is none', () => {
  expect(readConfig({ SMTP_URL: '', PORT: ' ' })).toMatchObject({ smtpUrl: undefined, port: 3000 })
})

test('a base address loses its last slash', () => {
  expect(readConfig({ BASE_URL: 'https://enkat.example/' }).baseUrl).toBe('https://enkat.example')
})

test.each([
  ['PORT', '70000', '0–65535'],
  ['PORT', 'http', '0–65535'],
  ['PORT', '1.5', '0–65535'],
  ['BASE_URL', 'enkat.example', 'https://…, http://…'],
  ['BASE_URL', 'javascript:alert(1)', 'https://…, http://…'],
  ['BASE_URL', 'https://enkat.example/under?x=1', 'https://…, http://… (… = enkat.exempel.se)'],
  ['BASE_URL', 'https://enkat.example/#x', 'https://…, http://… (… = enkat.exempel.se)'],
  ['SMTP_URL', 'https://mail.example', 'smtps://…, smtp://…'],
  ['SMTP_URL', 'smtp://', 'smtps://'],
  ['MAIL_FROM', 'Enkät Samverka <enkat@exempel.se>', 'enkat@exempel.se'],
  ['MAIL_FROM', 'a@b.se, c@d.se', 'enkat@exempel.se'],
  ['MAIL_FROM', 'not an address', 'enkat@exempel.se'],
  ['MAIL_FROM', 'a@b.se\r\nBcc: x@y.se', 'enkat@exempel.se'],
  ['IMAP_URL', 'pop3://mail.example', 'imaps://…, imap://…'],
  ['DKIM_DOMAIN', 'ett bolag', 'exempel.se'],
  ['TRUST_PROXY', 'yes', '0, 1'],
  ['LOG_LEVEL', 'loud', 'silent, error, warn, info, debug'],
])('%s=%s is refused by name, with what it takes', (name, value, takes) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name}=${value} → ${takes}`)
})

test('a wrong setting is told without its password', () => {
  expect(() => readConfig({ SMTP_URL: 'smpt://user:hemligt@mail.example' })).toThrow(
    /SMTP_URL=smpt:\/\/…@mail\.example/,
  )
})

test('an address with a password in it is no base address, and the password is told to nobody', () => {
  expect(() => readConfig({ BASE_URL: 'https://user:hemligt@enkat.example' })).toThrow(
    /BASE_URL=https:\/\/…@enkat\.example/,
  )
  expect(readConfig({ BASE_URL: 'https://enkat.example/under/' }).baseUrl).toBe('https://enkat.example/under')
})

test('a sender is one plain address, in letters of its own too', () => {
  expect(readConfig({ MAIL_FROM: ' enkat@malmö.se ' }).mailFrom).toBe('enkat@malmö.se')
})

test('a mailbox is one of IMAP, and its password is told to nobody', () => {
  expect(readConfig({ IMAP_URL: 'imaps://a:b@imap.example/INBOX' }).imapUrl).toBe('imaps://a:b@imap.example/INBOX')
  expect(() => readConfig({ IMAP_URL: 'imapz://a:hemligt@imap.example' })).toThrow(/IMAP_URL=imapz:\/\/…@imap\.example/)
})

test('every wrong setting is told at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT=x[\s\S]*LOG_LEVEL=loud/)
})

test('a key to sign letters with has a domain and a selector, or is refused by what is missing', () => {
  const key = { DKIM_DOMAIN: 'exempel.se', DKIM_SELECTOR: 'enkat', DKIM_KEY_FILE: '/etc/samverka/dkim.pem' }
  expect(readConfig(key).dkim).toEqual({ domain: 'exempel.se', selector: 'enkat', keyFile: '/etc/samverka/dkim.pem' })
  expect(readConfig({}).dkim).toBeUndefined()
  expect(() => readConfig({ ...key, DKIM_SELECTOR: '' })).toThrow(/missing=DKIM_SELECTOR$/)
  expect(() => readConfig({ DKIM_DOMAIN: 'exempel.se' })).toThrow(/missing=DKIM_SELECTOR, DKIM_KEY_FILE$/)
})
