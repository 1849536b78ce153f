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

function tell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tell)
  if (typeof value !== 'object' || value === null) return value
  const told = Object.entries(value).map(([name, field]) => [name, tell(field)] as const)
  if ('shown' in value && value.shown === false && 'reason' in value && value.reason === 'suppressed')
    return { ...Object.fromEntries(told), reason: toldReason(value.reason) }
  return Object.fromEntries(told)
}

/** Results or their context as readers are told of them: nobody may see which withheld figure hides few people. */
export const asTold = <Of extends ProjectResults | ResultsContext>(of: Of): Of => tell(of) as Of

/** What would be published of results, with their context or without, to walk through. */
export const treeOf = (results: ProjectResults | PublishedResults): Json => publishedTree(canonicalJson(tell(results)))

/** The published tree as plain JSON, to walk through. */
export const publishedTree = (text: string): Json => JSON.parse(text) as Json
