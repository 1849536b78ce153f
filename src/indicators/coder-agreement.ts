// How far two people who sorted the same answers agree: per category, in or out, and on the answer as a whole.
import { type Agreement, cohenKappa } from '#stats/cohen-kappa.ts'

/** The categories that each of two coders put one answer in. */
export interface CodedTwice {
  first: ReadonlySet<string>
  second: ReadonlySet<string>
}

export interface CoderAgreement {
  /** Answers that both have coded. */
  n: number
  /** Answers that both put in just the same categories, none included. */
  same: number
  /** In or not in each category, over all the answers. */
  byCategory: ReadonlyMap<string, Agreement>
}

/** @returns null where nothing has been coded twice */
export function agreeOn(answers: readonly CodedTwice[], categories: readonly string[]): CoderAgreement | null {
  if (answers.length === 0) return null
  return {
    n: answers.length,
    same: answers.filter(({ first, second }) => first.size === second.size && first.isSubsetOf(second)).length,
    byCategory: new Map(categories.map((category) => [category, cohenKappa(tableOf(answers, category))])),
  }
}

function tableOf(answers: readonly CodedTwice[], category: string): number[][] {
  const count = (inFirst: boolean, inSecond: boolean) =>
    answers.filter(({ first, second }) => first.has(category) === inFirst && second.has(category) === inSecond).length
  return [
    [count(true, true), count(true, false)],
    [count(false, true), count(false, false)],
  ]
}
