// The people of a project with what they answered in every wave: what research files are made of. Known by the id of
// the participant alone; names and addresses are not read.
//
// Rows are gathered once, page by page, into a scratch file that nobody else can open and that is gone with its
// connection; each research file then reads them from there. So all files tell of the same answers, the order is that of
// the export's own names and not of the database, and memory stays flat however many people there are.
import Sqlite from 'better-sqlite3'
import { count, eq } from 'drizzle-orm'
import { parseStoredAnswers } from '#survey/answers.ts'
import type { Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { getQuestionnaire } from './catalogue.ts'
import type { Database } from './database.ts'
import type { StoredResponse } from './responses.ts'
import { invitations, waves } from './schema.ts'
import { listWaves } from './waves.ts'

export interface PanelPerson {
  /** What the export calls this person. */
  name: string
  /** Those of the seat that was asked in the person's first wave: who moves counts where they were first found. */
  municipality: string
  actorGroup: string
  /** The waves that this person was asked in, by ordinal. */
  waves: readonly PanelWave[]
}

export interface PanelWave {
  kind: WaveKind
  /** Of the seat that was asked in this wave. */
  actorGroup: string
  response: StoredResponse | null
}

/** The project's waves that have been opened, each with its questionnaire, by ordinal. */
export function listPanelWaves(db: Database, projectId: string): { kind: WaveKind; questionnaire: Questionnaire }[] {
  return listWaves(db, projectId)
    .filter((wave) => wave.openedAt !== null)
    .map(({ kind, questionnaireId, questionnaireVersion }) => ({
      kind,
      questionnaire: getQuestionnaire(db, questionnaireId, questionnaireVersion),
    }))
}

/** How many rows there are to gather: people times the waves they were asked in. */
export function countPanelRows(db: Database, projectId: string): number {
  const found = db
    .select({ rows: count() })
    .from(invitations)
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .where(eq(waves.projectId, projectId))
    .get()
  return found?.rows ?? 0
}

const pageSize = 1000

/** People gathered for one export, to be read as often as there are files. */
export interface Panel {
  people: number
  /** Of all people and waves. */
  rows: number
  /** By name. A page is in memory at a time. */
  read(): Generator<PanelPerson>
  close(): void
}

/**
 * Gathers everybody who was asked in a wave.
 * @param db on a snapshot all rows tell of one moment; otherwise each tells of when its page was read
 * @param nameOf what the export calls a participant. An export orders by its own names, since people in one and the
 *   same order would join two exports that should not join
 * @yields the rows gathered so far, after each page: whoever asks can stop here, and must call `return()` then
 */
export function* gatherPanel(
  db: Database,
  projectId: string,
  nameOf: (participantId: string) => string,
): Generator<number, Panel> {
  const scratch = openScratch()
  let isGathered = false
  try {
    const next = preparePages(db)
    const insert = scratch.prepare('insert into gathered values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    let rows = 0
    for (let after = 0; ; ) {
      const page = next.all({ after, projectId }) as InvitationRow[]
      for (const [rowid, participantId, ...rest] of page) {
        insert.run(nameOf(participantId), ...rest)
        after = rowid
      }
      rows += page.length
      yield rows
      if (page.length < pageSize) break
    }
    // Copied in order, so that each file reads from end to end; by an index it would jump about for every row.
    scratch.exec('insert into panel select * from gathered order by name, ordinal')
    isGathered = true
    return {
      people: countNames(scratch),
      rows,
      read: () => readPeople(scratch),
      close: () => scratch.close(),
    }
  } finally {
    if (!isGathered) scratch.close()
  }
}

type InvitationRow = [rowid: number, participantId: string, ...rest: (string | number | null)[]]

/** Pages by rowid: the file is read once, from end to end. A cross join keeps SQLite from choosing another order. */
function preparePages(db: Database) {
  return db.$client
    .prepare(
      `select i.rowid, i.participant_id, w.ordinal, w.kind, s.municipality_code, s.actor_group,
              r.questionnaire_version, r.language, r.mode, r.submitted_at, r.answers
       from invitations i
       cross join waves w on w.id = i.wave_id
       cross join seats s on s.id = i.seat_id
       left join responses r on r.invitation_id = i.id
       where i.rowid > @after and w.project_id = @projectId
       order by i.rowid limit ${pageSize}`,
    )
    .raw()
}

/** A file without a name: SQLite removes it from its folder at once, and the system frees it with the connection. */
function openScratch(): Sqlite.Database {
  const scratch = new Sqlite('')
  scratch.pragma('journal_mode = OFF')
  scratch.pragma('synchronous = OFF')
  // Read and written from end to end, so nothing is gained by keeping pages: KiB, and what may be sorted in memory.
  scratch.pragma('cache_size = -4000')
  for (const table of ['gathered', 'panel'])
    scratch.exec(`create table ${table} (
      name text not null, ordinal integer not null, kind text not null, municipality text not null,
      actor_group text not null, version integer, language text, mode text, submitted_at integer, answers text)`)
  scratch.exec('begin')
  return scratch
}

/** Each name once: all rows of one stand together. */
const countNames = (scratch: Sqlite.Database): number =>
  scratch
    .prepare(
      `select count(*) from panel as one left join panel as before on before.rowid = one.rowid - 1
       where before.name is not one.name`,
    )
    .pluck()
    .get() as number

type GatheredRow = [
  rowid: number,
  name: string,
  ordinal: number,
  kind: WaveKind,
  municipality: string,
  actorGroup: string,
  version: number | null,
  language: StoredResponse['language'],
  mode: StoredResponse['mode'],
  submittedAt: number,
  answers: string,
]

function* readPeople(scratch: Sqlite.Database): Generator<PanelPerson> {
  const next = scratch.prepare(`select rowid, * from panel where rowid > ? order by rowid limit ${pageSize}`).raw()
  let person: (PanelPerson & { waves: PanelWave[] }) | undefined
  for (let after = 0; ; ) {
    const page = next.all(after) as GatheredRow[]
    for (const row of page) {
      const [rowid, name, , kind, municipality, actorGroup] = row
      after = rowid
      if (person?.name !== name) {
        if (person) yield person
        person = { name, municipality, actorGroup, waves: [] }
      }
      person.waves.push({ kind, actorGroup, response: responseOf(row) })
    }
    if (page.length < pageSize) break
  }
  if (person) yield person
}

function responseOf([, , , , , , version, language, mode, submittedAt, answers]: GatheredRow): StoredResponse | null {
  return version === null ? null : { version, language, mode, submittedAt, answers: parseStoredAnswers(answers) }
}
