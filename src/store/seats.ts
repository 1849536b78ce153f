// Places at the table, as a list of participants takes them.
import { eq } from 'drizzle-orm'
import type { ParticipantEntry } from '#intake/participants.ts'
import type { Transaction } from './database.ts'
import { newId } from './ids.ts'
import { seats } from './schema.ts'

/** The seat with that label, or a new one. Without a label the next free number is taken. */
export type TakeSeat = (entry: ParticipantEntry) => string

/** Reads the project's seats once for a whole list. */
export function seatsOf(tx: Transaction, projectId: string): TakeSeat {
  const places = new Map<string, { seats: Map<string, string>; free: number }>()
  const placeOf = (municipalityCode: string, actorGroup: string) => {
    const key = `${municipalityCode} ${actorGroup}`
    const place = places.get(key) ?? { seats: new Map<string, string>(), free: 1 }
    places.set(key, place)
    return place
  }
  for (const { id, municipalityCode, actorGroup, label } of tx
    .select()
    .from(seats)
    .where(eq(seats.projectId, projectId))
    .all())
    placeOf(municipalityCode, actorGroup).seats.set(label, id)
  return ({ municipalityCode, actorGroup, seat }) => {
    const place = placeOf(municipalityCode, actorGroup)
    const found = seat === '' ? undefined : place.seats.get(seat)
    if (found !== undefined) return found
    while (place.seats.has(String(place.free))) place.free += 1
    const id = newId()
    const label = seat === '' ? String(place.free) : seat
    tx.insert(seats).values({ id, projectId, municipalityCode, actorGroup, label }).run()
    place.seats.set(label, id)
    return id
  }
}
