// The columns that results are computed from: as they were kept, or made of the responses themselves.
import { type Columns, columnsOf } from '#indicators/columns.ts'
import type { Asked, ResultsRules } from '#indicators/model.ts'
import { orderColumns } from '#indicators/ordered-columns.ts'
import { packColumns, unpackColumns } from '#indicators/packed-columns.ts'
import { pairPeople } from '#indicators/people.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { countAsked, findColumns, iterateAsked, keepColumns } from '#store/columns.ts'
import type { Database } from '#store/database.ts'
import type { Wave } from '#store/waves.ts'
import { readRules, type WavePair } from './input.ts'

/** Reads every response: about ten seconds for a million people. */
export function readColumns(db: Database, pair: WavePair): Columns {
  return db.transaction(() => makeColumns(db, pair, readRules(db, pair)))
}

/** Reads what was kept, or keeps what is read: for a connection that may write. */
export function recallColumns(db: Database, pair: WavePair): Columns {
  const ids = { from: pair.from.id, to: pair.to.id }
  const kept = findColumns(db, ids)
  if (kept) return unpackColumns(kept, (id, version) => getQuestionnaire(db, id, version))
  let columns: Columns | undefined
  keepColumns(db, ids, () => {
    columns = orderColumns(readColumns(db, pair))
    return packColumns(columns)
  })
  return columns ?? readColumns(db, pair)
}

function makeColumns(db: Database, { from, to }: WavePair, rules: ResultsRules): Columns {
  const atMost = countAsked(db, from.id) + countAsked(db, to.id)
  return columnsOf(pairPeople(rules, askedIn(db, from), askedIn(db, to)), atMost)
}

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { participantId, ...asked } of iterateAsked(db, wave.id))
    yield { ...asked, participant: participantId, wave: wave.kind }
}
