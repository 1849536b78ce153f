// The tables that are published, and by what each divides people. There are no others: nobody can ask for a filter of
// their own, since every further way to divide the same people is one more sum to subtract. A table that is not in the
// plan does not leave the house until somebody has written it here and told the attacker what it is a sum of
// (test/indicators/attacker).

/** What people are divided by. A wave or a measure divides nobody: all of them stand in each. */
export type Dimension =
  | 'municipality'
  | 'actor group'
  | 'dose'
  | 'answer'
  | 'left or stayed'
  | 'outcome of invitation'
  | 'way of answering'
  | 'horizontal criterion'

export interface PlannedTable {
  name: string
  /** Two at most. */
  by: readonly Dimension[]
  /** Of its figures, in a cut (#cuts/figures.ts). */
  address: RegExp
}

export const tablePlan: readonly PlannedTable[] = [
  { name: 'what the results are of', by: [], address: /^(from|to|core|threshold|noticeableChange)(\/|$)/ },
  { name: 'match report', by: [], address: /^match\/(overall|excluded)\// },
  { name: 'match report by municipality', by: ['municipality'], address: /^match\/byMunicipality\// },
  { name: 'measure', by: [], address: /^indicators\/[^/]+\/(core|overall|levels)\// },
  { name: 'measure by municipality', by: ['municipality'], address: /^indicators\/[^/]+\/byMunicipality\// },
  { name: 'average municipality', by: ['municipality'], address: /^indicators\/[^/]+\/(model|test)(\/|$)/ },
  { name: 'measure by actor group', by: ['actor group'], address: /^indicators\/[^/]+\/byActorGroup\// },
  { name: 'question', by: [], address: /^context\/items\// },
  { name: 'answers to a question', by: ['answer'], address: /^context\/(distributions|perceived)\// },
  { name: 'those who left', by: ['left or stayed'], address: /^context\/attrition\/byIndicator\// },
  {
    name: 'those who left by actor group',
    by: ['actor group', 'left or stayed'],
    address: /^context\/attrition\/byActorGroup\//,
  },
  { name: 'looking back', by: [], address: /^context\/responseShift\// },
  { name: 'how a measure holds together', by: [], address: /^context\/quality\// },
  { name: 'dose', by: ['dose'], address: /^context\/dose\// },
  { name: 'contacts between actor groups', by: ['actor group'], address: /^context\/grids\// },
  { name: 'what could have been seen', by: ['municipality'], address: /^context\/detectable\// },
  { name: 'goals', by: ['municipality'], address: /^context\/goals\// },
  {
    name: 'invitations',
    by: ['outcome of invitation'],
    address: /^context\/responses\/(from|to|retention|turnover)(\/|$)/,
  },
  { name: 'how answers came in', by: ['way of answering'], address: /^context\/responses\/modes\// },
  { name: 'who answered', by: ['horizontal criterion'], address: /^context\/responses\/respondents\// },
  {
    name: 'invitations by municipality',
    by: ['municipality', 'outcome of invitation'],
    address: /^context\/responses\/byMunicipality\//,
  },
  {
    name: 'invitations by actor group',
    by: ['actor group', 'outcome of invitation'],
    address: /^context\/responses\/byActorGroup\//,
  },
]

/** A page or file of results: the tables it shows, and what may be chosen of them by name in its address. */
export interface PlannedOutlet {
  tables: readonly string[]
  choices: readonly string[]
}

const everyTable = tablePlan.map(({ name }) => name)

/**
 * Every outlet of results. A municipality and an actor group are values of one choice, `of`, so that they cannot be
 * crossed; `indicator` names a measure and divides nobody; the others name a cut, a project or a form.
 */
export const outlets = {
  results: { tables: everyTable, choices: ['indicator'] },
  background: { tables: everyTable, choices: [] },
  file: { tables: everyTable, choices: ['profile'] },
  charts: { tables: everyTable, choices: [] },
  chart: { tables: everyTable, choices: ['profile', 'size'] },
  municipalities: {
    tables: ['measure', 'measure by municipality', 'average municipality'],
    choices: ['indicator', 'cut'],
  },
  groups: { tables: ['measure', 'measure by actor group'], choices: ['indicator', 'cut'] },
  whole: { tables: ['measure', 'measure by municipality', 'measure by actor group'], choices: ['of', 'cut'] },
  programmes: { tables: ['measure by municipality'], choices: ['indicator', 'cut', 'with', 'withCut'] },
} as const satisfies Record<string, PlannedOutlet>
export type OutletName = keyof typeof outlets

/** Names in an address that ask an outlet for what is not planned. The language of its words is asked for anywhere. */
export function unplannedChoices(outlet: OutletName, asked: Readonly<Record<string, unknown>>): string[] {
  const planned: readonly string[] = ['lang', ...outlets[outlet].choices]
  return Object.keys(asked).filter((name) => !planned.includes(name))
}

/** The table that a figure belongs to. @throws RangeError where the plan has none, or more than one */
export function plannedTable(address: string): PlannedTable {
  const [table, ...others] = tablePlan.filter((one) => one.address.test(address))
  if (!table || others.length > 0) throw new RangeError(`plannedTable requires one table of the plan for ${address}`)
  return table
}
