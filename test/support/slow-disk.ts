// A disk that takes what it is given when it is told to: what must wait for it is seen to wait.
import fs from 'node:fs'
import { expect, vi } from 'vitest'

/** Until `vi.restoreAllMocks()`. */
export function slowDisk() {
  const arrivals: ((error: Error | null) => void)[] = []
  vi.spyOn(fs, 'fdatasync').mockImplementation((_file, arrived) => void arrivals.push(arrived as (typeof arrivals)[0]))
  const asked = (times: number) => vi.waitFor(() => expect(arrivals).toHaveLength(times), { timeout: 20_000 })
  return { asked, arrive: (error: Error | null = null) => arrivals.at(-1)?.(error) }
}
