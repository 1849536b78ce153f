// `npm run export`: research files and their codebook, read from one moment on a connection of its own beside a running
// server.
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SingleBar } from 'cli-progress'
import { Problem } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { csvProfiles } from '#report/csv.ts'
import { writeResearchArchive } from '#research/archive.ts'
import { levels } from '#research/selection.ts'
import { codebookOf, openTable } from '#research/single-table.ts'
import { forms } from '#research/tables.ts'
import { findObstacle } from '#results.ts'
import type { Database } from '#store/database.ts'
import { recordEvent } from '#store/events.ts'
import { listPanelWaves } from '#store/panel.ts'
import type { Project } from '#store/projects.ts'
import { openSnapshot } from '#store/snapshot.ts'
import {
  type Call,
  chooseOption,
  needProject,
  openExisting,
  runTask,
  stoppedByHand,
  TaskError,
  type Words,
} from './terminal.ts'

const texts = ['project', 'form', 'profile', 'level', 'key-file', 'out']
const commands = { archive: exportArchive, research: exportResearch, codebook: exportCodebook } as const

await runTask(
  (words) => words.usage_export,
  { texts, switches: ['text'] },
  async (call) => {
    const run = Object.entries(commands).find(([name]) => name === call.command)?.[1]
    if (!run) throw new TaskError(call.words.unknown_command(call.command), { usage: true })
    requireFileName(call)
    const db = openExisting(call)
    const snapshot = openSnapshot(call.config.databaseFile)
    try {
      await run({ db, snapshot, project: needProject(db, call) }, call)
    } finally {
      snapshot.$client.close()
      db.$client.close()
    }
  },
)

/** @throws TaskError where --out is a folder: the file would be written whole before that shows */
function requireFileName({ options: { out }, language }: Call): void {
  if (out !== undefined && (out.endsWith('/') || statSync(out, { throwIfNoEntry: false })?.isDirectory()))
    throw new TaskError(phrasesIn(language).research.task.out_folder(out))
}

interface Source {
  /** To note what was done. */
  db: Database
  /** To read from. */
  snapshot: Database
  project: Project
}

async function exportCodebook({ snapshot, project }: Source, call: Call): Promise<void> {
  const profile = chooseOption(call, 'profile', csvProfiles)
  await write(
    [codebookOf(snapshot, project, { profile, language: call.language })],
    call.options.out,
    stoppedByHand(call.language),
  )
}

async function exportArchive({ db, snapshot, project }: Source, call: Call): Promise<void> {
  const { options, words, language } = call
  const { out } = options
  const task = phrasesIn(language).research.task
  const level = chooseOption(call, 'level', levels)
  const includeText = options.text !== undefined && level === 'restricted'
  if (!out) throw new TaskError(task.out_missing, { usage: true })
  requireOpened(snapshot, project, words)
  const obstacle = findObstacle(snapshot, project, Date.now())
  if (level === 'release' && obstacle) throw new TaskError(task.nothing[obstacle])
  const exportKey = options['key-file'] ? keepKey(options['key-file'], words) : randomBytes(32)
  const bar = startBar(words)
  const unfinished = `${out}.unfinished`
  const signal = stoppedByHand(language)
  try {
    const { people, rows, entries } = await writeResearchArchive(
      snapshot,
      project,
      { level, language, includeText, exportKey, now: Date.now() },
      createWriteStream(unfinished, { mode: 0o600 }),
      { signal, progress: (done, total) => showProgress(bar, done, total) },
    )
    signal.throwIfAborted()
    renameSync(unfinished, out)
    const manifest = entries.at(-1)?.sha256 ?? ''
    noteExport(db, project, { level, people, rows, includeText, manifestSha256: manifest })
    bar.stop()
    console.log(task.archive(out, people, rows))
  } catch (error) {
    if (error instanceof Problem && error.code === 'nothing_to_release') throw new TaskError(task.no_municipality)
    throw error
  } finally {
    bar.stop()
    rmSync(unfinished, { force: true })
  }
}

async function exportResearch({ db, snapshot, project }: Source, call: Call): Promise<void> {
  const { options, words, language } = call
  const profile = chooseOption(call, 'profile', csvProfiles)
  const form = chooseOption(call, 'form', forms)
  const includeText = options.text !== undefined
  requireOpened(snapshot, project, words)
  const exportKey = options['key-file'] ? keepKey(options['key-file'], words) : randomBytes(32)
  const bar = options.out ? startBar(words) : undefined
  const signal = stoppedByHand(language)
  const table = await openTable(snapshot, project, { form, profile, language, includeText, exportKey }, signal)
  try {
    const sha256 = await write(
      table.chunks((done, total) => showProgress(bar, done, total)),
      options.out,
      signal,
    )
    bar?.stop()
    noteExport(db, project, { form, profile, people: table.people, includeText, sha256 })
    if (options.out) console.log(words.exported(options.out, table.people))
  } finally {
    bar?.stop()
    table.close()
  }
}

function requireOpened(db: Database, project: Project, words: Words): void {
  if (listPanelWaves(db, project.id).length === 0) throw new TaskError(words.nothing_opened)
}

function noteExport(db: Database, project: Project, details: Record<string, string | number | boolean>): void {
  recordEvent(db, {
    at: Date.now(),
    actor: 'system',
    action: 'responses.exported',
    subject: `project:${project.id}`,
    details,
  })
}

function startBar(words: Words): SingleBar {
  const bar = new SingleBar({
    format: `${words.exporting} {bar} {percentage} %`,
    noTTYOutput: false,
    clearOnComplete: true,
  })
  bar.start(1, 0)
  return bar
}

function showProgress(bar: SingleBar | undefined, done: number, total: number): void {
  bar?.setTotal(Math.max(1, total))
  bar?.update(done)
}

/** The key in the file, or a new one put there: whoever holds it can join this export with the next. */
function keepKey(file: string, words: Words): Buffer {
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new TaskError(words.file_unreadable(file, '32 bytes, base64'))
  return key
}

/**
 * Writes the file whole or not at all, for its owner's eyes; without a name, to the terminal.
 * @returns its SHA-256
 * @throws the signal's reason where it was stopped
 */
async function write(chunks: Iterable<string>, out: string | undefined, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  function* hashed(): Generator<string> {
    for (const chunk of chunks) {
      signal.throwIfAborted()
      hash.update(chunk)
      yield chunk
    }
  }
  if (out === undefined) {
    await pipeline(Readable.from(hashed()), process.stdout, { end: false })
    return hash.digest('hex')
  }
  const unfinished = `${out}.unfinished`
  try {
    await writeFile(unfinished, hashed(), { mode: 0o600 })
    signal.throwIfAborted()
    renameSync(unfinished, out)
  } finally {
    rmSync(unfinished, { force: true })
  }
  return hash.digest('hex')
}
