// Any number of choices; one of them may rule out the others ("none of these"). A research file has a column of 0 and 1
// per choice: an answer with "none" is not the same as no answer.
import { z } from 'zod'
import type { Answer } from '../answer.ts'
import { itemBase } from '../parts.ts'
import type { ItemKind } from './kind.ts'
import { checkChoices, findChoice, ListedChoice, type Option, optionsOf } from './option.ts'

export const SeveralItem = z.strictObject({
  ...itemBase,
  type: z.literal('several'),
  choices: z
    .array(
      ListedChoice.extend({
        /** Chosen alone, as "none of these" is. */
        exclusive: z.boolean().default(false),
      }),
    )
    .min(2)
    .max(40),
})

export interface SeveralLook {
  options: Option[]
  /** Set apart from the others: chosen alone. */
  exclusive: Option[]
}

export const several: ItemKind<typeof SeveralItem, SeveralLook> = {
  schema: SeveralItem,
  name: { sv: 'flera val', en: 'several choices' },
  seconds: 20,
  parts: () => [''],
  read(_questionnaire, { choices }, typed) {
    const entries = typed[''] ?? []
    if (entries.length === 0) return undefined
    const stranger = entries.find((entry) => !findChoice(choices, entry))
    if (stranger !== undefined) return { fault: { code: 'unknown_option', details: { entry: stranger.trim() } } }
    // In the order of the questionnaire, whatever order a browser sends them in: one answer, one writing.
    const chosen = choices.filter(({ code }) => entries.some((entry) => entry.trim() === String(code)))
    const alone = chosen.find(({ exclusive }) => exclusive)
    if (alone && chosen.length > 1)
      return {
        fault: {
          code: 'beside_exclusive',
          details: { entry: chosen.map(({ code }) => code).join(' '), exclusive: alone.code },
        },
      }
    return { answer: chosen.map(({ code }) => code) }
  },
  typed: (_item, answer) => ({ '': Array.isArray(answer) ? answer.map(String) : String(answer).split(' ') }),
  look(_questionnaire, { choices }, typed, language) {
    const chosen = typed[''] ?? []
    const kept = (wanted: boolean) => choices.filter(({ exclusive }) => exclusive === wanted)
    return {
      options: optionsOf(kept(false), chosen, language),
      exclusive: optionsOf(kept(true), chosen, language),
    }
  },
  inWords: (_questionnaire, { choices }, answer, language) =>
    choices
      .filter(({ code }) => has(answer, code))
      .map(({ label }) => label[language])
      .join('\n') || null,
  paper: (_questionnaire, { choices }, language) => ({
    form: 'several',
    options: choices.flatMap(({ exclusive, label }) => (exclusive ? [] : [label[language]])),
    alone: choices.flatMap(({ exclusive, label }) => (exclusive ? [label[language]] : [])),
    missing: [],
    lines: 0,
    after: null,
  }),
  columns: (_questionnaire, { choices }) =>
    choices.map(({ code, label }) => ({
      suffix: `_${code}`,
      about: label,
      values: [
        { code: 0, label: null },
        { code: 1, label },
      ],
      storage: 'number',
      cell: (answer) => (has(answer, code) ? 1 : 0),
    })),
  fromCells: ({ choices }, cells) => ({
    '': choices.flatMap(({ code }) => {
      const cell = (cells[`_${code}`] ?? '').trim()
      // Anything but 0 and 1 is kept, so that it is refused and not passed over.
      return cell === '' || cell === '0' ? [] : [cell === '1' ? String(code) : cell]
    }),
  }),
  stimulus: (_questionnaire, { choices }) => choices,
  codes: (_questionnaire, { choices }) => choices.map(({ code }) => code),
  check(_questionnaire, item, report) {
    checkChoices(item, report)
    if (item.choices.every(({ exclusive }) => exclusive))
      report(['choices'], {
        sv: `varje alternativ i ${item.id} utesluter de andra; gör den till en fråga med ett val (choice)`,
        en: `every choice of ${item.id} rules out the others; make it a choice item`,
      })
  },
}

const has = (answer: Answer, code: number | string): boolean => Array.isArray(answer) && answer.includes(code)
