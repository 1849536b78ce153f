// One answer after the other is read by somebody who does not know who wrote it: what others may read of it, and
// whether it may be quoted.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { phrasesIn } from '#i18n/phrases.ts'
import { placesToName, type Question } from '#quoting.ts'
import { type OpenAnswer, saveReview, type Verdict } from '#store/open-answers.ts'
import { listMunicipalities } from '#store/projects.ts'
import type { Dependencies } from '../dependencies.ts'
import {
  answerHere,
  deedIn,
  headingOf,
  leftToReview,
  type OfQuestion,
  type QuestionHeading,
  questionAddress,
  questionHere,
} from '../open-answers/question.ts'
import { findTelling } from '../open-answers/telling.ts'
import { sendPage } from '../page.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { actorOf } from '../staff/here.ts'

interface Form {
  redacted: string
  verdict: string
  /** When the review that the form was made from was made, or empty. */
  seen: string
}

declare module '../page.ts' {
  interface Pages {
    'open-answers/review': QuestionHeading & {
      response: string
      original: string
      place: string | null
      telling: string[]
      left: number
      form: Form
      /** What somebody else has made of it meanwhile. */
      theirs: string | null
      errors: readonly FieldError[]
      failed: boolean
      done: string | null
    }
  }
}

const fields = ['redacted', 'verdict', 'seen'] as const
const isVerdict = (value: string): value is Verdict => value === 'quote' || value === 'keep'

export async function answerReview(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const config = { access: 'answers:review' as const }
  const place = '/projects/:slug/open-answers/:kind/:item/review'

  app.get(place, { config }, (request: OfQuestion, reply) => {
    const { question } = questionHere(db, request, now())
    const { after } = request.query
    return toNext(reply, question, question.answers.find(({ responseId }) => responseId === after) ?? null, '')
  })

  app.get(`${place}/:response`, { config }, (request: OfQuestion, reply) => {
    const { question } = questionHere(db, request, now())
    const answer = answerHere(question, request)
    const { review, text } = answer
    const form = { redacted: review?.redacted ?? text, verdict: review?.verdict ?? '', seen: seenOf(answer) }
    return show(request, reply, question, answer, { form, errors: [], theirs: null })
  })

  app.post(`${place}/:response`, { config }, (request: OfQuestion, reply) => {
    const { question, staff } = questionHere(db, request, now())
    const answer = answerHere(question, request)
    const form = readFields(request.body, fields)
    const redacted = form.redacted.replaceAll('\r\n', '\n').trim()
    const { verdict } = form
    const errors = check(redacted, verdict, question, phrasesIn(request.language).openAnswers.review.wrong)
    if (errors.length > 0 || !isVerdict(verdict))
      return show(request, reply.code(422), question, answer, { form, errors, theirs: null })
    const seen = form.seen === '' ? null : Number(form.seen)
    const isSaved = saveReview(db, answer, { redacted, verdict, seen }, question.project.id, actorOf(staff), now())
    if (isSaved) return toNext(reply, questionHere(db, request, now()).question, answer, '?done=reviewed')
    return show(request, reply.code(409), question, answer, {
      form: { ...form, seen: seenOf(answer) },
      errors: [],
      theirs: answer.review?.redacted ?? null,
    })
  })

  /** On from this one: past what was skipped, and round to it again. */
  function toNext(reply: FastifyReply, question: Question, after: OpenAnswer | null, done: string) {
    const left = leftToReview(question)
    const at = after ? question.answers.findIndex(({ responseId }) => responseId === after.responseId) : -1
    const next = left.find((answer) => question.answers.indexOf(answer) > at) ?? left.at(0)
    const address = questionAddress(question)
    if (!next) return reply.redirect(`${address}?done=all_reviewed`, 303)
    return reply.redirect(`${address}/review/${next.responseId}${done}`, 303)
  }

  function show(
    request: OfQuestion,
    reply: FastifyReply,
    question: Question,
    answer: OpenAnswer,
    state: { form: Form; errors: readonly FieldError[]; theirs: string | null },
  ) {
    const left = leftToReview(question)
    return sendPage(reply, 'open-answers/review', {
      ...headingOf(question, request.language),
      ...state,
      response: answer.responseId,
      original: answer.text,
      place: placesToName(db, question).get(answer.municipality) ?? null,
      telling: findTelling(
        answer.text,
        listMunicipalities(db, question.project.id).map(({ name }) => name),
      ),
      left: left.length,
      failed: state.errors.length > 0,
      done: deedIn(request),
    })
  }
}

const seenOf = ({ review }: OpenAnswer): string => (review ? String(review.reviewedAt) : '')

type Wrong = ReturnType<typeof phrasesIn>['openAnswers']['review']['wrong']

function check(redacted: string, verdict: string, { item }: Question, wrong: Wrong): FieldError[] {
  const errors: FieldError[] = []
  if (redacted === '' && verdict !== 'keep') errors.push({ field: 'redacted', message: wrong.redacted })
  // Marks like [name] may be longer than what they stand for.
  if (redacted.length > item.maxLength * 2) errors.push({ field: 'redacted', message: wrong.long })
  if (!isVerdict(verdict)) errors.push({ field: 'quote', message: wrong.verdict })
  return errors
}
