// Published results, kept byte for byte. Nothing here reads answers: a cut stands on its own once it is made.
import { and, desc, eq, sql } from 'drizzle-orm'
import type { WaveKind } from '#survey/questionnaire.ts'
import type { Database, Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { newId, newReadableCode } from './ids.ts'
import { cuts } from './schema.ts'

/** What a cut was made from and with, besides its rows. */
export interface CutFacts {
  from: CutWave
  to: CutWave
  /** Revision of each indicator, by its id: the definitions of the earlier wave's version. */
  indicators: Readonly<Record<string, number>>
  /** Thresholds, seed and the like, by name. */
  rules: Readonly<Record<string, unknown>>
  code: { version: string; commit: string | null; sourceSha256: string; node: string }
}

export interface CutWave {
  kind: WaveKind
  opensOn: string
  closesOn: string
  questionnaire: { id: string; version: number; sha256: string }
}

export type StoredCut = typeof cuts.$inferSelect
export interface Cut extends Omit<StoredCut, 'facts' | 'results'> {
  facts: CutFacts
}

export interface NewCut {
  projectId: string
  fromWaveId: string
  toWaveId: string
  inputSha256: string
  resultsSha256: string
  results: string
  facts: CutFacts
}

const summary = {
  id: cuts.id,
  projectId: cuts.projectId,
  code: cuts.code,
  ordinal: cuts.ordinal,
  fromWaveId: cuts.fromWaveId,
  toWaveId: cuts.toWaveId,
  madeAt: cuts.madeAt,
  madeBy: cuts.madeBy,
  inputSha256: cuts.inputSha256,
  resultsSha256: cuts.resultsSha256,
  facts: cuts.facts,
}

const withFacts = <Row extends { facts: string }>(row: Row) => ({ ...row, facts: JSON.parse(row.facts) as CutFacts })

/** Keeps a cut under a code of its own. @param tx the transaction in which the results were computed */
export function addCut(tx: Database | Transaction, cut: NewCut, actor: Actor, now: number): Cut {
  const last = tx
    .select({ ordinal: sql<number>`coalesce(max(${cuts.ordinal}), 0)` })
    .from(cuts)
    .where(eq(cuts.projectId, cut.projectId))
    .get()
  const row = tx
    .insert(cuts)
    .values({
      ...cut,
      id: newId(),
      code: freeCode(tx, cut.projectId),
      ordinal: 1 + (last?.ordinal ?? 0),
      madeAt: now,
      madeBy: actor,
      facts: JSON.stringify(cut.facts),
    })
    .returning(summary)
    .get()
  recordEvent(tx, {
    at: now,
    actor,
    action: 'cut.made',
    subject: `project:${cut.projectId}`,
    details: { cut: row.code, inputSha256: cut.inputSha256, resultsSha256: cut.resultsSha256 },
  })
  return withFacts(row)
}

function freeCode(tx: Database | Transaction, projectId: string): string {
  for (;;) {
    const code = newReadableCode([4]).toLowerCase()
    if (!findCut(tx, projectId, code)) return code
  }
}

/** Newest first. */
export function listCuts(db: Database | Transaction, projectId: string): Cut[] {
  return db
    .select(summary)
    .from(cuts)
    .where(eq(cuts.projectId, projectId))
    .orderBy(desc(cuts.ordinal))
    .all()
    .map(withFacts)
}

export function findCut(db: Database | Transaction, projectId: string, code: string): Cut | undefined {
  const row = db
    .select(summary)
    .from(cuts)
    .where(and(eq(cuts.projectId, projectId), eq(cuts.code, code)))
    .get()
  return row && withFacts(row)
}

export const findLatestCut = (db: Database, projectId: string): Cut | undefined => listCuts(db, projectId).at(0)

/** The published bytes. */
export function getCutResults(db: Database | Transaction, cut: Pick<Cut, 'id' | 'code'>): string {
  const row = db.select({ results: cuts.results }).from(cuts).where(eq(cuts.id, cut.id)).get()
  if (!row) throw new Error(`cut ${cut.code} has no results`)
  return row.results
}
