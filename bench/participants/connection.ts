// One kept-alive connection that asks for a page, reads the answer whole and only then asks again: less work for each
// request than node:http takes, so that it is the server that is measured.
import net from 'node:net'

export interface Heard {
  status: number
  location: string
  body: Buffer
}

export interface Connection {
  ask(method: 'GET' | 'POST', path: string, form?: string): Promise<Heard>
  close(): void
}

const endOfHead = Buffer.from('\r\n\r\n')
const endOfChunks = Buffer.from('\r\n0\r\n\r\n')

export async function connect(port: number): Promise<Connection> {
  const socket = net.connect(port, '127.0.0.1').setNoDelay(true)
  await new Promise((connected, failed) => socket.once('connect', connected).once('error', failed))
  let heard: Buffer = Buffer.alloc(0)
  let waiting: { resolve(heard: Heard): void; reject(error: Error): void } | undefined
  socket.on('data', (chunk: Buffer) => {
    heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk])
    const answer = readAnswer(heard)
    if (!answer) return
    heard = Buffer.alloc(0)
    waiting?.resolve(answer)
  })
  socket.on('close', () => waiting?.reject(new Error(`the server hung up after ${heard.length} bytes`)))
  return {
    ask: (method, path, form) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        const about = form === undefined ? '' : `${formHead}content-length: ${Buffer.byteLength(form)}\r\n`
        const length = method === 'POST' && form === undefined ? 'content-length: 0\r\n' : ''
        socket.write(`${method} ${path} HTTP/1.1\r\n${asBrowsers}${about}${length}\r\n${form ?? ''}`)
      }),
    close: () => socket.destroy(),
  }
}

const formHead = 'content-type: application/x-www-form-urlencoded\r\n'
/** What a browser says each time. */
const asBrowsers = [
  'host: localhost',
  'accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-encoding: gzip, deflate, br, zstd',
  'accept-language: sv-SE,sv;q=0.9,en;q=0.8',
  'sec-fetch-site: same-origin',
  'user-agent: Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  '',
].join('\r\n')

/** Undefined while something is still to come. */
function readAnswer(bytes: Buffer): Heard | undefined {
  const end = bytes.indexOf(endOfHead)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const from = end + endOfHead.length
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const isWhole =
    length === undefined
      ? !/\r\ntransfer-encoding: chunked/i.test(head) || bytes.subarray(end).includes(endOfChunks)
      : bytes.length >= from + Number(length)
  if (!isWhole) return undefined
  return {
    status: Number(head.slice(9, 12)),
    location: /\r\nlocation: (.*)/i.exec(head)?.[1] ?? '',
    body: bytes.subarray(from),
  }
}
