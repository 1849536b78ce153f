// A mail server in a process of its own that takes everything and counts: asked over the channel, it tells how many
// letters it has, of how many Message-IDs.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

let letters = 0
let ids = new Set<string>()

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    let head = ''
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4096) head += chunk.toString('latin1')
    })
    stream.once('end', () => {
      letters += 1
      ids.add(/^message-id: (\S+)/im.exec(head)?.[1] ?? String(letters))
      done()
    })
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
process.send?.((server.server.address() as AddressInfo).port)
process.on('message', (word) => {
  if (word === 'forget') {
    letters = 0
    ids = new Set()
  }
  process.send?.({ letters, ids: ids.size })
})
process.once('disconnect', () => process.exit())
