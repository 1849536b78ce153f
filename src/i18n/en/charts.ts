// English words of the catalogue of charts, and of the page that lists them. Titles follow the interval.
import type sv from '../sv/charts.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Charts',
  lead: 'Every chart from the same results. The title says what the interval allows. Each chart has a table and can be downloaded as a picture and as a file.',
  link: 'All charts',
  backToCharts: 'Charts',
  previous: 'Previous',
  next: 'Next',
  groups: {
    overall: 'Everybody together',
    municipalities: 'The municipalities',
    answers: 'Answers to the questions',
    contacts: 'Contacts between groups',
    people: 'Those who answered',
  },
  names: {
    scales: 'Before and after, all measures',
    directions: 'Improved, unchanged and declined',
    targets: 'Level and target',
    multiples: 'Municipality by measure, all in one',
    forest: (name) => `${name}: the municipalities taken together`,
    forestAlone: (name) => `${name}: the municipalities’ own changes`,
    change: (name) => `${name}: change per municipality`,
    groups: (name) => `${name}: change by actor group`,
    slope: (name) => `${name}: from before to after per municipality`,
    answers: (name) => `${name}: answers to each question`,
    contacts: 'Contacts as a heat-map',
    network: 'Contacts as a network',
    funnel: 'From invitation to answer',
    shift: 'Now and then',
  },
  empty: (threshold) =>
    `Nothing is shown here: every figure rests on fewer than ${threshold} people, does not exist, or would give one away.`,

  rows: (n) => `${n} rows, see the table`,
  noteWhisker:
    'The line below the marks is the same interval, laid from the mean before: where it reaches back over that, the change cannot be distinguished from no change.',

  slope: {
    alt: (name) => `Chart with a line per municipality from before to after: ${name}.`,
    note: 'A line per municipality, from the mean before to the mean after among those who answered both times. Equal slopes are equal changes. Whoever starts high has less left to gain. The black line is all people.',
    noteAxis: (min, max) => `The scale shows ${min} to ${max} of 0–100 points.`,
    noteCrowded: (most) =>
      `More than ${most} lines: the names of the municipalities are in the table, and appear when a line is pointed at.`,
  },
  forest: {
    title: {
      increased: (name, points) => `In the average municipality, ${name} has increased by ${points}\u00a0points`,
      decreased: (name, points) => `In the average municipality, ${name} has decreased by ${points}\u00a0points`,
      indistinguishable: (name, _points) =>
        `In the average municipality, ${name} cannot be distinguished from no change`,
    },
    alt: (name) => `Forest plot of the change per municipality, own and taken together: ${name}.`,
    altAlone: (name) => `Forest plot of the change per municipality, own figures: ${name}.`,
    value: 'Change taken together (95%)',
    raw: 'Own change',
    row: 'Row',
    together: 'Hidden municipalities, together',
    average: (units) => `The average municipality, of\u00a0${units}`,
    drawn: 'Taken together with the others',
    spread: 'Where a new one is expected',
    fewerThan: (threshold) => `<${threshold}`,
    sentence: {
      municipality: (name, people, raw, drawn) =>
        `${name}, ${people} people: own change ${raw} points, taken together ${drawn}.`,
      alone: (name, people, raw) => `${name}, ${people} people: own change ${raw} points.`,
      together: (value, interval) =>
        `Hidden municipalities together: change taken together ${value} (${interval}) points.`,
      average: (value, interval) => `The average municipality: ${value} (${interval}) points.`,
      spread: (_value, interval) => `A new municipality is expected within ${interval} points.`,
    },
    noteMarks:
      'Faint: the municipality’s own mean change. Solid: the same figure taken together with the others’, so that small municipalities are drawn towards the average. The lines are 95% intervals. Overlap does not mean that municipalities are alike.',
    noteAverage:
      'The diamond is the average municipality, where each municipality counts as one, as wide as its interval. The dashed interval says where the change of a new municipality is expected.',
    noteNoModel: {
      few: 'The municipalities that can be shown are too few to be taken together: these are their own changes.',
      equal:
        'In at least one municipality everybody changed equally much, so they cannot be taken together: these are their own changes.',
      withheld: 'The joint change is not shown, so municipalities are not taken together: these are their own changes.',
    },
    noteOrder: 'Municipalities are listed by county and code, never by value.',
    noteHidden: (threshold) =>
      `“<${threshold}” stands where fewer than ${threshold} people have a score both times, or where a hidden value could otherwise be worked out.`,
    noteTogether: 'The hidden ones count together, as one.',
  },
  multiples: {
    title: (shown, counts) => `Of ${shown} panels shown: ${counts}`,
    titleNone: 'Municipality by measure: no figures can be shown',
    alt: 'Panels of before and after for each municipality and measure, all on the scale 0–100.',
    sentence: (place, name, from, to, value) => `${place}, ${name}: from ${from} to ${to}, ${value}.`,
    note: 'All panels have the same scale, 0 to 100, with a tick at 50. n is the number of people with a score both times. Small groups swing most: do not read the panels as a ranking.',
    noteChance: (intervals) =>
      `The panels rest on ${intervals} intervals, not corrected for being many. About one in twenty 95% intervals misses the true value by chance alone: expect some of those that “have increased” or “have decreased” to be chance.`,
    noteHidden: (threshold) =>
      `A dashed panel is not zero: it is hidden where fewer than ${threshold} people answered, where a hidden value could otherwise be worked out, or where the questions are not the same.`,
  },
  likert: {
    title: (name, counts) => `${name}, question by question: ${counts}`,
    titleSpread: (name) => `${name}: how the answers were spread before and after`,
    titleNone: (name) => `${name}: the answers to its questions cannot be shown`,
    noteTitle:
      'The title counts the questions’ mean changes by their 95% intervals, which are not raised for the questions being several.',
    noteTurned:
      'Questions put the other way round are turned in the title: there, an answer to the left is an increase.',
    alt: (name) => `Bars of the answers to each question before and after, the same people: ${name}.`,
    either: (one, other) => `${one} or ${other}`,
    item: 'Question',
    answer: 'Answer',
    lower: 'answers below the middle, together',
    upper: 'answers above the middle, together',
    unsure: 'Don’t know',
    sentence: (item, wave, answers, unsure) => `${item}, ${wave}: ${answers}; don’t know ${unsure}.`,
    note: 'Number of people, the same both times. The middle answer is split at the centre: where more of the bar lies to the right, more people answered above the middle.',
    noteGrouped: (items, threshold) =>
      `Answers on each side of the middle stand together where one of them has fewer than ${threshold} people: ${items}.`,
    noteHidden: (items, threshold) =>
      `Not shown: ${items}. Answers of fewer than ${threshold} people would be seen there, or what everybody answered.`,
    noteUnsure: (threshold) =>
      `“Don’t know” is counted among all who answered the questionnaire both times, outside the bar, and is not shown where fewer than ${threshold} answered so.`,
    noteReversed: {
      higher_is_better: (items) => `Questions put the other way round, where answers to the left are better: ${items}.`,
      lower_is_better: (items) => `Questions put the other way round, where answers to the right are better: ${items}.`,
    },
  },
  contacts: {
    title: (shown, higher, lower) =>
      `Of ${shown} cells shown, ${higher} are higher after than before and ${lower} lower; the figures have no intervals`,
    titleNone: 'Contacts between groups: no figures can be shown',
    keyNone: (step) => `${step}, none`,
    keyClosest: (step) => `${step}, closest`,
    keyHidden: 'hidden',
    keyNotAsked: 'not asked',
    alt: 'Heat-map of contacts between groups, before and after. The row answers, the column is the one it is about.',
    rater: 'Answering group',
    about: 'Group it is about',
    sentence: (rater, about, from, to, people) => `${rater} about ${about}: from ${from} to ${to}, ${people} people.`,
    hidden: (rater, about, status) => `${rater} about ${about}: ${status}.`,
    note: (strongest) =>
      `A cell says how close the row’s group finds its contact with the column’s, from 0 (none) to ${strongest} (closest), as a mean among those who answered both times.`,
    noteCompare:
      'Compare A’s view of B with B’s view of A: they may differ. The figures in the cells have no interval.',
    noteHidden: (threshold) =>
      `A dashed cell has fewer than ${threshold} answers or would give such a one away; “–” is a question that the group was not asked. A group without any cell to show is left out.`,
  },
  network: {
    alt: 'Network of contacts between groups, before and after, in the same places.',
    note: 'An arrow goes from the group that answers to the one it is about: thicker is closer contact. The places are the same before and after, and mean nothing in themselves.',
    title: (from, to, strongest) =>
      `Contacts between the groups were at a mean of ${from} of ${strongest} before and ${to} after; the figures have no intervals`,
    noteHidden: (threshold) =>
      `A grey dashed arrow is hidden: fewer than ${threshold} people answered both times, or it would give such a one away. It does not say how close the contact is.`,
    hidden: 'hidden',
    without: 'no contact',
    noteTable: 'The same figures are in the heat-map and in the table.',
    none: 'No contacts between groups can be shown.',
    step: (step) => `step ${step}`,
  },
  directions: {
    title: (name, people, improved, declined) =>
      `${name}: of ${people} people, ${improved} have improved and ${declined} have declined`,
    counts: 'Counts',
    titleNone: 'Improved, unchanged and declined: no figures can be shown',
    alt: 'Bars of how many people have improved, are unchanged and have declined on each measure.',
    sentence: (name, people, improved, unchanged, declined) =>
      `${name}, ${people} people: ${improved} improved, ${unchanged} unchanged, ${declined} declined.`,
    note: (points) =>
      `Improved are those who answered more than ${points} points better, declined more than ${points} points worse, among those who answered both times. Single answers also swing by chance: do not read the counts as proof of change.`,
  },
  funnel: {
    title: (both, invited) => `${both} of ${invited} invited people answered both times`,
    alt: 'Bars of how far the invitations came, step by step in each wave.',
    code: 'Code of the step',
    stage: 'Step',
    stages: {
      invited: 'Invited',
      delivered: 'The letter arrived',
      opened: 'Opened the questionnaire',
      started: 'Began to answer',
      answered: 'Answered',
      usable: 'Answered at least half',
      both: 'Answered both times',
    },
    lost: (wave) => `${wave}, lost in the step`,
    sentence: (stage, from, before, to, after) => `${stage}: ${from} ${before}, ${to} ${after}.`,
    note: 'Number of people. Each step lies within the one before, except the last: it counts those who answered both times, the same in both waves. Groups that deliver the project are left out.',
    leavers: (name, leavers, low, stayers, high) =>
      `${name} at the start: ${low} among those with a score the first time only (${leavers} people), ${high} among those with a score both times (${stayers}).`,
    leaversHidden: (name) => `${name} at the start among those with a score the first time only is not shown.`,
    noteMissing: (stages) => `Has not been recorded: ${stages}.`,
    titleNobody: 'From invitation to answer: nobody has been invited',
    nobody: 'Nobody has been invited yet.',
  },
  shift: {
    title: {
      higher: 'Seen today, it was better before than it felt then: the yardstick may have moved',
      lower: 'Seen today, it was worse before than it felt then: the yardstick may have moved',
      alike: 'How it was, seen today, cannot be distinguished from what was said then',
      none: 'Now and then: without an interval',
    },
    titleNone: 'Now and then: no figures can be shown',
    alt: 'Chart of the change counted from what was said then and from how it was, seen today.',
    question: 'Question',
    comparison: 'Comparison',
    comparisons: {
      prospective: 'Today minus then',
      everybody: 'Today minus then, among all',
      adjusted: 'Today minus then, seen today',
      recalibration: 'Then, seen today, minus then',
    },
    value: 'Steps (95% interval)',
    axis: 'Steps on the question’s scale',
    sentence: (question, comparison, value, people) => `${question} ${comparison}: ${value} steps, ${people}.`,
    note: 'At the end, participants said how they now think it was before the project. “Then, seen today, minus then” is how far the yardstick may have moved. Memory errs too: this stands beside the change, never in its place.',
    noteDifference: '“Then, seen today, minus then” is the difference between the two other rows.',
    noteEverybody:
      '“Among all” is everybody who answered the question both times, also those who did not say how it was, seen today.',
    notePossible: 'The difference is more than a step: the yardstick may have moved.',
    noteHidden: (threshold) =>
      `A dashed band is a figure that beside other figures would give away fewer than ${threshold} people.`,
  },
  targets: {
    titleBelow: (name, points, target) => `${name} is ${points}\u00a0points below the target ${target}`,
    titleAbove: (name, points, target) => `${name} is ${points}\u00a0points above the target ${target}`,
    titleAlike: (name, target) => `${name} cannot be distinguished from the target ${target}`,
    titleNoInterval: (name, level, target) => `${name} is at ${level}, the target is ${target}, without an interval`,
    titleNone: 'Level on each measure: no target has been set',
    titleHidden: 'Level and target: the levels are not shown',
    alt: 'Chart of the level before and after on each measure, and the target.',
    value: 'Level after (95% interval)',
    target: 'Target',
    noTarget: 'no target has been set',
    aim: (target) => `the target is ${target}`,
    sentence: (name, from, to, aim) => `${name}: before ${from}, after ${to}, ${aim}.`,
    note: 'Means among all who answered each wave, on what both questionnaires measure alike: partly different people. For the change, see the other charts.',
    noteTarget: 'The target concerns what participants think, not something that can be counted.',
    noteNone: 'The questionnaire states no target.',
    noteHidden: (threshold) =>
      `A level is hidden where it rests on fewer than ${threshold} people, or where a hidden value could otherwise be worked out.`,
  },
} satisfies Words<typeof sv>
