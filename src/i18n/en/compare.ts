// English words of the page where municipalities are compared.
import type sv from '../sv/compare.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Compare',
  link: 'Compare municipalities, groups and programmes',
  back: 'Results',
  tabs: 'What is compared',
  tab: {
    municipalities: 'Municipalities',
    groups: 'Actor groups',
    whole: 'The whole',
    programmes: 'Two programmes',
  },
  lead: {
    municipalities:
      'The municipalities side by side on one measure, with what the differences can fairly be said to tell.',
    groups: 'The actor groups side by side on one measure, over all municipalities together.',
    whole: 'All measures for everybody, for one municipality or for one actor group, and how they belong together.',
    programmes: 'Municipalities that have been in two programmes, with what each of the programmes has frozen.',
  },
  show: 'Show',
  indicator: 'Measure',
  of: 'Who',
  everybody: 'Everybody',
  municipalities: 'Municipalities',
  groups: 'Actor groups',
  cut: 'Figures',
  now: 'The answers as they are now',
  frozen: (day, code) => `Frozen ${day} (${code})`,
  with: 'Compare with',
  withCut: 'Figures of the other',
  unknown: (name) => `The link names something that is not here (${name}). The page shows what it can instead.`,
  crossed:
    'Choose a municipality or an actor group, not both. An actor group within one municipality is so few people that single answers could be worked out.',
  linkTitle: 'Link to what you see',
  linkNow:
    'The link shows the figures as they are when somebody opens it. Choose frozen figures for a link that always shows the same.',
  linkFrozen: 'The link always shows the same figures: they are frozen.',

  fairTitle: 'What is a fair comparison?',
  fairShort: {
    people: (municipalities, fewest, most) =>
      fewest === most
        ? `Figures are shown for ${municipalities} municipalities, with ${fewest} people in each.`
        : `Figures are shown for ${municipalities} municipalities, with between ${fewest} and ${most} people in each.`,
    chance: (chance, observed) =>
      `Even if all had changed equally much, chance would on average put about ${chance} points between the highest and the lowest figure; here there are ${observed}.`,
    told: 'Taking the figures of all municipalities, not only the highest and the lowest, the answers suggest that they have truly changed by different amounts, but chance has a part in every difference, so they are not ranked.',
    untold:
      'Taking the figures of all municipalities, not only the highest and the lowest, the answers are not enough to tell whether they have truly changed by different amounts, so they are not ranked.',
    noModel: {
      few: 'The municipalities that can be shown are too few to tell whether they have truly changed by different amounts, so they are not ranked.',
      equal:
        'In at least one municipality everybody changed equally much, so it cannot be told whether the municipalities have truly changed by different amounts, and they are not ranked.',
      withheld:
        'The joint change is not shown, so nothing is said of whether the municipalities have truly changed by different amounts, and they are not ranked.',
    },
  },
  fair: {
    people: (municipalities, fewest, most) =>
      fewest === most
        ? `In ${municipalities} municipalities enough people have a score both times for figures to be shown: ${fewest} people in each.`
        : `In ${municipalities} municipalities enough people have a score both times for figures to be shown: between ${fewest} and ${most} people in each.`,
    chance: (chance, observed) =>
      `If all of these municipalities had in truth changed exactly as much, chance would still, on average, put about ${chance} points between the highest and the lowest figure. Here there are ${observed}.`,
    told: (typical, low, high) =>
      `The highest and the lowest figure are only two of them. Another yardstick is the spread (τ), which takes in all municipalities and how many answered in each. By it they differ by more than chance usually gives: the answers suggest that they have truly changed by different amounts, typically ${typical} points from the average municipality (95% interval ${low} to ${high}).`,
    untold: (high) =>
      `The highest and the lowest figure are only two of them. Another yardstick is the spread (τ), which takes in all municipalities and how many answered in each. By it, it cannot be told whether the municipalities have truly changed by different amounts. The answers fit both that nothing sets them apart and that they typically lie up to ${high} points from the average municipality.`,
    noModel: {
      few: 'They are too few to work out how much the municipalities truly differ.',
      equal:
        'In at least one of them everybody changed equally much, so how much the municipalities truly differ cannot be worked out.',
      withheld: 'Since the joint change is not shown, how much the municipalities truly differ cannot be shown either.',
    },
    elsewhere: (low, high) =>
      `If the differences are as large as the answers most nearly suggest, the true change in another, similar municipality is expected to lie somewhere between ${low} and ${high} points.`,
    read: 'So read each municipality by itself, together with its interval. Chance has a part in every difference, so no ranking is shown.',
    tooFew:
      'Figures can be shown for so few municipalities that nothing can be said about what sets them apart. Read each municipality by itself, together with its interval.',
    noVariation:
      'In each municipality shown everybody has changed equally much, so what chance may give cannot be worked out. With so few answers that is no certainty.',
    nothing: 'No municipality has enough answers for its figures to be shown. That protects those who have answered.',
  },
  chartFiles: 'The chart as picture and file',
  twoFigures: 'Why two figures?',
  twoFiguresText:
    'The measured figure is the mean among those who answered in the municipality. The shrunken one draws the measured one towards the average municipality, the more so the fewer have answered, since a high or low figure in a small group is partly chance. To know how things stand in a municipality, the shrunken one comes closer, on average over municipalities; to know what those who answered said, the measured one holds. The interval of the shrunken one is, if anything, too narrow. That it excludes zero does therefore not show that this very municipality has changed: only that of the measured one does.',
  allShrunken:
    'Here all shrunken figures are the same. The answers show no differences beyond chance, but that does not mean that the municipalities are alike. The figure and its interval are those of the average municipality, not of any one municipality.',
  hidden: (names, threshold) =>
    `Not shown: ${names}. Fewer than ${threshold} people have a score both times there, or such a figure could otherwise be worked out. It says nothing about how things have gone there.`,
  counted: 'Their answers count in the figures for everybody.',
  municipality: 'Municipality',
  group: 'Actor group',
  measure: 'Measure',
  people: 'People',
  before: 'Before',
  after: 'After',
  measured: 'Measured change (95%)',
  shrunken: 'Shrunken change (95%)',
  change: 'Change (95%)',
  tableTitle: 'All figures',
  order:
    'Municipalities stand in the order of their codes, county by county. The levels before and after are those of the same people as the change.',
  moreTitle: 'For those who want to check',
  more: {
    observed: 'Highest less lowest measured change',
    chance: 'The same if chance alone set them apart, on average',
    average: 'The average municipality',
    typical: 'True differences, standard deviation (τ)',
    tau2: 'Their variance (τ²)',
    iSquared: 'Share of the variation that chance is not expected to give (I²)',
    q: 'Cochran’s Q',
    prediction: 'Expected in another, similar municipality (95%)',
  },
  qValue: (q, df, p) => `${q} (df ${df}, p ${p})`,
  moreNote: {
    chance:
      'The difference by chance is computed from the numbers of people in the table and one spread that the municipalities share.',
    model:
      'The other figures come from a random-effects model. The shrunken intervals, and that for another municipality, leave out how uncertain τ is. They are therefore too narrow rather than too wide, most of all where τ is zero or close to it. What is said about the differences follows the interval of τ, which is two-sided; Q tests one side only.',
    together: 'Hidden municipalities count together in the model, as one.',
  },

  groupsTitle: 'How to read the groups',
  groupsText:
    'Each row is those in the group who answered both times, over all municipalities together. The groups differ in size, so read each row with its interval. The intervals assume that people are no more alike for coming from the same municipality. That the interval of one group leaves out zero and that of another does not, does not mean that the groups differ. Groups are never shown municipality by municipality.',
  groupsHidden: (names) => `Not shown: ${names}. They are too few, or such a figure could be worked out.`,
  noGroups: 'The questionnaire has no actor groups.',

  viewNote:
    'The pictures show the same figures as the table. The arrow goes from the mean before to the mean after, among those who answered both times.',
  leadsTo: 'does it lead to?',
  heldTogether: 'Holds the pieces together',
  points: (change) => `${change} points`,
  interval: (interval) => `95%: ${interval}`,
  peopleCount: (people) => `${people} people`,
  finding: {
    increased: 'has increased',
    decreased: 'has decreased',
    indistinguishable: 'cannot be told from unchanged',
    mixed: 'the two ways of counting disagree',
  },
  wholeTitle: (name) => `All measures: ${name}`,
  mixedNote:
    'Two ways of counting disagree where the interval of the measured figure takes in zero and that of the shrunken one does not, or the other way round. Both are in the table.',
  wholeNote:
    'The more measures one looks at, the more often an interval leaves out zero by chance: one measure in twenty on average, even where nothing has happened.',

  programme: 'Programme',
  waveDays: (from, to, fromVersion, toVersion) => `${from} (version ${fromVersion}) and ${to} (version ${toVersion})`,
  programmesTitle: (measure) => `${measure} in two programmes`,
  programmesText:
    'Each row is what the programme itself has frozen, for the people who answered both times in that programme. The programmes may have asked different people, at different times and from different starting points.',
  noDifference:
    'The difference between the programmes is not computed. Some may have answered in both, and then the uncertainty that such a difference is usually given with would be wrong. That the change is larger in one programme does not show that the programme did more.',
  noProgramme: 'There is no other project with the same municipalities that you may see.',
  noCut:
    'Programmes are compared by frozen figures only, so that nobody can work out single answers from figures that change. This is missing before the table can be shown:',
  toFreeze: (project) => `${project} has no frozen figures yet.`,
  freeze: (project) => `Freeze the figures of ${project}`,
  freezeOthers: 'The coordinator of that project, or an administrator, can freeze them.',
  refused: {
    questionnaire: 'The two programmes have used different questionnaires. The measures do not mean the same thing.',
    missing: 'The measure is not among the frozen figures of both programmes.',
    revision: 'The measure is computed in different ways in the two programmes. A difference could come from that.',
    core: (items) =>
      `The measure does not rest on the same questions in both programmes (${items}). A difference could come from the questions.`,
    withheld: 'The measure is not shown for everybody in one of the programmes, so it cannot be compared.',
    overlap:
      'The waves of the programmes overlap in time, and in some municipality so few people differ between them that single answers could be worked out. So they are not shown side by side.',
  },
  refusedTitle: (measure) => `${measure} is not compared between the programmes`,
} satisfies Words<typeof sv>
