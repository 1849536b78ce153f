// Names and addresses at rest: sealed with a key that lies outside the database, so that a stolen file shows nobody.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { domainToASCII } from 'node:url'
import { Problem } from '#errors.ts'

export interface Identity {
  /** AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext. */
  seal(text: string): Buffer
  /** @throws Error where the key is another or a byte has changed */
  open(sealed: Buffer): string
  /** Keyed hash that finds an equal text without opening any. */
  lookupKey(text: string): string
  /** Tells which key this is without telling the key. */
  readonly fingerprint: string
}

export function identityFrom(secret: Buffer): Identity {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `samverka ${purpose}`, 32))
  // Made once: a key in bytes is made into one for each name, which takes longer than opening it.
  const sealing = createSecretKey(derive('seal'))
  const looking = derive('lookup')
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    },
    lookupKey: (text) => createHmac('sha256', looking).update(text).digest('hex'),
    fingerprint: createHmac('sha256', derive('fingerprint')).update('samverka').digest('hex').slice(0, 16),
  }
}

/**
 * Reads the key file, or makes one where neither key nor database exists yet.
 * @throws Problem 'key_missing' where a database is there and its key is not: a new key would lock everybody out
 */
export function readIdentity(keyFile: string, databaseExists: boolean): Identity {
  if (!existsSync(keyFile)) {
    if (databaseExists) throw new Problem('key_missing', { file: keyFile })
    mkdirSync(path.dirname(keyFile), { recursive: true, mode: 0o700 })
    writeFileSync(keyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(keyFile, 0o600)
  }
  const secret = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64')
  if (secret.length !== 32) throw new Problem('key_unreadable', { file: keyFile })
  return identityFrom(secret)
}

/** How addresses are compared: trimmed, composed form, lower case; a domain is the same in its own letters and as xn--…. */
export function normaliseAddress(address: string): string {
  const composed = address.trim().normalize('NFC')
  const at = composed.lastIndexOf('@')
  const domain = composed.slice(at + 1)
  return `${composed.slice(0, at).toLowerCase()}@${domainToASCII(domain) || domain.toLowerCase()}`
}
