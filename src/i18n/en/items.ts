// English words at the questions of a questionnaire.
import type sv from '../sv/items.ts'
import type { Words } from '../words.ts'

export default {
  chooseSeveral: 'Choose all that apply.',
  takeBack: 'Remove the answer',
  exclusive: 'or',
  numberHint: (decimals: number, min: string | null, max: string | null) =>
    [
      decimals === 0 ? 'Write a whole number' : 'Write a number',
      ...(min !== null && max !== null ? [`from ${min} to ${max}`] : []),
      ...(min !== null && max === null ? [`of at least ${min}`] : []),
      ...(min === null && max !== null ? [`of at most ${max}`] : []),
    ]
      .join(' ')
      .concat(decimals === 0 ? '.' : '. Decimals are fine.'),
  dateHint: 'For example 31 3 2027.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  noNames: 'Do not write the names of individuals.',
  charactersLeft: (most: string) => `At most ${most} characters.`,
  place: 'Place for',
  rankingHint: (places: number, things: number) =>
    places < things
      ? `Choose what comes in places 1 to ${places}. What you give no place does not count.`
      : 'Choose a place for each, with 1 for the most important. You may stop after the first few.',
  noPlace: 'No place',
  paper: {
    question: (text: string) => `“${text}”`,
    ownGroup: 'your group',
    isOneOf: (question, answers) => `${question} is ${answers.join(' or ')}`,
    isNoneOf: (question, answers) => `${question} is not ${answers.join(' or ')}`,
    isBetween: (question, from, to) =>
      from !== null && to !== null
        ? `${question} is ${from}–${to}`
        : from !== null
          ? `${question} is at least ${from}`
          : `${question} is at most ${to ?? ''}`,
    onlyWhere: (conditions, join) => `Only if ${conditions.join(join === 'all' ? ' and ' : ' or ')}.`,
  },
  error: {
    unknown_item: 'The questionnaire does not have this question. Load the page again and answer once more.',
    unknown_option: 'Choose one of the options.',
    several_options: 'Choose only one of the options.',
    beside_exclusive: (label: string) => `Choose either “${label}” or some of the others, not both.`,
    too_long: (length: number, most: number) => `The text has ${length} characters. Shorten it to at most ${most}.`,
    not_a_number: 'Write the answer in figures, for example 12.',
    out_of_range: (min: string | null, max: string | null) =>
      min !== null && max !== null
        ? `Write a number from ${min} to ${max}.`
        : min !== null
          ? `Write a number of at least ${min}.`
          : max !== null
            ? `Write a number of at most ${max}.`
            : 'The number is too large. Write a smaller one.',
    too_many_decimals: (decimals: number) =>
      decimals === 0
        ? 'Write a whole number without a comma or point. If you mean thousands, write for example 1200.'
        : `Write at most ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}. If you mean thousands, write for example 1200.`,
    date_incomplete: (missing) => `The date lacks its ${missing.join(' and ')}. Fill it in, or empty all three fields.`,
    not_a_date: 'The date cannot be read. Write day, month and year in figures, for example 31 3 2027.',
    date_year: 'Write the year in four figures, for example 2026.',
    no_such_day: 'There is no such date. Write day, month and year in figures, for example 31 3 2027.',
    date_out_of_range: (earliest: string, latest: string) => `Write a date from ${earliest} to ${latest}.`,
    places_shared: (place: number) => `Several things have place ${place}. Give each a place of its own.`,
    place_left_out: (place: number) =>
      `Nothing has place ${place}. Give something place ${place}, or move the others up.`,
  },
} satisfies Words<typeof sv>
