// English words: why mail servers turn letters away, and what to do about it.
import type sv from '../sv/refusals.ts'
import type { Words } from '../words.ts'

export default {
  what: {
    no_mailbox: 'There is no such mailbox',
    no_domain: 'Nobody takes mail for the domain of the address',
    bad_address: 'The address cannot be read',
    mailbox_closed: 'The mailbox is closed',
    mailbox_full: 'The mailbox is full',
    too_large: 'The letter is too large for its receiver',
    our_domain: 'The sender’s domain cannot prove that the letter is genuine',
    policy: 'The receiving server turns the letter away',
    not_relayed: 'Your mail server does not pass letters on',
    sign_in: 'The mail server does not let Samverka in',
    tls: 'The connection to the mail server is not secure',
    too_fast: 'The server wants fewer letters at a time',
    later: 'The server asks us to come back later',
    unreachable: 'The server cannot be reached',
    cut_off: 'The connection broke in the middle of a letter',
    not_written: 'The letter could not be written',
    refused: 'The server refuses the letter',
    other: 'Another answer',
  },
  remedy: {
    no_mailbox:
      'Check the spelling. Has the person a new address, or left? Correct the address and send the invitation again.',
    no_domain: 'Check the spelling after the @. Municipalities change domains at times: ask, and correct the address.',
    bad_address: 'Correct the address of the participant and try again.',
    mailbox_closed: 'The mailbox exists and is not in use. Ask for another address.',
    mailbox_full:
      'Phone if the answer is important, and try again later. What is refused for now only is tried again by itself.',
    too_large: 'Shorten the words of the letter and try again.',
    our_domain:
      'Every letter may meet the same refusal. Ask whoever runs your domain to mend SPF, DKIM and DMARC; then try again.',
    policy:
      'The letter was taken for spam, or breaks a rule of its receiver. Ask the IT department there to let your address through.',
    not_relayed:
      'The sign-in or the sender’s address is set wrongly (SMTP_URL, MAIL_FROM). Ask whoever runs the server.',
    sign_in:
      'The name or password in SMTP_URL is no longer valid. The letters wait, and go out once it has been put right.',
    tls: 'Nothing is sent in the clear. Ask whoever runs the server to look at its certificate and encryption.',
    too_fast:
      'Samverka slows down and goes on by itself. If it happens often, lower the pace with “npm run mail -- pace”.',
    later: 'Nothing to do: many servers test new senders in this way. Samverka tries again by itself.',
    unreachable: 'Samverka tries again by itself. If it stays like this, check SMTP_URL and the network.',
    cut_off: 'The letter may have arrived. Look in the log of the mail server or ask its reader, and decide below.',
    not_written: 'Correct the address, or the sender of the project, and try again.',
    refused: 'Read the server’s own words. Is the address right? If so, ask the IT department of the receiver.',
    other: 'Read the server’s own words.',
  },
  serverSays: 'The server’s own words',
  withCode: (what, codes) => `${what} (${codes})`,
} satisfies Words<typeof sv>
