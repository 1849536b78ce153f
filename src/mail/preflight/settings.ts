// What the settings alone tell: looked at whenever a wave is about to be opened, since it asks nobody.
import { mailableAddress } from '../addresses.ts'
import { type Check, checked } from './check.ts'

export interface MailSettings {
  smtpUrl: string | undefined
  baseUrl: string | undefined
  mailFrom: string | undefined
}

/** Of a demonstration no letter leaves the machine, whatever the settings. */
export interface Sending {
  isDemo: boolean
  contactEmail: string
}

const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Whether letters only become files here. */
export const areFiled = (settings: Pick<MailSettings, 'smtpUrl'>, { isDemo }: Sending): boolean =>
  isDemo || settings.smtpUrl === undefined

/** Where letters come from, as the mail server is told; undefined where that is not one plain address. */
export const senderOf = ({ mailFrom }: MailSettings, { contactEmail }: Sending): string | undefined =>
  mailableAddress(mailFrom ?? contactEmail)

export function checkSettings(settings: MailSettings, sending: Sending): Check[] {
  const sender = senderOf(settings, sending)
  const invalid = sender === undefined ? [checked('sender_invalid', settings.mailFrom ?? sending.contactEmail)] : []
  if (areFiled(settings, sending)) return invalid
  return [...invalid, ...checkAddress(settings.baseUrl)]
}

function checkAddress(baseUrl: string | undefined): Check[] {
  if (baseUrl === undefined) return [checked('address_missing')]
  const { protocol, hostname } = new URL(baseUrl)
  if (thisMachine.test(hostname)) return [checked('address_local', baseUrl)]
  return protocol === 'https:' ? [] : [checked('address_open', baseUrl)]
}
