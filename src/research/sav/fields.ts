// The four kinds of field that an SPSS system file is made of.

export const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

export const words = (...values: readonly number[]): Buffer => Buffer.concat(values.map(int))

export const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

/** UTF-8 with blanks to the width. What does not fit is cut between letters. */
export function fixedText(text: string, width: number): Buffer {
  const bytes = Buffer.alloc(width, ' ')
  cut(text, width).copy(bytes)
  return bytes
}

/** Its length in bytes, then the text with blanks to a multiple of `unit`. */
export function paddedText(text: string, unit: number, most: number): Buffer {
  const bytes = cut(text, most)
  return Buffer.concat([int(bytes.length), bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit, ' ')])
}

/** At most so many bytes of UTF-8, never half a letter. */
export function cut(text: string, most: number): Buffer {
  const bytes = Buffer.from(text)
  if (bytes.length <= most) return bytes
  let end = most
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, end)
}
