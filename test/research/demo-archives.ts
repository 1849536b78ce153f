// The demo's archives at both levels, unpacked: what the tests of files read.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { type ArchiveSummary, writeResearchArchive } from '#research/archive.ts'
import type { Level } from '#research/selection.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { identityFrom } from '#store/identity.ts'
import type { Project } from '#store/projects.ts'

export const demoNow = Date.UTC(2026, 10, 22, 9)

export function openDemo(now: number = demoNow, file = ':memory:'): { db: Database; project: Project } {
  const db = openDatabase(file)
  const surveys = path.join(import.meta.dirname, '../../surveys')
  for (const survey of readQuestionnaireFiles(surveys)) publishQuestionnaire(db, survey.file, survey.text, now)
  return { db, project: createDemo(db, identityFrom(Buffer.alloc(32, 7)), { now, seed: demoSeed }) }
}

export interface Unpacked extends ArchiveSummary {
  folder: string
  zip: Buffer
  /** By name, in the order of the archive. */
  files: ReadonlyMap<string, Buffer>
  text(name: string): string
  remove(): void
}

/** @param now of the archive, UTC milliseconds */
export async function unpackDemo(
  level: Level,
  db: Database,
  project: Project,
  now: number = demoNow,
): Promise<Unpacked> {
  const output = new PassThrough()
  const [summary, zip] = await Promise.all([
    writeResearchArchive(db, project, { level, language: 'sv', includeText: true, now }, output),
    buffer(output),
  ])
  const files = await readZip(zip)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-research-'))
  for (const [name, bytes] of files) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, name), bytes)
  }
  return {
    ...summary,
    folder,
    zip,
    files,
    text(name) {
      const bytes = files.get(name)
      if (!bytes) throw new Error(`${name} is not in the archive`)
      return bytes.toString('utf8')
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** As a reader that checks every length and sum. */
export function readZip(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (fault, reader) => {
      if (fault) return reject(fault)
      const files = new Map<string, Buffer>()
      reader.on('entry', (entry) => {
        reader.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken)
          buffer(stream).then((bytes) => {
            files.set(entry.fileName, bytes)
            reader.readEntry()
          }, reject)
        })
      })
      reader.once('error', reject)
      reader.once('end', () => resolve(files))
      reader.readEntry()
    })
  })
}
