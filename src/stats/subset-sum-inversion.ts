// The sum of many numbers that each join or stay out by the toss of a coin, from its characteristic function: exact to
// 12 digits where going through the numbers one by one would take minutes.
import { findRoot } from './find-root.ts'
import { sum } from './mean.ts'

/**
 * P(sum ≤ most) where each number joins with probability ½. The coin is first biased so that `most` is the expected sum
 * (the tilt of a saddlepoint approximation; Daniels 1954, Annals of Mathematical Statistics 25), so that a small tail
 * keeps its digits. Then the distribution is read off its characteristic function by a discrete Fourier transform, as
 * Pagano & Tritchler (1983), JASA 78, do for permutation tests, over no more places than hold all but e⁻⁴⁰ of it by
 * Bernstein's inequality. The work grows with the power 1.5 of the length of the list.
 * @param numbers whole, above 0
 * @param most whole, above 0 and at most half of the sum of the numbers
 */
export function subsetSumByInversion(numbers: readonly number[], most: number): number {
  const tilt = tiltTowards(numbers, most)
  const tosses = tiltedTosses(numbers, tilt)
  const largest = (40 / 3) * tosses.numbers.reduce((one, other) => Math.max(one, other))
  const reach = Math.ceil(largest + Math.sqrt(largest ** 2 + 80 * varianceOf(tosses)))
  const period = 2 * reach + 1
  let total = backTilted(0, tilt, reach, period).real
  for (let wave = 1; wave <= reach; wave += 1) {
    if (isNegligible(tosses, wave / period)) continue
    const { logSize, turns } = characteristic(tosses, wave, period)
    const { real, imaginary } = backTilted(wave, tilt, reach, period)
    const angle = 2 * Math.PI * (turns - ((wave * most) % period) / period)
    total += 2 * Math.exp(logSize) * (real * Math.cos(angle) - imaginary * Math.sin(angle))
  }
  const logWeight = sum(numbers.map((number) => Math.log1p(Math.exp(tilt * number)) - Math.LN2)) - tilt * most
  return Math.exp(logWeight) * (total / period)
}

/** The different numbers, those that carry most of the variance first, in lists of equal length. */
interface Tosses {
  numbers: Float64Array
  /** How many numbers are equal to this one. */
  counts: Float64Array
  /** Chance to join with the biased coin, and 4 × chance × (1 - chance). */
  chances: Float64Array
  spreads: Float64Array
}

/** Tilt ≤ 0 at which the expected sum is `most`. */
function tiltTowards(numbers: readonly number[], most: number): number {
  const excess = (tilt: number) => sum(numbers.map((number) => number / (1 + Math.exp(-tilt * number)))) - most
  let low = -1 / numbers.length
  while (excess(low) > 0) low *= 2
  return findRoot(excess, low, 0)
}

function tiltedTosses(given: readonly number[], tilt: number): Tosses {
  const counted = new Map<number, number>()
  for (const number of given) counted.set(number, (counted.get(number) ?? 0) + 1)
  const tosses = [...counted].map(([number, count]) => {
    const chance = 1 / (1 + Math.exp(-tilt * number))
    const spread = 4 * chance * (1 - chance)
    return { number, count, chance, spread, variance: (count * number ** 2 * spread) / 4 }
  })
  tosses.sort((a, b) => b.variance - a.variance)
  const list = (key: keyof (typeof tosses)[number]) => Float64Array.from(tosses, (toss) => toss[key])
  return { numbers: list('number'), counts: list('count'), chances: list('chance'), spreads: list('spread') }
}

function varianceOf({ numbers, counts, spreads }: Tosses): number {
  return numbers.reduce((total, number, at) => total + ((counts[at] ?? 0) * number ** 2 * (spreads[at] ?? 0)) / 4, 0)
}

/**
 * Whether the characteristic function is below 1e-17 here; a few dozen numbers nearly always tell. Instead of the sine
 * the bound sin πx ≥ x(3 - 4x²), 0 ≤ x ≤ ½: this is asked a million times.
 */
function isNegligible({ numbers, counts, spreads }: Tosses, frequency: number): boolean {
  let squared = 1
  for (let at = 0; at < numbers.length; at += 1) {
    const turns = frequency * (numbers[at] ?? 0)
    const x = turns - Math.round(turns)
    const sine = x * (3 - 4 * x * x)
    const factor = 1 - (spreads[at] ?? 0) * sine * sine
    const count = counts[at] ?? 0
    squared *= count === 1 ? factor : factor ** count
    if (squared < 1e-34) return true
  }
  return false
}

/** The characteristic function: the log of its size, and its angle in turns. */
function characteristic({ numbers, counts, chances, spreads }: Tosses, wave: number, period: number) {
  let logSize = 0
  let turns = 0
  for (let at = 0; at < numbers.length; at += 1) {
    const [number, count, chance, spread] = [numbers[at] ?? 0, counts[at] ?? 0, chances[at] ?? 0, spreads[at] ?? 0]
    const angle = (2 * Math.PI * ((wave * number) % period)) / period
    logSize += (count * Math.log1p(-spread * Math.sin(angle / 2) ** 2)) / 2
    turns += (count * Math.atan2(chance * Math.sin(angle), 1 - chance + chance * Math.cos(angle))) / (2 * Math.PI)
  }
  return { logSize, turns }
}

/** Σ zʲ for j = 0 … reach with z = e^(tilt + 2πi·wave/period): takes the bias of the coin back, and adds up the tail. */
function backTilted(wave: number, tilt: number, reach: number, period: number) {
  if (wave === 0 && tilt === 0) return { real: reach + 1, imaginary: 0 }
  // 1 - zⁿ, without subtracting from one where z is near it.
  const rest = (n: number) => {
    const angle = (2 * Math.PI * ((wave * n) % period)) / period
    const size = Math.exp(tilt * n)
    return { real: 2 * size * Math.sin(angle / 2) ** 2 - Math.expm1(tilt * n), imaginary: -size * Math.sin(angle) }
  }
  const [all, one] = [rest(reach + 1), rest(1)]
  const squared = one.real ** 2 + one.imaginary ** 2
  return {
    real: (all.real * one.real + all.imaginary * one.imaginary) / squared,
    imaginary: (all.imaginary * one.real - all.real * one.imaginary) / squared,
  }
}
