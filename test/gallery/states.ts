// Every page of Samverka in every state it can be seen in: one list, walked by the tests over HTTP, by the browser
// with its checkers, and by `npm run gallery`, which takes pictures to look at.
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { createDemo, createLaterDemo, demoSeed, laterDemoSlug } from '#demo/demo.ts'
import { startSender } from '#mail/sender.ts'
import { openTransports } from '#mail/transports.ts'
import { publishCut } from '#publication.ts'
import { findLatestCut } from '#store/cuts.ts'
import { queueInvitations } from '#store/messages.ts'
import { changeFeedback } from '#store/projects.ts'
import { invitations, messages, persons, responses } from '#store/schema.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, hashPassword } from '#store/staff.ts'
import { issueTokens } from '#store/tokens.ts'
import { changeWaveDays, closeWave, openWave } from '#store/waves.ts'
import { answerWave } from '../support/answers.ts'
import { readLetters } from '../support/filed-letters.ts'
import {
  flen,
  ljungby,
  makeEmptyWorld,
  makeWorld,
  morning,
  type Person,
  password,
  type World,
} from '../support/world.ts'
import { allArrivedStates, bouncedMailStates } from './bounce-states.ts'
import { fullDiskStates, longNameStates, longTextStates, midwayStates } from './edge-states.ts'
import { itemStates } from './item-states.ts'
import { letterStates } from './letter-states.ts'
import { listStates } from './list-states.ts'
import {
  plannedMailStates,
  preflightStates,
  runningMailStates,
  silentMailStates,
  uninvitedMailStates,
  usualMailStates,
} from './mail-states.ts'
import { latePaperStates, paperStates } from './paper-states.ts'
import { makeReports } from './reports.ts'
import { jobStates, openAnswersStates } from './work-states.ts'

export interface State {
  name: string
  /** Where the server of its world listens. */
  base: string
  path: string
  cookie?: string
  /** Sent by POST where given. */
  form?: Readonly<Record<string, string>>
  status: number
}

export interface Gallery {
  states: readonly State[]
  close(): Promise<void>
}

export type Seen = Omit<State, 'base' | 'cookie' | 'status'> & { status?: number; as?: Person }

/** All that whoever was asked may come to see. */
const participantsSide = [
  answeringStates,
  async () => show(await longTextStates()),
  async () => show(await fullDiskStates()),
  async () => show(await itemStates()),
]

const staffSide = [
  emptyStates,
  projectStates,
  overdueStates,
  resultsStates,
  demoStates,
  async () => show(await listStates()),
  async () => show(await longNameStates()),
  async () => show(await midwayStates()),
  async () => show(await paperStates()),
  async () => show(await latePaperStates()),
  async () => show(await jobStates()),
  async () => show(await openAnswersStates()),
  async () => show(await letterStates()),
  async () => show(await silentMailStates()),
  async () => show(await usualMailStates()),
  async () => show(await plannedMailStates()),
  async () => show(await preflightStates()),
  async () => show(await runningMailStates()),
  async () => show(await uninvitedMailStates()),
  async () => show(await bouncedMailStates()),
  async () => show(await allArrivedStates()),
  compareStates,
]

export const openParticipantsGallery = (): Promise<Gallery> => openWorlds(participantsSide)

export const openStaffGallery = (): Promise<Gallery> => openWorlds(staffSide)

export const openGallery = (): Promise<Gallery> => openWorlds([...staffSide, ...participantsSide])

async function openWorlds(open: readonly (() => Promise<Gallery>)[]): Promise<Gallery> {
  const worlds: Gallery[] = []
  for (const world of open) worlds.push(await world())
  return {
    states: worlds.flatMap(({ states }) => states),
    async close() {
      for (const world of worlds) await world.close()
    },
  }
}

const show = async ({ world, seen }: { world: World; seen: readonly Seen[] }) =>
  served(world, await listen(world.app), seen)

async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const [address] = app.addresses()
  return typeof address === 'object' ? `http://127.0.0.1:${address.port}` : ''
}

async function emptyStates() {
  const world = await makeEmptyWorld()
  const base = await listen(world.app)
  const seen: Seen[] = [
    { name: 'first page', path: '/' },
    { name: 'set-up', path: '/setup' },
    {
      name: 'set-up with errors',
      path: '/setup',
      form: { code: 'wrong', name: '', email: 'not an address', password: 'short' },
      status: 422,
    },
    { name: 'sign-in', path: '/session' },
    { name: 'no such page', path: '/nowhere', status: 404 },
  ]
  return { states: seen.map((state) => ({ status: 200, ...state, base })), close: world.close }
}

async function projectStates() {
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
  const base = await listen(world.app)
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
  return served(world, base, seen)
}

const goodList =
  'namn;e-post;kommun;aktörsgrupp;språk\nÅsa <b>Öberg</b>;asa@example.org;Flen;LUG;sv\nInfo;info@example.org;0781;FTG;en\nDeltagare 1;deltagare1@kommun.example;Flen;KTJ;sv'
const brokenList =
  'namn;e-post;kommun;aktörsgrupp\n<img src=x onerror=alert(1)>;not an address;Atlantis;QQQ\n;a@b.se, c@d.se;0482;LUG'
const goodResponses = 'id;kommun;aktörsgrupp;D1;D2\nX1;0482;LUG;4;Vet ej\nX2;0781;FTG;2;5'
const brokenResponses = 'id;kommun;aktörsgrupp;D1;D2\nX1;0482;LUG;9;<script>\nX1;Atlantis;FTG;2;5'

/** The day after a wave's last day, and the evening before a planned one's first. */
async function overdueStates() {
  const world = await makeWorld()
  world.addPeople(3)
  const [overdue, early, late] = [world.planWave(), world.planWave('endline', 2), world.planWave('midterm')]
  openWave(world.db, overdue, 'system', morning)
  changeWaveDays(world.db, early, { opensOn: '2027-06-10', closesOn: '2027-06-20' }, 'system', morning)
  world.clock.now = Date.UTC(2027, 5, 1, 8)
  const base = await listen(world.app)
  const seen: Seen[] = [
    { name: 'wave past its last day', path: `/waves/${overdue.id}`, as: 'coordinator' },
    { name: 'wave past its last day, for an evaluator', path: `/waves/${overdue.id}`, as: 'evaluator' },
    { name: 'wave not yet begun', path: `/waves/${early.id}`, as: 'coordinator' },
    { name: 'wave not yet begun, to be opened?', path: `/waves/${early.id}/opening`, as: 'coordinator' },
    { name: 'wave planned too late', path: `/waves/${late.id}`, as: 'coordinator' },
  ]
  return served(world, base, seen)
}

/** Two closed waves with so few people that nothing may be shown. */
async function resultsStates() {
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
  const base = await listen(world.app)
  return served(world, base, [
    { name: 'results, all hidden', path: '/projects/service/results', as: 'evaluator' },
    { name: 'compare, all hidden', path: '/projects/service/compare', as: 'evaluator' },
  ])
}

async function answeringStates() {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(8, flen)
  const wave = world.planWave('endline', 2)
  openWave(db, wave, 'system', morning)
  const closing = world.planWave('baseline')
  openWave(db, closing, 'system', morning)
  const invited = db.select().from(invitations).all()
  const link = (waveId: string, at: number) =>
    issueTokens(db, invited.filter((one) => one.waveId === waveId)[at]?.id ?? '', morning)
  const fresh = link(wave.id, 0).answer
  const quiet = link(wave.id, 0).quiet
  const begun = link(wave.id, 1).answer
  const sent = link(wave.id, 2).answer
  const untouched = link(wave.id, 3).answer
  const wordy = link(wave.id, 5).answer
  // Has answered the one that is open.
  const late = link(closing.id, 2).answer
  const graceful = link(closing.id, 5).answer
  const gone = link(wave.id, 6)
  const silenced = link(wave.id, 7).quiet
  const withdrawn = link(wave.id, 4).answer
  const left = link(wave.id, 7).answer
  const older = link(closing.id, 3).answer
  for (const token of [begun, sent, untouched, wordy, graceful]) await world.post(`/s/${token}/start`)
  await world.post(`/s/${begun}/2`, { form: { _page: 'dialogue', D1: '4', D2: 'dont_know' } })
  await world.post(`/s/${sent}/2`, { form: { _page: 'dialogue', D1: '4' } })
  await world.post(`/s/${sent}/submission`)
  await world.post(`/quiet/${silenced}`)
  await world.post(`/s/${withdrawn}/withdraw`)
  const newcomer = { name: 'Ny Person', email: 'ny@kommun.example', confirm: 'yes' }
  await world.post(`/s/${left}/handover`, { form: newcomer })
  changeFeedback(db, world.project, true, 'system', morning)
  db.update(persons)
    .set({ erasedAt: morning })
    .where(eq(persons.id, personOf(world, 6)))
    .run()
  closeWave(db, closing.id, 'system', morning)
  const base = await listen(world.app)
  const numbers = Array.from({ length: 11 }, (_, at) => at + 1)
  const seen: Seen[] = [
    { name: 'landing', path: `/s/${fresh}` },
    { name: 'landing, begun', path: `/s/${begun}` },
    ...numbers.map((number) => ({ name: `questions, page ${number}`, path: `/s/${begun}/${number}` })),
    {
      name: 'questions with an error',
      path: `/s/${begun}/2`,
      form: { _page: 'dialogue', D1: '17', D2: '5' },
      status: 422,
    },
    {
      name: 'questions with a text too long',
      path: `/s/${wordy}/9`,
      form: { _page: 'overall', O1: 'långt ord '.repeat(250) },
      status: 422,
    },
    { name: 'questions after closing', path: `/s/${graceful}/2` },
    { name: 'check', path: `/s/${begun}/check` },
    { name: 'check, nothing answered', path: `/s/${untouched}/submission`, form: {}, status: 422 },
    { name: 'receipt', path: `/s/${sent}/receipt` },
    { name: 'already answered', path: `/s/${sent}` },
    { name: 'closed', path: `/s/${late}`, status: 410 },
    { name: 'link no longer valid', path: `/s/${gone.answer}`, status: 410 },
    { name: 'link unknown', path: '/s/aBcDeFgHiJkLmNoPqRsTuV', status: 404 },
    { name: 'no more reminders?', path: `/quiet/${quiet}` },
    { name: 'no more reminders', path: `/quiet/${silenced}` },
    { name: 'link unknown, in capitals', path: '/s/AAAABBBBCCCCDDDDEEEEFF', status: 404 },
    { name: 'own choices', path: `/s/${fresh}/choices` },
    { name: 'stop taking part?', path: `/s/${fresh}/withdraw` },
    { name: 'erase answers?', path: `/s/${fresh}/erase` },
    { name: 'no longer taking part', path: `/s/${withdrawn}`, status: 410 },
    { name: 'stopped taking part', path: `/s/${withdrawn}/withdraw` },
    { name: 'closed, another open', path: `/s/${older}`, status: 410 },
    { name: 'link to the open one sent', path: `/s/${older}/other`, form: {} },
    { name: 'answers replaced in another window', path: `/s/${begun}/3?replaced=2` },
    { name: 'hand over', path: `/s/${fresh}/handover` },
    {
      name: 'hand over with errors',
      path: `/s/${fresh}/handover`,
      form: { name: '', email: 'ingen' },
      status: 422,
    },
    {
      name: 'hand over, to confirm',
      path: `/s/${fresh}/handover`,
      form: { name: 'Anna-Karin Öst', email: 'anna-karin.ost@kommun.example' },
    },
    { name: 'seat handed over', path: `/s/${left}`, status: 410 },
    { name: 'lost link', path: '/lost-link' },
    { name: 'lost link with an error', path: '/lost-link', form: { address: 'namn@' }, status: 422 },
    { name: 'lost link asked for', path: '/lost-link', form: { address: 'namn@kommun.example' } },
    { name: 'feedback, nothing published', path: `/s/${sent}/feedback` },
    { name: 'information to participants', path: '/projects/service/information', as: 'coordinator' },
    {
      name: 'information written beside the standard text',
      path: '/projects/service/information',
      as: 'coordinator',
      form: { legalBasis: 'consent', origin: 'standard', bodySv: 'Vår egen text.', bodyEn: 'Our own text.' },
      status: 422,
    },
    {
      name: 'information with a promise',
      path: '/projects/service/information',
      as: 'coordinator',
      form: { legalBasis: 'consent', origin: 'own', bodySv: 'Svaren är anonyma.', bodyEn: '' },
      status: 422,
    },
  ]
  return served(world, base, seen)
}

const personOf = (world: World, at: number): string => {
  const participants = world.db.query.participants.findMany().sync()
  const wanted = world.db.select().from(invitations).all()[at]?.participantId
  return participants.find(({ id }) => id === wanted)?.personId ?? ''
}

async function demoStates() {
  const world = await makeEmptyWorld()
  const { db } = world
  const project = createDemo(db, world.identity, { now: morning, seed: demoSeed })
  const account = {
    email: 'demo@example.org',
    name: 'Demo',
    passwordHash: await hashPassword(password),
    language: 'sv' as const,
  }
  const staff = addStaff(
    db,
    { ...account, grants: [{ role: 'admin', projectId: project.id, municipalityCode: '*' }] },
    'system',
    morning,
  )
  await publishCut(db, project, `staff:${staff.id}`, morning)
  const reports = makeReports(db, project, staff, morning)
  const cut = `/projects/demo/cuts/${findLatestCut(db, project.id)?.code}`
  // One response is erased since: the cut stands, and no other may be made beside it.
  db.$client.exec(
    `delete from responses where id = (
       select r.id from responses r join invitations i on i.id = r.invitation_id
       join participants p on p.id = i.participant_id join seats s on s.id = p.seat_id where s.actor_group = 'LUG')`,
  )
  const base = await listen(world.app)
  const wave = db.query.waves.findFirst({ where: (one, { eq: is }) => is(one.kind, 'endline') }).sync()
  const cookie = `session=${startSession(db, staff.id, morning)}`
  const seen: Seen[] = [
    { name: 'front page of the demo', path: '/' },
    { name: 'demo project', path: '/projects/demo' },
    { name: 'demo wave', path: `/waves/${wave?.id}` },
    ...reports,
    { name: 'results', path: '/projects/demo/results' },
    { name: 'behind the results', path: '/projects/demo/results/background' },
    { name: 'charts', path: '/projects/demo/results/charts' },
    ...chartsToSee.map((chart) => ({ name: `chart, ${chart}`, path: `/projects/demo/results/charts/${chart}` })),
    { name: 'results of a scale', path: '/projects/demo/results?indicator=L' },
    { name: 'results of a single question', path: '/projects/demo/results?indicator=K1' },
    { name: 'questions, version by version', path: '/projects/demo/crosswalk' },
    { name: 'questions of one version', path: '/projects/demo/crosswalk?from=1&to=1' },
    { name: 'cuts', path: '/projects/demo/cuts' },
    { name: 'cut refused', path: '/projects/demo/cuts', form: {}, status: 409 },
    { name: 'cut, its data changed', path: cut },
    { name: 'cut, a group of figures', path: `${cut}/indicators/D/overall` },
    { name: 'cut, where a number of a report comes from', path: `${cut}/indicators/INDEX/model/averageMunicipality` },
    { name: 'cut, a figure', path: `${cut}/indicators/D/overall/paired/meanChange` },
    { name: 'cut, a figure behind the results', path: `${cut}/context/responses/to/rates/rr2` },
    { name: 'cut, contacts of a group', path: `${cut}/context/grids/1/rows/1` },
    { name: 'cut, a figure withheld', path: `${cut}/indicators/D/byMunicipality/0428/paired` },
  ]
  const states = seen.map((state, at) => ({ status: 200, ...state, base, ...(at > 0 ? { cookie } : {}) }))
  return { states, close: world.close }
}

/** Two programmes with three municipalities in common, and a project where too few have answered to show anything. */
async function compareStates() {
  const world = await makeWorld()
  const { db, identity } = world
  world.addPeople(3)
  answerWave(world, 'baseline', 1, 2)
  answerWave(world, 'endline', 2, 4)
  const demo = createDemo(db, identity, { now: morning, seed: demoSeed })
  for (const project of [demo, createLaterDemo(db, identity, { seed: demoSeed })])
    await publishCut(db, project, 'system', morning)
  changeFeedback(db, demo, true, 'system', morning)
  const answered = db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(responses, eq(responses.invitationId, invitations.id))
    .where(eq(invitations.waveId, findLatestCut(db, demo.id)?.toWaveId ?? ''))
    .get()
  const own = issueTokens(db, answered?.id ?? '', morning).answer
  const base = await listen(world.app)
  const compare = '/projects/demo/compare'
  const seen: Seen[] = [
    { name: 'compare municipalities', path: compare },
    { name: 'compare municipalities that do not differ', path: `${compare}?indicator=N1` },
    { name: 'compare actor groups', path: `${compare}?view=groups` },
    { name: 'compare the whole', path: `${compare}?view=whole` },
    { name: 'compare the whole of a municipality', path: `${compare}?view=whole&of=municipality-0482` },
    { name: 'compare the whole of a hidden municipality', path: `${compare}?view=whole&of=municipality-0428` },
    { name: 'compare, crossed', path: `${compare}?view=whole&of=municipality-0482&of=group-LUG`, status: 422 },
    { name: 'compare two programmes', path: `${compare}?view=programmes&indicator=S&with=${laterDemoSlug}` },
    { name: 'compare two programmes, refused', path: `${compare}?view=programmes&indicator=D&with=${laterDemoSlug}` },
    { name: 'compare two programmes, nothing frozen', path: `${compare}?view=programmes&with=service` },
    { name: 'feedback, of the wave that was answered', path: `/s/${own}/feedback` },
    { name: 'files to download, a release among them', path: '/projects/demo/jobs' },
    { name: 'files to download, where nothing can be released', path: '/projects/service/jobs' },
    { name: 'results that show no change', path: '/projects/service/results' },
  ]
  return served(
    world,
    base,
    seen.map((state) => ({ ...state, as: 'admin' })),
  )
}

/** One chart of each kind. */
const chartsToSee = [
  'scales',
  'directions',
  'targets',
  'multiples',
  'forest-INDEX',
  'slope-INDEX',
  'answers-D',
  'contacts-contact',
  'network-contact',
  'funnel',
  'shift',
]

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

function served(world: World, base: string, seen: readonly Seen[]) {
  const states = seen.map(
    ({ as, ...state }): State => ({ status: 200, ...state, base, ...(as ? { cookie: world.signIn(as) } : {}) }),
  )
  return { states, close: world.close }
}
