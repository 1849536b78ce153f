// What runner and worker say to each other.
import type { Job } from '#store/jobs.ts'
import type { Judgements } from '#survey/judgements.ts'
import type { Result } from './perform.ts'

/** Given to a worker at its start; its only message later is that the work is called off. */
export interface WorkOrder {
  databaseFile: string
  /** Where the finished file goes. */
  target: string
  job: Job
  /** Address of the module that lists the kinds. */
  kinds: string
  now: number
  baseUrl: string | null
  judgements: Judgements
}

export type WorkReport =
  | { at: 'progress'; done: number; total: number }
  | ({ at: 'done' } & Result)
  /** `code` is for readers, with a space and the number of the one it is about; `reason` is for the log. */
  | { at: 'failed'; code: string; reason: string }
