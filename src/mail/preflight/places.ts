// The two places that a mailing needs: the server that takes the letters, and the address that their links lead to.
import type { SmtpSettings } from '../smtp-transport.ts'
import { type Check, checked } from './check.ts'
import type { Outside } from './outside.ts'

export async function checkServer(settings: SmtpSettings, greet: Outside['greet']): Promise<Check> {
  const where = `${settings.host}:${settings.port}`
  const answer = await greet(settings)
  if (answer.met === 'ready') return checked(settings.security === 'none' ? 'server_here' : 'server_ready', where)
  return checked(`server_${answer.met}`, where, answer.words)
}

/** The front page, from here: a network may keep a server from reaching itself from outside, so silence proves nothing. */
export async function checkLinks(baseUrl: string, visit: Outside['visit']): Promise<Check> {
  try {
    const status = await visit(`${baseUrl}/`)
    return status < 400 ? checked('address_answers', baseUrl) : checked('address_other', baseUrl, String(status))
  } catch {
    return checked('address_silent', baseUrl)
  }
}
