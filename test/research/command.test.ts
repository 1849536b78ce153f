import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#store/database.ts'
import { listEvents } from '#store/events.ts'
import { findProject } from '#store/projects.ts'
import { openWorkshop } from '../tasks/commands.ts'
import { demoNow, openDemo, readZip } from './demo-archives.ts'

const workshop = openWorkshop()
const at = (name: string) => path.join(workshop.folder, name)

beforeAll(() => {
  openDemo(demoNow, workshop.databaseFile).db.$client.close()
}, 60_000)
afterAll(() => workshop.close())

test('an archive is written whole, for its owner’s eyes, and noted with what it held', async () => {
  const { run } = workshop
  expect(run('export', 'archive', '--project', 'demo', '--out', at('demo.zip'))).toMatchObject({ code: 0, error: '' })
  expect(statSync(at('demo.zip')).mode & 0o777).toBe(0o600)
  expect([...(await readZip(readFileSync(at('demo.zip')))).keys()]).toContain('data/long.csv')
  const db = openDatabase(workshop.databaseFile)
  const noted = listEvents(db, `project:${findProject(db, 'demo')?.id}`).find(
    ({ action }) => action === 'responses.exported',
  )
  db.$client.close()
  expect(JSON.parse(noted?.details ?? '{}')).toMatchObject({ level: 'release', includeText: false })
}, 60_000)

test('without a file to write to it says so, and leaves nothing', () => {
  expect(workshop.run('export', 'archive', '--project', 'demo')).toMatchObject({
    code: 2,
    error: expect.stringContaining('Name a file to write to'),
  })
  expect(existsSync(at('demo.zip.unfinished'))).toBe(false)
}, 60_000)
