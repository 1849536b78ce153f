// The people of a project with what they answered in every wave: what research files are made of. Known by the id of
// the participant alone; names and addresses are not read.
import { asc, eq, inArray } from 'drizzle-orm'
import type { Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { getQuestionnaire } from './catalogue.ts'
import type { Database } from './database.ts'
import { readResponse, type StoredResponse } from './responses.ts'
import { invitations, participants, responses, seats, waves } from './schema.ts'
import { listWaves } from './waves.ts'

export interface PanelPerson {
  participantId: string
  municipality: string
  actorGroup: string
  /** The waves that this person was asked in, by ordinal. */
  waves: readonly PanelWave[]
}

export interface PanelWave {
  kind: WaveKind
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

const pageSize = 500

/**
 * In pages, so that memory holds the ids and one page of answers. People without an invitation are left out.
 * @param orderOf gives each person's place: an export orders by its own pseudonyms, since people in one and the same
 * order would join two exports that should not join
 */
export function* readPanel(
  db: Database,
  projectId: string,
  orderOf: (participantId: string) => string,
): Generator<PanelPerson> {
  const people = db
    .select({ id: participants.id })
    .from(participants)
    .where(eq(participants.projectId, projectId))
    .all()
    .map(({ id }) => ({ id, order: orderOf(id) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  for (let start = 0; start < people.length; start += pageSize)
    yield* readPage(
      db,
      people.slice(start, start + pageSize).map(({ id }) => id),
    )
}

function* readPage(db: Database, ids: string[]): Generator<PanelPerson> {
  const found = new Map<string, PanelPerson & { waves: PanelWave[] }>()
  const rows = db
    .select({
      participantId: participants.id,
      municipality: seats.municipalityCode,
      actorGroup: seats.actorGroup,
      kind: waves.kind,
      response: responses,
    })
    .from(invitations)
    .innerJoin(waves, eq(waves.id, invitations.waveId))
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(inArray(participants.id, ids))
    .orderBy(asc(waves.ordinal))
    .all()
  for (const { participantId, municipality, actorGroup, kind, response } of rows) {
    const person = found.get(participantId) ?? { participantId, municipality, actorGroup, waves: [] }
    found.set(participantId, person)
    person.waves.push({ kind, response: response && readResponse(response) })
  }
  for (const id of ids) {
    const person = found.get(id)
    if (person) yield person
  }
}
