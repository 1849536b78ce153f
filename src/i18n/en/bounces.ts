// English words: letters that come back, and what is done about them.
import type sv from '../sv/bounces.ts'
import type { Words } from '../words.ts'

const letters = (count: number) => (count === 1 ? 'one letter' : `${count} letters`)

const verdicts: Readonly<Record<string, string>> = {
  failed: 'came back for good. The address gets no more letters until it has been corrected.',
  gave_up: 'came back: the server gave up after several tries. The address may be right.',
  delayed: 'is late. The server is still trying.',
  policy: 'came back: the reader’s server does not trust the sender. The reader is not to blame.',
}

const faults = {
  unreadable: 'cannot be made out',
  no_letter: 'is about none of our letters',
  not_sent: 'is about a letter that has not been sent',
  other_recipient: 'names another address than the letter went to',
}

export default {
  title: 'Letters that did not arrive',
  link: (people) => `People whose letter did not arrive: ${people}`,
  lead: 'These are people whom their letter has not reached, and who have not answered. Correct the address, and the letter goes there with a new link. The old link works too until somebody has answered.',
  nobody: 'Every letter has arrived, as far as mail servers have told.',
  noneLeft: 'Those whose letter came back have answered, have had another, or take part no longer.',
  noneBack: 'No letter has come back, as far as mail servers have told.',
  noneArrived: 'No letter has arrived yet.',
  waiting: (letters) => `Letters that wait or are tried again: ${letters}.`,
  unknown: (letters) => `Letters of which nobody knows whether they arrived: ${letters}.`,
  decide: 'Decide about them',
  unaddressed: (people) => `People who have no address and get no letter: ${people}.`,
  why: 'What the server says',
  when: 'When',
  correct: 'Correct the address',
  how: {
    returned: 'Came back',
    failed: 'Was not accepted',
    cancelled: 'Was not sent: the address is known to be dead',
  },
  addressDead: 'The server says that the address does not exist or takes no letters.',
  addressAlive: 'The address may be right: the server gave up, or did not trust the sender.',
  againTitle: 'Send again to the same addresses',
  againLead: (people) =>
    `For ${people === 1 ? 'one person' : `${people} people`} the address is not at fault. When the fault is mended, the ${people === 1 ? 'letter' : 'letters'} can be sent again.`,
  again: (people) => `Send ${letters(people)} again`,
  closed:
    'The wave takes no more answers, so no letter is sent. The address is corrected all the same, for the next time.',

  correctTitle: 'Correct the address',
  oldAddress: 'The address that the letter went to',
  newAddress: 'The right address',
  newAddressHelp: 'Is the address right already? Leave it as it is, and it is tried again.',
  check: 'Check',
  confirmTitle: 'Is the new address right?',
  confirmTitleSame: 'Try the same address again?',
  confirmLead: (name) =>
    `${name} gets the letter again with a new link. The old link works too. Check the address: the link is personal.`,
  before: 'Before',
  after: 'After',
  confirm: 'Yes, send it there',
  confirmOnly: 'Yes, correct the address',
  wrong: {
    email_invalid: 'Write a whole e-mail address, such as name@example.org',
    email_letters: 'Before the @ only the letters a–z, digits and common signs can be used',
    taken: 'Somebody else has that address already.',
  },
  shared: 'The address looks like a shared mailbox. The link is personal: everybody who reads the mailbox can answer.',
  mixedLetters: 'The address mixes letters of different alphabets. Make sure that it is genuine.',

  unmatchedTitle: 'Replies that no machine understands',
  unmatchedLink: (messages) =>
    messages === 1 ? 'Somebody needs to read one reply' : `Somebody needs to read ${messages} replies`,
  unmatchedLead:
    'These messages came to the mailbox for letters that bounce, but say nothing certain of any of our letters. The message itself is not kept here.',
  unmatchedInMailbox: 'It lies in the mailbox, flagged and unread. Read it there and tick it off here.',
  unmatchedPassedOn:
    'The mail server has passed it on to here, and it is kept only if that server puts it in a mailbox too. Look there for its Message-ID, or ask whoever runs the server. Then tick it off here.',
  unmatchedNone: 'There is nothing to read.',
  unmatchedWhat: 'The message',
  unmatchedId: 'Message-ID',
  noId: 'missing',
  seenAll: 'Tick off all',
  fault: faults,

  task: {
    usage: `bounce < <message>           reads one message that came back, from standard input: for a mail server that
                               hands mail on to a program. Exit code 0 taken care of, 75 try again later
  bounces                      reads the mailbox of IMAP_URL once (the server does so itself while it runs)`,
    matched: (verdict) => `The letter ${verdicts[verdict] ?? verdict}`,
    said: (status, words) => `The server: ${[status, words].filter((part) => part !== '').join(' · ')}`,
    paused: 'Mail is paused.',
    ignored: { auto_reply: 'An automatic reply. Nothing has changed.', arrived: 'The letter has arrived.' },
    unmatched: (fault) =>
      `The message ${faults[fault]}. Nobody has been marked; it is on the list for a person, and is not stored.`,
    known: 'The message has been read before. Nothing has changed.',
    too_early: 'The letter is being sent just now. Try again in a minute.',
    no_mailbox: 'Set IMAP_URL to the mailbox that letters bounce to.',
    unreadable: (reason) => `The mailbox cannot be read (${reason}).`,
    nothing: 'No message on standard input.',
    tally: (taken, ignored, unmatched, known, later) =>
      `About our letters: ${taken}. Automatic replies: ${ignored}. For a person: ${unmatched}. Read before: ${known}. Later: ${later}.`,
  },
} satisfies Words<typeof sv>
