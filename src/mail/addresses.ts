// The last look at an address before it reaches a server. Nodemailer reads a string as a list and a group; here one
// address is one address or none.
import { domainToASCII } from 'node:url'

/**
 * The address as SMTP takes it, its domain in ASCII (malmö.se → xn--malm-8qa.se); undefined where it is not exactly
 * one plain address: no lists, groups, names, quotes, comments, domain literals or control characters.
 */
export function mailableAddress(address: string): string | undefined {
  const parts = /^([^\s\p{C}@,;:<>()[\]\\"]{1,64})@([^\s\p{C}@,;:<>()[\]\\"]{1,253})$/u.exec(address)
  const [, local, domain] = parts ?? []
  if (local === undefined || domain === undefined) return undefined
  const ascii = domainToASCII(domain)
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/.test(ascii) ? `${local}@${ascii}` : undefined
}
