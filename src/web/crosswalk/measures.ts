// What two versions leave of each measure: its comparable core, and the rules its definition goes by.
import { formatCount, formatNumber, formatPercent } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Crosswalk, comparableCore, isLargeEnough } from '#survey/comparability.ts'
import { inSwedish, type Judgements, type ToldReason, tellReason } from '#survey/judgements.ts'
import type { Indicator, MinimumAnswered, Questionnaire } from '#survey/questionnaire.ts'
import { requiredAnswers } from '#survey/scoring.ts'

export interface MeasureRow {
  id: string
  title: string
  /** "1", or "1 → 2" where the versions define it differently. */
  revision: string
  /** Why the later revision is there; null where it is the same. */
  reason: ToldReason | null
  /** Questions that both versions measure alike, and for a composite the measures. */
  core: readonly string[]
  /** "3 av 4". */
  size: string
  /** Whether the change can be told, or only the levels of each wave. */
  use: 'change' | 'levels'
  rules: readonly string[]
}

/** The measures of the earlier version, in its order: its definitions were frozen with the first wave. */
export function compareMeasures(
  earlier: Questionnaire,
  later: Questionnaire,
  crosswalk: Crosswalk,
  language: Language,
  judgements: Judgements,
): MeasureRow[] {
  const cores = new Map(
    earlier.indicators.flatMap((indicator) => {
      if (indicator.kind !== 'scale') return []
      const core = comparableCore(crosswalk, indicator, later)
      return [[indicator.id, { core, isEnough: isLargeEnough(core, indicator) }] as const]
    }),
  )
  return earlier.indicators.map((indicator) => {
    const after = later.indicators.find(({ id }) => id === indicator.id)
    const { core, total, isEnough } =
      indicator.kind === 'scale'
        ? { ...(cores.get(indicator.id) ?? { core: [], isEnough: false }), total: indicator.items.length }
        : coreOfComposite(indicator, cores)
    const isRevised = after !== undefined && after.revision !== indicator.revision
    const because = isRevised ? (after.revisionReason ?? indicator.revisionReason) : undefined
    return {
      id: indicator.id,
      title: indicator.title[language],
      revision: isRevised ? `${indicator.revision} → ${after.revision}` : String(indicator.revision),
      reason: because === undefined ? null : tellReason(inSwedish(because), language, judgements),
      core,
      size: phrasesIn(language).crosswalk.of(formatCount(core.length, language), formatCount(total, language)),
      use: isEnough ? 'change' : 'levels',
      rules: rulesOf(indicator, language),
    }
  })
}

function coreOfComposite(
  { of, minimumAnswered }: Extract<Indicator, { kind: 'composite' }>,
  cores: ReadonlyMap<string, { isEnough: boolean }>,
) {
  const core = of.filter((part) => cores.get(part)?.isEnough)
  return { core, total: of.length, isEnough: core.length >= requiredAnswers(minimumAnswered, of.length) }
}

function rulesOf(indicator: Indicator, language: Language): string[] {
  const words = phrasesIn(language).crosswalk
  const { direction, target, minimalImportantChange } = indicator
  return [
    leastAnswered(indicator, language),
    ...(indicator.kind === 'scale' ? [words.pairing[indicator.pairing]] : []),
    ...(direction === 'lower_is_better' ? [words.lowerIsBetter] : []),
    ...(target === undefined ? [] : [words.target(formatNumber(target, decimalsOf(target), language))]),
    ...(minimalImportantChange === undefined
      ? []
      : [words.important(formatNumber(minimalImportantChange, decimalsOf(minimalImportantChange), language))]),
  ]
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1)

function leastAnswered(indicator: Indicator, language: Language): string {
  const words = phrasesIn(language).crosswalk
  const { share, atLeast }: MinimumAnswered = indicator.minimumAnswered
  const named = share === 1 / 2 ? words.half : share === 2 / 3 ? words.twoThirds : formatPercent(share, language)
  return words.least[indicator.kind](named, formatCount(atLeast, language))
}
