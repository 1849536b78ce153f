// Read and compute: the one call that page, chart, CSV and export start from, so that none can say what another hides.
import type { WaveKind } from '#survey/questionnaire.ts'
import { computeResults } from './indicators/compute.ts'
import type { Asked, ProjectResults } from './indicators/model.ts'
import { getQuestionnaire } from './store/catalogue.ts'
import type { Database } from './store/database.ts'
import { listMunicipalities, type Project } from './store/projects.ts'
import { readAsked } from './store/responses.ts'
import { listWaves, type Wave, waveState } from './store/waves.ts'

/** Groups smaller than this are never shown. */
export const threshold = 5
/** A person has changed when the score moved by more than this many points of 100. */
export const noticeableChange = 5

export interface Comparison {
  from: Wave
  to: Wave
  results: ProjectResults
}

/**
 * Why there is nothing to compare: fewer than two waves have been opened, or the later one is still open. A figure
 * that follows an open wave would tell each new answer apart.
 */
export type NoComparison = 'needs_two_waves' | 'still_open'

export function resultsFor(
  db: Database,
  project: Project,
  kinds?: { from: WaveKind; to: WaveKind },
): Comparison | NoComparison {
  const opened = listWaves(db, project.id).filter((wave) => wave.openedAt !== null)
  const from = kinds ? opened.find((wave) => wave.kind === kinds.from) : opened.at(0)
  const closed = opened.filter((wave) => wave.id !== from?.id && waveState(wave) === 'closed')
  const to = kinds ? opened.find((wave) => wave.kind === kinds.to) : closed.at(0)
  if (!from || opened.length < 2) return 'needs_two_waves'
  if (!to || waveState(from) !== 'closed' || waveState(to) !== 'closed') return 'still_open'
  return { from, to, results: compare(db, project, from, to) }
}

function compare(db: Database, project: Project, from: Wave, to: Wave): ProjectResults {
  const questionnaireOf = (wave: Wave) => getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return computeResults({
    from: { kind: from.kind, questionnaire: questionnaireOf(from) },
    to: { kind: to.kind, questionnaire: questionnaireOf(to) },
    municipalities: listMunicipalities(db, project.id),
    asked: [from, to].flatMap((wave) => [...askedIn(db, wave)]),
    threshold,
    noticeableChange,
  })
}

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { participantId, municipality, actorGroup, response } of readAsked(db, wave.id))
    yield {
      participant: participantId,
      municipality,
      actorGroup,
      wave: wave.kind,
      response: response && { version: response.version, answers: response.answers },
    }
}
