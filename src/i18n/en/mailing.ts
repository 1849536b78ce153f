// English words: how a wave's mailing goes.
import type sv from '../sv/mailing.ts'
import type { Words } from '../words.ts'

const letters = (count: number) => (count === 1 ? 'one letter' : `${count} letters`)

export default {
  sentOf: (done, all) => `${done} of ${all} letters are done`,
  undecided: (count) => (count === 1 ? 'one waits for your decision' : `${count} wait for your decision`),
  unaddressed: 'No address',
  withoutLetter: 'No letter',
  sum: 'Sum',
  everybody: (people) => `The sum of the invitations is everybody who is invited: ${people}.`,
  pace: (connections, perMinute, perDomain) =>
    `Pace: ${connections === 1 ? 'one letter' : 'two letters'} at a time, ${perMinute === null ? 'as fast as the server takes them' : `at most ${perMinute} a minute`}${perDomain === null ? '' : `, at most ${perDomain} a minute to one domain`}.`,
  left: (minutes) =>
    minutes <= 1
      ? 'Done in about a minute.'
      : minutes < 90
        ? `Done in about ${minutes} minutes.`
        : `Done in about ${Math.round(minutes / 60)} hours.`,
  leftUnknown: 'How long it takes is shown when some letters have left.',
  hours: (time) => `No letters are sent just now. They go on at ${time}.`,
  resting: (time) => `The mail server gives trouble. Samverka tries again at ${time}.`,
  pause: 'Pause the mailing',
  pausedByHand: 'The mailing is paused',
  pausedSince: (time, waiting) =>
    `Paused by hand ${time}. ${waiting === 1 ? 'One letter waits' : `${waiting} letters wait`}, and go out when you resume. Other waves are not affected.`,
  live: 'The numbers keep themselves up to date.',
  stopLive: 'Stop updating',
  retriedTitle: 'Letters that are tried again',
  retriedLead: 'Nothing for you to do: they are sent by themselves when their time comes.',
  troubleTitle: 'Why letters did not arrive',
  inState: {
    unknown: (count) => `${letters(count)} unsure`,
    failed: (count) => `${letters(count)} not delivered`,
    returned: (count) => `${letters(count)} came back`,
    retry: (count) => `${letters(count)} to be tried again`,
  },
} satisfies Words<typeof sv>
