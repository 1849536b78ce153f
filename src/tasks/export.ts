// `npm run export`: research files and their codebook, read on a connection of its own beside a running server.
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SingleBar } from 'cli-progress'
import { csvProfiles } from '#report/csv.ts'
import { exportId, researchLong, researchWide } from '#report/research.ts'
import { codebookCsv } from '#report/research-codebook.ts'
import type { Database } from '#store/database.ts'
import { recordEvent } from '#store/events.ts'
import { listPanelWaves, type PanelPerson, readPanel } from '#store/panel.ts'
import { countParticipants } from '#store/participants.ts'
import type { Project } from '#store/projects.ts'
import { type Call, chooseOption, needProject, openExisting, runTask, TaskError, type Words } from './terminal.ts'

const forms = ['long', 'wide'] as const
const texts = ['project', 'form', 'profile', 'key-file', 'out']

await runTask(
  (words) => words.usage_export,
  { texts, switches: ['text'] },
  async (call) => {
    if (call.command !== 'research' && call.command !== 'codebook')
      throw new TaskError(call.words.unknown_command(call.command), { usage: true })
    const db = openExisting(call)
    try {
      const project = needProject(db, call)
      if (call.command === 'codebook') await exportCodebook(db, project, call)
      else await exportResearch(db, project, call)
    } finally {
      db.$client.close()
    }
  },
)

async function exportCodebook(db: Database, project: Project, call: Call): Promise<void> {
  const profile = chooseOption(call, 'profile', csvProfiles)
  await write([codebookCsv(listPanelWaves(db, project.id), profile, call.language)], call.options.out)
}

async function exportResearch(db: Database, project: Project, call: Call): Promise<void> {
  const { options, words, language } = call
  const profile = chooseOption(call, 'profile', csvProfiles)
  const form = chooseOption(call, 'form', forms)
  const waves = listPanelWaves(db, project.id)
  if (waves.length === 0) throw new TaskError(words.nothing_opened)
  const exportKey = options['key-file'] ? keepKey(options['key-file'], words) : randomBytes(32)

  const bar = new SingleBar({
    format: `${words.exporting} {bar} {value}/{total}`,
    noTTYOutput: false,
    clearOnComplete: true,
  })
  if (options.out) bar.start(countPeople(db, project), 0)
  let people = 0
  function* counted(): Generator<PanelPerson> {
    for (const person of readPanel(db, project.id, (id) => exportId(exportKey, id))) {
      people += 1
      bar.update(people)
      yield person
    }
  }
  const includeText = options.text !== undefined
  const settings = { profile, language, waves, exportKey, includeText }
  const chunks = form === 'wide' ? researchWide(counted(), settings) : researchLong(counted(), settings)
  const sha256 = await write(chunks, options.out)
  bar.stop()
  recordEvent(db, {
    at: Date.now(),
    actor: 'system',
    action: 'responses.exported',
    subject: `project:${project.id}`,
    details: { form, profile, people, includeText, sha256 },
  })
  if (options.out) console.log(words.exported(options.out, people))
}

function countPeople(db: Database, project: Project): number {
  return countParticipants(db, project.id).reduce((sum, group) => sum + group.people, 0)
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
 */
async function write(chunks: Iterable<string>, out: string | undefined): Promise<string> {
  const hash = createHash('sha256')
  function* hashed(): Generator<string> {
    for (const chunk of chunks) {
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
    await pipeline(Readable.from(hashed()), createWriteStream(unfinished, { mode: 0o600 }))
    renameSync(unfinished, out)
  } finally {
    rmSync(unfinished, { force: true })
  }
  return hash.digest('hex')
}
