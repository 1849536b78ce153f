import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getQuestionnaire } from '#store/catalogue.ts'
import { listEvents } from '#store/events.ts'
import { pauseMail } from '#store/mail-pause.ts'
import { countMessages } from '#store/messages.ts'
import { recordResponse } from '#store/responses.ts'
import { invitations } from '#store/schema.ts'
import { closeWave, findWave, listWaves, openWave, type Wave } from '#store/waves.ts'
import { wavesOf } from '#survey/lookup.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.close())

const hour = 3_600_000
const right = { kind: 'baseline', questionnaire: 'samverkan@1', opensOn: '2027-03-01', closesOn: '2027-05-31' }
const plan = (form: Record<string, string>) => world.post('/projects/service/waves', { as: 'coordinator', form })
const run = (wave: Wave, deed: string, form = {}) =>
  world.post(`/waves/${wave.id}/${deed}`, { as: 'coordinator', form })
const show = async (wave: Wave, as: 'coordinator' | 'process_leader' | 'researcher' = 'coordinator') =>
  (await world.get(`/waves/${wave.id}`, { as })).body

/** What the sender does to letters, said directly: states are the sender's, and it is not here. */
const setLetters = (state: string, outcome = '', most = 1000) =>
  world.db.$client
    .prepare(
      'update messages set state = ?, outcome = ?, attempts = 1, changed_at = ? where id in (select id from messages order by rowid limit ?)',
    )
    .run(state, outcome, world.clock.now, most)

function openedWave(people = 3): Promise<Wave> {
  world.addPeople(people)
  const wave = world.planWave()
  return run(wave, 'opening').then(() => wave)
}

test('a wave is planned with days and a questionnaire, and nothing is sent', async () => {
  const response = await plan(right)
  expect(response.statusCode).toBe(303)
  const [wave] = listWaves(world.db, world.project.id)
  expect(response.headers.location).toBe(`/waves/${wave?.id}?done=wave_planned`)
  expect(wave).toMatchObject({ kind: 'baseline', questionnaireVersion: 1, opensOn: '2027-03-01', openedAt: null })
  expect(world.woken()).toBe(0)
})

test.each([
  [{ kind: 'never' }, 'kind'],
  [{ questionnaire: 'samverkan@99' }, 'questionnaire'],
  [{ opensOn: '2027-02-30' }, 'opensOn'],
  [{ opensOn: '1 mars' }, 'opensOn'],
  [{ opensOn: '1899-01-01' }, 'opensOn'],
  [{ closesOn: '' }, 'closesOn'],
  [{ opensOn: '2027-05-31', closesOn: '2027-05-30' }, 'closesOn'],
  [{ opensOn: '2026-01-01', closesOn: '2026-02-01' }, 'closesOn'],
])('a plan that cannot be is sent back with what was typed: %j', async (change, field) => {
  const before = fingerprintDatabase(world.db)
  const typed = { ...right, ...change }
  const response = await plan(typed)
  expect(response.statusCode).toBe(422)
  expect([...response.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, named]) => named)).toEqual([field])
  expect(response.body).toContain(`id="${field}"`)
  expect(response.body).toContain(`value="${typed.opensOn}"`)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('one day is long enough for a wave, and a leap day is a day', async () => {
  expect((await plan({ ...right, opensOn: '2028-02-29', closesOn: '2028-02-29' })).statusCode).toBe(303)
})

test('a kind that is planned already is not offered, and not taken', async () => {
  world.planWave()
  const { body } = await world.get('/projects/service/waves/new', { as: 'coordinator' })
  expect(body).toMatch(/value="baseline" disabled/)
  expect(body).toMatch(/value="midterm" checked/)
  expect((await plan(right)).statusCode).toBe(422)
})

test('opening says first how many will be mailed; then everybody is invited once and the sender is woken', async () => {
  world.addPeople(3)
  const wave = world.planWave()
  expect(await show(wave)).toContain('Öppna och skicka 3 brev')
  const response = await run(wave, 'opening')
  expect([response.statusCode, response.headers.location]).toEqual([303, `/waves/${wave.id}?done=wave_opened&n=3`])
  expect(countMessages(world.db, wave.id).invitation.queued).toBe(3)
  expect(world.woken()).toBe(1)
  expect(listEvents(world.db, `wave:${wave.id}`)[0]?.actor).toBe(`staff:${world.staff.coordinator.id}`)
})

test('opening twice, from two windows, invites once', async () => {
  const wave = await openedWave()
  const before = fingerprintDatabase(world.db)
  const response = await run(wave, 'opening')
  expect(response.statusCode).toBe(409)
  expect(response.body).toContain('Mätningen är redan öppnad')
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('a wave without participants is not opened', async () => {
  const wave = world.planWave()
  expect(await show(wave)).not.toContain('/opening')
  expect((await run(wave, 'opening')).statusCode).toBe(409)
  expect(findWave(world.db, wave.id)?.openedAt).toBeNull()
})

test('a page reloads itself for those who ask to follow the letters, while there is something to follow', async () => {
  const wave = await openedWave()
  const follow = async () => (await world.get(`/waves/${wave.id}?follow=1`, { as: 'coordinator' })).body
  const page = await show(wave)
  expect(page).not.toContain('http-equiv="refresh"')
  expect(page).toContain(`href="/waves/${wave.id}?follow=1#letters"`)
  expect(await follow()).toContain('<meta http-equiv="refresh" content="5">')
  setLetters('accepted')
  expect(await follow()).not.toContain('http-equiv="refresh"')
  expect(await follow()).toContain('3 av 3 brev är klara')
})

test('reminders go to those who have had their letter, when the time has come, and say how many', async () => {
  const wave = await openedWave()
  setLetters('accepted')
  expect(await show(wave)).toContain('Just nu finns det ingen att påminna.')
  const early = await run(wave, 'reminders')
  expect(early.headers.location).toBe(`/waves/${wave.id}?done=reminders_queued&n=0`)
  world.clock.now += 21 * hour
  expect(await show(wave)).toContain('Skicka 3 påminnelser')
  const response = await run(wave, 'reminders')
  expect(response.headers.location).toBe(`/waves/${wave.id}?done=reminders_queued&n=3`)
  expect(countMessages(world.db, wave.id).reminder.queued).toBe(3)
  expect(world.woken()).toBe(2)
})

test('a wave that is not open sends no reminders and cannot be closed', async () => {
  world.addPeople(1)
  const wave = world.planWave()
  const before = fingerprintDatabase(world.db)
  for (const deed of ['reminders', 'closing', 'retries']) expect((await run(wave, deed)).statusCode).toBe(409)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

test('a refusal says whether the wave is planned, past its last day or closed, and leads back to it', async () => {
  const wave = await openedWave()
  const planned = world.planWave('midterm')
  const refused = async (of: Wave, deed: string) => {
    const { statusCode, body } = await run(of, deed)
    expect(statusCode).toBe(409)
    expect(body).toContain(`<a href="/waves/${of.id}">Till mätningen</a>`)
    return /<h1>(.*)<\/h1>/.exec(body)?.[1]
  }
  expect(await refused(planned, 'reminders')).toBe('Mätningen är inte öppen')
  world.clock.now = Date.UTC(2027, 5, 1, 8)
  for (const deed of ['reminders', 'retries', 'bounces/again', 'paper/print'])
    expect([deed, await refused(wave, deed)]).toEqual([deed, 'Mätningens sista dag har varit'])
  await run(wave, 'closing')
  for (const deed of ['reminders', 'retries', 'days', 'paper/print'])
    expect([deed, await refused(wave, deed)]).toEqual([deed, 'Mätningen är stängd'])
})

test('closing closes, once', async () => {
  const wave = await openedWave()
  expect((await run(wave, 'closing')).headers.location).toBe(`/waves/${wave.id}?done=wave_closed`)
  const closedAt = findWave(world.db, wave.id)?.closedAt
  world.clock.now += hour
  expect((await run(wave, 'closing')).statusCode).toBe(303)
  expect(findWave(world.db, wave.id)?.closedAt).toBe(closedAt)
  expect(await show(wave)).not.toContain('/closing')
})

test('closing is asked about on a page that says what it means', async () => {
  const wave = await openedWave()
  expect(await show(wave)).toContain(`href="/waves/${wave.id}/closing"`)
  expect(await show(wave)).not.toContain(`action="/waves/${wave.id}/closing"`)
  const before = fingerprintDatabase(world.db)
  const { body } = await world.get(`/waves/${wave.id}/closing`, { as: 'coordinator' })
  expect(body).toContain('Hittills har 0 av 3 svarat.')
  expect(body).toContain('kan inte öppnas igen')
  expect(body).toContain(`<form method="post" action="/waves/${wave.id}/closing"`)
  expect(fingerprintDatabase(world.db)).toBe(before)
})

describe('first and last day', () => {
  const lastMoment = Date.UTC(2027, 4, 31, 21, 59)

  test('before the first day, opening is asked about, and then today is the first day', async () => {
    world.addPeople(3)
    await plan({ ...right, opensOn: '2027-03-08' })
    const [wave] = listWaves(world.db, world.project.id) as [Wave]
    expect(await show(wave)).not.toContain(`action="/waves/${wave.id}/`)
    const unasked = await run(wave, 'opening')
    expect([unasked.statusCode, unasked.headers.location]).toEqual([303, `/waves/${wave.id}/opening`])
    expect(findWave(world.db, wave.id)?.openedAt).toBeNull()
    const { body } = await world.get(`/waves/${wave.id}/opening`, { as: 'coordinator' })
    expect(body).toContain('planerad att börja 8 mars 2027')
    expect(body).toContain('Öppna och skicka 3 brev')
    expect((await run(wave, 'opening', { early: 'yes' })).headers.location).toContain('done=wave_opened&n=3')
    expect(findWave(world.db, wave.id)?.opensOn).toBe('2027-03-01')
  })

  test('after the last day a planned wave is not opened', async () => {
    world.addPeople(1)
    const wave = world.planWave()
    world.clock.now = lastMoment + 60_000
    expect(await show(wave)).toContain('Ändra dagarna innan du öppnar den.')
    await run(wave, 'opening', { early: 'yes' })
    expect(findWave(world.db, wave.id)?.openedAt).toBeNull()
    expect((await world.get(`/waves/${wave.id}/opening`, { as: 'coordinator' })).statusCode).toBe(303)
  })

  test('after the last day an open wave is shown as closed, sends nothing, and can be extended', async () => {
    const wave = await openedWave()
    setLetters('accepted')
    world.clock.now = lastMoment
    expect(await show(wave)).toContain('<span class="tag tag-open">Öppen</span>')
    world.clock.now += 60_000
    const page = await show(wave)
    expect(page).toContain('<span class="tag tag-closed">Stängd</span>')
    // Whoever had begun has another day: 24 hours from midnight in Stockholm.
    expect(page).toContain('har på sig till och med 1 juni 2027.')
    expect(page).toContain(`href="/waves/${wave.id}/days">Förläng`)
    for (const list of ['/projects', '/projects/service'])
      expect((await world.get(list, { as: 'economist' })).body).toContain('tag-closed')
    for (const deed of ['reminders', 'retries']) expect((await run(wave, deed)).statusCode).toBe(409)

    const woken = world.woken()
    const response = await run(wave, 'days', { closesOn: '2027-06-30' })
    expect(response.headers.location).toBe(`/waves/${wave.id}?done=wave_days_changed`)
    expect(world.woken()).toBe(woken + 1)
    expect(await show(wave)).toContain('<span class="tag tag-open">Öppen</span>')
    expect((await run(wave, 'reminders')).headers.location).toContain('n=3')
  })

  test('an open wave keeps its first day and never ends in the past; a closed one keeps both', async () => {
    const wave = await openedWave()
    const { body } = await world.get(`/waves/${wave.id}/days`, { as: 'coordinator' })
    expect(body).not.toContain('name="opensOn"')
    for (const closesOn of ['2027-02-28', 'i maj']) {
      const response = await run(wave, 'days', { opensOn: '2027-01-01', closesOn })
      expect(response.statusCode).toBe(422)
      expect(response.body).toContain('<a href="#closesOn">')
      expect(response.body).toContain(`value="${closesOn}"`)
    }
    await run(wave, 'days', { opensOn: '2027-01-01', closesOn: '2027-03-20' })
    expect(findWave(world.db, wave.id)).toMatchObject({ opensOn: '2027-03-01', closesOn: '2027-03-20' })
    expect((await run(wave, 'days', { closesOn: '2027-03-20' })).headers.location).toContain('nothing_to_change')
    await run(wave, 'closing')
    expect((await run(wave, 'days', { closesOn: '2027-08-01' })).statusCode).toBe(409)
    expect((await world.get(`/waves/${wave.id}/days`, { as: 'coordinator' })).statusCode).toBe(303)
  })

  test('both days of a plan can be changed, and the plan can be taken away', async () => {
    const wave = world.planWave()
    await run(wave, 'days', { opensOn: '2027-04-01', closesOn: '2027-04-30' })
    expect(findWave(world.db, wave.id)).toMatchObject({ opensOn: '2027-04-01', closesOn: '2027-04-30' })
    expect((await world.get(`/waves/${wave.id}/removal`, { as: 'coordinator' })).body).toContain('Ta bort mätningen?')
    const response = await run(wave, 'removal')
    expect(response.headers.location).toBe('/projects/service?done=wave_removed')
    expect(listWaves(world.db, world.project.id)).toEqual([])
  })

  test('a wave that has been opened is not taken away', async () => {
    const wave = await openedWave()
    expect((await run(wave, 'removal')).statusCode).toBe(409)
    expect((await world.get(`/waves/${wave.id}/removal`, { as: 'coordinator' })).statusCode).toBe(303)
    expect(findWave(world.db, wave.id)).toBeDefined()
  })
})

describe('waves that stand oddly to each other', () => {
  const remarks = async (kind: string, opensOn: string, closesOn: string, as: 'coordinator' | 'economist') => {
    const response = await plan({ ...right, kind, opensOn, closesOn })
    expect(response.statusCode).toBe(303)
    const { body } = await world.get(response.headers.location?.split('?')[0] ?? '', { as })
    return [...body.matchAll(/<li>(”[^<]*)<\/li>/g)].map(([, text]) => text)
  }

  test('are planned, and remarked upon', async () => {
    world.planWave('midterm')
    expect(await remarks('endline', '2027-03-01', '2027-04-01', 'coordinator')).toEqual([
      '”Efter” pågår samtidigt som ”Halvvägs” (1 mars 2027 – 31 maj 2027). De som är med i båda blir tillfrågade två gånger.',
    ])
    expect(await remarks('baseline', '2027-06-01', '2027-06-30', 'coordinator')).toEqual([
      '”Halvvägs” börjar före ”Före”, som börjar 1 juni 2027. Är det så du har tänkt?',
      '”Efter” börjar före ”Före”, som börjar 1 juni 2027. Är det så du har tänkt?',
    ])
  })

  test('are not where one comes after the other, nor told to those who do not plan', async () => {
    world.planWave('baseline')
    expect(await remarks('midterm', '2027-06-01', '2027-06-30', 'coordinator')).toEqual([])
    expect(await remarks('endline', '2027-06-01', '2027-06-30', 'economist')).toEqual([])
  })
})

describe('before anything goes out', () => {
  test('the letter can be read in both languages, to nobody and with links that open nothing', async () => {
    world.addPeople(1)
    const wave = world.planWave()
    expect(await show(wave)).toContain(`href="/waves/${wave.id}/letters/invitation"`)
    const { body } = await world.get(`/waves/${wave.id}/letters/invitation`, { as: 'coordinator' })
    expect(body).toContain('Hej Kim Exempel!')
    expect(body).toContain('Dear Kim Example,')
    expect(body).not.toMatch(/deltagare\d@/)
    for (const [language, subject] of [
      ['sv', 'Hur fungerar samverkan hos er? Enkät från Service på landsbygden'],
      ['en', 'How does collaboration work where you are? Questionnaire from Services in the countryside'],
    ]) {
      const html = await world.get(`/waves/${wave.id}/letters/invitation/${language}`, { as: 'coordinator' })
      expect(html.body).toContain(`<title>${subject}</title>`)
      expect(html.headers['content-security-policy']).toContain('sandbox')
      const [, dead] = html.body.match(/href="https?:\/\/[^/"]+(\/s\/[^"]+)"/) ?? []
      expect((await world.get(dead ?? '/')).statusCode).toBe(404)
    }
    const reminder = await world.get(`/waves/${wave.id}/letters/reminder`, { as: 'coordinator' })
    expect(reminder.body).toContain('<strong lang="sv">Påminnelse: enkäten från Service på landsbygden är öppen till')
    for (const wrong of ['letters/greeting', 'letters/invitation/de'])
      expect((await world.get(`/waves/${wave.id}/${wrong}`, { as: 'coordinator' })).statusCode).toBe(404)
  })

  test('the questionnaire of the wave can be read on one page, where nothing can be answered or sent', async () => {
    const [first, last] = [world.planWave('baseline', 1), world.planWave('endline', 2)]
    const ask = async (wave: Wave) => (await world.get(`/waves/${wave.id}/questionnaire`, { as: 'economist' })).body
    const itemsIn = (html: string) =>
      new Set([...html.matchAll(/<(?:input|textarea)[^>]* name="(\w+)"/g)].map(([, item]) => item))
    for (const wave of [first, last]) {
      const questionnaire = getQuestionnaire(world.db, 'samverkan', wave.questionnaireVersion)
      const asked = questionnaire.items
        .filter((item) => wavesOf(questionnaire, item).includes(wave.kind))
        .map(({ id }) => id)
      const html = await ask(wave)
      expect([...itemsIn(html)].sort()).toEqual([...asked].sort())
      expect(html.replace(/<fieldset disabled>[\s\S]*?\n<\/fieldset>\n(?=<h2>|<\/div>)/g, '')).not.toMatch(
        /<input|<textarea/,
      )
    }
  })
})

test('an uncertain letter is not done: it waits for a decision, says whose it is, and is decided once', async () => {
  const wave = await openedWave()
  setLetters('accepted')
  setLetters('unknown', '<b>timeout</b> after data', 1)
  const page = await show(wave)
  expect(page).toContain('d…@kommun.example')
  expect(page).toMatch(/Deltagare \d<br><span class="soft small">Flen · d…@kommun\.example/)
  expect(page).not.toContain('deltagare1@')
  expect(page).toContain('2 av 3 brev är klara, ett väntar på ditt beslut')
  expect(page).toContain('&lt;b&gt;timeout&lt;/b&gt;')
  const [, letter] = page.match(/letters\/([\w-]+)\/resolution/) ?? []
  const again = await run(wave, `letters/${letter}/resolution`, { decision: 'requeue' })
  expect(again.headers.location).toBe(`/waves/${wave.id}?done=letter_requeued`)
  expect(countMessages(world.db, wave.id).invitation).toMatchObject({ queued: 1, accepted: 2, unknown: 0 })
  const before = fingerprintDatabase(world.db)
  const late = await run(wave, `letters/${letter}/resolution`, { decision: 'sent' })
  expect(late.headers.location).toBe(`/waves/${wave.id}?done=letter_settled`)
  expect(fingerprintDatabase(world.db)).toBe(before)
  expect((await run(wave, `letters/${letter}/resolution`, { decision: 'burn' })).statusCode).toBe(400)
})

test('a letter that is tried again wants nothing from anybody, and stands apart', async () => {
  const wave = await openedWave()
  setLetters('accepted')
  setLetters('retry', '451 4.7.1 later', 1)
  const page = await show(wave)
  expect(page).toContain('Brev som försöks igen')
  expect(page).not.toMatch(/Brev som behöver dig|Bestäm/)
})

test('people without an address are no letters, and none of those that are done', async () => {
  const wave = world.planWave()
  world.addPeople(3)
  const answers = ['id;kommun;aktörsgrupp;D1', '1;Flen;LUG;3', '2;Flen;LUG;4'].join('\n')
  const earlier = world.planWave('midterm')
  await world.post(`/projects/service/waves/${earlier.id}/import`, {
    as: 'coordinator',
    multipart: { text: answers, confirm: 'yes' },
  })
  const before = await show(wave)
  expect(before).toContain('Öppna och skicka 3 brev')
  expect(before).toContain('går direkt till 3 personer. 2 personer saknar e-postadress och får inget brev.')
  expect((await run(wave, 'opening')).headers.location).toBe(`/waves/${wave.id}?done=wave_opened&n=3`)
  setLetters('accepted')
  const page = await show(wave)
  expect(page).toContain('3 av 3 brev är klara')
  expect(page).toMatch(/Skickade<\/th><th scope="col" class="number">Saknar adress<\/th>/)
  expect(page).toMatch(/data-cell>3<\/td><td class="number">2<\/td><td class="number" data-cell>5</)
  const preflight = (await world.get(`/waves/${wave.id}/preflight`, { as: 'coordinator' })).body
  expect(preflight).toContain('npm run people -- address')
})

test('a project in which nobody has an address can be opened, and says that no letter is sent', async () => {
  const first = world.planWave()
  await world.post(`/projects/service/waves/${first.id}/import`, {
    as: 'coordinator',
    multipart: { text: 'id;kommun;aktörsgrupp;D1\n1;Flen;LUG;3', confirm: 'yes' },
  })
  const wave = world.planWave('endline')
  expect(await show(wave)).toContain('Öppna utan brev')
  await run(wave, 'opening')
  expect(countMessages(world.db, wave.id).invitation.queued).toBe(0)
  expect(findWave(world.db, wave.id)?.openedAt).not.toBeNull()
})

test('a letter may be counted as sent; nothing is sent then', async () => {
  const wave = await openedWave(1)
  setLetters('unknown')
  const woken = world.woken()
  const [, letter] = (await show(wave)).match(/letters\/([\w-]+)\/resolution/) ?? []
  await run(wave, `letters/${letter}/resolution`, { decision: 'sent' })
  expect(countMessages(world.db, wave.id).invitation).toMatchObject({ accepted: 1, unknown: 0 })
  expect(world.woken()).toBe(woken)
})

test('a letter is decided on its own wave only', async () => {
  const wave = await openedWave(1)
  setLetters('unknown')
  const other = world.planWave('endline')
  const [, letter] = (await show(wave)).match(/letters\/([\w-]+)\/resolution/) ?? []
  expect((await run(other, `letters/${letter}/resolution`, { decision: 'sent' })).statusCode).toBe(404)
  expect(countMessages(world.db, wave.id).invitation.unknown).toBe(1)
})

test('letters that were refused can be tried again, and paused mail resumed', async () => {
  const wave = await openedWave()
  setLetters('failed', '550 no such user')
  pauseMail(world.db, 'refused_in_row', 'system', world.clock.now)
  const page = await show(wave)
  expect(page).toContain('Utskicken är pausade')
  expect(page).toContain('550 no such user')
  expect(page.match(/bounces\/[\w-]+">Rätta adressen/g)).toHaveLength(3)
  expect((await run(wave, 'retries')).headers.location).toBe(`/waves/${wave.id}?done=letters_requeued&n=3`)
  expect((await run(wave, 'mail-resumption')).statusCode).toBe(303)
  expect(await show(wave)).not.toContain('Utskicken är pausade')
})

test('answers are counted by municipality, and a process leader sees the own one alone', async () => {
  world.addPeople(2)
  world.addPeople(4, ljungby)
  const wave = world.planWave()
  await run(wave, 'opening')
  const all = await show(wave)
  expect(all).toMatch(/<dt>Inbjudna<\/dt><dd>6<\/dd>/)
  expect(all).toContain('<th scope="row">Ljungby</th>')
  const own = await show(wave, 'process_leader')
  expect(own).toMatch(/<dt>Inbjudna<\/dt><dd>2<\/dd>/)
  expect(own).not.toContain('Ljungby')
  expect(own).not.toContain('id="letters"')
  expect(own).not.toContain('/closing')
})

test('answers to an open wave move in steps of five for those who send no reminders, and are exact when it is closed', async () => {
  world.addPeople(12, flen)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  const asked = world.db.select().from(invitations).all()
  const about = { questionnaireId: 'samverkan', questionnaireVersion: 1, language: 'sv', mode: 'web' } as const
  const counted = async (as: 'coordinator' | 'process_leader' | 'researcher') =>
    [...(await show(wave, as)).matchAll(/<dt>Har svarat<\/dt><dd>(\d+)/g)].map(([, people]) => Number(people))
  const seen: number[][] = []
  for (const { id } of asked) {
    recordResponse(world.db, { invitationId: id, ...about, answers: { D1: 3 } }, morning)
    seen.push([
      ...(await counted('process_leader')),
      ...(await counted('researcher')),
      ...(await counted('coordinator')),
    ])
  }
  expect(seen).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10].map((people, at) => [people, people, at + 1]))
  expect(await show(wave, 'process_leader')).toContain('i steg om 5')
  expect(await show(wave, 'process_leader')).toMatch(
    /<th scope="row">Flen<\/th><td class="number">12<\/td><td class="number">0<\/td><td class="number">10</,
  )
  closeWave(world.db, wave.id, 'system', morning)
  expect(await counted('process_leader')).toEqual([12])
  expect(await show(wave, 'process_leader')).not.toContain('i steg om')
})

test('a researcher sees the turnout, and neither letters nor municipalities', async () => {
  const wave = await openedWave()
  const page = await show(wave, 'researcher')
  expect(page).toMatch(/<dt>Inbjudna<\/dt><dd>3<\/dd>/)
  expect(page).not.toContain('id="letters"')
  expect(page).not.toContain('<th scope="row">Flen</th>')
})
