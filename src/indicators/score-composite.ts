// Scores on an index: the mean of the scores on its parts.
import { requiredAnswers } from '#survey/scoring.ts'
import type { Columns } from './columns.ts'
import type { CompositeComparison } from './comparison.ts'
import { Room, roomsFor } from './room.ts'
import { begin, finish, ScoreMachine, singleStep, unknown } from './score-machine.ts'
import { type ScoreKind, type Scores, scoreKinds } from './scores.ts'
import { ValueNumbers } from './value-numbers.ts'

/**
 * A part counts in a pair where it is scored in both waves, so both waves are the mean of the same parts. The minimum
 * counts the parts of the definition: a core that has lost three scales of six makes no index of the rest.
 * @returns scores from those of the parts, by indicator id
 */
export function prepareComposite({
  indicator,
  obstacle,
  parts,
}: CompositeComparison): (some: Columns, scores: ReadonlyMap<string, Scores>) => Scores {
  const values = new ValueNumbers()
  const required = requiredAnswers(indicator.minimumAnswered, indicator.of.length)
  const isCompared = obstacle === null
  const rooms = roomsFor(...scoreKinds)
  const others = new Room()
  let known: ScoreMachine | undefined
  return ({ n }, scores) => {
    const ofParts = parts.flatMap((part) => scores.get(part.indicator.id) ?? [])
    known ??= new ScoreMachine(
      ofParts.map((part) => singleStep((number) => part.values.valueOf(number))),
      required,
      values,
    )
    const machine = known
    const meansOf = (kind: ScoreKind) => {
      const states = begin(rooms[kind], n)
      for (const [at, part] of ofParts.entries()) addScores(machine, at, part.values.size, part[kind], states)
      finish(machine, states)
      return states
    }
    /** Most count in their wave as they do in their pair. */
    const levelsOf = (kind: ScoreKind, pairs: ScoreKind, ofPairs: Uint32Array) => {
      const people = differing(
        ofParts.map((part) => [part[kind], part[pairs]]),
        n,
      )
      const states = begin(others, people.length)
      for (const [at, part] of ofParts.entries()) {
        const own = people.map((person) => part[kind][person] ?? 0)
        addScores(machine, at, part.values.size, own, states)
      }
      finish(machine, states)
      const levels = rooms[kind].copyOf(ofPairs)
      for (let at = 0; at < people.length; at += 1) levels[people[at] ?? 0] = states[at] ?? 0
      return levels
    }
    const nobody = (kind: ScoreKind) => rooms[kind].of(n)
    const pairFrom = isCompared ? meansOf('pairFrom') : nobody('pairFrom')
    const pairTo = isCompared ? meansOf('pairTo') : nobody('pairTo')
    const from = isCompared ? levelsOf('from', 'pairFrom', pairFrom) : nobody('from')
    const to = isCompared ? levelsOf('to', 'pairTo', pairTo) : nobody('to')
    const isWhole = (kind: ScoreKind, own: ScoreKind) => isCompared && ofParts.every((part) => part[kind] === part[own])
    const ownFrom = isWhole('from', 'ownFrom') ? from : meansOf('ownFrom')
    const ownTo = isWhole('to', 'ownTo') ? to : meansOf('ownTo')
    return { values, pairFrom, pairTo, from, to, ownFrom, ownTo }
  }
}

/** @param largest number of a score there is */
function addScores(
  machine: ScoreMachine,
  part: number,
  largest: number,
  scores: Uint32Array,
  states: Uint32Array,
): void {
  const { table, shift } = machine.ways(part, largest)
  for (let at = 0; at < states.length; at += 1) {
    const state = states[at] ?? 0
    const score = scores[at] ?? 0
    const next = table[(state << shift) | score] ?? unknown
    states[at] = next === unknown ? machine.explore(part, state, score) : next
  }
}

/** Those of whom some list says something else than the one beside it. */
function differing(lists: readonly (readonly [Uint32Array, Uint32Array])[], n: number): Uint32Array {
  const isDifferent = new Uint8Array(n)
  for (const [one, other] of lists)
    for (let person = 0; person < n; person += 1) if (one[person] !== other[person]) isDifferent[person] = 1
  const people = new Uint32Array(n)
  let size = 0
  for (let person = 0; person < n; person += 1)
    if (isDifferent[person] === 1) {
      people[size] = person
      size += 1
    }
  return people.subarray(0, size)
}
