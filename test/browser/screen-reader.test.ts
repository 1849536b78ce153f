// What a screen reader hears of every type of question: a name for each group and field, hints and errors with what
// they are about, and what is saved without being asked.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWave } from '#store/waves.ts'
import { openBrowserWorld } from '../support/browser-world.ts'
import { beginEveryType } from '../support/every-type.ts'
import { hear } from '../support/heard.ts'
import { linkInto } from '../support/links.ts'
import { morning, type World } from '../support/world.ts'

let world: World
let base: string
let close: () => Promise<void>
let page: Page
let link: string
beforeAll(async () => {
  const opened = await openBrowserWorld(1)
  ;({ world, base, close } = opened)
  const begun = await beginEveryType(world)
  link = begun.link
  await begun.send('you', { B: 'FTG', MET: '1' })
  await begun.send('facts', { HOURS: '12', WAYS: 'meet' })
  page = await (await opened.browser.newContext({ locale: 'sv' })).newPage()
})
afterAll(() => close?.())

/** Of the questions on a page, in order; buttons of one answer stand under the name of their group. */
async function questionsOf(number: number): Promise<string[]> {
  await page.goto(`${base}${link}/${number}`)
  const heard = await hear(page)
  return heard.slice(
    heard.findIndex((line) => line.startsWith('heading')) + 1,
    heard.indexOf('button "Spara och fortsätt"'),
  )
}
const points = ['Stämmer inte alls', 'Stämmer ganska dåligt', 'Stämmer delvis', 'Stämmer ganska bra', 'Stämmer helt']
const radios = (labels: readonly string[]) => labels.map((label) => `radio "${label}"`)
const contacts = ['Ingen kontakt', 'Vi vet vilka de är', 'Vi byter information', 'Vi planerar ihop', 'Vi arbetar ihop']

test.each<[what: string, page: number, lines: readonly string[]]>([
  [
    'one choice, and where it is answered that it can be taken back',
    1,
    [
      'group "Vilken grupp företräder du?"',
      ...radios(['Lokal utvecklingsgrupp', 'Företag', 'Kommunal tjänsteperson']),
      'group "Har ni träffats det senaste året?"',
      ...radios(['Ja', 'Nej']),
      'button "Ta bort svaret"',
    ],
  ],
  [
    'rows of a matrix, each with its question, and a scale of numbers with words at its ends',
    2,
    [
      'heading "Hur väl stämmer det här om era möten?"',
      'group "Hur väl stämmer det här om era möten? Alla kommer till tals"',
      ...radios([...points, 'Vet ej', 'Inte aktuellt för mig']),
      'group "Hur väl stämmer det här om era möten? Vi håller oss till det vi bestämt"',
      ...radios([...points, 'Vet ej', 'Inte aktuellt för mig']),
      'group "Hur väl fungerar samverkan i stort?" (0 är sämst och 10 är bäst.)',
      ...radios(['0 inte alls', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10 mycket väl']),
    ],
  ],
  [
    'an intensity grid without the own row',
    3,
    [
      'heading "Vad stämmer bäst på er kontakt med …"',
      'group "Vad stämmer bäst på er kontakt med … lokal utvecklingsgrupp"',
      ...radios([...contacts, 'Vet ej']),
      'group "Vad stämmer bäst på er kontakt med … kommunal tjänsteperson"',
      ...radios([...contacts, 'Vet ej']),
    ],
  ],
  [
    'several choices, one that excludes the others, and a number with its unit',
    4,
    [
      'group "Hur håller ni kontakt?" (Välj alla som stämmer.)',
      ...['Möten', 'E-post', 'Telefon', 'Inget av detta'].map((label) => `checkbox "${label}"`),
      'textbox "Hur många timmar i månaden lägger du på samverkan? (timmar i månaden)" (Skriv ett tal från 0 till 744. Decimaler går bra.)',
    ],
  ],
  [
    'a day in three fields, a short text and a long one',
    5,
    [
      'group "När träffades ni första gången?" (Till exempel 31 3 2027.)',
      ...['Dag', 'Månad', 'År'].map((part) => `textbox "${part}"`),
      'textbox "Var träffas ni?" (Högst 40 tecken.)',
      'textbox "Vad har ni lärt er av varandra?" (Skriv inte namn på enskilda personer. Högst 200 tecken.)',
    ],
  ],
  [
    'a ranking, place by place',
    6,
    [
      'group "Vad är viktigast att göra nu?" (Välj vad som kommer på plats 1 till 3. Det du inte ger någon plats räknas inte.)',
      ...['Hålla butiken öppen', 'Säkra drivmedel', 'Få ett ombud för paket', 'Bättre bussar'].map(
        (thing) => `combobox "Plats för ${thing}"`,
      ),
    ],
  ],
])('hears %s', async (_what, number, lines) => {
  expect(await questionsOf(number)).toEqual(lines)
})

test('is led to what is wrong: how much, at which questions, and at each of them what to do', async () => {
  await page.goto(`${base}${link}/5`)
  await page.locator('#FIRST-day').fill('31')
  await page.locator('#FIRST-year').fill('2027')
  await page.locator('#PLACE').fill('å'.repeat(41))
  await Promise.all([page.waitForNavigation(), page.locator('main button[value=next]').click()])
  expect(await page.title()).toBe('Fel: Tid, plats och ord – Service på landsbygden')
  const date = 'Datumet saknar månad. Fyll i det, eller töm alla tre fälten.'
  const place = 'Texten är 41 tecken. Korta den till högst 40.'
  const heard = await hear(page)
  expect(
    heard.slice(
      heard.findIndex((line) => line.startsWith('alert')),
      -4,
    ),
  ).toEqual([
    'alert "2 saker behöver rättas", live assertive, focused',
    'heading "2 saker behöver rättas"',
    `link "När träffades ni första gången? ${date}"`,
    `link "Var träffas ni? ${place}"`,
    'heading "Tid, plats och ord"',
    `group "När träffades ni första gången?" (Till exempel 31 3 2027. Fel: ${date})`,
    ...['Dag', 'Månad', 'År'].map((part) => `textbox "${part}", invalid`),
    `textbox "Var träffas ni?" (Högst 40 tecken. Fel: ${place}), invalid`,
    'textbox "Vad har ni lärt er av varandra?" (Skriv inte namn på enskilda personer. Högst 200 tecken.)',
  ])
})

test('is told that it is saved by a region that was there, and empty, before', async () => {
  await page.goto(`${base}${link}/6`)
  expect((await hear(page)).filter((line) => line.startsWith('status'))).toEqual(['status "", live polite'])
  const region = await page.locator('#saving').elementHandle()
  expect(await region?.textContent()).toBe('')
  await page.locator('#FIRSTS-bus').selectOption('1')
  await expect.poll(() => region?.textContent(), { timeout: 5000 }).toBe('Sparat')
})

test('hears each language as its own: what is Swedish on a Finnish page says so', async () => {
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  const finnish = linkInto(world, wave)
  await world.post(`${finnish}/start`)
  await page.goto(`${base}${finnish}/2?lang=fi`)
  const spoken = await page.evaluate(() =>
    ['h1', '.question legend', '.question label', 'main button[value=next]', '.steps p', 'header button'].map(
      (selector) =>
        document.querySelector(`${selector}:not(.hidden-visually)`)?.closest('[lang]')?.getAttribute('lang'),
    ),
  )
  expect(spoken).toEqual(['sv', 'sv', 'sv', 'fi', 'fi', 'sv'])
})
