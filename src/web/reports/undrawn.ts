// Where a report holds signs that its PDF cannot show: names, facts and texts alike, so that whoever writes can replace them.
import type { Material } from '#document/material.ts'
import { outlineOf } from '#document/outline.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { undrawnIn } from '#report/drawable.ts'

export interface UndrawnPlace {
  place: string
  /** Each once: see namedSign. */
  signs: readonly string[]
}

export function undrawnPlaces(material: Material, language: Language): UndrawnPlace[] {
  const { reports, document } = phrasesIn(language)
  const { project, facts, logos, openAnswers, texts } = material
  const titles = new Map(
    outlineOf(material, language).flatMap(({ parts }) =>
      parts.map(({ id, language: of, title }) => [`${id} ${of}`, title] as const),
    ),
  )
  const written: [place: string, texts: unknown][] = [
    [document.cover.project, [project.name, project.municipalities.map(({ name }) => name)]],
    [document.cover.organisation, project.organisation],
    [reports.fact.cover.title, facts.cover],
    [reports.fact.targets.title, facts.targets],
    [reports.fact.finance.title, facts.finance],
    [reports.logos, logos.map(({ altText }) => altText)],
    [reports.undrawnQuotes, openAnswers.map(({ themed, quotes }) => [themed?.themes.map(({ name }) => name), quotes])],
    ...texts.map(({ part, language: of, text }): [string, string] => [titles.get(`${part} ${of}`) ?? part, text]),
  ]
  return written
    .map(([place, texts]) => ({ place, signs: undrawnIn(JSON.stringify(texts)).map(namedSign) }))
    .filter(({ signs }) => signs.length > 0)
}

/** "ไ (U+0E44)", with all that a sign is put together of: many screens show as little of it as the PDF does. */
export const namedSign = (sign: string): string =>
  `${sign} (${[...sign].map((part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`
