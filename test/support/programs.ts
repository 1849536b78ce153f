// Other programs that read what we write. Where one is missing the test is skipped, and says which.
import { spawnSync } from 'node:child_process'
import type { TestContext } from 'vitest'
import { notePrograms } from './programs-noted.ts'

/** Runs the program; where it is not there, the test ends as skipped with its name. */
export function runProgram(
  context: TestContext,
  program: string,
  words: readonly string[],
  folder: string,
): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error && 'code' in error && error.code === 'ENOENT') context.skip(`${program} is not on this machine`)
  notePrograms(context, program)
  return { status, out: stdout, error: stderr }
}

/** R with a package that is not part of it; skips where either is missing. */
export function runR(context: TestContext, packages: readonly string[], script: string, folder: string) {
  for (const name of packages)
    if (runProgram(context, 'Rscript', ['-e', `library(${name})`], folder).status !== 0)
      context.skip(`R has no package ${name} on this machine`)
  return runProgram(context, 'Rscript', ['-e', script], folder)
}
