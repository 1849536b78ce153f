// One question that people answered in words, in one wave: what every page about open answers is about. Only waves
// that nobody answers any more: a list that follows an open wave would tell each new answer apart.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { municipalitiesBesideQuotes } from '#indicators/open-answers.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import {
  type Category,
  codersPerAnswer,
  countAnsweredByMunicipality,
  listOpenAnswers,
  type OpenAnswer,
} from '#store/open-answers.ts'
import { listMunicipalities, type Project } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import { isComplete, listWaves, type Wave } from '#store/waves.ts'
import type { Item } from '#survey/questionnaire.ts'
import { nameOf, projectHere } from '../staff/here.ts'

export interface Question {
  project: Project
  wave: Wave
  item: Extract<Item, { type: 'text' }>
  /** In an order of the question's own, so that two lists cannot be laid side by side. */
  answers: readonly OpenAnswer[]
}

/** What the head of a page about a question says. */
export interface QuestionHeading {
  slug: string
  projectName: string
  address: string
  text: string
  wave: string
}

export type OfQuestion = FastifyRequest<{
  Params: { slug: string; kind: string; item: string; response?: string }
  Querystring: { done?: string; after?: string }
}>

/** Questions that somebody has answered in words, by wave and in the order of the questionnaire. */
export function listQuestions(db: Database, project: Project, now: number): Question[] {
  const complete = listWaves(db, project.id).filter((wave) => wave.openedAt !== null && isComplete(db, wave, now))
  return complete.flatMap((wave) =>
    textItems(db, wave)
      .map((item) => read(db, project, wave, item))
      .filter(({ answers }) => answers.length > 0),
  )
}

/** @throws Problem 'not_found' where the address names no question of a complete wave; as projectHere */
export function questionHere(db: Database, request: OfQuestion, now: number): { question: Question; staff: Staff } {
  const { project, staff } = projectHere(db, request)
  const { kind, item: id } = request.params
  const wave = listWaves(db, project.id).find((one) => one.kind === kind && one.openedAt !== null)
  const item = wave && isComplete(db, wave, now) ? textItems(db, wave).find((one) => one.id === id) : undefined
  if (!wave || !item) throw new Problem('not_found')
  return { question: read(db, project, wave, item), staff }
}

/** The answer that the address names. @throws Problem 'not_found', also where it has been erased */
export function answerHere({ answers }: Question, { params }: OfQuestion): OpenAnswer {
  const answer = answers.find(({ responseId }) => responseId === params.response)
  if (!answer) throw new Problem('not_found')
  return answer
}

const textItems = (db: Database, wave: Wave) =>
  getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion).items.filter((item) => item.type === 'text')

function read(db: Database, project: Project, wave: Wave, item: Question['item']): Question {
  const answers = listOpenAnswers(db, wave.id, item.id)
  return { project, wave, item, answers: answers.sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1)) }
}

/** Ten letters for one answer in lists and files; those of one person's answers to two questions have nothing in common. */
export const codeOf = ({ responseId, itemId }: OpenAnswer): string =>
  createHash('sha256').update(`${itemId} ${responseId}`).digest('hex').slice(0, 10)

export const openAnswersAddress = ({ slug }: Project): string => `/projects/${slug}/open-answers`
export const questionAddress = ({ project, wave, item }: Question): string =>
  `${openAnswersAddress(project)}/${wave.kind}/${item.id}`

export const headingOf = (question: Question, language: Language): QuestionHeading => ({
  slug: question.project.slug,
  projectName: nameOf(question.project, language),
  address: questionAddress(question),
  text: question.item.text[language],
  wave: phrasesIn(language).common.waveKind[question.wave.kind],
})

/** Names of the municipalities that may stand beside an answer of the wave, by code. */
export function placesToName(db: Database, { project, wave }: Question): ReadonlyMap<string, string> {
  const allowed = municipalitiesBesideQuotes(countAnsweredByMunicipality(db, wave.id))
  const units = listMunicipalities(db, project.id).filter(({ code }) => allowed.has(code))
  return new Map(units.map(({ code, name }) => [code, name]))
}

export const isCodedTwice = ({ codings }: OpenAnswer): boolean => codings.length >= codersPerAnswer

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

/** What there is left for this person to code: reviewed answers without their coding, and without two others'. */
export const leftToCode = ({ answers }: Question, staff: Staff): OpenAnswer[] =>
  answers.filter(
    (answer) => answer.review && !isCodedTwice(answer) && answer.codings.every(({ coderId }) => coderId !== staff.id),
  )

export const leftToReview = ({ answers }: Question): OpenAnswer[] => answers.filter(({ review }) => review === null)

/** Names in the order of the list. */
export const namesOf = (ids: ReadonlySet<string>, categories: readonly Category[]): string[] =>
  categories.filter(({ id }) => ids.has(id)).map(({ name }) => name)

/** The sentence for a deed in the address, or null. */
export function deedIn(request: FastifyRequest): string | null {
  const { done } = request.query as { done?: unknown }
  const words: Readonly<Record<string, string>> = phrasesIn(request.language).openAnswers.done
  return typeof done === 'string' && Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
