// Where a form leads when it has been saved. Pages are looked up by name: an answer may have hidden or brought forward
// others, also the one that was sent.
import { pagesInWave } from '#survey/visibility.ts'
import { dueAfter, fromCheckQuery } from './from-check.ts'
import type { PageForm } from './page-form.ts'
import { type Told, toldQuery } from './told.ts'
import { pagesOf, type Visit } from './visit.ts'

export type Way = 'on' | 'back' | 'stay'

/**
 * The address that follows: a page, the check after the last one, the landing before the first. Whoever would stay on a
 * page that is asked no longer goes on.
 * @param link where all pages behind the link lie
 * @param answers as they are now
 */
export function addressAfter(
  link: string,
  here: Visit,
  answers: Visit['answers'],
  { page, fromCheck, cleared }: PageForm,
  way: Way,
  told: Told,
): string {
  const due = fromCheck && dueAfter(fromCheck, here, page, answers)
  const place =
    due && way !== 'stay' ? placeOfDue(here, answers, way === 'on' ? due : []) : placeFrom(here, answers, page, way)
  const isPage = place !== '' && place !== '/check'
  const query = new URLSearchParams({ ...(due && isPage ? fromCheckQuery(due) : {}), ...toldQuery(told) }).toString()
  return `${link}${place}${query && `?${query}`}${cleared ? `#${cleared}` : ''}`
}

/** The first page that asks any of these, or the check. */
function placeOfDue(here: Visit, answers: Visit['answers'], due: readonly string[]): string {
  const pages = pagesOf(here.questionnaire, here.invitation, answers)
  return placed(pages.findIndex(({ items }) => items.some(({ id }) => due.includes(id))))
}

/** @param page id of the page that was sent */
function placeFrom(here: Visit, answers: Visit['answers'], page: string, way: Way): string {
  const order = pagesInWave(here.questionnaire, here.invitation.wave.kind).map((one) => one.page.id)
  const from = order.indexOf(page)
  const places = pagesOf(here.questionnaire, here.invitation, answers).map((one) => order.indexOf(one.page.id))
  if (way === 'stay') return placed(places.findIndex((place) => place >= from))
  if (way === 'on') return placed(places.findIndex((place) => place > from))
  const last = places.findLastIndex((place) => place < from)
  return last < 0 ? '' : placed(last)
}

const placed = (at: number): string => (at < 0 ? '/check' : `/${at + 1}`)
