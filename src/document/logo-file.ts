// What a logotype may be: a picture in PNG, JPEG or SVG whose size can be read, and an SVG that neither runs anything nor
// refers to anything outside itself. The type is read from the bytes, whatever the file is called.
import { readSvg } from './logo-svg.ts'
import type { Logo } from './model.ts'

export const logoBytes = 1_000_000
/** Pixels. Beyond this nobody draws a logotype; on paper it is 8 cm at most. */
const [longestSide, mostPixels] = [10_000, 25_000_000]
/** An SVG has no pixels: some programs count in thousandths of a millimetre. */
const longestSvgSide = 1_000_000
/** How many times as long as it is wide, lying or standing: beyond this it is a line on paper. */
const slimmest = 40

/** The bytes are those to keep: an SVG comes as UTF-8, without a document type. */
export interface LogoFile extends Omit<Logo, 'altText' | 'bytes'> {
  bytes: Buffer
}
export type LogoFault =
  | 'missing'
  | 'type'
  | 'size'
  | 'dimensions'
  | 'pixels'
  | 'slim'
  | 'damaged'
  | 'unsafe'
  | 'entities'
  | 'encoding'
  | 'namespace'

/** What the bytes say of themselves; whether they can be drawn, `findUndrawable` tells. */
export function readLogo(bytes: Buffer): LogoFile | LogoFault {
  if (bytes.length === 0) return 'missing'
  if (bytes.length > logoBytes) return 'size'
  const found = readPng(bytes) ?? readJpeg(bytes) ?? readSvg(bytes)
  if (found === null) return 'type'
  if (typeof found === 'string') return found
  return sizeFault(found) ?? (found.type === 'svg' ? insideFault(found.bytes.toString()) : null) ?? found
}

function sizeFault({ type, width, height }: LogoFile): LogoFault | null {
  const [short = 0, long = 0] = [width, height].sort((one, other) => one - other)
  if (short < 1 || long > (type === 'svg' ? longestSvgSide : Number.POSITIVE_INFINITY)) return 'dimensions'
  if (type !== 'svg' && (long > longestSide || short * long > mostPixels)) return 'pixels'
  return long > slimmest * short ? 'slim' : null
}

/** Pictures inside an SVG: a broken one would be a hole, and small files hold pictures that take all memory. */
function insideFault(svg: string): LogoFault | null {
  let pixels = 0
  for (const [, code = ''] of svg.matchAll(/data:image\/(?:png|jpe?g);base64,([^"']*)/gi)) {
    // Lines are broken here and there, by some programs as &#10;.
    const inside = Buffer.from(code.replace(/&#\w+;/g, ''), 'base64')
    const picture = readPng(inside) ?? readJpeg(inside)
    if (picture === null || typeof picture === 'string') return 'damaged'
    pixels += picture.width * picture.height
  }
  return pixels > mostPixels ? 'pixels' : null
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function readPng(bytes: Buffer): LogoFile | 'damaged' | null {
  if (!bytes.subarray(0, 8).equals(pngMark)) return null
  if (bytes.length < 24) return 'damaged'
  return { type: 'png', bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/**
 * Walks the markers to the end of the picture. One that is cut off has none: programs draw it with its lower part grey,
 * and say nothing.
 */
function readJpeg(bytes: Buffer): LogoFile | 'damaged' | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  let found: LogoFile | 'damaged' = 'damaged'
  let at = 2
  while (at + 1 < bytes.length) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    if (marker === 0xd9) return found
    // Pixels, what fills up, and marks among the pixels.
    if (marker < 0xc0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 1
      continue
    }
    if (at + 9 > bytes.length) break
    // SOF0–SOF15 say the size, without the three that are something else.
    if (marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      found = { type: 'jpg', bytes, height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return 'damaged'
}
