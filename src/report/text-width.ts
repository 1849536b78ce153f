// How wide a text is, without a browser: needed to break lines and to set columns side by side.

/** Advance widths of Source Sans 3 Regular in thousandths of the font size, from the font's hmtx table, by 20. */
const widths = new Map(
  Object.entries({
    200: ' \u00a0',
    240: "',.:;ij|·’",
    260: 'Il',
    280: '!',
    300: '()[]f{}',
    320: '-',
    340: 'rt',
    360: '/\\',
    420: '"*?sz”',
    440: 'x',
    460: 'cvy',
    480: 'JLY–',
    500: '#$+0123456789<=>F^_aegk~åäé−',
    520: 'EVXÉ',
    540: 'ASTZ`hnouÅÄöüø',
    560: 'PRbdpq',
    580: 'BCK',
    600: '&',
    620: 'DG',
    640: 'NU',
    660: 'HOQÖ',
    720: 'Mw',
    780: 'Wæ',
    820: '%m',
    840: '@',
  }).flatMap(([width, characters]) => [...characters].map((character) => [character, Number(width)] as const)),
)

/** Any other character counts as a capital, those from U+1100 on (East Asian, emoji) as a full square. */
const otherWidth = (character: string): number => ((character.codePointAt(0) ?? 0) >= 0x1100 ? 1000 : 640)

// Bold is 3 % wider; and a page, or an SVG opened where the font is not installed, is set in the system's own letters:
// Segoe UI, Roboto and Arial are 6–10 % wider, Open Sans 13 %.
const slack = 1.16

/** An upper estimate of the width of a line, in the unit of the font size. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0
  for (const character of text) thousandths += widths.get(character) ?? otherWidth(character)
  return (thousandths / 1000) * size * slack
}

/** Of the widest line; 0 where there is none. */
export const widest = (size: number, texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size)))

/** The text, with an ellipsis for what is wider than its room. */
export function cutText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const kept = [...text]
  while (kept.length > 1 && textWidth(`${kept.join('').trimEnd()}…`, size) > width) kept.pop()
  return `${kept.join('').trimEnd()}…`
}

/** Breaks a text at spaces into lines that fit; a word too long for a line is broken inside. At least one line. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n\t]+/).flatMap((word) => breakWord(word, size, width))) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, size) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/**
 * The narrowest column in which no text takes over two lines and no word is broken, as far as `most` goes. It is as wide
 * as `least` where there are texts for that.
 */
export function narrowestColumn(
  texts: readonly string[],
  size: number,
  { least, most }: { least: number; most: number },
): number {
  const words = texts.flatMap((text) => text.split(/[ \n\t]+/))
  let width = Math.min(most, Math.max(Math.ceil(widest(size, words)), Math.min(least, Math.ceil(widest(size, texts)))))
  const broken = texts
    .filter((text) => textWidth(text, size) > width)
    .map((text) => ({ text, lines: Math.max(2, wrapText(text, size, most).length) }))
  while (width < most && broken.some(({ text, lines }) => wrapText(text, size, width).length > lines)) width += 1
  return width
}

function breakWord(word: string, size: number, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece && textWidth(piece + character, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
