// Kinds of work for the tests: one that is quick, one that never ends by itself, one that is heavy, and ways to fail.
import { writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { Problem } from '#errors.ts'
import type { JobContext, JobKind } from '#jobs/kind.ts'
import { listProjects } from '#store/projects.ts'
import { settings } from '#store/schema.ts'

const kind = (work: (context: JobContext<unknown>) => Promise<unknown>): JobKind => ({
  access: 'results:read',
  params: z.object({ text: z.string().default('') }),
  isReady: () => true,
  fileName: () => 'file.txt',
  async work(context) {
    await work(context)
    return null
  },
})

export const kinds: Readonly<Record<string, JobKind>> = {
  quick: kind(async ({ project, params, output, progress }) => {
    writeFileSync(output, `${project.slug} ${(params as { text: string }).text}`)
    progress(2, 2)
  }),
  // Half a file and then nothing more, until it is called off.
  endless: kind(async ({ output, progress, signal }) => {
    writeFileSync(output, 'half a fi')
    progress(1, 2)
    await delay(3_600_000, undefined, { signal })
  }),
  deaf: kind(async ({ output, progress }) => {
    writeFileSync(output, 'half a fi')
    progress(1, 2)
    await delay(3_600_000)
  }),
  heavy: kind(async ({ output, progress, signal }) => {
    let sum = 0
    for (let step = 0; step < 20; step += 1) {
      signal.throwIfAborted()
      const until = performance.now() + 100
      while (performance.now() < until) sum += Math.sqrt(step)
      progress(step + 1, 20)
      await delay(0)
    }
    writeFileSync(output, String(sum))
  }),
  // What others write meanwhile is not seen: all of it is from one moment.
  watching: kind(async ({ db, output }: JobContext<unknown>) => {
    const first = listProjects(db, 'all').length
    await delay(400)
    writeFileSync(output, `${first} ${listProjects(db, 'all').length}`)
  }),
  writing: kind(async ({ db, output }) => {
    writeFileSync(output, 'x')
    db.insert(settings).values({ key: 'made by a job', value: '' }).run()
  }),
  refused: kind(async () => {
    throw new Problem('wave_not_open')
  }),
  broken: kind(async ({ output }) => {
    writeFileSync(output, 'half a fi')
    throw new TypeError('a bug that names Åsa Öberg')
  }),
  full: kind(async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' })
  }),
  greedy: kind(async () => {
    const kept: unknown[] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => ({ at })))
  }),
  dying: kind(async () => process.exit(3)),
}
