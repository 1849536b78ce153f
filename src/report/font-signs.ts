// Which signs a font has letters for: the table "cmap" of an OpenType font, in its format 12, which tells all of Unicode
// in ranges. https://learn.microsoft.com/typography/opentype/spec/cmap

/** First and last code point, in rising order. */
type SignRange = readonly [first: number, last: number]

/** @throws RangeError with a font that has no such table */
export function signsOf(font: Buffer): SignRange[] {
  const cmap = tableAt(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8),
  )
  const whole = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (whole === undefined) throw new RangeError('the font does not tell its signs in ranges')
  return Array.from({ length: font.readUInt32BE(whole + 12) }, (_, at) => {
    const group = whole + 16 + at * 12
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

function tableAt(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  throw new RangeError(`the font has no table ${name}`)
}
