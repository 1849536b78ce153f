// What a report says: a part by its name, its texts, and the marks of figures in them.
import { runsOf } from '#document/marks.ts'
import type { Material } from '#document/material.ts'
import type { Block, Part, ReportDocument } from '#document/model.ts'
import { outlineOf } from '#document/outline.ts'
import type { Language } from '#i18n/phrases.ts'

/** @throws Error where the report has no such part */
export function partOf(material: Material, language: Language, id: string): Part {
  const part = outlineOf(material, language)
    .flatMap(({ parts }) => parts)
    .find((one) => one.id === id)
  if (!part) throw new Error(`the report has no part ${id}`)
  return part
}

export function* textsIn(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'list') yield* block.items
    else if (block.kind === 'table') yield* [block.caption, ...block.notes, ...block.rows.flat()]
    else if (block.kind === 'picture') yield* [block.caption, block.altText, ...block.notes]
    else yield block.text
  }
}

export const allTexts = ({ chapters }: ReportDocument): string[] =>
  chapters.flatMap(({ parts }) => parts.flatMap(({ blocks }) => [...textsIn(blocks)]))

export const marksIn = (document: ReportDocument) =>
  allTexts(document).flatMap((text) => runsOf(text).flatMap((run) => (run.path === null ? [] : [run])))
