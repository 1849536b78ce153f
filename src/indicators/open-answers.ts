// What may be told of what people wrote: how many mention a thing, and where somebody who is quoted lives. Nobody may
// be found by it, nor by what is left when the figures beside it are taken away.
import { isFew, protect, smallestFirst } from './pooling.ts'
import { type Published, shown, withheld } from './published.ts'

/** A quote names its municipality only where so many answered. */
export const fewestBesideQuote = 10

/**
 * How many people mention each category. Withheld where those who do, or those who do not, are fewer than the
 * threshold (nobody who does not, too: it would tell what each of them wrote); then the smallest others, until those
 * withheld are nobody or two categories with the threshold's mentions between them.
 * @param mentions people by category, each counted once in a category
 * @param people who answered the question
 * @throws RangeError where more mention a category than answered
 */
export function publishCategoryCounts(
  mentions: ReadonlyMap<string, number>,
  people: number,
  threshold: number,
): ReadonlyMap<string, Published<number>> {
  if ([...mentions.values()].some((count) => count > people))
    throw new RangeError('publishCategoryCounts: more mentions than people')
  if (people < threshold) return mapValues(mentions, () => withheld('too_few'))
  const isTelling = (count: number) => isFew(count, threshold) || people - count < threshold
  const protection = protect(
    [
      {
        id: 'mentions',
        groups: mapValues(mentions, (count) => [count]),
        hidden: new Set([...mentions].filter(([, count]) => isTelling(count)).map(([category]) => category)),
        totalShown: true,
        linkedTo: [],
      },
    ],
    smallestFirst(mentions),
    threshold,
  ).get('mentions')
  // Where no cover is left, none of them is told.
  const isShown = (category: string) => protection?.totalShown === true && !protection.hidden.has(category)
  return new Map(
    [...mentions].map(([category, count]) => [category, isShown(category) ? shown(count) : withheld('suppressed')]),
  )
}

/**
 * Municipalities that a quote may name. Those with fewer than ten who answered the wave may not; nor may, then, the
 * smallest others, until the quotes without a name can come from two municipalities with ten people between them.
 * @param answered people by municipality who answered the wave, on anything, without those who deliver the project
 */
export function municipalitiesBesideQuotes(answered: ReadonlyMap<string, number>): ReadonlySet<string> {
  const protection = protect(
    [
      {
        id: 'quotes',
        groups: mapValues(answered, (people) => [people]),
        hidden: new Set([...answered].filter(([, people]) => people < fewestBesideQuote).map(([code]) => code)),
        totalShown: true,
        linkedTo: [],
      },
    ],
    smallestFirst(answered),
    fewestBesideQuote,
  ).get('quotes')
  if (protection?.totalShown !== true) return new Set()
  return new Set([...answered.keys()].filter((code) => !protection.hidden.has(code)))
}

const mapValues = <A, B>(entries: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> =>
  new Map([...entries].map(([key, value]) => [key, change(value)]))
