// Reads everything a report is made of, and has it written. The same cut and the same texts give the same bytes, whoever
// asks and whenever.
import { publishedTree, readPublished } from './cuts/published-results.ts'
import { type Cover, type Finance, factShapes, type ReportFacts, type Target } from './document/facts.ts'
import type { AnsweredQuestion, Material, OwnText, ReportCut, ReportWave } from './document/material.ts'
import { type ReportFormat, type Watching, writeReport } from './document/write.ts'
import { type Language, phrasesIn } from './i18n/phrases.ts'
import type { ResultsContext } from './indicators/context/model.ts'
import { lastWorkedOn, listQuestions, quotesOf, themesOf } from './quoting.ts'
import { getQuestionnaire } from './store/catalogue.ts'
import { type CutWave, getCutResults, listCuts } from './store/cuts.ts'
import type { Database } from './store/database.ts'
import { listMunicipalities, type Project } from './store/projects.ts'
import { type FactTopic, findFacts, listLogos, listReports, listSections, type Report } from './store/reports.ts'
import { daysOf, listWaves } from './store/waves.ts'
import type { Judgements } from './survey/judgements.ts'

export interface MakingOptions {
  /** Where the pages of the cut lie, as "https://enkat.example"; null where nobody knows. */
  baseUrl: string | null
  /** Reasons of comparability in English, where they were signed in Swedish. */
  judgements: Judgements
  /** What people wrote is told once nobody answers any more. */
  now: number
}

export interface MadeReport {
  bytes: Uint8Array
  /** All that it tells of answers is from this cut; null where it is from none, or holds more. */
  cutId: string | null
}

/** Seconds of work in the thread it is called in. @throws AbortError where `signal` says stop */
export async function makeReport(
  db: Database,
  project: Project,
  report: Report,
  choice: { language: Language; format: ReportFormat },
  { baseUrl, judgements, now, ...watching }: MakingOptions & Watching,
): Promise<MadeReport> {
  const material = readMaterial(db, project, report, { baseUrl, judgements, now })
  const bytes = await writeReport(material, choice, watching)
  return { bytes, cutId: cutBehind(material, report) }
}

/** What people wrote is not frozen: a file that holds it must not outlive the answers. */
export const cutBehind = ({ openAnswers }: Material, { cutId }: Report): string | null =>
  openAnswers.length > 0 ? null : cutId

export function readMaterial(
  db: Database,
  project: Project,
  report: Report,
  { baseUrl, judgements, now }: MakingOptions,
): Material {
  const cut = report.cutId === null ? null : readReportCut(db, project, report.cutId)
  const sections = listSections(db, report.id)
  const topics = (['cover', 'targets', 'finance'] as const).flatMap((topic) => findFacts(db, report.id, topic) ?? [])
  const logos = listLogos(db, project.id)
  const openAnswers = cut && report.kind === 'final' ? readOpenAnswers(db, project, cut, now) : []
  const times = [...[...sections, ...topics].map(({ writtenAt }) => writtenAt), ...openAnswers.map(({ asOf }) => asOf)]
  return {
    kind: report.kind,
    project: {
      name: { sv: project.nameSv, en: project.nameEn },
      organisation: project.organisation,
      isDemo: project.isDemo,
      municipalities: listMunicipalities(db, project.id).map(({ code, name }) => ({ code, name })),
    },
    waves: cut ? [cut.from, cut.to] : plannedWaves(db, project),
    cut,
    facts: readFacts(db, project, report),
    judgements,
    texts: sections.flatMap(({ ownText, ...section }): OwnText[] =>
      ownText === null ? [] : [{ ...section, text: ownText }],
    ),
    openAnswers,
    logos: logos.map(({ type, bytes, width, height, altSv, altEn }) => ({
      type,
      bytes: new Uint8Array(bytes),
      width,
      height,
      altText: { sv: altSv, en: altEn },
    })),
    cutAddress: cut && baseUrl !== null ? `${baseUrl}/projects/${project.slug}/cuts/${cut.code}` : null,
    madeAt: Math.max(report.createdAt, cut?.madeAt ?? 0, ...times, ...logos.map(({ addedAt }) => addedAt)),
  }
}

/** Of the waves that the figures are from, in the order of the questionnaire; what nobody has worked on is not told. */
function readOpenAnswers(db: Database, project: Project, { from, to }: ReportCut, now: number): AnsweredQuestion[] {
  return listQuestions(db, project, now).flatMap((question): AnsweredQuestion[] => {
    const { item, wave, answers } = question
    const asOf = lastWorkedOn(question)
    if (asOf === null || (wave.kind !== from.kind && wave.kind !== to.kind)) return []
    const [themes, quotes] = [themesOf(db, question), quotesOf(db, question)]
    if (!themes && quotes.length === 0) return []
    const themed = themes && { people: answers.length, themes }
    return [{ question: item.text, wave: wave.kind, themed, quotes, asOf }]
  })
}

/** A cut never changes, so it is read once per process; the last few are kept. */
const read = new Map<string, ReportCut>()
const keptCuts = 4

function readReportCut(db: Database, project: Project, cutId: string): ReportCut {
  const known = read.get(cutId)
  if (known) return known
  for (const id of [...read.keys()].slice(0, Math.max(0, read.size - keptCuts + 1))) read.delete(id)
  const fresh = parseReportCut(db, project, cutId)
  read.set(cutId, fresh)
  return fresh
}

/** A published cut with its context where it has one: a cut from before that has results alone. */
function parseReportCut(db: Database, project: Project, cutId: string): ReportCut {
  const cut = listCuts(db, project.id).find(({ id }) => id === cutId)
  if (!cut) throw new Error(`report of project ${project.slug} names a cut that is not there`)
  const text = getCutResults(db, cut)
  const results: ReturnType<typeof readPublished> & { context?: ResultsContext } = readPublished(text)
  const { from, to, indicators, rules, code } = cut.facts
  const questionnaireOf = ({ questionnaire: { id, version } }: CutWave) => getQuestionnaire(db, id, version)
  return {
    code: cut.code,
    madeAt: cut.madeAt,
    inputSha256: cut.inputSha256,
    resultsSha256: cut.resultsSha256,
    from,
    to,
    indicators,
    rules,
    program: code,
    tree: publishedTree(text),
    results,
    context: results.context ?? null,
    questionnaires: { from: questionnaireOf(from), to: questionnaireOf(to) },
  }
}

const plannedWaves = (db: Database, project: Project): ReportWave[] =>
  listWaves(db, project.id).map(({ kind, questionnaireId, questionnaireVersion, ...wave }) => ({
    kind,
    ...daysOf(wave),
    questionnaire: { id: questionnaireId, version: questionnaireVersion, sha256: null },
  }))

/** As written for this report; what is not, as a new one would have it. */
export const readFacts = (db: Database, project: Project, report: Report): ReportFacts =>
  factsOf(db, report, startingFacts(db, project))

/** What a new report begins with: the facts of the latest one, else the goals as they usually are. */
export function startingFacts(db: Database, project: Project): ReportFacts {
  const [latest] = listReports(db, project.id)
  const usual: ReportFacts = {
    cover: emptyCover(project),
    targets: usualTargets(db, project),
    finance: noFinance(db, project),
  }
  return latest ? factsOf(db, latest, usual) : usual
}

function factsOf(db: Database, { id }: Report, otherwise: ReportFacts): ReportFacts {
  const known = (topic: FactTopic) => findFacts(db, id, topic)?.content
  return {
    cover: factShapes.cover.safeParse(known('cover')).data ?? otherwise.cover,
    targets: factShapes.targets.safeParse(known('targets')).data ?? otherwise.targets,
    finance: factShapes.finance.safeParse(known('finance')).data ?? otherwise.finance,
  }
}

const emptyCover = (project: Project): Cover => ({
  journalNumber: '',
  recipient: '',
  period: '',
  version: '0.1',
  contact: project.contactEmail,
  fundSv: '',
  fundEn: '',
})

/** How many of each the project owes: one for every municipality, or a number of its own. */
const usualCounts = {
  survey: 'municipalities',
  forum: 'municipalities',
  servicePoint: 'municipalities',
  plan: 'municipalities',
  example: 'municipalities',
  models: '≥ 3',
  network: '1',
  conference: '1',
  dissemination: '1',
  knowledge: '1',
  meetings: '',
} as const

function usualTargets(db: Database, project: Project): Target[] {
  const count = String(listMunicipalities(db, project.id).length)
  return (Object.keys(usualCounts) as (keyof typeof usualCounts)[]).map((name) => ({
    goalSv: phrasesIn('sv').document.goals.template[name],
    goalEn: phrasesIn('en').document.goals.template[name],
    planned: usualCounts[name] === 'municipalities' ? count : usualCounts[name],
    outcome: '',
    evidence: '',
    deviation: '',
  }))
}

const noFinance = (db: Database, project: Project): Finance[] =>
  listMunicipalities(db, project.id).map(({ code }) => ({
    municipality: code,
    decided: null,
    received: null,
    decision: '',
  }))
