// English words: mail.
import type sv from '../sv/mail.ts'
import type { Words } from '../words.ts'

/** What the program itself says of a letter. */
const outcomes: Readonly<Record<string, string>> = {
  interrupted: 'The sending was cut off.',
  'the server closed the connection': 'The mail server closed the connection.',
  'not written: the address is not one plain address': 'The address cannot be sent to.',
  'not written: the sender is not one plain address': 'The project’s address cannot be sent from.',
}

/** Why mail was paused. */
const pauses: Readonly<Record<string, string>> = {
  refused_in_row: 'several letters in a row were refused',
  readers_unknown_in_row: 'twenty readers in a row do not exist or take no letters, the server says',
  bounced_policy: 'a letter came back because the reader’s server does not trust the sender',
}

export default {
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
  preflight --project <short name> --wave <baseline|midterm|endline|followup>
                               what is in the way of the next mailing, and what it would do; sends nothing
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
      : `Mail is paused (${pauses[reason] ?? reason}). Run "retry" when the fault is mended.`,
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
