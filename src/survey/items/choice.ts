// One of several choices.
import { z } from 'zod'
import { Choice, itemBase } from '../parts.ts'
import { type ItemKind, readOne } from './kind.ts'
import { checkChoices, findChoice, hasNumbers, type Option, optionsOf } from './option.ts'

export const ChoiceItem = z.strictObject({
  ...itemBase,
  type: z.literal('choice'),
  choices: z.array(Choice).min(2).max(60),
  /** What the register already knows is pre-filled, and can be corrected. */
  knownFrom: z.enum(['actor_group']).optional(),
})

export const choice: ItemKind<typeof ChoiceItem, { options: Option[] }> = {
  schema: ChoiceItem,
  name: { sv: 'ett val', en: 'one choice' },
  seconds: 12,
  parts: () => [''],
  read(_questionnaire, { choices }, typed) {
    const found = readOne(typed)
    if (!found || 'fault' in found) return found
    const chosen = findChoice(choices, found.entry)
    return chosen
      ? { answer: chosen.code }
      : { fault: { code: 'unknown_option', details: { entry: found.entry.trim() } } }
  },
  typed: (_item, answer) => ({ '': [String(answer)] }),
  look: (_questionnaire, { choices }, typed, language) => ({ options: optionsOf(choices, typed[''] ?? [], language) }),
  inWords: (_questionnaire, { choices }, answer, language) =>
    choices.find(({ code }) => code === answer)?.label[language] ?? null,
  paper: (_questionnaire, { choices }, language) => ({
    form: 'one',
    options: choices.map(({ label }) => label[language]),
    missing: [],
    lines: 0,
    after: null,
  }),
  columns: (_questionnaire, { choices }) => [
    {
      suffix: '',
      about: null,
      values: choices,
      storage: hasNumbers(choices) ? 'number' : 'code',
      cell: (answer) => (typeof answer === 'number' ? answer : String(answer)),
    },
  ],
  fromCells: (_item, cells) => ({ '': [cells[''] ?? ''] }),
  stimulus: (_questionnaire, { choices }) => choices,
  codes: (_questionnaire, { choices }) => choices.map(({ code }) => code),
  check(questionnaire, item, report) {
    checkChoices(item, report)
    if (item.knownFrom !== 'actor_group') return
    const groups = new Set(questionnaire.actorGroups.map(({ code }) => code))
    item.choices.forEach(({ code }, at) => {
      if (!groups.has(String(code)))
        report(['choices', at, 'code'], {
          sv: `${code} är ingen aktörsgrupp; lägg till den under actorGroups, eller ta bort knownFrom från ${item.id}`,
          en: `${code} is not an actor group; add it under actorGroups, or take knownFrom off ${item.id}`,
        })
    })
  },
}
