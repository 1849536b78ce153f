// read.R: reads the long file in plain R and puts the labels on it.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Variable } from '../variable.ts'

/** The text as R reads it under every locale: what is not ASCII is escaped. */
export const rText = (text: string): string =>
  `"${[...text].map((letter) => rEscapes[letter] ?? rLetter(letter)).join('')}"`

const rEscapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function rLetter(letter: string): string {
  const point = letter.codePointAt(0) ?? 0
  if (point >= 0x20 && point < 0x7f) return letter
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`
}

export function rScript(
  variables: readonly (Variable & { storage: 'number' | 'code' | 'text' })[],
  language: Language,
): string {
  const words = phrasesIn(language).research.scripts
  const classes = variables.map(
    ({ name, storage }) => `  ${rText(name)} = "${storage === 'number' ? 'numeric' : 'character'}"`,
  )
  return `# ${words.read}
# ${words.missing}

read_samverka <- function(file = "data/long.csv") {
  d <- read.csv(file, colClasses = c(
${classes.join(',\n')}
  ), na.strings = "", check.names = FALSE, encoding = "UTF-8")
  # ${words.guard}
  texts <- vapply(d, is.character, logical(1))
  d[texts] <- lapply(d[texts], function(x) sub("^'(?='*([\\t\\r\\n]|\\\\s*[-=+@]))", "", x, perl = TRUE))
${variables.flatMap((variable) => labelLines(variable, language)).join('\n')}
  d
}

# ${words.asMissing}
codes_to_na <- function(d) {
  for (name in names(d)) {
    codes <- attr(d[[name]], "missing_codes")
    if (!is.null(codes)) d[[name]][d[[name]] %in% codes] <- NA
  }
  d
}

d <- read_samverka()
str(d, list.len = 15)
`
}

function labelLines({ name, label, values, missing }: Variable, language: Language): string[] {
  const column = `d[[${rText(name)}]]`
  const isNumber = [...values, ...missing].every(({ code }) => typeof code === 'number')
  const code = (value: number | string) => (isNumber ? String(value) : rText(String(value)))
  const labels = [...values, ...missing].flatMap(({ code: value, label: text }) =>
    text ? [`${rText(text[language])} = ${code(value)}`] : [],
  )
  return [
    `  attr(${column}, "label") <- ${rText(label[language])}`,
    ...(labels.length > 0 ? [`  attr(${column}, "labels") <- c(${labels.join(', ')})`] : []),
    ...(missing.length > 0
      ? [`  attr(${column}, "missing_codes") <- c(${missing.map(({ code: value }) => code(value)).join(', ')})`]
      : []),
  ]
}
