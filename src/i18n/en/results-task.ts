// English words of `npm run results`.
import type sv from '../sv/results-task.ts'
import type { Words } from '../words.ts'

export default {
  usage: `Prints the results, a figure per line with its address: indicators/D/overall/paired/meanChange = 11.03515625

  npm run results -- --project <project> [--cut <cut>] [--json]
      The project's results as they are now, or as they were frozen in a cut.

  npm run results -- --from <questionnaire.json> --baseline <responses.csv> --end <responses.csv>
                     [--participants <file>] [--municipality-column <column>]
                     [--version-end <questionnaire.json>] [--json]
      Computes from files, without server or database. --participants says who was asked, and their municipality and
      actor group. --municipality-column chooses the column to group by. --version-end is the questionnaire of the
      second wave, where it was not the same.

  --json gives everything as canonical JSON. What is not shown has its reason in place of a value. --en gives English.`,
  one_source: 'Choose either --project or --from.',
  nothing: {
    needs_two_waves: 'There is nothing to compare: two waves must have been opened and closed.',
    still_open: 'The wave is open. Results are computed when it has closed.',
  },
  no_cut: (code, known) => `There is no cut ${code}. There are: ${known}.`,
  file: (file, problem) => `${file}: ${problem}`,
  no_column: (column, known) => `There is no column ${column}. There are: ${known}.`,
  unplaced: (count) =>
    count === 1
      ? 'One person lacks a municipality or actor group.'
      : `${count} people lack a municipality or actor group.`,
  unplaced_row: (row, id) => `  Row ${row}, ${id}`,
  versions_differ: (faults) => `The two questionnaires do not fit together:\n${faults}`,
} satisfies Words<typeof sv>
