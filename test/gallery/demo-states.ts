// What the demos show: results, charts, cuts and reports of one programme, and two programmes side by side.
import { createDemo, createLaterDemo, demoSeed, laterDemoSlug } from '#demo/demo.ts'
import { publishCut } from '#publication.ts'
import { findLatestCut } from '#store/cuts.ts'
import { startSession } from '#store/sessions.ts'
import { addStaff, hashPassword } from '#store/staff.ts'
import { answerWave } from '../support/answers.ts'
import { makeEmptyWorld, makeWorld, morning, password } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'
import { makeReports } from './reports.ts'
import type { Seen } from './states.ts'

export async function demoStates() {
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
  return { world, seen: seen.map((state, at) => (at > 0 ? { ...state, cookie } : state)) }
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

/** Two programmes with three municipalities in common, and a project where too few have answered to show anything. */
export async function compareStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, identity } = world
  world.addPeople(3)
  answerWave(world, 'baseline', 1, 2)
  answerWave(world, 'endline', 2, 4)
  const demo = createDemo(db, identity, { now: morning, seed: demoSeed })
  for (const project of [demo, createLaterDemo(db, identity, { seed: demoSeed })])
    await publishCut(db, project, 'system', morning)
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
    { name: 'files to download, a release among them', path: '/projects/demo/jobs' },
    { name: 'files to download, where nothing can be released', path: '/projects/service/jobs' },
    { name: 'results that show no change', path: '/projects/service/results' },
  ]
  return { world, seen: seen.map((state) => ({ ...state, as: 'admin' })) }
}
