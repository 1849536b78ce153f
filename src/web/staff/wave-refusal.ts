// Why nothing is sent, entered or changed in a wave as it stands: each of its states has a way out of its own.
import { Problem } from '#errors.ts'
import { stateOn, type Wave, waveState } from '#store/waves.ts'

const codes = { planned: 'wave_not_open', open: 'wave_overdue', closed: 'wave_closed' } as const

/** For a wave that is not open, or open past its last day. The page that says so leads back to the wave. */
export const refusalOf = (wave: Wave): Problem => new Problem(codes[waveState(wave)], { wave: wave.id })

/**
 * @param today YYYY-MM-DD, local
 * @throws Problem as refusalOf
 */
export function requireOpen(wave: Wave, today: string): void {
  if (stateOn(wave, today) !== 'open') throw refusalOf(wave)
}
