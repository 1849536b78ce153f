// The network as a look before a mailing needs it, in one place, so that tests bring their own.
import { Resolver } from 'node:dns/promises'
import type { DNSResolver } from 'mailauth'
import { greetServer, type ServerAnswer, type SmtpSettings } from '../smtp-transport.ts'

export interface Outside {
  /** Records of a name. @throws Error with a code of c-ares (ENOTFOUND, ENODATA, ETIMEOUT …) */
  resolve: DNSResolver
  /** Connects, secures and signs in, and says goodbye. */
  greet: (settings: SmtpSettings) => Promise<ServerAnswer>
  /** The status that the address answers with. @throws Error where nobody does */
  visit: (url: string) => Promise<number>
}

/** Milliseconds that any one look may take, and each question to a name server. */
export const longestLook = 8000
const longestQuestion = 2500

export function realOutside(): Outside {
  const resolver = new Resolver({ timeout: longestQuestion, tries: 2 })
  return {
    resolve: async (name, type) => (await resolver.resolve(name, type)) as string[] | string[][],
    greet: (settings) => greetServer({ ...settings, connectTimeout: longestLook, answerTimeout: longestLook }),
    visit: async (url) => (await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(longestLook) })).status,
  }
}
