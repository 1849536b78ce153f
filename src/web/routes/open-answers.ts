// What people wrote, as far as others may read it: which questions there are, themes with how many bring them up, and
// quotes that somebody has approved.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { can } from '#access.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { fewestBesideQuote } from '#indicators/open-answers.ts'
import {
  codeOf,
  lastWorkedOn,
  listQuestions,
  type Question,
  type Quote,
  quotesOf,
  settledOn,
  type Theme,
  themesOf,
} from '#quoting.ts'
import { type CsvColumn, type CsvProfile, writeCsv } from '#report/csv.ts'
import { listCategories, type OpenAnswer, type Verdict } from '#store/open-answers.ts'
import { getSmallestGroup } from '#store/projects.ts'
import type { Staff } from '#store/staff.ts'
import type { Dependencies } from '../dependencies.ts'
import { offerFile } from '../download.ts'
import {
  deedIn,
  headingOf,
  isCodedTwice,
  leftToCode,
  leftToReview,
  namesOf,
  type OfQuestion,
  openAnswersAddress,
  type QuestionHeading,
  questionAddress,
  questionHere,
} from '../open-answers/question.ts'
import { sendPage } from '../page.ts'
import { nameOf, projectHere } from '../staff/here.ts'

interface Rights {
  review: boolean
  code: boolean
}

interface Progress {
  answers: number
  reviewed: number
  codedTwice: number
  leftToReview: number
  leftToCode: number
}

declare module '../page.ts' {
  interface Pages {
    'open-answers/list': {
      slug: string
      projectName: string
      base: string
      questions: (QuestionHeading & Progress)[]
      may: Rights
    }
    'open-answers/question': QuestionHeading & {
      isDemo: boolean
      /** How many answered in words; null where they are too few to say. */
      people: number | null
      showsShares: boolean
      threshold: number
      fewestBesideQuote: number
      /** null while answers are not all coded and settled. */
      themes: Theme[] | null
      quotes: Quote[]
      /** When themes and quotes came to be as they are; null before anybody has worked on them. */
      asOf: number | null
      /** For reviewers, to look at again; empty for others. */
      reviewed: { text: string; verdict: Verdict; address: string }[]
      may: Rights
      progress: Progress
      done: string | null
    }
  }
}

type InProject = FastifyRequest<{ Params: { slug: string } }>
type OfFile = FastifyRequest<{ Params: OfQuestion['params']; Querystring: { profile?: string; done?: string } }>

/** Shares only of so many: "5 of 7" says as much, and no more than is known. */
const fewestForShares = 10

export async function openAnswers(app: FastifyInstance, { db, now }: Dependencies): Promise<void> {
  const reading = { config: { access: 'results:read' as const } }
  const working = { config: { access: 'answers:code' as const } }
  const place = '/projects/:slug/open-answers'

  app.get(place, reading, (request: InProject, reply) => {
    const { project, staff } = projectHere(db, request)
    return sendPage(reply, 'open-answers/list', {
      slug: project.slug,
      projectName: nameOf(project, request.language),
      base: openAnswersAddress(project),
      questions: listQuestions(db, project, now()).map((question) => ({
        ...headingOf(question, request.language),
        ...progressOf(question, staff),
      })),
      may: rightsOf(staff, project.id),
    })
  })

  app.get(`${place}/:kind/:item`, reading, (request: OfQuestion, reply) => {
    const { question, staff } = questionHere(db, request, now())
    const { project, answers } = question
    const threshold = getSmallestGroup(db, project.id)
    const may = rightsOf(staff, project.id)
    return sendPage(reply, 'open-answers/question', {
      ...headingOf(question, request.language),
      isDemo: project.isDemo,
      people: answers.length >= threshold ? answers.length : null,
      showsShares: answers.length >= fewestForShares,
      threshold,
      fewestBesideQuote,
      themes: themesOf(db, question),
      quotes: quotesOf(db, question),
      asOf: lastWorkedOn(question),
      reviewed: may.review ? reviewedOf(question) : [],
      may,
      progress: progressOf(question, staff),
      done: deedIn(request),
    })
  })

  app.get(`${place}/:kind/:item/quotes.csv`, working, (request: OfFile, reply) => {
    const { question } = questionHere(db, request, now())
    const words = phrasesIn(request.language).openAnswers.file
    const columns: CsvColumn<Quote>[] = [
      ...questionColumns(question, request.language),
      { name: 'municipality', label: words.municipality, type: 'text', value: (quote) => quote.place },
      { name: 'quote', label: words.text, type: 'text', value: (quote) => quote.text },
    ]
    return offerFile(reply, fileName(question, 'quotes'), 'csv').send(
      writeCsv(profileOf(request), columns, quotesOf(db, question)),
    )
  })

  app.get(`${place}/:kind/:item/codings.csv`, working, (request: OfFile, reply) => {
    const { question } = questionHere(db, request, now())
    const words = phrasesIn(request.language).openAnswers.file
    const categories = listCategories(db, question.project.id)
    // As on the page: nobody's choices are told before both are done.
    const isOpen = question.answers.every(isCodedTwice)
    const said = (ids: ReadonlySet<string> | null | undefined) =>
      isOpen && ids ? namesOf(ids, categories).join(' | ') : null
    const columns: CsvColumn<OpenAnswer>[] = [
      { name: 'answer', label: words.answer, type: 'code', value: codeOf },
      ...questionColumns(question, request.language),
      { name: 'text', label: words.text, type: 'text', value: ({ review }) => review?.redacted ?? null },
      {
        name: 'may_be_quoted',
        label: words.quote,
        type: 'text',
        value: ({ review }) => (review?.verdict === 'quote' ? words.yes : words.no),
      },
      { name: 'coder_1', label: words.first, type: 'text', value: ({ codings }) => said(codings[0]?.categories) },
      { name: 'coder_2', label: words.second, type: 'text', value: ({ codings }) => said(codings[1]?.categories) },
      { name: 'settled', label: words.settled, type: 'text', value: (answer) => said(settledOn(answer)) },
    ]
    const rows = question.answers.filter(({ review }) => review !== null)
    return offerFile(reply, fileName(question, 'codings'), 'csv').send(writeCsv(profileOf(request), columns, rows))
  })
}

const reviewedOf = (question: Question) =>
  question.answers.flatMap(({ review, responseId }) =>
    review
      ? {
          text: review.redacted,
          verdict: review.verdict,
          address: `${questionAddress(question)}/review/${responseId}`,
        }
      : [],
  )

const rightsOf = ({ grants }: Staff, projectId: string): Rights => ({
  review: can(grants, 'answers:review', { projectId }),
  code: can(grants, 'answers:code', { projectId }),
})

const progressOf = (question: Question, staff: Staff): Progress => ({
  answers: question.answers.length,
  reviewed: question.answers.length - leftToReview(question).length,
  codedTwice: question.answers.filter(isCodedTwice).length,
  leftToReview: leftToReview(question).length,
  leftToCode: leftToCode(question, staff).length,
})

function questionColumns<Row>({ wave, item }: Question, language: Language): CsvColumn<Row>[] {
  const words = phrasesIn(language).openAnswers.file
  return [
    { name: 'wave', label: words.wave, type: 'code', value: () => wave.kind },
    { name: 'item', label: words.item, type: 'code', value: () => item.id },
  ]
}

const fileName = ({ project, wave, item }: Question, what: string): string =>
  `${project.slug}-${wave.kind}-${item.id}-${what}`

const profileOf = ({ query }: OfFile): CsvProfile => (query.profile === 'excel' ? 'excel' : 'research')
