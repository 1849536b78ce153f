// Our signature on a letter (RFC 6376): with it a receiver knows that the letter is the domain's own and unchanged.
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { Problem } from '#errors.ts'

export interface DkimKey {
  domain: string
  selector: string
  /** PEM: RSA of at least 1024 bits, or Ed25519. */
  privateKey: string
}

/** RFC 8058 wants both List headers signed; RFC 6376 5.4 the others. What a letter lacks is not listed. */
const signedHeaders = [
  'From',
  'Reply-To',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Auto-Submitted',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
]

/** Receivers refuse shorter RSA keys (RFC 8301). */
const leastRsaBits = 1024

/** @throws Problem 'dkim_key_unusable' where the file cannot be read, or holds no key that signs mail */
export function readDkimKey(settings: { domain: string; selector: string; keyFile: string }): DkimKey {
  const { domain, selector, keyFile } = settings
  try {
    const privateKey = readFileSync(keyFile, 'utf8')
    if (signsMail(createPrivateKey(privateKey))) return { domain, selector, privateKey }
  } catch {
    // No file, or no key in it.
  }
  throw new Problem('dkim_key_unusable', { file: keyFile })
}

const signsMail = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean =>
  asymmetricKeyType === 'ed25519' ||
  (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= leastRsaBits)

/**
 * @param at UTC milliseconds: the letter's own date, so that a second try is signed alike
 * @throws Error where it cannot be signed: an unsigned letter would be taken for somebody else's
 */
export async function sign(message: Buffer, key: DkimKey, at: number): Promise<Buffer> {
  const signer = { signingDomain: key.domain, selector: key.selector, privateKey: key.privateKey }
  const { signatures, errors } = await dkimSign(message, {
    canonicalization: 'relaxed/relaxed',
    signTime: new Date(at),
    // Typed as a list, and read as a text: a list would be left out of account without a word.
    headerList: signedHeaders.join(':') as unknown as string[],
    ...signer,
    signatureData: [signer],
  })
  if (errors.length > 0) throw new Error('the letter could not be signed')
  return Buffer.concat([Buffer.from(signatures), message])
}
