// Levels beside their targets and changes beside the smallest that matters, as printed; words follow the interval.
import { formatChange, formatCount, formatNumber } from '#i18n/format.ts'
import { formatInterval } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ResultsContext } from '#indicators/context/model.ts'
import type { Interval, ProjectResults } from '#indicators/model.ts'
import type { FigureRow } from './estimates.ts'

export interface ShownGoals {
  targets: readonly FigureRow[]
  importance: readonly FigureRow[]
}

export function buildGoals({ goals }: ResultsContext, { indicators }: ProjectResults, language: Language): ShownGoals {
  const words = phrasesIn(language).goals
  const titleOf = (id: string) =>
    indicators.find(({ indicator }) => indicator.id === id)?.indicator.title[language] ?? id
  const withheld = [words.none, words.hidden, words.none]
  return {
    targets: goals.targets.map(({ indicator, target, level }) => ({
      name: titleOf(indicator),
      cells: [
        formatNumber(target, decimalsOf(target), language),
        ...(level.shown
          ? [
              formatCount(level.value.n, language),
              formatNumber(level.value.mean, 1, language) + range(level.value.interval, language),
              words.target(formatNumber(target, decimalsOf(target), language), words.standing[level.value.standing]),
            ]
          : withheld),
      ],
    })),
    importance: goals.importance.map(({ indicator, minimalImportantChange: least, change }) => ({
      name: titleOf(indicator),
      cells: [
        formatNumber(least, decimalsOf(least), language),
        ...(change.shown
          ? [
              formatCount(change.value.n, language),
              formatChange(change.value.meanChange, 1, language) + range(change.value.interval, language),
              words.importance[change.value.importance],
            ]
          : withheld),
      ],
    })),
  }
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1)

function range(interval: Interval | null, language: Language): string {
  if (!interval) return ''
  return ` (${formatInterval(interval, 1, language)})`
}
