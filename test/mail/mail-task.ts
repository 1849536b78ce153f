// `npm run mail` as people and schedulers run it: a real process, a real database file, a real mail server.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { waves } from '#store/schema.ts'
import { environmentOf } from '../tasks/commands.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { makeWorld, someone, type World } from './world.ts'

const root = path.join(import.meta.dirname, '../..')

export interface Running {
  process: ChildProcess
  ended: Promise<{ code: number | null; output: string }>
}

export interface MailTask {
  world: World
  server: MailServer
  run(...words: string[]): Running
  /** As `run`, with other settings. */
  runWith(settings: NodeJS.ProcessEnv, ...words: string[]): Running
  close(): Promise<void>
}

/** A world whose wave is open at any real time: these processes look at the real clock. */
export async function setOut(people: number): Promise<MailTask> {
  const world = makeWorld(someone(people))
  world.db.update(waves).set({ closesOn: '2999-12-31' }).run()
  const keys = path.join(world.folder, 'keys')
  mkdirSync(keys)
  writeFileSync(path.join(keys, 'identity.key'), Buffer.alloc(32, 7).toString('base64'))
  const server = await startMailServer()
  const runWith = (settings: NodeJS.ProcessEnv, ...words: string[]): Running => {
    const env = {
      ...environmentOf(world.folder),
      SMTP_URL: server.url,
      BASE_URL: 'https://enkat.example',
      ...settings,
    }
    const child = spawn(process.execPath, ['src/tasks/mail.ts', ...words], { cwd: root, env })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, output })),
    )
    return { process: child, ended }
  }
  return {
    world,
    server,
    run: (...words) => runWith({}, ...words),
    runWith,
    async close() {
      await server.stop()
      world.close()
    },
  }
}
