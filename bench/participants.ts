// `npm run bench:participants`: how many landing pages are opened and whole visits made a second, beside what Fastify
// and SQLite do alone; and whether all that was acknowledged is in the file after the server has been killed.
import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { quantile } from '#stats/quantile.ts'
import { hashToken } from '#store/ids.ts'
import { startServer } from '../test/support/server.ts'
import { countBareVisits } from './participants/bare-commits.ts'
import { countFlushes } from './participants/flushes.ts'
import type { Outcome, Task, Visit } from './participants/load.ts'
import { buildProject } from './participants/project.ts'

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '5' },
    links: { type: 'string', default: '24000' },
    /** On the disk to be tried; what is put there is removed again. */
    folder: { type: 'string', default: os.tmpdir() },
  },
})
const seconds = Number(options.seconds)
/** For so long each side does the same work unmeasured: Node compiles what is used often, and both limits are soon warm. */
const warmUp = 3
const folder = mkdtempSync(path.join(options.folder, 'samverka-participants-'))
const inFolder = (name: string) => path.join(import.meta.dirname, 'participants', name)
const database = path.join(folder, 'samverka.db')

const { tokens, forms, registered } = buildProject(folder, Number(options.links))
const server = await startServer([], folder)
const port = Number(new URL(server.base).port)
const load = fork(inFolder('load.ts'))
const children: ChildProcess[] = [load]
const visits: Visit[] = []
/** Links that are taken. */
let used = 0
try {
  const { head, size } = await lookAt(`${server.base}/s/${tokens.at(-1)}`)
  // A draft that stays: the limit of saving is measured with its row.
  visits.push(
    ...(await perform({ port, work: 'save', people: 1, seconds: 0.01, tokens: tokens.slice(-60), again: false, forms }))
      .visits,
  )
  const bare = await startLimit('bare Fastify', size, { 'content-type': 'text/html; charset=utf-8' })
  const headed = await startLimit('same head', size, head)
  console.log(
    `landing page: ${size} bytes after its head; a visit: ${2 * forms.length + 5} requests, ${forms.length + 2} commits`,
  )
  const busy = os.loadavg().map((load) => load.toFixed(1))
  const flushes = countFlushes(folder, 2).toFixed(0)
  console.log(
    `load of the machine: ${busy.join(' ')} on ${os.cpus().length} cores; its disk: ${flushes} flushes a second`,
  )
  console.log('people  what                     a second   p50 ms   p99 ms  save p99  server CPU ms  load CPU')
  for (const people of options.people.split(',').map(Number)) await measure(people, bare, headed)
} finally {
  for (const child of children) child.kill()
  await server.stop('SIGKILL')
}
check()
rmSync(folder, { recursive: true, force: true })

async function measure(people: number, bare: Limit, headed: Limit): Promise<void> {
  const print = (what: string, { done, seconds: took, requests, saves, cpu }: Outcome, used: number) =>
    console.log(
      [
        String(people).padEnd(7),
        what.padEnd(22),
        (done / took).toFixed(done / took < 1000 ? 1 : 0).padStart(10),
        ...[at(requests, 0.5), at(requests, 0.99), at(saves, 0.99)].map((ms, nth) =>
          ms.toFixed(2).padStart(nth === 2 ? 9 : 8),
        ),
        ((1000 * used) / done).toFixed(2).padStart(14),
        `${Math.round((100 * cpu) / took)} %`.padStart(9),
      ].join(' '),
    )
  const results = new Map<string, number>()
  const samverka = { name: 'samverka', pid: server.pid, port }
  const beside = async ({ name, pid, port }: Limit, work: Task['work'], how: '' | ' first' | ' again' = '') => {
    const isOurs = pid === server.pid
    const again = !isOurs || how === ' again'
    const links = again ? opened : fresh(work === 'open' ? 0.3 : 0.6)
    const run = async (from: number, during: number) => {
      const outcome = await perform({
        port,
        work,
        people,
        seconds: during,
        tokens: links.slice(from),
        again,
        forms,
      })
      if (isOurs) visits.push(...outcome.visits)
      return outcome
    }
    // Looking for the first time comes after looking again, and is warm.
    const taken = how === ' first' ? 0 : (await run(0, warmUp)).visits.length
    const before = cpuOf(pid)
    const outcome = await run(again ? 0 : taken, seconds)
    print(`${name}, ${work}${how}`, outcome, cpuOf(pid) - before)
    results.set(`${name} ${work}${how}`, outcome.done / outcome.seconds)
  }
  const opened = fresh(0.1)
  await beside(bare, 'open')
  await beside(headed, 'open')
  await beside(samverka, 'open', ' again')
  await beside(samverka, 'open', ' first')
  await beside(bare, 'complete')
  await beside(samverka, 'complete')
  const copy = path.join(folder, 'copy.db')
  for (const together of new Set([1, people])) {
    for (const rest of ['', '-wal', '-shm']) cpSync(database + rest, copy + rest)
    const visitsASecond = countBareVisits(copy, forms.length, together, seconds)
    console.log(
      `${String(people).padEnd(7)} ${`bare SQLite, ${together} a commit`.padEnd(21)} ${visitsASecond.toFixed(1).padStart(10)}`,
    )
    results.set(`commits of ${together}`, visitsASecond)
  }
  const of = (name: string) => results.get(name) ?? 0
  const share = (part: string, whole: number) => `${Math.round((100 * of(part)) / whole)} %`
  const opening = (how: string) =>
    `${share(`samverka open ${how}`, of('bare Fastify open'))} (${share(`samverka open ${how}`, of('same head open'))})`
  const visiting = of('bare Fastify complete')
  const completing = (commits: number) =>
    `${share('samverka complete', Math.min(visiting, commits))} of ${visiting < commits ? 'Fastify' : 'SQLite'}’s, ${share('samverka complete', 1 / (1 / visiting + 1 / commits))} of both one after the other`
  console.log(
    `        opening, of bare Fastify (of one that sends our head too): first ${opening('first')}, again ${opening('again')}
        completing, of the slower limit: ${completing(of('commits of 1'))}; with ${people} to a bare commit: ${completing(of(`commits of ${people}`))}`,
  )
}

/** Links that nobody has opened. @param part of those that each number of people has for itself */
function fresh(part: number): string[] {
  const share = Math.floor((part * (tokens.length - 100)) / options.people.split(',').length)
  used += share
  return tokens.slice(used - share, used)
}

async function perform(task: Task): Promise<Outcome> {
  load.send(task)
  return hear<Outcome>(load)
}

function hear<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`a process ended with ${code}`))
    child.once('exit', fail)
    child.once('message', (message) => {
      child.off('exit', fail)
      resolve(message as T)
    })
  })
}

/** The landing page as a browser is sent it: its head, and the bytes of its compressed body. */
async function lookAt(page: string): Promise<{ head: Record<string, string>; size: number }> {
  const {
    'content-length': size,
    date,
    connection,
    'keep-alive': _,
    ...head
  } = Object.fromEntries((await fetch(page)).headers)
  return { head, size: Number(size) }
}

/** A process of Fastify alone. */
interface Limit {
  name: string
  pid: number
  port: number
}

async function startLimit(name: string, size: number, head: Record<string, string>): Promise<Limit> {
  const child = fork(inFolder('bare-page.ts'), [String(size), JSON.stringify(head)])
  children.push(child)
  return { name, pid: child.pid ?? 0, port: await hear<number>(child) }
}

/** Milliseconds within which the share of requests was answered; 0 where there was none. */
function at(took: readonly number[], share: number): number {
  return took.length === 0 ? 0 : quantile(took, share)
}

/** CPU seconds that a process has taken so far: fields 14 and 15 of its line, in hundredths. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Holds every visit against the file that the killed server left. */
function check(): void {
  const db = new Sqlite(database)
  const find = db.prepare(
    `select r.answers as sent, d.answers as kept from tokens t
     left join responses r on r.invitation_id = t.invitation_id left join drafts d on d.invitation_id = t.invitation_id
     where t.token_hash = ?`,
  )
  const fields = forms.map((form) => [...new URLSearchParams(form).keys()].filter((name) => !name.startsWith('_')))
  const lost = visits.filter(({ token, saved, isSentIn }) => {
    const row = find.get(hashToken(token)) as { sent: string | null; kept: string | null } | undefined
    if (isSentIn && !row?.sent) return true
    const stored = JSON.parse(row?.sent ?? row?.kept ?? '{}')
    // What the register had filled in and nobody changed joins the answers when they are sent in.
    const isThere = (name: string) => Object.hasOwn(stored, name) || (!isSentIn && registered.includes(name))
    return fields.slice(0, saved).some((names) => !names.every(isThere))
  })
  const sent = visits.filter(({ isSentIn }) => isSentIn).length
  console.log(
    `after kill -9: ${sent} responses and ${visits.length - sent} drafts acknowledged, ${lost.length} of them not in the file whole`,
  )
  if (lost.length > 0) process.exitCode = 1
  db.close()
}
