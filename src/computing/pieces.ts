// An outcome on its way from the thread, in pieces: to read the results of a whole country at once would keep everybody
// else waiting for a tenth of a second. Between two pieces others are served.
import { setImmediate } from 'node:timers/promises'
import { deserialize, serialize } from 'node:v8'

/** The outcome without the elements of its lists, then each element apart. */
export function takeApart(outcome: unknown): Uint8Array[] {
  if (typeof outcome !== 'object' || outcome === null) return [serialize(outcome)]
  const entries = Object.entries(outcome)
  const frame = entries.map(([key, value]) => [key, Array.isArray(value) ? [] : value])
  const elements = entries.flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((element: unknown) => [key, element]) : [],
  )
  return [Object.fromEntries(frame), ...elements].map((piece) => serialize(piece))
}

/** @param pieces from takeApart */
export async function putTogether(pieces: readonly Uint8Array[]): Promise<unknown> {
  const [frame, ...elements] = pieces
  const outcome: unknown = frame && deserialize(frame)
  for (const piece of elements) {
    await setImmediate()
    const [key, element] = deserialize(piece) as [key: string, element: unknown]
    const list = (outcome as Record<string, unknown>)[key]
    if (Array.isArray(list)) list.push(element)
  }
  return outcome
}
