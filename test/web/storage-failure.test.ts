// Where nothing can be stored: the page says so, everything typed stands in the form again, and the same form sent once
// more is saved when there is room. Of every type of question, answered rightly and wrongly.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drafts } from '#store/schema.ts'
import { beginEveryType, fieldsOfPage } from '../support/every-type.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { fieldsIn } from '../support/form-fields.ts'
import { whileFull } from '../support/full-disk.ts'
import { makeWorld, type World } from '../support/world.ts'
import { answers, form } from '../survey/every-type.ts'

let world: World
let link: string
beforeEach(async () => {
  world = await makeWorld()
  world.addPeople(1)
  const begun = await beginEveryType(world)
  link = begun.link
  await begun.send('you', { B: 'FTG', MET: '1' })
  await begun.send('facts', { HOURS: '12', WAYS: 'meet' })
})
afterEach(() => world.close())

const draft = (): Record<string, unknown> => JSON.parse(world.db.select().from(drafts).get()?.answers ?? '{}')
type Fields = Readonly<Record<string, string | readonly string[]>>
const flat = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
const sorted = (fields: readonly (readonly [string, string])[]) => fields.map((pair) => pair.join('=')).sort()

const rightly = Object.entries(fieldsOfPage).map(([page, fields], at) => {
  const typed: Fields = Object.fromEntries(fields.map((field) => [field, form[field]]))
  return { at: at + 1, page, typed, what: 'answered rightly' }
})
const wrongly: { at: number; page: string; typed: Fields; what: string }[] = [
  { at: 4, page: 'facts', typed: { WAYS: ['', 'mail', 'none'], HOURS: 'tolv & en <halv>' }, what: 'answered wrongly' },
  {
    at: 5,
    page: 'words',
    typed: {
      'FIRST-day': '31',
      'FIRST-month': '',
      'FIRST-year': '27',
      PLACE: '"Å"'.repeat(20),
      WORDS: `Rad ett\nrad två ${'ö'.repeat(300)}`,
    },
    what: 'answered wrongly',
  },
  {
    at: 6,
    page: 'order',
    typed: { 'FIRSTS-shop': '2', 'FIRSTS-fuel': '', 'FIRSTS-post': '2', 'FIRSTS-bus': '' },
    what: 'answered wrongly',
  },
]

describe.each([...rightly, ...wrongly])('page $at ($page), $what', ({ at, page, typed, what }) => {
  const send = (go: string) => world.post(`${link}/${at}`, { form: { _page: page, ...typed, _go: go } })

  test.each(['next', 'back', 'in-en'])('comes back as it was typed, 503, after "%s"', async (go) => {
    const before = fingerprintDatabase(world.db)
    const { statusCode, body } = await whileFull(world, () => send(go))
    expect(statusCode).toBe(503)
    expect(body).toContain('Svaret är inte sparat.')
    expect(body).toMatch(/<title>Fel: /)
    const held = fieldsIn(body).filter(([name]) => !name.startsWith('_'))
    // A place that was left empty is sent as such, whether or not it was typed.
    const isSaid = ([name, value]: readonly [string, string]) => value !== '' || Object.hasOwn(typed, name)
    expect(sorted(held.filter(isSaid))).toEqual(sorted(flat(typed)))
    expect(fingerprintDatabase(world.db)).toBe(before)
    const again = await send('next')
    expect(again.statusCode).toBe(what === 'answered rightly' ? 303 : 422)
  })

  test('says unsaved while it is typed, and saved once it is', async () => {
    const refused = await whileFull(world, () => send('keep'))
    expect([refused.statusCode, refused.json()]).toEqual([503, { state: 'unsaved' }])
    if (what === 'answered wrongly') return
    expect((await send('keep')).json()).toEqual({ state: 'saved' })
    for (const item of new Set(Object.keys(typed).map((field) => field.replace(/-.*/, ''))))
      expect([item, draft()[item]]).toEqual([item, answers[item as keyof typeof answers]])
  })
})

describe('around the questions', () => {
  const posts: [what: string, path: string, fields: Fields][] = [
    ['beginning', '/start', {}],
    ['sending in', '/submission', {}],
    ['asking for no more reminders', '/quiet', {}],
    ['leaving', '/withdraw', {}],
    ['erasing', '/erase', {}],
    ['handing over', '/handover', { name: 'Åsa Öberg', email: 'asa@kommun.example', confirm: 'yes' }],
  ]
  test.each(posts)('%s is refused with 503 and words, and can be done afterwards', async (_what, path, fields) => {
    const before = fingerprintDatabase(world.db)
    const post = () => world.post(link + path, { form: fields })
    const { statusCode, body } = await whileFull(world, post)
    expect([statusCode, fingerprintDatabase(world.db) === before]).toEqual([503, true])
    expect(body).toMatch(/gick inte att spara|går inte att spara|inte sparat/)
    for (const [name, value] of Object.entries(fields))
      if (name !== 'confirm') expect(fieldsIn(body)).toContainEqual([name, value])
    expect((await post()).statusCode).toBeLessThan(400)
  })
})
