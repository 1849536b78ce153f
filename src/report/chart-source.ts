// Everything that charts are made of: published figures, the words of the questions, and what only the project knows.
import type { ResultsContext } from '#indicators/context/model.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { ChartContext } from './chart-model.ts'

export interface ChartSource {
  results: ProjectResults
  context: ResultsContext
  questionnaires: { from: Questionnaire; to: Questionnaire }
  about: ChartContext
}

/** @throws RangeError where the results have no such indicator */
export function getIndicator({ indicators }: ProjectResults, id: string): IndicatorResult {
  const found = indicators.find(({ indicator }) => indicator.id === id)
  if (!found) throw new RangeError(`The results have no indicator ${id}`)
  return found
}

const roles = ['primary', 'scale', 'outcome'] as const

/** The primary indicator first, then scales, then outcomes; within each in the order of the questionnaire. */
export const byRole = ({ indicators }: ProjectResults): { role: (typeof roles)[number]; result: IndicatorResult }[] =>
  roles.flatMap((role) =>
    indicators.filter(({ indicator }) => indicator.role === role).map((result) => ({ role, result })),
  )

/** Municipalities in the order of their codes, and so by län: never by value. */
export const byCode = <T extends { code: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0))

/** The first two digits of a municipality's code are its län. */
export const countyOf = (code: string): string => code.slice(0, 2)
