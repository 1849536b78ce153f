// What people wrote, as far as others may read it: one question of one wave with its themes and the quotes that somebody
// has approved. Pages and reports tell the same. Only waves that nobody answers any more: a list that follows an open
// wave would tell each new answer apart.
import { createHash } from 'node:crypto'
import { municipalitiesBesideQuotes, publishCategoryCounts } from './indicators/open-answers.ts'
import type { Published } from './indicators/published.ts'
import { getQuestionnaire } from './store/catalogue.ts'
import type { Database } from './store/database.ts'
import { countAnsweredByMunicipality, listCategories, listOpenAnswers, type OpenAnswer } from './store/open-answers.ts'
import { getSmallestGroup, listMunicipalities, type Project } from './store/projects.ts'
import { isComplete, listWaves, type Wave } from './store/waves.ts'
import type { Item } from './survey/questionnaire.ts'

export interface Question {
  project: Project
  wave: Wave
  item: Extract<Item, { type: 'text' }>
  /** In an order of the question's own, so that two lists cannot be laid side by side. */
  answers: readonly OpenAnswer[]
}

export interface Theme {
  name: string
  description: string
  count: Published<number>
}

export interface Quote {
  text: string
  /** null where too few answered there, or it could be worked out. */
  place: string | null
}

/** Questions that somebody has answered in words, by wave and in the order of the questionnaire. */
export function listQuestions(db: Database, project: Project, now: number): Question[] {
  const complete = listWaves(db, project.id).filter((wave) => wave.openedAt !== null && isComplete(db, wave, now))
  return complete.flatMap((wave) =>
    textItems(db, wave)
      .map((item) => readQuestion(db, project, wave, item))
      .filter(({ answers }) => answers.length > 0),
  )
}

export const textItems = (db: Database, wave: Wave): Question['item'][] =>
  getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion).items.filter((item) => item.type === 'text')

export function readQuestion(db: Database, project: Project, wave: Wave, item: Question['item']): Question {
  const answers = listOpenAnswers(db, wave.id, item.id)
  return { project, wave, item, answers: answers.sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1)) }
}

/** Ten letters for one answer in lists and files; those of one person's answers to two questions have nothing in common. */
export const codeOf = ({ responseId, itemId }: OpenAnswer): string =>
  createHash('sha256').update(`${itemId} ${responseId}`).digest('hex').slice(0, 10)

/** How many bring up each theme; null while answers are not all coded and settled, or are too few. */
export function themesOf(db: Database, { project, answers }: Question): Theme[] | null {
  const settled = answers.map(settledOn)
  const threshold = getSmallestGroup(db, project.id)
  if (answers.length < threshold || !settled.every((ids) => ids !== null)) return null
  const categories = listCategories(db, project.id)
  const mentions = new Map(categories.map(({ id }) => [id, settled.filter((ids) => ids.has(id)).length]))
  const counts = publishCategoryCounts(mentions, answers.length, threshold)
  return categories.flatMap(({ id, name, description }) => {
    const count = counts.get(id)
    return count ? { name, description, count } : []
  })
}

/** Redacted and approved; with the municipality where it may stand, and never with the group. */
export function quotesOf(db: Database, question: Question): Quote[] {
  const places = placesToName(db, question)
  return question.answers.flatMap(({ review, municipality }) =>
    review?.verdict === 'quote' ? { text: review.redacted, place: places.get(municipality) ?? null } : [],
  )
}

/** Names of the municipalities that may stand beside an answer of the wave, by code. */
export function placesToName(db: Database, { project, wave }: Question): ReadonlyMap<string, string> {
  const allowed = municipalitiesBesideQuotes(countAnsweredByMunicipality(db, wave.id))
  const units = listMunicipalities(db, project.id).filter(({ code }) => allowed.has(code))
  return new Map(units.map(({ code, name }) => [code, name]))
}

/** What an answer is about: what was settled, or what both coders said; null while that is open. */
export function settledOn({ codings, resolution }: OpenAnswer): ReadonlySet<string> | null {
  if (resolution) return resolution.categories
  const [first, second] = codings.map(({ categories }) => categories)
  if (!first || !second) return null
  return first.size === second.size && first.isSubsetOf(second) ? first : null
}

/** When the latest of reviews, codings and settlings was made: themes and quotes are as they are since then. */
export function lastWorkedOn({ answers }: Question): number | null {
  const times = answers.flatMap(({ review, codings, resolution }) => [
    ...(review ? [review.reviewedAt] : []),
    ...codings.map(({ codedAt }) => codedAt),
    ...(resolution ? [resolution.resolvedAt] : []),
  ])
  return times.reduce<number | null>((last, at) => Math.max(last ?? at, at), null)
}
