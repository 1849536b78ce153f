// What a mail server's words are about, so that a hundred refusals are read as the one or two troubles that they are.
// The codes count (RFC 3463 and its registry, then RFC 5321); words only where there is none.

export type RefusalKind =
  /** Nobody has the address. */
  | 'no_mailbox'
  /** Nobody takes mail for the domain. */
  | 'no_domain'
  /** No address that a server can read. */
  | 'bad_address'
  | 'mailbox_closed'
  | 'mailbox_full'
  | 'too_large'
  /** The sender's domain proves nothing, or something else (SPF, DKIM, DMARC). */
  | 'our_domain'
  /** Taken for spam, or against a rule of the receiver's. */
  | 'policy'
  /** Our own server does not pass mail on for us. */
  | 'not_relayed'
  | 'sign_in'
  | 'tls'
  | 'too_fast'
  /** Greylisting, or a server that is busy. */
  | 'later'
  | 'unreachable'
  /** The connection ended before the letter was answered. */
  | 'cut_off'
  | 'not_written'
  /** Refused for good, and no code says why. */
  | 'refused'
  | 'other'

export interface Refusal {
  kind: RefusalKind
  /** "550 5.1.1": reply code and enhanced status code as far as there are any; empty where there is none. */
  code: string
}

/** Subject and detail of an enhanced status code, whatever its class: 4.2.2 and 5.2.2 are both a full mailbox. */
const byStatus: Readonly<Record<string, RefusalKind>> = {
  '1.0': 'no_mailbox',
  '1.1': 'no_mailbox',
  '1.2': 'no_domain',
  '1.3': 'bad_address',
  '1.6': 'no_mailbox',
  // The sender's address is the one that is not to the server's liking.
  '1.7': 'our_domain',
  '1.8': 'our_domain',
  '1.10': 'no_mailbox',
  '2.0': 'mailbox_closed',
  '2.1': 'mailbox_closed',
  '2.2': 'mailbox_full',
  '2.3': 'too_large',
  '3.2': 'later',
  '3.4': 'too_large',
  '4.1': 'unreachable',
  '4.2': 'cut_off',
  '4.4': 'no_domain',
  '4.5': 'too_fast',
  '4.7': 'unreachable',
  '5.3': 'too_fast',
  '7.0': 'policy',
  '7.1': 'policy',
  '7.8': 'sign_in',
  '7.9': 'sign_in',
  '7.10': 'tls',
  '7.11': 'tls',
  // Microsoft's 5.7.515 and the registry's 20 to 27 say that our domain fails to prove that the letter is ours.
  ...Object.fromEntries([20, 21, 22, 23, 24, 25, 26, 27, 509, 515].map((detail) => [`7.${detail}`, 'our_domain'])),
  '7.28': 'too_fast',
}

const byReply: Readonly<Record<string, RefusalKind>> = {
  421: 'later',
  450: 'later',
  451: 'later',
  452: 'too_fast',
  454: 'tls',
  501: 'bad_address',
  530: 'sign_in',
  534: 'sign_in',
  535: 'sign_in',
  550: 'refused',
  551: 'no_mailbox',
  552: 'mailbox_full',
  553: 'bad_address',
  554: 'policy',
}

/** Tried in order where no code tells; the last ones are said by this program and its libraries. */
const byWords: readonly [RegExp, RefusalKind][] = [
  [/^not written:/, 'not_written'],
  [/certificate|\b(tls|ssl)\b|starttls/i, 'tls'],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|connect ETIMEDOUT|getaddrinfo|connection timeout/i,
    'unreachable',
  ],
  [/^interrupted$|closed the connection|connection closed|ECONNRESET|EPIPE|timeout|ETIMEDOUT/i, 'cut_off'],
]

/** What is said for good in these is patience for now: 4.7.1 and 4.2.0 are how greylisting answers. */
const forGood: ReadonlySet<RefusalKind> = new Set(['no_mailbox', 'mailbox_closed', 'policy'])

/** @param words as kept in a letter's outcome */
export function readRefusal(words: string): Refusal {
  const reply = /(?<![\d.-])[45]\d\d(?=[\s-]|$)/.exec(words)?.[0]
  const status = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)/.exec(words)?.[0]
  return { kind: kindOf(words, reply, status), code: [reply, status].filter(Boolean).join(' ') }
}

function kindOf(words: string, reply: string | undefined, status: string | undefined): RefusalKind {
  if (/\brelay(ing)?\b/i.test(words) && (reply || status)) return 'not_relayed'
  const isForNow = (status ?? reply)?.startsWith('4') ?? false
  const detail = status && byStatus[status.slice(2)]
  // Exchange Online says 5.4.1 of people it does not have; by the registry it is a host that does not answer.
  if (status === '5.4.1') return 'no_mailbox'
  if (detail) return isForNow && forGood.has(detail) ? 'later' : detail
  // A detail that no registry has (Microsoft's 5.7.7xx) is still about security or policy.
  if (status?.startsWith('5.7.')) return 'policy'
  const code = reply && byReply[reply]
  if (code) return code
  const said = byWords.find(([pattern]) => pattern.test(words))?.[1]
  if (said) return said
  if (reply || status) return isForNow ? 'later' : 'refused'
  return 'other'
}
