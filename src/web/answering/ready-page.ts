// Pages that are the same for many, rendered and compressed once: bytes with gaps for what is one person's own, such as
// the token in its addresses. Only the gaps are filled for each request.

import { constants, crc32, deflateRawSync, type ZlibOptions } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import { LRUCache } from 'lru-cache'
import { newToken } from '#store/ids.ts'

/** What stands in the gaps, by name: plain text, each at most 65,535 bytes of it. */
export type Own<Gap extends string> = Readonly<Record<Gap, string>>

export interface ReadyPage<Gap extends string> {
  /** What stands between the gaps, one more than there are of them. */
  pieces: readonly { plain: Buffer; deflated: Buffer }[]
  gaps: readonly Gap[]
}

/**
 * Finds the page of these facts, or has it rendered.
 * @param facts all that it is made of besides what stands in the gaps: whoever they are the same for is shown the same
 */
export type KeptPages<Gap extends string> = (facts: object, render: (own: Own<Gap>) => string) => ReadyPage<Gap>

/**
 * @param gaps what differs from person to person
 * @param most so many pages are kept; those not shown for longest go first
 */
export function keepPages<Gap extends string>(gaps: readonly [Gap, ...Gap[]], most: number): KeptPages<Gap> {
  const kept = new LRUCache<string, ReadyPage<Gap>>({ max: most })
  return (facts, render) => {
    const key = JSON.stringify(facts)
    const known = kept.get(key)
    if (known) return known
    const page = prepare(gaps, render)
    kept.set(key, page)
    return page
  }
}

/** Rendered for somebody who does not exist, whose own texts cannot be taken for any other. */
function prepare<Gap extends string>(gaps: readonly Gap[], render: (own: Own<Gap>) => string): ReadyPage<Gap> {
  const standIns = new Map(gaps.map((gap) => [newToken(), gap]))
  const html = render(Object.fromEntries([...standIns].map(([standIn, gap]) => [gap, standIn])) as Own<Gap>)
  const parts = html.split(new RegExp(`(${[...standIns.keys()].join('|')})`))
  return {
    pieces: parts.filter((_, at) => at % 2 === 0).map((text) => pieceOf(text, { level: constants.Z_BEST_COMPRESSION })),
    gaps: parts.flatMap((part) => standIns.get(part) ?? []),
  }
}

/** A page that is one person's alone, and is not kept: quickly compressed. */
export const readyOnce = (html: string): ReadyPage<never> => ({
  // A window of 8 kB, which most pages fit in: to lay out a full one takes as long as all the rest.
  pieces: [pieceOf(html, { level: constants.Z_BEST_SPEED, windowBits: 13, memLevel: 7 })],
  gaps: [],
})

/** Flushed, so that other blocks may follow. */
function pieceOf(text: string, how: ZlibOptions) {
  const plain = Buffer.from(text)
  return { plain, deflated: deflateRawSync(plain, { ...how, finishFlush: constants.Z_SYNC_FLUSH }) }
}

export function sendReady<Gap extends string>(reply: FastifyReply, page: ReadyPage<Gap>, own: Own<Gap>): FastifyReply {
  const texts = page.gaps.map((gap) => Buffer.from(escapeHtml(own[gap])))
  reply.type('text/html; charset=utf-8')
  if (!acceptsGzip.test(reply.request.headers['accept-encoding'] ?? '')) return reply.send(fill(page, texts))
  return reply.header('content-encoding', 'gzip').send(fillCompressed(page, texts))
}

const acceptsGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)

const fill = <Gap extends string>({ pieces }: ReadyPage<Gap>, texts: readonly Buffer[]): Buffer =>
  Buffer.concat(pieces.flatMap(({ plain }, at) => [plain, texts[at] ?? empty]))

/** A file of gzip (RFC 1952): the pieces as they lie ready, and the gaps between them as blocks that are stored. */
function fillCompressed<Gap extends string>({ pieces }: ReadyPage<Gap>, texts: readonly Buffer[]): Buffer {
  const chunks: Buffer[] = [gzipHead]
  let sum = 0
  let length = 0
  for (const [at, { plain, deflated }] of pieces.entries()) {
    const text = texts[at] ?? empty
    sum = crc32(text, crc32(plain, sum))
    length += plain.length + text.length
    chunks.push(deflated, storedHead(text.length, at === pieces.length - 1), text)
  }
  const end = Buffer.allocUnsafe(8)
  end.writeUInt32LE(sum, 0)
  end.writeUInt32LE(length, 4)
  chunks.push(end)
  return Buffer.concat(chunks)
}

const empty = Buffer.alloc(0)
/** Deflate, no name, no time, from no system in particular. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])

/** RFC 1951, 3.2.4: whether it is the last block, and its length twice, once with every bit turned. */
function storedHead(length: number, isLast: boolean): Buffer {
  const head = Buffer.allocUnsafe(5)
  head[0] = isLast ? 1 : 0
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(0xffff - length, 3)
  return head
}
