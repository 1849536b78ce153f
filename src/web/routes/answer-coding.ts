// Two people sort the same answers, neither seeing the other's choices before both are done; then they are compared,
// and differences settled.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '#errors.ts'
import { formatInterval } from '#i18n/interval.ts'
import type { Language } from '#i18n/phrases.ts'
import { agreeOn, type CoderAgreement } from '#indicators/coder-agreement.ts'
import { codeOf, type Question, settledOn } from '#quoting.ts'
import {
  type Category,
  type CodingRefusal,
  listCategories,
  type OpenAnswer,
  saveCoding,
  saveResolution,
} from '#store/open-answers.ts'
import { findStaff, type Staff } from '#store/staff.ts'
import type { Dependencies } from '../dependencies.ts'
import {
  answerHere,
  deedIn,
  headingOf,
  isCodedTwice,
  leftToCode,
  namesOf,
  type OfQuestion,
  openAnswersAddress,
  type QuestionHeading,
  questionAddress,
  questionHere,
} from '../open-answers/question.ts'
import { sendPage } from '../page.ts'
import { readChoices } from '../staff/form.ts'
import { actorOf } from '../staff/here.ts'

interface Choice extends Pick<Category, 'id' | 'name' | 'description'> {
  chosen: boolean
}

interface Pair {
  first: string
  second: string
  agreement: CoderAgreement
  rows: { name: string; share: number; kappa: number | null; interval: string | null }[]
}

interface Disagreement {
  code: string
  response: string
  text: string
  said: { by: string; names: string[] }[]
  choices: Choice[]
}

declare module '../page.ts' {
  interface Pages {
    'open-answers/coding': QuestionHeading & {
      response: string
      /** As others may read it; the heading's own text is the question. */
      answer: string
      choices: Choice[]
      left: number
      refused: CodingRefusal | null
      categoriesAddress: string
      done: string | null
    }
    'open-answers/agreement': QuestionHeading & {
      /** Answers that two have not coded yet: nothing is compared before. */
      waiting: number
      pairs: Pair[]
      disagreements: Disagreement[]
      resolved: number
      done: string | null
    }
  }
}

export async function answerCoding(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'answers:code' as const }
  const place = '/projects/:slug/open-answers/:kind/:item'

  app.get(`${place}/coding`, { config }, (request: OfQuestion, reply) => {
    const { question, staff } = questionHere(db, request, now())
    return toNext(reply, question, staff, '')
  })

  app.get(`${place}/coding/:response`, { config }, (request: OfQuestion, reply) => {
    const { question, staff } = questionHere(db, request, now())
    return showCoding(request, reply, question, staff, null)
  })

  app.post(`${place}/coding/:response`, { config }, (request: OfQuestion, reply) => {
    const { question, staff } = questionHere(db, request, now())
    const { project } = question
    const coder = { staffId: staff.id, projectId: project.id }
    const refused = saveCoding(db, answerHere(question, request), chosenIn(request, project.id), coder, now())
    if (refused) return showCoding(request, reply.code(409), question, staff, refused)
    return toNext(reply, questionHere(db, request, now()).question, staff, '?done=coded')
  })

  app.get(`${place}/agreement`, { config }, (request: OfQuestion, reply) => {
    const { question } = questionHere(db, request, now())
    const waiting = question.answers.filter((answer) => !isCodedTwice(answer)).length
    const categories = listCategories(db, question.project.id)
    const isOpen = waiting === 0
    return sendPage(reply, 'open-answers/agreement', {
      ...headingOf(question, request.language),
      waiting,
      pairs: isOpen ? comparePairs(question.answers, categories, request.language) : [],
      disagreements: isOpen
        ? question.answers
            .filter((answer) => settledOn(answer) === null)
            .map((answer) => describeDisagreement(answer, categories))
        : [],
      resolved: isOpen ? question.answers.filter(({ resolution }) => resolution !== null).length : 0,
      done: deedIn(request),
    })
  })

  app.post(`${place}/agreement/:response`, { config }, (request: OfQuestion, reply) => {
    const { question, staff } = questionHere(db, request, now())
    const answer = answerHere(question, request)
    if (!question.answers.every(isCodedTwice)) throw new Problem('not_found')
    const { id } = question.project
    saveResolution(db, answer, chosenIn(request, id), id, actorOf(staff), now())
    return reply.redirect(`${questionAddress(question)}/agreement?done=resolved`, 303)
  })

  /** Only the project's own categories that are in use, whatever was sent. */
  function chosenIn(request: OfQuestion, projectId: string): string[] {
    const known = new Set(listCategories(db, projectId).map(({ id }) => id))
    return readChoices(request.body, 'category').filter((id) => known.has(id))
  }

  function toNext(reply: FastifyReply, question: Question, staff: Staff, done: string) {
    const [next] = leftToCode(question, staff)
    const address = questionAddress(question)
    return reply.redirect(next ? `${address}/coding/${next.responseId}${done}` : `${address}?done=all_coded`, 303)
  }

  function showCoding(
    request: OfQuestion,
    reply: FastifyReply,
    question: Question,
    staff: Staff,
    refused: CodingRefusal | null,
  ) {
    const { responseId, review, codings } = answerHere(question, request)
    const own = codings.find(({ coderId }) => coderId === staff.id)?.categories ?? new Set()
    const { project } = question
    return sendPage(reply, 'open-answers/coding', {
      ...headingOf(question, request.language),
      response: responseId,
      answer: review?.redacted ?? '',
      choices: choicesOf(listCategories(db, project.id), own),
      left: leftToCode(question, staff).length,
      refused: refused ?? (review ? null : 'not_reviewed'),
      categoriesAddress: `${openAnswersAddress(project)}/categories`,
      done: deedIn(request),
    })
  }

  function comparePairs(answers: readonly OpenAnswer[], categories: readonly Category[], language: Language): Pair[] {
    const byPair = Map.groupBy(answers, ({ codings }) => codings.map(({ coderId }) => coderId).join(' '))
    return [...byPair].flatMap(([key, theirs]) => {
      const coded = theirs.flatMap(({ codings: [first, second] }) =>
        first && second ? { first: first.categories, second: second.categories } : [],
      )
      const agreement = agreeOn(
        coded,
        categories.map(({ id }) => id),
      )
      const [first = '', second = ''] = key.split(' ').map(nameOfCoder)
      if (!agreement) return []
      const rows = categories.flatMap(({ id, name }) => {
        const one = agreement.byCategory.get(id)
        if (!one) return []
        const { share, kappa, interval } = one
        return { name, share, kappa, interval: interval && formatInterval(interval, 2, language) }
      })
      return { first, second, agreement, rows }
    })
  }

  function describeDisagreement(answer: OpenAnswer, categories: readonly Category[]): Disagreement {
    const [first, second] = answer.codings.map((coding) => coding.categories)
    return {
      code: codeOf(answer),
      response: answer.responseId,
      text: answer.review?.redacted ?? '',
      said: answer.codings.map((coding) => ({
        by: nameOfCoder(coding.coderId),
        names: namesOf(coding.categories, categories),
      })),
      choices: choicesOf(categories, first && second ? first.intersection(second) : new Set()),
    }
  }

  function nameOfCoder(id: string): string {
    return findStaff(db, id)?.name ?? '–'
  }
}

const choicesOf = (categories: readonly Category[], chosen: ReadonlySet<string>): Choice[] =>
  categories.map(({ id, name, description }) => ({ id, name, description, chosen: chosen.has(id) }))
