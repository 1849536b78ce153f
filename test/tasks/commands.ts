// Runs a command of src/tasks as a person would: a process of its own over a data folder that is thrown away.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

type Task = 'import' | 'export' | 'migrate' | 'results' | 'people' | 'staff'

interface Ended {
  code: number | null
  out: string
  error: string
}

export interface Workshop {
  folder: string
  databaseFile: string
  /** `run('import', 'questionnaire', file)`; English unless the words say otherwise. */
  run(task: Task, ...words: string[]): Ended
  close(): void
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-task-'))
  return {
    folder,
    databaseFile: path.join(folder, 'samverka.db'),
    run: (task, ...words) => runTask(task, [...words, '--en'], folder),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** @param input typed at a terminal whose input is a pipe */
export function runTask(task: Task, words: readonly string[], folder: string, input = ''): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/tasks/${task}.ts`, ...words], {
    cwd: root,
    env: environmentOf(folder),
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: status, out: stdout, error: stderr }
}

/** All that a command is told of where it runs. */
export const environmentOf = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_OPTIONS: process.env.NODE_OPTIONS,
  DATA_DIR: folder,
})
