// A sample as its different values and how often each occurs. A million people have a few dozen different scores, so
// what is computed from this costs next to nothing; and sums no longer depend on the order in which people came.

export interface Tally {
  /** The different values, ascending. */
  readonly values: Float64Array
  /** How many have each; none is 0. */
  readonly counts: Float64Array
  /** Everybody. */
  readonly n: number
}

/** A list of values, or the same already counted: estimates take either. */
export type Sample = readonly number[] | Tally

export const isTally = (sample: Sample): sample is Tally => 'counts' in sample

export const sizeOf = (sample: Sample): number => (isTally(sample) ? sample.n : sample.length)

export function tallyOf(sample: Sample): Tally {
  return isTally(sample) ? sample : tallyOrdered(Float64Array.from(sample).sort())
}

/** Whether both hold the same values equally often. */
export function areSame(one: Tally, other: Tally): boolean {
  return (
    one === other ||
    (one.values.length === other.values.length &&
      one.values.every((value, at) => value === other.values[at] && one.counts[at] === other.counts[at]))
  )
}

/** The sample with each value replaced by one that keeps the order: rounded, say. */
export function mapTally(sample: Sample, replace: (value: number) => number): Tally {
  const { values, counts } = tallyOf(sample)
  return tallyOrdered(values.map(replace), counts)
}

/** All samples as one. */
export function joinTallies(samples: readonly Sample[]): Tally {
  const joined = new Map<number, number>()
  for (const { values, counts } of samples.map(tallyOf))
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0
      joined.set(value, (joined.get(value) ?? 0) + (counts[at] ?? 0))
    }
  const values = Float64Array.from(joined.keys()).sort()
  return tallyOrdered(
    values,
    values.map((value) => joined.get(value) ?? 0),
  )
}

/** Everybody's value, ascending. */
export function listTally(sample: Sample): number[] {
  const { values, counts, n } = tallyOf(sample)
  const list = new Array<number>(n)
  let end = 0
  for (const [at, value] of values.entries()) {
    const start = end
    end += counts[at] ?? 0
    list.fill(value, start, end)
  }
  return list
}

/** Σ count · weigh(value), in ascending order of a tally, in the order given of a list. */
export function sumOver(sample: Sample, weigh: (value: number) => number): number {
  let total = 0
  if (isTally(sample)) {
    const { values, counts } = sample
    for (let at = 0; at < values.length; at += 1) total += (counts[at] ?? 0) * weigh(values[at] ?? 0)
  } else for (const value of sample) total += weigh(value)
  return total
}

/** Equal neighbours become one. */
function tallyOrdered(ordered: Float64Array, counts?: Float64Array): Tally {
  const values = new Float64Array(ordered.length)
  const joined = new Float64Array(ordered.length)
  let different = 0
  let n = 0
  for (let at = 0; at < ordered.length; at += 1) {
    const value = ordered[at] ?? 0
    const count = counts ? (counts[at] ?? 0) : 1
    if (different === 0 || values[different - 1] !== value) {
      values[different] = value
      different += 1
    }
    joined[different - 1] = (joined[different - 1] ?? 0) + count
    n += count
  }
  return { values: values.subarray(0, different), counts: joined.subarray(0, different), n }
}
