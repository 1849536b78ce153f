// A logotype in SVG as text: what encoding it is in, what stands before its root, what it refers to, how large it is.
import type { LogoFault, LogoFile } from './logo-file.ts'

/** Scripts, event handlers, styles and pictures from elsewhere, other documents inside. */
const unsafe =
  /<script|<foreignObject|<iframe|\son[a-z]+\s*=|javascript:|<\?xml-stylesheet|@import|href\s*=\s*["'](?!#|data:image\/(?:png|jpe?g);base64,)|url\((?!\s*(?:["']|&quot;|&apos;|&#3[49];)?\s*#)/i

/** @returns null where it is no SVG at all */
export function readSvg(bytes: Buffer): LogoFile | LogoFault | null {
  const text = decode(bytes)
  const opening = prologOf(text ?? bytes.toString('latin1'))
  if (opening === null) return null
  if (text === null) return 'encoding'
  if (opening.definesEntities) return 'entities'
  if (unsafe.test(text)) return 'unsafe'
  if (!/\sxmlns(?::[\w-]+)?\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(opening.root)) return 'namespace'
  const size = sizeOf(opening.root)
  if (size === null) return 'dimensions'
  return { type: 'svg', bytes: Buffer.from(opening.prolog + text.slice(opening.rootAt)), ...size }
}

/** @returns null where the bytes are not what they say that they are */
function decode(bytes: Buffer): string | null {
  const [, declared] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? []
  const mark = bytes.toString('hex', 0, 2)
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : (declared ?? 'utf-8')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

interface Opening {
  /** What stands before the root, without document type and encoding: it is kept as UTF-8, and nobody fetches a DTD. */
  prolog: string
  definesEntities: boolean
  root: string
  rootAt: number
}

/** Steps through what may stand before the root. @returns null where the root is no svg */
function prologOf(text: string): Opening | null {
  const part = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(\[[^\]]*\]\s*)?>/iy
  const kept: string[] = []
  let definesEntities = false
  let rootAt = 0
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    const [whole, subset] = found
    if (subset !== undefined) definesEntities ||= /[^\s[\]]/.test(subset)
    if (whole.startsWith('<?xml ')) kept.push(whole.replace(/\sencoding\s*=\s*(["'])[\w.:-]+\1/, ' encoding="UTF-8"'))
    else if (!/^<!DOCTYPE/i.test(whole)) kept.push(whole)
    rootAt = part.lastIndex
  }
  const [root] = /^<(?:[\w-]+:)?svg\b[^>]*>/.exec(text.slice(rootAt)) ?? []
  return root === undefined ? null : { prolog: kept.join(''), definesEntities, root, rootAt }
}

/** Whole numbers of any unit: only their relation counts. */
function sizeOf(root: string): { width: number; height: number } | null {
  const box = /\sviewBox\s*=\s*["']\s*[\d.eE+-]+[\s,]+[\d.eE+-]+[\s,]+([\d.eE+]+)[\s,]+([\d.eE+]+)/.exec(root)
  const side = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px|pt|pc|mm|cm|in)?\\s*["']`).exec(root)?.[1])
  const [width, height] = box ? [Number(box[1]), Number(box[2])] : [side('width'), side('height')]
  if (!(width && height)) return null
  const isCoarse = Math.min(width, height) < 100 && !(Number.isInteger(width) && Number.isInteger(height))
  const whole = (length: number) => Math.round(isCoarse ? 100 * length : length)
  return { width: whole(width), height: whole(height) }
}
