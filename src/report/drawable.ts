// Texts as a PDF can set them. Typst makes no accessible PDF at all where one sign has no letter, and what people paste
// brings such signs along: bullets of Word's symbol font, controls out of a PDF, emoji. Only our own font counts:
// a sign that Typst borrows from another font may fail in a word or a picture though it can be drawn alone.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cleanText } from '#survey/clean-text.ts'
import { signsOf } from './font-signs.ts'

/** Stands where a sign cannot be drawn. */
export const standIn = '□'

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
)
const drawn = new Set(
  signsOf(readFileSync(font)).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  ),
)

const standsAlone = new Set(
  [...drawn].map((code) => String.fromCodePoint(code)).filter((sign) => !/[\p{M}\p{C}]/u.test(sign)),
)

/** Signs that nobody sees and that are set without a letter of the font. */
const unseen = /^[\n\r\u00ad\u200b]$/
/** Marks that turn the direction of writing around, that join words, or stand before a file: they end a PDF, and nobody misses them. */
const marks = /[\u061c\u180e\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
/** Spaces of other widths than the font has, as typographers and Word set them. */
const wideSpaces = /[\t\u2000-\u2003\u205f\u3000]/g

/** As composed as Unicode has it, in pieces: a sign with what stands upon it or joins it to the next (an emoji of several). */
const piecesOf = (text: string): string[] =>
  [...segmenter.segment(cleanText(text).replaceAll(marks, '').replaceAll(wideSpaces, ' ').normalize('NFC'))].map(
    ({ segment }) => segment,
  )
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

const isDrawn = (piece: string): boolean =>
  [...piece].every((sign) => drawn.has(sign.codePointAt(0) ?? 0) || unseen.test(sign))

/** How a piece is set: marks that nothing draws are left off the letter under them. */
function setting(piece: string): string {
  if (isDrawn(piece)) return piece
  const bare = piece.replaceAll(/[\p{M}\u200c\u200d]/gu, '')
  return bare !== '' && isDrawn(bare) ? bare : standIn
}

/** The text as it can be set. */
export const drawable = (text: string): string => (isPlain(text) ? text : piecesOf(text).map(setting).join(''))

/** What a template of Typst reads: every text in it as it can be set. */
export const drawableJson = (data: unknown): string =>
  JSON.stringify(data, (_key, value: unknown) => (typeof value === 'string' ? drawable(value) : value))

/** What the text as set leaves out or stands in for, each once, as it was written. */
export const undrawnIn = (text: string): string[] =>
  isPlain(text) ? [] : [...new Set(piecesOf(text).filter((piece) => !isVariation(piece) && setting(piece) !== piece))]

/** A sign that may also be drawn in colour: nothing is lost. */
const isVariation = (piece: string): boolean => isDrawn(piece.replaceAll('\ufe0f', ''))

/** Nothing to do: every sign is a letter of the font and stands by itself. Pictures are long and nearly always so. */
function isPlain(text: string): boolean {
  for (const sign of text) if (sign !== '\n' && !standsAlone.has(sign)) return false
  return true
}
