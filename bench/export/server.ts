// The server in a process of its own, as in production; told "export", it writes files out in a thread beside.
import { Worker } from 'node:worker_threads'
import { buildApp } from '#app.ts'
import { readConfig } from '#config.ts'
import { openDatabase } from '#store/database.ts'
import { identityFrom } from '#store/identity.ts'

const [database = '', out = ''] = process.argv.slice(2)
const db = openDatabase(database)
const app = await buildApp({
  db,
  identity: identityFrom(Buffer.alloc(32, 7)),
  config: readConfig({ LOG_LEVEL: 'silent' }),
  judgements: new Map(),
  now: () => Date.UTC(2026, 2, 10, 9),
  wakeSender: () => undefined,
  wakeJobs: () => undefined,
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ address })
process.on('message', (message) => {
  if (message === 'export') exportAgain()
})

function exportAgain(): void {
  const worker = new Worker(new URL('./once.ts', import.meta.url), {
    argv: [database, out],
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
  })
  worker.once('exit', exportAgain)
}
