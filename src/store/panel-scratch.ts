// The rows of a panel that are too many for memory, in a file that nobody else can open and that is gone with its
// connection.
import Sqlite from 'better-sqlite3'
import { type PanelRow, panelRow, type RawPanelRow } from './panel-rows.ts'

const pageSize = 1000
const silence = { version: null, language: null, mode: null, submittedAt: null, answers: null }

export class PanelScratch {
  readonly #db: Sqlite.Database
  readonly #insert: Sqlite.Statement

  constructor() {
    // A file without a name: SQLite removes it from its folder at once, and the system frees it with the connection.
    this.#db = new Sqlite('')
    this.#db.pragma('journal_mode = OFF')
    this.#db.pragma('synchronous = OFF')
    // Read and written from end to end, so nothing is gained by keeping pages: KiB, and what may be sorted in memory.
    this.#db.pragma('cache_size = -4000')
    for (const table of ['gathered', 'sorted'])
      this.#db.exec(`create table ${table} (
        name text not null, ordinal integer not null, seat_id text not null,
        version integer, language text, mode text, submitted_at integer, answers text)`)
    this.#db.exec('begin')
    this.#insert = this.#db.prepare('insert into gathered values (?, ?, ?, ?, ?, ?, ?, ?)')
  }

  add({ name, ordinal, seatId, response }: PanelRow): void {
    const { version, language, mode, submittedAt, answers } = response ?? silence
    this.#insert.run(name, ordinal, seatId, version, language, mode, submittedAt, answers)
  }

  /** Copied in order, so that each file reads from end to end; by an index it would jump about for every row. */
  sort(): void {
    this.#db.exec('insert into sorted select * from gathered order by name, ordinal')
  }

  /** A page is in memory at a time. */
  *read(): Generator<PanelRow> {
    const next = this.#db.prepare(`select *, rowid from sorted where rowid > ? order by rowid limit ${pageSize}`).raw()
    for (let after = 0; ; ) {
      const page = next.all(after) as RawPanelRow[]
      for (const raw of page) yield panelRow(raw[0], raw)
      after = page.at(-1)?.[8] ?? after
      if (page.length < pageSize) break
    }
  }

  /** Each name once: all rows of one stand together. */
  countNames(): number {
    return this.#db
      .prepare(
        `select count(*) from sorted as one left join sorted as before on before.rowid = one.rowid - 1
         where before.name is not one.name`,
      )
      .pluck()
      .get() as number
  }

  close(): void {
    this.#db.close()
  }
}
