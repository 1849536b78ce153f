// Names for rows and links. All come from the operating system's random source, which throws when it cannot serve.
import { hash, randomBytes, randomInt } from 'node:crypto'

/** 96 random bits, 16 letters: for rows of tables. */
export const newId = (): string => randomBytes(12).toString('base64url')

/** 128 random bits, 22 letters: for mailed links and sessions. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(16).toString('base64url')

/** Letters of a token. */
export const tokenLength = 22

/** SHA-256 in hex. Fit for tokens, whose 128 bits nobody guesses; never for passwords. */
export const hashToken = (token: string): string => hash('sha256', token)

const readable = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code to read aloud, without letters that look alike: "K7QF-2MXR-9D". */
export function newReadableCode(groups = [4, 4, 2]): string {
  const letter = () => readable.charAt(randomInt(readable.length))
  return groups.map((size) => Array.from({ length: size }, letter).join('')).join('-')
}
