// What a participant who asks is promised, act by act, through the same database that pages and letters read.
import { eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { saveDraft } from '#store/drafts.ts'
import { openByMail } from '#store/opening.ts'
import { registerParticipants } from '#store/participants.ts'
import { recordResponse } from '#store/responses.ts'
import {
  correctAddress,
  countWritten,
  erasePerson,
  findRightsHolder,
  listParticipations,
  listWavesAsked,
  type RightsHolder,
  withdrawParticipant,
} from '#store/rights.ts'
import {
  drafts,
  events,
  invitations,
  messages,
  participants,
  personAddresses,
  persons,
  responses,
  tokens,
} from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import { claimNext } from '../support/outbox.ts'
import { makeWorld, morning, motala, type World } from '../support/world.ts'

const later = morning + 60_000
const today = '2027-03-01'
const { erasedTitle, withdrawnTitle } = phrasesIn('sv').answering
const first = 'deltagare1@kommun.example'

let world: World
let wave: Wave
let person: RightsHolder

beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(3)
  wave = world.planWave()
  openByMail(world.db, wave, 'system', morning)
  person = find(first)
})
afterEach(() => world.close())

function find(who: string, projectId = world.project.id): RightsHolder {
  const found = findRightsHolder(world.db, world.identity, projectId, who)
  if (!found) throw new Error(`${who} is not there`)
  return found
}

function invitationOf({ participantId }: RightsHolder): string {
  const row = world.db.select().from(invitations).where(eq(invitations.participantId, participantId)).get()
  return row?.id ?? ''
}

const newLink = (holder: RightsHolder) => issueTokens(world.db, invitationOf(holder), morning)

const answer = (holder: RightsHolder, text: string) =>
  recordResponse(
    world.db,
    {
      invitationId: invitationOf(holder),
      questionnaireId: 'samverkan',
      questionnaireVersion: 1,
      language: 'sv',
      mode: 'web',
      answers: { F1: text },
    },
    later,
  )

const lettersOf = (holder: RightsHolder) =>
  world.db
    .select({ state: messages.state, outcome: messages.outcome })
    .from(messages)
    .where(eq(messages.invitationId, invitationOf(holder)))
    .all()

/** Everybody who has a letter due gets it now; returns their addresses. */
function sendAll(now: number): string[] {
  const sent: string[] = []
  for (;;) {
    const claim = claimNext(world.db, now, today)
    if (claim.outcome === 'letter') sent.push(world.identity.open(claim.letter.addressSealed))
    else if (claim.outcome !== 'cancelled') return sent.sort()
  }
}

/** The person takes part in the other project too. */
function joinElsewhere(): RightsHolder {
  const place = { municipalityCode: motala.code, actorGroup: 'LUG', language: 'sv' as const, seat: '' }
  const entry = { name: 'Deltagare 1', email: first, ...place }
  registerParticipants(world.db, world.identity, world.otherProject.id, [entry], 'system', morning)
  return find(first, world.otherProject.id)
}

const actions = () =>
  world.db
    .select({ action: events.action })
    .from(events)
    .all()
    .map((row) => row.action)

describe('finding', () => {
  test('takes an address or a pseudonym as people write them, in the project that is named', () => {
    expect(find('  DELTAGARE1@Kommun.Example ').participantId).toBe(person.participantId)
    expect(find(person.pseudonym.toLowerCase()).participantId).toBe(person.participantId)
    expect(person).toMatchObject({ municipalityCode: '0482', municipality: 'Flen', actorGroup: 'LUG' })
    const elsewhere = (who: string) => findRightsHolder(world.db, world.identity, world.otherProject.id, who)
    expect(elsewhere(first)).toBeUndefined()
    expect(elsewhere(person.pseudonym)).toBeUndefined()
  })

  test('says which waves somebody was asked in and answered, and no answer', () => {
    expect(listWavesAsked(world.db, person.participantId)).toEqual([
      { kind: 'baseline', askedAt: morning, answeredAt: null },
    ])
    answer(person, 'hemligt')
    expect(listWavesAsked(world.db, person.participantId)).toEqual([
      { kind: 'baseline', askedAt: morning, answeredAt: later },
    ])
  })
})

describe('a corrected address', () => {
  const correct = (address: string) =>
    correctAddress(world.db, world.identity, person.personId, address, 'system', later)

  test('gets the letters that wait, keeps the one before as history, and breaks no link', async () => {
    const link = newLink(person)
    expect(correct('ny@kommun.example')).toBe('changed')
    const rows = world.db.select().from(personAddresses).where(eq(personAddresses.personId, person.personId)).all()
    expect(
      rows.map(({ addressSealed, validFrom, validTo }) => [world.identity.open(addressSealed), validFrom, validTo]),
    ).toEqual([
      [first, morning, later],
      ['ny@kommun.example', later, null],
    ])
    expect(sendAll(later)).toEqual(['deltagare2@kommun.example', 'deltagare3@kommun.example', 'ny@kommun.example'])
    expect((await world.get(`/s/${link.answer}`)).body).toContain('Börja svara')
    expect(find('ny@kommun.example').participantId).toBe(person.participantId)
    expect(findRightsHolder(world.db, world.identity, world.project.id, first)).toBeUndefined()
  })

  test("is not somebody else's, and the same once more is nothing", () => {
    expect(correct('Deltagare2@kommun.example')).toBe('taken')
    expect(correct(first.toUpperCase())).toBe('unchanged')
    expect(actions()).not.toContain('person.address_changed')
    expect(correct('ny@kommun.example')).toBe('changed')
    expect(correct('ny@kommun.example')).toBe('unchanged')
    expect(actions().filter((action) => action === 'person.address_changed')).toHaveLength(1)
    expect(JSON.stringify(world.db.select().from(events).all())).not.toContain('kommun.example')
  })

  test("is free again once its holder has another: it can become somebody else's", () => {
    expect(correct('ny@kommun.example')).toBe('changed')
    const second = find('deltagare2@kommun.example')
    expect(correctAddress(world.db, world.identity, second.personId, first, 'system', later)).toBe('changed')
    expect(find(first).participantId).toBe(second.participantId)
  })
})

describe('withdrawal', () => {
  const withdraw = () => withdrawParticipant(world.db, person.participantId, 'system', later)

  test('calls back letters, closes the questionnaire with kind words, and leaves answers alone', async () => {
    const link = newLink(person)
    answer(find('deltagare2@kommun.example'), 'ett svar')
    expect(withdraw()).toBe(1)
    expect(lettersOf(person)).toEqual([{ state: 'cancelled', outcome: 'withdrawn' }])
    expect(sendAll(later)).toEqual(['deltagare3@kommun.example'])
    const page = await world.get(`/s/${link.answer}`)
    expect(page.body).toContain(withdrawnTitle)
    expect((await world.post(`/s/${link.answer}/start`)).body).toContain(withdrawnTitle)
    expect(world.db.select().from(drafts).all()).toEqual([])
  })

  test('keeps what was sent in, and asks nothing more', () => {
    answer(person, 'mitt svar')
    withdraw()
    expect(countWritten(world.db, person.personId)).toEqual({ responses: 1, drafts: 0 })
    closeWave(world.db, wave.id, 'system', later)
    expect(openWave(world.db, world.planWave('endline', 2), 'system', later)).toBe(2)
    expect(listWavesAsked(world.db, person.participantId)).toHaveLength(1)
  })

  test('is of one project, and done once', () => {
    const elsewhere = joinElsewhere()
    withdraw()
    expect(withdraw()).toBeNull()
    expect(find(person.pseudonym).withdrawnAt).toBe(later)
    expect(find(elsewhere.pseudonym, world.otherProject.id).withdrawnAt).toBeNull()
    expect(actions().filter((action) => action === 'participant.withdrawn')).toHaveLength(1)
  })
})

describe('erasure', () => {
  const erase = () => erasePerson(world.db, world.identity, person.personId, 'system', later)

  test('is of the person everywhere, and leaves a stub that references lean on', () => {
    const elsewhere = joinElsewhere()
    answer(person, 'mitt svar')
    expect(listParticipations(world.db, person.personId)).toEqual([
      { project: 'annat', pseudonym: elsewhere.pseudonym },
      { project: 'service', pseudonym: person.pseudonym },
    ])
    expect(erase()).toMatchObject({ responses: 1, drafts: 0, inTheAir: 0 })
    expect(find(person.pseudonym)).toMatchObject({ erasedAt: later, withdrawnAt: later })
    expect(find(elsewhere.pseudonym, world.otherProject.id)).toMatchObject({ erasedAt: later, withdrawnAt: later })
    expect(listWavesAsked(world.db, person.participantId)).toHaveLength(1)
    expect(world.db.$client.pragma('foreign_key_check')).toEqual([])
    expect(world.db.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  test('overwrites name and every address, past ones too, with seals of nothing and keys of chance', () => {
    correctAddress(world.db, world.identity, person.personId, 'ny@kommun.example', 'system', later)
    erase()
    const row = world.db.select().from(persons).where(eq(persons.id, person.personId)).get()
    expect(world.identity.open(row?.nameSealed ?? Buffer.alloc(0))).toBe('')
    const rows = world.db.select().from(personAddresses).where(eq(personAddresses.personId, person.personId)).all()
    expect(rows.map(({ addressSealed }) => world.identity.open(addressSealed))).toEqual(['', ''])
    expect(rows.every(({ validTo }) => validTo !== null)).toBe(true)
    const guesses = ['', first, 'ny@kommun.example'].map(world.identity.lookupKey)
    expect(rows.filter(({ addressKey }) => guesses.includes(addressKey))).toEqual([])
    expect(new Set(rows.map(({ addressKey }) => addressKey)).size).toBe(2)
  })

  test('takes drafts, links and letters that wait, of nobody else', async () => {
    const other = find('deltagare2@kommun.example')
    const [link, otherLink] = [newLink(person), newLink(other)]
    for (const holder of [person, other])
      saveDraft(world.db, invitationOf(holder), { items: ['F1'], answers: { F1: 'text' }, language: 'sv' }, later)
    answer(find('deltagare3@kommun.example'), 'ett svar')
    expect(erase()).toMatchObject({ drafts: 1, responses: 0 })
    expect(lettersOf(person)).toEqual([{ state: 'cancelled', outcome: 'erased' }])
    expect(lettersOf(other)).toEqual([{ state: 'queued', outcome: '' }])
    expect((await world.post(`/s/${link.answer}/start`)).body).toContain(erasedTitle)
    expect((await world.get(`/s/${otherLink.answer}/1`)).statusCode).toBe(200)
    const valid = world.db.select().from(tokens).where(isNull(tokens.revokedAt)).all()
    expect(new Set(valid.map((token) => token.invitationId))).toEqual(new Set([invitationOf(other)]))
    expect(world.db.select().from(drafts).all()).toHaveLength(1)
    expect(world.db.select().from(responses).all()).toHaveLength(1)
  })

  test('asks nobody again: no later wave, no letter, not the address on a new list', () => {
    erase()
    closeWave(world.db, wave.id, 'system', later)
    expect(openWave(world.db, world.planWave('endline', 2), 'system', later)).toBe(2)
    const again = {
      name: 'Deltagare 1',
      email: first,
      municipalityCode: '0482',
      actorGroup: 'LUG',
      language: 'sv' as const,
      seat: '',
    }
    const tally = registerParticipants(world.db, world.identity, world.project.id, [again], 'system', later)
    // Somebody new: nothing tells that the address was here before.
    expect(tally).toMatchObject({ added: 1, updated: 0, unchanged: 0 })
    expect(find(first).personId).not.toBe(person.personId)
  })

  test('takes no answer afterwards; done again it notes nothing new', () => {
    erase()
    const stub = world.db.select().from(participants).where(eq(participants.id, person.participantId)).get()
    expect(erase()).toMatchObject({ responses: 0, drafts: 0 })
    expect(actions().filter((action) => action === 'person.erased')).toHaveLength(1)
    expect(() => answer(person, 'sent in while the page was open')).toThrow(/not_found/)
    expect(erase()).toMatchObject({ responses: 0 })
    expect(world.db.select().from(responses).all()).toEqual([])
    expect(find(person.pseudonym).erasedAt).toBe(later)
    expect(world.db.select().from(participants).where(eq(participants.id, person.participantId)).get()).toEqual(stub)
  })

  test("says when a letter is in a sender's hand, and keeps that letter's fate", () => {
    for (let claimed = ''; claimed !== first; ) {
      const claim = claimNext(world.db, later, today)
      if (claim.outcome !== 'letter') throw new Error('nobody is written to')
      claimed = world.identity.open(claim.letter.addressSealed)
    }
    expect(erase().inTheAir).toBe(1)
    expect(lettersOf(person)).toEqual([{ state: 'sending', outcome: '' }])
  })
})
