// How every part of a report stands: whose text it has, whether the figures have gone on since, which numbers are left
// behind.

import { type Material, sourceIn } from '#document/material.ts'
import type { Chapter, Part } from '#document/model.ts'
import { outlineOf } from '#document/outline.ts'
import { fromEditable, type StaleNumber, staleNumbers, toEditable } from '#document/own-text.ts'
import type { Language } from '#i18n/phrases.ts'
import type { ReportSection } from '#store/reports.ts'

export type PartStatus = 'generated' | 'own' | 'changed' | 'empty' | 'tables'

export interface PartState {
  part: Part
  status: PartStatus
  /** The last edition of its text; undefined where nobody has written. */
  section: ReportSection | undefined
  stale: readonly StaleNumber[]
}

export interface ChapterState extends Omit<Chapter, 'parts'> {
  parts: readonly PartState[]
}

export function statesOf(material: Material, sections: readonly ReportSection[], language: Language): ChapterState[] {
  const printed = new Map(
    (['sv', 'en'] as const).map((one) => [one, sourceIn(material, one).measured?.figures.printed] as const),
  )
  return outlineOf(material, language).map((chapter) => ({
    ...chapter,
    parts: chapter.parts.map((part) => {
      const section = sections.find((one) => one.part === part.id && one.language === part.language)
      const print = printed.get(part.language) ?? (() => null)
      return { part, section, status: statusOf(part, section), stale: staleIn(section, part, print) }
    }),
  }))
}

export const findState = (
  material: Material,
  sections: readonly ReportSection[],
  language: Language,
  id: string,
  of: Language,
): PartState | undefined =>
  statesOf(material, sections, language)
    .flatMap(({ parts }) => parts)
    .find(({ part }) => part.id === id && part.language === of && part.writable)

function statusOf(part: Part, section: ReportSection | undefined): PartStatus {
  if (!part.writable) return 'tables'
  if (section?.ownText == null) return part.generated === '' ? 'empty' : 'generated'
  return toEditable(part.generated, section.sources).text === section.generated ? 'own' : 'changed'
}

const staleIn = (
  section: ReportSection | undefined,
  { generated }: Part,
  printed: (path: string) => string | null,
): StaleNumber[] =>
  section?.ownText == null
    ? []
    : staleNumbers(fromEditable({ text: section.ownText, sources: section.sources }), generated, printed)
