// Which column of a file is which: headings are matched in Swedish and English, in any case and order.
import type { Fault, Warning } from './fault.ts'
import type { Table } from './table.ts'

/** The headings that a column goes by, the first being the one that messages name. */
export type Aliases<Key extends string> = Readonly<Record<Key, readonly string[]>>

export interface Columns<Key extends string> {
  at: ReadonlyMap<Key, number>
  /** Positions of headings that mean nothing to this reader. */
  others: readonly number[]
  faults: readonly Fault[]
}

/** "E-post", "e post" and "E_POST" are one heading. Composed letters, so that å is å however it was typed. */
export const foldHeading = (heading: string): string =>
  heading
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '')

export function matchColumns<Key extends string>(
  table: Table,
  aliases: Aliases<Key>,
  required: readonly Key[],
): Columns<Key> {
  const keys = new Map<string, Key>()
  for (const key of Object.keys(aliases) as Key[]) for (const alias of aliases[key]) keys.set(foldHeading(alias), key)
  const at = new Map<Key, number>()
  const others: number[] = []
  const faults: Fault[] = []
  table.header.forEach((heading, position) => {
    const key = keys.get(foldHeading(heading))
    const earlier = key && at.get(key)
    if (key === undefined) others.push(position)
    else if (earlier === undefined) at.set(key, position)
    else
      faults.push({
        row: table.headerRow,
        column: heading,
        code: 'header_twice',
        value: heading,
        expected: table.header[earlier] ?? '',
      })
  })
  for (const key of required)
    if (!at.has(key))
      faults.push({
        row: table.headerRow,
        column: '',
        code: 'header_missing',
        value: aliases[key][0] ?? key,
        expected: table.header.filter((heading) => heading !== '').join(', '),
      })
  return { at, others, faults }
}

/** Columns that are not read, named so that nobody believes they were. */
export const ignoredColumns = (table: Table, positions: readonly number[]): Warning[] =>
  positions
    .map((position) => table.header[position] ?? '')
    .filter((heading) => heading !== '')
    .map((heading) => ({ row: table.headerRow, column: heading, code: 'column_ignored', value: heading }))
