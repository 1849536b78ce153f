// A queue before work that holds up others: hashing takes a thread that files and compression wait for too.
import { Problem } from '#errors.ts'

/**
 * @param most pieces of work at once, and in line behind them
 * @returns work as given, done in the order asked for
 * @throws Problem 'too_many_tries' where the line is full: whoever asks a thousand times waits for none of them
 */
export function fewAtATime<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
  most: { atOnce: number; inLine: number },
): (...args: Args) => Promise<Result> {
  const line: (() => void)[] = []
  let atWork = 0
  return async (...args) => {
    if (atWork < most.atOnce) atWork += 1
    else if (line.length >= most.inLine) throw new Problem('too_many_tries')
    // Whoever is done hands the place on.
    else await new Promise<void>((resolve) => line.push(resolve))
    try {
      return await work(...args)
    } finally {
      const next = line.shift()
      if (next) next()
      else atWork -= 1
    }
  }
}
