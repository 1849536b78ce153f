// English words of the results page and its files.
import type sv from '../sv/results.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Results',
  lead: (from: string, to: string) =>
    `The change between the waves “${from}” and “${to}”, among those who answered both times.`,
  demoNotice: 'This is an invented project: people, answers and results are made up.',
  frozen: (day) =>
    `The figures were frozen on ${day}. The answers, or the program that computes from them, have changed since. What is new is not in them until new figures have been frozen. Otherwise somebody could work out what single persons answered.`,
  frozenLink: (code) => `Frozen figures ${code}`,
  matchTitle: 'Who answered',
  matchLead:
    'The change is computed on those who answered both times. So this comes first: how many they are, and how many are missing.',
  invited: 'Invited',
  answered: 'Answered',
  both: 'Answered both times',
  onlyFrom: 'Only the first time',
  onlyTo: 'Only the second time',
  wave: 'Wave',
  complete: 'Complete',
  partial: 'Partial',
  retention: 'Answered again',
  retentionHelp: 'of those who answered the first time',
  bothOf: (from: string, to: string) => `of ${from} who answered the first time and ${to} who answered the second`,
  replaced: 'Seats that changed hands',
  left: 'Left their seat',
  withdrawn: 'Withdrew',
  actorGroup: 'Actor group',
  ratesTitle: 'Response rate per wave',
  ratesLead:
    'RR1 is complete responses (at least 80 per cent of the questions) and RR2 partial ones too (at least half), of all who were asked (AAPOR).',
  modes: {
    title: 'How answers came in',
    columns: { web: 'On the web', paper: 'On paper', telephone: 'By telephone', import: 'From a file' },
    note: (fewest: string) =>
      `Ways that fewer than ${fewest} people answered in are not shown, nor is what they could otherwise be worked out from.`,
  },
  respondents: {
    title: 'Sex and age of those who answered',
    lead: 'The questions are asked to show whom the project reaches. The answers are counted for the whole project only, never per municipality, and are part of no other result. Whoever answered both times counts by their first answer to the question.',
    criterion: { sex: 'Sex', age: 'Age' },
    columns: { either: 'At least once', both: 'Both times' },
    skipped: 'Skipped the question',
    cell: (people: string, share: string | null) => (share === null ? people : `${people} (${share})`),
    note: (fewest: string) =>
      `“Too few”: fewer than ${fewest} people or nobody, or hidden because such a number could otherwise be worked out from the others.`,
    /** By the columns that are left. */
    fewer: {
      each: 'How many answered both times is not shown here: the few who answered only once could then be worked out.',
      either:
        'Only those who answered at least once are shown here: from the numbers of each wave a few, who answered only once, could be worked out.',
    },
    allHidden:
      'No numbers are shown here: the answers are too few or too alike, or a small number could be worked out.',
  },
  detectable: (measure: string, pairs: string, points: string, spread: string) =>
    `${measure}: with the ${pairs} people who have a score both times, a change of at least ${points} points in the mean over all of them shows eight times in ten, if the change differs between people by a standard deviation of ${spread} points, as was assumed before the answers. A smaller one may be there without showing. The mean over municipalities needs a larger one, where they differ.`,
  excludedRow: (groups: string) => `${groups} (not counted)`,
  notShown: '–',
  perMunicipality: 'Per municipality',
  perActorGroup: 'Per actor group',
  municipality: 'Municipality',
  total: 'Everybody',
  hidden: 'too few',
  excluded: (groups: string, both: string, from: string, to: string) =>
    `${groups} run the project and are not counted, either above or in the results: ${from} answered the first time, ${to} the second, ${both} both.`,
  excludedHidden: (groups: string) => `${groups} run the project and are not counted, either above or in the results.`,
  hiddenNote: (threshold: string) =>
    `“too few”: fewer than ${threshold} people, or hidden because such a figure could otherwise be worked out. “–”: nobody knows, or a share of fewer than ten people.`,
  allHidden: 'No numbers are shown here: they are too few, or such a figure could otherwise be worked out.',
  scalesTitle: 'Before and after',
  municipalityTitle: 'Change per municipality',
  chooseIndicator: 'Choose a measure',
  noChange: {
    few: 'No change is shown here: too few have a score in any of the measures both times, or a hidden figure could otherwise be computed.',
    incomparable: 'No change is shown here: no measure can be compared between the waves.',
  },
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
    'Every measure runs from 0 to 100. Answers to reversed questions are turned round, and a measure is computed for those who answered as many of its questions as it requires, mostly half. A question that was skipped never counts as zero.',
    'An index and the measures it is made of are of the same people: who lacks a score in one of them as a rule counts in none. Otherwise single answers could be worked out. That is why a measure often has fewer people than answered both times.',
    'The change is the mean of each person’s own change, with a 95% confidence interval (t distribution). Where the interval includes zero, the change cannot be distinguished from no change. That does not mean that nothing has happened.',
    'The table under each chart also gives the change among everybody who answered either time, where it can be shown without letting a hidden figure be worked out. Where the two differ, the reason may be who answered.',
    `Groups of fewer than ${threshold} people are not shown. Municipalities are listed by code and should not be ranked: with so few answers in each, it may be chance that sets them apart.`,
    'The project has no comparison group. The figures show change, not what caused it.',
  ],
  findTitle: 'On this page',
  columnsLeftOut: (columns) => `Left out, since every row has too few or could otherwise be worked out: ${columns}.`,
  filesTitle: 'Files to download',
  allFigures: 'All figures of the page (CSV)',
  allFiguresExcel: 'All figures of the page (CSV for Excel)',
  allFiguresJson: 'All figures of the page (JSON)',
  researchTitle: 'For researchers',
  researchLead: 'Pseudonymised answers, without free text. The codebook explains the codes.',
  long: 'Long form: a row per person and wave',
  wide: 'Wide form: a row per person',
  archives: 'Archives for release or to keep to oneself: data in more formats, codebook, and scripts for R and Stata',
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
