// Whether anything has been written since: by this connection, by another, undone or not.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, immediately, openDatabase } from '#store/database.ts'
import { settings } from '#store/schema.ts'
import { isStill, momentOf } from '#store/stillness.ts'

let folder: string
let db: Database
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stillness-'))
  db = openDatabase(path.join(folder, 'samverka.db'))
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true })
})

const write = (to: Database, key: string) => to.insert(settings).values({ key, value: '1' }).run()

test('a moment of a transaction holds from its commit on, until somebody writes', () => {
  const moment = immediately(db, () => {
    write(db, 'a')
    return momentOf(db)
  })
  db.select().from(settings).all()
  expect(isStill(db, moment)).toBe(true)
  write(db, 'b')
  expect(isStill(db, moment)).toBe(false)
})

test('what another connection commits is seen, also between the transaction and the question', () => {
  const other = openDatabase(path.join(folder, 'samverka.db'))
  const moment = immediately(db, () => {
    write(db, 'a')
    return momentOf(db)
  })
  write(other, 'b')
  expect(isStill(db, moment)).toBe(false)
  other.$client.close()
})

test('what is undone counts as written', () => {
  const moment = immediately(db, () => momentOf(db))
  expect(() =>
    immediately(db, () => {
      write(db, 'a')
      throw new Error('undone')
    }),
  ).toThrow('undone')
  expect(isStill(db, moment)).toBe(false)
})
