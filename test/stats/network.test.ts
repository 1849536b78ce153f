import { expect, test } from 'vitest'
import { type ContactMatrix, networkDensity, networkReciprocity, reciprocityCorrelation } from '#stats/network.ts'
import { expectNear } from './near.ts'

// Three groups, contact 0–5; the third has not told about the second.
const matrix: ContactMatrix = [
  [null, 4, 2],
  [3, null, 1],
  [2, null, null],
]

test('density is the mean of the known cells as a share of the strongest contact', () => {
  // By hand: (4 + 2 + 3 + 1 + 2) / 5 cells / 5.
  expectNear(networkDensity(matrix, 5), 12 / 25)
})

test('reciprocity is the share of contact seen from both sides', () => {
  // By hand: pairs 4 and 3, 2 and 2; 1 has no answer. 2·3 + 2·2 of 7 + 4.
  expectNear(networkReciprocity(matrix, 5), 10 / 11)
  expect(
    networkReciprocity(
      [
        [null, 4],
        [4, null],
      ],
      5,
    ),
  ).toBe(1)
  expect(
    networkReciprocity(
      [
        [null, 4],
        [0, null],
      ],
      5,
    ),
  ).toBe(0)
})

test('the correlation of what both sides say is 1 where they agree, and below 0 where contact goes one way', () => {
  // R: x <- matrix(c(NA,3,2, 4,NA,1, 2,1,NA), 3); off <- row(x) != col(x); cor(x[off], t(x)[off]) → 0.8536585
  const answered: ContactMatrix = [
    [null, 4, 2],
    [3, null, 1],
    [2, 1, null],
  ]
  expectNear(reciprocityCorrelation(answered, 5), 35 / 41)
  // By hand: 4 and 3, 2 and 2 of mean 11/4; (2·5/16 + 2·9/16) / ((25 + 1 + 9 + 9)/16) = 28/44.
  expectNear(reciprocityCorrelation(matrix, 5), 28 / 44)
  const oneWay: ContactMatrix = [
    [null, 4, 0],
    [0, null, 4],
    [4, 0, null],
  ]
  expect(reciprocityCorrelation(oneWay, 5)).toBe(-1)
})

test('one pair, or contacts all alike, correlate with nothing', () => {
  expect(
    reciprocityCorrelation(
      [
        [null, 4],
        [2, null],
      ],
      5,
    ),
  ).toBeNull()
  const alike = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? null : 3)))
  expect(reciprocityCorrelation(alike, 5)).toBeNull()
})

test('what a group says of itself is not looked at', () => {
  expect(
    networkDensity(
      [
        [5, 1],
        [1, 5],
      ],
      5,
    ),
  ).toBe(0.2)
})

test('nothing known is no density, no contact no reciprocity', () => {
  expect(
    networkDensity(
      [
        [null, null],
        [null, null],
      ],
      5,
    ),
  ).toBeNull()
  expect(
    networkReciprocity(
      [
        [null, 0],
        [0, null],
      ],
      5,
    ),
  ).toBeNull()
  expect(
    networkReciprocity(
      [
        [null, 3],
        [null, null],
      ],
      5,
    ),
  ).toBeNull()
})

test('a matrix that is not square, and a contact off the scale, are refused', () => {
  expect(() => networkDensity([[null, 1]], 5)).toThrow(new RangeError('network requires a square matrix'))
  expect(() =>
    networkDensity(
      [
        [null, 6],
        [1, null],
      ],
      5,
    ),
  ).toThrow(RangeError)
})
