// Tries whether logotypes can be drawn, in a process of its own: a picture may keep the program that draws it busy for
// hours, or bring it down (elements nested a hundred thousand deep do), and nobody else shall notice.
import { fork } from 'node:child_process'
import type { DrawableLogo } from './logo-drawing.ts'

/** `letters`: signs that the report's font lacks. `heavy`: still at it when time was up. `damaged`: all else. */
export type DrawingFault = 'damaged' | 'letters' | 'heavy'
interface TriedLogo {
  /** From 0, in the order given. */
  at: number
  fault: DrawingFault
}
/** What the process says: once when it has started, then of each logotype it was sent. */
export type TrialWord = 'started' | { fault: DrawingFault | null }
type Heard = TrialWord | 'ended' | 'late'

/** Milliseconds to start, and for one logotype; a tenth of a second is what they take. */
const usualPatience = 15_000

interface Trying {
  /** Milliseconds for each. */
  patience?: number
  /** Ends the process, which may hear nothing else. */
  signal?: AbortSignal
}

/**
 * @returns the first that cannot be drawn, or null
 * @throws Error where the process could not start, and the signal's reason
 */
export async function findUndrawable(
  logos: readonly DrawableLogo[],
  { patience = usualPatience, signal }: Trying = {},
): Promise<TriedLogo | null> {
  if (logos.length === 0) return null
  const trial = startTrial(signal)
  try {
    const first = await trial.hear(usualPatience)
    signal?.throwIfAborted()
    if (first !== 'started') throw new Error('the process that tries logotypes did not start')
    for (const [at, logo] of logos.entries()) {
      trial.send(logo)
      const fault = faultIn(await trial.hear(patience))
      signal?.throwIfAborted()
      if (fault !== null) return { at, fault }
    }
    return null
  } finally {
    trial.end()
  }
}

function faultIn(word: Heard): DrawingFault | null {
  if (word === 'late') return 'heavy'
  return typeof word === 'string' ? 'damaged' : word.fault
}

function startTrial(signal: AbortSignal | undefined) {
  // It has no use for the server's settings, and whoever broke it shall not find them there.
  const child = fork(new URL('./logo-trial-process.ts', import.meta.url), {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: 'ignore',
    killSignal: 'SIGKILL',
    ...(signal ? { signal } : {}),
  })
  let heard = Promise.withResolvers<Heard>()
  child.on('message', (word: TrialWord) => heard.resolve(word))
  child.on('exit', () => heard.resolve('ended'))
  // It could not be started, or is gone when it is spoken to.
  child.on('error', () => heard.resolve('ended'))
  return {
    send(logo: DrawableLogo): void {
      heard = Promise.withResolvers()
      child.send(logo)
    },
    async hear(patience: number): Promise<Heard> {
      const late = Promise.withResolvers<'late'>()
      const timer = setTimeout(() => late.resolve('late'), patience)
      return Promise.race([heard.promise, late.promise]).finally(() => clearTimeout(timer))
    },
    end(): void {
      child.kill('SIGKILL')
    },
  }
}
