// How large a logotype is printed: all of them cover the same area, so that one that stands is no smaller than one that
// lies.
import type { Logo } from './model.ts'

/** Square centimetres. */
const area = 8
/** Centimetres: a strip is no wider than half the page, and a tower leaves room for the title. */
const [widest, highest] = [8, 4]

/** Centimetres, in the proportions of the file. */
export function logoSize({ width, height }: Pick<Logo, 'width' | 'height'>): { wide: number; high: number } {
  const unit = Math.min(Math.sqrt(area / (width * height)), widest / width, highest / height)
  return { wide: width * unit, high: height * unit }
}
