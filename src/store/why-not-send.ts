// Why a letter that is due is not sent after all, looked at when it is claimed and again before its first byte. Pure.
import type { CancelReason } from './ending.ts'
import { isClosingSoon, type MessageKind } from './messages.ts'
import { type Participation, whyGone } from './taking-part.ts'

export interface Reader extends Participation {
  kind: MessageKind
  responseId: string | null
  closedAt: number | null
  quietAt: number | null
  bouncedAt: number | null
  wave: { closesOn: string }
}

const isReminding = (kind: MessageKind): boolean => kind === 'reminder' || kind === 'closing_soon'

/** @param today the local day, YYYY-MM-DD @returns undefined where the letter may be sent */
export function whyNotSend(reader: Reader, today: string): CancelReason | undefined {
  const reason = whyGone(reader) ?? (reader.kind === 'thanks' ? whyNotThank(reader) : whyNotAsk(reader, today))
  return reason ?? (reader.bouncedAt === null ? undefined : 'bounced')
}

const whyNotThank = ({ responseId }: Reader): CancelReason | undefined =>
  responseId === null ? 'not_answered' : undefined

function whyNotAsk({ kind, responseId, closedAt, quietAt, wave }: Reader, today: string): CancelReason | undefined {
  if (responseId !== null) return 'answered'
  if (closedAt !== null) return 'wave_closed'
  if (isReminding(kind) && quietAt !== null) return 'quiet'
  if (kind === 'closing_soon' && !isClosingSoon(wave.closesOn, today)) return 'not_closing_soon'
  return undefined
}
