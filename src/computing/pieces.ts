// An outcome on its way from the thread, in pieces: to read the results of a whole country at once would keep everybody
// else waiting for a tenth of a second. Between two pieces others are served.
import { setImmediate } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'

/** Elements of a list in one piece: some municipalities with all that is said of them, read in a millisecond. */
const atOnce = 32

/** Elements of the list that stands where the names lead to. */
interface Run {
  path: readonly string[]
  elements: readonly unknown[]
}

/** The outcome without the elements of its long lists, then these. */
export function takeApart(outcome: unknown): Uint8Array<ArrayBuffer>[] {
  const runs: Run[] = []
  const frame = withoutLongLists(outcome, [], runs)
  return [frame, ...runs].map((piece) => new Uint8Array(serialize(piece)))
}

/** @param pieces from takeApart */
export async function putTogether(pieces: readonly Uint8Array[]): Promise<unknown> {
  const [frame, ...runs] = pieces
  const outcome: unknown = frame && deserialize(frame)
  for (const piece of runs) {
    await setImmediate()
    const { path, elements } = deserialize(piece) as Run
    const list = path.reduce((within, name) => (within as Record<string, unknown>)[name], outcome)
    if (Array.isArray(list)) for (const element of elements) list.push(element)
  }
  return outcome
}

function withoutLongLists(value: unknown, path: readonly string[], runs: Run[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value) && value.length > atOnce) {
    for (let start = 0; start < value.length; start += atOnce)
      runs.push({ path, elements: value.slice(start, start + atOnce) })
    return []
  }
  const inside = ([name, field]: [string, unknown]) => [name, withoutLongLists(field, [...path, name], runs)] as const
  const fields = Object.entries(value).map(inside)
  return Array.isArray(value) ? fields.map(([, field]) => field) : Object.fromEntries(fields)
}
