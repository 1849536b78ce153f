// What a password must be: long, and not among the first that are guessed. No rules of composition (NIST SP 800-63B).

export const passwordLength = { least: 12, most: 128 }

export type PasswordFault = 'short' | 'long' | 'common'

/** @param known what a guesser would try first: the person's own name and address */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | null {
  const { length } = [...password]
  if (length < passwordLength.least) return 'short'
  if (length > passwordLength.most) return 'long'
  const folded = fold(password)
  const isRepeated = new Set(folded).size < 4
  const isKnown = common.has(folded) || known.some((text) => fold(text) === folded)
  return isRepeated || isKnown ? 'common' : null
}

const fold = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** The long ones among those that people choose when they are made to choose a long one. */
const common = new Set([
  '1234567890123',
  '12345678901234',
  '123456789012345',
  '1234567890qwerty',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'administrator',
  'administratör',
  'adminadminadmin',
  'changeme1234',
  'hemligthemligt',
  'iloveyou1234',
  'lösenord1234',
  'lösenordlösenord',
  'mittlösenord',
  'password1234',
  'passwordpassword',
  'q1w2e3r4t5y6',
  'qwerty123456',
  'qwertyuiop12',
  'qwertyuiopasdfghjkl',
  'samverka1234',
  'samverkan1234',
  'samverkasamverka',
  'sommarsommar',
  'välkommen123',
  'välkommen1234',
  'welcome12345',
])
