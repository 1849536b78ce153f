// The outbox under random deeds of people, servers and clocks, held after every step against what may never happen. Run
// by itself it is the long form: `node bin/run.mjs test/mail/outbox-model.ts --steps 10000 --seed 6`.
import { copyFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import type { Journal } from '#mail/journal.ts'
import { takeOver } from '#mail/takeover.ts'
import { type Database, joinOwnDatabase } from '#store/database.ts'
import { makeDueMailings } from '#store/due-mailings.ts'
import type { Delivery, Ended } from '#store/ending.ts'
import { daysBetween, localDayOf } from '#store/local-day.ts'
import { findMailPause, pauseMail, resumeMail } from '#store/mail-pause.ts'
import { countMessages, queueInvitations, queueReminders, requeueFailed, resolveUnknown } from '#store/messages.ts'
import { changePlan, findLastReminder, listPlan, type NewMailing } from '#store/planned-mailings.ts'
import { erasePerson, withdrawParticipant } from '#store/rights.ts'
import { invitations, messages, plannedMailings } from '#store/schema.ts'
import { exchangeLetters, lookAgain } from '#store/sending.ts'
import { isWithin, type SendingHours, setSendingHours } from '#store/sending-hours.ts'
import { closeWave, createWave, findWave, type Wave } from '#store/waves.ts'
import { answer, identity, invitationOf, makeWorld, minute, morning, someone, waveId } from './world.ts'

const people = 20
const lastDay = '2027-05-31'
/** The second wave, which nobody opens but the plan. */
const later = { opensOn: '2027-03-20', closesOn: '2027-06-30', minutes: 9 * 60 }
const officeHours: SendingHours = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 }

/** What is true of each person and letter, kept apart from the database. */
interface Model {
  now: number
  gone: Set<number>
  answered: Set<number>
  quiet: Set<number>
  isClosed: boolean
  isPaused: boolean
  hours: SendingHours | undefined
  /** Letters by id: copies at the server, and how often a person asked for one more or counted it as sent. */
  copies: Map<string, number>
  askedAgain: Map<string, number>
  countedAsSent: Set<string>
  /** The wave that is opened by plan, and when it was; planned mailings that have been settled, as they were then. */
  laterWave: string
  laterOpenedAt: number | null
  settled: Map<string, string>
}

interface Real {
  db: Database
  journal: Journal
}

type Deed = fc.AsyncCommand<Model, Real>

interface Attempt {
  delivery: Delivery
  /** Milliseconds before it begins, and who answers meanwhile. */
  wait: number
  answers: number | undefined
  crash: 'before it begins' | 'in the air' | 'after the answer' | undefined
}

export interface ModelRun {
  seed: number
  steps: number
  runs: number
  /** How often each deed was done, and how many letters reached the server. */
  deeds: Map<string, number>
  letters: number
  /** Mailings that were made by plan. */
  mailings: number
}

/** @throws Error with the shortest sequence that breaks a promise, and the seed */
export async function runModel(leastSteps: number, seed: number): Promise<ModelRun> {
  const stepsPerRun = 100
  const world = makeWorld(someone(people))
  const laterWave = planLaterWave(world.db)
  world.db.$client.pragma('wal_checkpoint(truncate)')
  const done: ModelRun = { seed, steps: 0, runs: 0, deeds: new Map(), letters: 0, mailings: 0 }
  const scratch = `${world.file}.run`
  const once = async (deeds: Iterable<Deed>) => {
    for (const rest of ['', '-wal', '-shm', '.sending']) rmSync(scratch + rest, { force: true })
    copyFileSync(world.file, scratch)
    const db = joinOwnDatabase(scratch)
    // Power cuts are not played here, and ten thousand steps need not wait for the disk.
    db.$client.pragma('synchronous = off')
    const real: Real = { db, journal: takeOver(db, morning).journal }
    const model: Model = {
      now: morning,
      gone: new Set(),
      answered: new Set(),
      quiet: new Set(),
      isClosed: false,
      isPaused: false,
      hours: undefined,
      copies: new Map(),
      askedAgain: new Map(),
      countedAsSent: new Set(),
      laterWave,
      laterOpenedAt: null,
      settled: new Map(),
    }
    queueInvitations(db, waveId, 'system', morning)
    try {
      await fc.asyncModelRun(() => ({ model, real }), deeds)
    } finally {
      real.journal.close()
      db.$client.close()
    }
    done.runs += 1
    done.mailings += [...model.settled.values()].filter((row) => row.includes('"state":"done"')).length
    done.letters += [...model.copies.values()].reduce((sum, copies) => sum + copies, 0)
  }
  try {
    for (let run = 0; done.steps < leastSteps; run += 1)
      await fc.assert(fc.asyncProperty(fc.commands(deedsOf(done), { maxCommands: stepsPerRun, size: 'max' }), once), {
        seed: seed + run,
        numRuns: 10,
        endOnFailure: false,
      })
    return done
  } finally {
    world.close()
  }
}

export const printModelRun = ({ seed, steps, runs, deeds, letters, mailings }: ModelRun): string =>
  [
    `outbox under random deeds: ${steps} steps in ${runs} runs from seed ${seed}, ${letters} letters at the server, ${mailings} mailings by plan`,
    ...[...deeds].sort().map(([deed, times]) => `  ${deed.padEnd(22)} ${times}`),
  ].join('\n')

/** A deed that counts itself, and looks at everything when it is done. */
const deed =
  (done: ModelRun) =>
  (name: string, act: (model: Model, real: Real) => void | Promise<void>): Deed => ({
    check: () => true,
    async run(model, real) {
      await act(model, real)
      done.steps += 1
      done.deeds.set(name, (done.deeds.get(name) ?? 0) + 1)
      checkAll(model, real.db)
    },
    toString: () => name,
  })

function deedsOf(done: ModelRun): fc.Arbitrary<Deed>[] {
  const make = deed(done)
  const person = fc.noBias(fc.nat(people - 1))
  const of = (name: string, act: (model: Model, real: Real, who: number) => void) =>
    person.map((who) => make(name, (model, real) => act(model, real, who)))
  const sending = fc
    .array(attempts, { minLength: 1, maxLength: 8 })
    .map((tries) =>
      make(tries.some(({ crash }) => crash) ? 'send, and crash' : 'send', (model, real) => send(model, real, tries)),
    )
  return [
    fc.constant(make('invite', invite)),
    sending,
    sending,
    sending,
    fc.constant(make('remind', remind)),
    fc.constant(make('look at the plan', lookAtPlan)),
    fc.constant(make('look at the plan', lookAtPlan)),
    plans.map((plan) => make('plan reminders', ({ now }, { db }) => changePlan(db, waveId, plan, 'system', now))),
    of('answer', answerBy),
    of('withdraw', (model, { db }, who) => {
      withdrawParticipant(db, `participant-${who}`, 'participant', model.now)
      model.gone.add(who)
    }),
    of('erase', (model, { db }, who) => {
      erasePerson(db, identity, `person-${who}`, 'participant', model.now)
      model.gone.add(who)
    }),
    of('ask for quiet', (model, { db }, who) => {
      db.update(invitations)
        .set({ quietAt: model.now })
        .where(eq(invitations.id, invitationOf(who)))
        .run()
      model.quiet.add(who)
    }),
    // One deed of many closes the wave: what comes after it is short.
    fc.noBias(fc.nat(29)).map((chance) =>
      make('close, perhaps', (model, { db }) => {
        if (chance > 0 || model.isClosed) return
        closeWave(db, waveId, 'system', model.now)
        model.isClosed = true
      }),
    ),
    fc.noBias(fc.integer({ min: 1, max: 3 * 24 * 60 })).map((minutes) =>
      make('time passes', (model) => {
        model.now += minutes * minute
      }),
    ),
    fc.noBias(fc.integer({ min: -3 * 24 * 60, max: 6 * 24 * 60 })).map((minutes) =>
      make('the clock jumps', (model) => {
        model.now += minutes * minute
      }),
    ),
    fc.boolean().map((isSet) =>
      make(isSet ? 'set office hours' : 'send at any hour', (model, { db }) => {
        model.hours = isSet ? officeHours : undefined
        setSendingHours(db, model.hours, 'system', model.now)
      }),
    ),
    fc.noBias(fc.nat(7)).map((chance) =>
      make(chance === 0 ? 'pause' : 'resume', (model, { db }) => {
        model.isPaused = chance === 0
        if (chance === 0) pauseMail(db, 'refused_in_row', 'system', model.now)
        else resumeMail(db, 'system', model.now)
      }),
    ),
    fc
      .boolean()
      .map((isSent) => make(isSent ? 'count as sent' : 'send again', (model, real) => decide(model, real, isSent))),
    fc.constant(
      make('queue failed anew', (model, { db }) => {
        for (const { id } of lettersIn(db, 'failed')) askAgain(model, id)
        requeueFailed(db, waveId, 'system', model.now)
      }),
    ),
  ]
}

const invite = ({ now }: Model, { db }: Real): void => void queueInvitations(db, waveId, 'system', now)

const remind = ({ now }: Model, { db }: Real): void => void queueReminders(db, waveId, 'system', now)

function planLaterWave(db: Database): string {
  const { opensOn, closesOn, minutes } = later
  const questionnaire = { questionnaireId: 'kort', questionnaireVersion: 1 }
  const wave = { projectId: 'project', kind: 'endline', opensOn, closesOn, ...questionnaire } as const
  const { id } = createWave(db, wave, 'system', morning)
  changePlan(db, id, [{ kind: 'opening', anchor: 'opening', days: 0, minutes, spacing: 0 }], 'system', morning)
  return id
}

function getWave(db: Database, id: string): Wave {
  const wave = findWave(db, id)
  insist(wave !== undefined, 'a wave is gone')
  return wave
}

const plans: fc.Arbitrary<NewMailing[]> = fc
  .record({
    anchor: fc.constantFrom('opening', 'letter'),
    days: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
    minutes: fc.integer({ min: 0, max: 1439 }),
    spacing: fc.nat(7),
  })
  .map(({ days, ...same }) => days.map((after) => ({ kind: 'reminder', days: after, ...same }) as const))

/** Two that look at the same moment: the second finds nothing left to do. */
function lookAtPlan(model: Model, { db }: Real): void {
  const lastBefore = findLastReminder(db, waveId)
  const look = () => makeDueMailings(db, model.now, () => (model.isPaused ? 'mail_paused' : undefined))
  const made = look().filter(({ outcome }) => 'letters' in outcome)
  insist(look().length === 0, 'a second look at the plan found more to do')
  const today = localDayOf(model.now)
  for (const { kind, ordinal, waveId: of } of made) {
    insist(!model.isPaused, 'a planned mailing while mail is paused')
    insist(!(of === waveId && (model.isClosed || today > lastDay)), 'a planned mailing of a wave that is over')
    const row = listPlan(db, getWave(db, of)).find((one) => one.kind === kind && one.ordinal === ordinal)
    insist(row !== undefined && row.dueAt <= model.now, 'a planned mailing before its time')
    if (kind === 'opening') model.laterOpenedAt = model.now
    const days = kind === 'opening' || lastBefore === undefined ? Infinity : daysBetween(localDayOf(lastBefore), today)
    insist(days >= row.spacing, `reminded after ${days} days, ${row.spacing} were to pass`)
  }
  insist(made.length <= 2, 'more than one mailing of a wave at once')
}

function answerBy(model: Model, { db }: Real, who: number): void {
  if (model.answered.has(who) || model.gone.has(who) || model.isClosed) return
  answer(db, who, model.now)
  model.answered.add(who)
}

const attempts: fc.Arbitrary<Attempt> = fc.record({
  delivery: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Delivery>({ outcome: 'accepted', reply: '250' }) },
    { weight: 1, arbitrary: fc.constant<Delivery>({ outcome: 'retry', reason: '451', trouble: 'letter' }) },
    { weight: 1, arbitrary: fc.constant<Delivery>({ outcome: 'retry', reason: '421', trouble: 'server' }) },
    { weight: 1, arbitrary: fc.constant<Delivery>({ outcome: 'failed', reason: '550' }) },
    { weight: 1, arbitrary: fc.constant<Delivery>({ outcome: 'unknown', reason: 'silence' }) },
  ),
  wait: fc.oneof({ weight: 5, arbitrary: fc.nat(2000) }, { weight: 1, arbitrary: fc.noBias(fc.nat(12 * 60 * minute)) }),
  answers: fc.option(fc.nat(people - 1), { nil: undefined, freq: 4 }),
  crash: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('before it begins', 'in the air', 'after the answer') },
  ),
})

/** A sender's work on the real store and journal, with a server that does as it is told. */
async function send(model: Model, real: Real, tries: readonly Attempt[]): Promise<void> {
  const { db, journal } = real
  const taken = exchangeLetters(db, [], tries.length, model.now, localDayOf(model.now))
  if (taken.letters.length > 0) await journal.turnPage(taken.mark)
  const ended: Ended[] = []
  /** Letters of which the server's silence is known. */
  let known = 0
  for (const [at, letter] of taken.letters.entries()) {
    const { delivery, wait, answers, crash } = tries[at] as Attempt
    model.now += wait
    if (answers !== undefined) answerBy(model, real, answers)
    if (crash === 'before it begins') {
      restart(model, real, known)
      return
    }
    const instead = lookAgain(db, letter, model.now, taken.asOf)
    if (instead) {
      ended.push({ id: letter.id, ending: instead })
      continue
    }
    journal.begin(letter.id)
    checkBeginning(model, db, letter.id)
    const arrives = delivery.outcome === 'accepted' || delivery.outcome === 'unknown'
    if (arrives) model.copies.set(letter.id, (model.copies.get(letter.id) ?? 0) + 1)
    if (crash === 'in the air') {
      restart(model, real, known)
      return
    }
    journal.end(letter.id, delivery)
    if (delivery.outcome === 'unknown') known += 1
    if (crash === 'after the answer') {
      restart(model, real, known)
      return
    }
    ended.push({ id: letter.id, ending: delivery })
  }
  exchangeLetters(db, ended, 0, model.now, localDayOf(model.now))
  journal.forget(ended.map(({ id }) => id))
}

function restart(model: Model, real: Real, known: number): void {
  real.journal.close()
  const { journal, isCopy, unknown } = takeOver(real.db, model.now)
  real.journal = journal
  insist(!isCopy, 'a restart was taken for a copy')
  insist(unknown <= known + 1, `one letter was in the air, and ${unknown - known} are unknown`)
}

function decide(model: Model, { db }: Real, isSent: boolean): void {
  const [letter] = lettersIn(db, 'unknown')
  if (!letter) return
  resolveUnknown(db, letter.id, isSent ? 'sent' : 'requeue', 'system', model.now)
  if (isSent) model.countedAsSent.add(letter.id)
  else askAgain(model, letter.id)
}

const askAgain = (model: Model, id: string): void => {
  model.askedAgain.set(id, (model.askedAgain.get(id) ?? 0) + 1)
}

const lettersIn = (db: Database, state: 'failed' | 'unknown') =>
  db.select({ id: messages.id }).from(messages).where(eq(messages.state, state)).all()

// ── What may never happen ────────────────────────────────────────────────────────────────────────────────────────

function insist(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what)
}

/** At the moment at which a letter's first byte leaves. */
function checkBeginning(model: Model, db: Database, id: string): void {
  const row = db.select().from(messages).where(eq(messages.id, id)).get()
  insist(row !== undefined, 'a letter that is not in the outbox')
  const invited = db.select().from(invitations).where(eq(invitations.id, row.invitationId)).get()
  const who = Number(invited?.participantId.replace('participant-', ''))
  const isLater = invited?.waveId === model.laterWave
  insist(isLater || !model.answered.has(who), `mail to ${who} after the answer was committed`)
  insist(!model.gone.has(who), `mail to ${who}, who has withdrawn or been erased`)
  insist(isLater || !(row.kind === 'reminder' && model.quiet.has(who)), `a reminder to ${who}, who asked for quiet`)
  insist(isLater || !model.isClosed, 'mail of a closed wave')
  insist(!isLater || model.laterOpenedAt !== null, 'mail of a wave that is not open')
  insist(!model.isPaused, 'mail while it is paused')
  insist(localDayOf(model.now) <= (isLater ? later.closesOn : lastDay), 'mail after the last day')
  insist(model.hours === undefined || isWithin(model.hours, model.now), 'mail outside the sending hours')
}

/** After every step. */
function checkAll(model: Model, db: Database): void {
  const rows = db.select().from(messages).all()
  const counts = [waveId, model.laterWave].flatMap((id) =>
    Object.values(countMessages(db, id)).flatMap((states) => Object.values(states)),
  )
  insist(getWave(db, model.laterWave).openedAt === model.laterOpenedAt, 'a wave opened twice, or by nobody')
  const planned = db.select().from(plannedMailings).all()
  const settledNow = new Map(
    planned.flatMap((row) =>
      row.state === 'planned' ? [] : [[`${row.waveId} ${row.kind} ${row.ordinal}`, JSON.stringify(row)]],
    ),
  )
  for (const [key, row] of model.settled) insist(settledNow.get(key) === row, 'what was done or missed has changed')
  model.settled = settledNow
  insist(counts.reduce((sum, count) => sum + count, 0) === rows.length, 'counts do not add up to the letters')
  insist((findMailPause(db) !== undefined) === model.isPaused, 'paused without a reason, or sending in spite of one')
  for (const { id, state } of rows) {
    const copies = model.copies.get(id) ?? 0
    const allowed = 1 + (model.askedAgain.get(id) ?? 0)
    insist(copies <= allowed, `${copies} copies of a letter, ${allowed} allowed`)
    insist(state !== 'sending', 'a letter left in the air')
    insist(state !== 'accepted' || copies > 0 || model.countedAsSent.has(id), 'accepted, and never sent')
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { steps: { type: 'string', default: '10000' }, seed: { type: 'string', default: '6' } },
  })
  console.log(printModelRun(await runModel(Number(values.steps), Number(values.seed))))
}
