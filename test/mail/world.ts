// A small project with an open wave, in a real file, for the tests of the outbox.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { type Database, openDatabase } from '#store/database.ts'
import { type Identity, identityFrom, normaliseAddress } from '#store/identity.ts'
import {
  events,
  invitations,
  messages,
  municipalities,
  participants,
  personAddresses,
  persons,
  programmes,
  projects,
  questionnaireVersions,
  responses,
  seats,
  waves,
} from '#store/schema.ts'

/** 1 March 2027, nine in the morning in Stockholm: a working day within the wave. */
export const morning = Date.UTC(2027, 2, 1, 8)
export const today = '2027-03-01'
export const minute = 60_000
export const day = 24 * 60 * minute
export const waveId = 'wave-1'

export const identity: Identity = identityFrom(Buffer.alloc(32, 7))

export interface World {
  folder: string
  file: string
  db: Database
  close(): void
}

export interface Invited {
  name: string
  address: string
  language?: 'sv' | 'en'
}

export function makeWorld(people: readonly Invited[], project: { isDemo?: boolean } = {}): World {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-mail-'))
  const file = path.join(folder, 'samverka.db')
  const db = openDatabase(file)
  addProject(db, project.isDemo ?? false)
  // One commit for all of them: ten thousand would take minutes.
  db.$client.transaction(() => {
    for (const [at, person] of people.entries()) invite(db, at, person)
  })()
  return {
    folder,
    file,
    db,
    close() {
      db.$client.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const someone = (count: number): Invited[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `Deltagare ${at + 1}`,
    address: `deltagare${at + 1}@kommun.example`,
  }))

/** Invitation ids are `invitation-0`, `invitation-1` and so on, in the order of the people. */
export const invitationOf = (at: number): string => `invitation-${at}`

function addProject(db: Database, isDemo: boolean): void {
  db.insert(programmes).values({ id: 'programme', nameSv: 'Program', nameEn: 'Programme' }).run()
  db.insert(municipalities).values({ code: '0767', name: 'Markaryd' }).run()
  db.insert(projects)
    .values({
      id: 'project',
      programmeId: 'programme',
      slug: 'service',
      nameSv: 'Service i samverkan på Åsarna',
      nameEn: 'Services together',
      organisation: 'Föreningen Bygd & Län',
      contactEmail: 'kontakt@bygd.example',
      isDemo,
      createdAt: morning,
    })
    .run()
  db.insert(questionnaireVersions)
    .values({
      questionnaireId: 'kort',
      version: 1,
      sha256: 'of-the-test',
      definition: JSON.stringify(questionnaire),
      publishedAt: morning,
    })
    .run()
  db.insert(waves)
    .values({
      id: waveId,
      projectId: 'project',
      kind: 'baseline',
      ordinal: 1,
      questionnaireId: 'kort',
      questionnaireVersion: 1,
      opensOn: '2027-03-01',
      closesOn: '2027-05-31',
      openedAt: morning,
    })
    .run()
}

const both = (text: string) => ({ sv: text, en: text })
const questionnaire = {
  format: 1,
  id: 'kort',
  version: 1,
  title: both('Kort'),
  about: both('Kort'),
  missing: {
    dont_know: { code: -1, label: both('Vet inte') },
    not_applicable: { code: -2, label: both('Ej aktuellt') },
    not_answered: { code: -3, label: both('Ej svar') },
    not_asked: { code: -4, label: both('Ej ställd') },
  },
  responseScales: { agree: { points: [{ code: 1 }, { code: 2 }] } },
  items: [{ id: 'T1', revision: 1, text: both('Fråga'), type: 'rating', responseScale: 'agree' }],
  pages: [{ id: 'first', title: both('Sida'), items: ['T1'] }],
  indicators: [],
}

function invite(db: Database, at: number, person: Invited): void {
  db.insert(persons)
    .values({
      id: `person-${at}`,
      nameSealed: identity.seal(person.name),
      language: person.language ?? 'sv',
      createdAt: morning,
    })
    .run()
  db.insert(personAddresses)
    .values({
      id: `address-${at}`,
      personId: `person-${at}`,
      addressSealed: identity.seal(person.address),
      addressKey: identity.lookupKey(normaliseAddress(person.address)),
      validFrom: morning,
    })
    .run()
  db.insert(seats)
    .values({
      id: `seat-${at}`,
      projectId: 'project',
      municipalityCode: '0767',
      actorGroup: 'LG',
      label: `Plats ${at}`,
    })
    .run()
  db.insert(participants)
    .values({
      id: `participant-${at}`,
      projectId: 'project',
      personId: `person-${at}`,
      seatId: `seat-${at}`,
      pseudonym: `p${at}`,
      joinedAt: morning,
    })
    .run()
  db.insert(invitations)
    .values({
      id: invitationOf(at),
      waveId,
      participantId: `participant-${at}`,
      seatId: `seat-${at}`,
      createdAt: morning,
    })
    .run()
}

export function answer(db: Database, at: number, now: number): void {
  db.insert(responses)
    .values({
      id: `response-${at}`,
      invitationId: invitationOf(at),
      questionnaireId: 'kort',
      questionnaireVersion: 1,
      language: 'sv',
      mode: 'web',
      answers: '{"T1":2}',
      sha256: 'of-the-test',
      receipt: `receipt-${at}`,
      submittedAt: now,
    })
    .run()
}

/** State and outcome of each letter of somebody, in the order they were queued. */
export const lettersOf = (db: Database, at: number) =>
  db
    .select({ kind: messages.kind, ordinal: messages.ordinal, state: messages.state, outcome: messages.outcome })
    .from(messages)
    .where(eq(messages.invitationId, invitationOf(at)))
    .orderBy(messages.queuedAt, messages.ordinal)
    .all()

export const statesOf = (db: Database): string[] =>
  db
    .select({ state: messages.state })
    .from(messages)
    .orderBy(messages.invitationId)
    .all()
    .map((row) => row.state)

export const actionsOf = (db: Database): string[] =>
  db
    .select({ action: events.action })
    .from(events)
    .orderBy(events.id)
    .all()
    .map((row) => row.action)
