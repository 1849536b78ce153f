// Starts Samverka: opens the database, publishes the questionnaires, sends what waits, serves the pages; and closes
// all of it in order when asked to stop.
import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { buildApp } from './app.ts'
import { startComputing } from './computing/computing.ts'
import { type Config, readConfig } from './config.ts'
import { createDemo, createLaterDemo, demoSeed } from './demo/demo.ts'
import { Problem } from './errors.ts'
import { phrasesIn } from './i18n/phrases.ts'
import { describeSystemError } from './i18n/system-error.ts'
import { type JobRunner, startJobs } from './jobs/runner.ts'
import { mailboxSettings } from './mail/bounce/mailbox.ts'
import { type Watch, watchMailbox } from './mail/bounce/watch.ts'
import { createSendNow } from './mail/direct.ts'
import { readDkimKey } from './mail/dkim.ts'
import { journalOf } from './mail/journal.ts'
import { type Planner, startPlanner } from './mail/planner.ts'
import { isBlocked } from './mail/preflight/blocking.ts'
import { type Sender, startSender } from './mail/sender.ts'
import { openTransports } from './mail/transports.ts'
import { hasAdministrator } from './store/accounts.ts'
import { listQuestionnaires, publishQuestionnaire, readQuestionnaireFiles } from './store/catalogue.ts'
import { type Database, openDatabase } from './store/database.ts'
import { isEmptied, requireWritable } from './store/disk.ts'
import { type Identity, readIdentity } from './store/identity.ts'
import { hashToken, newReadableCode } from './store/ids.ts'
import { readJudgementFiles } from './store/judgement-files.ts'
import { countProjects } from './store/projects.ts'
import { checkIdentity, clearSetting, writeSetting } from './store/settings.ts'
import { claimSoleOwnership } from './store/sole-owner.ts'
import { translationsIn } from './store/translations.ts'
import { QuestionnaireError } from './survey/questionnaire-file.ts'

/** Milliseconds that a letter or an answer in hand is waited for when the server is asked to stop. */
const longestFarewell = 10_000
/** Milliseconds to stop in without a word. */
const unnoticedFarewell = 700

const sv = phrasesIn('sv').common
const en = phrasesIn('en').common
const say = (swedish: string, english: string): void => console.log(`  ${swedish}\n  ${english}\n`)

try {
  await start(readConfig(process.env), wantsDemo(process.argv.slice(2)))
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}

/** @throws Problem 'unknown_argument' where something else is asked for: a slip of the hand would start without a word */
function wantsDemo(asked: readonly string[]): boolean {
  const unknown = asked.find((one) => one !== '--demo')
  if (unknown !== undefined) throw new Problem('unknown_argument', { argument: unknown })
  return asked.length > 0
}

/** What went wrong and what to do, for whoever sits at the terminal. */
function explain(error: unknown): string {
  if (error instanceof Problem) {
    const facts = Object.values(error.details).flatMap((fact) => String(fact).split('\n'))
    const say = ({ title, help }: { title: string; help: string }) => `  ${title}. ${help}`
    const told = [say(sv.problem[error.code]), say(en.problem[error.code])]
    return [...told, ...facts.map((fact) => `  ${fact}`), `  (${error.code})`].join('\n')
  }
  if (error instanceof QuestionnaireError) return `${error.describe('sv')}\n\n${error.describe('en')}`
  const refused = [describeSystemError(error, 'sv'), describeSystemError(error, 'en')]
  if (refused[0] !== undefined) return refused.map((words) => `  ${words}`).join('\n')
  return error instanceof Error ? error.message : String(error)
}

async function start(config: Config, withDemo: boolean): Promise<void> {
  requireWritable(config.dataDir)
  // Whoever has sent letters has had people in it.
  if (isEmptied(config.databaseFile) && existsSync(journalOf(config.databaseFile)))
    throw new Problem('database_empty', { file: config.databaseFile })
  const identity = readIdentity(config.identityKeyFile, existsSync(config.databaseFile))
  const owner = claimSoleOwnership(config.databaseFile)
  const db = openDatabase(config.databaseFile)
  checkIdentity(db, identity)
  const translations = translationsIn(config.surveysDir)
  // A translation that is wrong is told now, and not to the first who would have read it.
  for (const { file, text } of readQuestionnaireFiles(config.surveysDir))
    translations(publishQuestionnaire(db, file, text, Date.now()))
  if (listQuestionnaires(db).length === 0) throw new Problem('no_questionnaires', { folder: config.surveysDir })
  const judgements = readJudgementFiles(config.surveysDir)
  if (withDemo && countProjects(db) === 0) {
    createDemo(db, identity, { now: Date.now(), seed: demoSeed })
    createLaterDemo(db, identity, { seed: demoSeed })
  }
  const setupCode = renewSetupCode(db)
  const computing = startComputing(db)

  const transports = openTransports(config)
  const signature = { mailFrom: config.mailFrom, dkimKey: config.dkim && readDkimKey(config.dkim) }

  let sender: Sender | undefined
  let jobs: JobRunner | undefined
  const app = await buildApp({
    db,
    identity,
    config,
    judgements,
    now: Date.now,
    wakeSender: () => sender?.wake(),
    mailStatus: () => sender?.status(),
    sendNow: createSendNow(signature, transports),
    wakeJobs: () => jobs?.wake(),
  })
  await app.listen({ port: config.port, host: config.host })
  const address = app.addresses()[0]
  const here = config.baseUrl ?? `http://localhost:${typeof address === 'object' ? address.port : config.port}`
  sender = startSender({ db, identity, transports, baseUrl: here, ...signature, now: Date.now, log: app.log })
  const planner = openPlanner(db, config, () => sender?.wake(), app.log)
  const watch = openWatch(db, identity, config, app.log)
  jobs = startJobs({
    db,
    databaseFile: config.databaseFile,
    folder: config.jobsDir,
    now: Date.now,
    log: app.log,
    baseUrl: config.baseUrl,
    judgements,
  })

  console.log('')
  say(sv.terminal.ready(here), en.terminal.ready(here))
  if (setupCode) say(sv.terminal.setupCode(setupCode), en.terminal.setupCode(setupCode))
  if (!config.smtpUrl) say(sv.terminal.noSmtp(config.outboxDir), en.terminal.noSmtp(config.outboxDir))

  const stop = async () => {
    // Told only where it takes a while: whoever pressed Ctrl-C would else think that nothing happens.
    setTimeout(() => say(sv.terminal.stopping, en.terminal.stopping), unnoticedFarewell).unref()
    planner.stop()
    // All are told at once: whoever fetches a file slowly keeps nobody else from being heard. A mail server may think for
    // minutes, and a laptop falls asleep while it fetches. A letter cut off here is listed for a person at the next start.
    const isClosed = app.close()
    const cutOff = setTimeout(() => app.server.closeAllConnections(), longestFarewell)
    const inTime = (deed: Promise<unknown> | undefined) =>
      Promise.race([deed, delay(longestFarewell, undefined, { ref: false })])
    await Promise.all([isClosed, jobs.stop(), inTime(sender.stop()), inTime(watch?.stop())])
    clearTimeout(cutOff)
    await computing.stop()
    db.$client.close()
    owner.release()
  }
  let isStopping = false
  const stopOnce = () => {
    if (!isStopping) void stop()
    isStopping = true
  }
  // Not once: Ctrl-C reaches everybody at the terminal, and npm and bin/run.mjs pass it on besides. A signal that finds
  // nobody listening would cut off the letter in hand.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnce)
}

type Log = Parameters<typeof startSender>[0]['log']

function openWatch(db: Database, identity: Identity, config: Config, log: Log): Watch | undefined {
  if (config.imapUrl === undefined) return undefined
  return watchMailbox({ db, identity, mailbox: mailboxSettings(config.imapUrl), now: Date.now, log })
}

function openPlanner(db: Database, config: Config, wakeSender: () => void, log: Log): Planner {
  return startPlanner({ db, now: Date.now, wakeSender, isBlocked: (wave) => isBlocked(db, config, wave), log })
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
