// What the server does not start with, in words at the terminal.
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyFolder, startServer } from '../support/server.ts'

let folder: string
beforeEach(() => {
  folder = emptyFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a misspelt argument is not taken for none', async () => {
  await expect(startServer(['--demmo'], folder)).rejects.toThrow(/npm start tar bara -- --demo[\s\S]*--demmo/)
})

test('an emptied database is not begun anew where letters have been sent', async () => {
  for (const name of ['samverka.db', 'samverka.db.sending']) writeFileSync(path.join(folder, name), '')
  await expect(startServer([], folder)).rejects.toThrow(/Databasen är tömd[\s\S]*The database has been emptied/)
})

test('a data folder that is a file is told by its path', async () => {
  const file = path.join(folder, 'data')
  writeFileSync(file, '')
  await expect(startServer([], path.join(file, 'within'))).rejects.toThrow(`${file}`)
})

test('a folder without a questionnaire is told of at the start, not to whoever would plan a wave', async () => {
  await expect(startServer([], folder, { SURVEYS_DIR: folder })).rejects.toThrow(/Det finns inget frågeformulär/)
})
