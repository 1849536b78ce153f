// The shape of an interval, and the one default every interval in this room shares.

/** Two-sided interval in the unit of its estimate. */
export type Interval = readonly [low: number, high: number]

/** Coverage of every interval unless the caller asks for another. */
export const usualConfidence = 0.95
