// A letter in somebody's own words: plain text with a closed list of fields in braces. What is wrong with one is told
// with its place, before anything is saved or sent.
import { type Language, languages, phrasesIn } from '#i18n/phrases.ts'

export const letterKinds = [
  'invitation',
  'successor',
  'reminder',
  'reminder_again',
  'closing_soon',
  'thanks',
  'links',
] as const
/** What a letter says. A message to a project has words of its own each time, and no standard text. */
export type LetterKind = (typeof letterKinds)[number]

export const fields = [
  'name',
  'project',
  'link',
  'last_day',
  'minutes',
  'organisation',
  'contact',
  'municipality',
  'why',
] as const
export type Field = (typeof fields)[number]

export interface LetterWords {
  subject: string
  /** Paragraphs, parted by an empty line. */
  body: string
}

export type Piece = { text: string } | { field: Field }

/** Where in a text: both from 1, columns counted in characters as people see them. */
export interface Place {
  line: number
  column: number
}

export type TemplateFault = { part: keyof LetterWords } & (
  | { code: 'empty' }
  | { code: 'too_long'; most: number }
  | ({ code: 'lines' } & Place)
  /** An opening brace that nothing closes on its line. */
  | ({ code: 'unclosed' } & Place)
  /** `meant`: the field that it resembles. */
  | ({ code: 'unknown_field'; field: string; meant: Field | undefined } & Place)
  /** A field that this letter, or this part of it, cannot have. */
  | ({ code: 'misplaced_field'; field: string } & Place)
  | { code: 'no_link' }
  | ({ code: 'two_links'; field: string } & Place)
  /** Somebody's own link, which would let every reader answer as that person. */
  | ({ code: 'personal_link' } & Place)
)

export const longestSubject = 150
export const longestBody = 4000

const withoutLink: readonly Field[] = ['name', 'project', 'organisation', 'contact', 'municipality']

/** In the order of the list that people read. */
export const fieldsOf = (kind: LetterKind | 'message'): readonly Field[] =>
  kind === 'thanks' || kind === 'message' ? withoutLink : fields

/** The link belongs in the letter, and so do sentences. */
const notInSubjects: readonly Field[] = ['link', 'why']

/** What is wrong with a letter, in the order in which it is read; empty = it may be sent. */
export function templateFaults(kind: LetterKind | 'message', words: LetterWords): TemplateFault[] {
  const allowed = fieldsOf(kind)
  return [
    ...faultsOfPart('subject', words.subject, {
      allowed: allowed.filter((field) => !notInSubjects.includes(field)),
      most: longestSubject,
    }),
    ...faultsOfPart('body', words.body, { allowed, most: longestBody }),
  ]
}

function faultsOfPart(
  part: keyof LetterWords,
  text: string,
  { allowed, most }: { allowed: readonly Field[]; most: number },
): TemplateFault[] {
  if (text.trim() === '') return [{ part, code: 'empty' }]
  if (text.length > most) return [{ part, code: 'too_long', most }]
  const faults: TemplateFault[] = []
  const lineBreak = part === 'subject' ? text.search(/[\r\n]/) : -1
  if (lineBreak >= 0) faults.push({ part, code: 'lines', ...placeIn(text, lineBreak) })
  let links = 0
  for (const { at, written, isClosed } of bracesIn(text)) {
    const place = placeIn(text, at)
    const field = fieldCalled(written)
    if (!isClosed) faults.push({ part, code: 'unclosed', ...place })
    else if (!field) faults.push({ part, code: 'unknown_field', field: written, meant: resembling(written), ...place })
    else if (!allowed.includes(field)) faults.push({ part, code: 'misplaced_field', field: written, ...place })
    else if (field === 'link' && ++links > 1) faults.push({ part, code: 'two_links', field: written, ...place })
  }
  if (allowed.includes('link') && links === 0) faults.push({ part, code: 'no_link' })
  const personal = text.search(/\/(?:s|quiet)\/[\w-]{22}/)
  if (personal >= 0) faults.push({ part, code: 'personal_link', ...placeIn(text, personal) })
  return faults
}

/** @throws Error where the text names what is no field: it must not be sent */
export function parseTemplate(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { at, length, written } of bracesIn(text)) {
    const field = fieldCalled(written)
    if (!field) throw new Error(`a letter with an unknown field: ${written}`)
    if (at > from) pieces.push({ text: text.slice(from, at) })
    pieces.push({ field })
    from = at + length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

function* bracesIn(text: string) {
  for (const match of text.matchAll(/\{([^{}\r\n]*)(\}?)/g))
    yield { at: match.index, length: match[0].length, written: match[1] ?? '', isClosed: match[2] === '}' }
}

export function placeIn(text: string, at: number): Place {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: before.length, column: 1 + graphemesIn(before.at(-1) ?? '') }
}

const segmenter = new Intl.Segmenter('sv')
const graphemesIn = (text: string): number => [...segmenter.segment(text)].length

const fold = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()

/** By what fields are called, in every language: {namn} and {name} are the same, wherever they stand. */
const named = new Map(
  languages.flatMap((language: Language) =>
    fields.map((field) => [fold(phrasesIn(language).letters.fields[field]), field] as const),
  ),
)

const fieldCalled = (written: string): Field | undefined => named.get(fold(written))

/** The field whose name is at most two letters away; undefined where none, or the name is too short to tell. */
function resembling(written: string): Field | undefined {
  const typed = fold(written)
  const [nearest] = [...named]
    .map(([name, field]) => ({ field, distance: distanceBetween(typed, name) }))
    .filter(({ distance }) => distance <= 2 && distance < typed.length)
    .sort((a, b) => a.distance - b.distance)
  return nearest?.field
}

/** Letters to change, add or take away (Levenshtein 1966). */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === b.charAt(j - 1) ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}
