// A file of earlier responses → answers by participant, or every fault in it at once. Wide: a row per participant and
// a column per item. Long: a row per answer. Nothing is stored here, and nobody is looked up.
import type { Answer, Answers } from '#survey/answer.ts'
import { checkAnswers } from '#survey/answers.ts'
import { variableOf } from '#survey/codebook.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findItem, wavesOf } from '#survey/lookup.ts'
import { type Item, type Language, type Questionnaire, type WaveKind, waveKinds } from '#survey/questionnaire.ts'
import { type CellReader, type CellReading, cellReader, partsReader } from './answer-cells.ts'
import { type Aliases, type Columns, ignoredColumns, matchColumns } from './columns.ts'
import type { Encoding } from './decode.ts'
import type { Fault, Warning } from './fault.ts'
import { findIdentityNumbers } from './identity-number.ts'
import { type Line, lineReader, placeReader } from './line.ts'
import { foldName, type Unit } from './lookups.ts'
import { participantColumns, readParticipantId } from './participant-id.ts'
import type { RosterEntry } from './roster.ts'
import { readTable, responseLimits, type Table } from './table.ts'

/** What the file says about one participant in the wave. */
export interface ResponseRow {
  /** As a spreadsheet counts; in a long file the first of the participant's rows. 0 = only in the roster. */
  row: number
  /** As in the file: a study's id, a pseudonym of the project, or an e-mail address. */
  id: string
  municipalityCode: string | null
  actorGroup: string | null
  language: Language
  /** None = asked, and no response: a blank row is not a response. */
  answers: Answers
}

export interface ResponseOptions {
  questionnaire: Questionnaire
  wave: WaveKind
  municipalities: readonly Unit[]
  defaultLanguage: Language
  /** Places those whom the file does not place, and adds those it does not name as asked without a response. */
  roster?: readonly RosterEntry[]
}

export interface ResponseFile {
  encoding: Encoding | null
  form: 'wide' | 'long' | null
  /** Import them only where there are no faults. */
  rows: readonly ResponseRow[]
  /** Rows of other waves, which are left alone. */
  otherWaves: number
  /** Item ids found, in the order of the questionnaire. */
  items: readonly string[]
  faults: readonly Fault[]
  warnings: readonly Warning[]
}

const aliases = {
  ...participantColumns,
  wave: ['wave', 'mätning', 'våg', 'omgång'],
  item: ['item', 'variable', 'fråga', 'variabel'],
  value: ['value', 'answer', 'värde', 'svar'],
} as const satisfies Aliases<string>
type Column = keyof typeof aliases

export function readResponses(input: Uint8Array | string, options: ResponseOptions): ResponseFile {
  const { table, faults: tableFaults } = readTable(input, responseLimits)
  const nothing = { form: null, rows: [], otherWaves: 0, items: [], warnings: [] }
  if (!table) return { ...nothing, encoding: null, faults: tableFaults }
  const columns = matchColumns<Column>(table, aliases, ['id'])
  const faults = [...tableFaults, ...columns.faults, ...findIdentityNumbers(table)]
  if (columns.faults.length > 0) return { ...nothing, encoding: table.encoding, faults }

  const file: OpenFile = { table, columns, options, otherWaves: 0, faults, warnings: [] }
  const form = columns.at.has('item') && columns.at.has('value') ? 'long' : 'wide'
  const { people, items } = form === 'long' ? readLong(file) : readWide(file)
  for (const person of people) joinParts(file, person)
  const rows = withRoster(people, options).map((person) => keepAsked(person, file))
  return {
    encoding: table.encoding,
    form,
    rows,
    otherWaves: file.otherWaves,
    items: options.questionnaire.items.map(({ id }) => id).filter((id) => items.has(id)),
    faults: faults.sort((a, b) => a.row - b.row),
    warnings: file.warnings,
  }
}

/** A file being read: rows that are left alone are counted, and what is wrong gathers in `faults` and `warnings`. */
interface OpenFile {
  table: Table
  columns: Columns<Column>
  options: ResponseOptions
  otherWaves: number
  faults: Fault[]
  warnings: Warning[]
}

interface Person extends Omit<ResponseRow, 'answers'> {
  answers: Record<string, Answer>
  /** Cells of items that have several columns, by item and by what follows its variable's name. */
  parts: Record<string, Record<string, string>>
}

interface Reading {
  people: readonly Person[]
  items: ReadonlySet<string>
}

function readWide(file: OpenFile): Reading {
  const { table, columns, options, faults, warnings } = file
  const findField = fieldFinder(options.questionnaire)
  const fields: { position: number; field: Field }[] = []
  const ignored: number[] = []
  // In a wide file "item" and "value" are no headings of ours, only words.
  const others = [...columns.others, ...positionsOf(columns, ['item', 'value'])]
  for (const position of others) {
    const heading = table.header[position] ?? ''
    const field = findField(heading)
    const earlier =
      field && fields.find((known) => known.field.item.id === field.item.id && known.field.suffix === field.suffix)
    if (!field) ignored.push(position)
    else if (earlier)
      faults.push({
        row: table.headerRow,
        column: heading,
        code: 'header_twice',
        value: heading,
        expected: table.header[earlier.position] ?? '',
      })
    else fields.push({ position, field })
  }
  warnings.push(...ignoredColumns(table, ignored))
  if (fields.length === 0)
    faults.push({
      row: table.headerRow,
      column: '',
      code: 'header_missing',
      value: options.questionnaire.items
        .map(({ id }) => id)
        .slice(0, 5)
        .join(', '),
      expected: table.header.filter((heading) => heading !== '').join(', '),
    })

  const place = placeReader({ ...options, actorGroups: options.questionnaire.actorGroups })
  const people = new Map<string, Person>()
  for (const { line, cells } of linesOfWave(file)) {
    const person = startPerson(line, place)
    const otherRow = people.get(person.id)?.row
    if (otherRow !== undefined) line.fault('id', 'participant_twice', { otherRow })
    for (const { position, field } of fields)
      readCell(file, person, field, line.row, table.header[position] ?? '', cells[position] ?? '')
    people.set(person.id, person)
  }
  return { people: [...people.values()], items: new Set(fields.map(({ field }) => field.item.id)) }
}

function readLong(file: OpenFile): Reading {
  const { table, columns, options, warnings } = file
  const findField = fieldFinder(options.questionnaire)
  const place = placeReader({ ...options, actorGroups: options.questionnaire.actorGroups })
  warnings.push(...ignoredColumns(table, columns.others))
  const people = new Map<string, Person>()
  const rowsByAnswer = new Map<string, number>()
  const ignored = new Set<string>()
  const items = new Set<string>()
  for (const { line, cells } of linesOfWave(file)) {
    const here = startPerson(line, place)
    const person = people.get(here.id) ?? here
    people.set(here.id, person)
    if (differs(person.municipalityCode, here.municipalityCode) || differs(person.actorGroup, here.actorGroup))
      line.fault('id', 'participant_differs', { otherRow: person.row })
    person.municipalityCode ??= here.municipalityCode
    person.actorGroup ??= here.actorGroup
    const name = line.cell('item')
    const field = findField(name)
    if (!field) {
      if (!ignored.has(name)) line.warn('item', 'item_ignored')
      ignored.add(name)
      continue
    }
    items.add(field.item.id)
    const key = `${field.item.id}${field.suffix ?? ''} ${person.id}`
    const otherRow = rowsByAnswer.get(key)
    if (otherRow !== undefined) line.fault('item', 'answer_twice', { otherRow })
    rowsByAnswer.set(key, line.row)
    const position = columns.at.get('value') ?? -1
    readCell(file, person, field, line.row, table.header[position] ?? '', cells[position] ?? '')
  }
  return { people: [...people.values()], items }
}

function* linesOfWave(file: OpenFile): Generator<{ line: Line<Column>; cells: readonly string[] }> {
  const { table, columns, options, faults, warnings } = file
  for (const row of table.rows) {
    const line = lineReader(table, columns, row, faults, warnings)
    if (isInWave(line, options.wave)) yield { line, cells: row.cells }
    else file.otherWaves += 1
  }
}

const positionsOf = (columns: Columns<Column>, keys: readonly Column[]): number[] =>
  keys.flatMap((key) => columns.at.get(key) ?? [])

const differs = (known: string | null, here: string | null): boolean =>
  known !== null && here !== null && known !== here

function startPerson(line: Line<Column>, place: ReturnType<typeof placeReader>): Person {
  return {
    row: line.row,
    id: readParticipantId(line),
    municipalityCode: place.municipality(line),
    actorGroup: place.actorGroup(line),
    language: place.language(line),
    answers: {},
    parts: {},
  }
}

/** A row without a wave is of the wave that is asked for. */
function isInWave(line: Line<Column>, wave: WaveKind): boolean {
  const cell = foldName(line.cell('wave'))
  if (cell === '' || cell === wave) return true
  if (!waveKinds.some((kind) => kind === cell)) line.fault('wave', 'wave_unknown', { expected: waveKinds.join(', ') })
  return false
}

interface Field {
  item: Item
  /** Follows the item's variable, where the item has a column per choice; null = the cell is the answer. */
  suffix: string | null
  read: CellReader
}

/** Finds an item by its id or its variable's name: as written, and otherwise in any case where one item only fits. */
function fieldFinder(questionnaire: Questionnaire): (name: string) => Field | undefined {
  const exact = new Map<string, Field>()
  const folded = new Map<string, Field | 'several'>()
  for (const item of questionnaire.items) {
    const columns = kindOf(item).columns(questionnaire, item)
    const read = cellReader(questionnaire, item)
    for (const { suffix } of columns)
      for (const name of new Set([item.id + suffix, variableOf(item) + suffix])) {
        const field = { item, suffix: columns.length > 1 ? suffix : null, read }
        exact.set(name, field)
        folded.set(foldName(name), folded.has(foldName(name)) ? 'several' : field)
      }
  }
  return (name) => {
    const found = exact.get(name.trim()) ?? folded.get(foldName(name))
    return found === 'several' ? undefined : found
  }
}

function readCell(
  file: OpenFile,
  person: Person,
  { item, suffix, read }: Field,
  row: number,
  column: string,
  cell: string,
) {
  if (suffix !== null) {
    person.parts[item.id] = { ...person.parts[item.id], [suffix]: cell }
    return
  }
  keepAnswer(file, person, item, read(cell), { row, column, value: cell.trim() })
}

/** Cells of several columns are one answer, or one fault at the person's row. */
function joinParts(file: OpenFile, person: Person): void {
  const { questionnaire } = file.options
  for (const [id, cells] of Object.entries(person.parts)) {
    const item = findItem(questionnaire, id)
    const value = Object.values(cells).join(', ')
    if (item)
      keepAnswer(file, person, item, partsReader(questionnaire, item)(cells), { row: person.row, column: id, value })
  }
}

function keepAnswer(
  file: OpenFile,
  person: Person,
  item: Item,
  reading: CellReading,
  at: { row: number; column: string; value: string },
): void {
  const { questionnaire, wave } = file.options
  if (!reading.ok) file.faults.push({ ...at, code: reading.code, expected: reading.expected })
  else if (reading.answer !== undefined && !wavesOf(questionnaire, item).includes(wave))
    file.faults.push({ ...at, code: 'answer_not_asked', expected: wave })
  else if (reading.answer !== undefined) person.answers[item.id] = reading.answer
}

function withRoster(people: readonly Person[], { roster = [], defaultLanguage }: ResponseOptions): Person[] {
  const entries = new Map(roster.map((entry) => [entry.id, entry]))
  const named = new Set(people.map(({ id }) => id))
  return [
    ...people.map((person) => {
      const entry = entries.get(person.id)
      return {
        ...person,
        municipalityCode: person.municipalityCode ?? entry?.municipalityCode ?? null,
        actorGroup: person.actorGroup ?? entry?.actorGroup ?? null,
      }
    }),
    ...roster
      .filter(({ id }) => !named.has(id))
      .map((entry) => ({ ...entry, row: 0, language: defaultLanguage, answers: {}, parts: {} })),
  ]
}

/** Leaves out answers to questions that this person's other answers hide, as sending in the form would, and says so. */
function keepAsked(person: Person, { options, warnings }: OpenFile): ResponseRow {
  const known = { actor_group: person.actorGroup ?? undefined }
  const { answers, notAsked } = checkAnswers(options.questionnaire, options.wave, person.answers, known)
  for (const item of notAsked)
    warnings.push({ row: person.row, column: item, code: 'answer_hidden', value: String(person.answers[item]) })
  const { parts: _parts, ...row } = person
  return { ...row, answers }
}
