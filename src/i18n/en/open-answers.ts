// English words: what people wrote, read through, sorted into themes and quoted.
import type sv from '../sv/open-answers.ts'
import type { Words } from '../words.ts'

const answers = (count: number, text: string) => (count === 1 ? 'one answer' : `${text} answers`)

export default {
  title: 'Open answers',
  lead: 'What people wrote in their own words. Answers are reviewed, sorted into themes by two people independently, and quoted only when somebody has approved it.',
  none: 'There are no open answers to read yet. They are shown when the wave has closed.',
  reading:
    'Choose a question. Quotations are shown once they are approved, themes once two have coded every answer to it.',
  link: 'Open answers: themes and quotes',
  reviewed: 'Reviewed',
  codedTwice: 'Coded by two',
  toReview: 'Review',
  toCode: 'Code',
  toAgreement: 'Compare codings',
  of: (part, whole) => `${part} of ${whole}`,
  anyMunicipality: 'The municipality is not shown: too few answered there, or it could be worked out.',
  from: (municipality) => `From ${municipality}`,
  done: {
    reviewed: 'The review is saved.',
    all_reviewed: 'The review is saved. All answers to the question have been reviewed.',
    coded: 'The coding is saved.',
    all_coded: 'There is nothing more for you to code on this question just now.',
    resolved: 'It is saved.',
    category_added: 'The category is added.',
    category_changed: 'The category is changed.',
    category_merged: 'The categories are merged.',
  },

  review: {
    title: 'Review an answer',
    lead: 'Take out what could tell who wrote the answer, or whom it is about. What was written never changes; here you write what others may read.',
    position: (left) => `${left} left to review`,
    original: 'As it was written',
    redacted: 'As others may read it',
    redactedHint: 'Write for instance [name] or [place] in place of what you take out.',
    tellingTitle: 'Look out for',
    tellingLead: 'These may be names, places or details that somebody could recognise:',
    verdict: 'May the answer be quoted?',
    quote: 'Yes, the text above may be quoted',
    keep: 'No, it only counts towards themes',
    save: 'Save and show the next',
    skip: 'Skip',
    changed:
      'Somebody else has reviewed the answer while you were reading. Your text is kept below; theirs holds until you save.',
    theirs: 'The other’s text',
    wrong: {
      redacted: 'Write the text that may be quoted, or choose that the answer may not be quoted.',
      long: 'The text is longer than the answer itself may be.',
      verdict: 'Choose whether the answer may be quoted.',
    },
    again: 'Review again',
  },

  coding: {
    title: 'Code an answer',
    lead: 'Tick the themes that the answer is about. You do not see how the other codes until both of you are done with every answer to the question.',
    position: (left) => `${left} left for you to code`,
    answer: 'The answer',
    categories: 'Themes in the answer',
    nothing: 'If the answer is about none of them, save without a tick.',
    noCategories: 'The project has no categories yet. Add them first.',
    toCategories: 'To the categories',
    save: 'Save and show the next',
    refused: {
      not_reviewed: 'The answer has not been reviewed yet.',
      has_two_coders: 'Two others have coded the answer already.',
      both_are_done:
        'Both of you are done with the answer, so the coding stands. Differences are settled on the page Compare codings.',
    },
  },

  categories: {
    title: 'Categories',
    lead: 'The project’s own themes, with a description of what belongs there. When a category is renamed or merged with another, the old one stays in the history.',
    none: 'No categories yet.',
    addTitle: 'Add a category',
    name: 'Name',
    description: 'What belongs here?',
    descriptionHint: 'A sentence or two, preferably with an example of something that does not belong here.',
    add: 'Add',
    change: 'Change',
    save: 'Save the change',
    mergeTitle: 'Merge with another',
    mergeInto: 'Everything counts instead as',
    merge: 'Merge',
    mergeConfirm: 'This cannot be undone.',
    history: 'History',
    renamed: (name) => `was called “${name}”`,
    merged: (name) => `“${name}” was merged into this one`,
    wrong: {
      name: 'Write a name of 1–80 characters.',
      description: 'The description may have at most 500 characters.',
      taken: 'There is already a category of that name.',
      into: 'Choose another category.',
    },
  },

  agreement: {
    title: 'Compare codings',
    waiting: (left, text) =>
      `The comparison is shown when two people have coded each answer, so that nobody is influenced by the other. What remains: ${answers(left, text)}.`,
    nothing: 'There are no answers to compare.',
    pair: (first, second) => `${first} and ${second}`,
    same: (same, n) => `The same themes in ${same} of ${n} answers.`,
    category: 'Category',
    share: 'Agree',
    kappa: 'Cohen’s kappa',
    interval: '95% confidence interval',
    noKappa: 'cannot be computed',
    explain:
      'Kappa is agreement beyond chance: 1 is full, 0 is as by chance. Where it cannot be computed, both coded every answer alike, so that chance explains all of it. The interval needs many answers to hold.',
    disagreementsTitle: 'Answers that you coded differently',
    noDisagreements: 'You coded every answer alike, or have settled the differences.',
    by: (name) => `${name}:`,
    noCategory: 'no theme',
    settle: 'Settle on',
    save: 'Save',
    resolved: (count, text) => `You have settled ${answers(count, text)}.`,
  },

  themes: {
    title: 'Themes',
    asOf: (day) =>
      `Themes and quotes as they have been since ${day}. They are not frozen with the results: give the day where they are used.`,
    count: 'How many bring it up',
    few: 'too few to show',
    waiting: 'Themes are shown when two people have coded every answer and settled their differences.',
    tooFew: (threshold) => `Fewer than ${threshold} have answered the question. Themes are not shown.`,
    of: (count, n) => `${count} of ${n}`,
    share: (percent) => `(${percent})`,
    people: (n) => `${n} people answered in their own words. One person can bring up several themes.`,
    note: (threshold) =>
      `What fewer than ${threshold} bring up, or nearly everybody, is shown without a number; sometimes one more theme is hidden, so that nobody can work it out.`,
    quotesTitle: 'Quotes',
    quotesNote: (fewest) =>
      `The quotes are reviewed and approved. The municipality is given only where at least ${fewest} answered, and the actor group never. The order is random.`,
    noQuotes: 'No answer has been approved for quoting.',
    reviewedTitle: 'Reviewed answers',
    verdict: { quote: 'may be quoted', keep: 'not quoted' },
    files: 'Files',
    quotesFile: 'Approved quotes (CSV)',
    codingsFile: 'All reviewed answers with their codings (CSV)',
    filesNote: 'The files are for those who work with the answers. The texts never go with files that are released.',
  },

  file: {
    answer: 'Answer',
    wave: 'Wave',
    item: 'Question',
    municipality: 'Municipality',
    text: 'Text',
    quote: 'May be quoted',
    first: 'Coder 1',
    second: 'Coder 2',
    settled: 'Holds',
    yes: 'yes',
    no: 'no',
  },
} satisfies Words<typeof sv>
