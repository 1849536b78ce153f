// Where a form leads when it has been saved. Pages are looked up by name: an answer may have hidden or brought forward
// others, also the one that was sent.
import { pagesInWave } from '#survey/visibility.ts'
import { pagesOf, type Visit } from './visit.ts'

export type Way = 'on' | 'back' | 'stay'

/**
 * The end of the address that follows, with its slash: a page, the check after the last one, nothing for the landing
 * before the first. Whoever would stay on a page that is asked no longer goes on.
 * @param page id of the page that was sent
 * @param answers as they are now
 */
export function placeFrom(
  { questionnaire, invitation }: Pick<Visit, 'questionnaire' | 'invitation'>,
  answers: Visit['answers'],
  page: string,
  way: Way,
): string {
  const order = pagesInWave(questionnaire, invitation.wave.kind).map((one) => one.page.id)
  const from = order.indexOf(page)
  const places = pagesOf(questionnaire, invitation, answers).map((asked) => order.indexOf(asked.page.id))
  const before = places.findLastIndex((place) => place < from)
  if (way === 'back') return before < 0 ? '' : `/${before + 1}`
  const next = places.findIndex((place) => (way === 'stay' ? place >= from : place > from))
  return next < 0 ? '/check' : `/${next + 1}`
}
