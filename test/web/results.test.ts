// Results and files: who may see them, that all forms say the same, and that nothing is shown too early or too small.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDraft } from '#store/drafts.ts'
import { listEvents } from '#store/events.ts'
import { recordResponse } from '#store/responses.ts'
import { invitations } from '#store/schema.ts'
import { closeWave, openWave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, ljungby, makeWorld, morning, type Person, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  world.addPeople(6, flen)
  world.addPeople(8, ljungby)
  for (const [kind, version, level] of [
    ['baseline', 1, 2],
    ['endline', 2, 4],
  ] as const) {
    const wave = world.planWave(kind, version)
    openWave(world.db, wave, 'system', morning)
    const asked = world.db
      .select()
      .from(invitations)
      .all()
      .filter((one) => one.waveId === wave.id)
    for (const [at, { id }] of asked.entries())
      recordResponse(
        world.db,
        {
          invitationId: id,
          questionnaireId: 'samverkan',
          questionnaireVersion: version,
          language: 'sv',
          mode: 'web',
          answers: { D1: level, D2: level + (at % 2), D3: level, D4: 3, O1: 'hemlig fritext' },
        },
        morning,
      )
    closeWave(world.db, wave.id, 'system', morning)
  }
})
afterAll(() => world.close())

const project = '/projects/service'
const pages = [
  `${project}/results`,
  `${project}/results?indicator=D`,
  `${project}/results/background`,
  `${project}/results.csv`,
  `${project}/results.json`,
  `${project}/charts/scales.svg`,
  `${project}/charts/change-D.png`,
  `${project}/charts/change-D.csv`,
]

describe('who may see results', () => {
  test.each(pages)('%s: signed in and in the project, else not', async (url) => {
    expect((await world.get(url)).headers.location).toBe('/session')
    expect((await world.get(url, { as: 'stranger' })).statusCode).toBe(404)
    for (const person of ['admin', 'coordinator', 'process_leader', 'economist', 'evaluator', 'researcher'] as const)
      expect([person, (await world.get(url, { as: person })).statusCode]).toEqual([person, 200])
  })

  test('answers are taken out by researchers and administrators alone, from this site alone', async () => {
    const statuses = async (person: Person) =>
      (await world.post(`${project}/research`, { as: person, form: { form: 'long' } })).statusCode
    expect(await statuses('researcher')).toBe(200)
    expect(await statuses('admin')).toBe(200)
    for (const person of ['coordinator', 'process_leader', 'economist', 'evaluator'] as const)
      expect([person, await statuses(person)]).toEqual([person, 403])
    expect(await statuses('stranger')).toBe(403)
    const foreign = await world.post(`${project}/research`, {
      as: 'researcher',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(foreign.statusCode).toBe(403)
  })

  test.each([
    `${project}/charts/nothing.svg`,
    `${project}/charts/change-D.exe`,
    `${project}/charts/..%2F..%2Fetc%2Fpasswd`,
    '/projects/nowhere/results',
  ])('%s is not there', async (url) => {
    expect((await world.get(url, { as: 'admin' })).statusCode).toBe(404)
  })

  test('looking changes nothing', async () => {
    await world.get(pages[0] ?? '', { as: 'researcher' })
    const before = fingerprintDatabase(world.db)
    for (const url of [...pages, `${project}/research/codebook.csv`]) await world.get(url, { as: 'researcher' })
    expect(fingerprintDatabase(world.db)).toBe(before)
  })
})

describe('what results say', () => {
  test('page, CSV, JSON and chart carry the same change', async () => {
    const json = (await world.get(`${project}/results.json`, { as: 'evaluator' })).json()
    const dialogue = json.indicators.find((one: { indicator: { id: string } }) => one.indicator.id === 'D')
    const change = dialogue.overall.paired.value.meanChange
    // D1–D3 rise by two steps of four (50 points), D4 stays at the middle: 37.5.
    expect(change).toBeCloseTo(37.5, 10)
    const csv = (await world.get(`${project}/results.csv`, { as: 'evaluator' })).body
    expect(csv).toContain(`,${change},`)
    const page = (await world.get(`${project}/results?indicator=D`, { as: 'evaluator' })).body
    expect(page).toContain('37,5')
    const svg = (await world.get(`${project}/charts/change-D.svg`, { as: 'evaluator' })).body
    expect(svg).toContain('37,5')
  })

  test('files lead those who may take answers out to the archives, and nobody else', async () => {
    const files = async (person: Person) =>
      (await world.get(`${project}/results`, { as: person })).body.split('id="files"')[1] ?? ''
    expect(await files('researcher')).toMatch(/href="\/projects\/service\/jobs">Arkiv att lämna ut/)
    expect(await files('evaluator')).not.toContain('Arkiv att lämna ut')
  })

  test('the codebook and the answers come without names, addresses and free text', async () => {
    const answers = await world.post(`${project}/research`, {
      as: 'researcher',
      form: { form: 'wide', profile: 'research' },
    })
    expect(answers.headers['content-disposition']).toBe('attachment; filename="service-wide.csv"')
    expect(answers.body.trim().split('\r\n')).toHaveLength(15)
    expect(answers.body).not.toMatch(/hemlig|Deltagare|@/)
    expect(listEvents(world.db, `project:${world.project.id}`).map(({ action }) => action)).toContain(
      'responses.exported',
    )
    const excel = await world.post(`${project}/research`, { as: 'researcher', form: { profile: 'excel' } })
    expect(excel.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect((await world.get(`${project}/research/codebook.csv`, { as: 'researcher' })).body).toContain(
      'Parterna träffas tillräckligt ofta',
    )
  })

  test('nothing is shown while somebody who had begun may still send in, and then it is', async () => {
    const other = await makeWorld()
    other.addPeople(6, flen)
    const waves = (['endline', 'baseline'] as const).map((kind) => other.planWave(kind))
    for (const wave of waves) openWave(other.db, wave, 'system', morning)
    const [late] = other.db.select().from(invitations).all()
    startDraft(other.db, late?.id ?? '', 'sv', morning)
    for (const wave of waves) closeWave(other.db, wave.id, 'system', morning)
    expect((await other.get(`${project}/results`, { as: 'evaluator' })).body).toContain('Resultaten visas när')
    other.clock.now = morning + 24 * 3_600_000
    const later = (await other.get(`${project}/results.json`, { as: 'evaluator' })).statusCode
    expect(later).toBe(200)
    await other.close()
  })

  test('before comes before after, in whatever order the waves were planned', async () => {
    const other = await makeWorld()
    for (const kind of ['followup', 'endline', 'midterm', 'baseline'] as const) {
      const wave = other.planWave(kind)
      other.addPeople(1, flen)
      openWave(other.db, wave, 'system', morning)
      closeWave(other.db, wave.id, 'system', morning)
    }
    const { from, to } = (await other.get(`${project}/results.json`, { as: 'evaluator' })).json()
    expect([from.kind, to.kind]).toEqual(['baseline', 'endline'])
    await other.close()
  })

  test('nothing is shown while the later wave is open', async () => {
    const other = await makeWorld()
    other.addPeople(6, flen)
    for (const kind of ['baseline', 'endline'] as const) {
      const wave = other.planWave(kind)
      openWave(other.db, wave, 'system', morning)
      if (kind === 'baseline') closeWave(other.db, wave.id, 'system', morning)
    }
    const { statusCode, body } = await other.get(`${project}/results`, { as: 'evaluator' })
    expect([statusCode, body.includes('Resultaten visas när mätningen har stängt')]).toEqual([200, true])
    expect((await other.get(`${project}/results.csv`, { as: 'evaluator' })).statusCode).toBe(404)
    await other.close()
  })
})
