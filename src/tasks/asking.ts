// Questions at the terminal, one after the other. A secret is typed unseen; answers may also come from a pipe.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

export interface Asking {
  /** Somebody sits there, and cannot see a slip in what is typed unseen. */
  isTerminal: boolean
  /** The question, and what was typed without spaces around; undefined where the input has ended or was broken off. */
  line(question: string): Promise<string | undefined>
  /** As `line`, shown nowhere and kept as it is, spaces and all. */
  secret(question: string): Promise<string | undefined>
}

/** Where answers come from and questions go; stdout is left to what a command has to say. */
export interface Console {
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream
}

/** Holds the input for as long as `body` asks. */
export async function ask<T>(
  body: (asking: Asking) => Promise<T>,
  { input, output }: Console = { input: process.stdin, output: process.stderr },
): Promise<T> {
  const isTerminal = input.isTTY === true
  let isHidden = false
  const shown = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) output.write(chunk)
      done()
    },
  })
  // No history: the arrow upwards would show what was typed unseen.
  const reader = createInterface({ input, output: shown, terminal: isTerminal, historySize: 0 })
  const lines = reader[Symbol.asyncIterator]()
  const next = async (question: string, hidden: boolean): Promise<string | undefined> => {
    reader.setPrompt(`${question}: `)
    reader.prompt()
    isHidden = hidden
    const { value, done } = await lines.next()
    isHidden = false
    if (hidden && isTerminal) output.write('\n')
    return done ? undefined : value
  }
  try {
    return await body({
      isTerminal,
      line: async (question) => (await next(question, false))?.trim(),
      secret: (question) => next(question, true),
    })
  } finally {
    reader.close()
  }
}
