// Themes and quotes: what is shown cannot be taken apart into what fewer than the threshold wrote.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreeOn } from '#indicators/coder-agreement.ts'
import { municipalitiesBesideQuotes, publishCategoryCounts } from '#indicators/open-answers.ts'

const told = (mentions: Record<string, number>, people: number) =>
  Object.fromEntries(
    [...publishCategoryCounts(new Map(Object.entries(mentions)), people, 5)].map(([category, count]) => [
      category,
      count.shown ? count.value : null,
    ]),
  )

describe('how many mention a category', () => {
  test('is told where five do and five do not, and nobody where nobody does', () => {
    expect(told({ a: 5, b: 15, c: 0 }, 20)).toEqual({ a: 5, b: 15, c: 0 })
  })

  test('is withheld where four do, and the smallest other covers it', () => {
    expect(told({ a: 4, b: 6, c: 9 }, 20)).toEqual({ a: null, b: null, c: 9 })
  })

  test('is withheld where all, or all but four, do: it would tell what each of them wrote', () => {
    expect(told({ a: 20, b: 16, c: 15 }, 20)).toEqual({ a: null, b: null, c: 15 })
  })

  test('is withheld where fewer than five answered, and where there is no cover', () => {
    expect(told({ a: 4, b: 2 }, 4)).toEqual({ a: null, b: null })
    expect(told({ a: 3, b: 0 }, 20)).toEqual({ a: null, b: null })
  })

  test('refuses more mentions than people', () => {
    expect(() => told({ a: 6 }, 5)).toThrow(RangeError)
  })

  test('leaves hidden nobody, or two categories with five mentions between them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const mentions = new Map(counts.map((count, at) => [`c${at}`, count]))
        const published = publishCategoryCounts(mentions, 40, 5)
        const hidden = [...mentions].filter(([category]) => !published.get(category)?.shown)
        for (const [category, count] of mentions) {
          const figure = published.get(category)
          if (figure?.shown) expect([count === 0 || count >= 5, 40 - count >= 5]).toEqual([true, true])
        }
        const between = hidden.filter(([, count]) => count > 0)
        const sum = between.reduce((total, [, count]) => total + count, 0)
        if (hidden.length < mentions.size && sum > 0) expect([between.length >= 2, sum >= 5]).toEqual([true, true])
      }),
    )
  })
})

describe('the municipality beside a quote', () => {
  const named = (answered: Record<string, number>) => [...municipalitiesBesideQuotes(new Map(Object.entries(answered)))]

  test('stands where ten answered', () => {
    expect(named({ a: 10, b: 25 })).toEqual(['a', 'b'])
  })

  test('is left out of another too, where one alone would be told by having none', () => {
    expect(named({ a: 9, b: 12, c: 30 })).toEqual(['c'])
    expect(named({ a: 4, b: 4, c: 12, d: 30 })).toEqual(['d'])
    expect(named({ a: 6, b: 6, c: 12, d: 30 })).toEqual(['c', 'd'])
  })

  test('stands nowhere, where there is nothing to hide it among', () => {
    expect(named({ a: 9 })).toEqual([])
    expect(named({ a: 3, b: 2 })).toEqual([])
  })
})

describe('two coders', () => {
  const coded = (first: string, second: string) => ({ first: new Set(first), second: new Set(second) })

  test('agree per category, and on the answer where all of it is the same', () => {
    const agreement = agreeOn([coded('ab', 'ab'), coded('a', 'b'), coded('', ''), coded('b', 'ab')], ['a', 'b'])
    expect([agreement?.n, agreement?.same]).toEqual([4, 2])
    // a: both 1, first alone 1, second alone 1, neither 1. po = 0.5 = pe.
    expect(agreement?.byCategory.get('a')).toMatchObject({ share: 0.5, kappa: 0 })
    // b: both 2, second alone 1, neither 1. po = 0.75, pe = (2 * 3 + 2 * 1) / 16 = 0.5
    expect(agreement?.byCategory.get('b')).toMatchObject({ share: 0.75, kappa: 0.5 })
  })

  test('of nothing have nothing to agree on', () => {
    expect(agreeOn([], ['a'])).toBeNull()
  })
})
