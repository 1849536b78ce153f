// What an export lets out: the people, the waves, the columns, and what is told of somebody's place. Two levels make
// one each: restricted (restrictedSelection) and release (release/).
import type { PanelPerson } from '#store/panel.ts'
import type { Indicator, Item, Text } from '#survey/questionnaire.ts'
import type { ResearchWave } from './reading.ts'

export const levels = ['release', 'restricted'] as const
export type Level = (typeof levels)[number]

export interface Selection {
  level: Level
  /** In the order of the project. */
  waves: readonly ResearchWave[]
  /** What is told of the place of a person; null = the file has no such column. */
  municipality: Told | null
  actorGroup: Told | null
  /** Language, mode and day of a response. */
  tellsCircumstances: boolean
  keepsItem(item: Item): boolean
  keepsIndicator(indicator: Indicator): boolean
  keepsPerson(person: PanelPerson): boolean
}

export interface Told {
  codeOf(person: PanelPerson): string
  /** Every code that can stand in the column. */
  values: readonly { code: string; label: Text | null }[]
}

export interface Place {
  code: string
  name: string
}

/** Everything but names; free text only where it is asked for, since it can name people. */
export function restrictedSelection(
  waves: readonly ResearchWave[],
  municipalities: readonly Place[],
  { includeText }: { includeText: boolean },
): Selection {
  return {
    level: 'restricted',
    waves,
    municipality: {
      codeOf: ({ municipality }) => municipality,
      values: municipalities.map(({ code, name }) => ({ code, label: { sv: name, en: name } })),
    },
    actorGroup: { codeOf: ({ actorGroup }) => actorGroup, values: groupsOf(waves) },
    tellsCircumstances: true,
    keepsItem: (item) => item.type !== 'text' || includeText,
    keepsIndicator: () => true,
    keepsPerson: () => true,
  }
}

/** The actor groups of all versions, each once with its first name. */
export function groupsOf(waves: readonly ResearchWave[]): { code: string; label: Text }[] {
  const labels = new Map<string, Text>()
  for (const { questionnaire } of waves)
    for (const { code, label } of questionnaire.actorGroups) if (!labels.has(code)) labels.set(code, label)
  return [...labels].map(([code, label]) => ({ code, label }))
}
