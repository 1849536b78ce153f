// The answers of two closed waves as bytes, and what was counted of them, kept beside the responses to save reading them
// one by one. What the bytes mean is for whoever computes; here they are written in short transactions, and are there
// whole or not at all.
import { and, count, eq, ne, sql } from 'drizzle-orm'
import type { Answers } from '#survey/answer.ts'
import { parseStoredAnswers } from '#survey/answers.ts'
import { type Database, immediately } from './database.ts'
import { newId } from './ids.ts'
import { columnParts, columnSets, invitations } from './schema.ts'

export interface Columns {
  /** JSON. */
  header: string
  bytes: Uint8Array
}

/** Of which waves, and what of them. */
export interface ColumnsWanted {
  from: string
  to: string
  kind: 'answers' | 'counts'
}

/** Bytes of a piece: written to the disk in some milliseconds. */
const partSize = 1 << 20

/**
 * The id of the set that is whole, and so as true as the rows: triggers remove one that is not (see schema.ts). What was
 * worked out of its bytes holds as long as the set of this id is found.
 */
export const findColumnSet = (db: Database, wanted: ColumnsWanted): string | undefined =>
  db.select({ id: columnSets.id }).from(columnSets).where(isWhole(wanted)).get()?.id

const isWhole = (wanted: ColumnsWanted) => and(isWanted(wanted), ne(columnSets.header, ''))

const isWanted = ({ from, to, kind }: ColumnsWanted) =>
  and(eq(columnSets.fromWaveId, from), eq(columnSets.toWaveId, to), eq(columnSets.kind, kind))

export function findColumns(db: Database, wanted: ColumnsWanted): Columns | undefined {
  return db.transaction((tx) => {
    const set = tx.select().from(columnSets).where(isWhole(wanted)).get()
    if (!set) return undefined
    const { header } = set
    const inSet = eq(columnParts.setId, set.id)
    const length = tx
      .select({ bytes: sql<number>`sum(length(${columnParts.bytes}))` })
      .from(columnParts)
      .where(inSet)
    const bytes = new Uint8Array(length.get()?.bytes ?? 0)
    let end = 0
    const parts = db.$client
      .prepare<[string], Buffer>('select bytes from column_parts where set_id = ? order by part')
      .pluck()
    for (const part of parts.iterate(set.id)) {
      bytes.set(part, end)
      end += part.length
    }
    return { header, bytes }
  })
}

/**
 * Keeps what `make` reads from the database, unless a row that it is made of changes meanwhile, or nothing can be written:
 * on a full disk there is as much to read as ever. Other connections can write between the pieces.
 * @returns what was made, and the set that keeps it
 */
export function keepColumns<Made>(
  db: Database,
  wanted: ColumnsWanted,
  make: () => Made,
  pack: (made: Made) => Columns,
): { made: Made; set?: string } {
  const id = newId()
  // The place is taken first: a change from now on removes it again, and the pieces find none.
  const hasPlace = isStored(() => takePlace(db, wanted, id))
  const made = make()
  return hasPlace && isStored(() => fillPlace(db, id, pack(made))) ? { made, set: id } : { made }
}

function takePlace(db: Database, wanted: ColumnsWanted, id: string): true {
  immediately(db, (tx) => {
    tx.delete(columnSets).where(isWanted(wanted)).run()
    tx.insert(columnSets).values({ id, fromWaveId: wanted.from, toWaveId: wanted.to, kind: wanted.kind }).run()
  })
  return true
}

/** @returns false where the place is there no more */
function fillPlace(db: Database, id: string, { header, bytes }: Columns): boolean {
  const isThere = () => db.select({ n: count() }).from(columnSets).where(eq(columnSets.id, id)).get()?.n === 1
  for (let part = 0; part * partSize < bytes.length; part += 1) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset + part * partSize, pieceLength(bytes, part))
    const isWritten = immediately(db, (tx) => {
      if (!isThere()) return false
      tx.insert(columnParts).values({ setId: id, part, bytes: piece }).run()
      return true
    })
    if (!isWritten) return false
  }
  return db.update(columnSets).set({ header }).where(eq(columnSets.id, id)).run().changes === 1
}

/** What `write` says of itself; false where the disk is full or refuses, or somebody else holds it for too long. */
function isStored(write: () => boolean): boolean {
  try {
    return write()
  } catch (error) {
    if (/^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|BUSY)/.test(String((error as { code?: unknown }).code))) return false
    throw error
  }
}

const pieceLength = (bytes: Uint8Array, part: number): number => Math.min(partSize, bytes.length - part * partSize)

/** Somebody asked in a wave, with what came back. */
export interface AskedInWave {
  participantId: string
  municipality: string
  actorGroup: string
  response: { version: number; answers: Answers } | null
}

/** Everybody asked in a wave, by participant: two waves can be read side by side. */
export function* iterateAsked(db: Database, waveId: string): Generator<AskedInWave> {
  type Row = [participantId: string, municipality: string, group: string, version: number | null, answers: string]
  const rows = db.$client
    .prepare<[string], Row>(
      `select i.participant_id, s.municipality_code, s.actor_group, r.questionnaire_version, r.answers
       from invitations i join seats s on s.id = i.seat_id left join responses r on r.invitation_id = i.id
       where i.wave_id = ? order by i.participant_id`,
    )
    .raw()
  for (const [participantId, municipality, actorGroup, version, answers] of rows.iterate(waveId)) {
    const response = version === null ? null : { version, answers: parseStoredAnswers(answers) }
    yield { participantId, municipality, actorGroup, response }
  }
}

/** How many are asked in a wave. @param atMost where counting stops: a million take half a second from a cold disk */
export function countAsked(db: Database, waveId: string, atMost = Number.MAX_SAFE_INTEGER): number {
  const some = db.select({ id: invitations.id }).from(invitations).where(eq(invitations.waveId, waveId)).limit(atMost)
  return db.select({ n: count() }).from(some.as('some')).get()?.n ?? 0
}
