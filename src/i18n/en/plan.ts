// English words: what is planned of a wave's mail, and when mail may leave.
import type sv from '../sv/plan.ts'
import type { Words } from '../words.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)
const letters = (count: number): string => (count === 1 ? '1 letter' : `${count} letters`)

const missed: Readonly<Record<string, string>> = {
  already_open: 'Not needed: the wave was open already.',
  wave_closed: 'Not done: the wave had been closed.',
  wave_over: 'Not done: the last day of the wave had passed.',
  overtaken: 'Passed over: the server was off, and the next mailing was due as well.',
  too_late: 'Not done: the server was off for more than three days after the planned time.',
  recently_reminded: 'Passed over: people had been reminded a short while before.',
  no_participants: 'Not done: the project had no participants.',
  mail_paused: 'Not done: mail was paused for more than three days after the planned time.',
  blocked: 'Not done: the check before a mailing showed something in the way for more than three days.',
}

const words: Words<typeof sv> = {
  link: 'Plan the mailings',
  title: 'Planned mailings',
  lead: 'Samverka can open the wave and remind people by itself. Nobody who has answered is reminded.',
  comingTitle: 'What will happen',
  nothing: 'Nothing is planned. Mail is sent only when somebody presses the button.',
  what: 'What and when',
  state: 'State',
  kind: { opening: 'The wave opens, invitations are sent', reminder: 'Reminder', closing_soon: 'Last reminder' },
  invitation: 'The invitation is sent to those who have not had it',
  coming: (count) => `If nothing changes: ${people(count)}`,
  done: (count) => (count === 0 ? 'Done: there was nobody to write to' : `Done: ${letters(count)}`),
  late: (time) => `Done later than planned, ${time}`,
  uninvited: (count) =>
    `${people(count)} in the wave ${count === 1 ? 'has' : 'have'} not been sent a letter. Reminders go only to those who have had the invitation.`,
  toWave: 'Send the invitation from the page of the wave',
  missed: (reason) => missed[reason] ?? 'Not done.',
  afterLastDay: 'After the last day of the wave: will not be sent.',
  waitsPaused: 'Waiting: all mail is paused.',
  waitsBlocked: 'Waiting: the check before a mailing shows something in the way.',
  seeBlocks: 'See what is in the way',
  afterOpening: 'Days are counted once the wave has been opened, and move if it opens on another day.',
  suggestion: 'This is a suggestion. Nothing is sent before you have saved it.',
  formTitle: 'Change the plan',
  opensAt: 'Open the wave at',
  invitesAt: 'Send the invitation at',
  invitesAtHint: (day) =>
    `On ${day}, Swedish time, for example 09:00. Leave empty if somebody is to send it from the page of the wave.`,
  opensAtHint: (day) => `On ${day}, Swedish time, for example 09:00. Leave empty if somebody is to open it.`,
  changeDay: 'Change the day',
  reminderDays: 'Remind after so many days',
  reminderDaysHint: (most) =>
    `One number per reminder, with commas between: 7, 14. At most ${most}. Leave empty if nobody is to be reminded.`,
  anchor: 'Days are counted from',
  anchors: { opening: 'the day the wave was opened', letter: 'the mailing before' },
  closingDays: 'Last reminder so many days before the last day',
  closingDaysHint: (day) =>
    `The last day is ${day}. The letter says that the questionnaire closes soon. Leave empty if it is not to be sent.`,
  sendAt: 'Reminders are queued at',
  sendAtHint: 'Swedish time. Letters then leave within the sending hours.',
  spacing: 'At least so many days between two reminders',
  spacingHint: 'Where somebody has reminded by hand within that time, the planned reminder is passed over.',
  save: 'Save the plan',
  stop: 'Stop everything planned',
  stopLead: 'What has been sent is not affected. You can plan anew whenever you like.',
  wrong: {
    opensAt: 'Write when the wave is to be opened, such as 09:00.',
    sendAt: 'Write when reminders are to be queued, such as 09:00.',
    timePast: 'That time has passed. Choose a later one, or change the day.',
    days: (most) => `Write whole numbers from 1 to 365, such as 7, 14. At most ${most} reminders.`,
    daysOrder: 'Write the days in order, the first one first.',
    daysClose: (days) => `At least ${days} days have to pass between two reminders.`,
    daysPast: (day) => `${day} has passed. Count the days from the opening.`,
    daysAfter: (day, last) => `${day} is after the last day of the wave, ${last}.`,
    closing: (most) => `Last reminder: write a whole number from 0 to ${most}.`,
    closingPast: (day) => `${day} has passed, or is not after the first day of the wave.`,
    spacing: 'Days between reminders: write a whole number from 1 to 30.',
  },

  days: {
    opensItself: (time, count, sent) =>
      count === 0
        ? `The wave is planned to open by itself on its first day at ${time}, but the project has no participants yet.`
        : `The wave opens by itself on its first day at ${time}, and ${sent === 0 ? 'no letter is sent: nobody has an address to send to' : `letters then go to ${people(sent)}`}. If that time has passed, it opens at once.`,
    neverTitle: 'Planned after the last day: will not be sent',
    checkTitle: 'Save these days?',
    effectsTitle: 'This is what happens to the planned mailings',
    opensNow: (count) =>
      `The time has passed, so the wave opens at once and ${count === 0 ? 'no letter' : letters(count)} ${count < 2 ? 'is' : 'are'} sent. This cannot be undone.`,
    held: {
      mail_paused: 'All mail is paused now, so it happens when mail goes on, if that is within three days.',
      blocked:
        'The check before a mailing now shows something in the way, so it happens when that is gone, if within three days.',
    },
    remindsNow: 'The time has passed, so the letter is queued at once to everybody who has not answered.',
    too_late: 'Will not happen: the time was more than three days ago. Send it yourself, or plan anew.',
    nobody: 'Will not happen: the project has no participants.',
    reminded: 'Passed over: people were reminded a short while ago, or are reminded now.',
    after: 'Will not be sent: it is after the last day.',
    seePlan: 'See the plan',
    saveAndOpen: (count) => (count === 0 ? 'Save and open' : `Save and open, send ${letters(count)}`),
    back: 'Change the days',
  },

  ahead: {
    opening: (due) => `Opens by itself ${due}.`,
    invitation: (due) => `The invitation is queued by itself ${due}.`,
    reminder: (due) => `The next reminder is queued by itself ${due}.`,
    closing_soon: (due) => `The last reminder is queued by itself ${due}.`,
    missedOpening: 'The wave was planned to open by itself.',
  },

  hours: {
    link: 'Sending hours and pace',
    title: 'Sending hours and pace',
    lead: 'For all mail from this server, in every project.',
    daysLegend: 'Days on which invitations and reminders may leave',
    weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    from: 'From',
    to: 'Until',
    toHint:
      'Swedish time, for example 08:00 and 17:00. 24:00 is midnight. Letters that somebody has asked for leave at any hour.',
    anyHour: 'All days round the clock: tick every day and write 00:00 and 24:00.',
    paceLegend: 'Pace',
    paceHint: 'A mail server that is given too many letters at once may refuse the rest.',
    connections: 'Letters on their way at once',
    connectionsHint: '1 or 2. So many letters may be left unsure when the power fails.',
    perMinute: 'At most so many letters a minute',
    perDomain: 'At most so many a minute to one domain',
    noLimit: 'Leave empty for no limit.',
    save: 'Save',
    now: (days, from, to) => `Letters leave on ${days}, ${from}–${to}.`,
    nowAny: 'Letters leave at any hour.',
    wrong: {
      days: 'Tick at least one day.',
      from: 'Write the first time such as 08:00.',
      to: 'Write the last time such as 17:00, later than the first.',
      connections: 'Letters at once: write 1 or 2.',
      perMinute: 'Letters a minute: write a whole number from 1 to 999,999, or leave it empty.',
      perDomain: 'Letters to one domain: write a whole number from 1 to 999,999, or leave it empty.',
    },
  },
}

export default words
