// What the group answered before is shown to those who have answered, where the project wants it, and is nothing but what
// was published.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { formatDays, formatNumber } from '#i18n/format.ts'
import { levelInterval } from '#indicators/level-interval.ts'
import { publishCut } from '#publication.ts'
import { findLatestCut, getCutResults } from '#store/cuts.ts'
import { changeFeedback, findProject } from '#store/projects.ts'
import { openWave } from '#store/waves.ts'
import { fillProject } from '../support/answers.ts'
import { tokensInto } from '../support/links.ts'
import { makeWorld, morning, type World } from '../support/world.ts'

let world: World
let token: string

beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

/** Two waves answered and closed; one more is open, and somebody has answered it. */
async function answerAgain(): Promise<void> {
  fillProject(world)
  const wave = world.planWave('followup', 2)
  openWave(world.db, wave, 'system', world.clock.now)
  token = tokensInto(world, wave).answer
  await world.post(`/s/${token}/start`)
  await world.post(`/s/${token}/2`, { form: { _page: 'dialogue', D1: '1' } })
}
const allow = () => changeFeedback(world.db, findProject(world.db, 'service') ?? world.project, true, 'system', morning)
const see = (lang = 'sv') => world.get(`/s/${token}/feedback?lang=${lang}`)

test('is not offered unless the project has said so, nor to anybody who has not answered', async () => {
  await answerAgain()
  expect([(await see()).statusCode, (await see()).headers.location]).toEqual([303, `/s/${token}?lang=sv`])
  await world.post(`/s/${token}/submission`)
  expect((await see()).statusCode).toBe(303)
  expect((await world.get(`/s/${token}/receipt`)).body).not.toContain('feedback')
  allow()
  expect((await world.get(`/s/${token}/receipt`)).body).toContain('Se vad gruppen har svarat')
  expect((await see()).statusCode).toBe(200)
})

test('says why where nothing is published yet', async () => {
  await answerAgain()
  await world.post(`/s/${token}/submission`)
  allow()
  expect((await see()).body).toContain('Det finns inga publicerade resultat ännu')
  expect((await see('fi')).body).toContain('Tuloksia ei ole vielä julkaistu')
})

test('shows each level as it was published, and nothing of what has come in since', async () => {
  await answerAgain()
  await publishCut(world.db, world.project, 'system', morning)
  const cut = findLatestCut(world.db, world.project.id)
  const { indicators } = JSON.parse(cut ? getCutResults(world.db, cut) : '{}') as {
    indicators: {
      indicator: { id: string; role: string }
      overall: { all: { shown: boolean; value?: { toMean: number; toSd: number; toN: number } } }
    }[]
  }
  const published = indicators
    .filter(({ indicator }) => indicator.role === 'primary' || indicator.role === 'scale')
    .map(({ overall: { all } }) => {
      if (!all.value) return ['']
      const { toMean: mean, toSd: sd, toN: n } = all.value
      const [low, high] = levelInterval({ n, mean, sd }) ?? expect.fail('the level does not vary')
      const [shown, from, to] = [mean, low, high].map((value) => formatNumber(value, 0, 'sv'))
      return [`${shown} (${from} till ${to})`, String(n)]
    })
  await world.post(`/s/${token}/submission`)
  allow()
  const { body } = await see()
  const shown = [...body.matchAll(/<tr><th scope="row">.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td class="number">(.*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  )
  expect(shown.length).toBeGreaterThan(2)
  expect(shown.map((cells) => (cells.length > 0 ? cells : ['']))).toEqual(published)
  // Of the wave that was frozen as the later one; published on the morning of the world.
  const { opensOn, closesOn } = cut?.facts.to ?? expect.fail('nothing is published')
  expect(body).toContain(
    `i mätningen ${formatDays(opensOn, closesOn, 'sv')}. Siffrorna publicerades den 1 mars 2027. Det du svarade den 1 mars 2027 är inte med.`,
  )
})

/** Somebody who has answered the later wave, which is then published. */
async function comeBack(publishedAt: number): Promise<void> {
  const { endline } = fillProject(world)
  token = tokensInto(world, endline).answer
  allow()
  await publishCut(world.db, world.project, 'system', publishedAt)
}

test.each([
  ['sv', 'Det är den mätning som du själv svarade i.'],
  ['en', 'It is the survey that you answered yourself.'],
  ['fi', 'Se on kysely, johon sinäkin vastasit.'],
])('tells whoever comes back when their own wave is published that it is that one, %s', async (lang, sentence) => {
  await comeBack(morning)
  expect((await see(lang)).body).toContain(sentence)
})

test('tells whoever answered when their wave was published already that their answers are not in it', async () => {
  await comeBack(morning - 1)
  expect((await see()).body).toContain('Det du svarade den 1 mars 2027 är inte med.')
})
