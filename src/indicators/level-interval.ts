// How sure one can be of a level, from what is published of it.
import { studentTQuantile } from '#stats/student-t.ts'
import type { Interval, Level } from './figures.ts'

/** 95 % of the mean, Student's t, within 0–100; null where the scores do not vary. R: t.test(x)$conf.int. */
export function levelInterval({ n, mean, sd }: Pick<Level, 'n' | 'mean' | 'sd'>): Interval | null {
  if (n < 2 || sd === 0) return null
  const reach = (studentTQuantile(0.975, n - 1) * sd) / Math.sqrt(n)
  return [Math.max(0, mean - reach), Math.min(100, mean + reach)]
}
