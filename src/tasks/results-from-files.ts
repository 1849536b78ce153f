// What results are computed from, read from files alone: a questionnaire, the answers of two waves, and who was asked.

import { rulesFor } from '#computing/input.ts'
import { orderRows } from '#cuts/rows.ts'
import type { Phrases } from '#i18n/phrases.ts'
import type { Asked, ResultsInput } from '#indicators/model.ts'
import { foldHeading } from '#intake/columns.ts'
import type { Unit } from '#intake/lookups.ts'
import { participantColumns } from '#intake/participant-id.ts'
import { type ResponseRow, readResponses } from '#intake/responses.ts'
import { listUnits, type RosterEntry, readRoster } from '#intake/roster.ts'
import { readTable, responseLimits } from '#intake/table.ts'
import { findHorizontalBeside, withHorizontal } from '#store/horizontal-files.ts'
import { parseQuestionnaire, type Questionnaire, type WaveKind } from '#survey/questionnaire.ts'
import { listFaults } from '#survey/questionnaire-file.ts'
import { findVersionFaults } from '#survey/version-faults.ts'
import { type Call, heedRemarks, needOption, readNamedFile, TaskError } from './terminal.ts'

type Words = Phrases['resultsTask']
type Bytes = Uint8Array | string

interface WaveFile {
  kind: WaveKind
  questionnaire: Questionnaire
  file: string
  bytes: Bytes
}

/**
 * Reads --from, --baseline, --end and what goes with them. Answers count as in the database: a row without any is no
 * response, and whoever the participants' file names was asked in both waves.
 * @throws TaskError naming each fault with file, row and column
 */
export function inputFromFiles(call: Call, words: Words): ResultsInput {
  const [earlier, later] = readQuestionnaires(call, words)
  const waves: WaveFile[] = [
    { kind: 'baseline', questionnaire: earlier, ...readOption(call, 'baseline', words) },
    { kind: 'endline', questionnaire: later, ...readOption(call, 'end', words) },
  ]
  const people = call.options.participants === undefined ? undefined : readOption(call, 'participants', words)
  const municipalities = unitsIn(call, people ? [people] : waves)
  const roster = people && rosterIn(call, people, municipalities, [earlier, later])
  const asked = orderRows(waves.flatMap((wave) => askedIn(call, words, wave, municipalities, roster)))
  return {
    from: { kind: 'baseline', questionnaire: earlier },
    to: { kind: 'endline', questionnaire: later },
    municipalities,
    asked,
    ...rulesFor(asked.length),
  }
}

function readQuestionnaires(call: Call, words: Words): [earlier: Questionnaire, later: Questionnaire] {
  const read = (name: string) => {
    const file = needOption(call, name)
    const questionnaire = parseQuestionnaire(readNamedFile(file, call.words).toString('utf8'), file)
    return withHorizontal(questionnaire, findHorizontalBeside(file, questionnaire))
  }
  const earlier = read('from')
  if (call.options['version-end'] === undefined) return [earlier, earlier]
  const later = read('version-end')
  const faults = findVersionFaults(earlier, later)
  if (faults.length > 0) throw new TaskError(words.versions_differ(listFaults(faults, call.language)))
  return [earlier, later]
}

function readOption(call: Call, name: string, words: Words): { file: string; bytes: Bytes } {
  const file = needOption(call, name)
  const bytes = readNamedFile(file, call.words)
  const column = call.options['municipality-column']
  return {
    file,
    bytes: column === undefined ? bytes : regroup(bytes, column, { required: name === 'participants', words }),
  }
}

/**
 * The table with the chosen column as its municipality, and no other column that would pass for one. Rows keep their
 * numbers, so that a fault names the row that a spreadsheet shows.
 */
function regroup(bytes: Buffer, column: string, { required, words }: { required: boolean; words: Words }): Bytes {
  const { table } = readTable(bytes, responseLimits)
  if (!table) return bytes
  const names = participantColumns.municipality.map(foldHeading)
  const isChosen = (heading: string) => foldHeading(heading) === foldHeading(column)
  if (required && !table.header.some(isChosen)) throw new TaskError(words.no_column(column, table.header.join(', ')))
  const header = table.header.map((heading) => {
    if (isChosen(heading)) return 'municipality'
    return names.includes(foldHeading(heading)) ? `${heading} (–)` : heading
  })
  const lines: string[] = []
  for (const { row, cells } of [{ row: table.headerRow, cells: header }, ...table.rows])
    lines[row - 1] = cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return Array.from(lines, (line) => line ?? '').join('\n')
}

/** By code, the order that results keep. */
function unitsIn(call: Call, files: readonly { file: string; bytes: Bytes }[]): Unit[] {
  const units = files.flatMap(({ file, bytes }) => {
    const { units, faults } = listUnits(bytes)
    heed(call, file, { faults })
    return units
  })
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  return [...byCode.values()].sort((one, other) => (one.code < other.code ? -1 : 1))
}

function rosterIn(
  call: Call,
  { file, bytes }: { file: string; bytes: Bytes },
  municipalities: readonly Unit[],
  questionnaires: readonly Questionnaire[],
): readonly RosterEntry[] {
  const groups = questionnaires.flatMap(({ actorGroups }) => actorGroups)
  const actorGroups = [...new Map(groups.map((group) => [group.code, group])).values()]
  const roster = readRoster(bytes, { municipalities, actorGroups, defaultLanguage: 'sv' })
  heed(call, file, roster)
  return roster.entries
}

function askedIn(
  call: Call,
  words: Words,
  { kind, questionnaire, file, bytes }: WaveFile,
  municipalities: readonly Unit[],
  roster: readonly RosterEntry[] | undefined,
): Asked[] {
  const places = { municipalities, defaultLanguage: 'sv' } as const
  const read = readResponses(bytes, { ...places, questionnaire, wave: kind, ...(roster ? { roster } : {}) })
  heed(call, file, read)
  const asked = read.rows.map((row) => askedOf(row, kind, questionnaire.version))
  const unplaced = read.rows.filter((_, at) => asked[at] === undefined)
  if (unplaced.length > 0) throw new TaskError(words.file(file, describeUnplaced(unplaced, call, words)))
  return asked.filter((row) => row !== undefined)
}

function askedOf(row: ResponseRow, wave: WaveKind, version: number): Asked | undefined {
  const { id, municipalityCode, actorGroup, answers } = row
  if (municipalityCode === null || actorGroup === null) return undefined
  const isBlank = Object.keys(answers).length === 0
  return {
    participant: id,
    municipality: municipalityCode,
    actorGroup,
    wave,
    response: isBlank ? null : { version, answers },
  }
}

const shownAtMost = 50

function describeUnplaced(rows: readonly ResponseRow[], call: Call, words: Words): string {
  const lines = rows.slice(0, shownAtMost).map(({ row, id }) => words.unplaced_row(row, id))
  const more = rows.length > shownAtMost ? [`  ${call.words.more(rows.length - shownAtMost)}`] : []
  return [words.unplaced(rows.length), ...lines, ...more].join('\n')
}

/** Says which file the remarks are about. @throws TaskError where it has faults */
function heed(call: Call, file: string, remarks: Parameters<typeof heedRemarks>[1]): void {
  if (remarks.faults.length + (remarks.warnings?.length ?? 0) > 0) console.error(file)
  heedRemarks(call, remarks)
}
