// Gathers the people of an export while others have their turn: where rows are many, the server answers between two
// pages of them, and the work can be called off.
import { setImmediate as turn } from 'node:timers/promises'
import type { Database } from '#store/database.ts'
import { gatherPanel, type Panel } from '#store/panel.ts'
import type { Project } from '#store/projects.ts'
import { pseudonymsFrom } from './pseudonym.ts'

export interface Gathering {
  signal?: AbortSignal | undefined
  /** Told of rows as they are gathered. */
  tick?: (rows: number) => void
}

/**
 * @param db on a snapshot, all rows tell of one moment; otherwise each tells of when its page was read
 * @param exportKey 32 bytes: the same key gives the same names of people
 * @throws the signal's reason where the work is called off
 */
export async function gatherPeople(
  db: Database,
  project: Project,
  exportKey: Uint8Array,
  { signal, tick = () => undefined }: Gathering = {},
): Promise<Panel> {
  const gathering = gatherPanel(db, project.id, pseudonymsFrom(exportKey))
  let gathered = 0
  for (;;) {
    const step = gathering.next()
    if (step.done) return step.value
    tick(step.value - gathered)
    gathered = step.value
    await turn()
    if (!signal?.aborted) continue
    gathering.return(undefined as never)
    signal.throwIfAborted()
  }
}
