// A password as it is typed for the first time.
import type { Phrases } from '#i18n/phrases.ts'
import { passwordFault } from '#store/password.ts'

/** @param known what a guesser would try first @returns what is wrong with it; null = nothing */
export function checkPassword(
  password: string,
  known: readonly string[],
  words: Phrases['staff']['wrong'],
): string | null {
  switch (passwordFault(password, known)) {
    case 'short':
      return words.passwordShort([...password].length)
    case 'long':
      return words.passwordLong
    case 'common':
      return words.passwordCommon
    case null:
      return null
  }
}
