// What a status code means for the letter and for its reader (RFC 3463, RFC 3464).
import type { Verdict } from '#store/bounces.ts'

const enhanced = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/
const basic = /(?:^|[\s;:(])([45])\d\d(?=[\s-])/

/**
 * The most telling code of what a server wrote, "5.1.1"; empty where there is none. Some servers give every report
 * the code x.0.0 and the true one in their words: Exim calls a greylisting that never ended "5.0.0", for one.
 * @param field the Status field, or empty
 * @param words the server's words
 */
export function statusOf(field: string, words: string): string {
  const given = enhanced.exec(field)?.[0] ?? ''
  if (given !== '' && !given.endsWith('.0.0')) return given
  const said = enhanced.exec(words)?.[0]
  const [, digit] = basic.exec(words) ?? []
  return said ?? (digit === undefined ? given : `${digit}.0.0`)
}

/** The time ran out: says nothing of the address (RFC 3463 x.4.7; 5.4.300 is Exchange's). */
const expired = /^[45]\.4\.(7|300)$/

/** About who sends, whoever reads: refused by rule (5.7.x), or the sender's own address is not to the server's liking. */
const aboutUs = /^5\.(7\.\d+|1\.[78])$/

/**
 * What is to be concluded. `failed` alone says anything of the address.
 * @param action the Action field of RFC 3464, in lower case
 * @returns undefined where nothing can be concluded
 */
export function judge(action: string, status: string): Verdict | 'arrived' | undefined {
  if (action === 'delayed') return 'delayed'
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'arrived'
  if (action !== 'failed' || status.startsWith('2')) return undefined
  if (!status.startsWith('5') || expired.test(status)) return 'gave_up'
  return aboutUs.test(status) ? 'policy' : 'failed'
}
