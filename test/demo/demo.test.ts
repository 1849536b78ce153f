// Promises about the demonstration in the database: whole or not at all, and made as a real project is made.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDemo, createLaterDemo, demoSeed, demoSlug } from '#demo/demo.ts'
import { demoStaff } from '#demo/staff.ts'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { type Identity, identityFrom } from '#store/identity.ts'
import { countParticipants } from '#store/participants.ts'
import { countProjects, findProject, listMunicipalities } from '#store/projects.ts'
import { findDamagedResponses, readAsked } from '#store/responses.ts'
import { countTurnoutByMunicipality, sumTurnout } from '#store/turnout.ts'
import { findWaveByKind, listWaves, openWave, waveState } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { questionnaireFiles } from './versions.ts'

const now = Date.UTC(2027, 2, 1, 8)
const identity = identityFrom(Buffer.alloc(32, 5))
const options = { now, seed: demoSeed }

let db: Database

beforeEach(() => {
  db = emptyDatabase()
})
afterEach(() => {
  db.$client.close()
})

function emptyDatabase(): Database {
  const empty = openDatabase(':memory:')
  for (const { file, text } of questionnaireFiles) publishQuestionnaire(empty, file, text, now)
  return empty
}

/** All answers of a wave as texts, in an order that knows no random id. */
function answersIn(database: Database, kind: 'baseline' | 'endline'): string[] {
  const project = findProject(database, demoSlug)
  const wave = project && findWaveByKind(database, project.id, kind)
  if (!wave) throw new Error(`the demonstration has no ${kind}`)
  return [...readAsked(database, wave.id)]
    .flatMap(({ response, municipality, actorGroup }) =>
      response ? [JSON.stringify([municipality, actorGroup, response.submittedAt, response.answers])] : [],
    )
    .sort()
}

test('two waves are closed and answered, and a third waits to be opened, from today for four weeks', () => {
  const project = createDemo(db, identity, options)
  const waves = listWaves(db, project.id).map((wave) => ({
    kind: wave.kind,
    state: waveState(wave),
    days: `${wave.opensOn}–${wave.closesOn}`,
    version: wave.questionnaireVersion,
    ...sumTurnout(countTurnoutByMunicipality(db, wave.id)),
  }))
  expect(waves).toEqual([
    {
      kind: 'baseline',
      state: 'closed',
      days: '2018-02-05–2018-03-09',
      version: 1,
      invited: 140,
      started: 0,
      answered: 101,
    },
    {
      kind: 'endline',
      state: 'closed',
      days: '2020-01-13–2020-02-14',
      version: 2,
      invited: 140,
      started: 0,
      answered: 83,
    },
    {
      kind: 'followup',
      state: 'planned',
      days: '2027-03-01–2027-03-29',
      version: 2,
      invited: 0,
      started: 0,
      answered: 0,
    },
  ])
})

test('the waiting wave can be opened, and asks the 140 who hold a seat now', () => {
  const project = createDemo(db, identity, options)
  const wave = findWaveByKind(db, project.id, 'followup')
  expect(wave && openWave(db, wave, 'system', now)).toBe(140)
})

test('the project is marked as a demonstration, and says that it is invented and what is planted', () => {
  const project = createDemo(db, identity, options)
  expect(project).toMatchObject({
    nameSv: 'Service i samverkan',
    isDemo: true,
    organisation: 'Hela Sverige ska leva (demo)',
    contactEmail: 'demo@example.org',
  })
  expect(project.aboutSv).toMatch(/allt annat är påhittat/)
  expect(project.aboutEn).toMatch(/everything else is invented/)
  for (const about of [project.aboutSv, project.aboutEn]) {
    expect(about).toContain('Ljungby +14')
    expect(about).toContain('Älmhult 0')
    expect(about).toContain('Arvidsjaur \u22124')
    expect(about).toContain('docs/demo.md')
  }
})

test('both programmes are there, with eleven and twenty-three municipalities', () => {
  const project = createDemo(db, identity, options)
  expect(listMunicipalities(db, project.id)).toHaveLength(11)
  const counts = db.$client
    .prepare('select programme_id, count(*) as n from programme_municipalities group by programme_id order by n')
    .all()
  expect(counts).toEqual([
    { programme_id: 'service-i-samverkan', n: 11 },
    { programme_id: 'kommuner-for-serviceutveckling', n: 23 },
  ])
  expect(db.$client.prepare('select count(*) from municipalities').pluck().get()).toBe(31)
})

test('a seat that has passed on asks its new holder only', () => {
  const project = createDemo(db, identity, options)
  const asked = (kind: 'baseline' | 'endline') => {
    const wave = findWaveByKind(db, project.id, kind)
    return new Set([...readAsked(db, wave?.id ?? '')].map(({ participantId }) => participantId))
  }
  const [before, after] = [asked('baseline'), asked('endline')]
  expect([...before].filter((id) => !after.has(id))).toHaveLength(2)
  expect([...after].filter((id) => !before.has(id))).toHaveLength(2)
  expect(countParticipants(db, project.id).reduce((sum, { people }) => sum + people, 0)).toBe(140)
  expect(db.$client.prepare('select count(*) from seats').pluck().get()).toBe(140)
})

test('every address is at example.org, and every name and address is sealed', () => {
  createDemo(db, identity, options)
  const addresses = db.$client.prepare('select address_sealed from person_addresses').pluck().all() as Buffer[]
  expect(addresses).toHaveLength(142)
  for (const sealed of addresses) expect(identity.open(sealed)).toMatch(/^[a-z.]+@example\.org$/)
})

test('responses are whole, answered on the web between opening and closing, and no letter waits', () => {
  const project = createDemo(db, identity, options)
  expect(findDamagedResponses(db)).toEqual([])
  for (const wave of listWaves(db, project.id))
    for (const { response } of readAsked(db, wave.id)) {
      if (!response) continue
      expect(response.mode).toBe('web')
      expect(response.submittedAt).toBeGreaterThanOrEqual(wave.openedAt ?? Number.NaN)
      expect(response.submittedAt).toBeLessThan(wave.closedAt ?? Number.NaN)
    }
  expect(db.$client.prepare('select count(*) from messages').pluck().get()).toBe(0)
})

test('the same seed gives the same answers at the same times, another seed others', () => {
  createDemo(db, identity, options)
  const [again, other] = [emptyDatabase(), emptyDatabase()]
  createDemo(again, identityFrom(Buffer.alloc(32, 6)), { now: now + 1e9, seed: demoSeed })
  createDemo(other, identity, { now, seed: demoSeed + 1 })
  for (const kind of ['baseline', 'endline'] as const) {
    expect(answersIn(again, kind)).toEqual(answersIn(db, kind))
    expect(answersIn(other, kind)).not.toEqual(answersIn(db, kind))
  }
  again.$client.close()
  other.$client.close()
})

describe('safe to repeat and to interrupt', () => {
  test('opening it twice leaves everything as it is', () => {
    const project = createDemo(db, identity, options)
    const before = fingerprintDatabase(db)
    expect(createDemo(db, identity, { now: now + 1e9, seed: 99 })).toEqual(project)
    expect(fingerprintDatabase(db)).toBe(before)
  })

  // Each person is sealed twice, name and address: 50 is in the first list, 282 in the successors' between the waves.
  test.each([50, 282])('broken off at seal %i, nothing is left of it, and the next try succeeds', (last) => {
    const before = fingerprintDatabase(db)
    let sealed = 0
    const breaking: Identity = {
      ...identity,
      seal(text) {
        sealed += 1
        if (sealed === last) throw new Error('the power goes')
        return identity.seal(text)
      },
    }
    expect(() => createDemo(db, breaking, options)).toThrow('the power goes')
    expect(fingerprintDatabase(db)).toBe(before)
    expect(countProjects(db)).toBe(0)
    createDemo(db, identity, options)
    expect(countProjects(db)).toBe(1)
  })

  test('the programme that followed is made once, beside the first', () => {
    const first = createDemo(db, identity, options)
    const later = createLaterDemo(db, identity, options)
    const before = fingerprintDatabase(db)
    expect(createLaterDemo(db, identity, { seed: 99 })).toEqual(later)
    expect(createDemo(db, identity, options)).toEqual(first)
    expect(fingerprintDatabase(db)).toBe(before)
    expect(countProjects(db)).toBe(2)
  })

  test('without the questionnaires it says so and leaves nothing', () => {
    const bare = openDatabase(':memory:')
    expect(() => createDemo(bare, identity, options)).toThrow()
    expect(() => createLaterDemo(bare, identity, options)).toThrow()
    expect(countProjects(bare)).toBe(0)
    bare.$client.close()
  })
})

test('the process leader’s municipality is one of the demonstration’s', () => {
  const project = createDemo(db, identity, options)
  const codes = listMunicipalities(db, project.id).map(({ code }) => code)
  for (const { municipalityCode } of demoStaff) expect(['*', ...codes]).toContain(municipalityCode)
})
