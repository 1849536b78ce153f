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
  /** The name they were asked under. */
  participant: string
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
  const add = addRows(input)
  const people = new Map<string, Person>()
  const rows = [input.from, input.to].flatMap(({ kind }) => input.asked.filter(({ wave }) => wave === kind))
  if (rows.length < input.asked.length) throw new RangeError('gatherPeople requires rows of the two waves compared')
  for (const row of rows) people.set(row.participant, add(row, people.get(row.participant)))
  return [...people.values()]
}

/**
 * The same of a million people one by one, from the rows of each wave ordered by participant.
 * @throws RangeError as gatherPeople
 */
export function* pairPeople(rules: ResultsRules, from: Iterable<Asked>, to: Iterable<Asked>): Generator<Person> {
  const add = addRows(rules)
  const [earlier, later] = [from[Symbol.iterator](), to[Symbol.iterator]()]
  let [one, other] = [earlier.next(), later.next()]
  while (!one.done || !other.done) {
    const { participant } =
      one.done || (!other.done && other.value.participant < one.value.participant) ? other.value : one.value
    let person: Person | undefined
    for (; !one.done && one.value.participant === participant; one = earlier.next()) person = add(one.value, person)
    for (; !other.done && other.value.participant === participant; other = later.next())
      person = add(other.value, person)
    if (person) yield person
  }
}

/** Adds a row to the person it is about, or to a new one. */
function addRows(rules: ResultsRules & Pick<ResultsInput, 'otherVersions'>) {
  const { from, to } = rules
  if (from.kind === to.kind) throw new RangeError('gatherPeople requires rows of two waves')
  const listed = new Set(rules.municipalities.map(({ code }) => code))
  const delivering = new Set(deliveringGroups(rules))
  const readResponse = responseReader(rules)
  return (row: Asked, person: Person = newcomer(row)): Person => {
    if (!listed.has(row.municipality))
      throw new RangeError(`gatherPeople requires municipality ${row.municipality} in the list`)
    const standing = row.wave === from.kind ? person.from : person.to
    if (standing.invited) throw new RangeError(`gatherPeople requires one row for ${row.participant} in ${row.wave}`)
    standing.invited = true
    standing.response = readResponse(row)
    person.delivering ||= delivering.has(row.actorGroup)
    return person
  }
}

/** Codes of the groups that either version leaves out of outcomes. */
export function deliveringGroups({ from, to }: Pick<ResultsRules, 'from' | 'to'>): string[] {
  const groups = [...from.questionnaire.actorGroups, ...to.questionnaire.actorGroups]
  return [...new Set(groups.filter((group) => group.excludedFromOutcomes).map(({ code }) => code))]
}

const newcomer = ({ participant, municipality, actorGroup }: Asked): Person => ({
  participant,
  municipality,
  actorGroup,
  delivering: false,
  from: { invited: false, response: null },
  to: { invited: false, response: null },
})

/** Which version a response was given in: where two have one number, that of its own wave. */
function responseReader({ from, to, otherVersions = [] }: ResultsRules & Pick<ResultsInput, 'otherVersions'>) {
  const known = [from.questionnaire, to.questionnaire, ...otherVersions]
  const versionsIn = (own: Questionnaire) =>
    new Map([own, ...known].toReversed().map((questionnaire) => [questionnaire.version, questionnaire]))
  const [earlier, later] = [versionsIn(from.questionnaire), versionsIn(to.questionnaire)]
  return ({ wave, response }: Asked): Response | null => {
    if (!response) return null
    const questionnaire = (wave === from.kind ? earlier : later).get(response.version)
    if (!questionnaire) throw new RangeError(`gatherPeople requires version ${response.version} of the questionnaire`)
    return { questionnaire, answers: response.answers }
  }
}
