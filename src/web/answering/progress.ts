// How far somebody has come, told when the link is opened again, and where they go on.
import { isPassed } from '#store/drafts.ts'
import type { Invitation } from '#store/invitations.ts'
import type { AskedPage } from '#survey/visibility.ts'

type Draft = NonNullable<Invitation['draft']>

export interface Progress {
  /** Pages with any answer on them. */
  answered: number
  /** Pages asked. */
  of: number
  /**
   * The page to go on from, from 1: after the last that was sent, or the one left in the middle; the first where nothing
   * is answered, whoever may have pressed the buttons.
   */
  next: number | 'check'
}

export function progressIn(pages: readonly AskedPage[], draft: Draft): Progress {
  const isAnswered = ({ id }: { id: string }) => draft.answers[id] !== undefined
  const isBegun = pages.map(({ items }) => items.some(isAnswered))
  const isDone = pages.map(({ page, items }) => isPassed(draft.marks, page.id) || items.every(isAnswered))
  const answered = isBegun.filter(Boolean).length
  const last = pages.findLastIndex((_, at) => isBegun[at] || isDone[at])
  const next = answered === 0 ? 1 : last + (isDone[last] ? 2 : 1)
  return { answered, of: pages.length, next: next > pages.length ? 'check' : next }
}
