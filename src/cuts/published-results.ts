// Results as the bytes that are published: canonical, and telling no reader which withheld figure hides few people.
import type { ResultsContext } from '#indicators/context/model.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { canonicalJson, type Json } from './canonical-json.ts'

/** Everything that is published of two waves: the change, and what it rests on. */
export interface PublishedResults extends ProjectResults {
  context: ResultsContext
}

/** The same results give the same text in every process. @throws RangeError with a figure that is not finite */
export const publishResults = (results: ProjectResults, context: ResultsContext): string =>
  canonicalJson(tell({ ...results, context } satisfies PublishedResults))

/** Results read back from what was published. */
export const readPublished = (text: string): PublishedResults => JSON.parse(text) as PublishedResults

/** What need not be told otherwise stays the object that it is: a copy of a country's results takes a tenth of a second. */
function tell(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  let told: Record<string, unknown> | unknown[] | undefined
  const fields = value as Record<string, unknown>
  for (const name in fields) {
    const field = tell(fields[name])
    if (field === fields[name]) continue
    told ??= Array.isArray(value) ? [...value] : { ...fields }
    ;(told as Record<string, unknown>)[name] = field
  }
  if (fields.shown === false && fields.reason === 'suppressed')
    return { ...fields, ...told, reason: toldReason(fields.reason) }
  return told ?? value
}

/** Results or their context as readers are told of them: nobody may see which withheld figure hides few people. */
export const asTold = <Of extends ProjectResults | ResultsContext>(of: Of): Of => tell(of) as Of

/** What would be published of results, with their context or without, to walk through. */
export const treeOf = (results: ProjectResults | PublishedResults): Json => publishedTree(canonicalJson(tell(results)))

/** The published tree as plain JSON, to walk through. */
export const publishedTree = (text: string): Json => JSON.parse(text) as Json
