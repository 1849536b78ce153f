// How answers came in: on the web, on paper, by telephone, from a file. Rows of one table for each wave, whose total is
// always known.
import { type CountTable, crossCounts, listTold } from '../margins.ts'
import type { Person } from '../people.ts'
import { smallestFirst } from '../pooling.ts'
import { shown, withheld } from '../published.ts'
import { hiddenRows } from './disclosure.ts'
import { type AnswerMode, answerModes, type ModeCount, type ResponseAccount } from './model.ts'

/** Rows of the other tables that divide the same people, as published. */
export type ShownRows = Pick<CountTable, 'municipalities' | 'groups'>

/**
 * A mode is hidden where few came by it, with others that cover it, and where a hidden count of few would follow from
 * the municipalities or the actor groups beside it.
 * @param answered those who answered in the wave
 * @returns one row a mode; none where it is not known of everybody how the answer came
 */
export function countModes(
  answered: readonly Person[],
  modeOf: ReadonlyMap<string, AnswerMode>,
  beside: ShownRows,
  threshold: number,
): ModeCount[] {
  const known = answered.flatMap((person) => {
    const mode = modeOf.get(person.participant)
    return mode ? [{ ...person, mode }] : []
  })
  if (known.length === 0 || known.length < answered.length) return []
  const counts = new Map(answerModes.map((mode) => [mode, known.filter((one) => one.mode === mode).length]))
  const hidden = new Set<string>(hiddenRows(new Map([...counts].map(([mode, n]) => [mode, [n]])), threshold))
  const toldWith = (shownModes: readonly AnswerMode[]): string[] => {
    const groups = new Set(shownModes)
    const byMunicipality = divide(known, ({ municipality }) => municipality)
    const byActorGroup = divide(known, ({ actorGroup }) => actorGroup)
    return listTold(
      [
        { counts: byMunicipality, municipalities: beside.municipalities, groups },
        { counts: byActorGroup, municipalities: beside.groups, groups },
      ],
      threshold,
    )
  }
  // Of municipalities and groups, what the other tables might tell by themselves is not this one's to keep.
  const anyway = new Set(toldWith([]).filter((row) => !counts.has(row as AnswerMode)))
  const tellsMore = () => toldWith(answerModes.filter((mode) => !hidden.has(mode))).some((row) => !anyway.has(row))
  for (const mode of smallestFirst([...counts].filter(([, n]) => n > 0))) if (tellsMore()) hidden.add(mode)
  return answerModes.map((code) => ({
    code,
    count: hidden.has(code) ? withheld('suppressed') : shown(counts.get(code) ?? 0),
  }))
}

/** Ways that the counts do not tell to be nobody's: a hidden one may be somebody's. None where none is counted. */
export const modesUsed = ({ from, to }: NonNullable<ResponseAccount['modes']>): AnswerMode[] =>
  answerModes.filter((mode) =>
    [...from, ...to].some(({ code, count }) => code === mode && !(count.shown && count.value === 0)),
  )

type Answered = Person & { mode: AnswerMode }

/** People by row of another table, and there by mode. */
const divide = (people: readonly Answered[], rowOf: (person: Answered) => string) =>
  crossCounts(people, rowOf, ({ mode }) => mode)
