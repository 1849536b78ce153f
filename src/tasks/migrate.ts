// `npm run migrate`: brings the database up to this version while nobody serves from it. Starting the server does the
// same; this is for those who want to see it done first. Every response is held against its checksum too.
import { existsSync, mkdirSync } from 'node:fs'
import { openDatabase } from '#store/database.ts'
import { readIdentity } from '#store/identity.ts'
import { findDamagedResponses } from '#store/responses.ts'
import { claimSoleOwnership } from '#store/sole-owner.ts'
import { runTask, TaskError } from './terminal.ts'

await runTask(
  (words) => words.usage_migrate,
  { texts: [], switches: [] },
  ({ config, words }) => {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
    const owner = claimSoleOwnership(config.databaseFile)
    try {
      // A database without the key that it began with would never be opened.
      if (!existsSync(config.databaseFile)) readIdentity(config.identityKeyFile, false)
      const db = openDatabase(config.databaseFile)
      const damaged = findDamagedResponses(db)
      db.$client.close()
      if (damaged.length > 0) throw new TaskError(words.responses_damaged(damaged.join(', ')))
      console.log(words.migrated(config.databaseFile))
    } finally {
      owner.release()
    }
  },
)
