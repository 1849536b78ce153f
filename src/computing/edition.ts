// Results as a cut would keep them: the bytes, and what they were made from and with.
import { sha256Of } from '#cuts/canonical-json.ts'
import { codeVersion } from '#cuts/code-version.ts'
import { publishResults } from '#cuts/published-results.ts'
import { sumRows } from '#cuts/rows.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { ContextInput } from '#indicators/context/model.ts'
import { getQuestionnaireSum } from '#store/catalogue.ts'
import type { CutFacts, CutWave, NewCut } from '#store/cuts.ts'
import type { Database } from '#store/database.ts'
import { daysOf, type Wave } from '#store/waves.ts'
import { readContextInput, type WavePair } from './input.ts'

export function computeEdition(db: Database, pair: WavePair): NewCut {
  const input = readContextInput(db, pair)
  const results = computeResults(input)
  const published = publishResults(results, computeContext(input, results))
  const facts = factsOf(db, pair, input)
  return {
    projectId: pair.from.projectId,
    fromWaveId: pair.from.id,
    toWaveId: pair.to.id,
    inputSha256: sumRows(input, [facts.from.questionnaire.sha256, facts.to.questionnaire.sha256]),
    resultsSha256: sha256Of(published),
    results: published,
    facts,
  }
}

function factsOf(db: Database, { from, to }: WavePair, input: ContextInput): CutFacts {
  const {
    from: earlier,
    to: _to,
    municipalities: _units,
    asked: _asked,
    otherVersions: _versions,
    contacts: _contacts,
    memberships: _members,
    ...rules
  } = input
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
    ...daysOf(wave),
    questionnaire: { id, version, sha256: getQuestionnaireSum(db, id, version) },
  }
}
