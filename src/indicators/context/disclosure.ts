// What of the context may be shown. The results beside it publish, for every indicator, how many pairs there are and
// their means, overall and by municipality; the counts of the match report; and the rules of ../disclosure.ts. Whoever
// reads both can subtract one from the other, so a figure here must also be safe beside those.
//
// 1. Items. The items of a scale, added up, less k times the scale, leave those who answered another number of them
//    (partial-answers.ts). They must be nobody or at least the threshold; otherwise the item with the fewest pairs is
//    withheld, and the sum cannot be formed. No item is shown of a scale whose own total is withheld, and none that
//    was not asked of everybody: who was asked how many follows from the group.
// 2. Attrition. Those who left are all at first less the pairs: shown from the threshold, and only beside both, whose
//    difference they are; and where those whose score counts more answers alone than in a pair are nobody or enough,
//    since their difference follows as well: of all of them, and of those in rows that somebody left. Weighted and unweighted change together can give the sum of each class, so
//    classes are the groups that the results show, and all the hidden ones as one, each with five or more who stayed.
// 3. Response shift. People who rated all three are compared with the indicator's pairs: those of the pairs who did
//    not look back must be nobody or enough (rule 8 too), or only the recalibration is shown, which rests on answers
//    that no other figure shows.
// 4. Tables that divide a published total (dose, actor groups, answers to one item): a row under the
//    threshold is hidden, and the smallest rows with it until the hidden ones are two rows and enough people. Those who
//    did not answer are a row as well. No mean stands beside counts with hidden rows: it would be one equation more.
// 5. Grid. No totals of its columns are published, so a row needs no cover. Cells of a row, added up, less the group's
//    score leave those who skipped some: as rule 1. A group that the results hide has no row: added up, its cells would
//    be its score.
// 6. Accounting. The project's own counts are always shown. By municipality and actor group, each block of counts is
//    hidden as a whole where one of them is under the threshold or serves as a cover, and wherever the match report
//    hides the row: then no column of the one uncovers the other.
//    Those who did not answer, or only the second time, are differences of its columns, as in the match report.
//    How answers came in is a table of the project alone: few are hidden and covered as in rule 4, and further rows
//    where municipalities or groups shown beside them would uncover one (modes.ts).
// 7. Reliability is no sum over people and is shown from 30; the share at an end of the scale where neither those
//    there nor the others are few, and only beside the level of the same people: without it those with a pair would be
//    told, and then the few without one.
// 8. Tables of ours divide pairs that municipalities and actor groups divide as well: crossing.ts.
// 9. Sex and age divide everybody who answered, in each wave and both: respondent-disclosure.ts.
import { isFew, protect, smallestFirst } from '../pooling.ts'

/**
 * Rows to hide of a table whose total is known: those under the threshold in any column and those already hidden, and
 * covers for them; where no cover is left, every row with somebody in it. A column whose total is itself under the
 * threshold gets no covers: there is nothing left to keep.
 */
export function hiddenRows(
  rows: ReadonlyMap<string, readonly number[]>,
  threshold: number,
  { order = rowsInOrder(rows), alsoHidden = [] }: { order?: readonly string[]; alsoHidden?: Iterable<string> } = {},
): ReadonlySet<string> {
  const few = [...rows].filter(([, sizes]) => sizes.some((size) => isFew(size, threshold))).map(([row]) => row)
  const hidden = new Set([...alsoHidden, ...few])
  const totals = [...rows.values()].reduce<number[]>((sum, sizes) => sizes.map((size, at) => size + (sum[at] ?? 0)), [])
  const groups = new Map(
    [...rows].map(([row, sizes]) => [row, sizes.filter((_, at) => !isFew(totals[at] ?? 0, threshold))] as const),
  )
  const table = { id: 'rows', groups, hidden, totalShown: true, linkedTo: [] }
  const decided = protect([table], order, threshold).get(table.id)
  if (decided?.totalShown) return decided.hidden
  return new Set([...rows].filter(([, sizes]) => sizes.some((size) => size > 0)).map(([row]) => row))
}

/** By the first column. */
export const rowsInOrder = (rows: ReadonlyMap<string, readonly number[]>): string[] =>
  smallestFirst([...rows].map(([row, [size = 0]]) => [row, size]))
