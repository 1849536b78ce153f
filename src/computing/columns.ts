// What results are computed from: columns as they were kept, or made of the responses themselves, and what was counted
// of them.
import { codeVersion } from '#cuts/code-version.ts'
import { type Columns, columnsOf } from '#indicators/columns.ts'
import { type CountedAnswers, countColumns } from '#indicators/compute.ts'
import type { Asked, ResultsRules } from '#indicators/model.ts'
import { orderColumns } from '#indicators/ordered-columns.ts'
import { packColumns, unpackColumns } from '#indicators/packed-columns.ts'
import { packCounts, unpackCounts } from '#indicators/packed-counts.ts'
import { pairPeople } from '#indicators/people.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import {
  type ColumnsWanted,
  countAsked,
  findColumnSet,
  findColumns,
  iterateAsked,
  keepColumns,
} from '#store/columns.ts'
import type { Database } from '#store/database.ts'
import type { Wave } from '#store/waves.ts'
import { readRules, type WavePair } from './input.ts'

/** Counts what every response says. */
export const readCounts = (db: Database, pair: WavePair, rules: ResultsRules): CountedAnswers =>
  countColumns(readColumns(db, pair), rules)

/** What was counted last: a thread has one database, and one large project at a time. */
let counted: { set: string; by: string; counts: CountedAnswers } | undefined

/** The same as it was kept, or else counted of the columns and kept: for a connection that may write. */
export function recallCounts(db: Database, pair: WavePair, rules: ResultsRules): CountedAnswers {
  const wanted = wantedOf(pair, 'counts')
  const by = whatCounts(rules)
  const standing = findColumnSet(db, wanted)
  if (standing && counted?.set === standing && counted.by === by) return counted.counts
  // The last ones make room before the next are there.
  counted = undefined
  const kept = findColumns(db, wanted)
  const found = kept && unpackCounts(kept, by, rules, questionnairesIn(db))
  const { counts, set } = found ? { counts: found, set: standing } : keepCounts(db, pair, rules, by)
  if (set) counted = { set, by, counts }
  return counts
}

/** @returns the counts, and the set that keeps them */
function keepCounts(db: Database, pair: WavePair, rules: ResultsRules, by: string) {
  const count = () => {
    const columns = recallColumns(db, pair)
    return { counts: countColumns(columns, rules), versions: columns.versions }
  }
  const { made, set } = keepColumns(db, wantedOf(pair, 'counts'), count, ({ counts, versions }) =>
    packCounts(counts, versions, by),
  )
  return { counts: made.counts, set }
}

/** What decides counts besides the answers, the code that counts included. */
function whatCounts({ from, to, threshold }: ResultsRules): string {
  const { sourceSha256, node } = codeVersion()
  return JSON.stringify([from.questionnaire.version, to.questionnaire.version, threshold, sourceSha256, node])
}

/** Reads every response: about half a minute for a million people. */
function readColumns(db: Database, pair: WavePair): Columns {
  return db.transaction(() => makeColumns(db, pair, readRules(db, pair)))
}

/** Reads what was kept, or keeps what is read: for a connection that may write. */
export function recallColumns(db: Database, pair: WavePair): Columns {
  const wanted = wantedOf(pair, 'answers')
  const kept = findColumns(db, wanted)
  if (kept) return unpackColumns(kept, questionnairesIn(db))
  return keepColumns(db, wanted, () => orderColumns(readColumns(db, pair)), packColumns).made
}

const wantedOf = ({ from, to }: WavePair, kind: ColumnsWanted['kind']): ColumnsWanted => ({
  from: from.id,
  to: to.id,
  kind,
})

const questionnairesIn = (db: Database) => (id: string, version: number) => getQuestionnaire(db, id, version)

function makeColumns(db: Database, { from, to }: WavePair, rules: ResultsRules): Columns {
  const atMost = countAsked(db, from.id) + countAsked(db, to.id)
  return columnsOf(pairPeople(rules, askedIn(db, from), askedIn(db, to)), atMost)
}

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { participantId, ...asked } of iterateAsked(db, wave.id))
    yield { ...asked, participant: participantId, wave: wave.kind }
}
