// Messages as mail systems write them, all about one letter to one person, on documentation addresses.
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The letter that they are about, and whom it went to. */
export const about = { letter: '<letter-1@bygd.example>', address: 'bo.ek@kommun.example' } as const

/** Bytes of a fixture, its lines ended as over SMTP. */
export function fixture(name: string, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer {
  const text = readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.eml`), 'utf8')
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), encoding)
}

/** The fixture, about another letter or another address. */
export const fixtureAbout = (name: string, { letter, address }: { letter: string; address: string }): Buffer =>
  Buffer.from(fixture(name).toString('utf8').replaceAll(about.letter, letter).replaceAll(about.address, address))
