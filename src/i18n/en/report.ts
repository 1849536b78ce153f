// English words: charts and their tables. "Change", never "effect": there is no comparison group.
import type sv from '../sv/report.ts'
import type { Words } from '../words.ts'

export default {
  municipality: 'Municipality',
  municipalityCode: 'Municipality code',
  indicator: 'Measure',
  indicatorCode: 'Code of the measure',
  people: 'People',
  change: 'Change',
  changeWithInterval: 'Change (95% interval)',
  interval: '95% interval',
  intervalLow: '95% interval, lower limit',
  intervalHigh: '95% interval, upper limit',
  finding: 'Finding',
  status: 'Status',
  allChange: 'Change, all respondents',
  allChangeLow: 'All respondents, lower limit',
  allChangeHigh: 'All respondents, upper limit',
  everybody: 'All people',

  findingIncreased: 'has increased',
  findingDecreased: 'has decreased',
  findingIndistinguishable: 'cannot be distinguished from no change',
  findingNone: 'no interval',

  statusShown: 'shown',
  statusTooFew: 'too few answers',
  statusNotComparable: 'not comparable',
  statusNotAsked: 'not asked',
  allHidden: 'not shown',
  path: 'Address',
  groupKind: 'Grouping',
  groupKinds: { everybody: 'everybody', municipality: 'municipality', actor_group: 'actor group' },
  groupCode: 'Code of the group',
  group: 'Group',
  estimate: 'Estimate',
  field: 'Field',
  what: 'What',
  value: 'Value',
  word: 'Value in words',
  statusNotComputed: 'not computed',
  statusNoVariation: 'no variation',

  intervalText: (low, high) => `${low} to ${high}`,
  valueText: (change, interval) => `${change} (${interval})`,
  noInterval: 'no interval',
  peopleText: (n) => `${n} people`,

  changeTitleIncreased: (name, points) => `${name} has increased by ${points}\u00a0points on average`,
  changeTitleDecreased: (name, points) => `${name} has decreased by ${points}\u00a0points on average`,
  titleIndistinguishable: (name) => `${name} cannot be distinguished from no change`,
  titleNoInterval: (name, change) => `${name}: change ${change} points, without an interval`,
  titleWithheld: (name, status) => `${name}: the change is not shown (${status})`,
  levelTitleIncreased: (name, from, to) => `${name} has increased from ${from} to ${to} out of\u00a0100`,
  levelTitleDecreased: (name, from, to) => `${name} has decreased from ${from} to ${to} out of\u00a0100`,
  countsTitle: (counts) => `Before and after: ${counts}`,
  countsTitleNothing: 'Before and after: no figures can be shown',
  countIncreased: (n) => `${n} increased`,
  countIndistinguishable: (n) => `${n} cannot be distinguished from no change`,
  countDecreased: (n) => `${n} decreased`,
  countNoInterval: (n) => `${n} without an interval`,
  countHidden: (n) => `${n} not shown`,
  groupsTitle: (name, counts) => `${name} by actor group: ${counts}`,
  groupsTitleNothing: (name) => `${name} by actor group: no group can be shown`,

  subtitlePeople: (n) => `${n} people with a score both times`,
  subtitleWave: (wave, dates, version) => `${wave}: ${dates} (questionnaire version\u00a0${version})`,
  subtitleCore: (comparable, total) => `Same questions both times: ${comparable} of ${total}`,

  changeAxis: 'Change in points on the scale 0–100',
  levelAxis: 'Points 0–100',
  axisDown: 'decreased',
  axisUp: 'increased',

  noteInterval:
    'The dot is the mean change among those who answered both times. The line is its 95% confidence interval: where it includes zero, the change cannot be distinguished from no change.',
  divided: {
    municipality: {
      heading: 'Municipality',
      code: 'Municipality code',
      alt: (name) => `Chart of the change in each municipality: ${name}.`,
      noteOverlap:
        'Overlapping lines do not mean that the municipalities are alike. Municipalities are listed by code, not by value.',
      noteEverybody: 'The last row is the mean over all people, not over municipalities.',
    },
    actor_group: {
      heading: 'Actor group',
      code: 'Actor group code',
      alt: (name) => `Chart of the change in each actor group: ${name}.`,
      noteOverlap:
        'Overlapping lines do not mean that the groups are alike. Groups are listed as in the questionnaire, not by value.',
      noteEverybody:
        'The last row is the mean over all people, not over groups. The intervals of the groups are not raised for being several.',
    },
  },
  noteLevels:
    'Means among those who answered both times. In brackets is the 95% confidence interval of the change: where it includes zero, the change cannot be distinguished from no change. Each figure is rounded separately.',
  noteParticipant: (value, finding) =>
    `The average participant, where all people count the same: ${value} points, ${finding}.`,
  noteParticipantCounts: (counts) =>
    `The title counts what can be said of the average municipality. Of the average participant, where all people count the same: ${counts}.`,
  noteNoCause: 'There is no comparison group: the chart shows change, not what caused it.',
  noteLowerIsBetter: (names) => `A lower value is better: ${names}.`,
  noteTooFewMunicipalities: (names, threshold) =>
    `Too few answers: ${names}. A municipality is hidden where fewer than ${threshold} people have a score both times, or where a hidden value could otherwise be worked out.`,
  noteTooFewGroups: (names, threshold) =>
    `Too few answers: ${names}. A group is hidden where fewer than ${threshold} people have a score both times, or where a hidden value could otherwise be worked out.`,
  noteTooFewIndicators: (names, threshold) =>
    `Too few answers: ${names}. A figure is hidden where it rests on fewer than ${threshold} people, or where a hidden value could otherwise be worked out.`,
  noteNotComparable: (names) =>
    `Not comparable: ${names}. Too few questions are the same in both questionnaires to compare before and after.`,
  noteNotAsked: (names) => `Not asked both times: ${names}.`,
  noteComposition: (names) =>
    `Partly different people answered the two times (${names}): the change among all respondents has the opposite sign to the one shown, or differs from it by more than 5 points. See the table.`,
  noteAllHidden: (column, status) =>
    `${column}: where it says “${status}”, the figure rests on too few people, or a hidden figure could be worked out from it and others.`,

  altLevels: 'Chart of means before and after for each measure.',
  altRow: (name, from, to, value, people) => `${name} went from ${from} to ${to}, change ${value} points, ${people}.`,
  altRowHidden: (name, status) => `${name}: ${status}.`,
  altCounts: (counts) => `Of those shown: ${counts}.`,
  altRest: 'The value of each row is in the table.',

  chartReader: 'Read the chart row by row with the arrow keys',
} satisfies Words<typeof sv>
