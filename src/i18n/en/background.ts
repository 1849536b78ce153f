// English words of the page with what surrounds the change: who answered, who left, how the measures hold together.
import type sv from '../sv/background.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Behind the results',
  lead: 'What the figures rest on: who answered and who left, how well the measures hold together, and how large a change must be to show. “not shown” means that too few people stand behind the figure, or that such a figure could otherwise be worked out.',
  link: 'Behind the results: response rates, drop-out, quality of the measures',
  backToResults: 'Results',
  hidden: 'not shown',
  none: '–',
  responses: {
    title: 'Response rates',
    lead: 'A response is complete where at least 80 per cent of the questions are answered, partial where at least half are. RR1 counts complete responses, RR2 partial ones too, of all who were asked (AAPOR).',
    columns: ['Wave', 'Asked', 'Complete', 'Partial', 'Broken off', 'Refused', 'Not heard from', 'RR1', 'RR2'],
    retention: (share: string) => `${share} of those who answered the first time also answered the second.`,
  },
  funnel: {
    title: 'How far each one came',
    lead: 'A letter counts as sent when the mail server has taken it; whether it was read nobody knows. A questionnaire is opened when somebody has begun it, started when at least one question is answered. A dash means that it is not known.',
    columns: ['Wave', 'Asked', 'Letter sent', 'Opened', 'Started', 'Answered', 'Usable responses', 'Answered both'],
  },
  attrition: {
    title: 'Those who left',
    lead: 'Those with a score the first time only are compared with those with a score both times. Without a score the second time are those who did not answer again, and those who then answered too few of the measure’s questions. Where they differ, the change may hold for those who stayed. Only measures that can be shown without giving a hidden figure away are here.',
    columns: [
      'Measure',
      'Both, mean before',
      'First only, mean before',
      'Difference (95% interval)',
      'Weighted change',
      'If none of these had changed',
    ],
    weighted: 'Weighted change: as if an equal part of every actor group had a score both times.',
    about: (measure: string, sentence: string) => `${measure}: ${sentence}`,
    sentence: {
      alike: (people: string, points: string, range: string) =>
        `The ${people} with a score the first time only cannot be told from the others at the start: the difference is ${points} points${range}.`,
      lower: (people: string, points: string, range: string) =>
        `The ${people} with a score the first time only stood ${points} points lower than the others at the start${range}.`,
      higher: (people: string, points: string, range: string) =>
        `The ${people} with a score the first time only stood ${points} points higher than the others at the start${range}.`,
      noteworthy: 'It is nevertheless large enough to be kept in mind.',
      weighted: (weighted: string, plain: string, range: string, reading: string) =>
        `Counting each actor group as large as it was at the start, the change is ${weighted} instead of ${plain} points${range}, ${reading}.`,
      readsTheSame: 'and it reads the same',
      readsOtherwise: 'and it reads differently',
      worstCase: (points: string) =>
        `Had nobody with a score the first time only changed at all, the change would be ${points} points.`,
      range: (low: string, high: string) => ` (95% interval ${low} to ${high})`,
    },
  },
  quality: {
    title: 'How the measures hold together',
    lead: 'Cronbach’s alpha and omega tell how well the questions of a measure measure the same thing: close to 1 is good, under 0.7 is weak. They need at least 30 complete responses. Where many already stand at the lowest or highest score, a change in that direction cannot show.',
    columns: [
      'Measure',
      'Wave',
      'People',
      'Alpha (95% interval)',
      'Omega',
      'At the lowest',
      'At the highest',
      'Weak questions',
    ],
  },
  detectable: {
    title: 'What could have been seen',
    lead: (spread: string) =>
      `How large a change must be to show most of the time (eight times in ten), if people differ by a standard deviation of ${spread} points. The assumption was made before the answers.`,
    columns: ['People who answered both times', 'Smallest change, points'],
    planned: (pairs) =>
      `${pairs} people is a yardstick, the same for every project: about a hundred answers the first time, and that two in three answer again.`,
  },
  shift: {
    title: 'Now and then',
    lead: 'At the end, participants said how they now think it was before the project. Where that differs from what they said then, the yardstick may have moved. Memory may also fail: the figures stand beside the change, never in its place.',
    columns: ['Question', 'Then, as seen now, minus then', 'Now minus then, as seen now', 'Now minus then'],
    possible: 'The yardstick may have moved: the difference is more than one step.',
  },
  perceived: {
    title: 'Perceived change',
    lead: (question: string) =>
      `At the end people were asked straight out: “${question}” The answers tell what people think has happened. They stand beside the measured change, never in its place.`,
    columns: ['Answer', 'People', 'Share'],
  },
  dose: {
    title: 'By how much people took part',
    lead: (measure: string) =>
      `${measure}: the change among those who took part more or less. It shows a connection, not what caused it.`,
    columns: ['Answer', 'People', 'Change', '95% interval'],
    unsaid: 'Not said',
  },
  items: {
    title: 'Question by question',
    lead: 'Means on the question’s own scale among those who answered both times. A reversed question counts the other way round in its measure, but is not turned back here.',
    columns: ['Question', 'People', 'Before', 'After', 'Change (95% interval)'],
    reversed: 'reversed',
    lowerIsBetter: 'lower is better',
  },
  grids: {
    title: 'Contact between groups',
    lead: (strongest: string) =>
      `How close the contact with each is, from 0 (none) to ${strongest} (closest): before → after. The row is who answers.`,
    who: 'Who answers',
    notAsked:
      '“–” is a question that the group was not asked in both waves, or not at all: nobody answers about their own group.',
    density: (before: string, after: string) =>
      `Density, the mean of the cells as a share of the closest contact: ${before} → ${after}. Only cells shown count.`,
    reciprocity: (before: string, after: string) =>
      `Reciprocity, the share of contact that both sides see: ${before} → ${after}.`,
    correlation: (before: string, after: string) =>
      `As a correlation of what both sides say: ${before} → ${after}; 0 is no more than chance. These figures have no intervals, and do not say that anything has certainly changed.`,
  },
} satisfies Words<typeof sv>
