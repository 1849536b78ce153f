// English words for what stands beside the change: the two headline numbers, actor groups, checks.
import type sv from '../sv/estimates.ts'
import type { Words } from '../words.ts'

export default {
  headlineTitle: (measure: string) => `${measure}: two ways of counting`,
  participant: 'The average participant',
  participantHelp: (people: string) => `All ${people} people count the same.`,
  municipality: 'The average municipality',
  municipalityHelp: (units: string) =>
    `The figures of ${units} municipalities, weighted by how certain they are and how much municipalities differ. The statement rests on this figure.`,
  takenTogether: 'Municipalities that are hidden count together, as one of them.',
  points: (change: string) => `${change} points`,
  interval: (interval: string) => `95% interval ${interval}`,
  claim: {
    increased: (measure: string) => `${measure} has increased in the average municipality.`,
    decreased: (measure: string) => `${measure} has decreased in the average municipality.`,
    indistinguishable: (measure: string) => `In the average municipality, ${measure} cannot be told from unchanged.`,
  },
  spread: (low: string, high: string) =>
    `In another, similar municipality the true change is expected to lie between ${low} and ${high} points (95% prediction interval).`,
  groupsTitle: 'Per actor group',
  groupsLead: (measure: string) =>
    `${measure} among those who answered both times, in all municipalities together. Each interval is of its own group: it does not tell whether groups differ.`,
  group: 'Actor group',
  people: 'People',
  change: 'Change',
  intervalHeading: '95% interval',
  checksTitle: 'Does it hold?',
  checksLead:
    'The same change seen in other ways. In standard deviations (g) a change can be compared between studies. The bootstrap draws as many people again and again, from a kept seed, and shows how the change then varies. Wilcoxon’s test works on ranks and assumes no normal distribution. For the areas there is also the p value of the t test, raised because the areas are several (Holm). Where the ways disagree, the change is uncertain. What the page states rests on the confidence interval.',
  measure: 'Measure',
  effect: 'In standard deviations (g)',
  ranks: 'Wilcoxon, p',
  bootstrap: 'Bootstrap, 95%',
  adjusted: 'p after Holm',
  none: '–',
  hidden: 'too few answers',
} satisfies Words<typeof sv>
