// The accessibility statement: to be found from every page, and honest in both languages.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { invitations } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { openWave } from '#store/waves.ts'
import { makeEmptyWorld, makeWorld, morning, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

test.each([
  ['sv', 'Kända brister', 'Digg', '2018:1937'],
  ['en', 'Known gaps', 'Digg', '2018:1937'],
])('the statement names its gaps, the law, the supervision and whom to write to (%s)', async (lang, ...words) => {
  const { statusCode, body } = await world.get(`/tillganglighet?lang=${lang}`)
  expect(statusCode).toBe(200)
  for (const word of words) expect(body).toContain(word)
  expect(body).toContain('href="https://www.digg.se/tdosanmalan"')
  expect(body).toContain('href="mailto:kontakt@bygden.example"')
  expect(body).toContain('href="mailto:kontakt@andra.example"')
})

test('before there is any project, the statement sends readers to their e-mail', async () => {
  const empty = await makeEmptyWorld()
  const { body } = await empty.app.inject('/tillganglighet?lang=sv')
  expect(body).toContain('Adressen står i mejlet')
  expect(body).not.toContain('mailto:')
  await empty.close()
})

test('is linked from the first page and from the questionnaire, there without leaving what is typed', async () => {
  world.addPeople(1)
  openWave(world.db, world.planWave(), 'system', morning)
  const { answer } = issueTokens(world.db, world.db.select().from(invitations).get()?.id ?? '', morning)
  const link = (body: string) => /<a href="(\/tillganglighet[^"]*)"( target="_blank")?>/.exec(body)
  expect(link((await world.get('/')).body)?.[1]).toBe('/tillganglighet')
  expect(link((await world.get(`/s/${answer}?lang=en`)).body)?.slice(1)).toEqual(['/tillganglighet?lang=en', undefined])
  await world.post(`/s/${answer}/start`)
  expect(link((await world.get(`/s/${answer}/1`)).body)?.[2]).toBe(' target="_blank"')
})
