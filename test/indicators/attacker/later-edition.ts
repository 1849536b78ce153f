// The same project some time later: late answers have come in after a wave was opened again, people have been erased,
// the register has been corrected. Changes are few or many, spread out or all in one place.

import { actorGroups } from './questionnaire.ts'
import { answers, generator, type Random, type RandomProject, type Subject, withPeople } from './random-project.ts'

export function laterOf(project: RandomProject): RandomProject {
  const random = generator(project.seed * 7919)
  const change = [answerLate, erase, correct][Math.floor(random() * 3)] ?? answerLate
  const place =
    random() < 0.7 ? (project.municipalities[Math.floor(random() * project.municipalities.length)] ?? '') : null
  const isHere = ({ municipality }: Subject) => place === null || municipality === place
  const atMost = random() < 0.3 ? 1 + Math.floor(random() * 3) : 5 + Math.floor(random() * 8)
  return withPeople(project, change(project.everybody, isHere, atMost, random, project.municipalities))
}

type Change = (
  people: readonly Subject[],
  isHere: (person: Subject) => boolean,
  atMost: number,
  random: Random,
  municipalities: readonly string[],
) => Subject[]

const some = (people: readonly Subject[], is: (person: Subject) => boolean, atMost: number) =>
  new Set(people.filter(is).slice(0, atMost))

const answerLate: Change = (people, isHere, atMost, random) => {
  const late = some(people, (person) => isHere(person) && (person.from === null || person.to === null), atMost)
  const fillIn = (wave: 'from' | 'to', group: string) => answers(random, { wave, group, dose: 1, skips: 0 })
  return people.map((person) =>
    late.has(person)
      ? { ...person, from: person.from ?? fillIn('from', person.group), to: person.to ?? fillIn('to', person.group) }
      : person,
  )
}

const erase: Change = (people, isHere, atMost) => {
  const erased = some(people, isHere, atMost)
  return people.filter((person) => !erased.has(person))
}

/** Another municipality, or another group. */
const correct: Change = (people, isHere, atMost, random, municipalities) => {
  const moved = some(people, isHere, atMost)
  const pick = (names: readonly string[]) => names[Math.floor(random() * names.length)] ?? ''
  const corrected = random() < 0.5 ? { municipality: pick(municipalities) } : { group: pick(actorGroups) }
  return people.map((person) => (moved.has(person) && person.group !== 'HSL' ? { ...person, ...corrected } : person))
}
