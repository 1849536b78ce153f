// The rows that results are computed from, in an order that the data alone decide. Sums of floating-point numbers
// depend on their order in the last digit, so the same data must always come in the same one.
import { createHash } from 'node:crypto'
import type { ContextInput } from '#indicators/context/model.ts'
import type { Asked } from '#indicators/model.ts'
import { canonicalJson } from './canonical-json.ts'

/**
 * People ordered by where they belong and what they answered, their rows by wave. Pseudonyms decide only between
 * people who are alike in everything, so results are the same bytes under other pseudonyms.
 */
export function orderRows(asked: readonly Asked[]): Asked[] {
  const people = [...Map.groupBy(asked, ({ participant }) => participant)].map(([participant, rows]) => {
    const described = rows
      .map((row) => ({ row, text: canonicalJson({ ...row, participant: '' }) }))
      .sort((one, other) => compareTexts(one.row.wave, other.row.wave) || compareTexts(one.text, other.text))
    return {
      participant,
      rows: described.map(({ row }) => row),
      key: described.map(({ text }) => text).join('\n'),
    }
  })
  return people
    .sort((one, other) => compareTexts(one.key, other.key) || compareTexts(one.participant, other.participant))
    .flatMap(({ rows }) => rows)
}

const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

type Summed = Pick<ContextInput, 'asked' | 'municipalities' | 'contacts' | 'memberships'>

/**
 * SHA-256 over everything that answers, register and questionnaires put into the results: the rows sorted as text,
 * whoever reads them in whichever order.
 * @param questionnaires SHA-256 of each version the rows were given in
 */
export function sumRows(
  { asked, municipalities, contacts, memberships }: Summed,
  questionnaires: readonly string[],
): string {
  const hash = createHash('sha256')
  hash.update(`${canonicalJson({ municipalities, questionnaires })}\n`)
  for (const rows of [asked, contacts ?? [], memberships ?? []])
    for (const row of rows.map((one) => canonicalJson(one)).sort()) hash.update(`${row}\n`)
  return hash.digest('hex')
}
