// Letters that did not go through, as the few troubles that they are: for the page and the terminal alike.
import type { Said } from '#store/mailing.ts'
import type { MessageState } from '#store/messages.ts'
import { type RefusalKind, readRefusal } from './refusals.ts'

export interface Trouble {
  kind: RefusalKind
  /** "550 5.1.1", each once; the most frequent first, at most three. */
  codes: string[]
  letters: number
  /** Letters by state, of states that some are in. */
  states: { state: TroubledState; letters: number }[]
  /** What servers said, each once, the most frequent first, at most five. */
  words: string[]
}

const states = ['unknown', 'failed', 'returned', 'retry'] as const satisfies readonly MessageState[]
export type TroubledState = (typeof states)[number]
const mostCodes = 3
const mostWords = 5

/** The trouble of most letters first. @param said the most frequent first */
export function groupTroubles(said: readonly Said[]): Trouble[] {
  const read = said.map((one) => ({ ...one, refusal: readRefusal(one.words) }))
  const groups = Map.groupBy(read, ({ refusal }) => refusal.kind)
  return [...groups]
    .map(([kind, own]) => ({
      kind,
      codes: distinct(own.map(({ refusal }) => refusal.code).filter((code) => code !== '')).slice(0, mostCodes),
      letters: sumOf(own),
      states: states
        .map((state) => ({ state, letters: sumOf(own.filter((one) => one.state === state)) }))
        .filter(({ letters }) => letters > 0),
      words: distinct(own.map(({ words }) => words)).slice(0, mostWords),
    }))
    .sort((a, b) => b.letters - a.letters)
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

const sumOf = (some: readonly Said[]): number => some.reduce((letters, one) => letters + one.letters, 0)
