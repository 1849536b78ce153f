// English words of the results page and its files.
import type sv from '../sv/results.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Results',
  lead: (from: string, to: string) =>
    `The change between the waves “${from}” and “${to}”, among those who answered both times.`,
  demoNotice: 'This is an invented project: people, answers and results are made up.',
  matchTitle: 'Who answered',
  matchLead:
    'The change is computed on those who answered both times. So this comes first: how many they are, and how many are missing.',
  invited: 'Invited',
  answered: 'Answered',
  both: 'Answered both times',
  onlyFrom: 'Only the first time',
  onlyTo: 'Only the second time',
  perMunicipality: 'Per municipality',
  municipality: 'Municipality',
  total: 'Everybody',
  hidden: 'too few',
  excluded: (groups: string, both: string, from: string, to: string) =>
    `${groups} run the project and are not counted, either above or in the results: ${from} answered the first time, ${to} the second, ${both} both.`,
  excludedHidden: (groups: string) => `${groups} run the project and are not counted, either above or in the results.`,
  hiddenNote: (threshold: string) =>
    `“too few”: fewer than ${threshold} people, or hidden because such a figure could otherwise be worked out.`,
  scalesTitle: 'Before and after',
  municipalityTitle: 'Change per municipality',
  chooseIndicator: 'Choose a measure',
  directionTitle: 'Improved, unchanged and declined',
  directionLead: (points: string) =>
    `How many answered more than ${points} points better, how many changed by at most ${points} points either way, and how many answered more than ${points} points worse. This counts people, not means.`,
  indicator: 'Measure',
  people: 'People',
  improved: 'Improved',
  unchanged: 'Unchanged',
  declined: 'Declined',
  table: 'Show the figures as a table',
  download: 'Download the chart',
  wordsSvg: 'SVG',
  wordsPng: 'PNG',
  wordsPngLarge: 'PNG, large',
  wordsCsv: 'CSV',
  wordsExcel: 'CSV for Excel',
  comparableTitle: 'The same questions before and after',
  comparable: (core: string, total: string, from: string, to: string) =>
    `The first wave used version ${from} of the questionnaire, the second version ${to}. In both, ${core} of ${total} questions measure the same thing, and the comparison rests on those.`,
  leftOut: 'Left out of the comparison:',
  readTitle: 'How to read the results',
  read: (threshold: string) => [
    'Every measure runs from 0 to 100. Answers to reversed questions are turned round, and a measure is computed for those who answered at least half of its questions. A question that was skipped never counts as zero.',
    'The change is the mean of each person’s own change, with a 95% confidence interval (t distribution). Where the interval includes zero, the change cannot be distinguished from no change. That does not mean that nothing has happened.',
    'The table under each chart also gives the change among everybody who answered either time, where it can be shown without letting a hidden figure be worked out. Where the two differ, the reason may be who answered.',
    `Groups of fewer than ${threshold} people are not shown. Municipalities are listed by code and should not be ranked: with so few answers in each, it may be chance that sets them apart.`,
    'The project has no comparison group. The figures show change, not what caused it.',
  ],
  filesTitle: 'Files',
  allFigures: 'All figures of the page (CSV)',
  allFiguresExcel: 'All figures of the page (CSV for Excel)',
  allFiguresJson: 'All figures of the page (JSON)',
  researchTitle: 'For researchers',
  researchLead: 'Pseudonymised answers, without free text. The codebook explains the codes.',
  long: 'Long form: a row per person and wave',
  wide: 'Wide form: a row per person',
  codebook: 'Codebook',
  form: 'Form',
  profile: 'For which program',
  profileResearch: 'R, SPSS, Stata: comma, decimal point, UTF-8',
  profileExcel: 'Swedish Excel: semicolon, decimal comma',
  exportButton: 'Download the answers',
  none: {
    needs_two_waves: {
      title: 'There is nothing to compare yet',
      help: 'Results are shown once two waves have been opened and closed.',
    },
    still_open: {
      title: 'Results are shown when the wave has closed',
      help: 'While it is open, each new answer could be worked out by comparing the figures before and after it.',
    },
  },
  backToProject: 'To the project',
} satisfies Words<typeof sv>
