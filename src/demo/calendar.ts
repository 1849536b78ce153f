// When the demonstration's events took place, UTC milliseconds, and the days its waves were planned for.
import { localDayOf } from '#store/local-day.ts'
import type { WaveDays } from '#store/waves.ts'
import type { Random } from './random.ts'

const hour = 3_600_000
const day = 24 * hour

export interface PastWave extends WaveDays {
  kind: 'baseline' | 'endline'
  questionnaireVersion: number
  plannedAt: number
  openedAt: number
  closedAt: number
}

export const projectBegan = Date.UTC(2017, 8, 1, 7)
export const participantsRegistered = Date.UTC(2018, 0, 15, 8)
export const seatsPassedOn = Date.UTC(2019, 10, 18, 8)

export const baselineWave: PastWave = {
  kind: 'baseline',
  questionnaireVersion: 1,
  plannedAt: Date.UTC(2018, 0, 16, 8),
  opensOn: '2018-02-05',
  closesOn: '2018-03-09',
  openedAt: Date.UTC(2018, 1, 5, 7),
  closedAt: Date.UTC(2018, 2, 9, 22),
}

export const endlineWave: PastWave = {
  kind: 'endline',
  questionnaireVersion: 2,
  plannedAt: Date.UTC(2019, 11, 2, 8),
  opensOn: '2020-01-13',
  closesOn: '2020-02-14',
  openedAt: Date.UTC(2020, 0, 13, 7),
  closedAt: Date.UTC(2020, 1, 14, 22),
}

export const laterBegan = Date.UTC(2022, 0, 3, 7)
export const laterRegistered = Date.UTC(2022, 0, 31, 8)

/** Version 2 both times. */
export const laterWaves: readonly PastWave[] = [
  {
    kind: 'baseline',
    questionnaireVersion: 2,
    plannedAt: Date.UTC(2022, 1, 1, 8),
    opensOn: '2022-03-01',
    closesOn: '2022-03-31',
    openedAt: Date.UTC(2022, 2, 1, 7),
    closedAt: Date.UTC(2022, 2, 31, 21),
  },
  {
    kind: 'endline',
    questionnaireVersion: 2,
    plannedAt: Date.UTC(2025, 0, 7, 8),
    opensOn: '2025-02-03',
    closesOn: '2025-02-28',
    openedAt: Date.UTC(2025, 1, 3, 7),
    closedAt: Date.UTC(2025, 1, 28, 22),
  },
]

/** When a response comes in: by day or early evening, most of them in the first week. */
export function drawMoment(random: Random, { openedAt, closedAt }: PastWave): number {
  const days = Math.floor((closedAt - openedAt) / day)
  return openedAt + Math.floor(random() ** 2 * days) * day + Math.floor(random() * 12 * hour)
}

/** Four weeks from the day, in Sweden, on which the demonstration is opened. */
export const followUpDays = (now: number): WaveDays => ({
  opensOn: localDayOf(now),
  closesOn: localDayOf(now + 28 * day),
})
