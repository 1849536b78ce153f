// A project's own pages: before, while and after its waves are open, files taken in, letters sent.
import { eq } from 'drizzle-orm'
import { startSender } from '#mail/sender.ts'
import { openTransports } from '#mail/transports.ts'
import { queueInvitations } from '#store/messages.ts'
import { messages } from '#store/schema.ts'
import { changeWaveDays, closeWave, openWave } from '#store/waves.ts'
import { readLetters } from '../support/filed-letters.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'
import type { Seen } from './states.ts'

/** A project with a wave in each state, and letters that met every fate. */
export async function projectStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(6, flen)
  world.addPeople(4, ljungby)
  const planned = world.planWave('followup', 2)
  const open = world.planWave('baseline')
  openWave(db, open, 'system', morning)
  queueInvitations(db, open.id, 'system', morning)
  const letter = await sendAll(world)
  const letters = db.select().from(messages).all()
  const fates = ['accepted', 'unknown', 'failed', 'retry', 'sending', 'cancelled'] as const
  for (const [at, state] of fates.entries())
    db.update(messages)
      .set({
        state,
        outcome: state === 'failed' ? '550 5.1.1 <b>no such user</b>' : state === 'cancelled' ? 'answered' : '',
      })
      .where(eq(messages.id, letters[at]?.id ?? ''))
      .run()
  const closed = world.planWave('midterm')
  openWave(db, closed, 'system', morning)
  closeWave(db, closed.id, 'system', morning)
  const project = '/projects/service'
  const seen: Seen[] = [
    { name: 'front page, signed out', path: '/' },
    {
      name: 'sign-in refused',
      path: '/session',
      form: { email: 'admin@bygden.example', password: 'wrong' },
      status: 422,
    },
    { name: 'projects of an administrator', path: '/projects', as: 'admin' },
    { name: 'projects of a coordinator', path: '/projects', as: 'coordinator' },
    { name: 'new project', path: '/projects/new', as: 'admin' },
    {
      name: 'new project with errors',
      path: '/projects',
      form: { nameSv: 'Bara svenska', contact: 'x', others: '12' },
      as: 'admin',
      status: 422,
    },
    { name: 'project', path: project, as: 'coordinator' },
    { name: 'project of a process leader', path: project, as: 'process_leader' },
    { name: 'project after a deed', path: `${project}?done=project_created`, as: 'admin' },
    { name: 'project, what to do next', path: '/projects/annat', as: 'stranger' },
    { name: 'project without anything', path: '/projects/annat', as: 'admin' },
    { name: 'details of a project', path: `${project}/details`, as: 'coordinator' },
    {
      name: 'details of a project with errors',
      path: `${project}/details`,
      form: { nameSv: '', nameEn: 'Two\nlines', contact: 'x' },
      as: 'coordinator',
      status: 422,
    },
    {
      name: 'details of a project that a colleague has changed too',
      path: `${project}/details`,
      form: {
        nameSv: 'Service i hela bygden',
        nameEn: 'Services',
        organisation: 'Bygden',
        contact: 'fraga@bygden.example',
        aboutSv: '',
        aboutEn: '',
        smallestGroup: '5',
        basedOn: 'nameSv:before aboutSv:before organisation:before',
      },
      as: 'coordinator',
      status: 409,
    },
    { name: 'municipalities of a project', path: `${project}/municipalities`, as: 'coordinator' },
    {
      name: 'municipalities of a project with errors',
      path: `${project}/municipalities`,
      form: { others: '0482 Malmö' },
      as: 'coordinator',
      status: 422,
    },
    { name: 'new wave', path: `${project}/waves/new`, as: 'coordinator' },
    {
      name: 'new wave with errors',
      path: `${project}/waves`,
      form: { opensOn: '2027-05-01', closesOn: '2027-04-01' },
      as: 'coordinator',
      status: 422,
    },
    { name: 'wave planned', path: `/waves/${planned.id}`, as: 'coordinator' },
    { name: 'wave planned, its days', path: `/waves/${planned.id}/days`, as: 'coordinator' },
    {
      name: 'wave planned, its days with errors',
      path: `/waves/${planned.id}/days`,
      form: { opensOn: '', closesOn: '2027-02-30' },
      as: 'coordinator',
      status: 422,
    },
    { name: 'wave planned, to be removed?', path: `/waves/${planned.id}/removal`, as: 'coordinator' },
    { name: 'wave planned, to be opened?', path: `/waves/${planned.id}/opening`, as: 'coordinator' },
    { name: 'preview of the letter', path: `/waves/${planned.id}/letters/invitation`, as: 'coordinator' },
    { name: 'preview of the reminder', path: `/waves/${planned.id}/letters/reminder`, as: 'coordinator' },
    { name: 'preview of the questionnaire', path: `/waves/${planned.id}/questionnaire`, as: 'evaluator' },
    { name: 'wave open, its days', path: `/waves/${open.id}/days`, as: 'coordinator' },
    { name: 'wave open, to be closed?', path: `/waves/${open.id}/closing`, as: 'coordinator' },
    { name: 'wave open, with letters in trouble', path: `/waves/${open.id}`, as: 'coordinator' },
    { name: 'wave open, for an evaluator', path: `/waves/${open.id}`, as: 'evaluator' },
    { name: 'wave open, for a process leader', path: `/waves/${open.id}`, as: 'process_leader' },
    { name: 'wave closed', path: `/waves/${closed.id}`, as: 'coordinator' },
    { name: 'import of participants', path: `${project}/participants/import`, as: 'coordinator' },
    {
      name: 'import of participants, nothing given',
      path: `${project}/participants/import`,
      form: { text: '' },
      as: 'coordinator',
      status: 422,
    },
    {
      name: 'import of participants, preview',
      path: `${project}/participants/import`,
      form: { text: goodList },
      as: 'coordinator',
    },
    {
      name: 'import of participants, faults',
      path: `${project}/participants/import`,
      form: { text: brokenList },
      as: 'coordinator',
      status: 422,
    },
    { name: 'import of responses', path: `${project}/waves/${open.id}/import`, as: 'coordinator' },
    {
      name: 'import of responses, preview',
      path: `${project}/waves/${open.id}/import`,
      form: { text: goodResponses },
      as: 'coordinator',
    },
    {
      name: 'import of responses, faults',
      path: `${project}/waves/${open.id}/import`,
      form: { text: brokenResponses },
      as: 'coordinator',
      status: 422,
    },
    { name: 'outbox', path: `${project}/outbox`, as: 'coordinator' },
    { name: 'outbox, a letter', path: `${project}/outbox/${letter}`, as: 'coordinator' },
    { name: 'outbox, empty', path: '/projects/annat/outbox', as: 'admin' },
    { name: 'not allowed', path: `${project}/participants/import`, as: 'economist', status: 403 },
    { name: 'results, wave still open', path: `${project}/results`, as: 'evaluator' },
    { name: 'results, nothing to compare', path: '/projects/annat/results', as: 'admin' },
    { name: 'cuts, nothing to freeze', path: '/projects/annat/cuts', as: 'admin' },
  ]
  return { world, seen }
}

const goodList =
  'namn;e-post;kommun;aktörsgrupp;språk\nÅsa <b>Öberg</b>;asa@example.org;Flen;LUG;sv\nInfo;info@example.org;0781;FTG;en\nDeltagare 1;deltagare1@kommun.example;Flen;KTJ;sv'
const brokenList =
  'namn;e-post;kommun;aktörsgrupp\n<img src=x onerror=alert(1)>;not an address;Atlantis;QQQ\n;a@b.se, c@d.se;0482;LUG'
const goodResponses = 'id;kommun;aktörsgrupp;D1;D2\nX1;0482;LUG;4;Vet ej\nX2;0781;FTG;2;5'
const brokenResponses = 'id;kommun;aktörsgrupp;D1;D2\nX1;0482;LUG;9;<script>\nX1;Atlantis;FTG;2;5'

/** Sends what is queued into the outbox folder, as the running server does. */
async function sendAll({ db, identity, config }: World): Promise<string> {
  const sender = startSender({
    db,
    identity,
    transports: openTransports(config),
    baseUrl: 'https://enkat.example',
    now: () => morning,
    log: { info() {}, warn() {} },
  })
  await sender.settled()
  await sender.stop()
  const [letter] = await readLetters(config.outboxDir)
  return letter?.name ?? ''
}

/** The day after a wave's last day, and the evening before a planned one's first. */
export async function overdueStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  world.addPeople(3)
  const [overdue, early, late] = [world.planWave(), world.planWave('endline', 2), world.planWave('midterm')]
  openWave(world.db, overdue, 'system', morning)
  changeWaveDays(world.db, early, { opensOn: '2027-06-10', closesOn: '2027-06-20' }, 'system', morning)
  world.clock.now = Date.UTC(2027, 5, 1, 8)
  const seen: Seen[] = [
    { name: 'wave past its last day', path: `/waves/${overdue.id}`, as: 'coordinator' },
    { name: 'wave past its last day, for an evaluator', path: `/waves/${overdue.id}`, as: 'evaluator' },
    { name: 'wave not yet begun', path: `/waves/${early.id}`, as: 'coordinator' },
    { name: 'wave not yet begun, to be opened?', path: `/waves/${early.id}/opening`, as: 'coordinator' },
    { name: 'wave planned too late', path: `/waves/${late.id}`, as: 'coordinator' },
  ]
  return { world, seen }
}

/** Two closed waves with so few people that nothing may be shown. */
export async function resultsStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  world.addPeople(4, flen)
  for (const [kind, version] of [
    ['baseline', 1],
    ['endline', 2],
  ] as const) {
    const wave = world.planWave(kind, version)
    openWave(world.db, wave, 'system', morning)
    closeWave(world.db, wave.id, 'system', morning)
  }
  const seen: Seen[] = [
    { name: 'results, all hidden', path: '/projects/service/results', as: 'evaluator' },
    { name: 'compare, all hidden', path: '/projects/service/compare', as: 'evaluator' },
  ]
  return { world, seen }
}
