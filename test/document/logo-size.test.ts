import { expect, test } from 'vitest'
import { logoSize } from '#document/logo-size.ts'

test('A logotype that stands covers as much as one that lies, and keeps its proportions', () => {
  const lying = logoSize({ width: 400, height: 200 })
  const standing = logoSize({ width: 200, height: 400 })
  expect(lying).toEqual({ wide: 4, high: 2 })
  expect(standing).toEqual({ wide: 2, high: 4 })
})

test('A strip and a tower stay on the first page', () => {
  expect(logoSize({ width: 1000, height: 10 })).toEqual({ wide: 8, high: 0.08 })
  expect(logoSize({ width: 10, height: 1000 })).toEqual({ wide: 0.04, high: 4 })
})
