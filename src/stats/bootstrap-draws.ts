// Who is drawn into each replicate. That depends on the seed and on how many there are, not on what they answered: all
// measures of the same people share one set of draws, which is most of the work of a bootstrap.
import { mersenneTwister, type RandomNumbers } from './mersenne-twister.ts'

/** Draws of a set up to which it is kept: 8 MB. A larger one is drawn anew each time. */
const mostKept = 2 ** 21
/** Sets kept: measures that not everybody answered have some few sizes. */
const setsKept = 4

class Draws {
  readonly n: number
  readonly seed: number
  readonly replicates: number
  readonly #random: RandomNumbers
  readonly #rows: Int32Array[] = []

  constructor(n: number, seed: number, replicates: number) {
    this.n = n
    this.seed = seed
    this.replicates = replicates
    this.#random = mersenneTwister(seed)
  }

  get isKept(): boolean {
    return this.n * this.replicates <= mostKept
  }

  /** By replicate: whose value it takes at this draw, from 0. @param draw from 0, one after the other */
  row(draw: number): Int32Array {
    const known = this.#rows[draw]
    if (known) return known
    const row = new Int32Array(this.replicates)
    this.#random.fillBelow(this.n, row)
    if (this.isKept) this.#rows.push(row)
    return row
  }
}

let kept: Draws[] = []

/**
 * boot draws the first person of every replicate, then the second of every replicate, and so on.
 * R: set.seed(seed); boot:::ordinary.array(n, replicates, rep(1, n)).
 */
export function drawsOf(n: number, seed: number, replicates: number): Pick<Draws, 'row'> {
  const known = kept.find((one) => one.n === n && one.seed === seed && one.replicates === replicates)
  if (known) return known
  const draws = new Draws(n, seed, replicates)
  if (draws.isKept) kept = [draws, ...kept].slice(0, setsKept)
  return draws
}
