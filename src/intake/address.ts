// Checks e-mail addresses before anybody is written to: one plain address per cell, and a name that people can read.
import { domainToASCII, domainToUnicode } from 'node:url'
import { asSeen } from '#survey/hidden-signs.ts'

export type AddressCheck =
  /** `address` is how it is kept and written to: the domain in lower case and ASCII (xn--…). See `inOwnLetters`. */
  | { ok: true; address: string; shared: boolean; mixedLetters: boolean }
  | { ok: false; code: 'email_invalid' | 'email_letters' }

/** RFC 5321: 64 octets before the at sign, 254 in all. */
const longest = { local: 64, address: 254 }
/** RFC 5322: of a mail. */
const longestLine = 998

/**
 * Exactly one plain address: no list, group, display name, quotes, comments, domain literal or control character.
 * Letters outside ASCII are taken in the domain (malmö.se) and refused before the at sign, where few servers take them.
 */
export function checkAddress(text: string): AddressCheck {
  const parts = /^([^\s\p{C}@,;:<>()[\]\\"]+)@([^\s\p{C}@,;:<>()[\]\\"]+)$/u.exec(text.trim())
  const [, local = '', typedDomain = ''] = parts ?? []
  const ascii = domainToASCII(typedDomain.normalize('NFC'))
  if (!isDomain(ascii) || local.length > longest.local || local.length + 1 + ascii.length > longest.address)
    return { ok: false, code: 'email_invalid' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  if (/[^\x00-\x7f]/.test(local)) return { ok: false, code: 'email_letters' }
  if (!/^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local)) return { ok: false, code: 'email_invalid' }
  const domain = domainToUnicode(ascii)
  return {
    ok: true,
    address: `${local}@${ascii}`,
    shared: sharedMailbox.test(local),
    mixedLetters: domain.split('.').some(mixesAlphabets),
  }
}

/**
 * The address in what somebody has copied from a mail: after a name, between brackets, as a link, at the end of a
 * sentence, with signs that nobody sees. What has more than one in brackets, or is no line of a mail, comes back
 * as it is.
 */
export function withoutWrapping(text: string): string {
  if (text.length > longestLine) return text
  const seen = asSeen(text)
  const [inBrackets, another] = seen.matchAll(/<([^<>]*)>/g)
  const bare = inBrackets && !another ? (inBrackets[1] ?? '') : seen
  return bare
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\.+$/, '')
}

/** How people read an address: bo@xn--malm-8qa.se → bo@malmö.se. What is no address comes back as it is. */
export function inOwnLetters(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = domainToUnicode(address.slice(at + 1))
  return at < 0 || domain === '' ? address : `${address.slice(0, at)}@${domain}`
}

/** RFC 1035 labels; a last label of digits would be an IP address. */
const isDomain = (ascii: string): boolean =>
  ascii.length <= 253 &&
  /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/.test(ascii) &&
  !/\.\d+$/.test(ascii)

/** A personal link sent here would reach many, or nobody. */
const sharedMailbox =
  /^(info|kontakt|contact|no-?reply|kommun(en)?|registrator|reception(en)?|support|admin|post|office|kansli(et)?|styrelse(n)?|mail|e-?post)$/i

/** A Latin name with one Cyrillic or Greek letter in it is not the name that it looks like. */
const mixesAlphabets = (label: string): boolean =>
  /\p{Script=Latin}/u.test(label) && /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(label)
