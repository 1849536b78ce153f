// What is changed from the check leads back to it, by way of the questions that the change has brought forward. Which
// these are cannot be seen from the draft: the script of the page has saved the change before the page is sent.
import { pagesInWave } from '#survey/visibility.ts'
import { isAsked, type LinkRequest, type Visit } from './visit.ts'

export interface FromCheck {
  /** Ids of the items that were not asked when the page was opened. */
  unasked: readonly string[]
  /** Ids of those brought forward on the way and not yet shown. */
  due: readonly string[]
}

/** In an address. */
export const fromCheckQuery = (due: readonly string[]): Record<string, string> =>
  due.length > 0 ? { from: 'check', due: due.join(' ') } : { from: 'check' }

/** Of the address of a page that is opened. */
export function fromCheckIn({ query }: LinkRequest, here: Visit): FromCheck | null {
  if (query.from !== 'check') return null
  const all = pagesInWave(here.questionnaire, here.invitation.wave.kind).flatMap(({ items }) => items)
  const unasked = all.filter(({ id }) => !isAsked(here, here.answers, id)).map(({ id }) => id)
  return { unasked, due: words(query.due) }
}

/** Of a form. */
export const readFromCheck = (body: Readonly<Record<string, unknown>>): FromCheck | null =>
  body._from === 'check' ? { unasked: words(body._unasked), due: words(body._due) } : null

/** What is still to be shown once a page has been sent, in reading order. @param answers as they are now */
export function dueAfter({ unasked, due }: FromCheck, here: Visit, page: string, answers: Visit['answers']): string[] {
  const waiting = new Set([...unasked, ...due])
  return pagesInWave(here.questionnaire, here.invitation.wave.kind)
    .filter((one) => one.page.id !== page)
    .flatMap(({ items }) => items.map(({ id }) => id))
    .filter((id) => waiting.has(id) && isAsked(here, answers, id))
}

const words = (text: unknown): string[] => (typeof text === 'string' ? text.split(' ').filter(Boolean) : [])
