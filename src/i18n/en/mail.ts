// English words: mail. See the Swedish file for what a letter may promise.
import type sv from '../sv/mail.ts'
import type { Words } from '../words.ts'

const why = {
  baseline:
    'We would like to know how collaboration works where you are today. Your answer is the starting point that we compare with later.',
  midterm: 'We are halfway, and would like to know how collaboration works where you are right now.',
  endline:
    'The project is coming to its end, and we would like to know how collaboration works where you are today. Your answer shows what has changed since the start, and what has not.',
  followup:
    'The project has ended, and we would like to know how it has gone since: how does collaboration work where you are today?',
} as const

/** What the program itself says of a letter. */
const outcomes: Readonly<Record<string, string>> = {
  interrupted: 'The sending was cut off.',
  'the server closed the connection': 'The mail server closed the connection.',
  'not written: the address is not one plain address': 'The address cannot be sent to.',
  'not written: the sender is not one plain address': 'The project’s address cannot be sent from.',
}

export default {
  subject_invitation: (project) => `How does collaboration work where you are? Questionnaire from ${project}`,
  subject_reminder: (project, closes) => `Reminder: please answer the questionnaire from ${project} by ${closes}`,
  subject_links: 'Your link to the questionnaire',
  asked_for_links: (project) =>
    `You, or somebody who typed your address, have asked for a new link. Here is the one to the questionnaire from ${project}. If you did not ask for it, you need not do anything.`,
  other_questionnaire: (project, closes) =>
    `You can also answer the questionnaire from ${project}, which is open up to and including ${closes}:`,
  greeting: (name) => `Dear ${name},`,
  why: (project, wave) => `You are receiving this letter because you take part in ${project}. ${why[wave]}`,
  not_answered_yet: (project) =>
    `We have not yet received your answer to the questionnaire from ${project}. Your view of the collaboration is needed, whether you are pleased with it or not. If you have already begun, you continue where you stopped.`,
  still_open: (project) =>
    `The questionnaire from ${project} is still open, and we have not had your answer. The more people answer, the more can be said with confidence about how collaboration works in your municipality. If you have already begun, you continue where you stopped.`,
  time: (minutes, closes) =>
    `It takes about ${minutes} minutes. You can take a break and continue with the same link. The questionnaire is open up to and including ${closes}.`,
  answer: 'Answer the questionnaire',
  link_instead: 'Does the button not work? Open this link in your browser:',
  answer_here: 'Answer here:',
  personal_link: 'The link is personal, so please do not pass it on: whoever has it can answer in your place.',
  about_heading: 'Good to know',
  about: (organisation) =>
    `${organisation} asks in order to follow how collaboration develops. Answering is voluntary. Answers are pseudonymised: they are kept under a code, apart from your name and e-mail address. How your data are handled, and what rights you have, is explained on the first page of the questionnaire.`,
  contact: (address) => `Questions? Write to ${address}.`,
  quiet: 'I do not want any more reminders about this questionnaire',
  other_language: 'The same link also opens the questionnaire in English.',

  outcome: (words) => outcomes[words] ?? words,

  copy_title: 'May this copy send mail?',
  copy_lead: (time) =>
    `This database is a copy: restored from a backup, moved or copied. That was found out on ${time}. Nothing has been sent from here since, because the original may have sent the same letters already.`,
  copy_none: 'There is nothing to confirm: this database sends its mail as usual.',
  copy_waiting: (letters) => `Letters waiting to be sent: ${letters}`,
  copy_checks: [
    'Is the original shut down? Two databases that send on their own send everything twice.',
    'Was anything sent from the original after the copy was made? Those letters stand here as waiting, and would go out once more. Compare with the log of the mail server.',
    'Is this a place for trying things out? Then do not confirm: leave mail switched off.',
  ],
  copy_confirm: 'Yes, this database sends from now on',

  task_usage: `npm run mail -- <command> [--en]

  status                         what is sent, what waits and what wants a decision
  send                           sends what waits now (the server does so by itself while it runs)
  retry                          queues failed letters anew, and lifts a pause
  resolve <letter> sent|requeue  decides about an unsure letter: count it as sent, or send it again
  confirm                        vouches that a restored or moved database sends from now on
  hours <days> <from>-<to>       when invitations and reminders may leave, Swedish time: hours 1-5 08:00-17:00
  hours any                      at any time
  pace <at once> [<letters a minute> [<a minute and domain>]]
                                 how fast: pace 1 60 20; "-" means no limit`,
  task_no_waves: 'There are no waves yet.',
  task_paused: (reason) =>
    reason === 'restored_copy'
      ? 'Mail is paused: this database is a copy. Run "confirm" when the original is shut down and nothing would be sent twice.'
      : `Mail is paused (${reason === 'refused_in_row' ? 'several letters in a row were refused' : reason}). Run "retry" when the fault is mended.`,
  task_confirmed: 'This database sends from now on.',
  task_nothing_to_confirm: 'There is nothing to confirm.',
  task_hours: (days, hours) => `Sends: weekday ${days}, ${hours} Swedish time`,
  task_any_hour: 'Sends: at any time',
  task_pace: (connections, perMinute, perDomain) =>
    `Pace: ${connections} at once, a minute ${perMinute}, a minute and domain ${perDomain}`,
  task_to_decide: (letters) => `Letters that want a decision, or wait to be tried again: ${letters}`,
  task_waiting: (letters) => `Waiting to be sent: ${letters}`,
  task_sending: 'Sending',
  task_resting: (reason) => `Stopped: the mail server gives trouble (${reason}). The letters wait.`,
  task_needs_base_url: 'Set BASE_URL to the address that links in letters begin with.',
  task_requeued: (letters) => `Queued anew: ${letters}`,
  task_resolved: 'The decision is stored.',
  task_not_unknown: 'There is no unsure letter of that number.',
} satisfies Words<typeof sv>
