// What a look before a mailing finds: each thing looked at, how it stands, and what it was about. The words are in
// i18n/…/preflight.ts under the code.

/**
 * blocks: letters would surely fail, or do harm. not_checked: the look could not be made, which says nothing good.
 * not_needed: it does not concern letters that are only filed.
 */
export type Verdict = 'ok' | 'warning' | 'blocks' | 'not_checked' | 'not_needed'

export const areas = ['sender', 'server', 'links', 'letters', 'people'] as const
export type Area = (typeof areas)[number]

export interface Check {
  area: Area
  code: CheckCode
  verdict: Verdict
  /** The domain, host or number that it is about; may be empty. */
  about: string
  /** What was found there: a record, a server's words; may be empty. */
  found: string
}

const verdicts = {
  // The address that letters come from
  sender_invalid: ['sender', 'blocks'],
  domain_found: ['sender', 'ok'],
  domain_missing: ['sender', 'blocks'],
  domain_takes_no_mail: ['sender', 'blocks'],
  domain_no_mx: ['sender', 'warning'],
  spf_passes: ['sender', 'ok'],
  spf_none: ['sender', 'warning'],
  spf_several: ['sender', 'warning'],
  spf_faulty: ['sender', 'warning'],
  spf_forbids_all: ['sender', 'blocks'],
  spf_other_servers: ['sender', 'warning'],
  dkim_found: ['sender', 'ok'],
  dkim_not_set: ['sender', 'warning'],
  dkim_missing: ['sender', 'blocks'],
  dkim_differs: ['sender', 'blocks'],
  dkim_other_domain: ['sender', 'warning'],
  dmarc_found: ['sender', 'ok'],
  dmarc_none: ['sender', 'warning'],
  dmarc_unproven: ['sender', 'blocks'],
  dns_silent: ['sender', 'not_checked'],
  dns_not_needed: ['sender', 'not_needed'],
  // The mail server
  server_ready: ['server', 'ok'],
  server_here: ['server', 'ok'],
  server_unknown: ['server', 'blocks'],
  server_silent: ['server', 'blocks'],
  server_untrusted: ['server', 'blocks'],
  server_login: ['server', 'blocks'],
  server_refuses: ['server', 'blocks'],
  server_folder: ['server', 'not_needed'],
  server_demo: ['server', 'not_needed'],
  // Links of the letters
  address_missing: ['links', 'blocks'],
  address_local: ['links', 'blocks'],
  address_open: ['links', 'warning'],
  address_answers: ['links', 'ok'],
  address_other: ['links', 'warning'],
  address_silent: ['links', 'not_checked'],
  address_not_needed: ['links', 'not_needed'],
  // Words of the letters
  letters_whole: ['letters', 'ok'],
  letters_faulty: ['letters', 'blocks'],
  // Their readers
  people_none: ['people', 'blocks'],
  people_plain: ['people', 'ok'],
  people_no_address: ['people', 'warning'],
  people_bad_address: ['people', 'warning'],
  people_shared: ['people', 'warning'],
  people_mixed_letters: ['people', 'warning'],
} as const satisfies Record<string, readonly [Area, Verdict]>

export type CheckCode = keyof typeof verdicts

export const isCheckCode = (code: string): code is CheckCode => Object.hasOwn(verdicts, code)

export function checked(code: CheckCode, about = '', found = ''): Check {
  const [area, verdict] = verdicts[code]
  return { area, code, verdict, about, found }
}

export const isBlocking = ({ verdict }: Check): boolean => verdict === 'blocks'
