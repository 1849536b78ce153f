// A JSON file that people write: a questionnaire, or what lies beside one. It is read whole, or refused with all its
// faults at once, each at its place and with the remedy.
import type { z } from 'zod'
import { findJsonFault } from './json-fault.ts'

/** One fault in a questionnaire file: where, and what to do. */
export interface QuestionnaireFault {
  path: string
  message: string
}

export class QuestionnaireError extends Error {
  readonly file: string
  readonly faults: readonly QuestionnaireFault[]
  constructor(file: string, faults: readonly QuestionnaireFault[]) {
    super(`${file}: ${faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`)
    this.name = 'QuestionnaireError'
    this.file = file
    this.faults = faults
  }
}

/** @throws QuestionnaireError where the text is not JSON, or not of this shape */
export function parseFile<Shape extends z.ZodType>(text: string, file: string, shape: Shape): z.output<Shape> {
  // Editors on Windows may put a byte order mark first.
  const source = text.replace(/^\uFEFF/, '')
  const broken = findJsonFault(source)
  if (broken)
    throw new QuestionnaireError(file, [
      { path: `line ${broken.line}, column ${broken.column}`, message: `is not JSON: expected ${broken.expected}` },
    ])
  const json: unknown = JSON.parse(source)
  const result = shape.safeParse(json)
  if (result.success) return result.data
  throw new QuestionnaireError(
    file,
    result.error.issues.map(({ path, message }) => ({
      path: path.join('.') || '(top)',
      message: named(json, path, message),
    })),
  )
}

/** The message, led by the id of the item, page or indicator it concerns: nobody counts to items.17. */
function named(json: unknown, path: readonly PropertyKey[], message: string): string {
  let inner = json
  let name: unknown
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null) break
    inner = (inner as Record<PropertyKey, unknown>)[key]
    if (typeof key === 'number' && typeof inner === 'object' && inner !== null && 'id' in inner) name = inner.id
  }
  return typeof name === 'string' && !message.split(/[^\w.]+/).includes(name) ? `${name}: ${message}` : message
}
