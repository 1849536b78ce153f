// Starts Samverka: opens the database, publishes the questionnaires, sends what waits, serves the pages; and closes
// all of it in order when asked to stop.
import { existsSync } from 'node:fs'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { createDemo, demoSeed } from './demo/demo.ts'
import { phrasesIn } from './i18n/phrases.ts'
import { type Sender, startSender } from './mail/sender.ts'
import { openTransports } from './mail/transports.ts'
import { hasAdministrator } from './store/accounts.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from './store/catalogue.ts'
import { type Database, openDatabase } from './store/database.ts'
import { type Identity, readIdentity } from './store/identity.ts'
import { hashToken, newReadableCode } from './store/ids.ts'
import { countProjects } from './store/projects.ts'
import { checkIdentity, clearSetting, writeSetting } from './store/settings.ts'
import { claimSoleOwnership } from './store/sole-owner.ts'

const sv = phrasesIn('sv').common.terminal
const en = phrasesIn('en').common.terminal
const say = (swedish: string, english: string): void => console.log(`  ${swedish}\n  ${english}\n`)

try {
  await start(readConfig(process.env), process.argv.includes('--demo'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function start(config: Config, withDemo: boolean): Promise<void> {
  const identity = readIdentity(config.identityKeyFile, existsSync(config.databaseFile))
  const db = openDatabase(config.databaseFile)
  const owner = claimSoleOwnership(config.databaseFile)
  checkIdentity(db, identity)
  for (const { file, text } of readQuestionnaireFiles(config.surveysDir))
    publishQuestionnaire(db, file, text, Date.now())
  if (withDemo && countProjects(db) === 0) createDemo(db, identity, { now: Date.now(), seed: demoSeed })
  const setupCode = renewSetupCode(db)

  let sender: Sender | undefined
  const app = await buildApp({ db, identity, config, now: Date.now, wakeSender: () => sender?.wake() })
  await app.listen({ port: config.port, host: config.host })
  const address = app.addresses()[0]
  const here = config.baseUrl ?? `http://localhost:${typeof address === 'object' ? address.port : config.port}`
  sender = openSender(db, identity, config, here, app.log)

  console.log('')
  say(sv.ready(here), en.ready(here))
  if (setupCode) say(sv.setupCode(setupCode), en.setupCode(setupCode))
  if (!config.smtpUrl) say(sv.noSmtp(config.outboxDir), en.noSmtp(config.outboxDir))

  const stop = async () => {
    await app.close()
    await sender.stop()
    db.$client.close()
    owner.release()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

type Log = Parameters<typeof startSender>[0]['log']

function openSender(db: Database, identity: Identity, config: Config, baseUrl: string, log: Log): Sender {
  const transports = openTransports(config)
  return startSender({ db, identity, transports, baseUrl, mailFrom: config.mailFrom, now: Date.now, log })
}

/** While there is no administrator, each start prints a new code that lets one person make the first account. */
function renewSetupCode(db: Database): string | undefined {
  if (hasAdministrator(db)) {
    clearSetting(db, 'setup_code_hash')
    return undefined
  }
  const code = newReadableCode([4, 4, 4])
  writeSetting(db, 'setup_code_hash', hashToken(code))
  return code
}
