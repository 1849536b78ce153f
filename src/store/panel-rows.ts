// The rows of a panel in the order of the export's own names, to be read as often as there are files. Few are held in
// memory; many go into a scratch file, so that memory stays flat however many there are.
import { PanelScratch } from './panel-scratch.ts'
import type { StoredResponse } from './responses.ts'

/** A person in a wave. */
export interface PanelRow {
  /** In ASCII, which JavaScript and SQLite sort alike. */
  name: string
  ordinal: number
  seatId: string
  /** Its answers still as JSON: they are read anew for each file. */
  response: (Omit<StoredResponse, 'answers'> & { answers: string }) | null
}

/** As a statement gives it; from version to answers null where nobody answered. */
export type RawPanelRow = [
  name: string,
  ordinal: number,
  seatId: string,
  version: number | null,
  language: StoredResponse['language'],
  mode: StoredResponse['mode'],
  submittedAt: number,
  answers: string,
  rowid: number,
]

/** By index, since taking a list apart by a pattern walks through it: several times the work, for every row. */
export const panelRow = (name: string, raw: RawPanelRow): PanelRow => ({
  name,
  ordinal: raw[1],
  seatId: raw[2],
  response:
    raw[3] === null ? null : { version: raw[3], language: raw[4], mode: raw[5], submittedAt: raw[6], answers: raw[7] },
})

/** What a row takes beside its answers, as letters. */
const besideAnswers = 250

export class PanelRows {
  readonly #mostHeld: number
  #held: PanelRow[] = []
  #letters = 0
  /** Has all the rows once they are too many to hold. */
  #scratch: PanelScratch | undefined

  /** @param mostHeld letters that may be held in memory: some 17,000 rows of thirty codes */
  constructor(mostHeld = 8_000_000) {
    this.#mostHeld = mostHeld
  }

  add(row: PanelRow): void {
    if (this.#scratch) this.#scratch.add(row)
    else this.#hold(row)
  }

  #hold(row: PanelRow): void {
    this.#held.push(row)
    this.#letters += besideAnswers + (row.response?.answers.length ?? 0)
    if (this.#letters > this.#mostHeld) this.#putAside()
  }

  #putAside(): void {
    this.#scratch = new PanelScratch()
    for (const row of this.#held) this.#scratch.add(row)
    this.#held = []
  }

  /** To be called when all have been added. */
  sort(): void {
    if (this.#scratch) this.#scratch.sort()
    else this.#held.sort(byName)
  }

  /** By name, and those of a name by wave. */
  read(): Iterable<PanelRow> {
    return this.#scratch?.read() ?? this.#held
  }

  countNames(): number {
    const isFirst = ({ name }: PanelRow, at: number) => name !== this.#held[at - 1]?.name
    return this.#scratch?.countNames() ?? this.#held.filter(isFirst).length
  }

  close(): void {
    this.#scratch?.close()
  }
}

function byName(one: PanelRow, other: PanelRow): number {
  if (one.name === other.name) return one.ordinal - other.ordinal
  return one.name < other.name ? -1 : 1
}
