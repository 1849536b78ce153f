// What a logotype may be: a picture in PNG, JPEG or SVG whose size can be read, and an SVG that neither runs anything nor
// fetches anything. The type is read from the bytes, whatever the file is called.

export const logoBytes = 1_000_000
/** Beyond this nobody draws a logotype, and a picture only costs memory. */
const largestSide = 10_000

export interface LogoFile {
  type: 'png' | 'jpg' | 'svg'
  width: number
  height: number
}
export type LogoFault = 'missing' | 'type' | 'size' | 'dimensions' | 'unsafe'

export function readLogo(bytes: Buffer): LogoFile | LogoFault {
  if (bytes.length === 0) return 'missing'
  if (bytes.length > logoBytes) return 'size'
  const found = readPng(bytes) ?? readJpeg(bytes) ?? readSvg(bytes)
  if (found === null) return 'type'
  if (typeof found === 'string') return found
  return [found.width, found.height].every((side) => side >= 1 && side <= largestSide) ? found : 'dimensions'
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function readPng(bytes: Buffer): LogoFile | null {
  if (!bytes.subarray(0, 8).equals(pngMark) || bytes.length < 24) return null
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Walks the segments to the one that says the size: SOF0–SOF15, without the four that are something else. */
function readJpeg(bytes: Buffer): LogoFile | 'dimensions' | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { type: 'jpg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return 'dimensions'
}

/** Scripts, event handlers, entities, styles and pictures from elsewhere, other documents inside. */
const unsafe =
  /<script|<foreignObject|<iframe|\son[a-z]+\s*=|javascript:|<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|@import|href\s*=\s*["'](?!#|data:image\/(?:png|jpeg);base64,)|url\(\s*["']?(?!#)/i

function readSvg(bytes: Buffer): LogoFile | 'dimensions' | 'unsafe' | null {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const [root] = /<svg\b[^>]*>/i.exec(text) ?? []
  if (root === undefined || !/^\s*(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg\b/i.test(text)) return null
  if (unsafe.test(text)) return 'unsafe'
  const box = /\bviewBox\s*=\s*["']\s*[\d.eE+-]+[\s,]+[\d.eE+-]+[\s,]+([\d.eE+]+)[\s,]+([\d.eE+]+)/.exec(root)
  const side = (name: string) => Number(new RegExp(`\\b${name}\\s*=\\s*["']([\\d.]+)(?:px|pt|mm)?["']`).exec(root)?.[1])
  const [width, height] = box ? [Number(box[1]), Number(box[2])] : [side('width'), side('height')]
  if (!(width && height)) return 'dimensions'
  return { type: 'svg', width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
}
