// Two people at one form. Each sends along what it was filled with, so that the second to save undoes nothing of the
// first: what only one of them has touched stays as that one wrote it, and where both have, the second is asked.
import { printOf } from '#store/drafts.ts'
import { withPlainBreaks } from './form.ts'

type Fields<Name extends string> = Readonly<Record<Name, string>>

export interface Merged<Name extends string> {
  values: Record<Name, string>
  /** Touched by whoever sends the form. */
  mine: Name[]
  /** Changed by somebody else since it was opened. */
  theirs: Name[]
  /** Changed by both, each to something else: `values` has what was sent. */
  clashing: Name[]
}

/** What the form is filled with, in a few letters a field. */
export const printFields = <Name extends string>(fields: Fields<Name>): string =>
  Object.entries<string>(fields)
    .map(([name, text]) => `${name}:${printText(text)}`)
    .join(' ')

/** Browsers send other line breaks than they were given, and those who type leave blanks at the end. */
export const printText = (text: string): string => printOf(withPlainBreaks(text).trim())

/**
 * @param standing what the form would be filled with now
 * @param basedOn `printFields` of what it was filled with. A field that it does not name counts as touched, on top of
 *   what stands
 */
export function mergeFields<Name extends string>(
  typed: Fields<Name>,
  standing: Fields<Name>,
  basedOn: string,
): Merged<Name> {
  const names = Object.keys(standing) as Name[]
  const before = new Map(basedOn.split(' ').map((part) => [part.replace(/:.*/, ''), part.replace(/.*:/, '')]))
  const isOther = (fields: Fields<Name>, name: Name) =>
    printText(fields[name]) !== (before.get(name) ?? printText(standing[name]))
  const mine = names.filter((name) => isOther(typed, name))
  const theirs = names.filter((name) => isOther(standing, name))
  const isSame = (name: Name) => printText(typed[name]) === printText(standing[name])
  return {
    values: { ...standing, ...Object.fromEntries(mine.map((name) => [name, typed[name]])) },
    mine,
    theirs,
    clashing: mine.filter((name) => theirs.includes(name) && !isSame(name)),
  }
}
