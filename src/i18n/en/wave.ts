// English words: the page of a wave, from its days to its letters.
import type sv from '../sv/wave.ts'
import type { Words } from '../words.ts'

const letters = (count: number): string => (count === 1 ? 'one letter' : `${count} letters`)
const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`)

export default {
  days: (from, to) => `${from} – ${to}`,
  version: (title, version) => `${title}, version ${version}`,
  turnoutTitle: 'Answers',
  perMunicipality: 'Answers by municipality',
  invited: 'Invited',
  started: 'Have begun',
  answered: 'Have answered',
  rate: 'Share',
  answeredOf: (answered, invited) => `${answered} of ${invited} have answered`,
  inSteps: (step) => `While the wave is open, answers are counted in steps of ${step}, so that nobody stands out.`,
  openTitle: 'Open the wave',
  openNobody: 'There are no participants to send to. Import them first.',
  openLead: (count) =>
    count === 0 ? 'No letter is sent.' : `Letters with a personal link go to ${people(count)} at once.`,
  openWithout: (count) =>
    `${people(count)} ${count === 1 ? 'has no e-mail address and gets' : 'have no e-mail address and get'} no letter.`,
  openUnreachable: (count) => `Letters to ${people(count)} come back: no letter is sent to them.`,
  openLate: 'The last day of the wave has passed. Change the days before you open it.',
  openEarlier: 'Open today already',
  openEarlyTitle: 'Open before the first day?',
  openEarlyLead: (planned) =>
    `The wave is planned to begin on ${planned}. If you open it now, today becomes its first day.`,
  seeFirst: 'Read what goes out before it does:',
  seeLetter: 'See the letter',
  seeReminder: 'See the reminder',
  seeQuestionnaire: 'See the questionnaire',
  changeDays: 'Change the days',
  extend: 'Extend',
  overdueTitle: 'The last day has passed',
  overdueLead: (until) =>
    `Nobody else can begin to answer. Those who had begun can send theirs in ${until}. Extend the wave, or close it for good: only then can results be computed.`,
  remove: 'Remove the wave',
  removeTitle: 'Remove the wave?',
  removeLead: 'It is only planned, and nobody has been invited. You can plan it again.',
  daysTitle: 'Change the days',
  daysLead: 'Nothing is sent when you change the days.',
  daysOpenLead: (opened) =>
    `The wave was opened on ${opened}, so only its last day can be changed. Letters already sent name the old one.`,
  saveDays: 'Save the days',
  orderTitle: 'Check the days',
  startsBefore: (kind, earlier, day) =>
    `“${kind}” begins before “${earlier}”, which begins on ${day}. Is that what you mean?`,
  overlaps: (kind, other, from, to) =>
    `“${kind}” runs at the same time as “${other}” (${from} – ${to}). People in both will be asked twice.`,
  open: (count) => (count === 0 ? 'Open without letters' : `Open and send ${letters(count)}`),
  inviteTitle: 'Not everybody is invited',
  inviteLead: (count) =>
    `${people(count)} ${count === 1 ? 'takes part in the wave and has an address, but has' : 'take part in the wave and have an address, but have'} not been sent a letter.`,
  invite: (count) => `Send the invitation to ${people(count)}`,
  remindTitle: 'Remind',
  remindLead: (count) =>
    `There ${count === 1 ? 'is' : 'are'} ${people(count)} to remind, who ${count === 1 ? 'has' : 'have'} had a letter and not answered.`,
  remindNobody:
    'There is nobody to remind just now. A letter must have got through, and at least 20 hours have passed since the last one.',
  remind: (count) => `Send ${count === 1 ? 'one reminder' : `${count} reminders`}`,
  closeTitle: 'Close the wave',
  closeLead: 'When everybody who wants to has answered, you close the wave. This cannot be undone.',
  close: 'Close the wave',
  closingTitle: 'Close the wave for good?',
  closingLead: (answered, invited) => `So far ${answered} of ${invited} have answered.`,
  closingAnswers: (until) =>
    until === null
      ? 'No more answers are accepted.'
      : `No new answers are accepted. Those who have begun can send theirs in ${until}.`,
  closingMeans: [
    'Letters and reminders not yet sent are withdrawn.',
    'A closed wave cannot be opened again.',
    'When two waves are closed, the results are shown.',
  ],
  importResponses: 'Import earlier answers',
  lettersTitle: 'Letters',
  inOutbox: 'The letters are in the outbox: open one and answer it yourself',
  noLetters: 'No letters have been written.',
  letter: {
    invitation: 'Invitations',
    reminder: 'Reminders',
    closing_soon: 'Last reminders',
    thanks: 'Thanks',
    links: 'New links',
  },
  oneLetter: {
    invitation: 'Invitation',
    reminder: 'Reminder',
    closing_soon: 'Last reminder',
    thanks: 'Thanks',
    links: 'New link',
  },
  letterState: {
    queued: 'Waiting',
    sending: 'Being sent',
    accepted: 'Sent',
    returned: 'Came back',
    retry: 'Trying again',
    failed: 'Not delivered',
    unknown: 'Unsure whether it arrived',
    cancelled: 'Not needed',
  },
  follow: 'Follow the sending: the page reloads every five seconds',
  refreshes: 'The page reloads every five seconds while letters are being sent.',
  stopFollowing: 'Stop reloading',
  paused: 'Mail is paused',
  pausedReason: (reason) =>
    reason === 'bounced_policy'
      ? 'A letter came back because the reader’s server does not trust the sender. Every letter may meet the same: check the sender’s domain (SPF, DKIM, DMARC) before you go on.'
      : reason === 'refused_in_row'
        ? 'Several letters in a row were refused. Check the sender’s address and the mail server before you go on.'
        : reason === 'readers_unknown_in_row'
          ? 'Twenty readers in a row do not exist or take no letters, the server says. Are the addresses right? If so, the mail server is wrong: check it before you go on.'
          : reason === 'restored_copy'
            ? 'This database is a copy, and the original may have sent the same letters already. An administrator needs to confirm that this one is to send.'
            : `Reason: ${reason}`,
  confirmCopy: 'Read more and confirm',
  resume: 'Resume sending',
  troubledTitle: 'Letters that need you',
  unknownLead:
    'These letters may have arrived, but the server had no time to say so. They are never sent again by themselves: look in the mail server’s log, or ask, and decide here.',
  letterTo: 'To',
  kind: 'Letter',
  what: 'State',
  when: 'When',
  decide: 'Decide',
  sendAgain: 'Send again',
  countAsSent: 'Count as sent',
  noAddress: 'no address',
  retryFailed: (count) => `Try again with ${count === 1 ? 'the letter' : `the ${count} letters`} not delivered`,
  nextTry: (time) => `next try ${time}`,
} satisfies Words<typeof sv>
