// Whoever sends a letter now and then holds a connection for half a minute at most, whatever part of a request it is.
import net from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

/** How Node finds them: what is past its time is let go when it is next looked for. */
type Patience = { headersTimeout: number; requestTimeout: number; connectionsCheckingInterval: number }
const patience = (): Patience => world.app.server as unknown as Patience

test('what is slow is let go within thirty seconds, and what is not has nearly all of them', () => {
  const { headersTimeout, requestTimeout, connectionsCheckingInterval } = patience()
  for (const longest of [headersTimeout, requestTimeout]) {
    expect(longest + connectionsCheckingInterval).toBeLessThanOrEqual(30_000)
    expect(longest).toBeGreaterThanOrEqual(25_000)
  }
})

const body = 'POST /session HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-www-form-urlencoded\r\n'
test.each([
  ['says nothing', '', ''],
  ['sends one letter and waits', 'G', ''],
  ['sends its headers letter by letter', 'GET / HTTP/1.1\r\nhost: a\r\nx-slow: ', 'a'],
  ['sends its form letter by letter', `${body}content-length: 100000\r\n\r\nemail=`, 'a'],
  ['sends its form in pieces without end', `${body}transfer-encoding: chunked\r\n\r\n`, '1\r\na\r\n'],
  [
    'is served, and then sends letter by letter',
    'GET /session HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nx-slow: ',
    'a',
  ],
])('who %s is let go by the server', async (_what, first, piece) => {
  // As quick as a test should be: the letters come more often than the server looks.
  Object.assign(patience(), { headersTimeout: 400, requestTimeout: 400, connectionsCheckingInterval: 50 })
  const base = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const socket = net.connect(Number(new URL(base).port), '127.0.0.1')
  const letGo = new Promise((closed) => socket.once('close', closed))
  // A letter that comes after the end is answered by a reset.
  socket.on('error', () => undefined).resume()
  socket.write(first)
  const letters = setInterval(() => piece !== '' && socket.write(piece), 20)
  await letGo
  clearInterval(letters)
})
