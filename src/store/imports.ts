// Earlier responses from a checked file: all of them kept, or none. Whom the file names and the project does not know
// becomes a participant without an address, who can never be written to.
import { and, eq } from 'drizzle-orm'
import type { ResponseRow } from '#intake/responses.ts'
import { type Database, immediately, type Transaction } from './database.ts'
import { type Actor, recordEvent } from './events.ts'
import { type Identity, normaliseAddress } from './identity.ts'
import { newId } from './ids.ts'
import { recordResponseIn } from './responses.ts'
import { invitations, participants, personAddresses, persons, responses, seats } from './schema.ts'
import { currentAddress } from './taking-part.ts'
import { openWave, type Wave } from './waves.ts'

export type WhyUnmatched =
  /** An e-mail address of nobody in the project: an address is never kept as a participant's name. */
  | 'address_unknown'
  /** A new participant, and the file does not say where or in which group. */
  | 'place_missing'
  /** The id is known, in another municipality than the file says: most likely somebody else. */
  | 'municipality_differs'
  /** The same participant, named in two ways. */
  | 'named_twice'

export interface ImportPreview {
  /** People of the file whom the project knows. */
  matched: number
  /** People of the file who are added to the project. */
  added: number
  /** Responses that are, or would be, stored. */
  recorded: number
  /** Responses that were there already: they stand, whatever the file says. */
  kept: number
  /** People asked without a response in the file. */
  blank: number
  /** People who have withdrawn, or are erased: what the file says of them is left out. */
  withdrawn: number
  /** Rows that belong to nobody. While there are any, nothing is imported. */
  unmatched: readonly { row: number; id: string; reason: WhyUnmatched }[]
}

/** What importing would do, without doing it. */
export function foreseeImport(
  db: Database,
  identity: Identity,
  wave: Wave,
  rows: readonly ResponseRow[],
): ImportPreview {
  return preview(planImport(db, identity, wave, rows))
}

/**
 * Imports the rows into the wave, or nothing where one of them belongs to nobody. A planned wave is opened, which
 * invites everybody in the project; no letter is queued. The same file twice adds nothing.
 */
export function importResponses(
  db: Database,
  identity: Identity,
  wave: Wave,
  rows: readonly ResponseRow[],
  actor: Actor,
  now: number,
): ImportPreview & { imported: boolean } {
  return immediately(db, (tx) => {
    const plan = planImport(db, identity, wave, rows)
    const outcome = preview(plan)
    if (outcome.unmatched.length > 0) return { ...outcome, imported: false }
    const people = plan.map((step) => ({ row: step.row, participantId: findOrAdd(tx, identity, wave, step, now) }))
    if (wave.openedAt === null && people.length > 0) openWave(db, wave, actor, now)
    const invited = listInvited(tx, wave)
    for (const { row, participantId } of people) {
      if (participantId === null) continue
      const invitationId = invited.get(participantId) ?? invite(tx, wave, participantId, now)
      if (!isBlank(row)) recordAnswers(tx, wave, invitationId, row, now)
    }
    if (outcome.added + outcome.recorded > 0)
      recordEvent(tx, {
        at: now,
        actor,
        action: 'responses.imported',
        subject: `wave:${wave.id}`,
        details: { added: outcome.added, recorded: outcome.recorded, kept: outcome.kept },
      })
    return { ...outcome, imported: true }
  })
}

/** One row of the file, and what it comes to. */
type Step = { row: ResponseRow } & (
  | { deed: 'match'; participantId: string; answered: boolean }
  | { deed: 'add'; pseudonym: string; place: { municipalityCode: string; actorGroup: string } }
  | { deed: 'leave_out' }
  | { deed: 'refuse'; reason: WhyUnmatched }
)

function planImport(db: Database, identity: Identity, wave: Wave, rows: readonly ResponseRow[]): Step[] {
  const known = knownParticipants(db, wave)
  const isTaken = pseudonymLookup(db)
  const named = new Set<string>()
  return rows.map((row): Step => {
    const isAddress = row.id.includes('@')
    const participant = isAddress
      ? known.byAddress.get(identity.lookupKey(normaliseAddress(row.id)))
      : (known.byPseudonym.get(row.id) ?? known.byPseudonym.get(withinProject(row.id, wave)))
    if (participant) {
      if (participant.withdrawn) return { row, deed: 'leave_out' }
      if (row.municipalityCode !== null && row.municipalityCode !== participant.municipalityCode)
        return { row, deed: 'refuse', reason: 'municipality_differs' }
      if (named.has(participant.id)) return { row, deed: 'refuse', reason: 'named_twice' }
      named.add(participant.id)
      return { row, deed: 'match', participantId: participant.id, answered: participant.answered }
    }
    if (isAddress) return { row, deed: 'refuse', reason: 'address_unknown' }
    const { municipalityCode, actorGroup } = row
    if (municipalityCode === null || actorGroup === null) return { row, deed: 'refuse', reason: 'place_missing' }
    const pseudonym = isTaken(row.id) ? withinProject(row.id, wave) : row.id
    return { row, deed: 'add', pseudonym, place: { municipalityCode, actorGroup } }
  })
}

/** Pseudonyms are unique over projects; a study's "17" may be taken by another study's. */
const withinProject = (id: string, wave: Wave): string => `${id}#${wave.projectId}`

function knownParticipants(db: Database, wave: Wave) {
  const rows = db
    .select({
      id: participants.id,
      pseudonym: participants.pseudonym,
      withdrawnAt: participants.withdrawnAt,
      erasedAt: persons.erasedAt,
      municipalityCode: seats.municipalityCode,
      addressKey: personAddresses.addressKey,
      responseId: responses.id,
    })
    .from(participants)
    .innerJoin(persons, eq(persons.id, participants.personId))
    .innerJoin(seats, eq(seats.id, participants.seatId))
    .leftJoin(personAddresses, currentAddress)
    .leftJoin(invitations, and(eq(invitations.participantId, participants.id), eq(invitations.waveId, wave.id)))
    .leftJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(participants.projectId, wave.projectId))
    .all()
    .map((row) => ({
      ...row,
      withdrawn: row.withdrawnAt !== null || row.erasedAt !== null,
      answered: row.responseId !== null,
    }))
  return {
    byPseudonym: new Map(rows.map((row) => [row.pseudonym, row])),
    byAddress: new Map(rows.flatMap((row) => (row.addressKey === null ? [] : [[row.addressKey, row]]))),
  }
}

function pseudonymLookup(db: Database): (pseudonym: string) => boolean {
  const taken = db.$client.prepare('select 1 from participants where pseudonym = ?').pluck()
  return (pseudonym) => taken.get(pseudonym) !== undefined
}

const isBlank = (row: ResponseRow): boolean => Object.keys(row.answers).length === 0

function preview(plan: readonly Step[]): ImportPreview {
  const count = (fits: (step: Step) => boolean) => plan.filter(fits).length
  const isKept = (step: Step) => step.deed === 'match' && step.answered && !isBlank(step.row)
  const isHere = (step: Step) => step.deed === 'match' || step.deed === 'add'
  return {
    matched: count((step) => step.deed === 'match'),
    added: count((step) => step.deed === 'add'),
    recorded: count((step) => isHere(step) && !isKept(step) && !isBlank(step.row)),
    kept: count(isKept),
    blank: count((step) => isHere(step) && isBlank(step.row)),
    withdrawn: count((step) => step.deed === 'leave_out'),
    unmatched: plan.flatMap((step) =>
      step.deed === 'refuse' ? [{ row: step.row.row, id: step.row.id, reason: step.reason }] : [],
    ),
  }
}

/** The participant of the step, added where new; null where the row is left out. */
function findOrAdd(tx: Transaction, identity: Identity, wave: Wave, step: Step, now: number): string | null {
  if (step.deed === 'match') return step.participantId
  if (step.deed !== 'add') return null
  const [personId, seatId, participantId] = [newId(), newId(), newId()]
  const { pseudonym, place, row } = step
  // The study's id is all that could be a name, and is kept where names are.
  tx.insert(persons)
    .values({ id: personId, nameSealed: identity.seal(row.id), language: row.language, createdAt: now })
    .run()
  tx.insert(seats)
    .values({ id: seatId, projectId: wave.projectId, ...place, label: `import ${pseudonym}` })
    .run()
  tx.insert(participants)
    .values({ id: participantId, projectId: wave.projectId, personId, seatId, pseudonym, joinedAt: now })
    .run()
  return participantId
}

const listInvited = (tx: Transaction, wave: Wave): ReadonlyMap<string, string> =>
  new Map(
    tx
      .select({ participantId: invitations.participantId, id: invitations.id })
      .from(invitations)
      .where(eq(invitations.waveId, wave.id))
      .all()
      .map(({ participantId, id }) => [participantId, id]),
  )

/** Whoever the file names was asked in the wave, with a response or without. */
function invite(tx: Transaction, wave: Wave, participantId: string, now: number): string {
  const id = newId()
  const held = tx
    .select({ seatId: participants.seatId })
    .from(participants)
    .where(eq(participants.id, participantId))
    .get()
  if (!held) throw new Error(`no participant ${participantId}`)
  tx.insert(invitations)
    .values({ id, waveId: wave.id, participantId, ...held, createdAt: now })
    .run()
  return id
}

function recordAnswers(tx: Transaction, wave: Wave, invitationId: string, row: ResponseRow, now: number): void {
  const { questionnaireId, questionnaireVersion } = wave
  const { language, answers } = row
  recordResponseIn(tx, { invitationId, questionnaireId, questionnaireVersion, language, mode: 'import', answers }, now)
}
