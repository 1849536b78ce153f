// Where a form leads when it has been saved. Pages are looked up by name: an answer may have hidden or brought forward
// others, also the one that was sent.
import { type AskedPage, pagesInWave } from '#survey/visibility.ts'
import { dueAfter, fromCheckQuery } from './from-check.ts'
import type { PageForm, Way } from './page-form.ts'
import { type Told, toldQuery } from './told.ts'
import type { Visit } from './visit.ts'

/**
 * The address that follows: a page, the check after the last one, the landing before the first. Whoever would stay on a
 * page that is asked no longer goes on; whoever came from the check goes by way of what is still to be shown.
 * @param link where all pages behind the link lie
 * @param pages as they are asked now
 */
export function addressAfter(
  link: string,
  here: Visit,
  pages: readonly AskedPage[],
  { page, unseen, cleared }: PageForm,
  way: Way,
  told: Told,
): string {
  const due = unseen && dueAfter(unseen, pages, page)
  const place = due && way !== 'stay' ? placeOf(way === 'on' ? due : [], pages) : placeFrom(here, pages, page, way)
  const isPage = place !== '' && place !== '/check'
  const query = new URLSearchParams({ ...(due && isPage ? fromCheckQuery(due) : {}), ...toldQuery(told) }).toString()
  return `${link}${place}${query && `?${query}`}${cleared ? `#${cleared}` : ''}`
}

/** The first page that asks any of these, or the check. */
const placeOf = (due: readonly string[], pages: readonly AskedPage[]): string =>
  placed(pages.findIndex(({ items }) => items.some(({ id }) => due.includes(id))))

/** @param sent id of the page */
function placeFrom({ questionnaire, invitation }: Visit, pages: readonly AskedPage[], sent: string, way: Way): string {
  const order = pagesInWave(questionnaire, invitation.wave.kind).map(({ page }) => page.id)
  const from = order.indexOf(sent)
  const places = pages.map(({ page }) => order.indexOf(page.id))
  if (way === 'stay') return placed(places.findIndex((place) => place >= from))
  if (way === 'on') return placed(places.findIndex((place) => place > from))
  const last = places.findLastIndex((place) => place < from)
  return last < 0 ? '' : placed(last)
}

const placed = (at: number): string => (at < 0 ? '/check' : `/${at + 1}`)
