// The project of `npm run bench:export` follows the tables: nothing else runs it, and a bench that no longer starts
// measures nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTable } from '#research/single-table.ts'
import { openSnapshot } from '#store/snapshot.ts'
import { buildProject, exportKey, items } from '../../bench/export/project.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-bench-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the bench’s project has as many responses as asked for, each with its 26 answers', async () => {
  const file = path.join(folder, 'bench.db')
  const project = buildProject(file, 120)
  const db = openSnapshot(file)
  const table = await openTable(db, project, { form: 'long', profile: 'research', language: 'sv', exportKey })
  const [heading, ...rows] = [...table.chunks()].join('').trimEnd().split('\r\n')
  table.close()
  db.$client.close()
  expect(heading?.split(',').slice(-26)).toEqual(items)
  expect(rows).toHaveLength(120)
  for (const row of rows)
    expect(
      row
        .split(',')
        .slice(-26)
        .every((answer) => /^[1-5]$/.test(answer)),
    ).toBe(true)
})
