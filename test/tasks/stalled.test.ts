// A laptop falls asleep in the middle of a request: nobody else may have to wait for it when the server is stopped.
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../support/server.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 40_000)
afterAll(() => server.remove())

test('a server that is asked to stop ends in bounded time, whoever hangs on to it', async () => {
  const socket = connect(Number(new URL(server.base).port), '127.0.0.1')
  await once(socket, 'connect')
  const closed = once(socket, 'close')
  socket.on('error', () => undefined)
  socket.write(
    'POST /session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 99\r\n\r\nemail=',
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  const asked = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - asked).toBeLessThan(14_000)
  await closed
  expect(server.output()).toContain('Samverka avslutas när det som pågår är klart')
}, 40_000)
