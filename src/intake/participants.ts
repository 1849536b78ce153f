// A list of people to invite → entries to register, or every fault in it at once. Nothing is stored here.
import type { Language } from '#survey/questionnaire.ts'
import { checkAddress } from './address.ts'
import { type Aliases, foldHeading, ignoredColumns, matchColumns } from './columns.ts'
import type { Encoding } from './decode.ts'
import type { Fault, Warning } from './fault.ts'
import { findIdentityNumbers } from './identity-number.ts'
import { type Line, lineReader, type PlaceOptions, placeReader } from './line.ts'
import { hidesCharacters, isBlank, isLongerThan } from './lookups.ts'
import { listLimits, readTable, type Table } from './table.ts'

/** One checked line of a participants list. */
export interface ParticipantEntry {
  name: string
  email: string
  municipalityCode: string
  actorGroup: string
  language: Language
  /** Which of several seats of the same group in the municipality; empty = a seat of one's own. */
  seat: string
}

export interface ParticipantList {
  encoding: Encoding | null
  /** In the order of the file. Register them only where there are no faults at all. */
  entries: readonly ParticipantEntry[]
  faults: readonly Fault[]
  warnings: readonly Warning[]
}

const aliases = {
  name: ['namn', 'name'],
  email: ['e-post', 'epost', 'e-postadress', 'email', 'e-mail', 'mail'],
  municipality: ['kommun', 'municipality', 'kommunkod', 'municipality_code'],
  actorGroup: ['aktörsgrupp', 'actor_group'],
  language: ['språk', 'language'],
  seat: ['platsnummer', 'platsnr', 'seat', 'seat_number'],
} as const satisfies Aliases<string>
type Column = keyof typeof aliases

/** A village as often as a seat: who shares one would be taken for each other's successor. */
const ambiguous: readonly string[] = ['plats', 'place']

const longest = { name: 200, seat: 60 }

export function readParticipantList(input: Uint8Array | string, options: PlaceOptions): ParticipantList {
  const { table, faults: tableFaults } = readTable(input, listLimits)
  if (!table) return { encoding: null, entries: [], faults: tableFaults, warnings: [] }
  const columns = matchColumns<Column>(table, aliases, ['name', 'email', 'municipality', 'actorGroup'])
  const missing = columns.faults.map((fault) => explainSplitName(fault, table))
  const faults = [...tableFaults, ...missing, ...findIdentityNumbers(table)]
  const warnings = ignoredColumns(table, columns.others).map((warning) =>
    ambiguous.includes(foldHeading(warning.value)) ? { ...warning, code: 'place_ignored' as const } : warning,
  )
  const entries: ParticipantEntry[] = []
  if (columns.faults.length > 0) return { encoding: table.encoding, entries, faults, warnings }

  const place = placeReader(options)
  const rowsByAddress = new Map<string, number>()
  const rowsBySeat = new Map<string, number>()
  for (const row of table.rows) {
    const before = faults.length
    const line = lineReader(table, columns, row, faults, warnings)
    const name = readName(line)
    const email = readAddress(line, rowsByAddress)
    const municipalityCode = place.municipality(line)
    const actorGroup = place.actorGroup(line)
    const language = place.language(line)
    for (const column of ['municipality', 'actorGroup'] as const)
      if (line.cell(column) === '') line.fault(column, 'value_missing')
    const seat = readSeat(line)
    if (seat !== '') warnOfSharedSeat(line, `${municipalityCode} ${actorGroup} ${seat}`, rowsBySeat)
    if (faults.length === before && municipalityCode !== null && actorGroup !== null)
      entries.push({ name, email, municipalityCode, actorGroup, language, seat })
  }
  return { encoding: table.encoding, entries, faults: faults.sort((a, b) => a.row - b.row), warnings }
}

const firstNames = ['förnamn', 'firstname', 'givenname']
const lastNames = ['efternamn', 'lastname', 'surname', 'familyname']

/** Registers often keep the name in two columns: whoever has them is told how to join them, not that one is missing. */
function explainSplitName(fault: Fault, { header }: Table): Fault {
  const find = (names: readonly string[]) => header.find((heading) => names.includes(foldHeading(heading)))
  const [first, last] = [find(firstNames), find(lastNames)]
  const isName = fault.code === 'header_missing' && fault.value === aliases.name[0]
  return isName && first !== undefined && last !== undefined
    ? { ...fault, code: 'name_split', value: first, expected: last }
    : fault
}

function readName(line: Line<Column>): string {
  const name = line.cell('name')
  if (isBlank(name)) line.fault('name', 'value_missing')
  else if (hidesCharacters(name)) line.fault('name', 'characters_hidden')
  else if (isLongerThan(name, longest.name)) line.fault('name', 'value_too_long', { expected: String(longest.name) })
  return name
}

function readAddress(line: Line<Column>, rowsByAddress: Map<string, number>): string {
  const cell = line.cell('email')
  const check = checkAddress(cell)
  if (cell === '') line.fault('email', 'value_missing')
  else if (!check.ok) line.fault('email', check.code)
  if (!check.ok) return cell
  const folded = check.address.toLowerCase()
  const otherRow = rowsByAddress.get(folded)
  if (otherRow !== undefined) line.fault('email', 'email_twice', { otherRow })
  else rowsByAddress.set(folded, line.row)
  if (check.shared) line.warn('email', 'email_shared')
  if (check.mixedLetters) line.warn('email', 'email_mixed_letters')
  return check.address
}

function readSeat(line: Line<Column>): string {
  const seat = line.cell('seat')
  if (hidesCharacters(seat)) line.fault('seat', 'characters_hidden')
  else if (isLongerThan(seat, longest.seat)) line.fault('seat', 'value_too_long', { expected: String(longest.seat) })
  return seat
}

/** A seat has one holder at a time. Two rows are right where the earlier holder still stands in the list. */
function warnOfSharedSeat(line: Line<Column>, key: string, rowsBySeat: Map<string, number>): void {
  const otherRow = rowsBySeat.get(key)
  if (otherRow !== undefined) line.warn('seat', 'seat_shared', { otherRow })
  else rowsBySeat.set(key, line.row)
}
