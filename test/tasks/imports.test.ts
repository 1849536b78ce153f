import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#config.ts'
import type { ResponseRow } from '#intake/responses.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { identityFrom } from '#store/identity.ts'
import { foreseeImport, importResponses } from '#store/imports.ts'
import { queueInvitations } from '#store/messages.ts'
import { gatherPanel } from '#store/panel.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject, type Project } from '#store/projects.ts'
import { readAsked } from '#store/responses.ts'
import { createWave, findWave, type Wave, waveState } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { claimNext } from '../support/outbox.ts'

const now = Date.UTC(2027, 2, 1, 8)
const identity = identityFrom(Buffer.alloc(32, 7))
const flen = { code: '0482', name: 'Flen', countyCode: '04' }
const motala = { code: '0583', name: 'Motala', countyCode: '05' }

let db: Database
let project: Project
let wave: Wave

beforeEach(() => {
  db = openDatabase(':memory:')
  for (const { file, text } of readQuestionnaireFiles(readConfig({}).surveysDir))
    publishQuestionnaire(db, file, text, now)
  project = makeProject('ett')
  wave = plan(project)
})
afterEach(() => db.$client.close())

function makeProject(slug: string): Project {
  return createProject(
    db,
    {
      programme: { id: 'service', nameSv: 'Service', nameEn: 'Services' },
      slug,
      nameSv: slug,
      nameEn: slug,
      organisation: 'Bygden',
      contactEmail: 'kontakt@bygden.example',
      municipalities: [flen, motala],
    },
    'system',
    now,
  )
}

const plan = ({ id }: Project): Wave =>
  createWave(
    db,
    {
      projectId: id,
      kind: 'baseline',
      questionnaireId: 'samverkan',
      questionnaireVersion: 1,
      opensOn: '2027-03-01',
      closesOn: '2027-03-31',
    },
    'system',
    now,
  )

const row = (
  id: string,
  answers: ResponseRow['answers'] = { D1: 4 },
  more: Partial<ResponseRow> = {},
): ResponseRow => ({
  row: 2,
  id,
  municipalityCode: '0482',
  actorGroup: 'LUG',
  language: 'sv',
  answers,
  ...more,
})

const current = () => findWave(db, wave.id) ?? wave
const run = (rows: readonly ResponseRow[], into = current()) => importResponses(db, identity, into, rows, 'system', now)

const register = (email: string, municipalityCode = '0482') =>
  registerParticipants(
    db,
    identity,
    project.id,
    [{ name: 'Åsa', email, municipalityCode, actorGroup: 'LUG', language: 'sv', seat: '' }],
    'system',
    now,
  )

test('new people are added, a planned wave is opened, a blank row is asked and has no response', () => {
  expect(run([row('A'), row('B', { D1: 2, D2: { missing: 'dont_know' } }), row('C', {})])).toMatchObject({
    imported: true,
    matched: 0,
    added: 3,
    recorded: 2,
    blank: 1,
    unmatched: [],
  })
  expect(waveState(current())).toBe('open')
  const asked = [...readAsked(db, wave.id)].sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
  expect(asked).toMatchObject([
    { pseudonym: 'A', municipality: '0482', actorGroup: 'LUG', response: { mode: 'import', answers: { D1: 4 } } },
    { pseudonym: 'B', response: { answers: { D1: 2, D2: { missing: 'dont_know' } } } },
    { pseudonym: 'C', response: null },
  ])
})

test('the same file twice changes nothing at all', () => {
  const rows = [row('A'), row('B', {})]
  run(rows)
  const before = fingerprintDatabase(db)
  expect(run(rows)).toMatchObject({ imported: true, matched: 2, added: 0, recorded: 0, kept: 1, blank: 1 })
  expect(fingerprintDatabase(db)).toBe(before)
})

test('a response that is there stands, whatever the file says', () => {
  run([row('A', { D1: 4 })])
  expect(run([row('A', { D1: 1 })])).toMatchObject({ recorded: 0, kept: 1 })
  expect([...readAsked(db, wave.id)][0]?.response?.answers).toEqual({ D1: 4 })
})

test('people are known by pseudonym or address; a project participant keeps everything but gains a response', () => {
  register('asa@bygden.example')
  expect(run([row('ASA@Bygden.example', { D1: 3 }, { municipalityCode: null, actorGroup: null })])).toMatchObject({
    matched: 1,
    added: 0,
    recorded: 1,
  })
  const [asked] = readAsked(db, wave.id)
  expect(asked?.response?.answers).toEqual({ D1: 3 })
  expect(run([row(asked?.pseudonym ?? '')])).toMatchObject({ matched: 1, kept: 1 })
})

test('while one row belongs to nobody, nothing is imported, and each such row says why', () => {
  register('asa@bygden.example')
  const before = fingerprintDatabase(db)
  const rows = [
    row('A'),
    row('okand@bygden.example', {}, { row: 3 }),
    row('B', {}, { row: 4, actorGroup: null }),
    row('asa@bygden.example', {}, { row: 5, municipalityCode: '0583' }),
    row('asa@bygden.example', {}, { row: 6 }),
    row('ASA@bygden.example', {}, { row: 7 }),
  ]
  const unmatched = [
    { row: 3, id: 'okand@bygden.example', reason: 'address_unknown' },
    { row: 4, id: 'B', reason: 'place_missing' },
    { row: 5, id: 'asa@bygden.example', reason: 'municipality_differs' },
    { row: 7, id: 'ASA@bygden.example', reason: 'named_twice' },
  ]
  expect(foreseeImport(db, identity, wave, rows)).toMatchObject({ unmatched })
  expect(run(rows)).toMatchObject({ imported: false, unmatched })
  expect(fingerprintDatabase(db)).toBe(before)
})

test('looking ahead says what importing then does, and changes nothing', () => {
  run([row('A')])
  const rows = [row('A', { D1: 1 }), row('B'), row('C', {})]
  const before = fingerprintDatabase(db)
  const foreseen = foreseeImport(db, identity, current(), rows)
  expect(fingerprintDatabase(db)).toBe(before)
  expect(run(rows)).toEqual({ ...foreseen, imported: true })
})

test('an import that fails half-way leaves no trace', () => {
  const before = fingerprintDatabase(db)
  // A wave of a version that does not exist: the last insert breaks the foreign key, after people were added.
  expect(() => run([row('A'), row('B')], { ...wave, questionnaireVersion: 99 })).toThrow()
  expect(fingerprintDatabase(db)).toBe(before)
})

test('two studies may both have a number 17, in each of them one person over the waves', () => {
  run([row('17', { D1: 1 })])
  const other = makeProject('två')
  const [baseline] = [plan(other)]
  expect(run([row('17', { D1: 5 })], baseline)).toMatchObject({ added: 1, recorded: 1 })
  expect(run([row('17', { D1: 5 })], findWave(db, baseline.id) ?? baseline)).toMatchObject({ matched: 1, kept: 1 })
  expect([...readAsked(db, baseline.id)][0]?.response?.answers).toEqual({ D1: 5 })
  expect([...readAsked(db, wave.id)]).toHaveLength(1)
})

test('who was imported has no address, and a letter to them is never claimed', () => {
  run([row('A', {})])
  queueInvitations(db, wave.id, 'system', now)
  expect(claimNext(db, now, '2027-03-02')).toMatchObject({ outcome: expect.stringMatching(/cancelled|nothing/) })
  const sent = db.$client
    .prepare(`select count(*) from messages where state not in ('queued', 'cancelled')`)
    .pluck()
    .get()
  expect(sent).toBe(0)
})

test('what is said of somebody who has withdrawn is left out', () => {
  run([row('A', {})])
  db.$client.prepare('update participants set withdrawn_at = ?').run(now)
  expect(run([row('A')])).toMatchObject({ withdrawn: 1, recorded: 0, matched: 0 })
  expect([...readAsked(db, wave.id)][0]?.response).toBeNull()
})

test('a panel gives everybody once with all their waves, in the order that was asked for', () => {
  run(Array.from({ length: 1203 }, (_, at) => row(`P${at}`, at % 2 ? { D1: 1 + (at % 5) } : {})))
  const gathering = gatherPanel(db, project.id, (id) => [...id].reverse().join(''))
  let step = gathering.next()
  while (!step.done) step = gathering.next()
  const people = [...step.value.read()]
  step.value.close()
  expect(people).toHaveLength(1203)
  const order = people.map(({ name }) => name)
  expect(order).toEqual([...order].sort())
  expect(people.filter(({ waves }) => waves[0]?.response).length).toBe(601)
  expect(new Set(people.map(({ waves }) => waves.length))).toEqual(new Set([1]))
})

test('ten thousand responses, the most a file may hold, are imported', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => row(`P${at}`))
  expect(run(rows)).toMatchObject({ added: 10_000, recorded: 10_000 })
}, 120_000)
