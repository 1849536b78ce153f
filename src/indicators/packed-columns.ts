// Columns as bytes and back: what is kept beside the answers. Reading them copies nothing.
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { Columns, ItemColumn, WaveColumns } from './columns.ts'

export interface PackedColumns {
  /** JSON: what the bytes are. */
  header: string
  bytes: Uint8Array
}

/** A list among the bytes: its first byte and its length in numbers. */
interface Place {
  start: number
  n: number
  wide: boolean
}
interface Wave {
  standing: Place
  items: { id: string; codes: Place; values: (number | null)[] }[]
}
interface Header {
  format: 1
  n: number
  municipalities: readonly string[]
  actorGroups: readonly string[]
  municipalityOf: Place
  actorGroupOf: Place
  versions: { id: string; version: number }[]
  from: Wave
  to: Wave
  delivering: Columns['delivering']
}

export function packColumns({ n, places, versions, from, to, delivering }: Columns): PackedColumns {
  const lists: (Uint8Array | Uint16Array)[] = []
  let end = 0
  const placeOf = (list: Uint8Array | Uint16Array): Place => {
    const start = end
    lists.push(list)
    // Numbers of two bytes begin at an even one.
    end += list.byteLength + (list.byteLength % 2)
    return { start, n: list.length, wide: list instanceof Uint16Array }
  }
  const waveOf = ({ standing, items }: WaveColumns): Wave => ({
    standing: placeOf(standing),
    items: [...items].map(([id, { codes, values }]) => ({
      id,
      codes: placeOf(codes),
      values: values.map((value) => (Number.isNaN(value) ? null : value)),
    })),
  })
  const header: Header = {
    format: 1,
    n,
    municipalities: places.municipalities,
    actorGroups: places.actorGroups,
    municipalityOf: placeOf(places.municipalityOf),
    actorGroupOf: placeOf(places.actorGroupOf),
    versions: versions.map(({ id, version }) => ({ id, version })),
    from: waveOf(from),
    to: waveOf(to),
    delivering,
  }
  const bytes = new Uint8Array(end)
  let start = 0
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), start)
    start += list.byteLength + (list.byteLength % 2)
  }
  return { header: JSON.stringify(header), bytes }
}

/**
 * @param bytes from packColumns, at the start of their buffer; the columns are views of them
 * @param getQuestionnaire a version that somebody answered in
 */
export function unpackColumns(
  { header, bytes }: PackedColumns,
  getQuestionnaire: (id: string, version: number) => Questionnaire,
): Columns {
  const packed = JSON.parse(header) as Header
  const wideList = ({ start, n }: Place) => new Uint16Array(bytes.buffer, bytes.byteOffset + start, n)
  const listOf = (place: Place) => (place.wide ? wideList(place) : bytes.subarray(place.start, place.start + place.n))
  const waveOf = ({ standing, items }: Wave): WaveColumns => ({
    standing: bytes.subarray(standing.start, standing.start + standing.n),
    items: new Map(
      items.map(({ id, codes, values }): [string, ItemColumn] => [
        id,
        { codes: listOf(codes), values: values.map((value) => value ?? Number.NaN) },
      ]),
    ),
  })
  return {
    n: packed.n,
    places: {
      municipalities: packed.municipalities,
      actorGroups: packed.actorGroups,
      municipalityOf: wideList(packed.municipalityOf),
      actorGroupOf: wideList(packed.actorGroupOf),
    },
    versions: packed.versions.map(({ id, version }) => getQuestionnaire(id, version)),
    from: waveOf(packed.from),
    to: waveOf(packed.to),
    delivering: packed.delivering,
  }
}
