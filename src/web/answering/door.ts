// What a link opens right now: the questionnaire, or the reason why not.
import type { Database } from '#store/database.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation, type Invitation } from '#store/invitations.ts'
import { closingTime, grace, waveState } from '#store/waves.ts'

export type Door =
  | { state: 'unknown' }
  | { state: 'gone' }
  | { state: 'answered'; invitation: Invitation; submittedAt: number; receipt: string }
  | { state: 'planned'; invitation: Invitation }
  | { state: 'closed'; invitation: Invitation; closedAt: number }
  | {
      state: 'open'
      invitation: Invitation /** Set where the wave has closed and only the grace is left. */
      until: number | null
    }

/** A link broken by a mail program often ends in a dot, a bracket or a line break: they cannot be part of it. */
export const mendToken = (token: string): string => token.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 22)

export function openDoor(db: Database, token: string, now: number): Door {
  const invitation = findInvitation(db, hashToken(mendToken(token)), 'answer')
  if (!invitation) return { state: 'unknown' }
  if (invitation.erasedAt !== null || invitation.withdrawnAt !== null) return { state: 'gone' }
  const { submittedAt, receipt, wave, draft } = invitation
  if (submittedAt !== null && receipt !== null) return { state: 'answered', invitation, submittedAt, receipt }
  if (waveState(wave) === 'planned') return { state: 'planned', invitation }
  const closedAt = closingTime(wave)
  if (now < closedAt) return { state: 'open', invitation, until: null }
  const until = closedAt + grace
  if (draft && draft.startedAt <= closedAt && now < until) return { state: 'open', invitation, until }
  return { state: 'closed', invitation, closedAt }
}
