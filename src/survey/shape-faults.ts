// The words for what a schema sees by itself: something missing, of another type, too long or unknown. zod's own words
// are for programmers.
import type { z } from 'zod'
import { fromMessage, type Sentence, toMessage } from './sentence.ts'

const types: Readonly<Record<string, Sentence>> = {
  string: { sv: 'en text', en: 'a text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista: [ … ]', en: 'a list: [ … ]' },
  object: { sv: 'namngivna delar: { … }', en: 'named parts: { … }' },
  record: { sv: 'namngivna delar: { … }', en: 'named parts: { … }' },
}

/** For every fault that the schema has no words of its own for. */
export const tellShapeFault = (issue: z.core.$ZodRawIssue): string => toMessage(sentenceOf(issue))

function sentenceOf(issue: z.core.$ZodRawIssue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return write(types[issue.expected] ?? { sv: issue.expected, en: issue.expected }, issue.input)
    case 'invalid_value':
      return write(oneOf(issue.values), issue.input)
    case 'invalid_union':
      // Of a part whose kind is not known; other unions have words of their own.
      return write(oneOf('options' in issue && Array.isArray(issue.options) ? issue.options : []), issue.input)
    case 'invalid_format':
      return write({ sv: 'en dag som 2026-03-31', en: 'a day as 2026-03-31' }, issue.input)
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum, issue.inclusive)
    case 'too_big':
      return tooBig(issue.origin, issue.maximum, issue.inclusive)
    case 'invalid_key':
      return keyFault(issue.issues)
    case 'unrecognized_keys':
      return {
        sv: `okänt här: ${issue.keys.map(quoted).join(', ')}; rätta stavningen, eller ta bort det`,
        en: `unknown here: ${issue.keys.map(quoted).join(', ')}; correct the spelling, or take it away`,
      }
    default:
      return { sv: `går inte här (${issue.code})`, en: `is not possible here (${issue.code})` }
  }
}

/** The name of a part is an id, and has been told what is wrong with it. */
const keyFault = ([first]: readonly z.core.$ZodIssue[]): Sentence =>
  first ? fromMessage(first.message) : { sv: 'går inte som namn', en: 'is no name' }

const quoted = (value: unknown): string => JSON.stringify(value)

function oneOf(values: readonly unknown[]): Sentence {
  const list = values.map(quoted).join(', ')
  return values.length === 1 ? { sv: list, en: list } : { sv: `något av ${list}`, en: `one of ${list}` }
}

/** @param found what stands at the place; undefined = nothing */
const write = (what: Sentence, found: unknown): Sentence =>
  found === undefined
    ? { sv: `saknas; skriv ${what.sv}`, en: `is missing; write ${what.en}` }
    : { sv: `skriv ${what.sv}`, en: `write ${what.en}` }

function tooSmall(origin: string, least: number | bigint, inclusive: boolean | undefined): Sentence {
  if (origin === 'string') return { sv: 'är tom; skriv en text', en: 'is empty; write a text' }
  if (origin === 'array')
    return { sv: `har för få delar; minst ${least} behövs`, en: `has too few parts; ${least} are needed` }
  return inclusive
    ? { sv: `skriv ett tal som är minst ${least}`, en: `write a number of at least ${least}` }
    : { sv: `skriv ett tal över ${least}`, en: `write a number over ${least}` }
}

function tooBig(origin: string, most: number | bigint, inclusive: boolean | undefined): Sentence {
  if (origin === 'string')
    return { sv: `är längre än ${most} tecken; korta texten`, en: `is over ${most} characters; shorten it` }
  if (origin === 'array')
    return { sv: `har för många delar; högst ${most} går`, en: `has too many parts; ${most} at most` }
  return inclusive
    ? { sv: `skriv ett tal som är högst ${most}`, en: `write a number of at most ${most}` }
    : { sv: `skriv ett tal under ${most}`, en: `write a number under ${most}` }
}
