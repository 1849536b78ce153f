// English words: what each published figure is and how it is computed, by its name in the results. A name in a group of
// its own (all_…) is looked for before the plain one.
import type sv from '../sv/figures.ts'
import type { Words } from '../words.ts'

const points =
  'A person’s score is the mean of the questions answered, each rescaled to 0–100 over its own scale: (answer − lowest) · 100 / (highest − lowest). Reversed questions are turned back.'
const sd = 'The square root of the sum of squared deviations from the mean, divided by n − 1.'

export default {
  field: {
    n: { name: 'Pairs', formula: 'The number of people with a score in both waves.' },
    fromMean: {
      name: 'Mean, first wave',
      formula: `The mean of people’s scores in the first wave, among those with a score in both. ${points}`,
    },
    toMean: {
      name: 'Mean, second wave',
      formula: `The mean of the same people’s scores in the second wave. ${points}`,
    },
    fromSd: { name: 'Standard deviation, first wave', formula: sd },
    toSd: { name: 'Standard deviation, second wave', formula: sd },
    meanChange: {
      name: 'Change',
      formula: 'The mean of each person’s difference: the score in the second wave minus the score in the first.',
    },
    sdChange: { name: 'Standard deviation of the change', formula: `People’s differences: ${sd.toLowerCase()}` },
    interval: {
      name: '95% confidence interval',
      formula:
        'The mean difference ± t · s / √n, where s is the standard deviation of the differences and t the 97.5th percentile of Student’s t distribution with n − 1 degrees of freedom.',
    },
    t: {
      name: 't',
      formula: 'The mean difference divided by s / √n, s being the standard deviation of the differences.',
    },
    p: {
      name: 'p',
      formula:
        'The probability of a t at least as large, in either direction, if the true change were zero: Student’s t distribution with n − 1 degrees of freedom.',
    },
    improved: {
      name: 'Improved',
      formula: 'The number of people whose score moved by more than the limit in the direction that is better.',
    },
    unchanged: { name: 'Unchanged', formula: 'The number of people whose score moved by no more than the limit.' },
    declined: {
      name: 'Declined',
      formula: 'The number of people whose score moved by more than the limit in the direction that is worse.',
    },
    finding: {
      name: 'What the interval says',
      formula:
        'With the whole interval above zero the measure has increased, below zero decreased. Otherwise the change cannot be told from none.',
    },
    compositionWarning: {
      name: 'Different composition',
      formula:
        'Yes where the change among those who answered both times and among everybody go in different directions, or differ by more than 5 points.',
    },
    all_fromN: { name: 'People, first wave', formula: 'The number of people with a score in the first wave.' },
    all_toN: { name: 'People, second wave', formula: 'The number of people with a score in the second wave.' },
    all_fromMean: {
      name: 'Mean, first wave',
      formula: `The mean among everybody with a score in the first wave. ${points}`,
    },
    all_toMean: {
      name: 'Mean, second wave',
      formula: `The mean among everybody with a score in the second wave. ${points}`,
    },
    all_meanChange: {
      name: 'Change among everybody',
      formula: 'The mean of the second wave minus that of the first, whether the people are the same or not.',
    },
    all_interval: {
      name: '95% confidence interval',
      formula:
        'The difference ± t · √(s₁²/n₁ + s₂²/n₂), t being the 97.5th percentile of the t distribution with Welch’s degrees of freedom. Too wide where many answered both times.',
    },
    invitedFrom: { name: 'Invited, first wave', formula: 'The number of people asked.' },
    invitedTo: { name: 'Invited, second wave', formula: 'The number of people asked.' },
    answeredFrom: { name: 'Answered, first wave', formula: 'The number of people whose response was sent in.' },
    answeredTo: { name: 'Answered, second wave', formula: 'The number of people whose response was sent in.' },
    both: { name: 'Answered both times', formula: 'The number of people with a response in both waves.' },
    onlyFrom: {
      name: 'The first time only',
      formula: 'The number of people with a response in the first wave and none in the second.',
    },
    onlyTo: {
      name: 'The second time only',
      formula: 'The number of people with a response in the second wave and none in the first.',
    },
    comparable: {
      name: 'Comparable questions',
      formula:
        'Questions that measure the same in both versions: the same revision, or one whose comparability somebody has judged and signed.',
    },
    core_items: { name: 'The core', formula: 'The questions of the measure that measure the same in both versions.' },
    core_total: {
      name: 'Questions of the measure',
      formula: 'The number of questions in the first version’s definition.',
    },
    left_reason: {
      name: 'Why the question is left out',
      formula: 'The signed judgement in the questionnaire, word for word.',
    },
    threshold: { name: 'Smallest group', formula: 'Groups of fewer people are never shown. Set in the program.' },
    noticeableChange: {
      name: 'Limit of a noticeable change',
      formula: 'Points that a person’s difference must exceed to count as improved or declined.',
    },
    kind: { name: 'Wave', formula: 'Which wave is compared.' },
    version: { name: 'Version', formula: 'The version of the questionnaire that the wave used.' },
    groups: {
      name: 'Groups that deliver the project',
      formula: 'The groups that the questionnaire leaves out of the results.',
    },
  },
  unknown: 'The figure is not yet explained in words here. It is computed by the version of the code named below.',
  end: { low: 'lower limit', high: 'upper limit' },
  unit: {
    points: 'points, 0–100',
    change: 'points, on a scale from 0 to 100',
    people: 'people',
    questions: 'questions',
    probability: 'probability, 0–1',
    share: 'share of the people',
    ratio: 'number without a unit',
    word: 'word',
    number: 'number',
  },
  word: {
    yes: 'yes',
    no: 'no',
    increased: 'has increased',
    decreased: 'has decreased',
    indistinguishable: 'cannot be told from no change',
    too_few: 'too few',
    not_comparable: 'too few questions in common',
    not_asked: 'not asked in both waves',
    notComputable: 'cannot be computed',
  },
} satisfies Words<typeof sv>
