// Everybody asked in two waves as columns of small numbers: one list an item, one place a person. A million people are
// some tens of megabytes, kept or read in one piece, and are scored without an object for any of them.
import { findItem } from '#survey/lookup.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import { itemValue } from '#survey/scoring.ts'
import { countPerson, firstVersion, noCounts, noResponse, notAsked } from './match-counts.ts'
import type { MatchCounts } from './model.ts'
import type { Person, Standing } from './people.ts'

/** Answers to one item, 0–100 as itemValue has them. */
export interface ItemColumn {
  /** By person: the place of the value in `values`; 0 = none. */
  codes: Uint8Array | Uint16Array
  /** NaN first. */
  values: readonly number[]
}

export interface WaveColumns {
  /** By person: not asked, no response, or firstVersion + the version's place in `versions`. */
  standing: Uint8Array
  /** By item of a scale; one that nobody answered has none. */
  items: ReadonlyMap<string, ItemColumn>
}

/** Where everybody belongs: by person, the place of the code among the codes. */
export interface Places {
  municipalities: readonly string[]
  actorGroups: readonly string[]
  municipalityOf: Uint16Array
  actorGroupOf: Uint16Array
}

export interface Columns {
  /** People: those whose answers make the results. */
  n: number
  places: Places
  /** Every version somebody answered in. */
  versions: readonly Questionnaire[]
  from: WaveColumns
  to: WaveColumns
  /** Those who deliver the project: counted, and nothing else. */
  delivering: MatchCounts
}

/** @param atMost people to make room for; there may be fewer */
export function columnsOf(people: Iterable<Person>, atMost: number): Columns {
  const municipalities = new Numbering<string>()
  const actorGroups = new Numbering<string>()
  const versions = new Numbering<Questionnaire>()
  const municipalityOf = new Uint16Array(atMost)
  const actorGroupOf = new Uint16Array(atMost)
  const from = new WaveWriter(atMost, versions)
  const to = new WaveWriter(atMost, versions)
  const delivering = noCounts()
  let n = 0
  for (const person of people) {
    if (person.delivering) {
      countPerson(delivering, standingOf(person.from), standingOf(person.to))
      continue
    }
    municipalityOf[n] = municipalities.numberOf(person.municipality)
    actorGroupOf[n] = actorGroups.numberOf(person.actorGroup)
    from.write(n, person.from)
    to.write(n, person.to)
    n += 1
  }
  return {
    n,
    places: {
      municipalities: municipalities.list,
      actorGroups: actorGroups.list,
      municipalityOf: municipalityOf.subarray(0, n),
      actorGroupOf: actorGroupOf.subarray(0, n),
    },
    versions: versions.list,
    from: from.columns(n),
    to: to.columns(n),
    delivering,
  }
}

/** People by code of their group. */
export function sizesOfGroups({ actorGroups, actorGroupOf }: Places): ReadonlyMap<string, number> {
  const sizes = actorGroups.map(() => 0)
  for (const at of actorGroupOf) sizes[at] = (sizes[at] ?? 0) + 1
  return new Map(actorGroups.map((code, at) => [code, sizes[at] ?? 0]))
}

/** Of somebody of whom the version does not matter. */
const standingOf = ({ invited, response }: Standing): number =>
  response ? firstVersion : invited ? noResponse : notAsked

/** Different things in the order they were first met, each known by its place. */
class Numbering<T> {
  readonly list: T[] = []
  readonly #numbers = new Map<T, number>()

  numberOf(thing: T): number {
    const known = this.#numbers.get(thing)
    if (known !== undefined) return known
    this.#numbers.set(thing, this.list.length)
    this.list.push(thing)
    return this.list.length - 1
  }
}

class WaveWriter {
  readonly #standing: Uint8Array
  readonly #versions: Numbering<Questionnaire>
  readonly #items = new Map<string, ItemWriter>()
  /** By place of the version: its items that make scores, and where their answers go. */
  readonly #writers: (readonly (readonly [string, (person: number, answer: number) => void])[])[] = []

  constructor(atMost: number, versions: Numbering<Questionnaire>) {
    this.#standing = new Uint8Array(atMost)
    this.#versions = versions
  }

  write(person: number, standing: Standing): void {
    const { response } = standing
    if (!response) {
      this.#standing[person] = standingOf(standing)
      return
    }
    const version = this.#versions.numberOf(response.questionnaire)
    this.#standing[person] = firstVersion + version
    this.#writers[version] ??= this.#writersOf(response.questionnaire)
    for (const [item, write] of this.#writers[version]) {
      const answer = response.answers[item]
      if (typeof answer === 'number') write(person, answer)
    }
  }

  columns(n: number): WaveColumns {
    const items = [...this.#items].map(([id, item]) => [id, item.column(n)] as const)
    return { standing: this.#standing.subarray(0, n), items: new Map(items) }
  }

  #writersOf(version: Questionnaire) {
    const scales = version.indicators.flatMap((one) => (one.kind === 'scale' ? one.items : []))
    return [...new Set(scales.map(({ item }) => item))].flatMap((id) => {
      const item = findItem(version, id)
      if (!item) return []
      const writer = this.#items.get(id) ?? new ItemWriter(this.#standing.length)
      this.#items.set(id, writer)
      // The same answer can have another value in another version; within one it is worked out once.
      const codes = new Map<number, number>()
      const write = (person: number, answer: number) => {
        let code = codes.get(answer)
        if (code === undefined) {
          code = writer.codeOf(itemValue(version, item, answer))
          codes.set(answer, code)
        }
        writer.write(person, code)
      }
      return [[id, write] as const]
    })
  }
}

class ItemWriter {
  readonly #values = new Numbering<number>()
  #codes: Uint8Array | Uint16Array

  constructor(atMost: number) {
    this.#codes = new Uint8Array(atMost)
    this.#values.numberOf(Number.NaN)
  }

  codeOf(value: number | undefined): number {
    const code = this.#values.numberOf(value ?? Number.NaN)
    if (code > 255 && this.#codes instanceof Uint8Array) this.#codes = Uint16Array.from(this.#codes)
    return code
  }

  write(person: number, code: number): void {
    this.#codes[person] = code
  }

  column(n: number): ItemColumn {
    return { codes: this.#codes.subarray(0, n), values: this.#values.list }
  }
}
