// Where a report holds signs that its PDF cannot show: names, facts and texts alike, so that whoever writes can replace them.
import { undrawnIn } from '#document/drawable.ts'
import type { Material } from '#document/material.ts'
import { outlineOf } from '#document/outline.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'

export interface UndrawnPlace {
  place: string
  /** As they were written, each once. */
  signs: readonly string[]
}

export function undrawnPlaces(material: Material, language: Language): UndrawnPlace[] {
  const { reports, document } = phrasesIn(language)
  const { project, facts, logos, openAnswers, texts } = material
  const titles = new Map(
    outlineOf(material, language).flatMap(({ parts }) => parts.map(({ id, title }) => [id, title] as const)),
  )
  const written: [place: string, texts: unknown][] = [
    [document.cover.project, [project.name, project.municipalities.map(({ name }) => name)]],
    [document.cover.organisation, project.organisation],
    [reports.fact.cover.title, facts.cover],
    [reports.fact.targets.title, facts.targets],
    [reports.fact.finance.title, facts.finance],
    [reports.logos, logos.map(({ altText }) => altText)],
    [reports.undrawnQuotes, openAnswers.map(({ themed, quotes }) => [themed?.themes.map(({ name }) => name), quotes])],
    ...texts.map(({ part, text }): [string, string] => [titles.get(part) ?? part, text]),
  ]
  return written
    .map(([place, texts]) => ({ place, signs: undrawnIn(JSON.stringify(texts)) }))
    .filter(({ signs }) => signs.length > 0)
}
