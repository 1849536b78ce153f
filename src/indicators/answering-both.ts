// Who answered both waves, by the versions that they answered in.
import type { Columns } from './columns.ts'
import { firstVersion } from './match-counts.ts'

export interface AnsweringBoth {
  /** Places of the versions among those of the columns. */
  earlier: number
  later: number
  /** Places of the people, ascending. */
  people: Uint32Array
}

export function findAnsweringBoth({ n, versions, from, to }: Columns): AnsweringBoth[] {
  return versions.flatMap((_, earlier) =>
    versions.map((__, later) => {
      const people = new Uint32Array(n)
      let size = 0
      for (let person = 0; person < n; person += 1)
        if (from.standing[person] === firstVersion + earlier && to.standing[person] === firstVersion + later) {
          people[size] = person
          size += 1
        }
      return { earlier, later, people: people.subarray(0, size) }
    }),
  )
}
