// What is odd about the days of a wave beside the project's others. Said, and not refused: there may be reasons.
import type { Wave } from '#store/waves.ts'
import { type WaveKind, waveKinds } from '#survey/questionnaire.ts'

type Dated = Pick<Wave, 'kind' | 'opensOn' | 'closesOn'>

export interface OrderRemark {
  /** 'starts_before': it begins before a wave that comes earlier in a project; 'overlaps': they share days. */
  code: 'starts_before' | 'overlaps'
  kind: WaveKind
  other: Dated
}

/** One remark for each wave that it stands oddly to. @param waves of the project; the wave itself is passed over */
export function orderRemarks(wave: Dated, waves: readonly Dated[]): OrderRemark[] {
  const others = waves.filter(({ kind }) => kind !== wave.kind)
  return others.flatMap((other): OrderRemark[] => {
    const [first, second] = placeOf(other) < placeOf(wave) ? [other, wave] : [wave, other]
    if (second.opensOn < first.opensOn) return [{ code: 'starts_before', kind: second.kind, other: first }]
    if (second.opensOn <= first.closesOn) return [{ code: 'overlaps', kind: wave.kind, other }]
    return []
  })
}

const placeOf = ({ kind }: Dated): number => waveKinds.indexOf(kind)
