// Cells that name something Samverka knows: a municipality, an actor group, a language.
import type { ActorGroup, Language } from '#survey/questionnaire.ts'

/** A municipality, or what a study has in its place. */
export interface Unit {
  code: string
  name: string
}

/** How names are compared: composed letters, trimmed, lower case. "Malmo" is not Malmö. */
export const foldName = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/**
 * Finds a unit by code ("0428"), or by name ("Vingåker", "VINGÅKER", "Vingåkers kommun"). Excel drops the zero of
 * "0428": `zeroRestored` tells that it was put back.
 */
export function municipalityFinder(
  units: readonly Unit[],
): (cell: string) => { code: string; zeroRestored: boolean } | undefined {
  const codes = new Map<string, string>()
  for (const { code, name } of units)
    for (const form of [`${name}s kommun`, `${name} kommun`, name, code]) codes.set(foldName(form), code)
  return (cell) => {
    const code = codes.get(foldName(cell))
    if (code !== undefined) return { code, zeroRestored: false }
    const restored = /^\d{3}$/.test(cell.trim()) ? codes.get(`0${cell.trim()}`) : undefined
    return restored === undefined ? undefined : { code: restored, zeroRestored: true }
  }
}

/** Finds an actor group by its code or its label in either language. */
export function actorGroupFinder(groups: readonly ActorGroup[]): (cell: string) => string | undefined {
  const codes = new Map<string, string>()
  for (const { code, label } of groups) for (const form of [label.en, label.sv, code]) codes.set(foldName(form), code)
  return (cell) => codes.get(foldName(cell))
}

const languageNames: Readonly<Record<string, Language>> = {
  sv: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  en: 'en',
  engelska: 'en',
  english: 'en',
}

export const findLanguage = (cell: string): Language | undefined => languageNames[foldName(cell)]

/** Unseen characters that change how a text reads: controls, and marks of writing direction. ZWJ and the like stay. */
export const hidesCharacters = (text: string): boolean =>
  /\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u.test(text)

/** Nothing that can be seen: spaces, and letters of no width. */
export const isBlank = (text: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text)

const graphemes = new Intl.Segmenter('sv')

/** Longer than so many characters as a reader counts them. Counting stops there, however long the text is. */
export function isLongerThan(text: string, limit: number): boolean {
  if (text.length <= limit) return false
  let length = 0
  for (const _ of graphemes.segment(text)) {
    length += 1
    if (length > limit) return true
  }
  return false
}
