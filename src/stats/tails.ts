// A distribution function as both of its tails, each computed without subtracting from one where it is small.

export interface Tails {
  /** P(X ≤ x) */
  lower: number
  /** P(X > x) */
  upper: number
}

export const fromLower = (lower: number): Tails => ({ lower, upper: 1 - lower })
export const fromUpper = (upper: number): Tails => ({ lower: 1 - upper, upper })

/** The tails of -X. */
export const mirrored = ({ lower, upper }: Tails): Tails => ({ lower: upper, upper: lower })
