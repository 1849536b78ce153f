// Addresses as they arrive. Mail programs and people damage mailed links: a percent sign that escapes nothing must not
// hide a link that can still be read, or the page that helps where it cannot.

/** Of an address with all that follows it; also the longest part of one. */
export const longestAddress = 2000
/** What is kept of a link that goes on beyond any of ours; escaped it is at most three times as long. */
const mostOfLink = 600

/** The address to look for: one that leads nowhere if it cannot be read. Escaped signs of a mailed link are left to its
 * own reader (src/web/token.ts): "%41" may be a letter escaped, or a stray percent sign before the letters that follow. */
export function readableAddress(url: string): string {
  const address = url
    .replace(escapedSlash, '/$1/')
    .replace(ownRoad, (road) => road.toLowerCase())
    .replace(cutLink, '/$1/-')
  if (!ownLink.test(address)) return isReadable(address) ? address : '/unreadable-address'
  const [path = '', query] = address.split('?')
  const link = path.slice(0, mostOfLink).replaceAll('%', '%25')
  return query === undefined || address.length > longestAddress ? link : `${link}?${query}`
}

/** What letters lead to: a questionnaire, an end to reminders, a password. */
const ownLink = /^\/(s|quiet|password)\//
/** Some programs make the first letter of an address a capital. */
const ownRoad = /^\/(s|quiet|password)(?=[/?]|$)/i
/** Broken off where a line ended: nobody's link, which is met like any that is damaged. */
const cutLink = /^\/(s|quiet)\/?(?=\?|$)/
const escapedSlash = /^\/(s|quiet|password)%(?:25)*2f/i

function isReadable(url: string): boolean {
  if (url.length > longestAddress) return false
  try {
    return !url.includes('%') || decodeURIComponent(url.split('?')[0] ?? '') !== ''
  } catch {
    return false
  }
}
