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
    name_split: ({ value, expected }) =>
      `The column name is missing, but the file has ${value} and ${expected}. Join them in a column called name: write =A2&" "&B2 in the spreadsheet, if they are in columns A and B, and copy the formula down.`,
    header_twice: ({ value, expected }) => `The heading ${value} means the same as ${expected}. Keep one of them.`,
    cells_beyond_header: ({ value, expected }) =>
      expected === '1'
        ? `The row is longer than the header, which has a single column: “${value}”. Remove rows that stand above the headings.`
        : `The row is longer than the ${expected} columns of the header: “${value}”. Quote texts that hold a delimiter.`,
    value_missing: () => 'The value is missing.',
    value_too_long: ({ value, expected }) => `“${value}” is longer than ${expected} characters.`,
    characters_hidden: ({ value }) =>
      `“${value}” holds invisible characters (line break, control or writing direction). Write the text anew.`,
    identity_number: () =>
      'Here are personal identity numbers. Samverka does not need them, and so does not accept them: remove them from the file.',
    municipality_unknown: ({ value, expected }) => `“${value}” is none of the project’s municipalities: ${expected}.`,
    actor_group_unknown: ({ value, expected }) =>
      `“${value}” is none of the questionnaire’s actor groups: ${expected}.`,
    language_unknown: ({ value, expected }) => `“${value}” is none of the languages: ${expected}.`,
    email_invalid: ({ value }) => `“${value}” is not an e-mail address. Write one address per row.`,
    email_letters: ({ value }) => `“${value}”: before the @ only the letters a–z, digits and some signs may stand.`,
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
    place_ignored: ({ value }) =>
      `The column ${value} is not read, since it may mean a locality. If it holds the number of the seat that the person has in the group, call the column seat number.`,
    seat_shared: ({ value, otherRow }) =>
      `Seat number “${value}” stands in row ${otherRow} too, in the same municipality and actor group. Results count two people on one seat as the one having taken over from the other. If that is not so, give each a number of their own, or leave the cell empty.`,
  },
  task: {
    usage_import: `Reads files in.

  npm run import -- participants <file> --project <project> [--preview]
      People to invite: name, e-mail, municipality, actor group, and if wanted language and seat number.

  npm run import -- responses <file> --project <project> --wave <wave> [--participants <file>] [--preview] [--close]
      Earlier responses, a row per participant or a row per answer. --participants gives municipality and actor
      group of participants the project does not know. --close closes the wave afterwards.

  npm run import -- questionnaire <file>
      Publishes a questionnaire. A published version never changes.

  npm run import -- project <file> --slug <project> --name <name> --organisation <name> --contact <address>
                           --questionnaire <id>@<version> [--waves baseline,endline]
      Creates a project with the units of a participants file (column municipality or group) and planned waves.

  --preview shows what would happen. --en gives English. Waves: baseline, midterm, endline, followup.`,
    usage_export: `Writes files for research. The server may be running or not.

  npm run export -- archive --project <project> --out <file.zip> [--level release|restricted] [--text] [--key-file <file>]
      Everything in one archive: CSV, Excel, SPSS, R, Stata, JSON, codebook, DDI, questionnaires, and a manifest last.
      release: to pass on; only municipalities that are wholly shown. restricted: every answer.

  npm run export -- research --project <project> [--form long|wide] [--profile research|excel]
                            [--text] [--key-file <file>] [--out <file>]
      long: a row per person and wave. wide: a row per person. --text includes free text.
      --key-file: the same key gives the same pseudonyms in two exports; without it they cannot be joined.

  npm run export -- codebook --project <project> [--profile research|excel] [--out <file>]
      What the columns mean.

  Without --out the file is written to the terminal. --en gives English.`,
    usage_migrate: `Makes the database ready for this version of Samverka. The server should not be running.

  npm run migrate`,
    unknown_command: (command) => (command ? `There is no command ${command}.` : 'Give a command.'),
    option_missing: (option) => `--${option} is missing.`,
    option_unknown: (option, value, choices) => `--${option} ${value} will not do: choose ${choices}.`,
    option_strange: (option) => `There is no option ${option}.`,
    option_without_value: (option) => `A value should follow ${option}.`,
    option_stands_alone: (option) => `No value should follow ${option}.`,
    file_missing: 'Name a file.',
    file_unreadable: (file, reason) => `${file} cannot be read: ${reason}`,
    no_database: (file) => `There is no database at ${file}. Set DATA_DIR, or start Samverka first.`,
    no_project: (slug, known) => `There is no project ${slug}. There are: ${known}.`,
    no_wave: (kind, known) => `The project has no wave ${kind}. It has: ${known}.`,
    no_questionnaire: (name, known) => `The questionnaire ${name} is not published. Published: ${known}.`,
    slug_taken: (slug) => `There is a project ${slug} already.`,
    slug_invalid: (slug) => `${slug} will not do as the project’s short name: use a–z, digits and hyphens.`,
    nothing_opened: 'No wave has been opened, so there are no responses to write.',
    faults: (count) => (count === 1 ? 'One fault. Nothing is imported.' : `${count} faults. Nothing is imported.`),
    more: (count) => `… and ${count} more.`,
    preview: 'This would happen. Nothing is imported.',
    registered: (added, updated, unchanged) => `People: ${added} new, ${updated} changed, ${unchanged} unchanged.`,
    absent: (count) =>
      count === 1
        ? 'One person in the file no longer takes part and is left out:'
        : `${count} people in the file no longer take part and are left out:`,
    kept: (count) =>
      count === 1
        ? 'One person in the file takes part in more projects than one and keeps the name and language registered before:'
        : `${count} people in the file take part in more projects than one and keep the name and language registered before:`,
    readdressed: (count) =>
      `${count === 1 ? 'One person' : `${count} people`} in the file ${count === 1 ? 'is' : 'are'} here already with an address that has been corrected since, and holds:`,
    people: (matched, added, withdrawn) =>
      `Participants: ${matched} recognised, ${added} new, ${withdrawn} who have withdrawn and are left out.`,
    responses: (recorded, kept, blank) =>
      `Responses: ${recorded} imported, ${kept} were there already and stand, ${blank} asked without a response.`,
    other_waves: (count) => `Rows of other waves, not read: ${count}.`,
    unmatched: (count) => `${count} rows belong to nobody. Nothing is imported.`,
    unmatched_row: (row, id, reason) => `  Row ${row}, ${id}: ${reason}`,
    why: {
      address_unknown: 'the address is not in the project',
      place_missing: 'unknown participant without municipality or actor group',
      municipality_differs: 'the participant is in another municipality',
      named_twice: 'the same participant stands twice',
    },
    wave_closed: 'The wave is closed.',
    published: (id, version) => `The questionnaire ${id} version ${version} is published.`,
    project_created: (slug, units, waves) => `The project ${slug}: ${units} units, waves ${waves}.`,
    exported: (file, people) => `${file}: ${people} people.`,
    exporting: 'Writing',
    responses_damaged: (ids) =>
      `These responses no longer match their checksums: ${ids}. The file has been damaged; restore a backup.`,
    migrated: (file) => `${file} is ready for this version.`,
  },
} satisfies Words<typeof sv>
