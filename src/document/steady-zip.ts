// A Word file is a ZIP of XML, written with the hour of the making and with names drawn by chance. Here both go, so that
// the same report is the same bytes.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

export interface Entry {
  name: string
  bytes: Buffer
}

const localMark = 0x04034b50
const centralMark = 0x02014b50
const endMark = 0x06054b50
/** 1 January 1980, the first day that a ZIP can say; midnight. */
const day = 0x0021
const deflated = 8

/** The files of a ZIP without encryption and below 4 GB, as we wrote it ourselves. */
export function readZip(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const count = zip.readUInt16LE(end + 10)
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    entries.push({ name, bytes: method === deflated ? inflateRawSync(packed) : Buffer.from(packed) })
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

/** The files in their order, every one with the same time. */
export function writeZip(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const title = Buffer.from(name, 'utf8')
    const common = Buffer.alloc(26)
    // Version 2.0, names in UTF-8, deflated.
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(deflated, 4)
    common.writeUInt16LE(day, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    files.push(word(localMark), common, title, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(word(centralMark), half(20), common, rest, title)
    offset += 4 + common.length + title.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, listed, word(endMark), end])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

/**
 * Names drawn by chance, and numbers counted on from the file before, become numbers in the order they are met; and the
 * hour that of the report.
 */
export function steady(zip: Buffer, madeAt: number): Buffer {
  const linkNumber = numbering()
  const bookmarkNumber = numbering()
  const headingNumber = numbering()
  const time = new Date(madeAt).toISOString()
  let pictures = 0
  const mended = readZip(zip).map(({ name, bytes }) => {
    if (!/\.(xml|rels)$/.test(name)) return { name, bytes }
    const text = bytes
      .toString('utf8')
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${time}`)
      .replace(/\brId([a-z0-9_-]{21})(?=")/g, (_, drawn: string) => `rIdL${linkNumber(drawn)}`)
      .replace(
        /(<w:bookmark(?:Start|End) [^>]*?\bw:id=")(\d+)"/g,
        (_, start: string, counted: string) => `${start}${bookmarkNumber(counted)}"`,
      )
      .replace(/\b_Toc(\d+)\b/g, (_, counted: string) => `_Toc${headingNumber(counted)}`)
      .replace(/(<wp:docPr [^>]*?\bid=")\d+"/g, (_, start: string) => {
        pictures += 1
        return `${start}${pictures}"`
      })
    return { name, bytes: Buffer.from(text, 'utf8') }
  })
  return writeZip(mended)
}

/** Gives each name the number of its turn, from 1. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>()
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, number)
    return number
  }
}
