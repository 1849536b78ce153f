// Saving together: one flush for many, each with its own fate.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { commitTogether, whenOnDisk } from '#store/group-commit.ts'
import { findSetting, writeSetting } from '#store/settings.ts'
import { slowDisk } from '../support/slow-disk.ts'

let folder: string
let file: string
let db: Database

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-group-'))
  file = path.join(folder, 'samverka.db')
  db = openDatabase(file)
})
afterEach(() => {
  vi.restoreAllMocks()
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
  db.$client.pragma('busy_timeout = 500')
  const other = new Sqlite(file)
  other.exec('begin immediate')
  const began = performance.now()
  const refused = await Promise.allSettled(keys.map((key) => commitTogether(db, () => writeSetting(db, key, 'kept'))))
  expect(refused.every(({ status }) => status === 'rejected')).toBe(true)
  expect(performance.now() - began).toBeLessThan((keys.length * 500) / 2)
  other.exec('rollback')
  other.close()
  await commitTogether(db, () => writeSetting(db, 'afterwards', 'kept'))
  expect(findSetting(db, 'afterwards')).toBe('kept')
})

/** Notes names as their promises settle. */
function watch() {
  const seen: string[] = []
  const note = <T>(name: string, promise: Promise<T>) =>
    promise.then(
      () => void seen.push(name),
      () => void seen.push(`not ${name}`),
    )
  return { seen, note }
}

test('nobody is answered before it is on disk, and nothing read from it is told as certain', async () => {
  const disk = slowDisk()
  const { seen, note } = watch()
  const save = (key: string) =>
    note(
      key,
      commitTogether(db, () => writeSetting(db, key, 'kept')),
    )
  const first = save('a')
  await disk.asked(1)
  const read = note('read', whenOnDisk(db))
  const later = [save('b'), save('c')]
  await new Promise((turn) => setTimeout(turn, 20))
  expect([seen, findSetting(db, 'a'), findSetting(db, 'b')]).toEqual([[], 'kept', undefined])
  disk.arrive()
  await Promise.all([first, read])
  // What came while the disk was at work shares the next flush.
  await disk.asked(2)
  expect([seen.toSorted(), findSetting(db, 'b'), findSetting(db, 'c')]).toEqual([['a', 'read'], 'kept', 'kept'])
  disk.arrive()
  await Promise.all(later)
  expect(seen.slice(2)).toEqual(['b', 'c'])
  await whenOnDisk(db)
})

test('a disk that has failed is believed no more: nothing is called saved until the server has begun anew', async () => {
  const disk = slowDisk()
  const { seen, note } = watch()
  const save = (key: string) =>
    note(
      key,
      commitTogether(db, () => writeSetting(db, key, 'kept')),
    )
  const first = save('a')
  await disk.asked(1)
  const second = save('b')
  disk.arrive(new Error('EIO'))
  await Promise.all([first, second, save('c')])
  expect(seen).toEqual(['not a', 'not b', 'not c'])
})

test('everything else is still flushed by each commit', async () => {
  await commitTogether(db, () => writeSetting(db, 'a', 'kept'))
  expect(db.$client.pragma('synchronous', { simple: true })).toBe(2)
  const other = new Sqlite(file)
  other.exec('begin immediate')
  db.$client.pragma('busy_timeout = 500')
  await expect(commitTogether(db, () => writeSetting(db, 'b', 'kept'))).rejects.toThrow('locked')
  expect(db.$client.pragma('synchronous', { simple: true })).toBe(2)
  other.exec('rollback')
  other.close()
})
