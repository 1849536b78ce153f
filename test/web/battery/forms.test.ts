// Battery F: forms that are filled in wrongly, late, twice, or by a machine.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { closeWave, listWaves } from '#store/waves.ts'
import {
  type Case,
  dialogue,
  draftIn,
  enterSamverkan,
  type Place,
  responsesIn,
  runBattery,
  sentIn,
  texts,
  words,
} from './case.ts'

const hour = 3_600_000
const at =
  (page: number, asked: Parameters<Place['world']['post']>[1]) =>
  ({ world, link }: Place) =>
    world.post(`${link}/${page}`, asked)
const submit = ({ world, link }: Place) => world.post(`${link}/submission`)
const page = ({ world, link }: Place, number: number) => world.get(`${link}/${number}`)
const later = (place: Place, hours: number) => {
  place.world.clock.now += hours * hour
  return place
}
const closeNow = ({ world }: Place) => {
  const [wave] = listWaves(world.db, world.project.id)
  if (wave) closeWave(world.db, wave.id, 'system', world.clock.now)
}
/** A third version, in which every question reads otherwise. */
const publishAnother = ({ world }: Place) => {
  const folder = path.join(world.config.surveysDir, 'samverkan')
  const { items, ...rest } = JSON.parse(readFileSync(path.join(folder, 'v2.json'), 'utf8'))
  const reworded = items.map((item: { revision: number }) => ({
    ...item,
    revision: item.revision + 1,
    text: { sv: 'Nytt', en: 'New' },
  }))
  const text = JSON.stringify({ ...rest, version: 3, items: reworded })
  publishQuestionnaire(world.db, path.join(folder, 'v3.json'), text, world.clock.now)
}
const questionsOf = (body: string) => {
  const questions = [...body.matchAll(/<(legend|label)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , words]) => words)
  expect(questions.length).toBeGreaterThan(1)
  return questions
}
const saves = (answers: object) => (place: Place) => expect(draftIn(place)).toEqual(answers)
const { answering: a } = words

const cases: readonly Case[] = [
  {
    id: 'F1',
    given: 'nothing answered, sent in',
    ask: submit,
    status: 422,
    says: a.nothingYet,
    after: (place) => expect(responsesIn(place)).toEqual([]),
  },
  {
    id: 'F2',
    given: 'a choice that the version does not have',
    ask: at(2, dialogue({ D1: '17', D2: '5' })),
    status: 422,
    says: 'href="#D1"',
    writes: true,
    after: async (place, { body }) => {
      expect(body).toContain(words.items.error.unknown_option)
      expect(body).toMatch(/name="D2" value="5" checked/)
      await submit(place)
      expect(sentIn(place)).not.toMatchObject({ D1: expect.anything() })
    },
  },
  {
    id: 'F4',
    given: 'an answer about the own group, which is not asked about',
    ask: at(8, { form: { _page: 'contact', G_LUG: '3', G_KTJ: '2' } }),
    status: 303,
    says: '/',
    writes: true,
    after: async (place) => {
      await submit(place)
      expect(JSON.stringify(sentIn(place))).not.toContain('G_LUG')
    },
  },
  {
    id: 'F6a',
    given: 'a text of 20 kB',
    ask: at(9, texts({ O1: 'å'.repeat(10_000) })),
    status: 422,
    says: words.items.error.too_long(10_000, 2000),
    writes: true,
    after: (_place, { body }) => expect(body).toContain('å'.repeat(10_000)),
  },
  {
    id: 'F6b',
    given: 'a text of 1 MB',
    ask: async (place) => {
      await at(9, texts({ O1: 'sparat', O2: 'b' }))(place)
      return at(9, texts({ O1: 'å'.repeat(500_000), O2: 'bb' }))(place)
    },
    status: 422,
    says: words.items.error.too_long(500_000, 2000),
    writes: true,
    after: (place, { body }) => {
      expect(body).toContain('å'.repeat(500_000))
      expect(body).toContain('bb</textarea>')
      // Shown again, and not kept: a draft does not grow without end, and what was saved stays.
      expect(draftIn(place)).toMatchObject({ O1: 'sparat', O2: 'bb' })
    },
  },
  {
    id: 'F7',
    given: 'white space and characters that cannot be seen',
    ask: at(9, texts({ O1: ' \u00a0\u200b\ufeff', O2: '\n\n' })),
    status: 303,
    says: '/10',
    writes: true,
    after: saves({}),
  },
  {
    id: 'F8',
    given: 'page 3 before anything else, by somebody who has not pressed start',
    ask: async (place) => place.world.post(`${place.other}/2`, dialogue({ D1: '4' })),
    status: 303,
    says: '/',
    writes: true,
    after: async (place) =>
      expect((await place.world.get(`${place.other}/2`)).body).toMatch(/name="D1" value="4" checked/),
  },
  {
    id: 'F9',
    given: 'a page sent three hours after it was opened',
    ask: (place) => at(2, dialogue({ D1: '4' }))(later(place, 3)),
    status: 303,
    says: '/3',
    writes: true,
    after: saves({ D1: 4 }),
  },
  {
    id: 'F10a',
    given: 'two windows on different pages',
    ask: async (place) => {
      await Promise.all([at(2, dialogue({ D1: '4' }))(place), at(9, texts({ O1: 'mer tid' }))(place)])
      return place.world.get(`${place.link}/check`)
    },
    status: 200,
    says: 'mer tid',
    writes: true,
    after: saves({ D1: 4, O1: 'mer tid' }),
  },
  {
    id: 'F10b',
    given: 'two windows on the same page: the last word on each question stands',
    ask: async (place) => {
      await at(2, dialogue({ D1: '1', D2: '1' }))(place)
      return at(2, dialogue({ D2: '5' }))(place)
    },
    status: 303,
    says: '/3',
    writes: true,
    after: saves({ D1: 1, D2: 5 }),
  },
  {
    id: 'F14',
    given: 'a name filled in by the browser',
    ask: at(9, texts({ O1: 'Åsa Öberg, asa@example.org' })),
    status: 303,
    says: '/10',
    writes: true,
    after: saves({ O1: 'Åsa Öberg, asa@example.org' }),
  },
  {
    id: 'F16a',
    given: 'a wave that closed an hour ago, by somebody who had begun',
    ask: (place) => {
      closeNow(place)
      return at(2, dialogue({ D1: '4' }))(later(place, 1))
    },
    status: 303,
    says: '/3',
    writes: true,
    after: async (place) => {
      later(place, 1)
      expect((await page(place, 2)).body).toContain('kan skicka in till den 2 mars 2027 kl.')
    },
  },
  {
    id: 'F16b',
    given: 'a wave that closed 25 hours ago',
    ask: (place) => {
      closeNow(place)
      return at(2, dialogue({ D1: '4' }))(later(place, 25))
    },
    status: 410,
    says: a.closedTitle,
    writes: true,
    after: saves({}),
  },
  {
    id: 'F17',
    given: 'version 2, published meanwhile, while version 1 is being answered',
    ask: async (place) => {
      await at(2, dialogue({ D1: '4' }))(place)
      const pages = () => Promise.all([2, 3, 9].map(async (number) => questionsOf((await page(place, number)).body)))
      const before = await pages()
      publishAnother(place)
      expect(await pages()).toEqual(before)
      await at(9, texts({ O1: 'efter den nya' }))(place)
      expect((await place.world.get(`${place.link}/check`)).body).not.toContain('Nytt')
      return submit(place)
    },
    status: 303,
    says: '/receipt',
    writes: true,
    after: (place) => {
      expect(responsesIn(place)[0]?.questionnaireVersion).toBe(1)
      expect(sentIn(place)).toEqual({ D1: 4, O1: 'efter den nya' })
    },
  },
]

runBattery('battery F, forms', cases, enterSamverkan)
