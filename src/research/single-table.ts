// One table as CSV, and the codebook: for whoever needs no archive.
import { randomBytes } from 'node:crypto'
import type { Language } from '#i18n/phrases.ts'
import { type CsvProfile, csvChunks } from '#report/csv.ts'
import type { Database } from '#store/database.ts'
import { gatherPanel, listPanelWaves, type Panel } from '#store/panel.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import { codebookCsv } from './formats/codebook-csv.ts'
import { pseudonymsFrom } from './pseudonym.ts'
import { restrictedSelection, type Selection } from './selection.ts'
import { type Form, longTable, type Table, wideTable } from './tables.ts'
import { csvColumn } from './variable.ts'

export interface TableChoice {
  form: Form
  profile: CsvProfile
  language: Language
  includeText?: boolean
  /** 32 bytes; left out = a new key that is thrown away, so that two exports cannot be joined. */
  exportKey?: Uint8Array
}

export interface OpenTable {
  people: number
  /** The file in pieces. @param progress told of people written, of all people */
  chunks(progress?: (done: number, total: number) => void): Generator<string>
  close(): void
}

/** Everything but names, as at the restricted level. @param db a database that nobody writes to until this returns */
export function openTable(db: Database, project: Project, choice: TableChoice): OpenTable {
  const { form, includeText = false, exportKey = randomBytes(32) } = choice
  const selection = selectionOf(db, project, includeText)
  const panel = gatherAll(db, project, pseudonymsFrom(exportKey))
  return {
    people: panel.people,
    chunks: (progress) =>
      form === 'wide'
        ? tableChunks(wideTable(selection), panel, choice, progress)
        : tableChunks(longTable(selection), panel, choice, progress),
    close: () => panel.close(),
  }
}

export function codebookOf(
  db: Database,
  project: Project,
  { profile, language }: Pick<TableChoice, 'profile' | 'language'>,
): string {
  return codebookCsv(longTable(selectionOf(db, project, true)).columns, profile, language)
}

const selectionOf = (db: Database, project: Project, includeText: boolean): Selection =>
  restrictedSelection(listPanelWaves(db, project.id), listMunicipalities(db, project.id), { includeText })

function gatherAll(db: Database, project: Project, nameOf: (participantId: string) => string): Panel {
  const gathering = gatherPanel(db, project.id, nameOf)
  for (;;) {
    const step = gathering.next()
    if (step.done) return step.value
  }
}

function* tableChunks<Row>(
  { columns, rows }: Table<Row>,
  panel: Panel,
  { profile, language }: TableChoice,
  progress: (done: number, total: number) => void = () => undefined,
): Generator<string> {
  function* counted() {
    let people = 0
    for (const person of panel.read()) {
      people += 1
      if (people % 500 === 0) progress(people, panel.people)
      yield person
    }
  }
  yield* csvChunks(
    profile,
    columns.map((column) => csvColumn(column, language)),
    rows(counted()),
  )
  progress(panel.people, panel.people)
}
