import { afterEach, beforeEach, expect, test } from 'vitest'
import { countMessages } from '#store/messages.ts'
import { countTurnoutByMunicipality, sumTurnout } from '#store/turnout.ts'
import { findWave, type Wave } from '#store/waves.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { type Asked, makeWorld, type World } from '../support/world.ts'

let world: World
let wave: Wave
beforeEach(async () => {
  world = await makeWorld()
  wave = world.planWave()
})
afterEach(() => world.close())

const rows = ['id,kommun,aktörsgrupp,D1,D2', '17,Flen,LUG,4,5', '18,Ljungby,FTG,2,3', '19,Ljungby,FTG,,']
const good = rows.join('\n')

const send = (fields: NonNullable<Asked['multipart']>) =>
  world.post(`/projects/service/waves/${wave.id}/import`, { as: 'coordinator', multipart: fields })

test('a file of earlier responses is shown before anything is kept', async () => {
  const before = fingerprintDatabase(world.db)
  const response = await send({ file: { name: 'svar.csv', bytes: good } })
  expect(response.statusCode).toBe(200)
  expect(response.body).toMatch(/<dt>Svar att läsa in<\/dt><dd>2<\/dd>/)
  expect(response.body).toMatch(/<dt>Nya deltagare<\/dt><dd>3<\/dd>/)
  expect(response.body).toMatch(/<dt>Utan svar<\/dt><dd>1<\/dd>/)
  expect(response.body).toContain('2 av formulärets')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('a confirmed file is imported without a letter, and the same file again adds nothing', async () => {
  const response = await send({ text: good, confirm: 'yes' })
  expect(response.headers.location).toBe(`/waves/${wave.id}?done=responses_imported&n=2`)
  expect(sumTurnout(countTurnoutByMunicipality(world.db, wave.id))).toMatchObject({ invited: 3, answered: 2 })
  expect(countMessages(world.db, wave.id).invitation.queued).toBe(0)
  expect(world.woken()).toBe(0)
  expect((await send({ text: good })).body).toContain('Det finns inget att läsa in.')
  expect((await send({ text: good, confirm: 'yes' })).headers.location).toBe(`/waves/${wave.id}?done=nothing_changed`)
  expect(sumTurnout(countTurnoutByMunicipality(world.db, wave.id))).toMatchObject({ invited: 3, answered: 2 })
})

test('one answer that is none stops the file, with row, column and remedy', async () => {
  const response = await send({ text: [...rows, '20,Flen,LUG,9,<b>x</b>'].join('\n'), confirm: 'yes' })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('2 fel i filen')
  expect(response.body).toContain('<th scope="row">5</th><td>D1</td>')
  expect(response.body).toContain('<td class="row-content">20, Flen, LUG, 9, &lt;b&gt;x&lt;/b&gt;</td>')
  expect(response.body).not.toContain('<b>x')
  expect(sumTurnout(countTurnoutByMunicipality(world.db, wave.id)).invited).toBe(0)
})

test('rows that belong to nobody are listed with the reason, and nothing is imported', async () => {
  const response = await send({
    text: ['id,kommun,aktörsgrupp,D1', 'okänd@kommun.example,,,4', '21,,,3'].join('\n'),
    confirm: 'yes',
  })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('Adressen finns inte i projektet.')
  expect(response.body).toContain('Ny deltagare utan kommun eller aktörsgrupp.')
  expect(response.body).toContain('okänd@kommun.example,,,4')
  expect(findWave(world.db, wave.id)?.openedAt).toBeNull()
})

test('nothing chosen is asked for again', async () => {
  const response = await send({ text: '' })
  expect(response.statusCode).toBe(422)
  expect(response.body).toContain('href="#file"')
})
