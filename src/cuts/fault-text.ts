// Why a second cut may not stand beside the first, in words: whoever is refused reads places, not addresses.
import type { Language } from '#i18n/phrases.ts'
import type { EditionFault } from './editions.ts'
import { nameOfGroup } from './figure-text.ts'
import type { PublishedResults } from './published-results.ts'

/** A place in the results, and why it tells of few. */
export interface FaultInWords {
  place: string
  reason: EditionFault['reason']
}

/** Each place once for a reason. @param results of either edition: names are the same in both */
export function faultsInWords(
  faults: readonly EditionFault[],
  results: PublishedResults,
  language: Language,
): FaultInWords[] {
  const places = new Map<string, FaultInWords>()
  for (const { path, reason } of faults) {
    const place = nameOfGroup(groupOf(path.split('/'), reason), results, language)
    places.set(`${reason} ${place}`, { place, reason })
  }
  return [...places.values()]
}

/** What is left over has no address of its own: it is of the table whose rows are hidden, or of the row. */
function groupOf(path: readonly string[], reason: EditionFault['reason']): readonly string[] {
  if (reason !== 'left_over') return path
  const hidden = path.indexOf('hidden')
  return hidden < 0 && path[0] === 'context' && path.length === 3 ? path : path.slice(0, hidden < 0 ? -1 : hidden)
}
