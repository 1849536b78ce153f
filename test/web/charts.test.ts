// The charts of a project on the web: every one is listed, has a page, and leaves as picture and as file; who may see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDemo, demoSeed } from '#demo/demo.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, hashPassword } from '#store/staff.ts'
import { makeEmptyWorld, makeWorld, morning, password, type World } from '../support/world.ts'

const list = '/projects/demo/results/charts'
let world: Awaited<ReturnType<typeof makeEmptyWorld>>
let cookie: string
let names: string[]
beforeAll(async () => {
  world = await makeEmptyWorld()
  const project = createDemo(world.db, world.identity, { now: morning, seed: demoSeed })
  const staff = addStaff(
    world.db,
    {
      email: 'demo@example.org',
      name: 'Demo',
      passwordHash: await hashPassword(password),
      language: 'sv',
      grants: [{ role: 'evaluator', projectId: project.id, municipalityCode: '*' }],
    },
    'system',
    morning,
  )
  cookie = `session=${startSession(world.db, staff.id, morning)}`
  names = [...(await read(list)).body.matchAll(/results\/charts\/([\w.-]+)"/g)].map(([, name = '']) => name)
}, 60_000)
afterAll(() => world.close())

const read = (url: string) => world.app.inject({ url, headers: { cookie } })

describe('the charts of the demonstration', () => {
  test('are listed by what they found, each kind among them', () => {
    expect(new Set(names.map((name) => name.split('-')[0]))).toEqual(
      new Set(
        'scales directions targets groups multiples forest change slope answers contacts network funnel shift'.split(
          ' ',
        ),
      ),
    )
  })

  test('each has a page with both pictures, its table and its files', async () => {
    for (const name of names) {
      const { statusCode, body } = await read(`${list}/${name}`)
      expect([name, statusCode]).toEqual([name, 200])
      expect(body.match(/<svg /g)?.length, name).toBeGreaterThanOrEqual(2)
      expect(body, name).toContain('<caption>')
      for (const format of ['svg', 'png', 'csv']) expect(body).toContain(`/projects/demo/charts/${name}.${format}`)
    }
  }, 60_000)

  test('each leaves as SVG and CSV, with the name of project and chart', async () => {
    for (const name of names) {
      const [svg, csv] = await Promise.all(
        ['svg', 'csv'].map((format) => read(`/projects/demo/charts/${name}.${format}`)),
      )
      expect([name, svg?.statusCode, csv?.statusCode]).toEqual([name, 200, 200])
      expect(svg?.body).toMatch(/^<svg /)
      expect(csv?.headers['content-disposition']).toMatch(/filename="demo-[\w.-]+\.csv"/)
      expect(csv?.body.split('\r\n').length, name).toBeGreaterThan(1)
    }
  }, 60_000)

  test('a picture leaves in one size and three times it', async () => {
    const width = async (query: string) =>
      (await read(`/projects/demo/charts/funnel.png${query}`)).rawPayload.readUInt32BE(16)
    // W3C PNG: IHDR holds the width at byte 16.
    expect([await width(''), await width('?size=large')]).toEqual([720, 2160])
  })

  test.each([`${list}/nonesuch`, '/projects/demo/charts/nonesuch.svg', '/projects/demo/charts/funnel.gif'])(
    '%s is not there',
    async (url) => {
      expect((await read(url)).statusCode).toBe(404)
    },
  )
})

describe('who may see charts', () => {
  let other: World
  beforeAll(async () => {
    other = await makeWorld()
  })
  afterAll(() => other.close())

  test('those of the project; before there is anything to compare they are told so', async () => {
    const url = '/projects/service/results/charts'
    expect((await other.get(url)).headers.location).toBe('/session')
    expect((await other.get(url, { as: 'stranger' })).statusCode).toBe(404)
    expect((await other.get(url, { as: 'evaluator' })).body).toContain('inget att jämföra')
    expect((await other.get(`${url}/scales`, { as: 'evaluator' })).statusCode).toBe(404)
  })
})
