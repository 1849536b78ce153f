// Municipalities that two programmes share, side by side: what each programme has frozen and published, no new figure,
// and nothing at all where the two do not measure the same thing.
import type { IndicatorResult, MunicipalityResult, ProjectResults } from '#indicators/model.ts'
import type { Cut, CutWave } from '#store/cuts.ts'
import { compareVersions } from '#survey/comparability.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'

/** One programme's frozen figures. */
export interface Side {
  cut: Pick<Cut, 'facts'>
  results: ProjectResults
}

export type Refusal =
  | { reason: 'questionnaire' | 'missing' | 'revision' | 'withheld' | 'overlap' }
  /** Items that only one of them counts, or that are not measured alike. */
  | { reason: 'core'; items: readonly string[] }

/** Why an indicator of two programmes may not stand side by side; null where it may. */
export function findRefusal(
  one: Side,
  other: Side,
  indicator: string,
  getVersion: (wave: CutWave) => Questionnaire,
): Refusal | null {
  if (one.cut.facts.from.questionnaire.id !== other.cut.facts.from.questionnaire.id) return { reason: 'questionnaire' }
  const [mine, theirs] = [one, other].map(({ results }) => findIndicator(results, indicator))
  if (!mine || !theirs) return { reason: 'missing' }
  if (mine.indicator.revision !== theirs.indicator.revision) return { reason: 'revision' }
  if (!mine.overall.paired.shown || !theirs.overall.paired.shown) return { reason: 'withheld' }
  const items = findUnlike(one, other, { mine, theirs }, getVersion)
  if (items.length > 0) return { reason: 'core', items }
  return canBeSubtracted(one, other, { mine, theirs }) ? { reason: 'overlap' } : null
}

interface Both {
  mine: IndicatorResult
  theirs: IndicatorResult
}

export const findIndicator = (results: ProjectResults, id: string): IndicatorResult | undefined =>
  results.indicators.find(({ indicator }) => indicator.id === id)

/** Items of either core that the other lacks, or that some version in use does not measure as the first does. */
function findUnlike(one: Side, other: Side, { mine, theirs }: Both, getVersion: (wave: CutWave) => Questionnaire) {
  const first = getVersion(one.cut.facts.from)
  const alike = [other.cut.facts.from, other.cut.facts.to].map(
    (wave) =>
      new Set(
        compareVersions(first, getVersion(wave))
          .filter(({ verdict }) => verdict === 'identical' || verdict === 'comparable')
          .map(({ item }) => item),
      ),
  )
  const items = [...new Set([...mine.core.items, ...theirs.core.items])]
  const isInBoth = (item: string) => mine.core.items.includes(item) && theirs.core.items.includes(item)
  return items.filter((item) => !isInBoth(item) || alike.some((version) => !version.has(item)))
}

/**
 * Answers given once belong to one time. Where waves of the two overlap, the same answers may be in both, and figures
 * of a municipality that differ by fewer people than may be shown would tell those people apart.
 */
function canBeSubtracted(one: Side, other: Side, { mine, theirs }: Both): boolean {
  const waves = ({ cut: { facts } }: Side) => [facts.from, facts.to]
  const overlap = waves(one).some((wave) =>
    waves(other).some((their) => wave.opensOn <= their.closesOn && their.opensOn <= wave.closesOn),
  )
  if (!overlap) return false
  const fewest = Math.max(one.results.threshold, other.results.threshold)
  return mine.byMunicipality.some((row) => {
    const their = theirs.byMunicipality.find(({ code }) => code === row.code)
    if (!their) return false
    const [n, theirN] = [pairsOf(row), pairsOf(their)]
    // Shown in one alone, it may tell what the other hides.
    return n === null || theirN === null ? n !== theirN : Math.abs(n - theirN) < fewest
  })
}

const pairsOf = ({ change }: MunicipalityResult): number | null => (change.paired.shown ? change.paired.value.n : null)

/** Codes of municipalities that are in both, in the order of the first. */
export function sharedMunicipalities(one: ProjectResults, other: ProjectResults): string[] {
  const theirs = new Set(other.match.byMunicipality.map(({ code }) => code))
  return one.match.byMunicipality.map(({ code }) => code).filter((code) => theirs.has(code))
}
