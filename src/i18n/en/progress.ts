// English words: how answers come in, by municipality and actor group.
import type sv from '../sv/progress.ts'
import type { Words } from '../words.ts'

export default {
  title: 'How answers come in',
  link: 'How answers come in, by municipality and actor group',
  lead: 'How far each of those invited has come, counted as in the results.',
  where: 'Municipality and group',
  invited: 'Invited',
  delivered: 'Letter delivered',
  started: 'Have begun',
  answered: 'Have answered',
  complete: 'Complete',
  partial: 'Partial',
  breakOff: 'Broken off',
  all: 'Everybody',
  few: 'too few',
  unknown: 'not known',
  explained: [
    'Whoever has answered counts as reached, by whatever way the letter came.',
    'In a complete answer at least 80 % of the questions are answered, in a partial one 50–79 %, in one broken off less than half.',
    'RR1 is complete answers divided by everybody who belongs; RR2 counts partial ones too (AAPOR). They are shown from ten people.',
  ],
  hidden: (threshold) =>
    `How much was answered is shown where at least ${threshold} have answered, and only where no smaller group can be worked out.`,
  mayRemind: (count) => `At most ${count} who have not answered may be reminded. The coordinator sends reminders.`,
} satisfies Words<typeof sv>
