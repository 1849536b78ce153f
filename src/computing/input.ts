// What results are computed from: everybody asked in two waves, and the rules that are the same on every road.
import { orderRows } from '#cuts/rows.ts'
import type { ContextInput } from '#indicators/context/model.ts'
import type { Asked, ResultsInput, ResultsRules } from '#indicators/model.ts'
import { getQuestionnaire } from '#store/catalogue.ts'
import { countAsked } from '#store/columns.ts'
import { readContacts, readSeatsHeld } from '#store/contacts-made.ts'
import type { Database } from '#store/database.ts'
import { getSmallestGroup, listMunicipalities } from '#store/projects.ts'
import { readAsked } from '#store/responses.ts'
import type { Wave } from '#store/waves.ts'

/** Groups smaller than this are never shown, unless a project has a larger number of its own. */
export const threshold = 5
/** A person has changed when the score moved by more than this many points of 100. */
export const noticeableChange = 5
/** What it is does not matter, only that it stays. */
const bootstrapSeed = 20170901
/** Rows up to which a bootstrap is drawn: its time grows with them, and its interval comes to be Student's. */
const drawnUpTo = 4000

/** What decides results besides the answers. @param rows people asked, over both waves */
export const rulesFor = (rows: number, smallestGroup: number = threshold) =>
  ({
    threshold: smallestGroup,
    noticeableChange,
    ...(rows <= drawnUpTo ? { bootstrapSeed } : {}),
  }) satisfies Partial<ResultsRules>

/** Two waves of one project, the earlier first. */
export interface WavePair {
  from: Wave
  to: Wave
}

/** What decides the results of two waves besides the answers. */
export function readRules(db: Database, { from, to }: WavePair) {
  const asked = ({ id }: Wave) => countAsked(db, id, drawnUpTo + 1)
  const questionnaireOf = (wave: Wave) => getQuestionnaire(db, wave.questionnaireId, wave.questionnaireVersion)
  return {
    from: { kind: from.kind, questionnaire: questionnaireOf(from) },
    to: { kind: to.kind, questionnaire: questionnaireOf(to) },
    municipalities: listMunicipalities(db, from.projectId).map(({ code, name }) => ({ code, name })),
    ...rulesFor(asked(from) + asked(to), getSmallestGroup(db, from.projectId)),
  } satisfies ResultsRules
}

/** Everything the results of two waves are computed from, people known by their pseudonyms. */
export function readInput(db: Database, pair: WavePair): ResultsInput {
  const { from, to } = pair
  return { ...readRules(db, pair), asked: orderRows([from, to].flatMap((wave) => [...askedIn(db, wave)])) }
}

/** What surrounds results is computed from letters and seats besides. */
export const readContextInput = (db: Database, { from, to }: WavePair): ContextInput => ({
  ...readInput(db, { from, to }),
  contacts: [from, to].flatMap((wave) => readContacts(db, wave)),
  memberships: readSeatsHeld(db, from.projectId, to.closedAt ?? Number.MAX_SAFE_INTEGER),
})

function* askedIn(db: Database, wave: Wave): Generator<Asked> {
  for (const { pseudonym, municipality, actorGroup, response } of readAsked(db, wave.id))
    yield {
      participant: pseudonym,
      municipality,
      actorGroup,
      wave: wave.kind,
      response: response && { version: response.version, answers: response.answers },
    }
}
