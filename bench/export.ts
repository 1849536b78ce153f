// `npm run bench:export`: rows a second and memory of a CSV of so many responses × 26 answers beside the sqlite3 shell
// writing the same bytes, and what participants notice meanwhile. Needs sqlite3 and GNU time.
import { fork, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { median, quantile } from '#stats/quantile.ts'
import { buildProject, links, tokenOf } from './export/project.ts'
import { fromFinishedTable, fromOurTables, importTable, type Measured } from './export/shell.ts'

const { values: options } = parseArgs({
  options: {
    responses: { type: 'string', default: '10000,100000,1000000' },
    seconds: { type: 'string', default: '10' },
  },
})
const sizes = options.responses.split(',').map(Number)
const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-export-'))
const at = (name: string) => path.join(folder, name)
/** As package.json starts the export command: with MiB that its heap is held to. */
const flags = [
  '--import',
  new URL('../bin/quick-start.mjs', import.meta.url).href,
  '--max-old-space-size=256',
  '--max-semi-space-size=8',
]
const inFolder = (name: string) => path.join(import.meta.dirname, 'export', name)

try {
  // What Node has compiled is kept: what is measured is any run but a program's very first.
  buildProject(at('first.db'), 100)
  exportOnce(at('first.db'), at('ours.csv'))
  console.log('responses       what                          seconds  CPU s     rows/s  peak MiB')
  for (const responses of sizes) await compare(responses)
  await disturb(at(`${sizes.at(-1)}.db`))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function compare(responses: number): Promise<void> {
  const database = at(`${responses}.db`)
  buildProject(database, responses)
  const print = (what: string, { seconds, cpu, memory }: Measured) =>
    console.log(
      [
        String(responses).padEnd(15),
        what.padEnd(29),
        seconds.toFixed(2).padStart(7),
        cpu.toFixed(2).padStart(6),
        Math.round(responses / seconds)
          .toString()
          .padStart(10),
        memory.toFixed(0).padStart(9),
      ].join(' '),
    )
  // In turn, so that what else the machine does meets both; one run of a second says little.
  const runs = Array.from({ length: responses > 100_000 ? 1 : 5 }, () => ({
    shell: fromOurTables(database, at('shell.csv')),
    ours: exportOnce(database, at('ours.csv')),
  }))
  const shell = middleOf(runs.map((run) => run.shell))
  print('sqlite3, our tables', shell)
  const ours = middleOf(runs.map((run) => run.ours))
  print('samverka', ours)
  importTable(at('finished.db'), at('ours.csv'))
  print('sqlite3, finished table', fromFinishedTable(at('finished.db'), at('finished.csv')))
  rmSync(at('finished.db'))
  const sums = await Promise.all(['ours.csv', 'shell.csv', 'finished.csv'].map((name) => sumOf(at(name))))
  // On a machine that does other work too, the clock counts that as well.
  const share = (of: 'seconds' | 'cpu') => `${Math.round((100 * shell[of]) / ours[of])} %`
  const same = new Set(sums).size === 1 ? 'yes' : 'NO'
  console.log(
    `                ${share('seconds')} of the shell’s speed, ${share('cpu')} by the processor; the same bytes: ${same}`,
  )
}

/** Of each figure by itself. */
function middleOf(runs: readonly Measured[]): Measured {
  const middle = (of: keyof Measured) => median(runs.map((run) => run[of]))
  return { seconds: middle('seconds'), cpu: middle('cpu'), memory: middle('memory') }
}

function exportOnce(database: string, out: string): Measured {
  // Memory by GNU time: a process that asks for its own is told that of whoever started it, where that is more.
  const command = [process.execPath, ...flags, inFolder('once.ts'), database, out]
  const { stdout, stderr, status } = spawnSync('time', ['-f', '%M', ...command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const kilobytes = Number(stderr.trim().split('\n').at(-1))
  return { ...(JSON.parse(stdout) as Omit<Measured, 'memory'>), memory: kilobytes / 1024 }
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Opens pages of the questionnaire, four at a time, first alone and then beside exports that never end. */
async function disturb(database: string): Promise<void> {
  const server = fork(inFolder('server.ts'), [database, at('beside.csv')])
  const address = await new Promise<string>((resolve) => {
    server.once('message', (message) => resolve((message as { address: string }).address))
  })
  await openPages(address, 2)
  const alone = await openPages(address, Number(options.seconds))
  server.send('export')
  const beside = await openPages(address, Number(options.seconds))
  server.kill()
  for (const [when, times] of Object.entries({ alone, 'beside an export': beside }))
    console.log(
      `pages ${when}: ${times.length} opened, p50 ${median(times).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
    )
}

/** @returns milliseconds of each page */
async function openPages(address: string, seconds: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
  const times: number[] = []
  const end = performance.now() + 1000 * seconds
  let visit = 0
  const visitor = async () => {
    while (performance.now() < end) {
      visit += 1
      const started = performance.now()
      await open(`${address}/s/${tokenOf(visit % links)}/1`, agent)
      times.push(performance.now() - started)
    }
  }
  await Promise.all([visitor(), visitor(), visitor(), visitor()])
  agent.destroy()
  return times
}

function open(url: string, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} gave ${response.statusCode}`))
        response.resume().once('end', resolve)
      })
      .once('error', reject)
  })
}
