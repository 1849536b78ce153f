// The people of a project with what they answered in every wave: what research files are made of. Known by the id of
// the participant alone; names and addresses are not read.
//
// Rows are gathered once, page by page, and each research file then reads them from where they were put: so all files
// tell of the same answers, and the order is that of the export's own names and not of the database.
import { count, eq } from 'drizzle-orm'
import { parseStoredAnswers } from '#survey/answers.ts'
import type { Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { getQuestionnaire } from './catalogue.ts'
import type { Database } from './database.ts'
import { type PanelRow, PanelRows, panelRow, type RawPanelRow } from './panel-rows.ts'
import type { StoredResponse } from './responses.ts'
import { invitations, seats, waves } from './schema.ts'
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
  /** By name. */
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
  const panel = new PanelRows()
  let isGathered = false
  try {
    const next = preparePages(db)
    let rows = 0
    for (let after = 0; ; ) {
      const page = next.all({ after, projectId }) as RawPanelRow[]
      for (const raw of page) panel.add(panelRow(nameOf(raw[0]), raw))
      after = page.at(-1)?.[8] ?? after
      rows += page.length
      yield rows
      if (page.length < pageSize) break
    }
    panel.sort()
    isGathered = true
    const asked = listAsked(db, projectId)
    return {
      people: panel.countNames(),
      rows,
      read: () => readPeople(panel.read(), asked),
      close: () => panel.close(),
    }
  } finally {
    if (!isGathered) panel.close()
  }
}

/** Pages by rowid: the file is read once, from end to end. A cross join keeps SQLite from choosing another order. */
function preparePages(db: Database) {
  return db.$client
    .prepare(
      `select i.participant_id, w.ordinal, i.seat_id,
              r.questionnaire_version, r.language, r.mode, r.submitted_at, r.answers, i.rowid
       from invitations i
       cross join waves w on w.id = i.wave_id
       left join responses r on r.invitation_id = i.id
       where i.rowid > @after and w.project_id = @projectId
       order by i.rowid limit ${pageSize}`,
    )
    .raw()
}

/** What rows refer to. */
interface Asked {
  kinds: ReadonlyMap<number, WaveKind>
  seats: ReadonlyMap<string, { municipality: string; actorGroup: string }>
}

function listAsked(db: Database, projectId: string): Asked {
  const own = db
    .select({ id: seats.id, municipality: seats.municipalityCode, actorGroup: seats.actorGroup })
    .from(seats)
    .where(eq(seats.projectId, projectId))
    .all()
  return {
    kinds: new Map(listWaves(db, projectId).map(({ ordinal, kind }) => [ordinal, kind])),
    seats: new Map(own.map(({ id, ...seat }) => [id, seat])),
  }
}

function* readPeople(rows: Iterable<PanelRow>, { kinds, seats }: Asked): Generator<PanelPerson> {
  let person: (PanelPerson & { waves: PanelWave[] }) | undefined
  for (const { name, ordinal, seatId, response } of rows) {
    const kind = kinds.get(ordinal)
    const seat = seats.get(seatId)
    if (!kind || !seat) throw new Error(`the project has no wave ${ordinal}, or no seat ${seatId}`)
    if (person?.name !== name) {
      if (person) yield person
      person = { name, ...seat, waves: [] }
    }
    person.waves.push({
      kind,
      actorGroup: seat.actorGroup,
      response: response && { ...response, answers: parseStoredAnswers(response.answers) },
    })
  }
  if (person) yield person
}
