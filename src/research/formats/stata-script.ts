// read.do: reads the long file in Stata 14 or newer, labels it, and turns the codes for no answer into .a–.z.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Column, Variable } from '../variable.ts'

/** 1–32 letters, digits and underscores, as Stata names variables. */
const stataName = (name: string): string => name.replaceAll('.', '_').slice(0, 32)

/** Within compound quotes; signs that Stata would expand are replaced by their like. */
const stataText = (text: string): string =>
  `\`"${text.replaceAll('`', '‘').replaceAll('"', '”').replaceAll('$', '＄').replaceAll(/\s+/g, ' ')}"'`

export function stataScript<Row>(columns: readonly Column<Row>[], language: Language): string {
  const words = phrasesIn(language).research.scripts
  const texts = columns.flatMap(({ storage }, at) => (storage === 'number' ? [] : [at + 1]))
  return `* ${words.read}
* ${words.missing}
version 14
import delimited using "data/long.csv", clear varnames(1) case(preserve) encoding("utf-8") ///
  delimiters(",") bindquote(strict) stringcols(${texts.join(' ')})
${columns.flatMap((column) => labelLines(column, column.storage === 'number', language)).join('\n')}
`
}

function labelLines(variable: Variable, isNumber: boolean, language: Language): string[] {
  const name = stataName(variable.name)
  const lines = [`label variable ${name} ${stataText(variable.label[language].slice(0, 80))}`]
  if (!isNumber) return lines
  const letters = variable.missing.map(({ code, label }, at) => ({
    code,
    label,
    as: `.${String.fromCharCode('a'.charCodeAt(0) + at)}`,
  }))
  const labels = [
    ...variable.values.flatMap(({ code, label }) => (label ? [`${code} ${stataText(label[language])}`] : [])),
    ...letters.map(({ as, label }) => `${as} ${stataText(label[language])}`),
  ]
  if (letters.length > 0)
    lines.push(`mvdecode ${name}, mv(${letters.map(({ code, as }) => `${code}=${as}`).join(' \\ ')})`)
  if (labels.length > 0) lines.push(`label define ${name}_l ${labels.join(' ')}`, `label values ${name} ${name}_l`)
  return lines
}
