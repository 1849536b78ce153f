// R's random numbers from R's seeds: what is drawn here can be drawn again in R, number for number.

const size = 624
const shift = 397

export interface RandomNumbers {
  /** The next number, above 0 and below 1. R: runif(1). */
  uniform: () => number
  /** Fills `places` with the next whole numbers from 0 to n - 1. R: sample.int(n, length(places), replace = TRUE) - 1. */
  fillBelow: (n: number, places: Int32Array) => void
  /** Fills `places` with the upper sixteen bits of the next words: what fillBelow chooses by, up to 32,768. */
  fillHalves: (places: Uint16Array) => void
}

/**
 * The generator of set.seed(seed) in R 3.6 or later: MT19937 of Matsumoto & Nishimura (1998), "Mersenne Twister", ACM
 * Transactions on Modeling and Computer Simulation 8, seeded by the congruential generator 69069x + 1, with rejection
 * sampling of whole numbers. R: RNGkind("Mersenne-Twister", "Inversion", "Rejection").
 * @throws RangeError with a seed that is not a whole number of 32 bits with sign
 */
export function mersenneTwister(seed: number): RandomNumbers {
  if (seed !== (seed | 0)) throw new RangeError('mersenneTwister requires a whole number of 32 bits as its seed')
  const state = initialState(seed)
  const words = new Int32Array(size)
  let used = size

  function nextBits(): number {
    if (used === size) {
      twist(state)
      temper(state, words)
      used = 0
    }
    const bits = words[used] ?? 0
    used += 1
    return bits
  }

  return {
    // R moves the one value that would be 0 to half a step above it.
    uniform: () => (nextBits() >>> 0 || 0.5) / 2 ** 32,
    fillBelow: (n, places) => {
      if (!(Number.isInteger(n) && n >= 1 && n < 2 ** 31))
        throw new RangeError('fillBelow requires a whole number from 1 to 2³¹ - 1')
      const bits = 32 - Math.clz32(n - 1)
      const mask = 2 ** bits - 1
      for (let filled = 0; filled < places.length; ) {
        // Sixteen bits a draw, and like R one draw more than needed where `bits` is 16.
        const high = bits < 16 ? 0 : nextBits() >>> 16
        const candidate = ((high << 16) | (nextBits() >>> 16)) & mask
        // A candidate from n on is overwritten by the next: a branch would be guessed wrong two times in five.
        places[filled] = candidate
        filled += (candidate - n) >>> 31
      }
    },
    fillHalves: (places) => {
      for (let filled = 0; filled < places.length; filled += 1) places[filled] = nextBits() >>> 16
    },
  }
}

function initialState(seed: number): Int32Array {
  const state = new Int32Array(size)
  let word = seed
  const advance = () => {
    word = (Math.imul(69069, word) + 1) | 0
  }
  for (let i = 0; i < 50; i += 1) advance()
  // The first word is R's place for the position in the state, and is overwritten.
  advance()
  for (let i = 0; i < size; i += 1) {
    advance()
    state[i] = word
  }
  return state
}

/** Makes the next 624 words out of the last. */
function twist(state: Int32Array): void {
  const renew = (i: number, next: number, far: number) => {
    const joined = ((state[i] ?? 0) & 0x80000000) | ((state[next] ?? 0) & 0x7fffffff)
    state[i] = (state[far] ?? 0) ^ (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df)
  }
  const last = size - 1
  for (let i = 0; i < size - shift; i += 1) renew(i, i + 1, i + shift)
  for (let i = size - shift; i < last; i += 1) renew(i, i + 1, i + shift - size)
  renew(last, 0, shift - 1)
}

/** Spreads the bits of the state's words, so that each is even over the whole range. */
function temper(state: Int32Array, words: Int32Array): void {
  for (let i = 0; i < size; i += 1) {
    let bits = state[i] ?? 0
    bits ^= bits >>> 11
    bits ^= (bits << 7) & 0x9d2c5680
    bits ^= (bits << 15) & 0xefc60000
    words[i] = bits ^ (bits >>> 18)
  }
}
