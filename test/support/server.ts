// The real thing: a server process on an empty folder and a free port, as `npm start` runs it.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface RunningServer {
  base: string
  dataDir: string
  pid: number
  /** All it has printed. */
  output(): string
  /** Sends the signal and waits for the end; returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** Stops it and removes its folder. */
  remove(): Promise<void>
}

const root = path.join(import.meta.dirname, '../..')

export async function startServer(
  args: readonly string[] = [],
  dataDir = emptyFolder(),
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const usual = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', SMTP_URL: '', BASE_URL: '' }
  const env = { ...process.env, ...usual, ...settings }
  const child = spawn(process.execPath, ['src/server.ts', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const base = await addressFrom(child, () => printed)
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return {
    base,
    dataDir,
    pid: child.pid ?? 0,
    output: () => printed,
    stop,
    async remove() {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const emptyFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'samverka-server-'))

function addressFrom(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`no address within 30 s:\n${printed()}`)), 30_000)
    const look = () => {
      const address = /http:\/\/localhost:\d+/.exec(printed())?.[0]
      if (!address) return
      clearTimeout(deadline)
      resolve(address)
    }
    child.stdout?.on('data', look)
    child.once('exit', (code) => {
      clearTimeout(deadline)
      reject(new Error(`the server ended with ${code}:\n${printed()}`))
    })
  })
}
