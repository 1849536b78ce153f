// `npm run migrate`: brings the database up to this version while nobody serves from it. Starting the server does the
// same; this is for those who want to see it done first.
import { mkdirSync } from 'node:fs'
import { openDatabase } from '#store/database.ts'
import { claimSoleOwnership } from '#store/sole-owner.ts'
import { runTask } from './terminal.ts'

await runTask(
  (words) => words.usage_migrate,
  { texts: [], switches: [] },
  ({ config, words }) => {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    const owner = claimSoleOwnership(config.databaseFile)
    try {
      openDatabase(config.databaseFile).$client.close()
      console.log(words.migrated(config.databaseFile))
    } finally {
      owner.release()
    }
  },
)
