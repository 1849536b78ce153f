// Publishing results: figures that somebody may quote are frozen with all that made them, once nobody can be told by
// subtracting them from what was published before.

import { sha256Of } from './cuts/canonical-json.ts'
import { codeVersion } from './cuts/code-version.ts'
import { compareEditions, type EditionFault } from './cuts/editions.ts'
import { publishResults, readPublished } from './cuts/published-results.ts'
import { sumRows } from './cuts/rows.ts'
import { computeResults } from './indicators/compute.ts'
import type { ResultsInput } from './indicators/model.ts'
import { findClosedPair, findWavePair, type NoComparison, readInput, threshold, type WavePair } from './results.ts'
import {
  addCut,
  type Cut,
  type CutFacts,
  type CutWave,
  getCutResults,
  getQuestionnaireSum,
  listCuts,
  type NewCut,
} from './store/cuts.ts'
import type { Database } from './store/database.ts'
import type { Actor } from './store/events.ts'
import type { Project } from './store/projects.ts'
import type { Wave } from './store/waves.ts'

export type Publication =
  | { outcome: 'made'; cut: Cut }
  /** Neither data nor figures have changed since this cut: it stands for the new one. */
  | { outcome: 'unchanged'; cut: Cut }
  /** Beside this earlier cut, somebody could be told by subtraction. */
  | { outcome: 'refused'; cut: Cut; faults: readonly EditionFault[] }
  | { outcome: 'nothing'; reason: NoComparison }

/** Freezes the results as they are now. Two at once make one cut: the second finds the first. */
export function publishCut(db: Database, project: Project, actor: Actor, now: number): Publication {
  return db.transaction(
    (tx): Publication => {
      const pair = findWavePair(db, project, now)
      if (typeof pair === 'string') return { outcome: 'nothing', reason: pair }
      const edition = computeEdition(db, project, pair)
      const earlier = listCuts(tx, project.id)
      const same = earlier.find(
        (cut) => cut.inputSha256 === edition.inputSha256 && cut.resultsSha256 === edition.resultsSha256,
      )
      if (same) return { outcome: 'unchanged', cut: same }
      const next = readPublished(edition.results)
      for (const cut of earlier) {
        const previous = readPublished(getCutResults(tx, cut))
        const faults = compareEditions(previous, next, threshold)
        if (faults.length > 0) return { outcome: 'refused', cut, faults }
      }
      return { outcome: 'made', cut: addCut(tx, edition, actor, now) }
    },
    { behavior: 'immediate' },
  )
}

/** How a cut stands to what would be computed today. */
export interface CutCheck {
  /** gone: a wave was opened again. */
  data: 'same' | 'changed' | 'gone'
  /** Whether computing again gives the cut's bytes; null where there is nothing to compute. */
  identical: boolean | null
}

export function checkCut(db: Database, project: Project, cut: Cut): CutCheck {
  const pair = findClosedPair(db, project, { from: cut.facts.from.kind, to: cut.facts.to.kind })
  if (!pair) return { data: 'gone', identical: null }
  const { inputSha256, resultsSha256 } = computeEdition(db, project, pair)
  return {
    data: inputSha256 === cut.inputSha256 ? 'same' : 'changed',
    identical: resultsSha256 === cut.resultsSha256,
  }
}

function computeEdition(db: Database, project: Project, pair: WavePair): NewCut {
  const input = readInput(db, project, pair)
  const results = publishResults(computeResults(input))
  const facts = factsOf(db, pair, input)
  return {
    projectId: project.id,
    fromWaveId: pair.from.id,
    toWaveId: pair.to.id,
    inputSha256: sumRows(input, [facts.from.questionnaire.sha256, facts.to.questionnaire.sha256]),
    resultsSha256: sha256Of(results),
    results,
    facts,
  }
}

function factsOf(db: Database, { from, to }: WavePair, input: ResultsInput): CutFacts {
  const { from: earlier, to: _to, municipalities: _units, asked: _asked, otherVersions: _versions, ...rules } = input
  const { indicators } = earlier.questionnaire
  return {
    from: waveFacts(db, from),
    to: waveFacts(db, to),
    indicators: Object.fromEntries(indicators.map(({ id, revision }) => [id, revision])),
    rules,
    code: codeVersion(),
  }
}

function waveFacts(db: Database, wave: Wave): CutWave {
  const { questionnaireId: id, questionnaireVersion: version } = wave
  return {
    kind: wave.kind,
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    questionnaire: { id, version, sha256: getQuestionnaireSum(db, id, version) },
  }
}
