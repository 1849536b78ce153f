// What results are computed from: columns as they were kept, or made of the responses themselves, and what was counted
// of them.
import { type Columns, columnsOf } from '#indicators/columns.ts'
import { type CountedAnswers, countColumns } from '#indicators/compute.ts'
import type { Asked, ResultsRules } from '#indicators/model.ts'
import { orderColumns } from '#indicators/ordered-columns.ts'
import { packColumns, unpackColumns } from '#indicators/packed-columns.ts'
import { pairPeople } from '#indicators/people.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { countAsked, findColumnSet, findColumns, iterateAsked, keepColumns } from '#store/columns.ts'
import type { Database } from '#store/database.ts'
import type { Wave } from '#store/waves.ts'
import { readRules, type WavePair } from './input.ts'

/** Counts what every response says. */
export const readCounts = (db: Database, pair: WavePair, rules: ResultsRules): CountedAnswers =>
  countColumns(readColumns(db, pair), rules)

/** Counted last, and of what: a thread has one database, and one large project at a time. */
let counted: { of: string; counts: CountedAnswers } | undefined

/** The same from the columns that are kept, counted once as long as they stand. */
export function recallCounts(db: Database, pair: WavePair, rules: ResultsRules): CountedAnswers {
  const set = findColumnSet(db, idsOf(pair))
  const { from, to, threshold } = rules
  const of = JSON.stringify([set?.id, from.questionnaire.version, to.questionnaire.version, threshold])
  if (set && counted?.of === of) return counted.counts
  // The last ones make room before the next are there.
  counted = undefined
  const counts = countColumns(recallColumns(db, pair), rules)
  if (set) counted = { of, counts }
  return counts
}

/** Reads every response: about ten seconds for a million people. */
function readColumns(db: Database, pair: WavePair): Columns {
  return db.transaction(() => makeColumns(db, pair, readRules(db, pair)))
}

/** Reads what was kept, or keeps what is read: for a connection that may write. */
export function recallColumns(db: Database, pair: WavePair): Columns {
  const ids = idsOf(pair)
  const kept = findColumns(db, ids)
  if (kept) return unpackColumns(kept, (id, version) => getQuestionnaire(db, id, version))
  let columns: Columns | undefined
  keepColumns(db, ids, () => {
    columns = orderColumns(readColumns(db, pair))
    return packColumns(columns)
  })
  return columns ?? readColumns(db, pair)
}

const idsOf = ({ from, to }: WavePair) => ({ from: from.id, to: to.id, kind: 'answers' as const })

function makeColumns(db: Database, { from, to }: WavePair, rules: ResultsRules): Columns {
  const atMost = countAsked(db, from.id) + countAsked(db, to.id)
  return columnsOf(pairPeople(rules, askedIn(db, from), askedIn(db, to)), atMost)
}

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { participantId, ...asked } of iterateAsked(db, wave.id))
    yield { ...asked, participant: participantId, wave: wave.kind }
}
