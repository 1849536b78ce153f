// One table as CSV, and the codebook: for whoever needs no archive.
import { randomBytes } from 'node:crypto'
import type { Language } from '#i18n/phrases.ts'
import { type CsvProfile, csvChunks } from '#report/csv.ts'
import type { Database } from '#store/database.ts'
import { listPanelWaves, type Panel } from '#store/panel.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import { codebookCsv } from './formats/codebook-csv.ts'
import { gatherPeople } from './gathering.ts'
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

/** Everything but names, as at the restricted level. @throws the signal's reason where the work is called off */
export async function openTable(
  db: Database,
  project: Project,
  choice: TableChoice,
  signal?: AbortSignal,
): Promise<OpenTable> {
  const { form, includeText = false, exportKey = randomBytes(32) } = choice
  const selection = selectionOf(db, project, includeText)
  const panel = await gatherPeople(db, project, exportKey, { signal })
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
