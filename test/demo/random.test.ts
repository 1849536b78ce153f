// Promises of the demonstration's dice: repeatable, independent streams, the right distribution.
import { expect, test } from 'vitest'
import { drawNormal, pickOne, seededRandom, shuffle } from '#demo/random.ts'

const draw = (count: number, random: () => number) => Array.from({ length: count }, random)

test('the same seed, stream and part give the same numbers, and any other gives others', () => {
  const first = draw(20, seededRandom(7, 3, 1))
  expect(draw(20, seededRandom(7, 3, 1))).toEqual(first)
  for (const other of [seededRandom(8, 3, 1), seededRandom(7, 4, 1), seededRandom(7, 3, 2), seededRandom(3, 7, 1)])
    expect(draw(20, other)).not.toEqual(first)
})

test('the numbers are those of sfc32, reckoned here in whole numbers without end', () => {
  // Doty-Humphrey, PractRand: out = a + b + counter++; a = b ^ b>>>9; b = c + c<<3; c = rotl(c, 21) + out.
  const word = 2n ** 32n
  let [a, b, c, counter] = [1n, 7n, 3n, 1n]
  const reference = () => {
    const out = (a + b + counter) % word
    counter += 1n
    const turned = ((c << 21n) | (c >> 11n)) % word
    a = b ^ (b >> 9n)
    b = (c + (c << 3n)) % word
    c = (turned + out) % word
    return Number(out) / 2 ** 32
  }
  expect(draw(200, seededRandom(7, 3, 1))).toEqual(draw(215, reference).slice(15))
})

test('normal draws have the mean and the spread asked for', () => {
  // Of 100,000 draws: standard error of the mean 10/√100000 = 0.032, of the standard deviation 10/√200000 = 0.022.
  const random = seededRandom(1)
  const values = draw(100_000, () => drawNormal(random, 50, 10))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  expect(Math.abs(mean - 50)).toBeLessThan(0.13)
  expect(Math.abs(Math.sqrt(variance) - 10)).toBeLessThan(0.09)
})

test('a shuffled list has lost nothing, and each element comes first equally often', () => {
  const random = seededRandom(2)
  const firsts = new Map<string, number>()
  for (let round = 0; round < 4000; round += 1) {
    const shuffled = shuffle(random, ['a', 'b', 'c', 'd'])
    expect([...shuffled].sort()).toEqual(['a', 'b', 'c', 'd'])
    const first = shuffled[0] ?? ''
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  // Binomial, 4000 of ¼: standard deviation 27; four of them.
  for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(110)
})

test('nothing cannot be picked from', () => {
  expect(() => pickOne(seededRandom(1), [])).toThrow(RangeError)
})
