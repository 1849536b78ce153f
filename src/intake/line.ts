// One row of a list with its columns by name, and the cells that every list has: where somebody belongs, and in which
// language. An empty cell gives null or the default; whether that will do is for the list to say.
import type { ActorGroup, Language } from '#survey/questionnaire.ts'
import type { Columns } from './columns.ts'
import type { Fault, FaultCode, Warning, WarningCode } from './fault.ts'
import { actorGroupFinder, findLanguage, foldName, municipalityFinder, type Unit } from './lookups.ts'
import type { Row, Table } from './table.ts'

export interface Line<Column extends string> {
  row: number
  /** Trimmed; empty where the file has no such column. */
  cell(column: Column): string
  fault(column: Column, code: FaultCode, more?: Pick<Fault, 'expected' | 'otherRow'>): void
  warn(column: Column, code: WarningCode, more?: Pick<Warning, 'expected' | 'otherRow'>): void
}

export function lineReader<Column extends string>(
  table: Table,
  { at }: Columns<Column>,
  { row, cells }: Row,
  faults: Fault[],
  warnings: Warning[],
): Line<Column> {
  const cell = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? ''
  const heading = (column: Column) => table.header[at.get(column) ?? -1] ?? ''
  return {
    row,
    cell,
    fault: (column, code, more) => faults.push({ row, column: heading(column), code, value: cell(column), ...more }),
    warn: (column, code, more) => warnings.push({ row, column: heading(column), code, value: cell(column), ...more }),
  }
}

type PlaceColumn = 'municipality' | 'actorGroup' | 'language'

export interface PlaceOptions {
  municipalities: readonly Unit[]
  actorGroups: readonly ActorGroup[]
  defaultLanguage: Language
}

export function placeReader({ municipalities, actorGroups, defaultLanguage }: PlaceOptions) {
  const findMunicipality = municipalityFinder(municipalities)
  const findActorGroup = actorGroupFinder(actorGroups)
  return {
    municipality(line: Line<PlaceColumn>): string | null {
      const cell = line.cell('municipality')
      if (cell === '') return null
      const found = findMunicipality(cell)
      if (!found) line.fault('municipality', 'municipality_unknown', { expected: namesOf(municipalities) })
      else if (found.zeroRestored) line.warn('municipality', 'municipality_zero', { expected: found.code })
      return found?.code ?? null
    },
    actorGroup(line: Line<PlaceColumn>): string | null {
      const cell = line.cell('actorGroup')
      if (cell === '') return null
      const found = findActorGroup(cell)
      if (found === undefined)
        line.fault('actorGroup', 'actor_group_unknown', { expected: actorGroups.map(({ code }) => code).join(', ') })
      return found ?? null
    },
    language(line: Line<PlaceColumn>): Language {
      const cell = line.cell('language')
      if (cell === '') return defaultLanguage
      const found = findLanguage(cell)
      if (found === undefined) line.fault('language', 'language_unknown', { expected: 'sv, en' })
      return found ?? defaultLanguage
    },
  }
}

/** What a cell may name, for a message: the first twenty. */
function namesOf(units: readonly Unit[]): string {
  const names = units
    .slice(0, 20)
    .map(({ code, name }) => (foldName(code) === foldName(name) ? name : `${name} (${code})`))
  return units.length > names.length ? `${names.join(', ')} …` : names.join(', ')
}
