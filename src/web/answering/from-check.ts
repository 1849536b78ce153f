// What is changed from the check leads back to it, by way of the questions that the change has brought forward. Which
// these are cannot be seen from the draft: the script of the page has saved the change before the page is sent.
import { type AskedPage, pagesInWave } from '#survey/visibility.ts'
import { itemsOn, type LinkRequest, type Visit } from './visit.ts'

/** Ids of the items that whoever comes from the check has not been shown: they are not asked, or stand on a page to come. */
export type Unseen = readonly string[]

/** In an address. */
export const fromCheckQuery = (unseen: Unseen): Record<string, string> =>
  unseen.length > 0 ? { from: 'check', unseen: unseen.join(' ') } : { from: 'check' }

/** Of the address of a page that is opened; null where one does not come from the check. */
export function unseenIn({ query }: LinkRequest, { pages, questionnaire, invitation }: Visit): Unseen | null {
  if (query.from !== 'check') return null
  const asked = itemsOn(pages)
  const unasked = [...itemsOn(pagesInWave(questionnaire, invitation.wave.kind))].filter((id) => !asked.has(id))
  return [...new Set([...words(query.unseen), ...unasked])]
}

/** Of a form. */
export const readUnseen = (body: Readonly<Record<string, unknown>>): Unseen | null =>
  body._from === 'check' ? words(body._unseen) : null

/** What is still to be shown once a page has been sent. @param pages as they are asked now @param sent id of the page */
export function dueAfter(unseen: Unseen, pages: readonly AskedPage[], sent: string): string[] {
  const others = itemsOn(pages.filter(({ page }) => page.id !== sent))
  return unseen.filter((id) => others.has(id))
}

const words = (text: unknown): string[] => (typeof text === 'string' ? text.split(' ').filter(Boolean) : [])
