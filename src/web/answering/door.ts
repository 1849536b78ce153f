// What a link opens right now: the questionnaire, or the reason why not.
import type { Database } from '#store/database.ts'
import { hashToken } from '#store/ids.ts'
import { findInvitation, type Invitation } from '#store/invitations.ts'
import { grace, waveState } from '#store/waves.ts'
import { mendToken } from '../token.ts'

export type Door =
  | { state: 'unknown' }
  /** Answers and person are erased: what is left of the invitation tells nothing. */
  | { state: 'erased' }
  | { state: 'withdrawn'; invitation: Invitation }
  | { state: 'left'; invitation: Invitation }
  | { state: 'answered'; invitation: Invitation; submittedAt: number; receipt: string }
  | { state: 'planned'; invitation: Invitation }
  | { state: 'closed'; invitation: Invitation; closedAt: number }
  | OpenDoor

export interface OpenDoor {
  state: 'open'
  invitation: Invitation
  /** UTC milliseconds; set where the wave has closed and only the grace is left. */
  until: number | null
}

export function openDoor(db: Database, token: string, now: number): Door {
  const invitation = findInvitation(db, hashToken(mendToken(token)), 'answer')
  if (!invitation) return { state: 'unknown' }
  if (invitation.erasedAt !== null || invitation.revokedAt !== null) return { state: 'erased' }
  if (invitation.handedOverAt !== null) return { state: 'left', invitation }
  if (invitation.withdrawnAt !== null) return { state: 'withdrawn', invitation }
  const { submittedAt, receipt, wave, draft, closesAt } = invitation
  if (submittedAt !== null && receipt !== null) return { state: 'answered', invitation, submittedAt, receipt }
  if (waveState(wave) === 'planned') return { state: 'planned', invitation }
  if (now < closesAt) return { state: 'open', invitation, until: null }
  const until = closesAt + grace
  if (draft && draft.startedAt <= closesAt && now < until) return { state: 'open', invitation, until }
  return { state: 'closed', invitation, closedAt: closesAt }
}
