import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordResponse } from '#store/responses.ts'
import { invitations, seats } from '#store/schema.ts'
import { closeWave, openWave, type Wave } from '#store/waves.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'

let world: World
let wave: Wave
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(8, flen, 'LUG')
  world.addPeople(2, flen, 'LG')
  world.addPeople(6, ljungby, 'LUG')
  wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  // Six and one of the two groups in Flen, all six in Ljungby.
  const asked = world.db
    .select({ id: invitations.id, municipality: seats.municipalityCode, group: seats.actorGroup })
    .from(invitations)
    .innerJoin(seats, eq(seats.id, invitations.seatId))
    .all()
  const some = (municipality: { code: string }, group: string, count: number) =>
    asked.filter((one) => one.municipality === municipality.code && one.group === group).slice(0, count)
  for (const { id } of [...some(flen, 'LUG', 6), ...some(flen, 'LG', 1), ...some(ljungby, 'LUG', 6)])
    recordResponse(
      world.db,
      {
        invitationId: id,
        questionnaireId: 'samverkan',
        questionnaireVersion: 1,
        language: 'sv',
        mode: 'web',
        answers: { D1: 3 },
      },
      morning,
    )
})
afterEach(() => world.close())

/** Cells of the rows with the name, in the order of the page. */
const rowsOf = (body: string, name: string): string[][] =>
  [...body.matchAll(new RegExp(`<th scope="row">${name}</th>(.*?)</tr>`, 'gs'))].map(([, cells = '']) =>
    [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell),
  )

test('whoever runs the wave sees it by municipality and group; how much few have answered, nobody', async () => {
  const { body } = await world.get(`/waves/${wave.id}/progress`, { as: 'coordinator' })
  expect(rowsOf(body, 'Flen')[0]?.slice(0, 4)).toEqual(['10', 'inte känt', '7', '7'])
  expect(rowsOf(body, 'Ljungby')[0]?.slice(0, 4)).toEqual(['6', 'inte känt', '6', '6'])
  expect(rowsOf(body, 'Alla')[0]?.slice(0, 4)).toEqual(['16', 'inte känt', '13', '13'])
  expect(rowsOf(body, 'Alla')[0]).toHaveLength(9)
  // One of two has answered; what the other group of Flen answered would tell the one.
  expect(body.match(/<td class="soft number" colspan="5">för få<\/td>/g)).toHaveLength(2)
})

test.each(['process_leader', 'economist', 'evaluator', 'researcher'] as const)('%s does not', async (as) => {
  expect((await world.get(`/waves/${wave.id}/progress`, { as })).statusCode).toBe(403)
  expect((await world.get(`/waves/${wave.id}`, { as })).body).not.toContain(`/waves/${wave.id}/progress`)
})

test('a process leader learns how many may be reminded from the steps beside it alone, and only while it is open', async () => {
  const { body } = await world.get(`/waves/${wave.id}`, { as: 'process_leader' })
  // Seven of ten in Flen have answered, which is told as five.
  expect(body).toContain('Högst 5 som inte har svarat kan påminnas.')
  expect((await world.get(`/waves/${wave.id}`, { as: 'evaluator' })).body).not.toContain('kan påminnas')
  closeWave(world.db, wave.id, 'system', morning)
  expect((await world.get(`/waves/${wave.id}`, { as: 'process_leader' })).body).not.toContain('kan påminnas')
})

test('a wave that is planned has no answers to look at', async () => {
  const planned = world.planWave('endline')
  expect((await world.get(`/waves/${planned.id}/progress`, { as: 'coordinator' })).statusCode).toBe(404)
})
