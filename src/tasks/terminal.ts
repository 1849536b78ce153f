// What commands share: arguments, a database that is there, and an end that says what went wrong in words.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '#config.ts'
import { type Language, type Phrases, phrasesIn } from '#i18n/phrases.ts'
import type { Fault, Warning } from '#intake/fault.ts'
import { describeRemark } from '#intake/wording.ts'
import { type Database, joinDatabase } from '#store/database.ts'
import { findProject, listProjects, type Project } from '#store/projects.ts'
import { isArgumentError, messageOf } from './error-message.ts'

export type Words = Phrases['intake']['task']

/** A command as it was typed. */
export interface Call {
  command: string
  file: string | undefined
  /** Options by name; a switch that is set is 'yes'. */
  options: Readonly<Record<string, string | undefined>>
  language: Language
  words: Words
  config: Config
}

/** Something that the person at the terminal can put right; `usage` shows how the command is written. */
export class TaskError extends Error {
  readonly usage: boolean
  constructor(message: string, { usage = false } = {}) {
    super(message)
    this.name = 'TaskError'
    this.usage = usage
  }
}

/**
 * Runs a command and sets the exit code: 0 done, 1 refused or failed, 2 not understood.
 * @param texts names of options that take a value
 * @param switches names of options that stand alone
 */
export async function runTask(
  usage: (words: Words) => string,
  { texts, switches }: { texts: readonly string[]; switches: readonly string[] },
  run: (call: Call) => Promise<void> | void,
): Promise<void> {
  const language = process.argv.includes('--en') ? 'en' : 'sv'
  const words = phrasesIn(language).intake.task
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: Object.fromEntries([
        ...texts.map((name) => [name, { type: 'string' }] as const),
        ...[...switches, 'help', 'en'].map((name) => [name, { type: 'boolean' }] as const),
      ]),
    })
    const values: Readonly<Record<string, unknown>> = parsed.values
    if (values.help === true) return console.log(usage(words))
    const [command = '', file] = parsed.positionals
    const options = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === true ? 'yes' : String(value)]),
    )
    await run({ command, file, options, language, words, config: readConfig(process.env) })
  } catch (error) {
    // Whoever reads us, `head` for one, has had enough.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return
    const isUsage = (error instanceof TaskError && error.usage) || isArgumentError(error)
    console.error(messageOf(error, language))
    if (isUsage) console.error(`\n${usage(words)}`)
    process.exitCode = isUsage ? 2 : 1
  }
}

/**
 * Aborted by Ctrl-C, or when the system asks us to stop: half a file is put away before the command ends. Its reason is
 * what to say then.
 */
export function stoppedByHand(language: Language): AbortSignal {
  const stopping = new AbortController()
  const stop = () => stopping.abort(new TaskError(phrasesIn(language).keeping.stopped))
  // Not once: a wrapper such as npm may send the same signal again.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return stopping.signal
}

/** @throws TaskError where the option is not given */
export function needOption({ options, words }: Call, name: string): string {
  const value = options[name]
  if (value === undefined || value === '') throw new TaskError(words.option_missing(name), { usage: true })
  return value
}

/** One of the choices, the first where the option is not given. @throws TaskError on any other */
export function chooseOption<T extends string>(
  { options, words }: Call,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const value = options[name] ?? choices[0]
  const choice = choices.find((known) => known === value)
  if (choice === undefined) throw new TaskError(words.option_unknown(name, value, choices.join(', ')), { usage: true })
  return choice
}

/** @throws TaskError where no file is named; Error of the system where it cannot be read */
export function readNamedFile(file: string | undefined, words: Words): Buffer {
  if (file === undefined) throw new TaskError(words.file_missing, { usage: true })
  return readFileSync(file)
}

/** A connection of its own to a database that exists. @throws TaskError where there is none */
export function openExisting({ config, words }: Call): Database {
  if (!existsSync(config.databaseFile)) throw new TaskError(words.no_database(config.databaseFile))
  return joinDatabase(config.databaseFile)
}

/** The project of --project. @throws TaskError naming those there are */
export function needProject(db: Database, call: Call): Project {
  const slug = needOption(call, 'project')
  const project = findProject(db, slug)
  if (project) return project
  const known = listProjects(db, 'all').map((one) => one.slug)
  throw new TaskError(call.words.no_project(slug, known.join(', ') || '–'))
}

const shownAtMost = 50

/** Prints what the file is warned of, and stops where it has faults. @throws TaskError listing the faults */
export function heedRemarks(
  { language, words }: Call,
  { faults, warnings = [] }: { faults: readonly Fault[]; warnings?: readonly Warning[] },
): void {
  for (const line of linesOf(warnings, language, words)) console.error(line)
  if (faults.length > 0)
    throw new TaskError([...linesOf(faults, language, words), words.faults(faults.length)].join('\n'))
}

function linesOf(remarks: readonly (Fault | Warning)[], language: Language, words: Words): string[] {
  const lines = remarks.slice(0, shownAtMost).map((remark) => `  ${describeRemark(remark, language)}`)
  return remarks.length > shownAtMost ? [...lines, `  ${words.more(remarks.length - shownAtMost)}`] : lines
}
