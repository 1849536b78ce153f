// The yardstick: nodemailer's own pool, sending letters of the same words with nothing remembered, to the same server
// over as many connections. Arguments: port, letters, connections, file with text and HTML of a letter as JSON.
import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'

const [port, letters, connections] = process.argv.slice(2, 5).map(Number)
const { subject, text, html } = JSON.parse(readFileSync(process.argv[5] ?? '', 'utf8')) as Record<string, string>
const transport = createTransport({
  host: '127.0.0.1',
  port: port ?? 0,
  ignoreTLS: true,
  pool: true,
  maxConnections: connections ?? 1,
  maxMessages: 100,
})
const usedBefore = process.cpuUsage()
const began = performance.now()
let next = 0
const lane = async () => {
  while (next < (letters ?? 0)) {
    const letter = next++
    await transport.sendMail({
      from: { name: 'Föreningen Bygd & Län', address: 'kontakt@bygd.example' },
      to: { name: `Deltagare ${letter}`, address: `deltagare${letter}@kommun.example` },
      subject,
      text,
      html,
    })
  }
}
await Promise.all(Array.from({ length: connections ?? 1 }, lane))
transport.close()
const { user, system } = process.cpuUsage(usedBefore)
process.send?.({ seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1000 })
process.disconnect()
