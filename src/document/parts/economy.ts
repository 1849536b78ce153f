// Co-financing per municipality, as filled in. The tool keeps no ledger: costs are accounted for where they are claimed.
import { formatCount } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { Source } from '../material.ts'
import type { Block, Marked } from '../model.ts'
import { number, text } from './change.ts'

/** null where nothing has been filled in: that is not nothing. */
const sum = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((total, one) => (one === null ? total : (total ?? 0) + one), null)

export function economyText({ language, material }: Source): Marked {
  const words = phrasesIn(language).document.economy
  const { finance } = material.facts
  const [decided, received] = [sum(finance.map((row) => row.decided)), sum(finance.map((row) => row.received))]
  if (decided === null && received === null) return words.empty
  return words.lead(formatCount(decided ?? 0, language), formatCount(received ?? 0, language))
}

export function economyEvidence({ language, material }: Source): Block[] {
  const words = phrasesIn(language).document.economy
  const { finance } = material.facts
  const { municipalities } = material.project
  const kronor = (amount: number | null): string => (amount === null ? words.notFilled : formatCount(amount, language))
  if (finance.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        text(words.municipality, 3),
        text(words.decision, 4),
        number(words.decided, 3),
        number(words.received, 3),
      ],
      rows: [
        ...finance.map((row) => [
          municipalities.find(({ code }) => code === row.municipality)?.name ?? row.municipality,
          row.decision || words.notFilled,
          kronor(row.decided),
          kronor(row.received),
        ]),
        [
          words.total,
          '',
          kronor(sum(finance.map(({ decided }) => decided))),
          kronor(sum(finance.map(({ received }) => received))),
        ],
      ],
      notes: [words.note],
    },
  ]
}
