// Read and compute: the one call that page, chart, CSV and export start from, so that none can say what another hides.
import type { WaveKind } from '#survey/questionnaire.ts'
import { orderRows } from './cuts/rows.ts'
import { computeResults } from './indicators/compute.ts'
import type { Asked, ProjectResults, ResultsInput } from './indicators/model.ts'
import { getQuestionnaire } from './store/catalogue.ts'
import type { Database } from './store/database.ts'
import { listMunicipalities, type Project } from './store/projects.ts'
import { readAsked } from './store/responses.ts'
import { listWaves, type Wave, waveState } from './store/waves.ts'

/** Groups smaller than this are never shown. */
export const threshold = 5
/** A person has changed when the score moved by more than this many points of 100. */
export const noticeableChange = 5

/** What decides results besides the answers: the same on every road to them. */
export const rules = { threshold, noticeableChange } as const satisfies Partial<ResultsInput>

export interface WavePair {
  from: Wave
  to: Wave
}

export interface Comparison extends WavePair {
  results: ProjectResults
}

/**
 * Why there is nothing to compare: fewer than two waves have been opened, or the later one is still open. A figure
 * that follows an open wave would tell each new answer apart.
 */
export type NoComparison = 'needs_two_waves' | 'still_open'

type Kinds = { from: WaveKind; to: WaveKind }

export function resultsFor(db: Database, project: Project, kinds?: Kinds): Comparison | NoComparison {
  const pair = findWavePair(db, project, kinds)
  if (typeof pair === 'string') return pair
  return { ...pair, results: computeResults(readInput(db, project, pair)) }
}

/** The two waves compared: the first opened and the first closed after it, unless others are asked for. */
export function findWavePair(db: Database, project: Project, kinds?: Kinds): WavePair | NoComparison {
  const opened = listWaves(db, project.id).filter((wave) => wave.openedAt !== null)
  const from = kinds ? opened.find((wave) => wave.kind === kinds.from) : opened.at(0)
  const closed = opened.filter((wave) => wave.id !== from?.id && waveState(wave) === 'closed')
  const to = kinds ? opened.find((wave) => wave.kind === kinds.to) : closed.at(0)
  if (!from || opened.length < 2) return 'needs_two_waves'
  if (!to || waveState(from) !== 'closed' || waveState(to) !== 'closed') return 'still_open'
  return { from, to }
}

/** Everything the results of two waves are computed from, people known by their pseudonyms. */
export function readInput(db: Database, project: Project, { from, to }: WavePair): ResultsInput {
  const questionnaireOf = (wave: Wave) => getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return {
    from: { kind: from.kind, questionnaire: questionnaireOf(from) },
    to: { kind: to.kind, questionnaire: questionnaireOf(to) },
    municipalities: listMunicipalities(db, project.id).map(({ code, name }) => ({ code, name })),
    asked: orderRows([from, to].flatMap((wave) => [...askedIn(db, wave)])),
    ...rules,
  }
}

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { pseudonym, municipality, actorGroup, response } of readAsked(db, wave.id))
    yield {
      participant: pseudonym,
      municipality,
      actorGroup,
      wave: wave.kind,
      response: response && { version: response.version, answers: response.answers },
    }
}
