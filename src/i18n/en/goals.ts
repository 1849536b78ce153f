// English words: levels beside targets, and changes beside the smallest that matters.
import type sv from '../sv/goals.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Against the targets',
  targetLead:
    'The level is the mean of everybody who answered the second time, on the questions that can be compared. A target is reached only when the whole interval lies at the target or better.',
  targetColumns: ['Measure', 'Target', 'People', 'Level (95% interval)', 'Standing'],
  importanceLead:
    'The questionnaire says how large a change must at least be to matter to those concerned. The change is held against that, with all of its interval.',
  importanceColumns: ['Measure', 'Smallest that matters', 'People', 'Change (95% interval)', 'Standing'],
  target: (target, standing) => `target ${target}: ${standing}`,
  standing: { reached: 'reached', unclear: 'cannot be said', not_reached: 'not reached' },
  importance: {
    better: 'larger than that, for the better',
    worse: 'larger than that, for the worse',
    smaller: 'smaller than that',
    unclear: 'cannot be said',
  },
  hidden: 'not shown',
  none: '–',
  definitions: (version) => `The measures are computed as version ${version} defines them:`,
  revision: (revision, titles) => `revision ${revision}: ${titles}`,
} satisfies Words<typeof sv>
