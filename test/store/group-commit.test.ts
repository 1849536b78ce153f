// Saving together: one flush for many, each with its own fate.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { commitTogether } from '#store/group-commit.ts'
import { findSetting, writeSetting } from '#store/settings.ts'

let folder: string
let file: string
let db: Database

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-group-'))
  file = path.join(folder, 'samverka.db')
  db = openDatabase(file)
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

const keys = Array.from({ length: 50 }, (_, at) => `key ${at}`)

test('what is asked for at once is one commit, and is in the file when it is answered', async () => {
  const versions = new Set<unknown>()
  const reader = new Sqlite(file, { readonly: true })
  const version = () => reader.pragma('data_version', { simple: true })
  const before = version()
  const answers = await Promise.all(
    keys.map((key) =>
      commitTogether(db, () => {
        writeSetting(db, key, 'kept')
        return key
      }).then((answer) => {
        versions.add(version())
        return [answer, reader.prepare('select value from settings where key = ?').pluck().get(key)]
      }),
    ),
  )
  expect([versions.size, versions.has(before)]).toEqual([1, false])
  expect(answers).toEqual(keys.map((key) => [key, 'kept']))
  reader.close()
})

test('work that throws is undone, and nothing else is', async () => {
  const outcomes = await Promise.allSettled(
    keys.map((key, at) =>
      commitTogether(db, () => {
        writeSetting(db, key, 'kept')
        if (at === 20) throw new Error('this one')
      }),
    ),
  )
  expect(outcomes.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([20])
  expect(keys.filter((key) => findSetting(db, key) === undefined)).toEqual(['key 20'])
})

test('where one is too large for the disk, the others are kept all the same', async () => {
  db.$client.pragma(`max_page_count = ${Number(db.$client.pragma('page_count', { simple: true })) + 2}`)
  const outcomes = await Promise.allSettled(
    ['small', 'x'.repeat(100_000), 'little'].map((value, at) =>
      commitTogether(db, () => writeSetting(db, `key ${at}`, value)),
    ),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect([0, 1, 2].map((at) => findSetting(db, `key ${at}`))).toEqual(['small', undefined, 'little'])
})

test('a database that is locked refuses everybody, once and not one after the other', async () => {
  db.$client.pragma('busy_timeout = 50')
  const other = new Sqlite(file)
  other.exec('begin immediate')
  const began = performance.now()
  const refused = await Promise.allSettled(keys.map((key) => commitTogether(db, () => writeSetting(db, key, 'kept'))))
  expect(refused.every(({ status }) => status === 'rejected')).toBe(true)
  expect(performance.now() - began).toBeLessThan(1000)
  other.exec('rollback')
  other.close()
  await commitTogether(db, () => writeSetting(db, 'afterwards', 'kept'))
  expect(findSetting(db, 'afterwards')).toBe('kept')
})
