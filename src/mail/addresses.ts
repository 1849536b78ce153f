// The last look at an address before it reaches a server. Nodemailer reads a string as a list and a group; here one
// address is one address or none.
import { domainToASCII } from 'node:url'
import addressparser from 'nodemailer/lib/addressparser'

/**
 * The address as SMTP takes it, its domain in ASCII (malmö.se → xn--malm-8qa.se); undefined where it is not exactly
 * one plain address: no lists, groups, names, quotes, comments, domain literals or control characters.
 */
export function mailableAddress(address: string): string | undefined {
  const parts = /^([^\s\p{C}@,;:<>()[\]\\"]{1,64})@([^\s\p{C}@,;:<>()[\]\\"]{1,253})$/u.exec(address)
  const [, local, domain] = parts ?? []
  if (local === undefined || domain === undefined) return undefined
  const ascii = domainToASCII(domain)
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(ascii)) return undefined
  return isReadAsOne(`${local}@${ascii}`) ? `${local}@${ascii}` : undefined
}

/** What the library that writes the letter makes of it: this address, and nobody else. */
function isReadAsOne(address: string): boolean {
  const [first, ...others] = addressparser(address)
  return others.length === 0 && first !== undefined && !('group' in first) && first.address === address && !first.name
}
