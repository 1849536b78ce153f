// What has just been done, told on the page one is sent to: a code in its address, and counts. Words are looked up, so
// that a link somebody made up can say nothing of its own.
import type { FastifyRequest } from 'fastify'
import { type Phrases, phrasesIn } from '#i18n/phrases.ts'

type DoneCode = keyof Phrases['staff']['done']

export const doneAt = (url: string, code: DoneCode, ...counts: readonly number[]): string =>
  `${url}?done=${code}${counts.length > 0 ? `&n=${counts.join('.')}` : ''}`

/** The sentence for the top of the page, or null. */
export function doneIn(request: FastifyRequest): string | null {
  const { done, n } = request.query as { done?: unknown; n?: unknown }
  const words = phrasesIn(request.language).staff.done
  if (typeof done !== 'string' || !Object.hasOwn(words, done)) return null
  const counts = typeof n === 'string' && /^\d{1,6}(\.\d{1,6})*$/.test(n) ? n.split('.').map(Number) : []
  const say: (...counts: number[]) => string = words[done as DoneCode]
  return counts.length >= say.length ? say(...counts) : null
}
