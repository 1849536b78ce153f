// Levels beside the target, and changes beside the smallest that matters: words follow the interval, never the mean.
// Made of published figures alone.
import { roundDifference } from '#stats/differences.ts'
import { studentTQuantile } from '#stats/student-t.ts'
import type { Indicator } from '#survey/questionnaire.ts'
import type { Interval, Level } from '../figures.ts'
import type { PairedChange, ProjectResults } from '../model.ts'
import { shown } from '../published.ts'
import type { ChangeImportance, Goals, TargetStanding } from './model.ts'

export function goalsOf({ indicators }: Pick<ProjectResults, 'indicators'>): Goals {
  return {
    targets: indicators.flatMap(({ indicator, levels }) => {
      const { id, target, direction } = indicator
      if (target === undefined) return []
      const level = levels.to.core
      return [{ indicator: id, target, level: level.shown ? shown(standAt(level.value, target, direction)) : level }]
    }),
    importance: indicators.flatMap(({ indicator, overall: { paired } }) => {
      const { id, minimalImportantChange: least, direction } = indicator
      if (least === undefined) return []
      const change = paired.shown ? shown(weigh(paired.value, least, direction)) : paired
      return [{ indicator: id, minimalImportantChange: least, change }]
    }),
  }
}

function standAt({ n, mean, sd }: Level, target: number, direction: Indicator['direction']): TargetStanding {
  const reach = (studentTQuantile(0.975, n - 1) * sd) / Math.sqrt(n)
  const interval: Interval | null = sd === 0 ? null : [mean - reach, mean + reach]
  return { n, mean, interval, standing: standingOf(interval, target, direction) }
}

function standingOf(
  interval: Interval | null,
  target: number,
  direction: Indicator['direction'],
): TargetStanding['standing'] {
  if (!interval) return 'unclear'
  const [worst, best] = towardsBetter(interval, direction)
  const goal = direction === 'higher_is_better' ? target : -target
  if (roundDifference(worst - goal) >= 0) return 'reached'
  return roundDifference(best - goal) < 0 ? 'not_reached' : 'unclear'
}

function weigh(
  { n, meanChange, interval }: PairedChange,
  least: number,
  direction: Indicator['direction'],
): ChangeImportance {
  return { n, meanChange, interval, importance: importanceOf(interval, least, direction) }
}

function importanceOf(
  interval: Interval | null,
  least: number,
  direction: Indicator['direction'],
): ChangeImportance['importance'] {
  if (!interval) return 'unclear'
  const [worst, best] = towardsBetter(interval, direction)
  if (roundDifference(worst - least) >= 0) return 'better'
  if (roundDifference(best + least) <= 0) return 'worse'
  return roundDifference(worst + least) > 0 && roundDifference(best - least) < 0 ? 'smaller' : 'unclear'
}

/** The ends of an interval, the worse first, signed so that more is better. */
const towardsBetter = ([low, high]: Interval, direction: Indicator['direction']): Interval =>
  direction === 'higher_is_better' ? [low, high] : [-high, -low]
