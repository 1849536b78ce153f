// How far two people who sort the same cases agree beyond what chance alone would give.
import { type Interval, usualConfidence } from './interval.ts'
import { normalQuantile } from './normal.ts'

export interface Agreement {
  n: number
  /** Share of cases that both put in the same place, 0–1. */
  share: number
  /** −1 to 1, 0 = as by chance; null where both put every case in one and the same place, so that chance says it all. */
  kappa: number | null
  /** Large samples; null where kappa is null. */
  standardError: number | null
  /** Within −1 to 1; null where the standard error is 0 or null, and the formula has nothing to say. */
  interval: Interval | null
}

/**
 * Cohen's kappa, unweighted: (p_o − p_e) / (1 − p_e). Cohen (1960), Educational and Psychological Measurement 20.
 * Standard error for intervals: Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72. R: vcd::Kappa(table); the
 * z of irr::kappa2 rests on another error, the one under chance.
 * @param table cases that the first put in row i and the second in column j
 * @throws RangeError where the table is not square, holds anything but whole numbers from 0, or no case
 */
export function cohenKappa(table: readonly (readonly number[])[], confidence: number = usualConfidence): Agreement {
  const cells = table.flatMap((row, i) => row.map((count, j) => ({ i, j, count })))
  if (!table.every((row) => row.length === table.length) || !cells.every(({ count }) => isCount(count)))
    throw new RangeError('cohenKappa requires a square table of counts')
  const n = sum(cells.map(({ count }) => count))
  if (n === 0) throw new RangeError('cohenKappa requires at least one case')
  const rows = table.map((row) => sum(row) / n)
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)) / n)
  const share = sum(cells.filter(({ i, j }) => i === j).map(({ count }) => count)) / n
  const chance = sum(rows.map((row, i) => row * (columns[i] ?? 0)))
  // One place for all: both margins are whole there, and the product of no others is added to 1.
  if (chance === 1) return { n, share, kappa: null, standardError: null, interval: null }
  const kappa = (share - chance) / (1 - chance)
  const spread = sum(
    cells.map(({ i, j, count }) => {
      const margins = (columns[i] ?? 0) + (rows[j] ?? 0)
      return (count / n) * (Number(i === j) - (1 - kappa) * margins) ** 2
    }),
  )
  // On paper never below 0; full agreement leaves a rounding error.
  const variance = Math.max(0, spread - (kappa - chance * (1 - kappa)) ** 2) / ((1 - chance) ** 2 * n)
  const standardError = share === 1 ? 0 : Math.sqrt(variance)
  const reach = normalQuantile((1 + confidence) / 2) * standardError
  return {
    n,
    share,
    kappa,
    standardError,
    interval: standardError > 1e-9 ? [Math.max(-1, kappa - reach), Math.min(1, kappa + reach)] : null,
  }
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
