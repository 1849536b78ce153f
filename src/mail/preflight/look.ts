// A look at everything outside that a mailing depends on, all at once and within seconds.
import { readDkimKey } from '../dkim.ts'
import { smtpSettings } from '../smtp-transport.ts'
import { type Check, checked } from './check.ts'
import { longestLook, type Outside } from './outside.ts'
import { checkLinks, checkServer } from './places.ts'
import { checkSenderDomain } from './sender-domain.ts'
import { areFiled, type MailSettings, type Sending, senderOf } from './settings.ts'

export interface LookSettings extends MailSettings {
  dkim: { domain: string; selector: string; keyFile: string } | undefined
}

/** The domain that letters come from; undefined where no letter leaves, or the address is none. */
export function senderDomainOf(settings: MailSettings, sending: Sending): string | undefined {
  const address = areFiled(settings, sending) ? undefined : senderOf(settings, sending)
  return address?.slice(address.lastIndexOf('@') + 1)
}

/** Of letters that go nowhere nothing outside is asked. */
export const checkFiled = ({ isDemo }: Sending): Check[] => [
  checked('dns_not_needed'),
  checked(isDemo ? 'server_demo' : 'server_folder'),
  checked('address_not_needed'),
]

/**
 * @param isVouchedFor as Sender has it
 * @param limit milliseconds for each of the three looks; what has not answered by then is not checked
 */
export async function lookOutside(
  settings: LookSettings,
  sending: Sending,
  isVouchedFor: boolean,
  outside: Outside,
  limit = longestLook,
): Promise<Check[]> {
  const { smtpUrl, baseUrl } = settings
  if (areFiled(settings, sending) || smtpUrl === undefined) return checkFiled(sending)
  const server = smtpSettings(smtpUrl)
  const address = senderOf(settings, sending)
  const dkim = settings.dkim && readDkimKey(settings.dkim)
  const sender = address && { address, serverHost: server.host, dkim, isVouchedFor }
  const [ofSender, ofServer, ofLinks] = await Promise.all([
    sender ? within(limit, checkSenderDomain(sender, outside.resolve), [checked('dns_silent', 'DNS')]) : [],
    within(limit, checkServer(server, outside.greet), checked('server_silent', `${server.host}:${server.port}`)),
    baseUrl ? within(limit, checkLinks(baseUrl, outside.visit), checked('address_silent', baseUrl)) : undefined,
  ])
  return [...ofSender, ofServer, ...(ofLinks ? [ofLinks] : [])]
}

/** What the promise gives, or what is to be said where it takes too long. */
async function within<T>(milliseconds: number, promise: Promise<T>, instead: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(instead), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
