// Where a form leads when it has been saved. Pages are looked up by name: an answer may have hidden or brought forward
// others, also the one that was sent.
import { type AskedPage, pagesInWave } from '#survey/visibility.ts'
import type { PageForm } from './page-form.ts'
import { pagesOf, type Visit } from './visit.ts'

export type Way = 'on' | 'back' | 'stay'

/**
 * The end of the address that follows, with its slash: a page, the check after the last one, nothing for the landing
 * before the first. Whoever would stay on a page that is asked no longer goes on. Whoever came from the check goes back to
 * it, by way of questions that the change has brought forward.
 * @param answers as they are now
 */
export function placeFrom(here: Visit, answers: Visit['answers'], { page, isFromCheck }: Sent, way: Way): string {
  const order = pagesInWave(here.questionnaire, here.invitation.wave.kind).map((one) => one.page.id)
  const from = order.indexOf(page)
  const pages = pagesOf(here.questionnaire, here.invitation, answers)
  const places = pages.map((one) => order.indexOf(one.page.id))
  if (way === 'stay') return placed(places.findIndex((place) => place >= from))
  if (isFromCheck) return way === 'back' ? '/check' : placed(pages.findIndex(bringsForward(here)))
  if (way === 'on') return placed(places.findIndex((place) => place > from))
  const last = places.findLastIndex((place) => place < from)
  return last < 0 ? '' : placed(last)
}

type Sent = Pick<PageForm, 'page' | 'isFromCheck'>

const placed = (at: number): string => (at < 0 ? '/check' : `/${at + 1}`)

/** Whether a page asks what was not asked before. */
function bringsForward({ pages }: Visit): (asked: AskedPage) => boolean {
  const before = new Set(pages.flatMap(({ items }) => items))
  return ({ items }) => items.some((item) => !before.has(item))
}
