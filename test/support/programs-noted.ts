// Which other makers' programs tests really used, for the end of a run to say: a test that is skipped proves nothing.
import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    programs?: string[]
  }
}

/** The test has used this program, and found what it expected or failed. */
export function notePrograms({ task }: TestContext, program: string): void {
  task.meta.programs = [...new Set([...(task.meta.programs ?? []), program])]
}
