// What was counted of answers as bytes and back: kept beside the columns, so that a million people are counted once.
// All samples of an indicator take from one list of different values; each has the places of its own, and how often
// each occurs.
import { sum } from '#stats/mean.ts'
import type { Tally } from '#stats/tally.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { Cohort, Cohorts } from './cohort.ts'
import { compareIndicators } from './comparison.ts'
import type { CountedAnswers } from './compute.ts'
import type { CellSizes } from './group-disclosure.ts'
import type { MatchCounts, ResultsRules } from './model.ts'
import type { PackedColumns } from './packed-columns.ts'

interface Header {
  /** What decided them besides the answers. */
  by: string
  versions: readonly { id: string; version: number }[]
  match: readonly (readonly [municipality: string, MatchCounts])[]
  delivering: MatchCounts
  groups: readonly (readonly [group: string, people: number])[]
  indicators: readonly Indicator[]
  /** Values of all samples, added up. */
  occurring: number
}
interface Indicator {
  id: string
  /** Different values. */
  values: number
  /** Whose samples follow that of everybody. */
  municipalities: readonly string[]
  actorGroups: readonly string[]
  cells: readonly (readonly [municipality: string, groups: readonly (readonly [group: string, CellSizes])[]])[]
}

/** Samples of a cohort, in this order; undefined where that of a wave's own items is that of the core. */
const samplesOf = ({ pairs, from, to, ownFrom, ownTo }: Cohort): readonly (Tally | undefined)[] => [
  pairs.before,
  pairs.after,
  pairs.changes,
  from,
  to,
  ownFrom === from ? undefined : ownFrom,
  ownTo === to ? undefined : ownTo,
]
const samplesEach = 7
/** In place of a size: the sample is that of the core. */
const sameAsCore = 2 ** 32 - 1

/**
 * @param versions every one somebody answered in
 * @param by what decides counts besides the answers
 */
export function packCounts(counted: CountedAnswers, versions: readonly Questionnaire[], by: string): PackedColumns {
  const indicators = [...counted.cohorts].map(([id, cohorts]) => ({ id, cohorts, values: valuesOf(cohorts.everybody) }))
  const samples = indicators.map((one) => listCohorts(one.cohorts).flatMap(samplesOf))
  const header: Header = {
    by,
    versions: versions.map(({ id, version }) => ({ id, version })),
    match: [...counted.match],
    delivering: counted.delivering,
    groups: [...counted.groups],
    indicators: indicators.map((one) => ({
      id: one.id,
      values: one.values.length,
      municipalities: [...one.cohorts.byMunicipality.keys()],
      actorGroups: [...one.cohorts.byActorGroup.keys()],
      cells: [...one.cohorts.cells].map(([municipality, groups]) => [municipality, [...groups]] as const),
    })),
    occurring: sum(samples.flat().map((sample) => sample?.values.length ?? 0)),
  }
  const bytes = new Uint8Array(layOut(header).end)
  const { values, sizes, places, counts } = listsIn(bytes.buffer, header)
  let [value, size, place] = [0, 0, 0]
  for (const [at, own] of indicators.entries()) {
    values.set(own.values, value)
    value += own.values.length
    const placeOf = new Map(Array.from(own.values, (one, among) => [one, among]))
    for (const sample of samples[at] ?? []) {
      sizes[size] = sample?.values.length ?? sameAsCore
      size += 1
      if (!sample) continue
      counts.set(sample.counts, place)
      for (const one of sample.values) {
        places[place] = placeOf.get(one) ?? 0
        place += 1
      }
    }
  }
  return { header: JSON.stringify(header), bytes }
}

/**
 * @param bytes from packCounts, at the start of their buffer
 * @param getQuestionnaire a version that somebody answered in
 * @returns undefined where something else decided them
 */
export function unpackCounts(
  { header, bytes }: PackedColumns,
  by: string,
  rules: ResultsRules,
  getQuestionnaire: (id: string, version: number) => Questionnaire,
): CountedAnswers | undefined {
  const packed = JSON.parse(header) as Header
  if (packed.by !== by) return undefined
  const read = sampleReader(bytes, packed)
  const cohortOf = (values: Float64Array): Cohort => {
    const [before, after, changes, from, to] = [read(values), read(values), read(values), read(values), read(values)]
    return { pairs: { before, after, changes }, from, to, ownFrom: read(values, from), ownTo: read(values, to) }
  }
  const { values } = listsIn(bytes.buffer, packed)
  let start = 0
  const cohorts = packed.indicators.map((one): [string, Cohorts] => {
    const own = values.subarray(start, start + one.values)
    start += one.values
    const rowsOf = (codes: readonly string[]) => new Map(codes.map((code) => [code, cohortOf(own)]))
    return [
      one.id,
      {
        everybody: cohortOf(own),
        byMunicipality: rowsOf(one.municipalities),
        byActorGroup: rowsOf(one.actorGroups),
        cells: new Map(one.cells.map(([municipality, groups]) => [municipality, new Map(groups)])),
      },
    ]
  })
  const versions = packed.versions.map(({ id, version }) => getQuestionnaire(id, version))
  return {
    comparisons: compareIndicators(rules, versions),
    cohorts: new Map(cohorts),
    match: new Map(packed.match),
    delivering: packed.delivering,
    groups: new Map(packed.groups),
  }
}

/** Reads one sample after the other. @param core what stands for the sample where it is the same */
function sampleReader(bytes: Uint8Array, header: Header): (values: Float64Array, core?: Tally) => Tally {
  const { sizes, places, counts } = listsIn(bytes.buffer, header)
  const occurring = new Float64Array(header.occurring)
  const howOften = Float64Array.from(counts)
  let [sample, start] = [0, 0]
  return (values, core) => {
    const size = sizes[sample] ?? 0
    sample += 1
    if (core && size === sameAsCore) return core
    const end = start + size
    let n = 0
    for (let at = start; at < end; at += 1) {
      occurring[at] = values[places[at] ?? 0] ?? 0
      n += howOften[at] ?? 0
    }
    const tally = { values: occurring.subarray(start, end), counts: howOften.subarray(start, end), n }
    start = end
    return tally
  }
}

const listCohorts = ({ everybody, byMunicipality, byActorGroup }: Cohorts): readonly Cohort[] => [
  everybody,
  ...byMunicipality.values(),
  ...byActorGroup.values(),
]

/** Everybody has all that anybody has. */
const valuesOf = (everybody: Cohort): Float64Array =>
  Float64Array.from(new Set(samplesOf(everybody).flatMap((sample) => [...(sample?.values ?? [])])))

/** Where each list begins, in bytes: the widest numbers first. */
function layOut({ indicators, occurring }: Header) {
  const values = sum(indicators.map((one) => one.values))
  const rows = sum(indicators.map((one) => 1 + one.municipalities.length + one.actorGroups.length))
  const samples = samplesEach * rows
  const sizes = 8 * values
  const places = sizes + 4 * samples
  const counts = places + 4 * occurring
  return { values, samples, sizes, places, counts, end: counts + 4 * occurring }
}

function listsIn(buffer: ArrayBufferLike, header: Header) {
  const { values, samples, sizes, places, counts } = layOut(header)
  return {
    values: new Float64Array(buffer, 0, values),
    sizes: new Uint32Array(buffer, sizes, samples),
    places: new Uint32Array(buffer, places, header.occurring),
    counts: new Uint32Array(buffer, counts, header.occurring),
  }
}
