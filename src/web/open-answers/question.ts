// One question that people answered in words, in one wave: what every page about open answers is about.
import type { FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type Question, readQuestion, textItems } from '#quoting.ts'
import type { Database } from '#store/database.ts'
import { type Category, codersPerAnswer, type OpenAnswer } from '#store/open-answers.ts'
import type { Project } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import { isComplete, listWaves } from '#store/waves.ts'
import { nameOf, projectHere } from '../staff/here.ts'

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

/** @throws Problem 'not_found' where the address names no question of a complete wave; as projectHere */
export function questionHere(db: Database, request: OfQuestion, now: number): { question: Question; staff: Staff } {
  const { project, staff } = projectHere(db, request)
  const { kind, item: id } = request.params
  const wave = listWaves(db, project.id).find((one) => one.kind === kind && one.openedAt !== null)
  const item = wave && isComplete(db, wave, now) ? textItems(db, wave).find((one) => one.id === id) : undefined
  if (!wave || !item) throw new Problem('not_found')
  return { question: readQuestion(db, project, wave, item), staff }
}

/** The answer that the address names. @throws Problem 'not_found', also where it has been erased */
export function answerHere({ answers }: Question, { params }: OfQuestion): OpenAnswer {
  const answer = answers.find(({ responseId }) => responseId === params.response)
  if (!answer) throw new Problem('not_found')
  return answer
}

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

export const isCodedTwice = ({ codings }: OpenAnswer): boolean => codings.length >= codersPerAnswer

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
