// Random projects to attack, and what everybody in them said, counted here anew.
import type { Contact, ContextInput } from '#indicators/context/model.ts'
import type { Answers } from '#survey/answer.ts'
import { inputOf, type PersonDraft } from './project.ts'

export const actorGroups = ['AA', 'BB', 'CC', 'DD']
export const scaleItems = ['D1', 'D2', 'D3']
export const contactItems = ['G_AA', 'G_BB', 'G_CC']
const doses = [0, 1, 2, 3]

export interface Subject {
  municipality: string
  group: string
  from: Answers | null
  to: Answers | null
}

export interface RandomProject {
  input: ContextInput
  people: readonly Subject[]
  municipalities: readonly string[]
}

/** Three to six municipalities of up to sixteen people in four groups; some skip questions, some leave, some refuse. */
export function randomProject(seed: number): RandomProject {
  const random = generator(seed)
  const municipalities = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, at) => `m${at}`)
  const gaps = random() < 0.3 ? 0 : 0.12 * random()
  const loyal = 0.6 + 0.4 * random()
  /** Municipalities differ in who takes part, so that rows of two tables nearly cover each other. */
  const mixes = new Map(municipalities.map((code) => [code, actorGroups.map(() => random() ** 2)]))
  const leanings = new Map(municipalities.map((code) => [code, Math.floor(random() * 4)]))
  const contacts: Contact[] = []
  const people: (PersonDraft & Subject)[] = []
  for (const municipality of municipalities)
    for (let left = Math.floor(random() * 17); left > 0; left -= 1) {
      const id = `p${people.length}`
      const group = actorGroups[pick(random, mixes.get(municipality) ?? [])] ?? 'AA'
      const dose = random() < 0.6 ? (leanings.get(municipality) ?? 0) : (doses[Math.floor(random() * 4)] ?? 0)
      const fillIn = (later: boolean): Answers | null => {
        if (random() > loyal) return null
        const contacts = contactItems.filter((item) => item !== `G_${group}`)
        const given = [...scaleItems, 'E1', 'NOW', ...contacts, ...(later ? ['THEN', 'PERC', 'DOSE'] : [])]
        return Object.fromEntries(
          given.flatMap((item) => (random() < gaps ? [] : [[item, item === 'DOSE' ? dose : answerTo(random, item)]])),
        )
      }
      if (random() < 0.3) contacts.push({ participant: id, wave: 'baseline', refused: random() < 0.5, delivered: true })
      people.push({ id, municipality, group, from: fillIn(false), to: fillIn(true) })
    }
  const input = inputOf(people, { contacts })
  return {
    input: { ...input, municipalities: municipalities.map((code) => ({ code, name: code })) },
    people,
    municipalities,
  }
}

function answerTo(random: () => number, item: string): number {
  if (item === 'PERC') return Math.floor(random() * 5) - 2
  if (item === 'NOW' || item === 'THEN') return Math.floor(random() * 11)
  return 1 + Math.floor(random() * 5)
}

function pick(random: () => number, weights: readonly number[]): number {
  let left = random() * weights.reduce((a, b) => a + b, 0)
  return weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
}

/** Mulberry32: the same project for the same seed. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
