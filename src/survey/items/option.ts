// A button or box of a form, and the choices they come from.
import { z } from 'zod'
import { type Choice, type Language, Text } from '../parts.ts'
import { toMessage } from '../sentence.ts'
import type { ItemReport } from './kind.ts'

export interface Option {
  value: string
  label: string
  chosen: boolean
}

const listedCode = toMessage({
  sv: 'koden avslutar en kolumns namn: skriv ett heltal från 0, eller 1–16 av A–Z, a–z, 0–9 och understreck, men inte r och ett tal',
  en: 'this code ends a column’s name: write a whole number from 0, or 1–16 of A–Z, a–z, 0–9 and underscores, not r and a number',
})

/** A choice with a column of its own in a research file: its code ends the column's name. */
export const ListedChoice = z.strictObject({
  code: z.union(
    [z.int().nonnegative(listedCode), z.string().regex(/^(?!r\d+$)[A-Za-z0-9_]{1,16}$/, listedCode)],
    listedCode,
  ),
  label: Text,
})

export const optionsOf = (choices: readonly Choice[], chosen: readonly string[], language: Language): Option[] =>
  choices.map(({ code, label }) => ({
    value: String(code),
    label: label[language],
    chosen: chosen.includes(String(code)),
  }))

export const findChoice = <C extends Choice>(choices: readonly C[], entry: string): C | undefined =>
  choices.find(({ code }) => String(code) === entry.trim())

export const hasNumbers = (choices: readonly Choice[]): boolean => choices.every(({ code }) => typeof code === 'number')

/** As texts: a form cannot tell 1 from "1". */
export function checkChoices(item: { id: string; choices: readonly Choice[] }, report: ItemReport): void {
  if (new Set(item.choices.map(({ code }) => String(code))).size < item.choices.length)
    report(['choices'], {
      sv: `två alternativ i ${item.id} har samma kod; ge vart och ett sin egen`,
      en: `two choices of ${item.id} share a code; give each its own`,
    })
}
