// How many people a published figure rests on, where the figure's own group does not say: a model over municipalities
// rests on the pairs of its measure, a rate on those who were asked.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Json } from './canonical-json.ts'
import { type Fields, type Figure, isFields } from './figures.ts'

/**
 * In words; null where the results tell no number of people for it. The `n` of the CSV file knows less: it is one number
 * of the figure's own group or none, and stays so, that the same results make the same file.
 */
export function peopleBehind({ path, holders }: Figure, language: Language): string | null {
  const words = phrasesIn(language).cuts
  const count = (n: number) => formatCount(n, language)
  for (const holder of holders) {
    const { n, fromN, toN, stayers, leavers } = holder
    if (typeof n === 'number') return count(n)
    if (typeof fromN === 'number' && typeof toN === 'number') return words.peopleOf(count(fromN), count(toN))
    const [stayed, left] = [numberIn(stayers), numberIn(leavers)]
    if (stayed !== null && left !== null) return words.peopleLeft(count(stayed), count(left))
  }
  const asked = peopleAsked(path, holders) ?? peopleAnswering(path, holders)
  if (asked !== null) return count(asked)
  const pairs = pairsBehind(path, holders)
  if (pairs === null) return null
  const model = path.includes('model') ? holders.find((holder) => typeof holder.units === 'number') : undefined
  if (typeof model?.units !== 'number') return count(pairs)
  return words[isFields(model.takenTogether) ? 'peopleInUnits' : 'peopleIn'](count(pairs), count(model.units))
}

const restOnPairs: ReadonlySet<string> = new Set(['model', 'test', 'shrunken', 'finding'])

/** Those with a score both times, of the measure or the municipality whose model, test or finding it is. */
function pairsBehind(path: readonly string[], holders: readonly Fields[]): number | null {
  // How many the hidden municipalities hold is not told.
  if (path.includes('takenTogether') || !path.some((part) => restOnPairs.has(part))) return null
  for (const holder of holders) {
    const change = isFields(holder.overall) ? holder.overall : isFields(holder.change) ? holder.change : holder
    const n = numberIn(change.paired)
    if (n !== null) return n
  }
  return null
}

/** Whom a response rate is a share of: everybody who could have answered; of retention those who did the first time. */
function peopleAsked(path: readonly string[], holders: readonly Fields[]): number | null {
  const last = path.at(-1) ?? ''
  for (const { dispositions, from } of holders) {
    if (last.startsWith('rr') && isFields(dispositions)) {
      const { notEligible: _, ...eligible } = dispositions
      const counts = Object.values(eligible)
      if (counts.every((one): one is number => typeof one === 'number'))
        return counts.reduce((sum, one) => sum + one, 0)
    }
    if (last === 'retention' && isFields(from)) {
      const { answered } = isFields(from.funnel) ? from.funnel : from
      if (typeof answered === 'number') return answered
    }
  }
  return null
}

/** Whom the share of a sex or an age is of: everybody who answered, in that column. */
function peopleAnswering(path: readonly string[], holders: readonly Fields[]): number | null {
  const last = path.at(-1) ?? ''
  if (!path.includes('respondents') || !last.startsWith('shareOf')) return null
  for (const { from, to } of holders) {
    const [earlier, later] = [from, to].map((wave) =>
      isFields(wave) && isFields(wave.funnel) ? wave.funnel : undefined,
    )
    if (!earlier || !later) continue
    const [first, second, both] = [numberOf(earlier.answered), numberOf(later.answered), numberOf(earlier.both)]
    const counts: Readonly<Record<string, number | null>> = {
      shareOfEither: first === null || second === null || both === null ? null : first + second - both,
      shareOfFrom: first,
      shareOfTo: second,
      shareOfBoth: both,
    }
    return counts[last] ?? null
  }
  return null
}

/** The n of a group that is shown. */
function numberIn(group: Json | undefined): number | null {
  if (!isFields(group)) return null
  const told = group.shown === true && isFields(group.value) ? group.value : group
  return numberOf(told.n)
}

const numberOf = (field: Json | undefined): number | null => (typeof field === 'number' ? field : null)
