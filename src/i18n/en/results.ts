// English words of the results page and its files.
import type sv from '../sv/results.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Results',
  lead: (from: string, to: string) => `The change from ${from} to ${to}, among those who answered both times.`,
  demoNotice: 'This is an invented project: people, answers and results are made up.',
  matchTitle: 'Who answered',
  matchLead:
    'The change is computed on those who answered both times. So here first is who they are, and who is missing.',
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
    `${groups} run the project and are counted neither above nor in the results: ${from} answered the first time, ${to} the second, ${both} both.`,
  excludedHidden: (groups: string) => `${groups} run the project and are counted neither above nor in the results.`,
  hiddenNote: (threshold: string) =>
    `“too few”: fewer than ${threshold} people, or hidden because such a figure could otherwise be worked out.`,
  scalesTitle: 'Before and after',
  municipalityTitle: 'Change per municipality',
  chooseIndicator: 'Choose a measure',
  directionTitle: 'Improved, unchanged and declined',
  directionLead: (points: string) =>
    `How many people moved up by more than ${points} points, by no more than that, or down by more. This counts people, not means.`,
  indicator: 'Measure',
  people: 'People',
  improved: 'Up',
  unchanged: 'Unchanged',
  declined: 'Down',
  table: 'Show the figures as a table',
  download: 'Download the chart',
  wordsSvg: 'SVG',
  wordsPng: 'PNG',
  wordsPngLarge: 'PNG, large',
  wordsCsv: 'CSV',
  wordsExcel: 'CSV for Excel',
  comparableTitle: 'The same questions before and after',
  comparable: (core: string, total: string, from: string, to: string) =>
    `The first wave used version ${from} of the questionnaire, the second version ${to}. The comparison rests on ${core} of ${total} questions that measure the same thing in both.`,
  leftOut: 'Left out of the comparison:',
  coreOf: (core: string, total: string) => `${core} of ${total} questions`,
  notComparable: 'too few questions in common: no change is shown',
  readTitle: 'How to read the results',
  read: (threshold: string) => [
    'Every measure runs from 0 to 100. Reversed questions are turned back, and a measure counts for those who answered at least half of its questions. A question that was skipped never counts as zero.',
    'The change is the mean of each person’s difference, with a 95 per cent t interval. Where the interval covers zero, the change cannot be told from no change. That does not mean that nothing has happened.',
    'Beside it stands the change among everybody who answered either time. Where the two differ, who answered may be the reason.',
    `Groups of fewer than ${threshold} people are not shown. Municipalities stand in the order of their codes and cannot be ranked: with a few answers each, chance tells them apart.`,
    'The project has no comparison group. The figures show change, not what it is due to.',
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
  excelSuffix: 'for Excel',
  none: {
    needs_two_waves: {
      title: 'There is nothing to compare yet',
      help: 'Results are shown once two waves have been opened and closed.',
    },
    still_open: {
      title: 'Results are shown when the wave has closed',
      help: 'While it is open, each new answer could be worked out from the figures that change.',
    },
  },
  backToProject: 'To the project',
} satisfies Words<typeof sv>
