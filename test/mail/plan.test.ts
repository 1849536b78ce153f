// Days of the week and of the change of the clock as in hours-and-pace.test.ts.
import { afterEach, expect, test } from 'vitest'
import { lookForMailings, startPlanner } from '#mail/planner.ts'
import { countAwaited } from '#store/awaited.ts'
import { type Database, joinDatabase } from '#store/database.ts'
import { makeDueMailings } from '#store/due-mailings.ts'
import { localDayOf } from '#store/local-day.ts'
import { confirmCopy, pauseMail, resumeMail, silenceCopy } from '#store/mail-pause.ts'
import { countMessages, queueInvitations, queueReminders } from '#store/messages.ts'
import { changePlan, listPlan, type NewMailing } from '#store/planned-mailings.ts'
import { messages, plannedMailings, waves } from '#store/schema.ts'
import { changeWaveDays, closeWave, findWave, removeWave, type Wave } from '#store/waves.ts'
import { claimNext, settle } from '../support/outbox.ts'
import { actionsOf, answer, day, makeWorld, minute, morning, someone, type World, waveId } from './world.ts'

const worlds: World[] = []
afterEach(() => {
  for (const world of worlds.splice(0)) world.close()
})

const utc = (text: string) => Date.parse(`${text}Z`)
const nine = 9 * 60
const opening: NewMailing = { kind: 'opening', anchor: 'opening', days: 0, minutes: nine, spacing: 0 }
const reminder = (days: number, more: Partial<NewMailing> = {}): NewMailing => ({
  kind: 'reminder',
  anchor: 'opening',
  days,
  minutes: nine,
  spacing: 3,
  ...more,
})

/** Ten people whose invitations have been sent on 1 March. */
function openWorld(plan: readonly NewMailing[]): World {
  const world = makeWorld(someone(10))
  worlds.push(world)
  queueInvitations(world.db, waveId, 'system', morning)
  sendAll(world.db, morning)
  changePlan(world.db, waveId, plan, 'staff:a', morning)
  return world
}

/** Ten people who wait for a wave that nobody has opened. */
function plannedWorld(plan: readonly NewMailing[], days: Partial<Wave> = {}): World {
  const world = makeWorld(someone(10))
  worlds.push(world)
  world.db
    .update(waves)
    .set({ openedAt: null, opensOn: '2027-03-08', ...days })
    .run()
  changePlan(world.db, waveId, plan, 'staff:a', morning)
  return world
}

function sendAll(db: Database, now: number): void {
  for (;;) {
    const claim = claimNext(db, now, localDayOf(now))
    if (claim.outcome === 'nothing') return
    if (claim.outcome === 'letter') settle(db, claim.letter.id, { outcome: 'accepted', reply: '250' }, now)
  }
}

const look = (db: Database, now: number) => makeDueMailings(db, now, () => undefined).map(({ outcome }) => outcome)
const waveIn = (db: Database): Wave => findWave(db, waveId) as Wave
const awaited = (db: Database) => countAwaited(db, waveIn(db), listPlan(db, waveIn(db)))
const due = (db: Database) => listPlan(db, waveIn(db)).map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16))
const stateOf = (db: Database) =>
  listPlan(db, waveIn(db)).map(({ kind, ordinal, state, reason }) => [kind, ordinal, state, reason])
const reminded = (db: Database) => countMessages(db, waveId).reminder.queued

test('a wave is opened on its first day at its time, by the system, with the letters of the button', () => {
  const { db } = plannedWorld([opening])
  expect(look(db, utc('2027-03-08T07:59:59'))).toEqual([])
  expect(waveIn(db).openedAt).toBeNull()
  expect(look(db, utc('2027-03-08T08:00'))).toEqual([{ letters: 10 }])
  expect(waveIn(db).openedAt).toBe(utc('2027-03-08T08:00'))
  expect(countMessages(db, waveId).invitation.queued).toBe(10)
  const said = db.query.events
    .findMany()
    .sync()
    .filter(({ action }) => action === 'wave.opened' || action === 'invitations.queued')
  expect(said.map(({ actor }) => actor)).toEqual(['system', 'system'])
})

test('a wave that is moved takes its plan along', () => {
  const { db } = plannedWorld([opening, reminder(7), { ...reminder(2), kind: 'closing_soon', anchor: 'closing' }])
  expect(due(db)).toEqual(['2027-03-08T08:00', '2027-03-15T08:00', '2027-05-29T07:00'])
  changeWaveDays(db, waveIn(db), { opensOn: '2027-04-05', closesOn: '2027-04-30' }, 'system', morning)
  expect(due(db)).toEqual(['2027-04-05T07:00', '2027-04-12T07:00', '2027-04-28T07:00'])
})

test.each([
  ['2027-03-28', 2 * 60 + 30, '2027-03-28T01:00', 'a time that the night skips: the first moment after it'],
  ['2027-10-31', 2 * 60 + 30, '2027-10-31T00:30', 'a time that comes twice: its first coming'],
  ['2027-03-27', nine, '2027-03-27T08:00', 'the day before summer time'],
  ['2027-03-28', nine, '2027-03-28T07:00', 'the day of summer time'],
])('opening on %s at minute %i happens at %s UTC (%s)', (opensOn, minutes, expected) => {
  const { db } = plannedWorld([{ ...opening, minutes }], { opensOn, closesOn: '2027-12-31' })
  expect(due(db)).toEqual([expected])
  expect(look(db, utc(expected) - 1)).toEqual([])
  expect(look(db, utc(expected))).toEqual([{ letters: 10 }])
  // The hour that comes twice comes again.
  expect(look(db, utc(expected) + 60 * minute)).toEqual([])
})

test('reminders go to those who have not answered, each on its day and once', () => {
  const { db } = openWorld([reminder(7), reminder(14)])
  answer(db, 0, morning + day)
  expect(look(db, morning + 7 * day - 1)).toEqual([])
  expect(look(db, morning + 7 * day)).toEqual([{ letters: 9 }])
  expect(look(db, morning + 7 * day)).toEqual([])
  sendAll(db, morning + 7 * day)
  answer(db, 1, morning + 8 * day)
  expect(look(db, morning + 14 * day)).toEqual([{ letters: 8 }])
  expect(actionsOf(db).filter((action) => action === 'mailing.made')).toHaveLength(2)
})

test('the last reminder is the letter of the last days', () => {
  const { db } = openWorld([reminder(2, { kind: 'closing_soon', anchor: 'closing' })])
  answer(db, 0, morning)
  expect(due(db)).toEqual(['2027-05-29T07:00'])
  expect(look(db, utc('2027-05-29T07:00'))).toEqual([{ letters: 9 }])
  expect(countMessages(db, waveId).closing_soon.queued).toBe(9)
})

test('after an extension the last reminder goes once more, with the new last day, to as many as the plan says', () => {
  const closing = reminder(2, { kind: 'closing_soon', anchor: 'closing' })
  const { db } = openWorld([closing])
  const toldBefore = utc('2027-05-29T07:00')
  look(db, toldBefore)
  sendAll(db, toldBefore)
  const extended = utc('2027-06-01T08:00')
  changeWaveDays(db, waveIn(db), { ...waveIn(db), closesOn: '2027-06-15' }, 'staff:a', extended)
  changePlan(db, waveId, [closing], 'staff:a', extended)
  expect(awaited(db).closing_soon).toBe(10)
  const again = utc('2027-06-13T07:00')
  expect(look(db, again)).toEqual([{ letters: 10 }])
  sendAll(db, again)
  expect(countMessages(db, waveId).closing_soon).toMatchObject({ accepted: 20, cancelled: 0 })
  expect(awaited(db).closing_soon).toBe(0)
})

test('an extension by however few days has the last reminder told anew', () => {
  const closing = reminder(0, { kind: 'closing_soon', anchor: 'closing', spacing: 1 })
  const { db } = openWorld([closing])
  look(db, utc('2027-05-31T07:00'))
  sendAll(db, utc('2027-05-31T07:00'))
  const extended = utc('2027-06-01T08:00')
  changeWaveDays(db, waveIn(db), { ...waveIn(db), closesOn: '2027-06-03' }, 'staff:a', extended)
  changePlan(db, waveId, [closing], 'staff:a', extended)
  expect(awaited(db).closing_soon).toBe(10)
  expect(look(db, utc('2027-06-03T07:00'))).toEqual([{ letters: 10 }])
})

test('days that are counted from the last mailing move with a reminder by hand', () => {
  const { db } = openWorld([reminder(7, { anchor: 'letter' }), reminder(5, { anchor: 'letter' })])
  expect(due(db)).toEqual(['2027-03-08T08:00', '2027-03-13T08:00'])
  queueReminders(db, waveId, 'staff:a', morning + 4 * day)
  expect(due(db)).toEqual(['2027-03-12T08:00', '2027-03-17T08:00'])
})

test('nobody is reminded twice within the days between: who was reminded by hand is let be', () => {
  const { db } = openWorld([reminder(7)])
  queueReminders(db, waveId, 'staff:a', morning + 5 * day)
  sendAll(db, morning + 5 * day)
  expect(look(db, morning + 7 * day)).toEqual([{ reason: 'recently_reminded' }])
  expect(reminded(db)).toBe(0)
})

test('two that look at once, in two processes: each mailing is made once', () => {
  const { db, file } = openWorld([reminder(7)])
  const other = joinDatabase(file)
  expect([...look(db, morning + 7 * day), ...look(other, morning + 7 * day)]).toEqual([{ letters: 10 }])
  other.$client.close()
  expect(reminded(db)).toBe(10)
})

test('a crash half-way leaves nothing: the mailing and its letters are one commit', () => {
  const { db } = openWorld([reminder(7)])
  db.$client.exec(
    `create trigger disk_full before update on planned_mailings begin select raise(abort, 'disk full'); end`,
  )
  expect(() => look(db, morning + 7 * day)).toThrow('disk full')
  expect(reminded(db)).toBe(0)
  db.$client.exec('drop trigger disk_full')
  expect(look(db, morning + 7 * day)).toEqual([{ letters: 10 }])
})

test('a clock that steps back opens nothing again and sends nothing again', () => {
  const { db } = openWorld([opening, reminder(7)])
  look(db, morning + 7 * day)
  sendAll(db, morning + 7 * day)
  closeWave(db, waveId, 'staff:a', morning + 7 * day)
  for (const back of [8, 7, 1, -20, 0, 7.5]) expect(look(db, morning + back * day)).toEqual([])
  expect(waveIn(db).closedAt).toBe(morning + 7 * day)
  expect(reminded(db)).toBe(0)
  expect(() => db.update(plannedMailings).set({ state: 'planned', settledAt: null }).run()).toThrow('stays as it is')
})

test('found late: within three days it is made, after that it is missed and says so', () => {
  const inTime = openWorld([reminder(7)]).db
  expect(look(inTime, morning + 10 * day)).toEqual([{ letters: 10 }])
  const tooLate = openWorld([reminder(7)]).db
  expect(look(tooLate, morning + 10 * day + 1)).toEqual([{ reason: 'too_late' }])
  expect(reminded(tooLate)).toBe(0)
  expect(stateOf(tooLate)).toEqual([['reminder', 1, 'missed', 'too_late']])
})

test('found late together: only the last is made', () => {
  const { db } = openWorld([reminder(7, { anchor: 'letter' }), reminder(7, { anchor: 'letter' })])
  expect(look(db, morning + 15 * day)).toEqual([{ reason: 'overtaken' }, { letters: 10 }])
})

test.each<[string, (db: Database) => void, number, string]>([
  ['the wave was closed', (db) => closeWave(db, waveId, 'staff:a', morning), 1, 'wave_closed'],
  ['its last day has passed', (db) => void db.update(waves).set({ closesOn: '2027-03-05' }).run(), 7, 'wave_over'],
])('%s: nobody is reminded', (_what, happens, days, reason) => {
  const { db } = openWorld([reminder(7)])
  happens(db)
  expect(look(db, morning + days * day)).toEqual([{ reason }])
})

test('a wave opened by hand is not opened again; one without people is not opened', () => {
  expect(look(openWorld([opening]).db, morning)).toEqual([{ reason: 'already_open' }])
  const empty = makeWorld([])
  worlds.push(empty)
  empty.db.update(waves).set({ openedAt: null }).run()
  changePlan(empty.db, waveId, [opening], 'staff:a', morning)
  expect(look(empty.db, morning)).toEqual([{ reason: 'no_participants' }])
})

test('while mail is paused nothing new is begun; what it held back for too long is missed because of it', () => {
  const { db } = openWorld([reminder(7), reminder(21)])
  const lookAt = (now: number) => {
    let woken = 0
    const log = { info() {}, warn() {} }
    lookForMailings({ db, now: () => now, wakeSender: () => (woken += 1), isBlocked: () => false, log })
    return woken
  }
  pauseMail(db, 'refused_in_row', 'system', morning)
  expect(lookAt(morning + 7 * day)).toBe(0)
  expect(stateOf(db)[0]).toEqual(['reminder', 1, 'planned', ''])
  expect(lookAt(morning + 11 * day)).toBe(0)
  expect(stateOf(db)[0]).toEqual(['reminder', 1, 'missed', 'mail_paused'])
  resumeMail(db, 'system', morning)
  expect(lookAt(morning + 21 * day)).toBe(1)
})

test('a copy opens no wave before somebody has confirmed it', () => {
  const { db } = plannedWorld([opening])
  const log = { info() {}, warn() {} }
  const now = () => utc('2027-03-08T08:00')
  db.transaction((tx) => silenceCopy(tx, morning))
  lookForMailings({ db, now, wakeSender() {}, isBlocked: () => false, log })
  expect(waveIn(db).openedAt).toBeNull()
  confirmCopy(db, 'staff:a', morning)
  lookForMailings({ db, now, wakeSender() {}, isBlocked: () => false, log })
  expect(waveIn(db).openedAt).toBe(now())
})

test('a plan made anew keeps what has been done, and numbers on', () => {
  const { db } = openWorld([reminder(7), reminder(14)])
  look(db, morning + 7 * day)
  changePlan(db, waveId, [reminder(20), reminder(27)], 'staff:a', morning + 8 * day)
  expect(stateOf(db)).toEqual([
    ['reminder', 1, 'done', ''],
    ['reminder', 2, 'planned', ''],
    ['reminder', 3, 'planned', ''],
  ])
  changePlan(db, waveId, [], 'staff:a', morning + 8 * day)
  expect(look(db, morning + 30 * day)).toEqual([])
})

test('a wave that was only a plan goes with its plan', () => {
  const { db } = plannedWorld([opening])
  db.$client.exec('delete from messages; delete from invitations')
  expect(removeWave(db, waveIn(db), 'staff:a', morning)).toBe(true)
  expect(db.select().from(plannedMailings).all()).toEqual([])
  expect(db.select().from(messages).all()).toEqual([])
})

test('the clock of the server looks at once and again, survives a disk that is full, and stops', async () => {
  const { db } = openWorld([reminder(7)])
  let now = morning
  let woken = 0
  const said: string[] = []
  const log = {
    info: (_facts: object, text: string) => said.push(text),
    warn: (_facts: object, text: string) => said.push(text),
  }
  db.$client.exec(
    `create trigger disk_full before update on planned_mailings begin select raise(abort, 'disk full'); end`,
  )
  now = morning + 7 * day
  const planner = startPlanner({
    db,
    now: () => now,
    wakeSender: () => (woken += 1),
    isBlocked: () => false,
    log,
    interval: 5,
  })
  expect(said).toEqual(['planned mailings wait'])
  db.$client.exec('drop trigger disk_full')
  await expect.poll(() => woken).toBe(1)
  expect(reminded(db)).toBe(10)
  planner.stop()
  changePlan(db, waveId, [reminder(8, { spacing: 0 })], 'system', now)
  now = morning + 9 * day
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(stateOf(db).at(-1)).toEqual(['reminder', 2, 'planned', ''])
})
