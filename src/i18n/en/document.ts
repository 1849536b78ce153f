// English words of the report to the funder.
import type sv from '../sv/document.ts'
import type { Words } from '../words.ts'

const ownInterval = (interval: string | null): string =>
  interval === null ? 'no interval, since everybody changed equally much' : `95% interval ${interval}`

export default {
  people: (told, isOne) => `${told} ${isOne ? 'person' : 'people'}`,
  municipalities: (told, isOne) => (isOne ? 'one municipality' : `${told} municipalities`),
  kind: { interim: 'Progress report', final: 'Final report' },
  title: (kind, project) => `${kind}: ${project}`,
  contents: 'Contents',
  chapterOf: (number, title) => `${number} ${title}`,
  appendixOf: (letter, title) => `Appendix ${letter}. ${title}`,
  table: 'Table',
  figure: 'Figure',
  originsLead:
    'The number in brackets after a figure in the report points here. Each row is a group of figures in the frozen cut. The address leads to a page with the figure in full precision, the number of people behind it, the formula, the rule for what is shown, and the checksums of the cut.',
  originsHeadings: { number: 'No.', figures: 'Figures in the report', address: 'Address in the cut' },
  cover: {
    project: 'Project',
    organisation: 'Project owner',
    recipient: 'To',
    journalNumber: 'Journal number',
    period: 'Period',
    version: 'Version of the report',
    contact: 'Contact',
    cut: 'Cut',
    cutOf: (code) => `${code} (frozen, every figure can be traced)`,
    noCut: 'no cut has been frozen yet',
    invented: 'This is an invented project: people, answers and figures are made up.',
  },
  chapter: {
    summary: 'Summary',
    goals: 'Goals and outcomes',
    implementation: 'Implementation and deviations',
    results: 'Results',
    levels: 'Responses and levels',
    municipalities: 'Municipality by municipality',
    models: 'Models and dissemination',
    horizontal: 'Horizontal criteria',
    lessons: 'Lessons and obstacles',
    sustainability: 'After the project',
    economy: 'Finances',
    method: 'Method and limitations',
    questions: 'Questionnaires',
    tables: 'Tables',
    log: 'Analysis log',
    origins: 'Where the figures come from',
  },
  part: {
    summary: {
      title: 'Summary',
      hint: 'At most a page: what the project set out to do, what came of it and what it means. Counted goals are told with number and evidence.',
    },
    goals: {
      title: 'Goals and outcomes',
      hint: 'Every goal in the project’s decision: what was planned, what it became, what shows it, and why it deviates. You fill in the rows under Counted targets.',
    },
    implementation: {
      title: 'Implementation',
      hint: 'What was done and when: meetings, waves, conference, with dates.',
    },
    deviations: {
      title: 'Deviations',
      hint: 'What did not turn out as planned, when it was noticed, why, and what you did about it.',
    },
    responses: {
      title: 'Response and attrition',
      hint: 'Who answered, and what that means for how the figures can be read.',
    },
    levels: {
      title: 'Levels at the start',
      hint: 'Where participants stood in the first wave. A progress report says nothing of change.',
    },
    primary: {
      title: 'The overall measure',
      hint: 'The main claim of the project, in the words that the interval allows.',
    },
    scales: { title: 'The areas of collaboration', hint: 'Area by area, without ranking.' },
    service: {
      title: 'Service and local strength',
      hint: 'Access to services as participants see it. Service points are counted under Goals and outcomes.',
    },
    groups: { title: 'Actor groups', hint: 'Groups over all municipalities together, never crossed with one of them.' },
    contacts: { title: 'Contacts between groups', hint: 'How closely the groups deal with each other.' },
    contribution: {
      title: 'What may have contributed',
      hint: 'What speaks for and against the project having a part in the change. It stands beside the main measure and never replaces it.',
    },
    municipalities: {
      title: 'How to read these sections',
      hint: 'How the sections of the municipalities are to be read.',
    },
    models: {
      title: 'Models, knowledge bank and dissemination',
      hint: 'The models that can spread and the municipalities that use them, what the knowledge bank holds, the conference and the dissemination plan.',
    },
    horizontal: {
      title: 'Horizontal criteria',
      hint: 'Gender equality, diversity and environment: how women and men, young and old have taken part. On the national level only.',
    },
    lessons: {
      title: 'Lessons and obstacles',
      hint: 'What worked, what hindered, what you would have done otherwise. Quotes must be reviewed, without a municipality where few answered.',
    },
    sustainability: {
      title: 'After the project',
      hint: 'Who owns the work after the project, what has been decided, and the hand-over to the regional service programmes.',
    },
    economy: {
      title: 'Co-financing',
      hint: 'Costs are accounted for in the payment claim. Here stands what the municipalities have contributed.',
    },
    method: {
      title: 'Method',
      hint: 'Written from what was really done in this cut. Change only what you know more about.',
    },
    limitations: { title: 'Limitations', hint: 'What the figures cannot say.' },
    questions: {
      title: 'The questions as they were asked',
      hint: 'The questions come from the published questionnaires.',
    },
    tables: { title: 'Tables', hint: 'The tables come from the cut.' },
    log: { title: 'What the figures are made of', hint: 'These facts come from the cut.' },
    origins: { title: 'Every figure and its address', hint: 'The list is made of the figures in the report.' },
  },
  summary: {
    opening: ({ project, organisation, municipalities }) =>
      `${project} is run by ${organisation} in ${municipalities}.`,
    startingPoint: (wave, days) =>
      `The starting point is the wave “${wave}” (${days}). Levels and change are reported later, together.`,
    noChangeYet: 'This report describes how things stood at the start. Change is reported in the final report.',
    scalesLead: (count) => `The overall measure is made of several areas, of which ${count} can be reported.`,
    scalesOf: 'What is said is of the average municipality.',
    scales: {
      increased: (names) => `Has increased: ${names}.`,
      indistinguishable: (names) => `Cannot be told from unchanged: ${names}.`,
      decreased: (names) => `Has decreased: ${names}.`,
    },
  },
  goals: {
    lead: 'The table shows every goal in the project’s decision, what it became and what shows it. A goal counts as met when there is evidence, not when somebody thinks so.',
    survey: (measure) =>
      `The goal that collaboration should have developed is measured by the questionnaire: ${measure} is reported in the chapter Results.`,
    caption: 'Goals, outcomes and evidence',
    goal: 'Goal',
    planned: 'Planned',
    outcome: 'Outcome',
    evidence: 'Evidence',
    deviation: 'Deviation and cause',
    none: '–',
    notFilled: 'not filled in',
    notFilledNote: '“not filled in”: the outcome has not been reported yet.',
    template: {
      forum: 'A lasting structure for collaboration in each municipality',
      servicePoint: 'A service solution or service point in each municipality',
      plan: 'A local service plan in each municipality',
      example: 'A good example from each municipality',
      models: 'Collaboration models that can spread',
      network: 'Service network founded',
      conference: 'Dissemination conference held',
      dissemination: 'Plan for national dissemination',
      knowledge: 'Knowledge bank on the web',
      meetings: 'Documented meetings',
      survey: 'Questionnaire to participants in all municipalities, before and after',
    },
  },
  implementation: {
    lead: (waves) =>
      waves === '1'
        ? 'One wave of the questionnaire has been done or planned. Its days stand in the table.'
        : `${waves} waves of the questionnaire have been done or planned. Their days stand in the table.`,
    caption: 'Waves and questionnaires',
    wave: 'Wave',
    days: 'Days',
    questionnaire: 'Questionnaire',
    version: (id, version) => `“${id}”, version ${version}`,
  },
  horizontal: {
    lead: 'The questionnaire asks about sex and age to show whom the project has reached. The answers are counted for the whole project only, never per municipality, and are part of no other figure. Whoever answered both times counts by their first answer to the question.',
    shares: (criterion: string, people: string, list: string) =>
      `${criterion}, of those who answered ${people}: ${list}.`,
    people: {
      either: 'at least once',
      from: 'the first time',
      to: 'the second time',
      both: 'both times',
    },
    share: (answer: string, percent: string) => `${answer} ${percent}`,
    notAsked: 'The questionnaire asks about neither sex nor age. Therefore no numbers are shown here.',
    notCounted: 'The figures were frozen before sex and age were counted. Therefore no numbers are shown here.',
    allHidden: (criterion: string) =>
      `${criterion}: no numbers are shown, since the answers are too few or too alike, or a small number could be worked out.`,
    caption: (criterion: string) => `${criterion} of those who answered`,
    answer: 'Answer',
    cell: (people: string, share: string) => `${people} (${share})`,
  },
  responses: {
    firstTitle: 'Response rate',
    first: ({ wave, days, invited, answered }) =>
      `Invited to the wave “${wave}” (${days}): ${invited}; ${answered} answered.`,
    both: (from, to, both) =>
      `Invited to the wave “${from.wave}” (${from.days}): ${from.invited}; ${from.answered} answered. Invited to the wave “${to.wave}” (${to.days}): ${to.invited}; ${to.answered} answered. ${both} answered both times, and change is computed among them.`,
    rateFirst: (rate) => `The response rate is ${rate} (complete and partial responses, RR2 of AAPOR).`,
    rates: (from, to) =>
      `The response rate is ${from} the first time and ${to} the second (complete and partial responses, RR2 of AAPOR).`,
    retention: (share) => `${share} of those who answered the first time answered the second time too.`,
    excludedNote: 'Those who run the project are not among the figures.',
    leavers: (measure) => `Attrition between the waves has been examined on ${measure}.`,
    funnelCaption: 'From invitation to response',
    funnelNote: '“–”: nobody has noted it.',
    wave: 'Wave',
    municipality: 'Municipality',
    measure: 'Measure',
    people: 'People',
    mean: 'Mean',
    sd: 'Standard deviation',
    step: {
      invited: 'Invited',
      delivered: 'Letter delivered',
      opened: 'Link opened',
      started: 'Begun',
      answered: 'Answered',
      usable: 'Usable responses',
      both: 'Answered both times',
    },
    municipalityCaption: 'Invited and answered per municipality',
    count: {
      invitedFrom: 'Invited, first',
      answeredFrom: 'Answered, first',
      invitedTo: 'Invited, second',
      answeredTo: 'Answered, second',
      both: 'Answered both',
    },
    hidden: 'not shown',
    none: '–',
    hiddenNote: (threshold) =>
      `“not shown”: fewer than ${threshold} people, or hidden because such a number could otherwise be computed.`,
    levelsLater: (wave, days) =>
      `The wave “${wave}” (${days}) is the starting point. Its levels are reported together with the change, when two waves are done and the figures are frozen. If they stood here already, somebody could take the later figures from them and work out what the few who do not answer again have answered.`,
    levelsLead: (wave) =>
      `The table shows where those who answered the wave “${wave}” stood, on the scale 0–100. Levels are a starting point, not a judgement.`,
    levelsCaption: 'Levels in the first wave',
    levelsNote: 'Means on the scale 0–100 among all who answered the wave.',
  },
  counted: {
    interim: ({ name, all, counted, reason }) =>
      `Of the ${all} who answered the first wave, ${counted} are part of ${name}. ${reason}`,
    final: ({ name, all, counted, reason }) =>
      `Of the ${all} who answered both times, ${counted} are part of ${name}. ${reason}`,
    reason: {
      scale: 'The others had answered too few of its questions.',
      composite:
        'The others lack, in one of the waves, a value on some of the measures that it is made of. Whoever lacks one of them is as a rule counted in none, since single people’s answers could otherwise be worked out from the difference between the measures.',
    },
  },
  change: {
    noPrimary: 'The questionnaire has no overall measure.',
    withheld: {
      too_few: (name) => `${name}: the change is not shown.`,
      not_comparable: (name) => `${name}: the versions’ questions are not comparable, so no change is computed.`,
      not_asked: (name) => `${name}: the questions were not asked both times, so no change is computed.`,
    },
    lacking: (names) =>
      `Part of the measure but not of the comparison: ${names}. The questions were not asked alike both times.`,
    claim: {
      increased: ({ name, points, interval, units }) =>
        `${name} has increased by ${points} points in the average municipality, on a scale from 0 to 100 (95% interval ${interval}; ${units}).`,
      decreased: ({ name, points, interval, units }) =>
        `${name} has decreased by ${points} points in the average municipality, on a scale from 0 to 100 (95% interval ${interval}; ${units}).`,
      indistinguishable: ({ name, change, interval, units }) =>
        `${name} cannot be told from unchanged in the average municipality: ${change} points on a scale from 0 to 100 (95% interval ${interval}; ${units}). That does not mean that nothing has happened.`,
    },
    units: (units) => `computed from ${units} municipalities`,
    unitsTogether: (units) => `computed from ${units} units: each municipality shown by itself, those hidden together`,
    found: {
      increased: (name) => `${name} has increased.`,
      decreased: (name) => `${name} has decreased.`,
      indistinguishable: (name) =>
        `${name} cannot be told from unchanged. That does not mean that nothing has happened.`,
      unknown: (name) => `${name}: everybody changed equally much, so the uncertainty cannot be computed.`,
    },
    participants: ({ people, before, after, change, interval }) =>
      `Among the ${people} people with a score both times, the mean went from ${before} to ${after}, a change of ${change} points (${ownInterval(interval)}).`,
    directions: ({ people, improved, unchanged, declined }) =>
      `Of the ${people}, ${improved} answered noticeably better, ${unchanged} about the same and ${declined} noticeably worse than the first time.`,
    spread: (interval) =>
      `Municipalities may differ. In another, similar municipality the change is expected to lie in the interval ${interval} points (95% prediction interval).`,
    noCause: 'The project has no comparison group: the figures show change, not what caused it.',
    sentence: {
      increased: ({ name, points, basis }) => `${name} has increased by ${points} points (${basis}).`,
      decreased: ({ name, points, basis }) => `${name} has decreased by ${points} points (${basis}).`,
      indistinguishable: ({ name, change, basis }) =>
        `${name} cannot be told from unchanged: ${change} points (${basis}).`,
      unknown: ({ name, change, basis }) => `${name}: the change is ${change} points (${basis}).`,
    },
    sentenceMunicipality: {
      increased: ({ name, points, basis }) =>
        `${name} has increased by ${points} points in the average municipality (${basis}).`,
      decreased: ({ name, points, basis }) =>
        `${name} has decreased by ${points} points in the average municipality (${basis}).`,
      indistinguishable: ({ name, change, basis }) =>
        `In the average municipality, ${name} cannot be told from unchanged: ${change} points (${basis}).`,
    },
    participant: (change, basis) => `The average participant: ${change} points (${basis}).`,
    interval: (interval) => `95% interval ${interval}`,
    noInterval: 'no interval',
    people: (n) => `${n} people`,
    adjusted: (p) => `p after Holm ${p}`,
    basis: (facts) => facts.join('; '),
    scalesLead: (count, isTested) =>
      `The measure is made of ${count} areas. They stand in the order of the questionnaire${isTested ? ', with p values that allow for their number (Holm)' : ''}.`,
    serviceLead:
      'Service and local strength are not part of the overall measure: they are what collaboration should lead to, and what it rests on. This is how participants see it; service points that have opened are counted under Goals and outcomes.',
    noGroups: (measure) =>
      `The change in ${measure} is not shown for any actor group: too few in each answered both times, or a hidden number could otherwise be computed.`,
    groupsLead: (measure) =>
      `The table shows the change in ${measure} for each actor group, in all municipalities together. Groups differ in size and are not to be ranked; no test is made between them.`,
    primaryCaption: (name) => `${name} before and after, among those with a score both times`,
    scalesCaption: 'The areas before and after, among those with a score both times',
    serviceCaption: 'Service and local strength before and after, among those with a score both times',
    groupsCaption: (name) => `${name}: change per actor group`,
    checksCaption: (name) => `${name}: the same change computed in other ways`,
    measure: 'Measure',
    group: 'Actor group',
    pairs: 'People',
    before: 'Before',
    after: 'After',
    change: 'Change',
    method: 'Way of computing',
    value: 'Value',
    intervalHeading: '95% interval',
    hidden: 'not shown',
    none: '–',
    tableNote: 'Means on the scale 0–100. Where the interval spans zero, the change cannot be told from unchanged.',
    groupsNote: '“not shown”: too few responses, or hidden because such a number could otherwise be computed.',
    standardised: 'In standard deviations (g)',
    typical: 'Typical change (Hodges–Lehmann), points',
    ranks: 'Rank-biserial correlation',
    bootstrap: 'Mean change with bootstrap interval, points',
    sensitivity: (method, spread) => `The average municipality: ${method}, ${spread}, points`,
    betweenVariance: { paule_mandel: 'Paule–Mandel', dersimonian_laird: 'DerSimonian–Laird', reml: 'REML' },
    spreadOf: { pooled: 'common spread', own: 'own spread' },
  },
  contacts: {
    lead: (strongest) =>
      `The table shows how closely groups deal with each other, on a scale from 0 (no contact) to ${strongest} (plan and decide together). The row is who answers, the column whom the answer is about.`,
    caption: 'Contacts between groups, before → after',
    who: 'Who answers',
    cell: (from, to) => `${from} → ${to}`,
    hidden: 'not shown',
    notAsked: '–',
    note: '“not shown”: too few responses. “–”: the group was not asked. Means among those who answered both times.',
  },
  contribution: {
    lead: 'Without a comparison group nobody can say what caused the change. Here stands what still belongs to the picture: what participants say themselves, whether those who took part more changed more, and how they see the start today. None of it replaces the main measure.',
    perceivedCaption: (question, people) => `“${question}” ${people} people answered`,
    perceivedNote:
      'What people remember is coloured by how things are today. These answers stand beside the measures before and after.',
    doseCaption: (measure, question) => `${measure}: change by the answer to “${question}”`,
    doseNote:
      'Those who took part more may have been different from the start. Differences between the rows are no cause, and no test is made between them.',
    shiftCaption: (question) => `Then and now: “${question}”`,
    shift: {
      prospective: 'Today minus then, as it was said then',
      adjusted: 'Today minus then, as it is seen today',
      recalibration: 'Then, as it is seen today, minus then, as it was said then',
    },
    shiftNote:
      'Steps on the question’s own scale. Where the start is seen otherwise, the yardstick of participants may have changed; memory may err too.',
    shiftHidden: (names) =>
      `Not shown, since the difference that a few answers make could otherwise be worked out: ${names}.`,
    answer: 'Answer',
    comparison: 'Comparison',
    people: 'People',
    share: 'Share',
    change: 'Change',
    steps: 'Steps',
    intervalHeading: '95% interval',
    noAnswer: 'no answer',
    hidden: 'not shown',
    none: '–',
    hiddenNote: '“not shown”: too few responses, or hidden because such a number could otherwise be computed.',
  },
  lessons: {
    lead: 'Participants also answered in their own words. The answers have been reviewed. They are not frozen with the cut: under each question stands the day that they are of.',
    themed: 'Two people, independently of each other, have sorted the answers into themes.',
    quoted:
      'They are quoted only where somebody has approved it. Quotes stand as they were written, in the language of whoever wrote, save for what could give somebody away, in a random order. The municipality stands only where at least ten have answered.',
    question: (question, wave) => `${question} (${wave})`,
    caption: (question, wave) => `Themes in the answers to “${question}” (${wave})`,
    theme: 'Theme',
    count: 'Bring it up',
    of: (count, people) => `${count} of ${people}`,
    hidden: 'not shown',
    themesNote:
      'One person may bring up several themes. “not shown”: few bring it up, or nearly all, or hidden because such a number could otherwise be computed.',
    asOf: (time) => `As they have been since ${time}.`,
    quote: (quote, place) => (place === null ? `“${quote}”` : `“${quote}” (${place})`),
  },
  municipality: {
    lead: 'Each municipality has a section. Its own figure is combined with those of the others: the fewer the responses, the more.',
    leadAlone: 'Each municipality has a section. The figure is its own.',
    noRanking:
      'Municipalities stand in the order of their codes, those with few figures last, and are not to be ranked, for differences between municipalities arise by chance too.',
    answered: ({ invited, answered, both }) =>
      `Invited to the first wave in the municipality: ${invited}. ${answered} answered, and ${both} answered both times.`,
    finance: (decided) => `The municipality has decided on ${decided} kronor of co-financing.`,
    hint: 'What the municipality has done: milestones, service point, good example, and what contributed.',
    estimate: {
      increased: ({ name, measure, change, interval }) =>
        `${measure} has increased in ${name}: by an estimated ${change} points (95% interval ${interval}).`,
      decreased: ({ name, measure, change, interval }) =>
        `${measure} has decreased in ${name}: by an estimated ${change} points (95% interval ${interval}).`,
      indistinguishable: ({ name, measure, change, interval }) =>
        `${measure} cannot be told from unchanged in ${name}: an estimated ${change} points (95% interval ${interval}).`,
      mixed: ({ name, measure, change, interval }) =>
        `${measure} in ${name}: an estimated ${change} points (95% interval ${interval}). The municipality’s own figure does not allow the same reading, so no change of this very municipality is stated.`,
    },
    own: ({ change, interval, people }) =>
      `The municipality’s own figure is ${change} points (${ownInterval(interval)}; ${people} people with a score both times).`,
    ownOnly: (name, measure) => `${measure} in ${name}.`,
    why: 'The estimate is the municipality’s own figure combined with those of the others.',
    hiddenMeasure: (name, measure, threshold) =>
      `${measure} is not shown for ${name}. Either fewer than ${threshold} people have values from both waves, or a hidden number could otherwise be computed. That says nothing of how collaboration works in the municipality.`,
    hidden: (name, threshold) =>
      `No figures are shown for ${name}. Either fewer than ${threshold} people have values from both waves, or a hidden number could otherwise be computed. That says nothing of how collaboration works in the municipality.`,
    counted: 'Its responses count in all joint figures.',
    notComparable: (name, measure) =>
      `For ${name}, ${measure} cannot be compared between the waves: too few questions were the same.`,
    caption: (name) => `${name}: change per measure`,
    pictureCaption: (name) => `${name}: the municipality’s own figures before and after`,
    municipality: 'Municipality',
    measure: 'Measure',
    pairs: 'People',
    before: 'Before',
    after: 'After',
    change: 'Own figure',
    estimateHeading: 'Estimate',
    intervalHeading: '95% interval',
    none: '–',
    hiddenShort: 'not shown',
    noInterval: 'no interval',
    tableNote: 'Before, after and own figure: means among the municipality’s own responses.',
    estimateNote: 'Estimate with interval: combined with the other municipalities.',
  },
  economy: {
    lead: (decided, received) =>
      `The municipalities have decided on ${decided} kronor of co-financing, and ${received} kronor have come in. Costs are accounted for in the payment claim.`,
    empty: 'The municipalities’ co-financing has not been filled in. Costs are accounted for in the payment claim.',
    caption: 'Co-financing per municipality, kronor',
    municipality: 'Municipality',
    decided: 'Decided',
    received: 'Received',
    decision: 'Decision (registration number, day)',
    total: 'Total',
    notFilled: '–',
    note: 'Filled in by the project. “–”: not filled in.',
  },
  method: {
    asked: ({ municipalities, questionnaire, invited }) =>
      `Participants in ${municipalities} received the questionnaire “${questionnaire}” by a link or code of their own. Invited to the first wave: ${invited}. Responses belong to a seat in the collaboration (municipality and actor group) and are joined over the waves by pseudonyms; the cut holds no names.`,
    modes: (waves) => `How responses came in: ${waves}.`,
    modesOf: (wave, ways) => `“${wave}” ${ways}`,
    modesUnknown: (wave) => `“${wave}” is not noted for everybody`,
    mode: {
      web: (people) => `${people} on the web`,
      paper: (people) => `${people} on paper`,
      telephone: (people) => `${people} by telephone`,
      import: (people) => `${people} from a file`,
    },
    modeHidden: 'a number not shown',
    excluded: (groups) => `${groups} run the project and are in none of the figures.`,
    sameVersion: (version) => `Both waves used version ${version} of the questionnaire.`,
    core: ({ from, to, comparable, total }) =>
      `The first wave used version ${from} of the questionnaire and the second version ${to}. ${comparable} of ${total} questions measure the same thing in both, and the comparison rests on them alone.`,
    leftLead: (left) => `Left out of the comparison: ${left}.`,
    left: (item, reason) => `${item} (${reason})`,
    triedIn: (where) => `The questionnaire has been tried before: ${where}`,
    leftBecause: {
      broken: 'changed, and nobody has judged it comparable',
      dropped: 'not in both questionnaires',
      not_asked: 'not asked in both waves',
    },
    leftInSwedish: (reason) => `reason given in Swedish: “${reason}”`,
    scoring:
      'Each answer is turned into 0–100 on its own scale, and reversed questions are turned back. A person’s value on a measure is the mean of the questions that the person answered.',
    needed: (needed, of, names) => `at least ${needed} of ${of} questions in ${names}`,
    answersNeeded: (needs) => `A measure counts for whoever answered enough of its questions: ${needs}.`,
    everyQuestion: 'A measure counts for whoever answered its question.',
    neverZero: 'A skipped question and “don’t know” never count as zero.',
    composite: (name, of, minimum, total) =>
      `${name} is the mean of ${of}, and counts for whoever has a value on at least ${minimum} of these ${total}.`,
    change: (both, points) =>
      `Change is the mean of people’s own changes among those with a value on the measure both times (at most the ${both} who answered both times), with a 95 per cent confidence interval from the t distribution. A person counts as noticeably changed beyond ${points} points.`,
    model: ({ method, spread, units, tau2, iSquared, primary }) =>
      `People in one municipality resemble each other, so the main claim about ${primary} is about the average municipality: ${units} are combined in a random-effects model (${method}, ${spread}; τ² = ${tau2}, I² = ${iSquared}) with an interval after Hartung–Knapp.`,
    units: (units) => `${units} municipalities`,
    unitsTogether: (units) => `${units} units (each municipality shown by itself, those hidden together)`,
    shrinking:
      'The figure of each municipality shown is drawn towards the average as far as its size calls for; the interval is slightly too narrow, since the uncertainty of τ² is left out.',
    noModel: {
      few: 'The municipalities that can be shown are too few for a model over them, so figures are about the average participant.',
      equal:
        'In at least one municipality everybody changed equally much. Municipalities cannot be taken together in a model then, so figures are about the average participant.',
      withheld: 'Municipalities are not taken together in a model, since the joint change is not shown.',
    },
    betweenVariance: { paule_mandel: 'Paule–Mandel', dersimonian_laird: 'DerSimonian–Laird', reml: 'REML' },
    spreadOf: { pooled: 'one spread within all municipalities', own: 'a spread of its own in each municipality' },
    primaryTest: (name) => `${name} was chosen beforehand as the main measure and is tested without correction.`,
    scaleTests: (count) => `The ${count} areas are tested as one family, corrected after Holm.`,
    noOtherTests: 'All other figures are descriptive and have no p values.',
    checksLead: 'As a check, the same change has been computed in other ways.',
    ranks: (method, zeros, p) => `Wilcoxon’s signed-rank test (${method}; ${zeros}) gives the p value ${p}.`,
    rankMethod: { exact: 'exact', normal: 'normal approximation' },
    zeros: { wilcoxon: 'pairs without change left out', pratt: 'pairs without change ranked after Pratt' },
    bootstrap: (replicates, seed) =>
      `The bootstrap of ${replicates} draws with seed ${seed} can be repeated number for number.`,
    hiding: (threshold) =>
      `No figure is shown that rests on fewer than ${threshold} people, and none from which such a figure could be computed by subtraction.`,
    nothingHidden: (name, total) => `For ${name}, all ${total} municipalities are shown.`,
    hidden: ({ name, shown, total, list }) =>
      `For ${name}, ${shown} of ${total} municipalities are shown; ${list} are not.`,
    counted: 'Their responses are part of the joint figures.',
    hiddenFigures: (count) => `In the whole cut, ${count} figures or groups of figures are hidden.`,
    differencing:
      'Before the cut was frozen it was compared with earlier cuts, so that nobody can be told by subtracting one from the other.',
    leaving: (onlyFrom, onlyTo) => `${onlyFrom} answered the first time only, and ${onlyTo} the second time only.`,
    weighting: (classes) =>
      `What attrition may have done is examined by weighting in ${classes} classes of actor groups, and by assuming that nobody with a score the first time only has changed.`,
    alpha: (low, high) =>
      `The internal consistency of the measures (Cronbach’s alpha in the first wave, all municipalities together) lies between ${low} and ${high}.`,
    noQuality: 'Too few answered everything for the internal consistency of the measures to be reported.',
    detectable: ({ spread, people, change }) =>
      `With ${people} pairs, a change of ${change} points or more would mostly (eight times out of ten) have been seen, if people differ by a standard deviation of ${spread} points. The assumption was made before the responses.`,
    reproducing: ({ code, version, input, results }) =>
      `All figures come from the frozen cut ${code}, computed with Samverka ${version} (checksum of the input ${input}…, of the results ${results}…). The appendices hold the questions, the analysis log and the origin of every figure.`,
    limits: {
      interim: 'Levels are how participants saw things at one time. They say nothing of change or cause.',
      noComparison: 'There is no comparison group. The figures show change, not what caused it.',
      opinion:
        'The questionnaire measures how participants see the collaboration. Goals that can be counted are reported with evidence under Goals and outcomes.',
      noModel: {
        few: 'The municipalities that can be shown are too few to speak of an average one.',
        equal:
          'Nothing is said of an average municipality: in at least one, everybody changed equally much, so the uncertainty cannot be computed.',
        withheld: 'Nothing is said of an average municipality, since the joint change is not shown.',
      },
      fewInEach: (people) =>
        `Responses are few: in each municipality that is shown, fewer than ${people} people have a score both times.`,
      fewInSome: (municipalities, shown, people) =>
        `Responses are few in places: in ${municipalities} of the ${shown} municipalities that are shown, fewer than ${people} people have a score both times.`,
      chance: 'Differences between municipalities may be due to chance, so they are not ranked.',
      shift:
        'The yardstick of participants may have changed between the waves: looking back at the end, they saw the start otherwise by more than one step.',
      composition:
        'Partly other people answered the second time, and the change among all who answered differs from the one reported.',
      ceiling: (names) =>
        `Many had the highest value from the start, so that an increase cannot show in full: ${names}.`,
      unproven: 'Nothing is known of the questionnaire having been tried in other studies.',
      late: (period, days) =>
        `The starting point was measured when the project had already begun (period: ${period}; wave: ${days}). What had changed before that does not show.`,
      lowRate: (rates) =>
        `The response rate was ${rates}. Those who did not answer may see things otherwise than those who did.`,
      rateOf: {
        from: (rate) => `${rate} the first time`,
        to: (rate) => `${rate} the second time`,
      },
      lost: (share) =>
        `${share} of those who answered the first time did not answer again, and of their change we know nothing.`,
      hidden: (hidden, total, names) =>
        `${hidden} of ${total} municipalities have too few responses to be shown by themselves, or are hidden so that others’ answers cannot be worked out: ${names}.`,
      many: (count) =>
        `The cut shows ${count} changes with 95 per cent intervals. Each holds by itself: of so many, about one in twenty is expected to miss the true value, and nobody can see which. Only the main measure was chosen beforehand, and only p values within a family are corrected.`,
      alphaOf: (name, alpha) => `${name} (${alpha})`,
      lowAlpha: (line, names) =>
        `The questions of some measures hang together weakly (lowest Cronbach’s alpha under ${line}), so their mean is a less certain measure: ${names}.`,
    },
  },
  appendix: {
    questionsCaption: (title, version) => `${title}, version ${version}`,
    versionsCaption: (title, from, to) => `${title}, versions ${from} and ${to}`,
    code: 'Code',
    question: 'Question',
    compared: 'Comparison',
    bothWordings: (before, after) => `Before: ${before} After: ${after}`,
    verdict: {
      identical: 'same',
      comparable: 'changed, comparable',
      broken: 'changed, not comparable',
      new: 'new',
      dropped: 'removed',
    },
    onlyIn: (wave) => `asked only in “${wave}”`,
    inNeither: 'asked in neither wave',
    answersCaption: 'Answers to choose from',
    questions: 'Questions',
    answers: 'Answers',
    allMeasures: 'All measures before and after, among those with a score both times',
    municipalitiesCaption: (name) => `${name}: change per municipality, in the order of their codes`,
    municipalitiesNote: '“not shown”: too few responses, or hidden because such a number could otherwise be computed.',
    logCaption: 'Cut, rules and program',
    fact: 'Fact',
    value: 'Value',
    cut: 'Cut',
    cutMade: (code, time) => `${code}, frozen ${time}`,
    address: 'Address',
    waveQuestionnaire: (wave) => `Questionnaire, wave “${wave}”`,
    version: (id, version) => `${id}, version ${version}`,
    sum: (sha256) => `SHA-256: ${sha256}`,
    revisions: 'Revisions of the measures',
    excluded: 'Actor groups left out',
    leftOut: 'Questions left out',
    withheld: 'Hidden figures and groups',
    program: 'Program',
    programVersion: (version, node) => `Samverka ${version}, Node ${node}`,
    commit: 'Commit of the program',
    source: 'Sum of the source (SHA-256)',
    input: 'Input (SHA-256)',
    results: 'Results (SHA-256)',
    none: 'none',
    logNote: 'The same cut and the same texts give the same report, byte for byte.',
  },
} satisfies Words<typeof sv>
