// The whole line on real data: files → commands → database → results, held against R (test/data/state-anxiety).
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangeEstimate, IndicatorResult } from '#indicators/model.ts'
import { readTable } from '#intake/table.ts'
import { resultsFor } from '#results.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { findProject } from '#store/projects.ts'
import { openWorkshop } from './commands.ts'

const folder = path.join(import.meta.dirname, '../data/state-anxiety')
const file = (name: string) => path.join(folder, name)

/** Without answers there is no mean. */
interface ReferenceWave {
  n: number
  mean?: number
  sd?: number
}
/** The parts of reference.json that this file reads. `ci95` is of the mean change. */
interface ReferenceGroup {
  T1: ReferenceWave
  T2: ReferenceWave
  paired: {
    n: number
    mean_T1: number
    sd_T1: number
    mean_T2: number
    sd_T2: number
    mean_change: number
    sd_change: number
    t: number
    p: number
    ci95: [number, number]
    shares: { more_than_5_points: { improved_n: number; unchanged_n: number; declined_n: number } }
  }
}
interface Reference {
  overall: ReferenceGroup
  group: Record<string, ReferenceGroup>
  response: {
    overall: { registered: number; answered_T1: number; answered_T2: number; answered_both: number }
    group: Record<string, { registered: number; answered_T1: number; answered_T2: number; answered_both: number }>
  }
}
const reference = JSON.parse(readFileSync(file('reference.json'), 'utf8')) as Reference

const workshop = openWorkshop()
let db: Database
let lines: string[]

beforeAll(() => {
  const done = [
    workshop.run('import', 'questionnaire', file('v1.json')),
    workshop.run(
      'import',
      'project',
      file('participants.csv'),
      ...['--slug', 'sai', '--name', 'State anxiety', '--organisation', 'Trial', '--contact', 'trial@example.org'],
      ...['--questionnaire', 'state-anxiety@1'],
    ),
    ...[
      ['responses_T1.csv', 'baseline'],
      ['responses_T2.csv', 'endline'],
    ].map(([name = '', wave = '']) =>
      workshop.run(
        'import',
        'responses',
        file(name),
        ...['--project', 'sai', '--wave', wave, '--participants', file('participants.csv'), '--close'],
      ),
    ),
  ]
  expect(done.map(({ code, error }) => ({ code, faults: error.replaceAll(/.*column cell.*\n/g, '') }))).toEqual(
    done.map(() => ({ code: 0, faults: '' })),
  )
  lines = done.flatMap(({ out }) => out.trim().split('\n'))
  db = openDatabase(workshop.databaseFile)
}, 60_000)

afterAll(() => {
  db.$client.close()
  workshop.close()
})

async function results() {
  const project = findProject(db, 'sai')
  const comparison = project && (await resultsFor(db, project, Date.now()))
  if (!comparison || typeof comparison === 'string') throw new Error(`no results: ${comparison}`)
  return comparison.results
}

async function anxiety(): Promise<IndicatorResult> {
  const found = (await results()).indicators.find(({ indicator }) => indicator.id === 'SAI')
  if (!found) throw new Error('SAI is not among the indicators')
  return found
}

test('the commands count as the reference does', () => {
  const { registered, answered_T1, answered_T2 } = reference.response.overall
  expect(lines).toContain(`Participants: 0 recognised, ${registered} new, 0 who have withdrawn and are left out.`)
  expect(lines).toContain(
    `Responses: ${answered_T1} imported, 0 were there already and stand, 4 asked without a response.`,
  )
  expect(lines.join('\n')).toContain(`Responses: ${answered_T2} imported`)
})

test('who answered which wave is matched as the reference does, overall and in every group', async () => {
  const counted = ({ answeredFrom, answeredTo, both }: Record<'answeredFrom' | 'answeredTo' | 'both', number>) => ({
    answered_T1: answeredFrom,
    answered_T2: answeredTo,
    answered_both: both,
  })
  const { match } = await results()
  expect(reference.response.overall).toMatchObject(counted(match.overall))
  for (const { code, counts } of match.byMunicipality)
    if (counts.shown) expect(reference.response.group[code]).toMatchObject(counted(counts.value))
})

test('paired change is that of R to nine digits, overall and in each of thirteen groups', async () => {
  const { overall, byMunicipality } = await anxiety()
  const rows = [
    compare('all', overall, reference.overall),
    ...byMunicipality.map(({ code, change }) => compare(code, change, referenceOf(code))),
  ].filter((row) => row !== null)
  console.info(table(rows))
  expect(rows).toHaveLength(14)
  for (const { group, difference } of rows) expect([group, difference < 1e-9]).toEqual([group, true])
})

test('a group without a second wave has no change, and says why', async () => {
  for (const code of ['MITE', 'RAFT']) {
    expect(referenceOf(code).paired.n).toBe(0)
    const { change } = (await anxiety()).byMunicipality.find((one) => one.code === code) ?? {}
    expect(change?.paired).toEqual({ shown: false, reason: 'too_few' })
  }
})

test('the research file carries the scores of R: people, mean and spread of both waves in every group', () => {
  const { code, out } = workshop.run('export', 'research', '--project', 'sai')
  expect(code).toBe(0)
  const { table, faults } = readTable(out, { bytes: 1e7, rows: 1e5, columns: 60 })
  if (!table) throw new Error(`not a table: ${faults[0]?.code}`)
  const [group, wave, score] = ['municipality', 'wave', 'score_SAI'].map((name) => table.header.indexOf(name))
  const scored = table.rows
    .map(({ cells }) => ({ group: cells[group ?? -1], wave: cells[wave ?? -1], score: cells[score ?? -1] ?? '' }))
    .filter((row) => row.score !== '')
  expect(table.rows).toHaveLength(2 * reference.response.overall.registered)
  const units = [['all', reference.overall] as const, ...Object.entries(reference.group)]
  for (const [unit, expected] of units)
    for (const [kind, { n, mean, sd }] of [['baseline', expected.T1] as const, ['endline', expected.T2] as const]) {
      const scores = scored
        .filter((row) => row.wave === kind && (unit === 'all' || row.group === unit))
        .map((row) => Number(row.score))
      expect([unit, kind, scores.length]).toEqual([unit, kind, n])
      if (mean === undefined || sd === undefined) continue
      const ours = scores.reduce((sum, one) => sum + one, 0) / n
      const spread = Math.sqrt(scores.reduce((sum, one) => sum + (one - ours) ** 2, 0) / (n - 1))
      expect([unit, kind, distance(ours, mean) < 1e-9, distance(spread, sd) < 1e-9]).toEqual([unit, kind, true, true])
    }
})

function referenceOf(code: string): ReferenceGroup {
  const group = reference.group[code]
  if (!group) throw new Error(`the reference has no group ${code}`)
  return group
}

const distance = (value: number, expected: number): number =>
  Math.abs(value - expected) / Math.max(1, Math.abs(expected))

/** Largest relative difference of a group's figures; null where the reference has no pairs. */
function compare(group: string, { paired }: ChangeEstimate, { paired: expected }: ReferenceGroup) {
  if (expected.n === 0) return null
  if (!paired.shown) throw new Error(`${group} is withheld: ${paired.reason}`)
  const { value } = paired
  expect([group, value.n]).toEqual([group, expected.n])
  // Here a rise is for the worse: ours counts people by which way the number went, the reference by what that means.
  const { improved_n, unchanged_n, declined_n } = expected.shares.more_than_5_points
  expect([group, value.improved, value.unchanged, value.declined]).toEqual([group, improved_n, unchanged_n, declined_n])
  const pairs: [number, number][] = [
    [value.fromMean, expected.mean_T1],
    [value.toMean, expected.mean_T2],
    [value.fromSd, expected.sd_T1],
    [value.toSd, expected.sd_T2],
    [value.meanChange, expected.mean_change],
    [value.sdChange, expected.sd_change],
    [value.t ?? Number.NaN, expected.t],
    [value.p ?? Number.NaN, expected.p],
    [value.interval?.[0] ?? Number.NaN, expected.ci95[0]],
    [value.interval?.[1] ?? Number.NaN, expected.ci95[1]],
  ]
  const difference = pairs.reduce((largest, [ours, theirs]) => Math.max(largest, distance(ours, theirs)), 0)
  return { group, n: value.n, change: value.meanChange, interval: value.interval, t: value.t, difference }
}

function table(rows: readonly NonNullable<ReturnType<typeof compare>>[]): string {
  const line = (cells: readonly string[]) => cells.map((cell, at) => cell[at === 0 ? 'padEnd' : 'padStart'](9)).join('')
  return [
    line(['group', 'pairs', 'change', 'low', 'high', 't', 'off by']),
    ...rows.map(({ group, n, change, interval, t, difference }) =>
      line([
        group,
        String(n),
        ...[change, interval?.[0], interval?.[1], t].map((value) => value?.toFixed(3) ?? '–'),
        difference.toExponential(0),
      ]),
    ),
  ].join('\n')
}
