// Reads the JSON that is published, figure by figure. A figure whose address is not known here is an error: somebody
// has to say of whom it is a sum before the attacker can vouch for it.
import type { Json } from '#cuts/canonical-json.ts'
import { listFigures } from '#cuts/figures.ts'
import { pointsOfItem } from './questionnaire.ts'
import { type Side, sides } from './scores.ts'
import { type Column, everybody, type Scope, type Told } from './told.ts'

type Reader = readonly [address: RegExp, read: (parts: Record<string, string>) => readonly Told[]]

const nothing = () => []
const scopeOf = ({ rows, code = '' }: Record<string, string>): Scope =>
  rows === 'byMunicipality' ? { is: 'municipality', code } : rows === 'byActorGroup' ? { is: 'group', code } : everybody
const indicator =
  (column: (parts: Record<string, string>) => Column) =>
  (parts: Record<string, string>): Told[] => [
    { of: 'indicator', indicator: parts.id ?? '', scope: scopeOf(parts), column: column(parts) },
  ]

const row = `^indicators/(?<id>[^/]+)/(?:(?<rows>overall|byMunicipality|byActorGroup)/)(?:(?<code>[^/]+)/)?`
const levels = `levels/(?<side>from|to)/(?<kind>core|own)/`
const levelColumn = ({ side, kind }: Record<string, string>): Column =>
  kind === 'core' ? (side === 'from' ? 'from' : 'to') : side === 'from' ? 'ownFrom' : 'ownTo'

const ofResults: readonly Reader[] = [
  [/^(from|to)\/(kind|version)$|^threshold$|^noticeableChange$|^core\/|^indicators\/[^/]+\/core\//, nothing],
  // Functions of the table beside them: test/indicators/model-from-table.test.ts.
  [/^indicators\/[^/]+\/(model|test)(\/|$)/, nothing],
  [/^match\/excluded\/groups$/, nothing],
  [/^match\/excluded\//, () => [{ of: 'delivering' }]],
  [/^match\/overall\//, () => [{ of: 'match', scope: everybody }]],
  [
    /^match\/byMunicipality\/(?<code>[^/]+)\//,
    ({ code = '' }) => [{ of: 'match', scope: { is: 'municipality', code } }],
  ],
  [new RegExp(`${row}compositionWarning$`), nothing],
  [new RegExp(`${row}(paired|finding|test|shrunken)(/|$)`), indicator(() => 'paired')],
  [new RegExp(`${row}all/`), indicator(() => 'all')],
  [new RegExp(`^indicators/(?<id>[^/]+)/${levels}`), indicator(levelColumn)],
  [new RegExp(`${row}${levels}`), indicator(levelColumn)],
]

/** @throws Error with a figure that nobody has told the attacker about */
export const readResultsJson = (text: string): Told[] => read(JSON.parse(text) as Json, ofResults)

function read(tree: Json, readers: readonly Reader[]): Told[] {
  return listFigures(tree)
    .filter(({ withheld, value }) => !withheld && value !== null)
    .flatMap(({ path }) => readAddress(path.join('/'), readers))
}

/** What each address is a sum of: all projects have nearly the same. */
const known = new Map<readonly Reader[], Map<string, readonly Told[]>>()

function readAddress(address: string, readers: readonly Reader[]): readonly Told[] {
  const own = known.get(readers) ?? new Map<string, readonly Told[]>()
  known.set(readers, own)
  const found = own.get(address) ?? matchAddress(address, readers)
  own.set(address, found)
  return found
}

function matchAddress(address: string, readers: readonly Reader[]): readonly Told[] {
  for (const [pattern, reader] of readers) {
    const match = pattern.exec(address)
    if (match) return reader({ ...match.groups })
  }
  throw new Error(`the attacker has not been told what ${address} is a sum of`)
}

const ofContext: readonly Reader[] = [
  [/^detectable\/|^grids\/met\/(strongest|about)(\/|$)|\/(indicators|reversed|looksBackOn|wave)$/, nothing],
  // Point by point: pointsIn.
  [/^distributions\//, nothing],
  [/^goals\/targets\/[^/]+\/target$|^goals\/importance\/[^/]+\/minimalImportantChange$/, nothing],
  [/^goals\/targets\/(?<id>[^/]+)\/level\//, indicator(() => 'to')],
  [/^goals\/importance\/(?<id>[^/]+)\/change\//, indicator(() => 'paired')],
  // Made of the cells that are shown.
  [/^grids\/met\/(from|to)\//, nothing],
  [/^items\/(?<item>[^/]+)\/change\//, ({ item = '' }) => [{ of: 'item', item }]],
  [
    /^responseShift\/THEN\/(?<what>recalibration|adjusted|prospective)\//,
    ({ what }) => [{ of: 'shift', what: what as 'recalibration' }],
  ],
  // Of the whole project: told in any case (publish.ts).
  [/^responses\/(from|to|retention|turnover)(\/|$)/, nothing],
  [
    /^responses\/modes\/(?<side>from|to)\/(?<mode>[^/]+)\/count$/,
    ({ side, mode = '' }) => [{ of: 'mode', mode, side: side as 'from' }],
  ],
  // A share is of those who answered, whose number is told in any case.
  [/^responses\/respondents\/([^/]+\/item|.+\/shareOf[A-Z][a-z]+)$/, nothing],
  [
    /^responses\/respondents\/(?<criterion>sex|age)\/rows\/(?<code>[^/]+)\/(?<column>either|from|to|both)$/,
    ({ criterion, code = '', column }) => [
      { of: 'respondents', criterion: criterion as 'sex', code, column: column as 'both' },
    ],
  ],
  [
    /^responses\/(?<rows>byMunicipality|byActorGroup)\/(?<code>[^/]+)\/(?<block>funnel|dispositions|turnover)\//,
    (parts) => [{ of: parts.block as 'funnel', scope: scopeOf(parts) }],
  ],
  [/^attrition\/byActorGroup\/(?<code>[^/]+)\/counts\//, ({ code = '' }) => [{ of: 'stayers', group: code }]],
]

/** The bytes of a cut: results with their context. @throws Error as readResultsJson */
export function readCut(text: string): Told[] {
  const { context, ...results } = JSON.parse(text) as { readonly [key: string]: Json }
  const tree = context as unknown as ContextTree
  return [...read(results, ofResults), ...readContext(tree), ...pointsIn(tree, results as unknown as ResultsTree)]
}

/** The points of a distribution or its sides, the two highest beside an item, and the ends of a scale of one item. */
function pointsIn({ items, distributions }: ContextTree, { indicators }: ResultsTree): Told[] {
  const told = (item: string, side: Side, codes: readonly number[]): Told => ({
    of: 'points',
    item,
    side,
    codes,
  })
  return sides.flatMap((side) => [
    ...distributions.flatMap(({ item, spread }) =>
      spread.shown ? spread.value.groups.map(({ codes }) => told(item, side, codes)) : [],
    ),
    ...items.flatMap(({ item, change }) =>
      change.shown && change.value.topTwo?.[side].count != null ? [told(item, side, pointsOfItem(item).slice(-2))] : [],
    ),
    ...indicators.flatMap(({ core, levels }) => {
      const [item] = core.items
      const pairs = items.find((one) => one.item === item)?.change
      const level = levels[side].core
      if (item === undefined || core.items.length > 1 || !pairs?.shown || !level.shown) return []
      // Of the same people, where everybody of the wave has a pair.
      const { n, ends } = level.value
      if (!ends.shown || n !== pairs.value.n) return []
      return [
        ...(ends.value.floor.shown ? [told(item, side, pointsOfItem(item).slice(0, 1))] : []),
        ...(ends.value.ceiling.shown ? [told(item, side, pointsOfItem(item).slice(-1))] : []),
      ]
    }),
  ])
}

/** What has no name of its own in the tree is read from its place. */
function readContext({ dose, grids, perceived, attrition, quality, ...named }: ContextTree): Told[] {
  return [
    ...quality.flatMap(toldOfQuality),
    ...read({ ...named, attrition: { byActorGroup: attrition.byActorGroup } }, ofContext),
    ...attrition.byIndicator.flatMap(({ indicator, estimate }): Told[] =>
      estimate.shown ? [{ of: 'leavers', indicator, classes: estimate.value.weighted.classes }] : [],
    ),
    ...dose.flatMap(({ categories }) =>
      categories.flatMap(({ code, change }): Told[] =>
        change.shown ? [{ of: 'dose', category: String(code ?? 'none') }] : [],
      ),
    ),
    ...grids.flatMap(({ about, rows }) =>
      rows.flatMap(({ groups, cells }) =>
        cells.flatMap((cell, at): Told[] =>
          cell.shown ? [{ of: 'cell', group: groups.join(), item: about[at]?.item ?? '' }] : [],
        ),
      ),
    ),
    ...perceived.flatMap(({ points }) =>
      points.flatMap(({ code, count }): Told[] => (count.shown ? [{ of: 'perceived', point: String(code) }] : [])),
    ),
  ]
}

/** Coefficients of those who answered all of a scale; the share at an end is of everybody who has a score. */
function toldOfQuality({ indicator, wave, reliability, extremes }: Quality): Told[] {
  const side = wave === 'baseline' ? 'from' : 'to'
  const hasEnd = extremes.shown && (extremes.value.floor.shown || extremes.value.ceiling.shown)
  return [
    ...(reliability.shown ? [{ of: 'reliability', scale: indicator, side } as const] : []),
    ...(hasEnd ? [{ of: 'indicator', indicator, scope: everybody, column: side } as const] : []),
  ]
}

type Told_ = { shown: boolean }
type Quality = {
  indicator: string
  wave: string
  reliability: Told_
  extremes: Ends
}
type Ends = { shown: boolean; value: { floor: Told_; ceiling: Told_ } }
type Level = { shown: boolean; value: { n: number; ends: Ends } }
type ResultsTree = {
  indicators: { core: { items: string[] }; levels: { from: { core: Level }; to: { core: Level } } }[]
}
type Top = { count: number | null }
type ContextTree = {
  attrition: {
    byIndicator: { indicator: string; estimate: { shown: boolean; value: { weighted: { classes: string[][] } } } }[]
    byActorGroup: Json
  }
  dose: { categories: { code: number | string | null; change: Told_ }[] }[]
  grids: { about: { item: string }[]; rows: { groups: string[]; cells: Told_[] }[] }[]
  quality: Quality[]
  perceived: { points: { code: number; count: Told_ }[] }[]
  items: { item: string; change: { shown: boolean; value: { n: number; topTwo: { from: Top; to: Top } | null } } }[]
  distributions: { item: string; spread: { shown: boolean; value: { groups: { codes: number[] }[] } } }[]
} & { readonly [key: string]: Json }
