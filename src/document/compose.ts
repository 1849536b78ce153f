// Puts a report together: whose text each part has, the numbers of chapters and references. What comes out says
// everything that Word and PDF need, and nothing of when it was made.
import { nameOfGroup } from '#cuts/figure-text.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { groupOf, runsOf } from './marks.ts'
import { blocksOf } from './markup.ts'
import { type Material, sourceIn } from './material.ts'
import type { Block, Chapter, Marked, Part, PrintedChapter, PrintedPart, Reference, ReportDocument } from './model.ts'
import { outlineOf } from './outline.ts'
import { fromEditable } from './own-text.ts'

export function composeReport(material: Material, language: Language): ReportDocument {
  const words = phrasesIn(language).document
  const chapters = numbered(
    outlineOf(material, language).flatMap((chapter) => {
      const parts = chapter.parts.map((part) => printed(part, material)).filter(({ blocks }) => blocks.length > 0)
      return parts.length > 0 ? [{ ...chapter, parts }] : []
    }),
  )
  const references = referencesIn(chapters, material, language)
  const { cover } = material.facts
  const source = sourceIn(material, language)
  return {
    language,
    title: words.title(words.kind[material.kind], source.projectName),
    subtitle: words.kind[material.kind],
    particulars: [
      { name: words.cover.project, value: source.projectName },
      { name: words.cover.organisation, value: material.project.organisation },
      { name: words.cover.recipient, value: cover.recipient },
      { name: words.cover.journalNumber, value: cover.journalNumber },
      { name: words.cover.period, value: cover.period },
      { name: words.cover.version, value: cover.version },
      { name: words.cover.contact, value: cover.contact },
      { name: words.cover.cut, value: material.cut ? words.cover.cutOf(material.cut.code) : words.cover.noCut },
    ].filter(({ value }) => value !== ''),
    notices: [
      ...(material.project.isDemo ? [words.cover.invented] : []),
      ...[language === 'sv' ? cover.fundSv : cover.fundEn].filter((text) => text !== ''),
    ],
    logos: material.logos.map((logo) => ({ ...logo, altText: logo.altText[language] })),
    author: material.project.organisation,
    chapters: references.length > 0 ? [...chapters, origins(chapters, language)] : chapters,
    references,
    cutAddress: material.cutAddress,
    madeAt: material.madeAt,
  }
}

/** The text a part is printed with: one's own where somebody wrote one, else the generated. */
export function textOfPart(
  { id, language, generated }: Pick<Part, 'id' | 'language' | 'generated'>,
  { texts }: Material,
): Marked {
  const own = texts.find((text) => text.part === id && text.language === language)
  return own ? fromEditable(own) : generated
}

const printed = (part: Part, material: Material): PrintedPart => ({
  id: part.id,
  title: part.title,
  language: part.language,
  startsPage: part.startsPage ?? false,
  blocks: [...blocksOf(textOfPart(part, material)), ...part.evidence()],
})

type Unnumbered = Omit<Chapter, 'parts'> & { parts: readonly PrintedPart[] }

function numbered(chapters: readonly Unnumbered[]): PrintedChapter[] {
  const plain = chapters.filter(({ appendix }) => !appendix)
  const lettered = chapters.filter(({ appendix }) => appendix)
  return [
    ...plain.map((chapter, at) => ({ ...chapter, number: String(at + 1) })),
    ...lettered.map((chapter, at) => ({ ...chapter, number: letter(at) })),
  ]
}

const letter = (at: number): string => String.fromCharCode('A'.charCodeAt(0) + at)

/** Where every number comes from stands last; its table is made of the references, not of blocks. */
function origins(chapters: readonly PrintedChapter[], language: Language): PrintedChapter {
  const words = phrasesIn(language).document
  return {
    id: 'origins',
    title: words.chapter.origins,
    appendix: true,
    startsPage: true,
    number: letter(chapters.filter(({ appendix }) => appendix).length),
    parts: [
      {
        id: 'origins',
        title: words.part.origins.title,
        language,
        startsPage: false,
        blocks: [{ kind: 'paragraph', text: words.originsLead }],
      },
    ],
  }
}

/** In the order of the report: one a group, with the figures of it that are printed. */
function referencesIn(chapters: readonly PrintedChapter[], { cut }: Material, language: Language): Reference[] {
  const groups = new Map<string, Map<string, string>>()
  for (const text of textsIn(chapters))
    for (const { text: words, path } of runsOf(text)) {
      if (path === null) continue
      const group = groupOf(path)
      const figures = groups.get(group) ?? new Map<string, string>()
      groups.set(group, figures)
      if (words !== '') figures.set(group === path ? '' : path.slice(group.length + 1), words)
    }
  return [...groups].map(([group, figures], at) => ({
    number: at + 1,
    group,
    place: cut ? nameOfGroup(group.split('/'), { ...cut.results, context: cut.context }, language) : group,
    figures: [...figures].map(([name, text]) => ({ name, text })),
  }))
}

function* textsIn(chapters: readonly PrintedChapter[]): Generator<Marked> {
  for (const { parts } of chapters) for (const { blocks } of parts) for (const block of blocks) yield* textsOf(block)
}

function* textsOf(block: Block): Generator<Marked> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      yield block.text
      break
    case 'list':
      yield* block.items
      break
    case 'table':
      yield block.caption
      for (const row of block.rows) yield* row
      break
    case 'picture':
      yield block.caption
  }
}
