// What is remembered of the database is what the database says.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from '#store/database.ts'
import { remembered, whileNobodyElseWrites } from '#store/remembered.ts'
import { settings } from '#store/schema.ts'

let folder: string
let db: Database
/** How many times the table was asked. */
let asked: number

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'remembered-'))
  db = openDatabase(path.join(folder, 'samverka.db'))
  asked = 0
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true })
})

const readRow = (from: Database, name: string) => {
  asked += 1
  return from.select().from(settings).where(eq(settings.key, name)).get()
}
const find = remembered({ name: 'setting', keys: [settings.key], read: readRow, most: 2 })
const findAny = remembered({ name: 'any', tables: [settings], read: readRow, most: 2 })
const said = (name: string, look = find) => look(db, name)?.value

const write = (to: Database, name: string, value: string) =>
  to.insert(settings).values({ key: name, value }).onConflictDoUpdate({ target: settings.key, set: { value } }).run()

test('what stands still is read once', () => {
  write(db, 'a', '1')
  const values = Array.from({ length: 5 }, () => said('a'))
  expect(values).toEqual(['1', '1', '1', '1', '1'])
  // The first makes the triggers, the second fills the memory.
  expect(asked).toBe(2)
})

test('a change of the row is seen at once, and what was kept of others stays', () => {
  for (const name of ['a', 'b']) write(db, name, '1')
  for (const name of ['a', 'a', 'b']) said(name)
  const before = asked
  write(db, 'a', '2')
  expect([said('a'), said('b')]).toEqual(['2', '1'])
  expect(asked - before).toBe(1)
  db.delete(settings).where(eq(settings.key, 'a')).run()
  expect(said('a')).toBeUndefined()
})

test('any change of a table that is watched whole is seen', () => {
  for (const name of ['a', 'b']) write(db, name, '1')
  for (const name of ['a', 'a', 'b']) said(name, findAny)
  const before = asked
  write(db, 'c', '1')
  expect([said('a', findAny), said('b', findAny)]).toEqual(['1', '1'])
  expect(asked - before).toBe(2)
})

test('within a transaction its own changes are read, and undone they leave no trace', () => {
  write(db, 'a', '1')
  for (const name of ['a', 'a']) said(name)
  expect(() =>
    db.transaction(() => {
      write(db, 'a', '2')
      expect(said('a')).toBe('2')
      throw new Error('undone')
    }),
  ).toThrow('undone')
  expect(said('a')).toBe('1')
})

test('first asked within a transaction that is undone, it still sees what changes afterwards', () => {
  write(db, 'a', '1')
  expect(() =>
    db.transaction(() => {
      said('a')
      throw new Error('undone')
    }),
  ).toThrow('undone')
  said('a')
  said('a')
  write(db, 'a', '2')
  expect(said('a')).toBe('2')
})

test('what another process writes is seen by the next request', async () => {
  write(db, 'a', '1')
  for (const name of ['a', 'a']) said(name)
  const other = openDatabase(path.join(folder, 'samverka.db'))
  await Promise.resolve()
  write(other, 'a', '2')
  expect(said('a')).toBe('2')
  write(other, 'a', '3')
  // In a transaction it is seen at once: what is decided there is decided on what is true.
  expect(db.transaction(() => said('a'), { behavior: 'immediate' })).toBe('3')
  write(other, 'a', '4')
  const decide = () => whileNobodyElseWrites(db, () => [said('a'), write(db, 'a', '5'), said('a')])
  expect(db.transaction(decide, { behavior: 'immediate' })).toEqual(['4', expect.anything(), '5'])
  write(other, 'a', '6')
  expect(said('a')).toBe('6')
  other.$client.close()
})

test('no more is kept than was said, and nothing of what is not there', () => {
  for (const name of ['a', 'b', 'c']) write(db, name, '1')
  for (const name of ['a', 'a', 'b', 'c']) said(name)
  const before = asked
  said('c')
  said('b')
  expect(asked - before).toBe(0)
  said('a')
  expect(asked - before).toBe(1)
  said('nowhere')
  said('nowhere')
  expect(asked - before).toBe(3)
})

test('where nothing can be written it is read each time, and remembered once it can', () => {
  write(db, 'a', '1')
  db.$client.pragma('query_only = ON')
  for (const name of ['a', 'a', 'a']) said(name)
  expect(asked).toBe(3)
  db.$client.pragma('query_only = OFF')
  for (const name of ['a', 'a', 'a']) said(name)
  expect(asked).toBe(5)
  write(db, 'a', '2')
  expect(said('a')).toBe('2')
})
