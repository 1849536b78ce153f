// One cell of a file of responses → an answer: a code, its label in Swedish or English, or a missing code.
import type { Answer } from '#survey/answer.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { optionsIn } from '#survey/lookup.ts'
import type { Item, ItemOf, Questionnaire, Text } from '#survey/questionnaire.ts'
import { foldName, isLongerThan } from './lookups.ts'

export type CellReading =
  /** undefined = not answered. */
  { ok: true; answer: Answer | undefined } | { ok: false; code: 'answer_unknown' | 'value_too_long'; expected: string }

export type CellReader = (cell: string) => CellReading

/**
 * Reads cells of one item. Empty, and the codes of not answered and not asked, are no answer. A point of the scale goes
 * before a missing code of the same number. A label that two options share is read as neither.
 */
export function cellReader(questionnaire: Questionnaire, item: Item): CellReader {
  const nothing = codesOfNothing(questionnaire)
  if (item.type === 'text')
    return (cell) => {
      if (cell.trim() === '' || nothing.has(plainCode(cell))) return { ok: true, answer: undefined }
      if (isLongerThan(cell, item.maxLength))
        return { ok: false, code: 'value_too_long', expected: String(item.maxLength) }
      return { ok: true, answer: cell.replaceAll('\r\n', '\n') }
    }
  if (item.type !== 'rating' && item.type !== 'choice') return writtenReader(questionnaire, item, nothing)
  const { readings, expected } = optionsOf(questionnaire, item)
  return (cell) => {
    if (cell.trim() === '') return { ok: true, answer: undefined }
    const code = plainCode(cell)
    const answer = readings.get(code) ?? readings.get(foldName(cell))
    if (answer !== undefined && answer !== 'ambiguous') return { ok: true, answer: answer.answer }
    if (nothing.has(code)) return { ok: true, answer: undefined }
    return { ok: false, code: 'answer_unknown', expected }
  }
}

const codesOfNothing = ({ missing }: Questionnaire): ReadonlySet<string> =>
  new Set([missing.not_answered, missing.not_asked].map(({ code }) => String(code)))

/** A number or a day, as the item's own form reads it. */
function writtenReader(questionnaire: Questionnaire, item: Item, nothing: ReadonlySet<string>): CellReader {
  return (cell) =>
    cell.trim() === '' || nothing.has(plainCode(cell))
      ? { ok: true, answer: undefined }
      : readCells(questionnaire, item, { '': cell })
}

/** An item of several columns: its cells, by what follows its variable's name, are one answer. */
export function partsReader(
  questionnaire: Questionnaire,
  item: Item,
): (cells: Readonly<Record<string, string>>) => CellReading {
  const nothing = codesOfNothing(questionnaire)
  return (cells) => {
    const said = Object.entries(cells).map(([suffix, cell]) => [suffix, plainCode(cell)] as const)
    return readCells(questionnaire, item, Object.fromEntries(said.filter(([, cell]) => !nothing.has(cell))))
  }
}

function readCells(questionnaire: Questionnaire, item: Item, cells: Readonly<Record<string, string>>): CellReading {
  const kind = kindOf(item)
  const typed = Object.entries(kind.fromCells(item, cells)).map(
    ([part, entries]) => [part, entries.map((entry) => entry.trim()).filter((entry) => entry !== '')] as const,
  )
  const reading = kind.read(questionnaire, item, Object.fromEntries(typed))
  if (!reading) return { ok: true, answer: undefined }
  if (!('fault' in reading)) return { ok: true, answer: reading.answer }
  return { ok: false, code: 'answer_unknown', expected: expectedOf(questionnaire, item) }
}

function expectedOf(questionnaire: Questionnaire, item: Item): string {
  if (item.type === 'number') return [item.min ?? '−∞', item.max ?? '∞'].join('–')
  if (item.type === 'date') return `${item.earliest}–${item.latest}`
  const values = kindOf(item).columns(questionnaire, item)[0]?.values ?? []
  return values.map(({ code }) => code).join(', ')
}

type Reading = { answer: Answer } | 'ambiguous'

function optionsOf(questionnaire: Questionnaire, item: ItemOf<'rating' | 'choice'>) {
  const options: { answer: Answer; code: string; label: Text | undefined }[] = [
    ...optionsIn(questionnaire, item).map(({ code, label }) => ({ answer: code, code: String(code), label })),
    ...(kindOf(item).offers?.(questionnaire, item) ?? []).map((reason) => {
      const { code, label } = questionnaire.missing[reason]
      return { answer: { missing: reason }, code: String(code), label }
    }),
  ]
  const readings = new Map<string, Reading>()
  for (const { answer, label } of options)
    for (const key of label ? new Set([foldName(label.sv), foldName(label.en)]) : [])
      readings.set(key, readings.has(key) ? 'ambiguous' : { answer })
  // Codes last: where a label reads like another option's code, the code is meant.
  for (const { answer, code } of options) readings.set(foldName(code), { answer })
  return { readings, expected: options.map(({ code }) => code).join(', ') }
}

/** "3", "3.0" as pandas writes it, "3,0" as Excel does, and a typographic minus are one code; "3.5" stays what it is. */
const plainCode = (cell: string): string =>
  cell
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/^(-?\d+)[.,]0+$/, '$1')
