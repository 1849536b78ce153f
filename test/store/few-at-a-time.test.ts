import { expect, test } from 'vitest'
import { fewAtATime } from '#store/few-at-a-time.ts'

test('so many work at once, so many wait in turn, the rest are sent away; and a failure makes room too', async () => {
  const begun: number[] = []
  const ends: ((failed: boolean) => void)[] = []
  const work = fewAtATime(
    (which: number) =>
      new Promise<number>((resolve, reject) => {
        begun.push(which)
        ends.push((failed) => (failed ? reject(new Error('failed')) : resolve(which)))
      }),
    { atOnce: 2, inLine: 2 },
  )
  const asked = [work(1), work(2), work(3), work(4)]
  const settled = Promise.allSettled(asked)
  await expect(work(5)).rejects.toMatchObject({ code: 'too_many_tries' })
  expect(begun).toEqual([1, 2])
  ends[0]?.(true)
  await expect(asked[0]).rejects.toThrow('failed')
  await Promise.resolve()
  expect(begun).toEqual([1, 2, 3])
  for (let at = 1; at < 4; at += 1) {
    await new Promise(setImmediate)
    ends[at]?.(false)
  }
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  const later = work(6)
  await new Promise(setImmediate)
  ends[4]?.(false)
  expect(await later).toBe(6)
})
