// Every published figure has one address; editions that tell a person are caught.
import { describe, expect, test } from 'vitest'
import type { Json } from '#cuts/canonical-json.ts'
import { compareEditions } from '#cuts/editions.ts'
import { faultsInWords } from '#cuts/fault-text.ts'
import { findFieldName } from '#cuts/fields.ts'
import { listFigures, pathText } from '#cuts/figures.ts'
import { type PublishedResults, publishedTree, publishResults } from '#cuts/published-results.ts'
import { computeResults } from '#indicators/compute.ts'
import { computeContext } from '#indicators/context/compute.ts'
import type { ContextInput } from '#indicators/context/model.ts'
import type { Asked } from '#indicators/model.ts'
import { v1, v2 } from '../survey/samverkan.ts'

const addressed = (tree: Json) =>
  Object.fromEntries(listFigures(tree).map(({ path, value }) => [pathText(path), value]))

describe('addresses', () => {
  test('members go by id or code, intervals by their ends, labels have none', () => {
    const tree = {
      indicators: [
        {
          indicator: { id: 'D', title: { sv: 'Dialog' } },
          core: { items: ['D1', 'D2'] },
          byMunicipality: [
            { code: '0482', name: 'Flen', change: { paired: { shown: true, value: { n: 6, interval: [1.5, 2] } } } },
            { code: '0781', name: 'Ljungby', change: { paired: { shown: false, reason: 'too_few' } } },
          ],
        },
      ],
    }
    expect(addressed(tree)).toEqual({
      'indicators/D/core/items': 'D1, D2',
      'indicators/D/byMunicipality/0482/paired/n': 6,
      'indicators/D/byMunicipality/0482/paired/interval/low': 1.5,
      'indicators/D/byMunicipality/0482/paired/interval/high': 2,
      'indicators/D/byMunicipality/0781/paired': 'too_few',
    })
  })

  test('a list whose members nothing tells apart goes by place, and edges by their two ends', () => {
    expect(
      addressed({ bins: [3, 4], edges: [{ from: 'LUG', to: 'FTG', mean: 2 }], pairs: [{ id: 'a' }, { id: 'a' }] }),
    ).toEqual({
      'bins/1': 3,
      'bins/2': 4,
      'edges/LUG-FTG/from': 'LUG',
      'edges/LUG-FTG/to': 'FTG',
      'edges/LUG-FTG/mean': 2,
      'pairs/1/id': 'a',
      'pairs/2/id': 'a',
    })
  })

  test('codes of answers are names as well, those who gave none have one, and codes counted together are one text', () => {
    expect(
      addressed({
        points: [
          { code: -1, count: 5 },
          { code: null, count: 6 },
        ],
        quality: [
          { indicator: 'D', wave: 'baseline', n: 30 },
          { indicator: 'D', wave: 'endline', n: 31 },
        ],
        groups: [{ codes: [1, 2], from: 5 }],
      }),
    ).toEqual({
      'points/-1/count': 5,
      'points/none/count': 6,
      'quality/D-baseline/indicator': 'D',
      'quality/D-baseline/wave': 'baseline',
      'quality/D-baseline/n': 30,
      'quality/D-endline/indicator': 'D',
      'quality/D-endline/wave': 'endline',
      'quality/D-endline/n': 31,
      'groups/1/codes': '1, 2',
      'groups/1/from': 5,
    })
  })

  test('a figure is explained by the nearest group that has words of its own for it', () => {
    expect(findFieldName(['indicators', 'D', 'overall', 'all', 'interval', 'low'])).toBe('all_interval')
    expect(findFieldName(['indicators', 'D', 'overall', 'paired', 'interval', 'high'])).toBe('interval')
    expect(findFieldName(['indicators', 'all', 'overall', 'paired', 'n'])).toBe('n')
    expect(findFieldName(['somewhere', 'else'])).toBeUndefined()
  })
})

const municipalities = [
  { code: '0482', name: 'Flen' },
  { code: '0781', name: 'Ljungby' },
]

function published(input: ContextInput): PublishedResults {
  const results = computeResults(input)
  return { ...results, context: computeContext(input, results) }
}

/** People of each municipality who answered 2 and then 4 on everything about dialogue, but for the last of Flen. */
function edition(flen: number, ljungby: number, lastOfFlen = 4): PublishedResults {
  const people = [
    ...Array.from({ length: flen }, (_, at) => ({ municipality: '0482', last: at === flen - 1 })),
    ...Array.from({ length: ljungby }, () => ({ municipality: '0781', last: false })),
  ]
  const asked = people.flatMap(({ municipality, last }, at): Asked[] =>
    (['baseline', 'endline'] as const).map((wave) => {
      const level = wave === 'baseline' ? 2 : last ? lastOfFlen : 4
      const answers = { D1: level, D2: level, D3: level, D4: level }
      const version = wave === 'baseline' ? 1 : 2
      return { participant: `P${at}`, municipality, actorGroup: 'LUG', wave, response: { version, answers } }
    }),
  )
  return published({
    from: { kind: 'baseline', questionnaire: v1 },
    to: { kind: 'endline', questionnaire: v2 },
    municipalities,
    asked,
    threshold: 5,
    noticeableChange: 5,
  })
}

describe('a new edition', () => {
  test.each<[string, PublishedResults, boolean]>([
    ['of the same figures may stand beside the old', edition(8, 9), true],
    ['with one person more may not', edition(9, 9), false],
    ['with four persons fewer may not', edition(8, 5), false],
    ['with five persons more may', edition(13, 9), true],
    ['in which somebody answered otherwise may not', edition(8, 9, 5), false],
    ['in which a group has become too small may not', edition(3, 9), false],
  ])('%s', (_what, next, allowed) => {
    expect(compareEditions(edition(8, 9), next, 5).length === 0).toBe(allowed)
  })

  test('of the same answers may have other values, by a changed formula or other last digits, and nothing else', () => {
    const [before, other] = [edition(8, 9), edition(8, 9, 5)]
    expect(compareEditions(before, other, 5).map(({ reason }) => reason)).toContain('same_number')
    expect(compareEditions(before, other, 5, 'same')).toEqual([])
    expect(compareEditions(before, edition(3, 9), 5, 'same').map(({ reason }) => reason)).toContain('disappears')
    expect(compareEditions(before, edition(9, 9), 5, 'same').map(({ reason }) => reason)).toContain('few_differ')
  })

  test('of changed answers has the same number where it differs by rounding alone', () => {
    const before = edition(8, 9)
    const nudged = (by: number) => {
      const next = structuredClone(before)
      for (const { overall } of next.indicators) if (overall.paired.shown) overall.paired.value.meanChange *= 1 + by
      return compareEditions(before, next, 5)
    }
    expect(nudged(1e-10)).toEqual([])
    expect(nudged(1e-8).map(({ path }) => path)).toContain('indicators/D/overall/paired')
  })

  test('that is refused names places in words, each once', () => {
    const before = edition(8, 9)
    const words = faultsInWords(compareEditions(before, edition(9, 9), 5), before, 'sv')
    expect(words.map(({ place }) => place)).toContain(
      'Samtal · Per kommun · Flen · Förändring bland dem som har poäng båda gångerna',
    )
    expect(new Set(words.map(({ place, reason }) => `${place} ${reason}`)).size).toBe(words.length)
    const left = [
      'indicators/D/byMunicipality/hidden/from',
      'match/byMunicipality/hidden/both',
      'indicators/D/byMunicipality/0482/unpairedTo',
    ].map((path) => ({ path, reason: 'left_over' as const }))
    expect(faultsInWords(left, before, 'sv').map(({ place }) => place)).toEqual([
      'Samtal · Per kommun',
      'Per kommun',
      'Samtal · Per kommun · Flen',
    ])
  })
})

test('what is published tells no reader whether few or nobody is hidden', () => {
  const { context, ...results } = edition(8, 3)
  const text = publishResults(results, context)
  expect(text).not.toContain('suppressed')
  expect(addressed(publishedTree(text))['indicators/D/byMunicipality/0781/paired']).toBe('too_few')
})
