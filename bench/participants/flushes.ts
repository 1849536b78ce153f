// How fast the disk is: 4 kB written and waited for, again and again. It sets the limit of whatever commits one by one.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Flushes a second of the disk that the folder is on. */
export function countFlushes(folder: string, seconds: number): number {
  const name = path.join(folder, 'flushes')
  const file = openSync(name, 'w')
  const page = Buffer.alloc(4096, 1)
  const start = performance.now()
  let flushes = 0
  while (performance.now() - start < 1000 * seconds) {
    writeSync(file, page, 0, page.length, flushes * page.length)
    fdatasyncSync(file)
    flushes += 1
  }
  const took = (performance.now() - start) / 1000
  closeSync(file)
  rmSync(name)
  return flushes / took
}
