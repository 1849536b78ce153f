// Random projects to attack: who was asked, in which municipality and group, and what they answered. Everything that
// can be known about who took part is counted here anew, not taken from the code under test.
import type { AnswerMode, Contact, ContextInput, Membership } from '#indicators/context/model.ts'
import type { Asked } from '#indicators/model.ts'
import type { Answers } from '#survey/answer.ts'
import {
  actorGroups,
  type Criterion,
  criteria,
  doses,
  itemOf,
  perceivedPoints,
  questionnaireOf,
  rewordedItem,
  scales,
} from './questionnaire.ts'
import { type Scoring, scoringOf } from './scores.ts'

export interface Subject {
  id: string
  municipality: string
  group: string
  from: Answers | null
  to: Answers | null
}

export interface RandomProject {
  seed: number
  /** Everybody, those who deliver the project included. */
  everybody: readonly Subject[]
  /** Those whose answers make the results. */
  people: readonly Subject[]
  municipalities: readonly string[]
  /** One item was reworded between the waves. */
  isReworded: boolean
  scoring: Scoring
  input: ContextInput
}

export type Random = () => number

const contactItems = scales.G ?? []
const scored = ['D', 'E', 'F', 'N'].flatMap((id) => scales[id] ?? [])

/** Three to six municipalities of up to sixteen people in four groups; some skip questions, some leave, some refuse. */
export function randomProject(seed: number): RandomProject {
  const random = generator(seed)
  const municipalities = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, at) => `m${at}`)
  const isReworded = random() < 0.25
  const staff = random() < 0.3 ? 0.1 : 0
  // Where nobody skips a question, figures of one measure follow from those of another; where some do, what is left of
  // such a calculation are the few who did.
  const skips = random() < 0.4 ? 0 : 0.12 * random()
  const loyal = 0.55 + 0.45 * random()
  const contacts: Contact[] = []
  const everybody: Subject[] = []
  for (const municipality of municipalities) {
    const mix = actorGroups.map(() => random() ** 2)
    const leaning = Math.floor(random() * doses.length)
    const stays = random() < 0.3 ? 1 : loyal
    for (let left = Math.floor(random() * 17); left > 0; left -= 1) {
      const id = `p${everybody.length}`
      const group = random() < staff ? 'HSL' : (actorGroups[pick(random, mix)] ?? 'AA')
      const dose = random() < 0.6 ? leaning : Math.floor(random() * doses.length)
      const answerIn = (wave: 'from' | 'to') =>
        random() < stays ? answers(random, { wave, group, dose, skips: random() < 0.5 ? skips : 0 }) : null
      everybody.push({ id, municipality, group, from: answerIn('from'), to: answerIn('to') })
      if (random() < 0.3) contacts.push({ participant: id, wave: 'baseline', refused: random() < 0.5, delivered: true })
    }
  }
  return describe({ seed, everybody, municipalities, isReworded }, contacts)
}

/** The same project with other people in it. */
export const withPeople = (project: RandomProject, everybody: readonly Subject[]): RandomProject =>
  describe({ ...project, everybody }, project.input.contacts ?? [])

/** Those whose answer came in this way. */
export function answeredBy({ people, input }: RandomProject, side: 'from' | 'to', wanted: AnswerMode): Subject[] {
  const wave = side === 'from' ? 'baseline' : 'endline'
  const noted = input.contacts?.filter((one) => one.wave === wave && one.mode === wanted) ?? []
  const own = new Set(noted.map(({ participant }) => participant))
  return people.filter((person) => person[side] !== null && own.has(person.id))
}

/** A number from 0 to 1 for each person and purpose: the same whoever else there is. */
function drawFor(seed: number, purpose: string): number {
  return generator([...purpose].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), seed))()
}

/** Letters that came back, links opened and answers begun; some turn out not to belong to those who should be asked. */
const withStages = (contacts: readonly Contact[], seed: number): Contact[] =>
  contacts.map((contact) => {
    const draw = (stage: string) => drawFor(seed, `${stage} ${contact.wave} ${contact.participant}`)
    return {
      ...contact,
      delivered: draw('delivered') < 0.9,
      opened: draw('opened') < 0.7,
      started: draw('started') < 0.5,
      notEligible: draw('not eligible') < 0.1,
    }
  })

/** Everybody holds a seat; some have it after another, some have left it, some withdrew. */
function seatsOf({ id, municipality, group }: Subject, seed: number): Membership[] {
  const draw = (what: string) => drawFor(seed, `${what} ${id}`)
  const own = { participant: id, seat: id, municipality, actorGroup: group }
  const holder = { ...own, left: draw('left') < 0.2, withdrawn: draw('withdrawn') < 0.1 }
  const before = { ...own, participant: `${id} before`, left: true, withdrawn: false }
  return draw('replaced') < 0.15 ? [before, holder] : [holder]
}

/** How each answer came in, noted of everybody: most on the web, in one municipality many on paper. */
function withModes(everybody: readonly Subject[], contacts: readonly Contact[], seed: number): Contact[] {
  const random = generator(seed + 1_000_003)
  const paper = random() * 0.4
  const telephone = random() < 0.5 ? 0 : random() * 0.25
  /** The same for the same person, whoever else there is. */
  const draw = ({ id, municipality }: Subject, wave: string) => {
    const onPaper = municipality === 'm0' ? paper * 3 : paper
    const drawn = drawFor(seed, `${wave} ${id}`)
    return drawn < onPaper ? 'paper' : drawn < onPaper + telephone ? 'telephone' : 'web'
  }
  return everybody.flatMap((person) =>
    (['from', 'to'] as const).flatMap((side): Contact[] => {
      const wave = side === 'from' ? 'baseline' : 'endline'
      const noted = contacts.find((one) => one.participant === person.id && one.wave === wave)
      if (!noted && !person[side]) return []
      return [{ participant: person.id, wave, ...noted, ...(person[side] ? { mode: draw(person, wave) } : {}) }]
    }),
  )
}

/**
 * Said of sex and age, most of them often: null where nothing is. One in ten says so in one wave only, and one in ten
 * grows older in between; both count by what was said first.
 */
export function saidOf({ seed }: Pick<RandomProject, 'seed'>, { id, from, to }: Subject, criterion: Criterion) {
  const draw = (what: string) => drawFor(seed + 2_000_003, `${criterion} ${what} ${id}`)
  const codes = criteria[criterion]
  const first = codes[Math.floor(draw('code') ** 2 * codes.length)] ?? codes[0]
  const isGiven = (wave: string) => draw(wave) > 0.15
  const given = {
    from: from && isGiven('from') ? first : null,
    to: to && isGiven('to') ? (draw('older') < 0.1 ? codes.at(-1) : first) : null,
  }
  return { ...given, counts: given.from ?? given.to }
}

/** With the answers on sex and age, which are drawn for each person: whoever else there is. */
function withCriteria(project: Pick<RandomProject, 'seed'>, person: Subject, side: 'from' | 'to'): Answers | null {
  const own = person[side]
  if (!own) return null
  const said = (['sex', 'age'] as const).flatMap((criterion) => {
    const { [side]: code } = saidOf(project, person, criterion)
    return code == null ? [] : [[itemOf[criterion], code] as const]
  })
  return { ...own, ...Object.fromEntries(said) }
}

function describe(
  drawn: Pick<RandomProject, 'seed' | 'everybody' | 'municipalities' | 'isReworded'>,
  contacts: readonly Contact[],
): RandomProject {
  const { everybody, municipalities, isReworded, seed } = drawn
  const [first, second] = [questionnaireOf(1), questionnaireOf(isReworded ? 2 : 1)]
  const row = (person: Subject, side: 'from' | 'to'): Asked => {
    const answers = withCriteria({ seed }, person, side)
    return {
      participant: person.id,
      municipality: person.municipality,
      actorGroup: person.group,
      wave: side === 'from' ? 'baseline' : 'endline',
      response: answers && { version: side === 'from' ? first.version : second.version, answers },
    }
  }
  const people = everybody.filter(({ group }) => group !== 'HSL')
  return {
    ...drawn,
    people,
    scoring: scoringOf(people, isReworded),
    input: {
      from: { kind: 'baseline', questionnaire: first },
      to: { kind: 'endline', questionnaire: second },
      municipalities: municipalities.map((code) => ({ code, name: code })),
      threshold: 5,
      noticeableChange: 5,
      asked: everybody.flatMap((person) => [row(person, 'from'), row(person, 'to')]),
      contacts: withStages(withModes(everybody, contacts, seed), seed),
      memberships: everybody.flatMap((person) => seatsOf(person, seed)),
    },
  }
}

/** Answers of one wave; each question is skipped with the given probability. */
export function answers(
  random: Random,
  { wave, group, dose, skips }: { wave: 'from' | 'to'; group: string; dose: number; skips: number },
): Answers {
  const asked = [
    ...scored,
    ...contactItems.filter((item) => item !== `G_${group}`),
    ...(wave === 'to' ? ['THEN', 'PERC', 'DOSE'] : []),
  ]
  return Object.fromEntries(
    asked.flatMap((item) => (random() < skips ? [] : [[item, item === 'DOSE' ? dose : answerTo(random, item)]])),
  )
}

function answerTo(random: Random, item: string): number {
  if (item === 'PERC') return perceivedPoints[Math.floor(random() * perceivedPoints.length)] ?? 0
  if (item === 'NOW' || item === 'THEN') return Math.floor(random() * 11)
  return 1 + Math.floor(random() * (contactItems.includes(item) ? 6 : 5))
}

function pick(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((a, b) => a + b, 0)
  return weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
}

/** Items of a scale that both versions measure alike. */
export const coreOf = (scale: string, isReworded: boolean): readonly string[] =>
  (scales[scale] ?? []).filter((item) => !isReworded || item !== rewordedItem)

/** Mulberry32: the same project for the same seed. */
export function generator(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
