// A process of its own that is at work on a job until somebody kills it: `node left-running.ts <database> <folder>`.
import { startJobs } from '#jobs/runner.ts'
import { openDatabase } from '#store/database.ts'

const [, , databaseFile = '', folder = ''] = process.argv
const db = openDatabase(databaseFile)
const kinds = new URL('./kinds.ts', import.meta.url).href
startJobs({ db, databaseFile, folder, now: Date.now, log: { info() {}, warn() {} }, kinds })
setInterval(() => {}, 1000)
