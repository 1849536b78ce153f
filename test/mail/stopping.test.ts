// Ctrl-C on `npm start`: the terminal signals everybody in it, and npm and bin/run.mjs pass the signal on besides.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countMessages, queueInvitations } from '#store/messages.ts'
import { environmentOf } from '../tasks/commands.ts'
import { type MailTask, setOut } from './mail-task.ts'
import { waveId } from './world.ts'

let task: MailTask
beforeEach(async () => {
  task = await setOut(2)
  queueInvitations(task.world.db, waveId, 'system', Date.now())
})
afterEach(() => task.close())

test.each([
  ['start', 'SIGINT'],
  ['mail', 'SIGTERM'],
] as const)(
  '`npm run %s`: %s to the whole group, more than once, lets the letters in hand be taken',
  async (script, signal) => {
    const { world, server } = task
    server.behave({ delay: 1500 })
    const words = script === 'mail' ? ['--', 'send'] : []
    const child = spawn('npm', ['run', '--silent', script, ...words], {
      cwd: path.join(import.meta.dirname, '../..'),
      env: {
        ...environmentOf(world.folder),
        SMTP_URL: server.url,
        MAIL_FROM: 'enkat@bygden.example',
        BASE_URL: 'https://enkat.example',
        PORT: '0',
      },
      // A process group of its own, as a terminal gives each command.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const group = -(child.pid ?? Number.NaN)
    const ended = new Promise((resolve) => child.once('close', resolve))
    await vi.waitUntil(() => server.seen.length === 2, { timeout: 30_000, interval: 5 })
    process.kill(group, signal)
    await new Promise((resolve) => setTimeout(resolve, 300))
    // Whoever sees nothing happen presses it once more.
    process.kill(group, signal)
    await ended
    await vi.waitUntil(() => isGone(group), { timeout: 15_000, interval: 20 })
    expect(server.taken).toHaveLength(2)
    expect(countMessages(world.db, waveId).invitation).toMatchObject({ accepted: 2, unknown: 0, sending: 0 })
    expect(existsSync(path.join(world.folder, 'samverka.db.owner-journal'))).toBe(false)
    if (script === 'start') expect(said).toContain('Samverka avslutas när det som pågår är klart')
  },
  60_000,
)

function isGone(group: number): boolean {
  try {
    process.kill(group, 0)
    return false
  } catch {
    return true
  }
}
