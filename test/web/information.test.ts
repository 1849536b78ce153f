// What participants are told: every edition kept, every response remembers its own, and no promise that cannot be kept.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listInformation } from '#store/information.ts'
import { informationEditions, responses } from '#store/schema.ts'
import { openWave } from '#store/waves.ts'
import { formIn, hiddenIn } from '../support/form-fields.ts'
import { tokensInto } from '../support/links.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const url = '/projects/service/information'
const own = {
  legalBasis: 'consent',
  origin: 'own',
  bodySv: 'Vår egen text.\n\nAndra stycket.',
  bodyEn: 'Our own text.',
}
const write = (form: Record<string, string>) => world.post(url, { as: 'coordinator', form })
const editions = () => listInformation(world.db, world.project.id)

describe('staff', () => {
  test('choose a legal basis and write a text; each change is a new edition, and no change is none', async () => {
    expect((await world.get(url, { as: 'coordinator' })).body).toContain('Ingen utgåva har sparats ännu')
    expect((await write(own)).statusCode).toBe(303)
    await write(own)
    await write({ ...own, bodySv: 'Ändrad.' })
    await write({ legalBasis: 'public_interest', origin: 'standard' })
    expect(editions().map(({ version, origin, legalBasis }) => [version, origin, legalBasis])).toEqual([
      [3, 'standard', 'public_interest'],
      [2, 'own', 'consent'],
      [1, 'own', 'consent'],
    ])
    expect(editions()[0]?.bodySv).toContain('allmänt intresse')
    expect((await world.get(url, { as: 'coordinator' })).body).toContain('Utgåva 3')
  })

  test.each(['anonymt', 'Anonyma', 'ANONYMITET', 'ano­nymt', 'a n o n y m t', 'anonymously'])(
    'may not promise what a personal link cannot keep (%s)',
    async (promise) => {
      const field = promise.endsWith('ly') ? 'bodyEn' : 'bodySv'
      const response = await write({ ...own, [field]: `Du svarar ${promise} här.` })
      expect(response.statusCode).toBe(422)
      expect(editions()).toEqual([])
    },
  )

  test('are told why, and keep what they typed', async () => {
    const { body } = await write({ ...own, bodySv: 'Svaren är anonyma.' })
    expect(body).toContain('Ta bort ordet ”anonyma”. Svaren är pseudonymiserade')
    expect(body).toContain('Svaren är anonyma.</textarea>')
    expect((await write({ ...own, bodyEn: ' ' })).body).toContain('Skriv texten på båda språken')
    expect((await write({ ...own, legalBasis: 'because' })).body).toContain('Välj en rättslig grund')
  })

  const opened = async () => formIn((await world.get(url, { as: 'coordinator' })).body)

  test('who write in the boxes while the standard text is chosen are asked, and lose nothing', async () => {
    const form = await opened()
    expect(form.origin).toBe('standard')
    const asked = await write({ ...form, bodySv: 'Vår egen text.', bodyEn: 'Our own text.' })
    expect([asked.statusCode, editions()]).toEqual([422, []])
    expect(asked.body).toContain('Du har ändrat texten, men standardtexten var vald.')
    const again = formIn(asked.body)
    // What they wrote is what they most likely want.
    expect([again.origin, again.bodySv, again.bodyEn]).toEqual(['own', 'Vår egen text.', 'Our own text.'])
    expect((await write(again)).statusCode).toBe(303)
    expect(editions()[0]).toMatchObject({ origin: 'own', bodySv: 'Vår egen text.' })
  })

  test('who choose the standard text once more after that get it, until they write something else', async () => {
    const form = { ...(await opened()), bodySv: 'Vår egen text.' }
    const asked = formIn((await write(form)).body)
    const otherwise = await write({ ...asked, origin: 'standard', bodySv: 'En annan.' })
    expect(otherwise.statusCode).toBe(422)
    expect((await write({ ...asked, origin: 'standard' })).statusCode).toBe(303)
    expect(editions()[0]).toMatchObject({ origin: 'standard', bodySv: expect.stringContaining('Hela bygden') })
  })

  test('who leave their own text in the boxes and choose the standard text are not asked', async () => {
    await write(own)
    expect((await write({ ...(await opened()), origin: 'standard' })).statusCode).toBe(303)
    expect(editions().map(({ origin }) => origin)).toEqual(['standard', 'own'])
  })

  test('of whom two write at once see each other’s text, and make no notice of halves', async () => {
    await write(own)
    const [first, second] = [await opened(), await opened()]
    await write({ ...first, bodySv: 'Cecilias text' })
    const asked = await world.post(url, { as: 'admin', form: { ...second, bodyEn: 'The text of Astrid' } })
    expect([asked.statusCode, editions().length]).toEqual([409, 2])
    expect(asked.body).toContain('<dd>Cecilias text</dd>')
    const again = formIn(asked.body)
    expect([again.bodySv, again.bodyEn]).toEqual([second.bodySv, 'The text of Astrid'])
    expect((await world.post(url, { as: 'admin', form: again })).statusCode).toBe(303)
    expect(editions()[0]).toMatchObject({ bodySv: second.bodySv, bodyEn: 'The text of Astrid' })
    // The feedback is no part of the notice.
    const other = await world.post(url, { as: 'admin', form: { ...first, showsFeedback: 'yes' } })
    expect([other.statusCode, editions().length]).toEqual([303, 3])
  })

  test('of other roles do not come in', async () => {
    expect((await world.get(url, { as: 'evaluator' })).statusCode).toBe(403)
    expect((await world.post(url, { as: 'process_leader', form: own })).statusCode).toBe(403)
    expect((await world.get(url, { as: 'stranger' })).statusCode).toBe(404)
  })

  test('can neither change nor remove an edition', () => {
    const edition = { projectId: world.project.id, version: 1, origin: 'own', legalBasis: 'consent' } as const
    world.db
      .insert(informationEditions)
      .values({ ...edition, bodySv: 'a', bodyEn: 'b', madeAt: morning, madeBy: 'system' })
      .run()
    expect(() => world.db.update(informationEditions).set({ bodySv: 'c' }).run()).toThrow()
    expect(() => world.db.delete(informationEditions).run()).toThrow()
  })
})

test('no word that a participant reads promises what a personal link cannot keep', () => {
  const folder = path.join(import.meta.dirname, '../../src/i18n')
  const read = ['answering', 'participation', 'items', 'accessibility', 'common', 'mail', 'letters', 'paper', 'trouble']
  const files = ['fi.ts', ...['sv', 'en'].flatMap((language) => read.map((name) => `${language}/${name}.ts`))]
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/^ *(\/\/|\/?\*).*$/gm, ''))
  expect(texts.filter((text) => /anonym|nimett/i.test(text))).toEqual([])
})

describe('a participant', () => {
  let token: string
  beforeEach(() => {
    world.addPeople(2)
    const wave = world.planWave()
    openWave(world.db, wave, 'system', morning)
    token = tokensInto(world, wave).answer
  })
  const answer = () => world.post(`/s/${token}/2`, { form: { _page: 'dialogue', D1: '4' } })
  const send = () => world.post(`/s/${token}/submission`)
  const landing = async (lang = 'sv') => (await world.get(`/s/${token}?lang=${lang}`)).body
  /** With what the landing says of itself: which edition of the text stood there. */
  const begin = async (page?: string) => world.post(`/s/${token}/start`, { form: hiddenIn(page ?? (await landing())) })

  test('reads whose it is, on what ground, what rights there are and where to complain, in both languages', async () => {
    for (const [lang, words] of [
      [
        'sv',
        ['Hela bygden är personuppgiftsansvarig', 'artikel 6.1 f', 'Integritetsskyddsmyndigheten', 'minst 5 personer'],
      ],
      [
        'en',
        ['Hela bygden is the controller', 'article 6(1)(f)', 'Swedish Authority for Privacy', 'at least 5 people'],
      ],
    ] as const) {
      const body = await landing(lang)
      for (const word of words) expect(body).toContain(word)
      expect(body).not.toMatch(/anonym/i)
    }
  })

  /** What article 13 of the GDPR asks for, and article 14 where others have given the data. */
  const toTell = [
    ['who is responsible', /Hela bygden är personuppgiftsansvarig/, /Hela bygden is the controller/],
    ['how to reach them', /kontakt@bygden\.example/, /kontakt@bygden\.example/],
    ['the data protection officer', /dataskyddsombud/, /data protection officer/],
    ['what for', /följa hur samverkan utvecklas/, /follow how collaboration develops/],
    ['on what ground', /Rättslig grund är intresseavvägning/, /legal basis is legitimate interest/],
    ['whose interest it is', /intresset av att kunna visa/, /the interest in showing/],
    ['what data', /ditt namn, din e-postadress, din kommun/, /your name, your e-mail address, your municipality/],
    [
      'from whom',
      /kommer från dem som leder projektet och från dig/,
      /come from those who lead the project and from you/,
    ],
    ['who gets them', /Forskare kan få svaren.*server och e-post/, /Researchers may get.*server and e-mail/],
    ['other countries', /utanför EU och EES/, /outside the EU and EEA/],
    ['how long', /så länge projektet följs upp/, /for as long as the project is followed up/],
    ['a copy', /få en kopia/, /to get a copy/],
    [
      'what may be asked for',
      /rättat eller raderat, och att begränsa eller invända/,
      /corrected or erased, and to restrict or object/,
    ],
    ['where to complain', /Integritetsskyddsmyndigheten/, /Swedish Authority for Privacy Protection/],
    ['that nobody has to', /frivilligt att svara, och det får inga följder/, /voluntary, and nothing happens to you/],
    ['decisions by machine', /inga beslut fattas automatiskt/, /no decisions are made automatically/],
  ] as const

  test('is told in the standard text all that the law asks for, in both languages', async () => {
    const swedish = (await landing('sv')).replaceAll('\n', ' ')
    const english = (await landing('en')).replaceAll('\n', ' ')
    for (const [what, sv, en] of toTell) expect([what, sv.test(swedish), en.test(english)]).toEqual([what, true, true])
  })

  test('who consents is told of taking it back, and of getting a file', async () => {
    await write({ legalBasis: 'consent', origin: 'standard' })
    expect(await landing()).toMatch(/ta tillbaka det när du vill.*som en fil/)
    expect(await landing('en')).toMatch(/take it back whenever you like.*as a file/)
  })

  test('consents by an act of its own where consent is the ground', async () => {
    expect(await landing()).toContain('>Börja svara<')
    await write(own)
    expect(await landing()).toContain('>Jag samtycker och börjar svara<')
    expect(await landing()).toContain('Andra stycket.')
  })

  test('sends in a response that remembers which edition was shown', async () => {
    await begin()
    expect(editions().map(({ origin, madeBy }) => [origin, madeBy])).toEqual([['standard', 'system']])
    await write({ ...own, legalBasis: 'public_interest' })
    await answer()
    await send()
    expect(world.db.select().from(responses).all()[0]?.informationVersion).toBe(1)
  })

  test('sends in nothing without having been told, and what was answered waits', async () => {
    await answer()
    expect((await send()).headers.location).toBe(`/s/${token}?read=1`)
    expect((await world.get(`/s/${token}?read=1`)).body).toContain('Läs först hur dina svar behandlas')
    expect(world.db.select().from(responses).all()).toEqual([])
    await begin()
    expect((await send()).headers.location).toBe(`/s/${token}/receipt`)
    expect(world.db.select().from(responses).all()[0]).toMatchObject({ informationVersion: 1, answers: '{"D1":4}' })
  })

  test('consents anew where consent has become the ground, or a program has pressed the button', async () => {
    await begin()
    await answer()
    await write(own)
    expect(await landing()).toContain('>Jag samtycker och fortsätter svara<')
    expect(await landing()).not.toContain('Gå till den första delen')
    expect((await send()).headers.location).toBe(`/s/${token}?read=1`)
    await begin()
    expect(await landing()).toContain('>Fortsätt svara<')
    await write({ ...own, bodySv: 'En annan text.' })
    expect(await landing()).toContain('>Jag samtycker och fortsätter svara<')
    await begin()
    expect((await send()).headers.location).toBe(`/s/${token}/receipt`)
    expect(world.db.select().from(responses).all()[0]?.informationVersion).toBe(3)
  })

  test('is asked for consent where nothing is answered, whoever has pressed the button', async () => {
    await write(own)
    await begin()
    expect(await landing()).toContain('>Jag samtycker och börjar svara<')
  })

  test('who begins with a text that has meanwhile been changed reads the new one first', async () => {
    const stale = await landing()
    await write(own)
    const first = await begin(stale)
    expect(first.headers.location).toBe(`/s/${token}?read=1`)
    const again = await begin()
    expect(again.headers.location).toBe(`/s/${token}/1`)
  })
})
