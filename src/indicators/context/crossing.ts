// Three tables divide the same pairs: municipalities, actor groups, and one of ours. Where all eight of a row of ours
// live in a municipality of ten, its row less ours is two people. ../group-disclosure.ts tells how such calculations
// look; here our rows stand on one side or the other, actor groups on one side or the other with either sign, and each
// municipality takes the number that suits most of its people. Those whom it does not suit are laid bare.
import type { IndicatorResult } from '../model.ts'
import { isFew, isSafePool } from '../pooling.ts'

/** One pair: where each of the three tables counts it. */
export interface Placed {
  municipality: string
  actorGroup: string
  row: string
}

/** Divisions in two double with every row: beyond this many, the smallest are hidden, and groups are taken singly. */
const mostRows = 8

/** Names of the rows that results publish for an indicator's pairs; all others are known only together. */
export function publishedUnits({
  byMunicipality,
  byActorGroup,
}: Pick<IndicatorResult, 'byMunicipality' | 'byActorGroup'>) {
  const codes = (rows: IndicatorResult['byMunicipality'] | IndicatorResult['byActorGroup']) =>
    new Set([...rows].filter(({ change }) => change.paired.shown).map(({ code }) => code))
  return { municipalities: codes(byMunicipality), actorGroups: codes(byActorGroup) }
}
export type PublishedUnits = ReturnType<typeof publishedUnits>

/**
 * Rows to hide so that nothing published beside them lays few people bare; all of them where nothing less will do.
 * @param order rows in the order in which they are hidden
 * @param alreadyHidden too small, or covers
 */
export function hideCrossed(
  people: readonly Placed[],
  order: readonly string[],
  alreadyHidden: ReadonlySet<string>,
  units: PublishedUnits,
  threshold: number,
): ReadonlySet<string> {
  const hidden = new Set(alreadyHidden)
  const sizes = Map.groupBy(people, ({ row }) => row)
  for (const row of order.filter((one) => !hidden.has(one))) {
    const pool = [...hidden].map((one) => sizes.get(one)?.length ?? 0)
    const visible = order.filter((one) => !hidden.has(one) && sizes.has(one))
    if (visible.length <= mostRows && isSafePool(pool, threshold) && isCrossingSafe(people, visible, units, threshold))
      return hidden
    hidden.add(row)
  }
  return hidden
}

/** Whether no calculation of this kind rests on somebody, but fewer than the threshold. */
export function isCrossingSafe(
  people: readonly Placed[],
  visible: readonly string[],
  units: PublishedUnits,
  threshold: number,
): boolean {
  const cells = cellsOf(people, visible, units)
  const groups = [...units.actorGroups].filter((code) => people.some(({ actorGroup }) => actorGroup === code))
  const signed = [none, ...sidesOf(groups).flatMap((side) => [side, new Map([...side].map(([code]) => [code, -1]))])]
  return sidesOf(visible).every((rows) =>
    signed.every((actors) => !isFew(countLaidBare(cells, rows, actors), threshold)),
  )
}

type Side = ReadonlyMap<string, number>
const none: Side = new Map()

interface Cell {
  row: string
  actorGroup: string
  n: number
}

/** People by municipality (those without a row of their own as one), our row and group (likewise). */
function cellsOf(people: readonly Placed[], visible: readonly string[], units: PublishedUnits): readonly Cell[][] {
  const shownRows = new Set(visible)
  const place = (name: string, shown: ReadonlySet<string>) => (shown.has(name) ? name : '')
  const byMunicipality = Map.groupBy(people, ({ municipality }) => place(municipality, units.municipalities))
  return [...byMunicipality.values()].map((own) =>
    [...Map.groupBy(own, (one) => `${place(one.row, shownRows)}\n${place(one.actorGroup, units.actorGroups)}`)].map(
      ([key, together]) => {
        const [row = '', actorGroup = ''] = key.split('\n')
        return { row, actorGroup, n: together.length }
      },
    ),
  )
}

/** Every way to put some of the names on the one side, nobody excepted; singly where there are too many. */
function sidesOf(names: readonly string[]): Side[] {
  if (names.length > mostRows) return names.map((name) => new Map([[name, 1]]))
  return Array.from({ length: 2 ** names.length - 1 }, (_, at) => {
    const bits = at + 1
    return new Map(names.filter((_name, place) => bits & (1 << place)).map((name) => [name, 1]))
  })
}

function countLaidBare(municipalities: readonly (readonly Cell[])[], rows: Side, actors: Side): number {
  let bare = 0
  for (const cells of municipalities) {
    const byNumber = new Map<number, number>()
    let people = 0
    for (const { row, actorGroup, n } of cells) {
      const number = (rows.get(row) ?? 0) + (actors.get(actorGroup) ?? 0)
      byNumber.set(number, (byNumber.get(number) ?? 0) + n)
      people += n
    }
    bare += people - Math.max(0, ...byNumber.values())
  }
  return bare
}
