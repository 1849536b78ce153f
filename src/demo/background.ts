// Who an invented participant is: the answers to the background questions, alike in both waves.
import { pickOne, type Random } from './random.ts'

/** By item id: a code of the questionnaire; what this person leaves out is not there. */
export type Background = Readonly<Record<string, number | string | undefined>>

/** 1 leading, 2 employed, 3 voluntary: a code as often as it stands here. */
const rolesByGroup: Readonly<Record<string, readonly number[]>> = {
  LUG: [1, 3, 3],
  FOR: [1, 3, 3],
  FTG: [1, 1, 2],
  KFV: [1, 3],
  KTJ: [1, 2, 2, 2],
  REG: [2],
  HSL: [2],
  ANN: [2, 3],
}

export function drawBackground(random: Random, actorGroup: string): Background {
  const unlessPrivate = (code: number) => (random() < 0.08 ? undefined : code)
  return {
    B2: actorGroup,
    B3: pickOne(random, rolesByGroup[actorGroup] ?? [2]),
    B4: pickOne(random, [1, 2, 2, 3, 3, 3, 4, 4]),
    B5_AGE: unlessPrivate(pickOne(random, [1, 2, 2, 2, 3, 3, 3, 3, 4, 4])),
    B5_GENDER: unlessPrivate(pickOne(random, [1, 1, 1, 1, 2, 2, 2, 2, 2, 3])),
    B6: actorGroup === 'HSL' ? 3 : pickOne(random, [0, 1, 1, 1, 2, 2, 2, 3]),
  }
}

/** Two years later: who was new is so no longer, and four to nine years have become ten for some. */
export function growOlder(random: Random, background: Background): Background {
  const { B4: years } = background
  if (years === 1) return { ...background, B4: 2 }
  if (years === 2 || years === 3) return { ...background, B4: random() < 0.35 ? years + 1 : years }
  return background
}
