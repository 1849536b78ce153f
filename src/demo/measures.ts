// What each rating item of a questionnaire measures, as its own file says.
import type { Questionnaire } from '#survey/questionnaire.ts'

export interface Measured {
  /** Id of the scale indicator. */
  measure: string
  reversed: boolean
}

/** By item id. An item in no scale measures the collaboration as a whole. */
export function measuredBy(questionnaire: Questionnaire): (item: string) => Measured {
  const scales = questionnaire.indicators.flatMap((indicator) =>
    indicator.kind === 'scale'
      ? indicator.items.map(({ item, reversed }) => [item, { measure: indicator.id, reversed }] as const)
      : [],
  )
  const known = new Map(scales)
  return (item) => known.get(item) ?? { measure: 'N1', reversed: false }
}
