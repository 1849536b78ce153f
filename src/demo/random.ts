// Chance for the demonstration, the same every time for the same seed. Not for anything secret: ids and links take
// theirs from store/ids.ts.

/** The next number, at least 0 and below 1. */
export type Random = () => number

/**
 * A source of its own for every seed, stream and part of a stream, so that one more draw for one person in one wave
 * changes nothing else. Whole numbers, of which the lowest 32 bits count.
 * sfc32 of Chris Doty-Humphrey's PractRand; the first draws, still marked by the seed, are thrown away.
 */
export function seededRandom(seed: number, stream = 0, part = 0): Random {
  let a = part | 0
  let b = seed | 0
  let c = stream | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next()
  return next
}

/** One draw from a normal distribution (Box and Muller 1958). 1 − u keeps the logarithm finite. */
export function drawNormal(random: Random, mean: number, standardDeviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return mean + standardDeviation * radius * Math.cos(2 * Math.PI * random())
}

/** @throws RangeError for an empty list */
export function pickOne<T>(random: Random, list: readonly T[]): T {
  const picked = list[Math.floor(random() * list.length)]
  if (picked === undefined) throw new RangeError('pickOne requires at least one element')
  return picked
}

/** A shuffled copy; every order equally likely (Fisher and Yates). */
export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list]
  return list.flatMap(() => rest.splice(Math.floor(random() * rest.length), 1))
}

/** Which part of a stream belongs to a wave. */
export const partOf = (wave: 'baseline' | 'endline'): number => (wave === 'baseline' ? 1 : 2)
