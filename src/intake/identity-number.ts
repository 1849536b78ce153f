// Finds Swedish personal identity numbers. Samverka needs none, and so keeps none: a file that has them is refused.
import type { Fault } from './fault.ts'
import type { Table } from './table.ts'

/** In any column, read or not: the file itself should not hold them. */
export function findIdentityNumbers(table: Table): Fault[] {
  const columns: Fault[] = table.header
    .filter((heading) => isIdentityNumberHeading(heading))
    .map((heading) => ({ row: table.headerRow, column: heading, code: 'identity_number', value: heading }))
  const cells = table.rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, at): Fault[] =>
      // The value itself is not repeated: a message may end up in a log or on a screen that others see.
      isIdentityNumber(cell) ? [{ row, column: table.header[at] ?? '', code: 'identity_number', value: '' }] : [],
    ),
  )
  return [...columns, ...cells]
}

const headings = /^(person(nummer|nr)|samordnings(nummer|nr)|pnr|ssn|person(al)?(identity|id)(number|no)?)$/

export const isIdentityNumberHeading = (heading: string): boolean =>
  headings.test(heading.toLowerCase().replaceAll(/[\s_.-]+/g, ''))

/**
 * YYMMDD-NNNC or YYYYMMDD-NNNC, with or without the sign, of a day that exists (day + 60 in a samordningsnummer), and
 * with a right check digit (Luhn over the last ten). Ten digits in a row that begin with 0 are left alone: so do
 * telephone numbers.
 */
export function isIdentityNumber(text: string): boolean {
  const parts = /^(?:18|19|20)?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})$/.exec(text.trim())
  if (!parts) return false
  const [whole, year = '', month = '', day = '', sign = '', number = ''] = parts
  if (sign === '' && whole.length === 10 && whole.startsWith('0')) return false
  const dayOfMonth = Number(day) % 60
  if (Number(month) < 1 || Number(month) > 12 || dayOfMonth < 1 || dayOfMonth > 31) return false
  const digits = [...(year + month + day + number)].map(Number)
  const sum = digits.reduce((total, digit, at) => {
    const weighted = digit * (at % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return sum % 10 === 0
}
