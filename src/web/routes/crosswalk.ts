// Two versions of a questionnaire side by side: which questions may be compared, who has said so, and what that leaves
// of each measure. The address holds the versions, so that a report can link to the page it rests on.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#errors.ts'
import { findQuestionnaire, listQuestionnaires } from '#store/catalogue.ts'
import type { Database } from '#store/database.ts'
import type { Project } from '#store/projects.ts'
import { listWaves } from '#store/waves.ts'
import { compareVersions, type Verdict } from '#survey/comparability.ts'
import { waveKinds } from '#survey/questionnaire.ts'
import { compareMeasures, type MeasureRow } from '../crosswalk/measures.ts'
import { compareQuestions, type QuestionRow } from '../crosswalk/questions.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendPage } from '../page.ts'
import { nameOf, projectHere } from '../staff/here.ts'

/** What a reader looks for first comes first. */
const verdicts = ['broken', 'comparable', 'new', 'dropped', 'identical'] as const satisfies readonly Verdict[]

declare module '../page.ts' {
  interface Pages {
    'crosswalk/show': {
      slug: string
      projectName: string
      questionnaire: { id: string; title: string }
      versions: number[]
      from: number
      to: number
      counts: { verdict: Verdict; count: number }[]
      measures: MeasureRow[]
      /** Those that are not the same in both. */
      changed: QuestionRow[]
      questions: QuestionRow[]
      /** Texts that stand before questions, in the order they are met. */
      preambles: string[]
    }
  }
}

type Request = FastifyRequest<{
  Params: { slug: string }
  Querystring: { questionnaire?: string; from?: string; to?: string }
}>

export async function crosswalk(app: FastifyInstance, { db, judgements }: Dependencies): Promise<void> {
  app.get('/projects/:slug/crosswalk', { config: { access: 'results:read' } }, (request: Request, reply) => {
    const { project } = projectHere(db, request)
    const { language } = request
    const { id, from, to } = versionsWanted(db, project, request.query)
    const [earlier, later] = [findQuestionnaire(db, id, from), findQuestionnaire(db, id, to)]
    if (!earlier || !later) throw new Problem('not_found')
    const rows = compareVersions(earlier, later)
    const questions = compareQuestions(earlier, later, rows, language, judgements)
    return sendPage(reply, 'crosswalk/show', {
      slug: project.slug,
      projectName: nameOf(project, language),
      questionnaire: { id, title: later.title[language] },
      versions: listQuestionnaires(db).flatMap((one) => (one.id === id ? one.version : [])),
      from,
      to,
      counts: verdicts.map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length })),
      measures: compareMeasures(earlier, later, rows, language, judgements),
      changed: questions
        .filter(({ verdict }) => verdict !== 'identical')
        .sort((one, other) => verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict)),
      questions,
      preambles: [...new Set(questions.flatMap(({ earlier, later }) => [earlier?.preamble, later?.preamble]))].filter(
        (text): text is string => typeof text === 'string',
      ),
    })
  })
}

/** Those of the address, or what the project's first and last wave ask. @throws Problem 'not_found' without either */
function versionsWanted(db: Database, project: Project, query: Request['query']) {
  const waves = listWaves(db, project.id).sort(
    (one, other) => waveKinds.indexOf(one.kind) - waveKinds.indexOf(other.kind),
  )
  const id = query.questionnaire ?? waves.at(0)?.questionnaireId
  if (id === undefined) throw new Problem('not_found')
  const own = waves.filter(({ questionnaireId }) => questionnaireId === id).map((wave) => wave.questionnaireVersion)
  const known = listQuestionnaires(db).flatMap((one) => (one.id === id ? one.version : []))
  const versionOf = (text: string | undefined, usual: number | undefined) =>
    text === undefined ? (usual ?? 0) : Number(text)
  return {
    id,
    from: versionOf(query.from, own.at(0) ?? known.at(0)),
    to: versionOf(query.to, own.at(-1) ?? known.at(-1)),
  }
}
