// `npm run bench:mail`: letters a second from the running server to a mail server on this machine, beside nodemailer
// alone to the same one, and what each costs a core; the server's memory meanwhile, and what participants notice.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { standardWords, writeLetter } from '#mail/letters.ts'
import { median, quantile } from '#stats/quantile.ts'
import { setMailPace } from '#store/mail-pace.ts'
import { countMessages, queueInvitations } from '#store/messages.ts'
import { waves } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { invitationOf, makeWorld, someone, waveId } from '../test/mail/world.ts'

const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '10' },
  },
})
const letters = Number(values.letters)
const connections = values.connections === '1' ? 1 : 2
/** How long participants are timed while no mail is sent. */
const quietSeconds = Number(values.seconds)
const webPort = 38_000 + (process.pid % 1000)

const world = makeWorld(someone(letters))
const sink = fork(path.join(import.meta.dirname, 'mail/sink.ts'))
try {
  const [port] = (await once(sink, 'message')) as [number]
  const bare = await timeBare(port)
  await ask(sink, 'forget')

  world.db.update(waves).set({ closesOn: '2999-12-31' }).run()
  const { answer } = issueTokens(world.db, invitationOf(0), Date.now())
  setMailPace(world.db, { connections, perMinute: null, perDomain: null }, 'system', Date.now())
  queueInvitations(world.db, waveId, 'system', Date.now())
  mkdirSync(path.join(world.folder, 'keys'))
  writeFileSync(path.join(world.folder, 'keys/identity.key'), Buffer.alloc(32, 7).toString('base64'))
  const ours = await timeOurs(port, answer)

  const each = ({ seconds, cpu }: Cost) =>
    `${(letters / seconds).toFixed(0).padStart(6)} letters/s, ${(cpu / letters).toFixed(2)} ms of a core each`
  const { accepted, unknown } = countMessages(world.db, waveId).invitation
  console.log(`${letters} letters over ${connections} connection(s) to one server on this machine`)
  console.log(`  nodemailer alone   ${each(bare)}`)
  console.log(`  samverka           ${each(ours)}   ${((100 * bare.seconds) / ours.seconds).toFixed(0)} %`)
  console.log(
    `  at the server      ${ours.counted.letters} letters, ${ours.counted.ids} different; accepted ${accepted}, unknown ${unknown}`,
  )
  console.log(
    `  memory, MiB        ${ours.memory.map((mebibytes) => mebibytes.toFixed(0)).join(' → ')}   at each fifth of the letters`,
  )
  console.log(`  landing page, ms   ${describe(ours.busy)} while sending; ${describe(ours.quiet)} after`)
} finally {
  sink.disconnect()
  world.close()
}

interface Cost {
  seconds: number
  /** Milliseconds of a core, which other work on the machine makes no longer. */
  cpu: number
}

/** What nodemailer's own pool takes. */
async function timeBare(port: number): Promise<Cost> {
  const file = path.join(world.folder, 'letter.json')
  writeFileSync(file, JSON.stringify(sampleLetter()))
  const bare = fork(path.join(import.meta.dirname, 'mail/bare.ts'), [
    String(port),
    String(letters),
    String(connections),
    file,
  ])
  const [cost] = (await once(bare, 'message')) as [Cost]
  return cost
}

async function timeOurs(port: number, token: string) {
  const server = spawn(process.execPath, ['src/server.ts'], {
    cwd: path.join(import.meta.dirname, '..'),
    env: {
      PATH: process.env.PATH,
      DATA_DIR: world.folder,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      BASE_URL: 'http://localhost',
      PORT: String(webPort),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const landing = `http://127.0.0.1:${webPort}/s/${token}`
  const count = async () => (await ask(sink, 'count')) as { letters: number; ids: number }
  while ((await count()).letters === 0) await wait(5)
  const began = performance.now()
  const first = (await count()).letters
  const usedBefore = coreMilliseconds(server)
  const visitors = visit(landing)
  const memory: number[] = []
  for (let seen = first; seen < letters; seen = (await count()).letters) {
    if (seen >= (letters * memory.length) / 5) memory.push(residentMebibytes(server))
    await wait(20)
  }
  const seconds = (((performance.now() - began) / 1000) * letters) / (letters - first)
  const cpu = ((coreMilliseconds(server) - usedBefore) * letters) / (letters - first)
  memory.push(residentMebibytes(server))
  const busy = await visitors.leave()
  await wait(2000)
  const later = visit(landing)
  await wait(quietSeconds * 1000)
  const quiet = await later.leave()
  server.kill('SIGTERM')
  await once(server, 'exit')
  return { seconds, cpu, memory, busy, quiet, counted: await count() }
}

/** Somebody opens the page every 50 ms, waiting for nobody. */
function visit(url: string): { leave(): Promise<number[]> } {
  const agent = new http.Agent({ keepAlive: true })
  const times: number[] = []
  const open = () =>
    new Promise<void>((resolve) => {
      const asked = performance.now()
      http
        .get(url, { agent }, (response) => {
          response.resume().once('end', () => {
            if (response.statusCode === 200) times.push(performance.now() - asked)
            resolve()
          })
        })
        .once('error', () => resolve())
    })
  const visits: Promise<void>[] = []
  const timer = setInterval(() => visits.push(open()), 50)
  return {
    async leave() {
      clearInterval(timer)
      await Promise.all(visits)
      agent.destroy()
      return times
    },
  }
}

function describe(times: readonly number[]): string {
  if (times.length === 0) return 'no visits'
  return `p50 ${median(times).toFixed(1)} p99 ${quantile(times, 0.99).toFixed(1)} (${times.length} visits)`
}

function residentMebibytes({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

/** Of all its threads; the kernel counts in hundredths of a second. */
function coreMilliseconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

async function ask(child: ChildProcess, word: string): Promise<unknown> {
  child.send(word)
  return (await once(child, 'message'))[0]
}

function sampleLetter() {
  const facts = {
    kind: 'invitation',
    language: 'sv',
    project: {
      name: 'Service i samverkan',
      organisation: 'Föreningen Bygd & Län',
      contactEmail: 'kontakt@bygd.example',
    },
    recipient: { name: 'Deltagare 1', municipality: 'Flen' },
    asked: {
      wave: 'baseline',
      closesOn: '2027-05-31',
      minutes: 5,
      answerLink: 'http://localhost/s/0123456789012345678901',
      quietLink: 'http://localhost/quiet/0123456789012345678901',
    },
  } as const
  return writeLetter(facts, standardWords('invitation', 'sv'))
}
