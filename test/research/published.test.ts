// The published figures beside the data: of which day they are, and that R claims no agreement that it has not seen.
import { afterEach, beforeEach, expect, type TestContext, test } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { publishCut } from '#publication.ts'
import { findLatestCut } from '#store/cuts.ts'
import { erasePerson } from '#store/rights.ts'
import { answerWave, fillProject } from '../support/answers.ts'
import { runProgram } from '../support/programs.ts'
import { flen, makeWorld, morning, type World } from '../support/world.ts'
import { type Unpacked, unpackDemo } from './demo-archives.ts'

let world: World
let archive: Unpacked | undefined
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(async () => {
  archive?.remove()
  archive = undefined
  await world.close()
})

const { scripts } = phrasesIn('sv').research
const day = 24 * 3_600_000
const unpack = async (now = morning) => {
  archive = await unpackDemo('restricted', world.db, world.project, now)
  return archive
}
const runScript = (context: TestContext, { folder }: Unpacked) =>
  runProgram(context, 'Rscript', ['scripts/main-table.R'], folder)

function erase(municipality: string): void {
  const id = world.db.$client
    .prepare(
      'select p.person_id from participants p join seats s on s.id = p.seat_id where s.municipality_code = ? limit 1',
    )
    .pluck()
    .get(municipality) as string
  erasePerson(world.db, world.identity, id, 'system', morning)
}

test('figures that are not frozen are told to be of the answers of that day, and R agrees with them', async (context) => {
  fillProject(world)
  const made = await unpack()
  expect(made.text('README.sv.md')).toContain(
    'De publicerade siffrorna är inte frysta: de är räknade på svaren som de var när filerna gjordes, 1 mars 2027.',
  )
  const { status, out, error } = runScript(context, made)
  expect([error, status]).toEqual(['', 0])
  expect(out).toMatch(/^De publicerade siffrorna är inte frysta/)
  expect(out).toMatch(/\n[1-9]\d* rader; största skillnad mot den publicerade tabellen: \d(\.\d+)?(e-1\d)? /)
}, 30_000)

test('after later answers README and script name cut and day, and rows of other people are no agreement', async (context) => {
  fillProject(world, { flen: 20 })
  await publishCut(world.db, world.project, 'system', morning)
  const code = findLatestCut(world.db, world.project.id)?.code
  const same = await unpack(morning + day)
  expect(same.text('README.sv.md')).toContain(
    `De publicerade siffrorna är underlag ${code}, fryst 1 mars 2027. Svaren bakom dem var desamma när filerna gjordes, 2 mars 2027.`,
  )
  same.remove()
  for (const municipality of ['0482', '0781']) erase(municipality)
  const later = await unpack(morning + day)
  const told = {
    sv: `underlag ${code}, fryst 1 mars 2027. Svaren har ändrats sedan dess, och data i filerna är från 2 mars 2027.`,
    en: `cut ${code}, frozen on 1 March 2027. The answers have changed since, and the data in the files are of 2 March 2027.`,
  }
  for (const language of ['sv', 'en'] as const) expect(later.text(`README.${language}.md`)).toContain(told[language])
  expect(later.text('scripts/main-table.R')).toContain(told.sv)
  const { status, out, error } = runScript(context, later)
  expect([error, status]).toEqual(['', 0])
  for (const text of [told.sv, scripts.noneSame, scripts.otherAnswers, scripts.noModelRows]) expect(out).toContain(text)
  for (const text of [scripts.rows, scripts.otherPeople]) expect(out).not.toContain(text)
}, 60_000)

test('a wave that is open again is told, and so are rows that another answer of the same people moved', async (context) => {
  const { endline } = fillProject(world)
  await publishCut(world.db, world.project, 'system', morning)
  world.db.$client.exec('drop trigger responses_frozen')
  world.db.$client
    .prepare(
      `update responses set answers = json_set(answers, '$.D1', 5) where invitation_id =
         (select id from invitations where wave_id = ? limit 1)`,
    )
    .run(endline.id)
  const made = await unpack()
  const { status, out, error } = runScript(context, made)
  expect([error, status]).toEqual(['', 0])
  expect(out).toContain(scripts.moved)
  made.remove()
  world.db.$client.prepare('update waves set closed_at = null where id = ?').run(endline.id)
  expect((await unpack()).text('README.sv.md')).toContain('En av mätningarna är inte längre stängd')
}, 60_000)

const few: readonly { of: string; people: number; group: string }[] = [
  { of: 'one person', people: 1, group: 'LUG' },
  { of: 'three people', people: 3, group: 'LUG' },
  { of: 'those alone who deliver the project', people: 6, group: 'HSL' },
]
test.for(few)('of $of nothing is published, and R says so and ends well', { timeout: 30_000 }, async (one, context) => {
  world.addPeople(one.people, flen, one.group)
  answerWave(world, 'baseline', 1, 2)
  answerWave(world, 'endline', 2, 4)
  const { status, out, error } = runScript(context, await unpack())
  expect([error, status]).toEqual(['', 0])
  expect(out).toContain(scripts.noRows)
  expect(out).not.toContain(scripts.rows)
})
