// A form entered twice over, blind the second time; what differs is settled item by item. An answer that has come in by
// another way is met with, never overwritten.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import {
  dropEntries,
  type EnteredMode,
  enteringIn,
  findFormsInvitation,
  findGone,
  findInvitedByCode,
  finishEntry,
  type Invited,
  listEntries,
  saveEntry,
} from '#store/paper.ts'
import type { Mode } from '#store/responses.ts'
import { graceEnds } from '#store/waves.ts'
import type { Answers } from '#survey/answer.ts'
import { type AnswerError, checkAnswers, parseAnswers, saysSomething, takenBack, typedIn } from '#survey/answers.ts'
import type { Item, Questionnaire } from '#survey/questionnaire.ts'
import { pagesInWave } from '#survey/visibility.ts'
import { type Answered, answerInWords, buildQuestion, type Question } from '../answering/question.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { type Choice, differingItems, mergeEntries } from '../paper/compare.ts'
import { type FieldError, readFields } from '../staff/form.ts'
import { waveHere } from '../staff/here.ts'
import { type WaveFrame, waveFrame } from '../staff/wave-frame.ts'
import { refusalOf } from '../staff/wave-refusal.ts'

interface OfForm extends WaveFrame {
  code: string
  /** Where the wave has closed: until when the form, begun before, can be finished. */
  until: number | null
}

declare module '../page.ts' {
  interface Pages {
    'paper/entry': OfForm & {
      pass: 1 | 2
      mode: string
      begunOnWeb: boolean
      pages: { title: string; questions: Question[] }[]
      errors: readonly FieldError[]
      failed: boolean
    }
    'paper/conflict': OfForm & { mode: Mode; at: number; isEntered: boolean }
    'paper/differences': OfForm & {
      rows: {
        id: string
        question: Answered
        options: { choice: Choice; by: string; answer: string | null }[]
        chosen: string
      }[]
      errors: readonly FieldError[]
      failed: boolean
    }
  }
}

type OfEntry = FastifyRequest<{ Params: { id: string; code: string } }>

export async function paperEntry(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const enter = { config: { access: 'responses:enter' as const } }
  const entering = { ...enter, preHandler: tellGone }
  const path = '/waves/:id/paper/:code(^[A-Z0-9]{8}$)'

  app.get(path, entering, (request: OfEntry, reply) => {
    const here = formHere(request)
    if (here.invited.answered) return showConflict(request, reply, here)
    const passes = listEntries(db, here.invited.invitationId).length
    if (passes === 2) return reply.redirect(`${baseOf(request)}/differences`, 303)
    return showEntry(request, reply, here, passes === 0 ? 1 : 2, {}, [])
  })

  app.post(path, entering, (request: OfEntry, reply) => {
    const here = formHere(request)
    if (here.invited.answered) return showConflict(request, reply.code(409), here)
    const { questionnaire, items, invited, staff } = here
    const words = phrasesIn(request.language).paper
    const { pass: sent, mode: typed } = readFields(request.body, ['pass', 'mode'])
    const pass = sent === '2' ? 2 : 1
    const entries = listEntries(db, invited.invitationId)
    const mode = pass === 2 ? entries[0]?.mode : modeIn(typed)
    const emptied = takenBack(items, request.body)
    if (emptied) return showEntry(request, reply, here, pass, emptied, [])
    const { answers, errors } = parseAnswers(questionnaire, items, request.body)
    const faults: FieldError[] = [
      ...(mode ? [] : [{ field: 'mode-paper', message: words.noMode }]),
      ...(errors.length === 0 && !saysSomething(questionnaire, whatCounts(here, answers))
        ? [
            {
              field: 'answers',
              message: Object.keys(answers).length === 0 ? words.nothingEntered : words.nothingCounts,
            },
          ]
        : []),
    ]
    if (!mode || faults.length + errors.length > 0)
      return showEntry(request, reply.code(422), here, pass, request.body, errors, faults)
    const entry = { invitationId: invited.invitationId, pass, mode, answers, staffId: staff.id } as const
    const outcome = saveEntry(db, entry, now())
    if (outcome === 'answered') return showConflict(request, reply.code(409), formHere(request))
    if (outcome === 'entered') return toList(request, reply, 'elsewhere')
    if (pass === 1) return toList(request, reply, 'first')
    const first = entries[0]?.answers ?? {}
    if (differingItems(items, first, answers).length > 0) return reply.redirect(`${baseOf(request)}/differences`, 303)
    return finish(request, reply, answers, 0)
  })

  app.get(`${path}/differences`, entering, (request: OfEntry, reply) => {
    const here = formHere(request)
    if (here.invited.answered) return showConflict(request, reply, here)
    if (listEntries(db, here.invited.invitationId).length < 2) return reply.redirect(baseOf(request), 303)
    return showDifferences(request, reply, here, {}, [])
  })

  app.post(`${path}/differences`, entering, (request: OfEntry, reply) => {
    const here = formHere(request)
    if (here.invited.answered) return showConflict(request, reply.code(409), here)
    const [first, second] = listEntries(db, here.invited.invitationId)
    if (!first || !second) return toList(request, reply, 'elsewhere')
    const differing = differingItems(here.items, first.answers, second.answers)
    const typed = readFields(
      request.body,
      differing.map(({ id }) => id),
    )
    const chosen = Object.fromEntries(
      Object.entries(typed).filter((pair): pair is [string, Choice] => pair[1] === 'first' || pair[1] === 'second'),
    )
    const left = differing.filter(({ id }) => chosen[id] === undefined)
    if (left.length > 0)
      return showDifferences(
        request,
        reply.code(422),
        here,
        typed,
        left.map(({ id }) => ({ field: id, message: phrasesIn(request.language).paper.choose })),
      )
    const merged = mergeEntries(here.items, first.answers, second.answers, chosen)
    if (!saysSomething(here.questionnaire, whatCounts(here, merged))) {
      const message = phrasesIn(request.language).paper.nothingLeft
      return showDifferences(request, reply.code(422), here, typed, [{ field: differing[0]?.id ?? '', message }])
    }
    return finish(request, reply, merged, differing.length)
  })

  app.post(`${path}/removal`, enter, (request: OfEntry, reply) => {
    // In whatever state the wave and the person are: what counts for nothing need not be kept.
    const { wave, staff } = waveHere(db, request)
    const invitationId = findFormsInvitation(db, wave.id, request.params.code)
    if (!invitationId) throw new Problem('not_found')
    dropEntries(db, invitationId, staff.id, now())
    return toList(request, reply, 'dropped')
  })

  /** Where the form is of somebody who may answer no more, the list says why. */
  async function tellGone(request: OfEntry, reply: FastifyReply) {
    const { wave } = waveHere(db, request)
    const { code } = request.params
    const isGone = !findInvitedByCode(db, wave.id, code) && findGone(db, wave.id, code) !== undefined
    return isGone ? reply.redirect(`/waves/${wave.id}/paper?code=${code}`, 303) : undefined
  }

  /** @throws Problem 'not_found' where no form of the wave has the code, as refusalOf where it cannot be entered any more */
  function formHere(request: OfEntry) {
    const here = waveHere(db, request)
    const invited = findInvitedByCode(db, here.wave.id, request.params.code)
    if (!invited) throw new Problem('not_found')
    const entering = enteringIn(here.wave, now())
    const isBegun = listEntries(db, invited.invitationId).length > 0
    if (entering !== 'any' && !(entering === 'begun' && isBegun)) throw refusalOf(here.wave)
    const questionnaire = getQuestionnaire(db, here.wave.questionnaireId, here.wave.questionnaireVersion)
    const items = pagesInWave(questionnaire, here.wave.kind).flatMap((page) => page.items)
    return { ...here, invited, questionnaire, items }
  }

  function finish(request: OfEntry, reply: FastifyReply, agreed: Answers, differences: number) {
    const here = formHere(request)
    const { invited, staff } = here
    const response = {
      invitationId: invited.invitationId,
      answers: whatCounts(here, agreed),
      staffId: staff.id,
      differences,
    }
    if (finishEntry(db, response, now()) === 'answered')
      return showConflict(request, reply.code(409), formHere(request))
    return toList(request, reply, differences === 0 ? 'recorded' : 'resolved')
  }

  function showDifferences(
    request: OfEntry,
    reply: FastifyReply,
    here: Here,
    typed: Readonly<Record<string, string>>,
    errors: readonly FieldError[],
  ) {
    const { questionnaire, items, invited } = here
    const [first, second] = listEntries(db, invited.invitationId)
    if (!first || !second) throw new Problem('not_found')
    const words = phrasesIn(request.language).paper
    const inWords = (item: Item, answers: Answers) =>
      answerInWords(questionnaire, item, answers[item.id], request.language).answer
    return sendPage(reply, 'paper/differences', {
      ...ofForm(request, here),
      rows: differingItems(items, first.answers, second.answers).map((item) => ({
        id: item.id,
        question: answerInWords(questionnaire, item, undefined, request.language),
        options: [
          {
            choice: 'first' as const,
            by: words.enteredBy(words.first, first.name),
            answer: inWords(item, first.answers),
          },
          {
            choice: 'second' as const,
            by: words.enteredBy(words.second, second.name),
            answer: inWords(item, second.answers),
          },
        ],
        chosen: typed[item.id] ?? '',
      })),
      errors,
      failed: errors.length > 0,
    })
  }

  const showConflict = (request: OfEntry, reply: FastifyReply, here: Here) => {
    const { answered, invitationId } = here.invited
    if (!answered) throw new Problem('not_found')
    const isEntered = listEntries(db, invitationId).length > 0
    return sendPage(reply, 'paper/conflict', { ...ofForm(request, here), ...answered, isEntered })
  }
}

type Here = ReturnType<typeof waveHere> & { invited: Invited; questionnaire: Questionnaire; items: Item[] }

/** What was filled in on paper although it was not asked is left out, as on the web. */
const whatCounts = ({ questionnaire, wave, invited }: Here, answers: Answers): Answers =>
  checkAnswers(questionnaire, wave.kind, answers, { actor_group: invited.actorGroup }).answers

function showEntry(
  request: OfEntry,
  reply: FastifyReply,
  here: Here,
  pass: 1 | 2,
  body: unknown,
  wrong: readonly AnswerError[],
  faults: readonly FieldError[] = [],
) {
  const { questionnaire, wave, invited } = here
  const pages = pagesInWave(questionnaire, wave.kind).map(({ page, items }) => ({
    title: page.title[request.language],
    questions: items.map((item) => {
      const error = wrong.find((one) => one.item === item.id) ?? null
      return buildQuestion(questionnaire, item, { typed: typedIn(item, body), error }, request.language)
    }),
  }))
  const errors = [
    ...faults,
    ...pages.flatMap(({ questions }) =>
      questions.flatMap(({ at, error }) => (error === null ? [] : [{ field: at, message: error }])),
    ),
  ]
  return sendPage(reply, 'paper/entry', {
    ...ofForm(request, here),
    pass,
    mode: readFields(body, ['mode']).mode,
    begunOnWeb: invited.begunOnWeb,
    pages,
    errors,
    failed: errors.length > 0,
  })
}

const modeIn = (typed: string): EnteredMode | undefined =>
  typed === 'paper' || typed === 'telephone' ? typed : undefined
const ofForm = (request: OfEntry, here: Here): OfForm => ({
  ...waveFrame(request, here),
  code: request.params.code,
  until: here.wave.closedAt === null ? null : graceEnds(here.wave),
})
const baseOf = ({ params }: OfEntry): string => `/waves/${params.id}/paper/${params.code}`
const toList = (request: OfEntry, reply: FastifyReply, entered: string) =>
  reply.redirect(`/waves/${request.params.id}/paper?entered=${entered}`, 303)
