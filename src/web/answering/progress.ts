// How far somebody has come, told when the link is opened again, and where they go on.
import { pagesPassed } from '#store/drafts.ts'
import type { Invitation } from '#store/invitations.ts'
import type { AskedPage } from '#survey/visibility.ts'

export type Draft = NonNullable<Invitation['draft']>

export interface Progress {
  /** Pages with any answer on them. */
  answered: number
  /** Pages asked. */
  of: number
  /**
   * The page to go on from, from 1: after the last that was sent, or the one left in the middle; the first where nothing
   * is answered, whoever may have pressed the buttons. `of` + 1 = the check.
   */
  next: number
}

export function progressIn(pages: readonly AskedPage[], draft: Draft): Progress {
  const passed = pagesPassed(
    draft.marks,
    pages.map(({ page }) => page.id),
  )
  const isAnswered = ({ id }: { id: string }) => draft.answers[id] !== undefined
  const isBegun = pages.map(({ items }) => items.some(isAnswered))
  const isDone = pages.map(({ page, items }) => passed.has(page.id) || items.every(isAnswered))
  const answered = isBegun.filter(Boolean).length
  const last = pages.findLastIndex((_, at) => isBegun[at] || isDone[at])
  return {
    answered,
    of: pages.length,
    next: answered === 0 ? 1 : last + (isDone[last] ? 2 : 1),
  }
}
