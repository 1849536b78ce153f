// What a kind of long work is. Each stands in the list of kinds.ts; the work itself belongs to the room that knows it.
import type { z } from 'zod'
import type { Action } from '#access.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import type { Judgements } from '#survey/judgements.ts'
import type { Language } from '#survey/questionnaire.ts'

export interface JobContext<Params> {
  /** Reading only, and all of it from one moment. */
  db: Database
  project: Project
  params: Params
  language: Language
  /** When the work began, UTC milliseconds. */
  now: number
  /** Where the server's pages lie, as "https://enkat.example"; null where nobody knows. */
  baseUrl: string | null
  /** Reasons of comparability in English, where they were signed in Swedish. */
  judgements: Judgements
  /** Path to write the file to. It becomes the result when the work ends, and is removed where it fails. */
  output: string
  /** Aborted when the work is called off: stop at the next step. */
  signal: AbortSignal
  /** `done` of `total` steps are taken; call it as often as you like. */
  progress(done: number, total: number): void
}

export interface JobKind<Params = unknown> {
  /** Who may start it, see it and take its file. */
  access: Action
  /** Reads what was chosen, from a form's texts and later from the row. */
  params: z.ZodType<Params>
  /** Whether there is anything to make the chosen file of. */
  isReady(db: Database, project: Project, now: number, params: Params): boolean
  /** Name with ending, for whoever downloads it. */
  fileName(project: Project, params: Params): string
  /**
   * @returns id of the cut whose published figures are all that the file tells of anybody's answers; null where it tells
   *   more, or could: such a file goes when somebody's answers are erased
   * @throws Problem where it is refused; whatever else it throws is a bug
   */
  work(context: JobContext<Params>): Promise<string | null>
}
