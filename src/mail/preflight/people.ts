// What the addresses of a wave's readers say of the mailing.
import type { ReaderAddresses } from '#store/reader-addresses.ts'
import { type Check, checked } from './check.ts'

/** So many are named; the rest are counted. */
const mostNamed = 5

export function checkPeople({ people, none, bad, shared, mixedLetters }: ReaderAddresses): Check[] {
  if (people === 0) return [checked('people_none')]
  const remarks = [
    ...(none > 0 ? [checked('people_no_address', String(none))] : []),
    ...remark('people_bad_address', bad),
    ...remark('people_mixed_letters', mixedLetters),
    ...remark('people_shared', shared),
  ]
  return remarks.length > 0 ? remarks : [checked('people_plain', String(people))]
}

function remark(code: 'people_bad_address' | 'people_mixed_letters' | 'people_shared', masked: string[]): Check[] {
  if (masked.length === 0) return []
  const more = masked.length > mostNamed ? ' …' : ''
  return [checked(code, String(masked.length), masked.slice(0, mostNamed).join(', ') + more)]
}
