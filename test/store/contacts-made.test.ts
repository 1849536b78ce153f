// What the register knows of letters and seats, when the wave closed: nothing more, and nothing guessed.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readContacts, readSeatsHeld } from '#store/contacts-made.ts'
import { saveDraft, startDraft } from '#store/drafts.ts'
import { queueInvitations } from '#store/messages.ts'
import { leaveSeat, registerParticipants } from '#store/participants.ts'
import { recordResponse } from '#store/responses.ts'
import { withdrawParticipant } from '#store/rights.ts'
import { invitations, messages, participants } from '#store/schema.ts'
import { closeWave, findWave, openWave, type Wave } from '#store/waves.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'

const hour = 3_600_000
let world: World
let wave: Wave
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(4, flen)
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
})
afterEach(() => world.close())

const asked = () =>
  world.db
    .select({ id: invitations.id, participantId: participants.id, pseudonym: participants.pseudonym })
    .from(invitations)
    .innerJoin(participants, eq(participants.id, invitations.participantId))
    .where(eq(invitations.waveId, wave.id))
    .all()
const at = (place: number) => {
  const found = asked()[place]
  if (!found) throw new Error(`nobody was asked at ${place}`)
  return found
}
const contactOf = ({ pseudonym }: { pseudonym: string }) =>
  readContacts(world.db, findWave(world.db, wave.id) ?? wave).find(({ participant }) => participant === pseudonym)
const seatsHeld = (until = morning + hour) => readSeatsHeld(world.db, world.project.id, until)

function setLetters(invitationId: string, state: typeof messages.$inferSelect.state, changedAt: number): void {
  world.db.update(messages).set({ state, changedAt }).where(eq(messages.invitationId, invitationId)).run()
}

test('a letter that the mail server took was sent, one refused was not, and of another nobody knows', () => {
  queueInvitations(world.db, wave.id, 'system', morning)
  const [taken, refused, unknown, late] = [at(0), at(1), at(2), at(3)]
  setLetters(taken.id, 'accepted', morning)
  setLetters(refused.id, 'failed', morning)
  setLetters(unknown.id, 'unknown', morning)
  setLetters(late.id, 'accepted', morning + 2 * hour)
  closeWave(world.db, wave.id, 'system', morning + hour)
  expect([taken, refused, unknown, late].map((one) => contactOf(one)?.delivered)).toEqual([
    true,
    false,
    undefined,
    undefined,
  ])
})

test('a draft without answers was opened, one with answers begun, and a response both', () => {
  const [opened, begun, answered, silent] = [at(0), at(1), at(2), at(3)]
  startDraft(world.db, opened.id, 'sv', morning)
  saveDraft(world.db, begun.id, { items: ['D1'], answers: { D1: 3 }, language: 'sv' }, morning)
  respond(answered.id, 'web')
  const stages = [opened, begun, answered, silent].map((one) => {
    const contact = contactOf(one)
    return [contact?.opened, contact?.started]
  })
  expect(stages).toEqual([
    [true, false],
    [true, true],
    [true, true],
    [false, false],
  ])
})

test('in a wave whose answers came as a file nobody knows who opened it', () => {
  respond(at(0).id, 'import')
  expect(contactOf(at(1))).toEqual({ participant: at(1).pseudonym, wave: 'baseline', refused: false })
})

test('whoever asks for quiet or withdraws refuses, if it was before the wave closed', () => {
  const [quiet, gone, later, silent] = [at(0), at(1), at(2), at(3)]
  world.db.update(invitations).set({ quietAt: morning }).where(eq(invitations.id, quiet.id)).run()
  withdrawParticipant(world.db, gone.participantId, 'system', morning)
  closeWave(world.db, wave.id, 'system', morning + hour)
  withdrawParticipant(world.db, later.participantId, 'system', morning + 2 * hour)
  expect([quiet, gone, later, silent].map((one) => contactOf(one)?.refused)).toEqual([true, true, false, false])
})

test('a seat keeps those who have held it, and who moves to another has left the first', () => {
  const [left, gone] = [at(0), at(1)]
  leaveSeat(world.db, left.participantId, 'system', morning)
  withdrawParticipant(world.db, gone.participantId, 'system', morning + 2 * hour)
  const asa = { name: 'Åsa', email: 'asa@example.org', language: 'sv' as const, seat: 'Ordförande' }
  const place = (municipality: { code: string }, actorGroup: string) =>
    registerParticipants(
      world.db,
      world.identity,
      world.project.id,
      [{ ...asa, municipalityCode: municipality.code, actorGroup }],
      'system',
      morning,
    )
  place(flen, 'LUG')
  const second = world.planWave('endline')
  openWave(world.db, second, 'system', morning)
  place(ljungby, 'KTJ')
  const held = seatsHeld()
  expect(held.find(({ participant }) => participant === left.pseudonym)).toMatchObject({ left: true, withdrawn: false })
  expect(held.find(({ participant }) => participant === gone.pseudonym)).toMatchObject({
    left: false,
    withdrawn: false,
  })
  expect(held.filter(({ left: hasLeft }) => hasLeft)).toHaveLength(2)
  const moved = held.filter(({ actorGroup, municipality }) => actorGroup === 'KTJ' && municipality === ljungby.code)
  expect(moved).toMatchObject([{ left: false }])
  expect(seatsHeld(morning - 1)).toEqual([])
})

function respond(invitationId: string, mode: 'web' | 'import'): void {
  recordResponse(
    world.db,
    { invitationId, questionnaireId: 'samverkan', questionnaireVersion: 1, language: 'sv', mode, answers: { D1: 3 } },
    morning,
  )
}

test('how an answer came in is noted, and nothing where there is none', () => {
  const answers = {
    questionnaireId: wave.questionnaireId,
    questionnaireVersion: 1,
    language: 'sv' as const,
    answers: { D1: 4 },
  }
  for (const [place, mode] of (['web', 'paper', 'telephone'] as const).entries())
    recordResponse(world.db, { ...answers, invitationId: at(place).id, mode }, morning)
  expect([0, 1, 2, 3].map((place) => contactOf(at(place))?.mode)).toEqual(['web', 'paper', 'telephone', undefined])
})
