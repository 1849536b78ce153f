// One export in a process of its own, so that its memory is its own: prints the seconds, without those of starting Node.
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import os from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { writeResearchArchive } from '#research/archive.ts'
import { openTable } from '#research/single-table.ts'
import { findProject } from '#store/projects.ts'
import { openSnapshot } from '#store/snapshot.ts'
import { exportKey, slug } from './project.ts'

const [database = '', out = '', what] = process.argv.slice(2)
// As the worker of src/jobs: where both want the processor, answers go first.
if (!isMainThread && process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
const db = openSnapshot(database)
const project = findProject(db, slug)
if (!project) throw new Error(`${database} is not made by project.ts`)
const started = performance.now()
const used = process.cpuUsage()
if (what === 'archive')
  await writeResearchArchive(
    db,
    project,
    { level: 'restricted', language: 'sv', exportKey, now: Date.now() },
    createWriteStream(out),
  )
else {
  const table = await openTable(db, project, { form: 'long', profile: 'research', language: 'sv', exportKey })
  await writeFile(out, table.chunks())
  table.close()
}
const seconds = (performance.now() - started) / 1000
db.$client.close()
const { user, system } = process.cpuUsage(used)
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6 }))
