// `npm run bench:results`: full results of many people in 290 municipalities, from the database file, in the computing
// thread that the server has. Beside it in the same run: the means and standard deviations alone by GROUP BY in the
// sqlite3 shell, over a table of scores made for it, and reading the bytes. Each size has a process of its own, which
// meanwhile watches how late its own events are. Small projects have a bootstrap in their results, and it is most of
// them: the printout says where, and gives the processor time without it.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { recallColumns } from '#computing/columns.ts'
import { startComputing } from '#computing/computing.ts'
import { readRules } from '#computing/input.ts'
import { compareIndicators } from '#indicators/comparison.ts'
import { countColumns, resultsOfCounts } from '#indicators/compute.ts'
import { scoreColumns } from '#indicators/pairing.ts'
import { findWavePair, resultsFor } from '#results.ts'
import { median } from '#stats/quantile.ts'
import { findColumns } from '#store/columns.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { recordEvent } from '#store/events.ts'
import { findProject, type Project } from '#store/projects.ts'
import { makeLargeProject } from './large-project.ts'

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '1000,100000,1000000' },
    folder: { type: 'string', default: path.join(os.tmpdir(), 'samverka-bench') },
    /** One size, in this process: its file is made in one, and measured in another. */
    making: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
})
const municipalities = 290
const warmRuns = 7
const coldRuns = 3

if (options.making)
  makeLargeProject(fileOf(Number(options.people)), Number(options.people), municipalities).db.$client.close()
else if (options.alone) await measure(Number(options.people))
else
  for (const people of options.people.split(',')) {
    mkdirSync(options.folder, { recursive: true })
    const inProcess = (step: '--making' | '--alone') =>
      spawnSync(process.execPath, [import.meta.filename, step, '--people', people, '--folder', options.folder], {
        stdio: 'inherit',
      })
    if (!existsSync(fileOf(Number(people)))) inProcess('--making')
    inProcess('--alone')
  }

function fileOf(people: number): string {
  return path.join(options.folder, `people-${people}.db`)
}

async function measure(people: number): Promise<void> {
  const file = fileOf(people)
  const db = openDatabase(file)
  const project = findProject(db, 'bench')
  const pair = project && findWavePair(db, project, Date.now())
  if (!project || pair === undefined || typeof pair === 'string') throw new Error(`${file} has no two waves`)
  const kept = (kind: 'answers' | 'counts') => findColumns(db, { from: pair.from.id, to: pair.to.id, kind })
  const lateness = monitorEventLoopDelay({ resolution: 2 })

  // A flush to the disk is no part of what is measured.
  db.$client.pragma('synchronous = OFF')
  const computing = startComputing(db)
  db.$client.exec('delete from column_sets')
  const first = await resultsAnew(db, project)
  const megabytes = sizeOf(kept('answers'))
  const anew: number[] = []
  for (let run = 0; run < warmRuns; run += 1) {
    forgetCounts(db)
    anew.push(await resultsAnew(db, project))
  }
  const warmRead = time(() => kept('answers'))
  forgetCounts(db)
  const coldRead = timeCold(db, () => kept('answers'))
  dropCaches(db)
  const coldAnew = await resultsAnew(db, project)
  const megabytesCounted = sizeOf(kept('counts'))
  const coldReadCounts = timeCold(db, () => kept('counts'))
  const colds: number[] = []
  for (let run = 0; run < coldRuns; run += 1) {
    renameCounts(db)
    dropCaches(db)
    colds.push(await resultsAnew(db, project))
  }
  const cold = median(colds)

  const warm: number[] = []
  const restless = await waitAndWatch()
  const own = process.threadCpuUsage()
  lateness.enable()
  for (let run = 0; run < warmRuns; run += 1) warm.push(await resultsAnew(db, project))
  lateness.disable()
  const { user, system } = process.threadCpuUsage(own)
  await computing.stop()
  const memory = process.resourceUsage().maxRSS / 1e3

  const scores = path.join(options.folder, 'scores.db')
  const columns = writeScores(scores, db, pair)
  const shells = [1, 2, 3].map(() => groupBy(scores, columns))
  const shell = Math.min(...shells.map(({ elapsed }) => elapsed))
  const shellWork = Math.min(...shells.map(({ worked }) => worked))
  const { bootstrapSeed, ...rules } = readRules(db, pair)
  let counted = countColumns(recallColumns(db, pair), rules)
  const again = <T>(work: () => T) => [1, 2, 3, 4].map(() => processorTime(work)).at(-1) ?? 0
  const countingWork = again(() => {
    counted = countColumns(recallColumns(db, pair), rules)
  })
  const figuresWork = again(() => resultsOfCounts(counted, rules))
  const work = countingWork + figuresWork
  db.$client.close()

  const typical = median(warm)
  const typicalAnew = median(anew)
  const rows = [
    [`full results, warm (median)${bootstrapSeed === undefined ? '' : ', with a bootstrap'}`, seconds(typical)],
    ['full results, counted anew from the columns (median)', seconds(typicalAnew)],
    ['  of that reading the columns', seconds(warmRead)],
    ['  processor time without bootstrap: reading, counting', seconds(countingWork)],
    ['  and all that is computed of the counts', seconds(figuresWork)],
    ['means and SDs alone, sqlite3 shell GROUP BY', `${seconds(shell)}, ours ${ratio(typicalAnew, shell)}`],
    ['  processor time', `${seconds(shellWork)}, ours without bootstrap ${ratio(work, shellWork)}`],
    ['full results, caches dropped, from kept counts (median)', seconds(cold)],
    [`  of that reading the ${megabytesCounted}`, `${seconds(coldReadCounts)}, ours ${ratio(cold, coldReadCounts)}`],
    ['full results, caches dropped, counted anew', seconds(coldAnew)],
    [
      `  of that reading the columns, ${megabytes}`,
      `${seconds(coldRead)}, ours ${ratio(coldAnew, coldRead)}, with kept counts ${ratio(cold, coldRead)}`,
    ],
    ['full results the first time, from every response', seconds(first)],
    ['longest wait of the web process meanwhile', `${milliseconds(lateness.max)}, at rest ${milliseconds(restless)}`],
    ['  99 % of its waits below', milliseconds(lateness.percentile(99))],
    ['  its own work for each results', milliseconds(((user + system) * 1000) / warmRuns)],
    ['most memory of the process', `${memory.toFixed(0)} MB`],
  ]
  console.log(
    `\n${people.toLocaleString('en')} people, ${municipalities} municipalities, load ${os.loadavg()[0]?.toFixed(1)}`,
  )
  for (const [what, figure] of rows) console.log(`  ${what?.padEnd(56)} ${figure}`)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`
}

function milliseconds(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(0)} ms`
}

function ratio(one: number, other: number): string {
  return `${(one / other).toFixed(2)}×`
}

function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Milliseconds that this thread was at work: other programs on the machine do not count. */
function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** The longest wait, in nanoseconds, of a process that does nothing: what the machine itself adds. */
async function waitAndWatch(): Promise<number> {
  const lateness = monitorEventLoopDelay({ resolution: 2 })
  lateness.enable()
  await delay(3000)
  lateness.disable()
  return lateness.max
}

/** Milliseconds until the results are there, with nothing remembered. */
async function resultsAnew(db: Database, project: Project): Promise<number> {
  recordEvent(db, { at: Date.now(), actor: 'system', action: 'bench', subject: 'bench' })
  const start = performance.now()
  await resultsFor(db, project, Date.now())
  return performance.now() - start
}

/** What was counted of the columns is neither kept nor remembered. */
function forgetCounts(db: Database): void {
  db.$client.exec("delete from column_sets where kind = 'counts'")
}

/** The same counts as if another process had kept them: they are not remembered. */
function renameCounts(db: Database): void {
  const rename = db.$client.transaction(() => {
    db.$client.pragma('defer_foreign_keys = ON')
    const ofCounts = (id: string) => `${id} in (select id from column_sets where kind = 'counts')`
    db.$client.exec(`update column_parts set set_id = set_id || '+' where ${ofCounts('set_id')}`)
    db.$client.exec("update column_sets set id = id || '+' where kind = 'counts'")
  })
  rename()
}

function sizeOf(columns: ReturnType<typeof findColumns>): string {
  return `${((columns ? columns.bytes.length + columns.header.length : 0) / 1e6).toFixed(1)} MB`
}

function timeCold(db: Database, work: () => unknown): number {
  const runs = Array.from({ length: coldRuns }, () => {
    dropCaches(db)
    return time(work)
  })
  return median(runs)
}

/** What the system keeps of files in memory: only root may drop it. */
function dropCaches(db: Database): void {
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.pragma('shrink_memory')
  try {
    execFileSync('sync')
    writeFileSync('/proc/sys/vm/drop_caches', '1')
  } catch {
    console.log('  (not root: what is called cold is read from the system’s memory)')
  }
}

/** A table as somebody would make it for SQL: a row a person, the municipality, and every paired score. */
function writeScores(file: string, db: Database, pair: Parameters<typeof recallColumns>[1]): string[] {
  rmSync(file, { force: true })
  const columns = recallColumns(db, pair)
  const [version] = columns.versions
  if (!version) throw new Error('nobody has answered')
  const waves = {
    from: { kind: pair.from.kind, questionnaire: version },
    to: { kind: pair.to.kind, questionnaire: version },
  }
  const scored = scoreColumns(columns, compareIndicators(waves, columns.versions))
  const lists = [...scored].flatMap(([id, { values, pairFrom, pairTo }]) => [
    { name: `${id}_from`, values, list: pairFrom },
    { name: `${id}_to`, values, list: pairTo },
  ])
  const table = new Sqlite(file)
  table.exec(
    `pragma synchronous = off; create table scores (municipality, ${lists.map(({ name }) => name).join(', ')})`,
  )
  const insert = table.prepare(`insert into scores values (?, ${lists.map(() => '?').join(', ')})`)
  const { municipalityOf, municipalities: codes } = columns.places
  table.transaction(() => {
    for (let person = 0; person < columns.n; person += 1)
      insert.run(
        codes[municipalityOf[person] ?? 0],
        // SQLite takes NaN for NULL.
        lists.map(({ values, list }) => values.valueOf(list[person] ?? 0)),
      )
  })()
  table.close()
  return lists.map(({ name }) => name)
}

/** n, mean and standard deviation of every score in every municipality, two passes being beyond SQL's reach. */
function groupBy(file: string, names: readonly string[]): { elapsed: number; worked: number } {
  const figures = names.map(
    (name) =>
      `count(${name}), avg(${name}), sqrt((sum(${name} * ${name}) - count(${name}) * avg(${name}) * avg(${name})) / (count(${name}) - 1))`,
  )
  const query = `.timer on\nselect municipality, ${figures.join(', ')} from scores group by municipality`
  const printed = execFileSync('sqlite3', ['-readonly', file], {
    input: `${query};\n`,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const [, real, user, system] = /Run Time: real (\S+) user (\S+) sys (\S+)/.exec(printed) ?? []
  return { elapsed: 1000 * Number(real), worked: 1000 * (Number(user) + Number(system)) }
}
