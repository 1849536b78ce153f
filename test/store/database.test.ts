// What the file itself promises: settings that survive a power cut, tables that refuse what must never be, migrations
// that lose nothing.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, joinDatabase, openDatabase } from '#store/database.ts'
import { identityFrom, normaliseAddress, readIdentity } from '#store/identity.ts'
import * as schema from '#store/schema.ts'
import { checkIdentity } from '#store/settings.ts'
import { claimSoleOwnership } from '#store/sole-owner.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'

let folder: string
let file: string
let db: Database

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-store-'))
  file = path.join(folder, 'samverka.db')
  db = openDatabase(file)
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

const tables = Object.values(schema).filter((table) => is(table, SQLiteTable))

describe('the database file', () => {
  test('is durable: WAL with a flush at every commit, and deleted data overwritten', () => {
    const read = (name: string) => db.$client.pragma(name, { simple: true })
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('secure_delete')]).toEqual([
      'wal',
      2,
      1,
      1,
    ])
    expect(Sqlite(':memory:').prepare('select sqlite_version() >= ?').pluck().get('3.51.3')).toBe(1)
  })

  test('holds just the tables and columns of schema.ts, all of them STRICT', () => {
    for (const table of tables) {
      const name = getTableName(table)
      const strict = db.$client.prepare('select strict from pragma_table_list where name = ?').pluck().get(name)
      expect([name, strict]).toEqual([name, 1])
      const columns = db.$client.prepare('select name, "notnull" from pragma_table_info(?) order by name').all(name)
      const expected = Object.values(getTableColumns(table))
        .map((column) => ({ name: column.name, notnull: Number(column.notNull) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      expect([name, columns]).toEqual([name, expected])
    }
    const there = db.$client
      .prepare(
        `select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'`,
      )
      .pluck()
      .all()
    expect(there.sort()).toEqual(tables.map(getTableName).sort())
  })

  test('has no cascade, and no unique key that a NULL slips through', () => {
    for (const table of tables) {
      const { foreignKeys, indexes } = getTableConfig(table)
      for (const key of foreignKeys)
        expect([key.getName(), key.onDelete ?? 'no action']).toEqual([key.getName(), 'no action'])
      for (const { config } of indexes.filter((index) => index.config.unique))
        for (const column of config.columns)
          expect([config.name, 'notNull' in column && column.notNull]).toEqual([config.name, true])
    }
  })

  test.each([
    ['a questionnaire version', `update questionnaire_versions set definition = '{}'`],
    ['a questionnaire version’s place', 'delete from questionnaire_versions'],
    ['a response', `update responses set answers = '{}'`],
    ['an event', `update events set actor = 'somebody else'`],
    ['the list of events', 'delete from events'],
  ])('refuses to change %s', (_what, statement) => {
    fillOneOfEach(db.$client)
    const before = fingerprintDatabase(db)
    expect(() => db.$client.exec(statement)).toThrow(/never/)
    expect(fingerprintDatabase(db)).toBe(before)
  })

  test('refuses a second response to an invitation', () => {
    fillOneOfEach(db.$client)
    const second = `insert into responses select 'r2', invitation_id, questionnaire_id, questionnaire_version, language, mode, answers, sha256, 'R2', submitted_at, languages, information_version, entered_by, checked_by from responses`
    expect(() => db.$client.exec(second)).toThrow(/UNIQUE/)
  })

  test('refuses answers that are not JSON, and a wave that closes before it opens', () => {
    fillOneOfEach(db.$client)
    expect(() => db.$client.exec(`insert into drafts values ('i', 'sv', 'not json', 1, 1, '{}', null)`)).toThrow(
      /CHECK/,
    )
    expect(() =>
      db.$client.exec(
        `insert into waves values ('w2', 'p', 'endline', 2, 'q', 1, '2027-02-01', '2027-01-01', null, null)`,
      ),
    ).toThrow(/CHECK/)
  })

  test('that is no database, or damaged, is refused with its name', () => {
    const other = path.join(folder, 'other.db')
    writeFileSync(other, 'this is not a database, but it is long enough to be taken for one at first sight')
    expect(() => openDatabase(other)).toThrow(/database_refused.*other\.db/s)
  })
})

describe('a migration', () => {
  test('that would lose rows leaves the file as it was, and says which rows', () => {
    fillOneOfEach(db.$client)
    const before = fingerprintDatabase(db)
    db.$client.close()
    const migrations = laterMigration(`
      CREATE TABLE new_responses AS SELECT * FROM responses WHERE id <> 'r';
      --> statement-breakpoint
      DROP TABLE responses;
      --> statement-breakpoint
      ALTER TABLE new_responses RENAME TO responses;`)
    expect(() => openDatabase(file, migrations)).toThrow(/lost rows of responses/)
    db = openDatabase(file)
    expect(fingerprintDatabase(db)).toBe(before)
  })

  test('that leaves references hanging leaves the file as it was', () => {
    fillOneOfEach(db.$client)
    const before = fingerprintDatabase(db)
    db.$client.close()
    const migrations = laterMigration(`
      CREATE TABLE new_responses AS SELECT * FROM responses;
      --> statement-breakpoint
      DROP TABLE responses;
      --> statement-breakpoint
      ALTER TABLE new_responses RENAME TO responses;`)
    expect(() => openDatabase(file, migrations)).toThrow(/references that cannot be checked/)
    db = openDatabase(file)
    expect(fingerprintDatabase(db)).toBe(before)
  })

  test('that fails half-way changes nothing, and says why', () => {
    fillOneOfEach(db.$client)
    const before = fingerprintDatabase(db)
    db.$client.close()
    const migrations = laterMigration(`
      UPDATE projects SET organisation = 'changed';
      --> statement-breakpoint
      ALTER TABLE nowhere ADD COLUMN x text;`)
    expect(() => openDatabase(file, migrations)).toThrow(/no such table: nowhere/)
    db = openDatabase(file)
    expect(fingerprintDatabase(db)).toBe(before)
  })

  test('is left to the process that owns the file: whoever joins is refused, and changes nothing', () => {
    fillOneOfEach(db.$client)
    const before = fingerprintDatabase(db)
    const migrations = laterMigration(`CREATE TABLE notes (id text PRIMARY KEY NOT NULL) STRICT;`)
    expect(() => joinDatabase(file, migrations)).toThrow(/needs_migration/)
    expect(fingerprintDatabase(db)).toBe(before)
    joinDatabase(file).$client.close()
  })

  test('that goes well keeps a copy of the file as it was', () => {
    fillOneOfEach(db.$client)
    db.$client.close()
    db = openDatabase(file, laterMigration(`CREATE TABLE notes (id text PRIMARY KEY NOT NULL) STRICT;`))
    expect(db.$client.prepare('select count(*) from notes').pluck().get()).toBe(0)
    const copy = new Sqlite(`${file}.before-migration`)
    expect(copy.prepare('select count(*) from responses').pluck().get()).toBe(1)
    copy.close()
  })

  /** The real migrations and one more. */
  function laterMigration(statements: string): string {
    const migrations = path.join(folder, 'migrations')
    cpSync(path.join(import.meta.dirname, '../../migrations'), migrations, { recursive: true })
    const journalFile = path.join(migrations, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(journalFile, 'utf8'))
    const last = journal.entries.at(-1)
    journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_later' })
    writeFileSync(journalFile, JSON.stringify(journal))
    writeFileSync(path.join(migrations, '9999_later.sql'), statements)
    return migrations
  }

  test('runs once: opening again changes nothing', () => {
    const before = fingerprintDatabase(db)
    db.$client.close()
    db = openDatabase(file)
    expect(fingerprintDatabase(db)).toBe(before)
    expect(existsSync(`${file}.before-migration`)).toBe(false)
  })
})

describe('names and addresses', () => {
  const identity = identityFrom(Buffer.alloc(32, 1))

  test('open with their key and no other, and not once a byte has changed', () => {
    const sealed = identity.seal('Åsa Öberg')
    expect(identity.open(sealed)).toBe('Åsa Öberg')
    expect(sealed.includes('berg')).toBe(false)
    expect(identity.seal('Åsa Öberg').equals(sealed)).toBe(false)
    expect(() => identityFrom(Buffer.alloc(32, 2)).open(sealed)).toThrow()
    sealed.writeUInt8(sealed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1)
    expect(() => identity.open(sealed)).toThrow()
  })

  test.each([
    ['ASA@Kommun.SE', 'asa@kommun.se'],
    [' asa@kommun.se ', 'asa@kommun.se'],
    ['a\u030asa@kommun.se', 'åsa@kommun.se'],
    ['bo@MALMÖ.se', 'bo@xn--malm-8qa.se'],
  ])('%j is the same address as %j', (one, other) => {
    expect(normaliseAddress(one)).toBe(normaliseAddress(other))
  })

  test('are never sealed with a new key where there was one before', () => {
    const keyFile = path.join(folder, 'keys', 'identity.key')
    expect(() => readIdentity(keyFile, true)).toThrow(/key_missing/)
    const made = readIdentity(keyFile, false)
    expect(readIdentity(keyFile, true).fingerprint).toBe(made.fingerprint)
    checkIdentity(db, made)
    expect(() => checkIdentity(db, identity)).toThrow(/key_differs/)
  })
})

test('one process at a time owns a database', () => {
  const owner = claimSoleOwnership(file)
  expect(() => claimSoleOwnership(file)).toThrow(/in_use/)
  owner.release()
  claimSoleOwnership(file).release()
})

test('one process at a time owns a database, by whatever path it comes', () => {
  const link = path.join(folder, 'elsewhere.db')
  symlinkSync(file, link)
  const owner = claimSoleOwnership(file)
  expect(() => claimSoleOwnership(link)).toThrow(/in_use/)
  owner.release()
})

test('an older program refuses a newer database, and leaves it as it was', () => {
  const older = path.join(folder, 'migrations')
  cpSync('migrations', older, { recursive: true })
  const journal = path.join(older, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] }
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, -1) }))
  for (const open of [openDatabase, joinDatabase]) {
    const attempt = () => open(file, older)
    expect(attempt).toThrow(expect.objectContaining({ code: 'newer_database' }))
    expect(attempt).toThrow(
      expect.objectContaining({ details: { file, before: `${realpathSync(file)}.before-migration` } }),
    )
  }
  openDatabase(file).$client.close()
})

function fillOneOfEach(client: Sqlite.Database): void {
  client.exec(`
    insert into programmes values ('g', 'Program', 'Programme');
    insert into municipalities values ('0428', 'Vingåker', '04');
    insert into projects values ('p', 'g', 'slug', 'Projekt', 'Project', '', '', 'Organisation', 'a@example.org', 0, 1, 5, 0, 0);
    insert into questionnaire_versions values ('q', 1, 'sum', '{}', 1);
    insert into waves values ('w', 'p', 'baseline', 1, 'q', 1, '2027-01-01', '2027-02-01', 1, null);
    insert into persons values ('n', x'00', 'sv', 1, null);
    insert into seats values ('s', 'p', '0428', 'LUG', '1');
    insert into participants values ('d', 'p', 'n', 's', 'PSEUDO', 1, null, null);
    insert into invitations values ('i', 'w', 'd', 's', 1, null);
    insert into responses values ('r', 'i', 'q', 1, 'sv', 'web', '{"D1":4}', 'sum', 'R1', 1, '{}', null, null, null);
    insert into events (at, actor, action, subject) values (1, 'system', 'test.filled', 'project:p');
  `)
}
