// Who took part in an earlier study, by the study's own ids: no names, no addresses. It places the people of files of
// responses that say nothing about municipality and actor group, and tells who was asked and did not answer.
import { type Aliases, ignoredColumns, matchColumns } from './columns.ts'
import type { Fault, Warning } from './fault.ts'
import { findIdentityNumbers } from './identity-number.ts'
import { lineReader, type PlaceOptions, placeReader } from './line.ts'
import type { Unit } from './lookups.ts'
import { participantColumns, readParticipantId } from './participant-id.ts'
import { listLimits, readTable } from './table.ts'

export interface RosterEntry {
  id: string
  municipalityCode: string
  actorGroup: string
}

const aliases = participantColumns satisfies Aliases<string>
type Column = keyof typeof aliases

export function readRoster(
  input: Uint8Array | string,
  options: PlaceOptions,
): { entries: readonly RosterEntry[]; faults: readonly Fault[]; warnings: readonly Warning[] } {
  const { table, faults: tableFaults } = readTable(input, listLimits)
  if (!table) return { entries: [], faults: tableFaults, warnings: [] }
  const columns = matchColumns<Column>(table, aliases, ['id', 'municipality', 'actorGroup'])
  const faults = [...tableFaults, ...columns.faults, ...findIdentityNumbers(table)]
  const warnings = ignoredColumns(table, columns.others)
  const entries: RosterEntry[] = []
  if (columns.faults.length > 0) return { entries, faults, warnings }
  const place = placeReader(options)
  const rowsById = new Map<string, number>()
  for (const row of table.rows) {
    const line = lineReader(table, columns, row, faults, warnings)
    const id = readParticipantId(line)
    const otherRow = rowsById.get(id)
    if (otherRow !== undefined) line.fault('id', 'participant_twice', { otherRow })
    rowsById.set(id, line.row)
    for (const column of ['municipality', 'actorGroup'] as const)
      if (line.cell(column) === '') line.fault(column, 'value_missing')
    const municipalityCode = place.municipality(line)
    const actorGroup = place.actorGroup(line)
    if (municipalityCode !== null && actorGroup !== null) entries.push({ id, municipalityCode, actorGroup })
  }
  return { entries, faults, warnings }
}

/** The units that a roster names, each once and in the order of their names: for a trial, a unit is its own code. */
export function listUnits(input: Uint8Array | string): { units: readonly Unit[]; faults: readonly Fault[] } {
  const { table, faults } = readTable(input, listLimits)
  if (!table) return { units: [], faults }
  const columns = matchColumns<Column>(table, aliases, ['municipality'])
  const position = columns.at.get('municipality') ?? -1
  const names = new Set(table.rows.map(({ cells }) => cells[position]?.trim() ?? '').filter((name) => name !== ''))
  return {
    units: [...names].sort(new Intl.Collator('sv').compare).map((name) => ({ code: name, name })),
    faults: [...faults, ...columns.faults],
  }
}
