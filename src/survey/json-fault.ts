// Where a text stops being JSON. JSON.parse names the place only sometimes: never for the comma too many before ],
// which is the fault people make.
import type { Sentence } from './sentence.ts'

export interface JsonFault {
  /** From 1. */
  line: number
  /** From 1, in UTF-16 units. */
  column: number
  /** The place, and what should have stood there. */
  message: Sentence
}

const space = /[ \t\n\r]*/y
const token =
  // The inner class is what JSON forbids inside a string.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
  /[{}[\],:]|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const expectations = {
  value: {
    sv: 'ett värde; står det ett komma för mycket före?',
    en: 'a value; is there a comma too many before this?',
  },
  firstElement: { sv: 'ett värde eller ]', en: 'a value or ]' },
  key: {
    sv: 'ett namn inom citattecken ("); står det ett komma för mycket före?',
    en: 'a name in double quotes; is there a comma too many before this?',
  },
  firstKey: { sv: 'ett namn inom citattecken ("), eller }', en: 'a name in double quotes, or }' },
  colon: { sv: 'ett kolon', en: 'a colon' },
  after: { sv: 'ett komma, eller slutparentesen', en: 'a comma, or the closing bracket' },
  end: { sv: 'ingenting mer', en: 'nothing more' },
} as const satisfies Record<string, Sentence>
type State = keyof typeof expectations

/** The first place where the text cannot be JSON; undefined where it is JSON. Accepts exactly what JSON.parse accepts. */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = []
  let state: State = 'value'
  let at = 0
  for (;;) {
    space.lastIndex = at
    space.test(text)
    at = space.lastIndex
    if (at === text.length && state === 'end') return undefined
    token.lastIndex = at
    const found = token.exec(text)
    const next: State | null | undefined = found && step(state, found[0], found[1] !== undefined, open)
    if (!next) return faultAt(text, at, expectations[state])
    state = next
    at = token.lastIndex
  }
}

/** The state after a token, or undefined where the token may not stand. Keeps the stack of open brackets. */
function step(state: State, token: string, isString: boolean, open: ('{' | '[')[]): State | undefined {
  switch (state) {
    case 'colon':
      return token === ':' ? 'value' : undefined
    case 'key':
    case 'firstKey':
      if (isString) return 'colon'
      return state === 'firstKey' && token === '}' ? close(open) : undefined
    case 'after':
      if (token === ',') return open.at(-1) === '{' ? 'key' : 'value'
      return token === (open.at(-1) === '{' ? '}' : ']') ? close(open) : undefined
    case 'end':
      return undefined
    default:
      if (token === '{' || token === '[') {
        open.push(token)
        return token === '{' ? 'firstKey' : 'firstElement'
      }
      if (token === ']') return state === 'firstElement' ? close(open) : undefined
      if (token === '}' || token === ',' || token === ':') return undefined
      return open.length > 0 ? 'after' : 'end'
  }
}

function close(open: unknown[]): State {
  open.pop()
  return open.length > 0 ? 'after' : 'end'
}

function faultAt(text: string, at: number, expected: Sentence): JsonFault {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  return {
    line,
    column,
    message: {
      sv: `rad ${line}, kolumn ${column} är inte JSON: här väntades ${expected.sv}`,
      en: `line ${line}, column ${column} is not JSON: expected ${expected.en}`,
    },
  }
}
