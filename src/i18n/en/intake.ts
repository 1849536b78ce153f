// English words: what is wrong in a file that comes in, and what to do about it.
import type sv from '../sv/intake.ts'
import type { Words } from '../words.ts'

export default {
  place: (row, column) => (column === '' ? `Row ${row}` : `Row ${row}, column ${column}`),
  encoding: {
    'utf-8': 'The file was read as UTF-8.',
    'utf-16le': 'The file was read as UTF-16.',
    'windows-1252': 'The file was read as Windows-1252, as Excel often saves.',
  },
  remark: {
    file_empty: () => 'The file is empty.',
    file_is_workbook: () =>
      'The file is a workbook. Choose Save as in the spreadsheet program, and then CSV UTF-8 (comma delimited).',
    file_too_large: ({ expected }) => `The file is larger than ${expected} MB. Split it.`,
    no_rows: () => 'The file has headings and no rows.',
    too_many_rows: ({ value, expected }) => `The file has ${value} rows, more than ${expected}. Split it.`,
    too_many_columns: ({ value, expected }) => `The file has ${value} columns, more than ${expected}.`,
    quote_unclosed: () => 'A quotation mark opens here and never closes.',
    quote_stray: () => 'A quotation mark stands in the wrong place. Double the quotation marks within a text.',
    header_missing: ({ value, expected }) => `The column ${value} is missing. The file has: ${expected}.`,
    header_twice: ({ value, expected }) => `The heading ${value} means the same as ${expected}. Keep one of them.`,
    cells_beyond_header: ({ value, expected }) =>
      `The row is longer than the ${expected} columns of the header: “${value}”. Quote texts that hold a delimiter.`,
    value_missing: () => 'The value is missing.',
    value_too_long: ({ value, expected }) => `“${value}” is longer than ${expected} characters.`,
    characters_hidden: ({ value }) =>
      `“${value}” holds invisible characters (line break, control or writing direction). Write the text anew.`,
    identity_number: () =>
      'Here are personal identity numbers. Samverka does not need them, and so does not take them: remove them from the file.',
    municipality_unknown: ({ value, expected }) => `“${value}” is none of the project’s municipalities: ${expected}.`,
    actor_group_unknown: ({ value, expected }) =>
      `“${value}” is none of the questionnaire’s actor groups: ${expected}.`,
    language_unknown: ({ value, expected }) => `“${value}” is none of the languages: ${expected}.`,
    email_invalid: ({ value }) => `“${value}” is not an e-mail address. Write one address per row.`,
    email_letters: ({ value }) => `“${value}”: before the @ only the letters a–z, digits and some signs will do.`,
    email_twice: ({ value, otherRow }) => `${value} stands in row ${otherRow} too. Keep one of the rows.`,
    participant_twice: ({ value, otherRow }) => `${value} stands in row ${otherRow} too. Keep one of the rows.`,
    participant_differs: ({ value, otherRow }) =>
      `${value} has another municipality or actor group in row ${otherRow}.`,
    wave_unknown: ({ value, expected }) => `“${value}” is no wave: ${expected}.`,
    answer_unknown: ({ value, expected }) => `“${value}” is none of the answers: ${expected}.`,
    answer_not_asked: ({ value }) => `Here is the answer “${value}”, and the question is not asked in this wave.`,
    answer_twice: ({ otherRow }) => `The same participant has an answer to this question in row ${otherRow}.`,
    column_ignored: ({ value }) => `The column ${value} is unknown and is not read.`,
    item_ignored: ({ value }) => `The item ${value} is unknown, and the answers to it are not read.`,
    answer_hidden: ({ value }) =>
      `The answer “${value}” is left out: the question is not asked of somebody who has answered earlier ones like that.`,
    municipality_zero: ({ value, expected }) =>
      `${value} was read as ${expected}: the spreadsheet program dropped the zero.`,
    email_shared: ({ value }) =>
      `${value} seems to be read by several people. The personal link reaches them all: rather use the person’s own address.`,
    email_mixed_letters: ({ value }) => `${value} mixes alphabets in its domain. Check the address.`,
  },
} satisfies Words<typeof sv>
