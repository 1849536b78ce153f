// Which codes SPSS takes for missing: three single ones, or a range and one more.
import type { Variable } from '../variable.ts'
import { double } from './fields.ts'

export interface NumberMissing {
  /** As the format counts: 0–3 single codes, −2 a range, −3 a range and a single code. */
  count: number
  values: readonly Buffer[]
}

/** More than three codes become a range, where no valid code lies within it. */
export function missingOfNumber({ missing, values }: Pick<Variable, 'missing' | 'values'>): NumberMissing {
  const codes = missing.map(({ code }) => code).sort((one, other) => one - other)
  if (codes.length <= 3) return { count: codes.length, values: codes.map(double) }
  const [low, high] = [codes[0] ?? 0, codes.at(-1) ?? 0]
  const isClear = (from: number, to: number) => values.every(({ code }) => Number(code) < from || Number(code) > to)
  if (isClear(low, high)) return { count: -2, values: [double(low), double(high)] }
  const beforeLast = codes.at(-2) ?? low
  if (isClear(low, beforeLast)) return { count: -3, values: [double(low), double(beforeLast), double(high)] }
  const second = codes[1] ?? high
  if (isClear(second, high)) return { count: -3, values: [double(second), double(high), double(low)] }
  throw new RangeError(`missingOfNumber finds no range for ${codes.join(', ')} between the valid codes`)
}
