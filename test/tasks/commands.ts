// Runs a command of src/tasks as a person would: a process of its own over a data folder that is thrown away.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

export interface Workshop {
  folder: string
  databaseFile: string
  /** `run('import', 'questionnaire', file)`; English unless the words say otherwise. */
  run(
    task: 'import' | 'export' | 'migrate' | 'results',
    ...words: string[]
  ): { code: number | null; out: string; error: string }
  close(): void
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-task-'))
  return {
    folder,
    databaseFile: path.join(folder, 'samverka.db'),
    run(task, ...words) {
      const script = path.join(root, 'src/tasks', `${task}.ts`)
      const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words, '--en'], {
        cwd: root,
        env: { PATH: process.env.PATH, DATA_DIR: folder },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      })
      return { code: status, out: stdout, error: stderr }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
