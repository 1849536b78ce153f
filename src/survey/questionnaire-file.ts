// A JSON file that people write: a questionnaire, or what lies beside one. It is read whole, or refused with all its
// faults at once, each at its place and with the remedy.
import type { z } from 'zod'
import { findJsonFault } from './json-fault.ts'
import type { Language } from './parts.ts'
import { fromMessage, type Sentence } from './sentence.ts'
import { tellShapeFault } from './shape-faults.ts'

/** One fault in a questionnaire file: where, and what to do. */
export interface QuestionnaireFault {
  /** As placeOf writes it; '' = the file as a whole. */
  path: string
  message: Sentence
}

/** Its message is in English, for logs; people are told with `describe`. */
export class QuestionnaireError extends Error {
  readonly file: string
  readonly faults: readonly QuestionnaireFault[]
  constructor(file: string, faults: readonly QuestionnaireFault[]) {
    super(describe(file, faults, 'en'))
    this.name = 'QuestionnaireError'
    this.file = file
    this.faults = faults
  }

  /** The file, and below it a line for each fault. */
  describe(language: Language): string {
    return describe(this.file, this.faults, language)
  }
}

const describe = (file: string, faults: readonly QuestionnaireFault[], language: Language): string =>
  `${file}:\n${listFaults(faults, language)}`

/** A line for each, as it stands below what the faults are in. */
export const listFaults = (faults: readonly QuestionnaireFault[], language: Language): string =>
  faults.map(({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message[language]}`).join('\n')

/** @throws QuestionnaireError where the text is not JSON, or not of this shape */
export function parseFile<Shape extends z.ZodType>(text: string, file: string, shape: Shape): z.output<Shape> {
  // Editors on Windows may put a byte order mark first.
  const source = text.replace(/^\uFEFF/, '')
  const json = parseJson(source, file)
  const result = shape.safeParse(json, { error: tellShapeFault })
  if (result.success) return result.data
  throw new QuestionnaireError(
    file,
    result.error.issues.map(({ path, message }) => ({ path: placeOf(json, path), message: fromMessage(message) })),
  )
}

/** The place of a fault is looked for where there is one: looking takes far longer than reading. */
function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    const fault = findJsonFault(source)
    if (!fault) throw error
    throw new QuestionnaireError(file, [{ path: '', message: fault.message }])
  }
}

/** `items.30 (G_LUG).showIf.item`: the keys on the way, and the ids of what they lead through, since nobody counts to 30. */
export function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  let inner = json
  const steps = path.map((key) => {
    inner = (inner as Record<PropertyKey, unknown> | null | undefined)?.[key]
    const id = typeof key === 'number' ? (inner as { id?: unknown } | null | undefined)?.id : undefined
    // What stands under id may be anything while a file is faulty.
    return typeof id === 'string' && /^[\w.-]{1,41}$/.test(id) ? `${String(key)} (${id})` : String(key)
  })
  return steps.join('.')
}
