// In which language pages beside the questionnaire speak: in any that people may answer in, and still in the one that
// was chosen where an address leads on to another.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeFeedback } from '#store/projects.ts'
import { openWave } from '#store/waves.ts'
import { answeringLanguages } from '#survey/languages.ts'
import { linkInto } from '../support/links.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let link: string
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(1)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  link = linkInto(world, wave)
  changeFeedback(world.db, world.project, true, 'system', morning)
})
afterEach(() => world.close())

const languagesOffered = (html: string) => [...html.matchAll(/<a href="\?lang=(..)"/g)].map(([, language]) => language)

async function answer(): Promise<void> {
  await world.post(`${link}/start`)
  await world.post(`${link}/2`, { form: { _page: 'dialogue', D1: '4' } })
  await world.post(`${link}/submission`)
}

test.each(answeringLanguages)(
  'every page is offered in the other languages, and so is what it leads to (%s)',
  async (lang) => {
    await answer()
    for (const place of ['/choices', '/quiet', '/withdraw', '/erase', '/handover', '/feedback', '']) {
      const { body } = await world.get(`${link}${place}?lang=${lang}`)
      expect([place, body.includes(`<html lang="${lang}">`)]).toEqual([place, true])
      expect([place, languagesOffered(body)]).toEqual([place, answeringLanguages.filter((one) => one !== lang)])
      for (const [, onward = ''] of body.matchAll(/(?:href|action)="(\/s\/[^"#]*)"/g))
        expect([place, onward, onward.endsWith(`?lang=${lang}`)]).toEqual([place, onward, true])
    }
  },
)

test.each(['en', 'fi'])(
  'who is led on from a page that is no more reads on in the same language (%s)',
  async (lang) => {
    const onward = async (place: string, method: 'GET' | 'POST' = 'GET') => {
      const { headers } = await world.app.inject({ method, url: `${link}${place}?lang=${lang}` })
      return headers.location
    }
    expect(await onward('/feedback')).toBe(`${link}?lang=${lang}`)
    expect(await onward('/other', 'POST')).toBe(`${link}?lang=${lang}`)
    const form = { name: 'Ny Person', email: 'ny@kommun.example', confirm: 'yes' }
    expect((await world.post(`${link}/handover?lang=${lang}`, { form })).statusCode).toBe(200)
    expect(await onward('/handover')).toBe(`${link}?lang=${lang}`)
    await world.post(`${link}/erase?lang=${lang}`)
    for (const gone of ['/choices', '/erase']) expect(await onward(gone)).toBe(`${link}?lang=${lang}`)
  },
)

test('what is wrong with the name of a newcomer is said in Finnish to whoever reads Finnish', async () => {
  for (const name of ['x'.repeat(300), 'a\u202eb', '']) {
    const form = { name, email: 'ny@kommun.example' }
    const { statusCode, body } = await world.post(`${link}/handover?lang=fi`, { form })
    expect(statusCode).toBe(422)
    expect(/aria-labelledby="wrong">.*?<\/div>/s.exec(body)?.[0]).toMatch(/merk|nimi/)
  }
})
