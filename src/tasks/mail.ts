// `npm run mail`: looks at the outbox and empties it without the server.
import { existsSync } from 'node:fs'
import { SingleBar } from 'cli-progress'
import { type Config, readConfig } from '#config.ts'
import { formatTime } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { readDkimKey } from '#mail/dkim.ts'
import { lookForMailings } from '#mail/planner.ts'
import { isBlocked } from '#mail/preflight/blocking.ts'
import { type SenderStatus, startSender } from '#mail/sender.ts'
import { openTransports } from '#mail/transports.ts'
import { groupTroubles, type Trouble } from '#mail/trouble.ts'
import { countUnmatched } from '#store/bounces.ts'
import { type Database, joinDatabase } from '#store/database.ts'
import { type Identity, readIdentity } from '#store/identity.ts'
import { findMailPace, type MailPace, setMailPace } from '#store/mail-pace.ts'
import { confirmCopy, findMailPause, findWavePause, resumeMail } from '#store/mail-pause.ts'
import { listSaid, tallyLetters } from '#store/mailing.ts'
import { countWaiting, listTroubled, type MessageState, requeueFailed, resolveUnknown } from '#store/messages.ts'
import { listProjects } from '#store/projects.ts'
import { findSendingHours, type SendingHours, setSendingHours } from '#store/sending-hours.ts'
import { checkIdentity } from '#store/settings.ts'
import { claimSoleOwnership } from '#store/sole-owner.ts'
import { listWaves } from '#store/waves.ts'
import { messageOf } from './error-message.ts'
import { takeFromMailbox, takeFromPipe } from './mail-bounces.ts'
import { sayPlan } from './mail-plan.ts'
import { showPreflight } from './mail-preflight.ts'
import { readHours, readPace, sayHours } from './mail-settings.ts'

interface Desk {
  db: Database
  identity: Identity
  config: Config
  language: Language
}

const states: MessageState[] = ['queued', 'sending', 'retry', 'accepted', 'returned', 'failed', 'unknown', 'cancelled']

try {
  process.exitCode = await run(process.argv.slice(2).filter((word) => !word.startsWith('--')))
} catch (error) {
  console.error(messageOf(error, process.argv.includes('--en') ? 'en' : 'sv'))
  process.exitCode = 1
}

/** @returns the exit code: 0 done, 1 something wants attention, 2 not understood */
async function run(words: readonly string[]): Promise<number> {
  const language = process.argv.includes('--en') ? 'en' : 'sv'
  const act = understand(words)
  if (!act) {
    const isAsked = process.argv.includes('--help')
    const { mail, bounces } = phrasesIn(language)
    const usage = `${mail.task_usage}\n  ${bounces.task.usage}`
    if (isAsked) console.log(usage)
    else console.error(`${phrasesIn(language).intake.task.unknown_command(words.join(' '))}\n\n${usage}`)
    return isAsked ? 0 : 2
  }
  const config = readConfig(process.env)
  if (!existsSync(config.databaseFile)) {
    console.error(phrasesIn(language).intake.task.no_database(config.databaseFile))
    return 1
  }
  const identity = readIdentity(config.identityKeyFile, true)
  const db = joinDatabase(config.databaseFile)
  try {
    checkIdentity(db, identity)
    return await act({ db, identity, config, language })
  } finally {
    db.$client.close()
  }
}

/** What is to be done; undefined where the words make no command. */
function understand([command, ...words]: readonly string[]): ((desk: Desk) => number | Promise<number>) | undefined {
  const [first = '', second] = words
  switch (command) {
    case 'status':
      return showStatus
    case 'send':
      return send
    case 'retry':
      return retry
    case 'confirm':
      return confirm
    case 'bounce':
      return takeFromPipe
    case 'bounces':
      return takeFromMailbox
    case 'preflight':
      return (desk) => showPreflight(desk, process.argv.slice(2))
    case 'resolve':
      return second === 'sent' || second === 'requeue' ? (desk) => resolve(desk, first, second) : undefined
    case 'hours': {
      const hours = readHours(words)
      return hours && ((desk) => changeHours(desk, hours))
    }
    case 'pace': {
      const pace = readPace(words)
      return pace && ((desk) => changePace(desk, pace))
    }
    default:
      return undefined
  }
}

/** Names of waves, counts and the words of servers; no names of people. */
function showStatus({ db, language }: Desk): number {
  const { bounces, mail: words, mailing, wave: ofWave } = phrasesIn(language)
  const { letterState } = ofWave
  const waves = allWaves(db)
  if (waves.length === 0) console.log(words.task_no_waves)
  for (const { project, wave } of waves) {
    console.log(`\n${project.slug}  ${wave.kind}  (${wave.id})`)
    const since = findWavePause(db, wave.id)
    if (since !== undefined) console.log(`  ${mailing.pausedByHand} (${formatTime(since, language)})`)
    const tally = tallyLetters(db, wave.id)
    for (const [kind, counts] of Object.entries(tally.counts)) {
      const parts = states.filter((state) => counts[state] > 0).map((state) => `${letterState[state]} ${counts[state]}`)
      const all = states.reduce((sum, state) => sum + counts[state], 0)
      const { unaddressed, without } = kind === 'invitation' ? tally : { unaddressed: 0, without: 0 }
      if (unaddressed > 0) parts.push(`${mailing.unaddressed} ${unaddressed}`)
      if (without > 0) parts.push(`${mailing.withoutLetter} ${without}`)
      if (parts.length > 0) console.log(`  ${kind}: ${parts.join(', ')}; ${mailing.sum} ${all + unaddressed + without}`)
    }
    for (const line of sayPlan(db, wave, language)) console.log(`  ${line}`)
    for (const trouble of groupTroubles(listSaid(db, wave.id))) printTrouble(trouble, language)
    const troubled = listTroubled(db, wave.id)
    if (troubled.length > 0) console.log(`  ${words.task_to_decide(troubled.length)}`)
    for (const row of troubled)
      console.log(`    ${row.id}  ${letterState[row.state]}  ${row.messageId}  ${words.outcome(row.outcome)}`)
  }
  const unmatched = countUnmatched(db)
  if (unmatched > 0) console.log(`\n${bounces.unmatchedLink(unmatched)}`)
  console.log(`\n${sayHours(findSendingHours(db), language)}`)
  const { connections, perMinute, perDomain } = findMailPace(db)
  console.log(words.task_pace(connections, String(perMinute ?? '-'), String(perDomain ?? '-')))
  return reportPause(db, language)
}

/** As the page of the wave says it. */
function printTrouble({ kind, codes, states: found, words }: Trouble, language: Language): void {
  const { mail, mailing, refusals } = phrasesIn(language)
  const what = refusals.what[kind]
  const letters = found.map(({ state, letters }) => mailing.inState[state](letters)).join(', ')
  console.log(`  ${codes.length > 0 ? refusals.withCode(what, codes.join(', ')) : what}: ${letters}`)
  console.log(`    ${refusals.remedy[kind]}`)
  for (const one of words) console.log(`    > ${mail.outcome(one)}`)
}

async function send({ db, identity, config, language }: Desk): Promise<number> {
  const words = phrasesIn(language).mail
  if (config.smtpUrl && !config.baseUrl) {
    console.error(words.task_needs_base_url)
    return 1
  }
  const owner = claimSoleOwnership(config.databaseFile)
  const bar = new SingleBar({ format: `${words.task_sending} {bar} {value}/{total}  {eta_formatted}` })
  const sender = startSender({
    db,
    identity,
    transports: openTransports(config),
    baseUrl: config.baseUrl ?? `http://localhost:${config.port}`,
    mailFrom: config.mailFrom,
    dkimKey: config.dkim && readDkimKey(config.dkim),
    now: Date.now,
    log: { info: () => bar.increment(), warn: () => undefined },
  })
  // Not once: a wrapper such as npm may send the same signal again.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void sender.stop())
  // Behind the sender, which has found out whether this database is a copy.
  lookForMailings({
    db,
    now: Date.now,
    wakeSender: () => sender.wake(),
    isBlocked: (wave) => isBlocked(db, config, wave),
    log: { info: () => undefined, warn: () => undefined },
  })
  const total = countWaiting(db)
  bar.start(total, 0)
  await sender.settled()
  const ended: SenderStatus = sender.status()
  await sender.stop()
  bar.update(total - countWaiting(db))
  bar.stop()
  owner.release()
  console.log(words.task_waiting(countWaiting(db)))
  if (ended.state === 'resting') console.error(words.task_resting(ended.reason))
  return Math.max(reportPause(db, language), ended.state === 'idle' ? 0 : 1)
}

function retry({ db, language }: Desk): number {
  const now = Date.now()
  const letters = allWaves(db).reduce((sum, { wave }) => sum + requeueFailed(db, wave.id, 'system', now), 0)
  resumeMail(db, 'system', now)
  console.log(phrasesIn(language).mail.task_requeued(letters))
  return 0
}

function resolve({ db, language }: Desk, letter: string, decision: 'sent' | 'requeue'): number {
  const words = phrasesIn(language).mail
  const isDone = resolveUnknown(db, letter, decision, 'system', Date.now())
  if (isDone) console.log(words.task_resolved)
  else console.error(words.task_not_unknown)
  return isDone ? 0 : 1
}

function confirm({ db, language }: Desk): number {
  const words = phrasesIn(language).mail
  const isDone = confirmCopy(db, 'system', Date.now())
  console.log(isDone ? words.task_confirmed : words.task_nothing_to_confirm)
  return 0
}

function changeHours({ db, language }: Desk, hours: SendingHours | 'any'): number {
  setSendingHours(db, hours === 'any' ? undefined : hours, 'system', Date.now())
  console.log(sayHours(findSendingHours(db), language))
  return 0
}

function changePace({ db, language }: Desk, pace: MailPace): number {
  setMailPace(db, pace, 'system', Date.now())
  const { connections, perMinute, perDomain } = pace
  console.log(phrasesIn(language).mail.task_pace(connections, String(perMinute ?? '-'), String(perDomain ?? '-')))
  return 0
}

function reportPause(db: Database, language: Language): number {
  const pause = findMailPause(db)
  if (pause !== undefined) console.error(phrasesIn(language).mail.task_paused(pause))
  return pause === undefined ? 0 : 1
}

function allWaves(db: Database) {
  return listProjects(db, 'all').flatMap((project) => listWaves(db, project.id).map((wave) => ({ project, wave })))
}
