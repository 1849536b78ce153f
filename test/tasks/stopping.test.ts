// Ctrl-C at the terminal: what was half done is put away, and the file that was there before stays.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { openDatabase } from '#store/database.ts'
import { identityFrom } from '#store/identity.ts'
import { environmentOf, openWorkshop, type Workshop } from './commands.ts'

let workshop: Workshop
const now = Date.UTC(2027, 2, 1, 8)

beforeEach(() => {
  workshop = openWorkshop()
  const db = openDatabase(workshop.databaseFile)
  for (const { file, text } of readQuestionnaireFiles('surveys')) publishQuestionnaire(db, file, text, now)
  createDemo(db, identityFrom(Buffer.alloc(32, 7)), { now, seed: demoSeed })
  db.$client.close()
})
afterEach(() => workshop.close())

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s twice, as npm sends it, leaves no half file',
  async (signal) => {
    const out = path.join(workshop.folder, 'archive.zip')
    writeFileSync(out, 'of yesterday')
    const task = path.join(import.meta.dirname, '../../src/tasks/export.ts')
    const child = spawn(
      process.execPath,
      [task, 'archive', '--project', 'demo', '--level', 'restricted', '--out', out],
      {
        cwd: path.join(import.meta.dirname, '../..'),
        env: environmentOf(workshop.folder),
      },
    )
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    await vi.waitUntil(() => existsSync(`${out}.unfinished`), { timeout: 50_000, interval: 2 })
    child.kill(signal)
    child.kill(signal)
    expect(await ended).toBe(1)
    expect(said).toContain('Avbröt. Ingenting har ändrats.')
    expect(readdirSync(workshop.folder).filter((name) => name.includes('archive'))).toEqual(['archive.zip'])
    expect(readFileSync(out, 'utf8')).toBe('of yesterday')
  },
  60_000,
)
