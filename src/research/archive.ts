// The research archive of a project: the data in every form, what describes them, and what shows that nothing is missing.
import { randomBytes } from 'node:crypto'
import type { Writable } from 'node:stream'
import type { Language } from '#i18n/phrases.ts'
import type { Database } from '#store/database.ts'
import { countPanelRows } from '#store/panel.ts'
import type { Project } from '#store/projects.ts'
import { describeExport } from './export.ts'
import { gatherPeople } from './gathering.ts'
import { type Entry, manifestCsv, sumsText } from './manifest.ts'
import { membersOf } from './members.ts'
import type { Level } from './selection.ts'
import { type Member, writeZip } from './zip.ts'

export interface ArchiveChoice {
  level: Level
  /** Of headings, labels and codebook in files that hold one language. */
  language: Language
  /** Free text, in a restricted archive alone. */
  includeText?: boolean
  /** 32 bytes: the same key gives the same pseudonyms. Left out = a new one that is thrown away. */
  exportKey?: Uint8Array
  /** UTC milliseconds. */
  now: number
}

export interface ArchiveWork {
  signal?: AbortSignal
  /** `done` of `total` rows are written, all files taken together. */
  progress?: (done: number, total: number) => void
}

export interface ArchiveSummary {
  people: number
  /** Of the long table. */
  rows: number
  entries: readonly Entry[]
}

/** Passes over the rows after they are gathered: six tables of data, and one to count. */
const passes = 7

/**
 * Writes the archive and ends `output`. Memory stays flat but for the workbook, which has at most 50 000 rows.
 * @param db a snapshot (store/snapshot.ts) on a connection of its own: all files tell of one moment
 * @throws Problem 'wave_not_open' without an opened wave, 'not_found' for a release where there is no publishable
 *   comparison, 'nothing_to_release' where no municipality is wholly shown; the signal's reason where the work is
 *   called off. The output is destroyed then
 */
export async function writeResearchArchive(
  db: Database,
  project: Project,
  choice: ArchiveChoice,
  output: Writable,
  { signal = new AbortController().signal, progress = () => undefined }: ArchiveWork = {},
): Promise<ArchiveSummary> {
  const total = countPanelRows(db, project.id) * (1 + passes)
  let done = 0
  const tick = (rows: number) => {
    done += rows
    progress(Math.min(done, total), total)
  }
  const panel = await gatherPeople(db, project, choice.exportKey ?? randomBytes(32), { signal, tick })
  try {
    const described = await describeExport(db, project, panel, choice)
    const entries: Entry[] = []
    const members = [...membersOf(described, choice.language, { entries, tick }), ...closing(entries)]
    await writeZip(members, output, { signal, note: (entry) => entries.push(entry) })
    progress(total, total)
    return { people: described.study.people, rows: described.longRows, entries }
  } catch (error) {
    output.destroy()
    throw error
  } finally {
    panel.close()
  }
}

const closing = (entries: readonly Entry[]): Member[] => [
  { name: 'SHA256SUMS', content: () => [sumsText(entries)] },
  { name: 'manifest.csv', content: () => [manifestCsv(entries)] },
]
