// People as the context needs them: with the name under which they were asked, and the groups they belong to.
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { ResultsInput } from '../model.ts'
import { gatherPeople, type Person } from '../people.ts'

export interface Respondent extends Person {
  participant: string
}

/** In the order of gatherPeople, delivering groups included. Throws as gatherPeople does. */
export function gatherRespondents(input: ResultsInput): Respondent[] {
  const waves = [input.from, input.to].map(({ kind }) => input.asked.filter(({ wave }) => wave === kind))
  const names = [...new Set(waves.flat().map(({ participant }) => participant))]
  return gatherPeople(input).map((person, at) => ({ ...person, participant: names[at] ?? '' }))
}

/** The two waves' own versions, and every other that somebody answered in. */
export function versionsInUse({ from, to }: ResultsInput, people: readonly Person[]): Questionnaire[] {
  const answered = people.flatMap((person) => [person.from.response, person.to.response])
  return [
    ...new Set([
      from.questionnaire,
      to.questionnaire,
      ...answered.flatMap((response) => response?.questionnaire ?? []),
    ]),
  ]
}
