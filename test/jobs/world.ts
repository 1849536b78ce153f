// A database in a file with one project, and the folder where results lie.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type JobRunner, type RunnerOptions, startJobs } from '#jobs/runner.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { askForJob, findJob, type Job } from '#store/jobs.ts'
import { createProject, type Project } from '#store/projects.ts'

/** 1 March 2027. */
const morning = Date.UTC(2027, 2, 1, 8)

const testKinds = new URL('./kinds.ts', import.meta.url).href

export interface JobWorld {
  db: Database
  databaseFile: string
  folder: string
  project: Project
  clock: { now: number }
  logged: object[]
  start(options?: Partial<RunnerOptions>): JobRunner
  ask(kind: string, params?: unknown): Job
  /** The row as it is now. */
  look(job: Job): Job | undefined
  files(): string[]
  close(): Promise<void>
}

export function makeJobWorld(): JobWorld {
  const home = mkdtempSync(path.join(os.tmpdir(), 'samverka-jobs-'))
  const databaseFile = path.join(home, 'samverka.db')
  const folder = path.join(home, 'jobs')
  const db = openDatabase(databaseFile)
  const clock = { now: morning }
  const logged: object[] = []
  const note = (facts: object) => void logged.push(facts)
  const project = addProject(db, 'service')
  const runners: JobRunner[] = []
  return {
    db,
    databaseFile,
    folder,
    project,
    clock,
    logged,
    start(options = {}) {
      const runner = startJobs({
        db,
        databaseFile,
        folder,
        now: () => clock.now,
        log: { info: note, warn: note },
        atOnce: 1,
        kinds: testKinds,
        ...options,
      })
      runners.push(runner)
      return runner
    },
    ask: (kind, params = {}) =>
      askForJob(db, { projectId: project.id, kind, params, language: 'sv', fileName: 'file.txt' }, 'system', clock.now),
    look: (job) => findJob(db, job.id),
    files: () => readdirSync(folder).sort(),
    async close() {
      for (const runner of runners) await runner.stop()
      db.$client.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export const addProject = (db: Database, slug: string): Project =>
  createProject(
    db,
    {
      programme: { id: 'service', nameSv: 'Service i samverkan', nameEn: 'Services in collaboration' },
      slug,
      nameSv: 'Service',
      nameEn: 'Services',
      organisation: 'Hela bygden',
      contactEmail: 'kontakt@bygden.example',
      municipalities: [{ code: '0482', name: 'Flen', countyCode: '04' }],
    },
    'system',
    morning,
  )
