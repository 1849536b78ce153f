// Numbers of people that may be told of anybody: who was asked, how far each came, what became of it, how it came in,
// who has a score.
import { type Disposition, dispositionOf } from '#indicators/context/dispositions.ts'
import { answerModes } from '#indicators/context/model.ts'
import { gatherPeople } from '#indicators/people.ts'
import { indicators, scales } from './questionnaire.ts'
import { answeredBy, coreOf, type RandomProject, type Subject } from './random-project.ts'
import { kinds, type Side, scoreOf, sides } from './scores.ts'
import type { Is } from './sums.ts'

/** What is counted, and who is. */
export interface Counted {
  name: string
  who: ReadonlySet<Subject>
  /** He does not know where there is nobody: everybody asked may be counted. */
  isSecret: boolean
}

type Who = readonly [name: string, is: Is]

export const outcomes = ['complete', 'partial', 'breakOff', 'refusal', 'nonContact', 'notEligible'] as const
export const stages = ['delivered', 'opened', 'started'] as const
export const participation = ['invited', 'answered from', 'answered to', 'both'] as const
/** Of a wave: who came to the one has come to those before it. */
export const stepsOf = (side: Side): readonly string[] => [
  'invited',
  ...stages.map((stage) => `${stage} ${side}`),
  `answered ${side}`,
  'both',
]
/** Those who came to a step and not to the next, by the name of the next. */
export const leftBefore = (step: string, side: Side): string => `not ${step} (${side})`

/** Everything that is counted, under the name of the first that is the same for everybody taken together. */
export function countedIn(project: RandomProject): ReadonlyMap<string, Counted> {
  const counted = new Map<string, Counted>()
  const add = (list: readonly Who[], isSecret: boolean, beside: readonly Counted[]) => {
    const known = [...beside]
    for (const [name, is] of list) {
      const who = new Set(project.people.filter(is))
      // As many in all, and one inside the other by what the two are: as many everywhere.
      const same = known.find((one) => one.who.size === who.size && who.isSubsetOf(one.who))
      const own = same ?? { name, who, isSecret }
      counted.set(name, own)
      if (!same) known.push(own)
    }
  }
  add(participationOf(), false, [])
  const answering = [...counted.values()]
  add(scoredIn(project), false, answering)
  for (const side of sides) {
    const reached = stagesOf(project, side)
    add(reached, true, answering)
    add(leftBehind(reached, side), true, [])
    // These lie inside those who answered the wave or were asked, and inside nothing else by what they are.
    const outer = ['invited', `answered ${side}`].flatMap((name) => counted.get(name) ?? [])
    for (const one of outcomesOf(project, side)) add([one], true, outer)
    for (const one of modesOf(project, side)) add([one], false, outer)
  }
  return counted
}

const participationOf = (): Who[] => [
  ['invited', () => true],
  ['answered from', ({ from }) => from !== null],
  ['answered to', ({ to }) => to !== null],
  ['both', ({ from, to }) => from !== null && to !== null],
]

/** Who has a score, and who answered all of a scale. */
function scoredIn({ scoring, isReworded }: RandomProject): Who[] {
  const scored = indicators.flatMap((indicator) =>
    kinds.flatMap((kind) =>
      sides.map(
        (side): Who => [
          `${indicator} ${kind} ${side}`,
          (person) => scoreOf(person, indicator, side, kind, scoring) !== undefined,
        ],
      ),
    ),
  )
  const whole = Object.keys(scales).flatMap((scale) =>
    sides.map(
      (side): Who => [
        `${scale} whole ${side}`,
        (person) => coreOf(scale, isReworded).every((item) => person[side]?.[item] !== undefined),
      ],
    ),
  )
  return [...scored, ...whole]
}

const modesOf = (project: RandomProject, side: Side): Who[] =>
  answerModes.map((mode) => {
    const own = new Set(answeredBy(project, side, mode))
    return [`${mode} ${side}`, (person) => own.has(person)]
  })

const waveOf = (side: Side) => (side === 'from' ? 'baseline' : 'endline')

const contactsOf = ({ input }: RandomProject, side: Side) =>
  new Map(input.contacts?.flatMap((one) => (one.wave === waveOf(side) ? [[one.participant, one]] : [])))

/** What became of each invitation. */
function outcomesOf(project: RandomProject, side: Side): Who[] {
  const contacts = contactsOf(project, side)
  const became = new Map(
    gatherPeople(project.input).map(({ participant, actorGroup, ...own }): [string, Disposition] => [
      participant,
      dispositionOf(own[side], waveOf(side), actorGroup, contacts.get(participant)),
    ]),
  )
  return outcomes.map((outcome) => [`${outcome} ${side}`, ({ id }) => became.get(id) === outcome])
}

/** How far each came: whoever answered has begun, and whoever has begun was reached. */
function stagesOf(project: RandomProject, side: Side): Who[] {
  const contacts = contactsOf(project, side)
  return stages.map((stage, at) => {
    const reached = stages.slice(at)
    return [
      `${stage} ${side}`,
      ({ id, ...own }) => own[side] !== null || reached.some((one) => contacts.get(id)?.[one] === true),
    ]
  })
}

function leftBehind(reached: readonly Who[], side: Side): Who[] {
  const known = new Map([...participationOf(), ...reached])
  const is = (step: string, person: Subject) => known.get(step)?.(person) === true
  const steps = stepsOf(side)
  return steps
    .slice(1)
    .map((step, at) => [leftBefore(step, side), (person) => is(steps[at] ?? '', person) && !is(step, person)])
}
