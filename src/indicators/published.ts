// A figure that may leave the house, or the reason why it does not. A withheld figure has no value to print.

export type Withheld =
  /** Fewer people than the threshold, or hidden so that nobody can compute such a figure by subtraction. */
  | 'suppressed'
  /** Nobody, or too few for the arithmetic itself. */
  | 'too_few'
  /** The comparable core of the two versions is too small for a before-and-after figure. */
  | 'not_comparable'
  /** The items were not asked in one of the waves. */
  | 'not_asked'

export type Published<T> = { shown: true; value: T } | { shown: false; reason: Withheld }

/** A figure that may be published but may not exist: all changes are equal, and there is nothing to judge by. */
export type Figure<T> = Published<T> | { shown: false; reason: 'no_variation' }

export const shown = <T>(value: T): { shown: true; value: T } => ({ shown: true, value })
export const withheld = (reason: Withheld): { shown: false; reason: Withheld } => ({ shown: false, reason })
export const noVariation = { shown: false, reason: 'no_variation' } as const

/** What a reader is told: nobody and too few look alike, since telling them apart tells how few. */
export const toldReason = (reason: Withheld): Exclude<Withheld, 'suppressed'> =>
  reason === 'suppressed' ? 'too_few' : reason
