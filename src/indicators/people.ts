// From rows of invitations to people: one person per pseudonym, with both waves side by side.
import type { Answers } from '#survey/answer.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { Asked, ResultsInput, ResultsRules } from './model.ts'

export interface Response {
  /** The version it was given in. */
  questionnaire: Questionnaire
  answers: Answers
}

/** How one person stands in one wave. */
export interface Standing {
  invited: boolean
  response: Response | null
}

export interface Person {
  municipality: string
  actorGroup: string
  /** Belongs to a group that delivers the project, in either wave: left out of every estimate. */
  delivering: boolean
  from: Standing
  to: Standing
}

export const hasBoth = (person: Person): boolean => person.from.response !== null && person.to.response !== null

/**
 * People in the order they were first met. Who moved, or changed group, counts where the earlier wave found them.
 * @throws RangeError with a municipality that is not listed (the total would give away what the rows leave out), a
 * person asked twice in a wave, a wave that is not compared, or a version that was not handed in
 */
export function gatherPeople(input: ResultsInput): Person[] {
  const listed = new Set(input.municipalities.map(({ code }) => code))
  const delivering = new Set(deliveringGroups(input))
  const people = new Map<string, Person>()
  const rows = [input.from, input.to].flatMap(({ kind }) => input.asked.filter(({ wave }) => wave === kind))
  if (input.from.kind === input.to.kind || rows.length < input.asked.length)
    throw new RangeError('gatherPeople requires rows of the two waves compared')
  for (const row of rows) {
    if (!listed.has(row.municipality))
      throw new RangeError(`gatherPeople requires municipality ${row.municipality} in the list`)
    const person = people.get(row.participant) ?? newcomer(row)
    const standing = row.wave === input.from.kind ? person.from : person.to
    if (standing.invited) throw new RangeError(`gatherPeople requires one row for ${row.participant} in ${row.wave}`)
    standing.invited = true
    standing.response = readResponse(input, row)
    person.delivering ||= delivering.has(row.actorGroup)
    people.set(row.participant, person)
  }
  return [...people.values()]
}

/** Codes of the groups that either version leaves out of outcomes. */
export function deliveringGroups({ from, to }: Pick<ResultsRules, 'from' | 'to'>): string[] {
  const groups = [...from.questionnaire.actorGroups, ...to.questionnaire.actorGroups]
  return [...new Set(groups.filter((group) => group.excludedFromOutcomes).map(({ code }) => code))]
}

const newcomer = ({ municipality, actorGroup }: Asked): Person => ({
  municipality,
  actorGroup,
  delivering: false,
  from: { invited: false, response: null },
  to: { invited: false, response: null },
})

function readResponse(input: ResultsInput, { wave, response }: Asked): Response | null {
  if (!response) return null
  const own = wave === input.from.kind ? input.from.questionnaire : input.to.questionnaire
  const known = [own, input.from.questionnaire, input.to.questionnaire, ...(input.otherVersions ?? [])]
  const questionnaire = known.find(({ version }) => version === response.version)
  if (!questionnaire) throw new RangeError(`gatherPeople requires version ${response.version} of the questionnaire`)
  return { questionnaire, answers: response.answers }
}
