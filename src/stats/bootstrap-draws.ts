// What is drawn into each replicate, added up. Which random words there are depends on the seed alone: all measures
// share them, however many people answered each, and take of a word the bits that choose one of their own.
import { mersenneTwister, type RandomNumbers } from './mersenne-twister.ts'

/** Values up to which words are shared: 82 MB of them at most for 9,999 replicates. */
const mostShared = 4096

/**
 * Sums of the values drawn, by replicate. boot draws the first person of every replicate, then the second of every
 * replicate, and so on. R: set.seed(seed); boot:::ordinary.array(n, replicates, rep(1, n)).
 */
export const sumDraws = (values: Float64Array, seed: number, replicates: number): Float64Array =>
  values.length <= mostShared ? sumOfShared(values, wordsOf(seed), replicates) : sumOfOwn(values, seed, replicates)

function sumOfShared(values: Float64Array, words: SharedWords, replicates: number): Float64Array {
  const n = values.length
  const mask = 2 ** (32 - Math.clz32(n - 1)) - 1
  const padded = new Float64Array(mask + 1)
  padded.set(values)
  const totals = new Float64Array(replicates)
  let replicate = 0
  let left = n
  for (let at = 0; left > 0; at += 1) {
    const block = words.block(at)
    for (let place = 0; place < block.length && left > 0; place += 1) {
      const chosen = (block[place] ?? 0) & mask
      // A choice from n on adds nothing and is drawn again: a branch would be guessed wrong two times in five.
      totals[replicate] = (totals[replicate] ?? 0) + (padded[chosen] ?? 0)
      replicate += (chosen - n) >>> 31
      if (replicate === replicates) {
        replicate = 0
        left -= 1
      }
    }
  }
  return totals
}

function sumOfOwn(values: Float64Array, seed: number, replicates: number): Float64Array {
  const random = mersenneTwister(seed)
  const drawn = new Int32Array(replicates)
  const totals = new Float64Array(replicates)
  for (let draw = 0; draw < values.length; draw += 1) {
    random.fillBelow(values.length, drawn)
    for (let i = 0; i < replicates; i += 1) totals[i] = (totals[i] ?? 0) + (values[drawn[i] ?? 0] ?? 0)
  }
  return totals
}

/** The upper half of each word that comes from a seed: R takes no more of one to choose among few. */
class SharedWords {
  readonly seed: number
  readonly #random: RandomNumbers
  readonly #blocks: Uint16Array[] = []

  constructor(seed: number) {
    this.seed = seed
    this.#random = mersenneTwister(seed)
  }

  /** @param at from 0; one more at most than was asked for before */
  block(at: number): Uint16Array {
    const known = this.#blocks[at]
    if (known) return known
    const block = new Uint16Array(1 << 16)
    this.#random.fillHalves(block)
    this.#blocks.push(block)
    return block
  }
}

/** Those of the seed asked for last, until their memory is wanted for something else. */
let kept: WeakRef<SharedWords> | undefined

function wordsOf(seed: number): SharedWords {
  const known = kept?.deref()
  if (known?.seed === seed) return known
  const words = new SharedWords(seed)
  kept = new WeakRef(words)
  return words
}
