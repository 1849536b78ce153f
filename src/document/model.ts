// A report before it is a file: chapters of parts of blocks, every number with its address. Word and PDF are written
// from this one value, so they cannot say different things.
import type { Language } from '#i18n/phrases.ts'

/** A text whose numbers carry their addresses: see marks.ts. */
export type Marked = string

export interface Column {
  label: string
  /** Numbers stand to the right. */
  numeric: boolean
  /** Width beside the other columns'. */
  share: number
}

export interface TableBlock {
  kind: 'table'
  caption: Marked
  columns: readonly Column[]
  /** First cell = the row's heading. */
  rows: readonly (readonly Marked[])[]
  notes: readonly string[]
  /** Long lists in small print. */
  dense?: boolean
}

/** A table that one page has room for is not parted: two rows of it alone on a page tell nothing. */
export const isOnePiece = ({ rows }: Pick<TableBlock, 'rows'>): boolean => rows.length <= 16

export interface PictureBlock {
  kind: 'picture'
  caption: Marked
  svg: string
  /** In units of the SVG. */
  width: number
  height: number
  /** Read aloud in place of the picture. */
  altText: string
  notes: readonly string[]
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: Marked }
  | { kind: 'list'; items: readonly Marked[] }
  | TableBlock
  | PictureBlock

/** The smallest piece that somebody can write a text of their own for. */
export interface Part {
  /** Stays the same over cuts, languages and versions of Samverka. */
  id: string
  title: string
  /** Another language than the report's: a summary for those who do not read it. */
  language: Language
  /** Text made from the figures, in the markup of own-text.ts; '' where only people can write. */
  generated: Marked
  /** Makes the tables and pictures after the text: never written over. */
  evidence: () => readonly Block[]
  /** Whether there is a text to write; tables alone have none. */
  writable: boolean
  /** What belongs here, for whoever writes it. */
  hint: string
  startsPage?: boolean
}

export interface Chapter {
  id: string
  title: string
  /** Appendices are lettered, chapters numbered. */
  appendix: boolean
  startsPage: boolean
  parts: readonly Part[]
}

export interface Logo {
  type: 'png' | 'jpg' | 'svg'
  bytes: Uint8Array
  /** Any unit: only their relation counts. */
  width: number
  height: number
  altText: string
}

/** Where a number comes from, as listed at the end. */
export interface Reference {
  /** From 1, in the order of the report. */
  number: number
  /** Address of the group of figures within the cut. */
  group: string
  /** The same in words: "Dialog · Per kommun · Flen". */
  place: string
  /** The figures of the group that the report prints, by the last part of their addresses. */
  figures: readonly { name: string; text: string }[]
}

/** A part as it is printed: whose text it has is settled. */
export interface PrintedPart {
  id: string
  title: string
  language: Language
  blocks: readonly Block[]
  startsPage: boolean
}

export interface PrintedChapter extends Omit<Chapter, 'parts'> {
  /** "3" or "B". */
  number: string
  parts: readonly PrintedPart[]
}

export interface ReportDocument {
  language: Language
  title: string
  subtitle: string
  /** Rows of the first page: journal number, period, version. */
  particulars: readonly { name: string; value: string }[]
  /** Under the particulars: invented figures, the fund. */
  notices: readonly string[]
  logos: readonly Logo[]
  author: string
  chapters: readonly PrintedChapter[]
  /** By group, for the marks in the text. */
  references: readonly Reference[]
  /** Where the cut lies: figures are found under it. null where the report has none, or nobody knows the host. */
  cutAddress: string | null
  /** The file's own time, UTC milliseconds: that of the cut and the texts, never of the making. */
  madeAt: number
}
