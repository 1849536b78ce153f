import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '#intake/table.ts'
import { openDatabase } from '#store/database.ts'
import { listEvents } from '#store/events.ts'
import { findProject } from '#store/projects.ts'
import { claimSoleOwnership } from '#store/sole-owner.ts'
import { openWorkshop } from './commands.ts'

const surveys = path.join(import.meta.dirname, '../../surveys')
const workshop = openWorkshop()
const { run } = workshop
const at = (name: string) => path.join(workshop.folder, name)
const write = (name: string, text: string | Buffer) => {
  writeFileSync(at(name), text)
  return at(name)
}

beforeAll(() => {
  run('import', 'questionnaire', path.join(surveys, 'samverkan/v1.json'))
  const units = write('units.csv', 'id,kommun\n1,0428\n2,0482\n')
  const made = run(
    'import',
    'project',
    units,
    ...['--slug', 'ett', '--name', 'Ett', '--organisation', 'Bygden', '--contact', 'k@bygden.example'],
    ...['--questionnaire', 'samverkan@1', '--waves', 'baseline,endline,baseline'],
  )
  expect(made).toMatchObject({ code: 0, error: '', out: 'The project ett: 2 units, waves baseline, endline.\n' })
}, 60_000)
afterAll(() => workshop.close())

test('help is written to the terminal, a command that is not understood gives 2 and the help', () => {
  for (const task of ['import', 'export', 'migrate'] as const) {
    expect(run(task, '--help')).toMatchObject({ code: 0, error: '', out: expect.stringContaining(`npm run ${task}`) })
    expect(run(task, '--nonsense')).toMatchObject({ code: 2, error: expect.stringContaining(`npm run ${task}`) })
  }
  expect(run('import', 'people')).toMatchObject({
    code: 2,
    error: expect.stringContaining('There is no command people.'),
  })
  expect(run('export', 'research')).toMatchObject({ code: 2, error: expect.stringContaining('--project is missing.') })
}, 60_000)

test('what a person can put right is said without a stack', () => {
  for (const [words, said] of [
    [['import', 'participants', at('none.csv'), '--project', 'ett'], 'none.csv: There is no such file or folder.'],
    [['import', 'participants', at('units.csv'), '--project', 'två'], 'There is no project två. There are: ett.'],
    [
      ['import', 'responses', at('units.csv'), '--project', 'ett', '--wave', 'midterm'],
      'no wave midterm. It has: baseline, endline.',
    ],
    [
      [
        ...['import', 'project', at('units.csv'), '--slug', 'tva', '--name', 'Två', '--organisation', 'Bygden'],
        ...['--contact', 'ingen', '--questionnaire', 'samverkan@1'],
      ],
      '--contact: ',
    ],
    [['export', 'research', '--project', 'ett'], 'No wave has been opened'],
    [['export', 'research', '--project', 'ett', '--form', 'tall'], '--form tall will not do: choose long, wide.'],
    [['export', 'research', '--project', 'ett', '--out', workshop.folder], 'this is a folder. Add a file name.'],
  ] as const) {
    const [task, ...rest] = words
    const { code, error } = run(task, ...rest)
    expect(code).toBeGreaterThan(0)
    expect(error).toContain(said)
    expect(error).not.toMatch(/^\s+at /m)
  }
}, 60_000)

test('participants: faults stop the file, a preview changes nothing, the same list twice adds nobody', () => {
  const heading = 'Namn;E-post;Kommun;Aktörsgrupp\r\n'
  const good = write('good.csv', Buffer.from(`${heading}Åsa;asa@bygden.example;428;LUG\r\n`, 'latin1'))
  const bad = write('bad.csv', `${heading}Bo;bo@bygden.example;0428;LUG\r\n<img onerror=x>;inte en adress;0428;LUG\r\n`)
  const refused = run('import', 'participants', bad, '--project', 'ett')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toContain('Row 3, column E-post: “inte en adress” is not an e-mail address.')
  expect(refused.error).toContain('One fault. Nothing is imported.')
  const added = 'People: 1 new, 0 changed, 0 unchanged.\n'
  const preview = run('import', 'participants', good, '--project', 'ett', '--preview')
  expect(preview.out).toBe(`This would happen. Nothing is imported.\n${added}`)
  const first = run('import', 'participants', good, '--project', 'ett')
  expect(first).toMatchObject({ code: 0, out: added })
  expect(first.error).toContain('428 was read as 0428')
  expect(run('import', 'participants', good, '--project', 'ett').out).toBe('People: 0 new, 0 changed, 1 unchanged.\n')
}, 60_000)

test('what was exported is imported elsewhere and exported again as it was', () => {
  const file = write(
    'before.csv',
    'id,kommun,aktörsgrupp,D1,D2,D3,D4,B4,G_LUG\nA,0428,FTG,1,2,-1,4,2,3\nB,0482,LUG,5,,Vet ej,1,,-8\nC,0482,KTJ,,,,,,\n',
  )
  const imported = run('import', 'responses', file, '--project', 'ett', '--wave', 'baseline')
  // Åsa of the list before is invited with the wave, and not in the file.
  expect(imported.out).toContain('Participants: 0 recognised, 3 new')
  expect(run('export', 'research', '--project', 'ett', '--key-file', at('key'), '--out', at('one.csv'))).toMatchObject({
    code: 0,
    out: `${at('one.csv')}: 4 people.\n`,
  })
  expect(statSync(at('one.csv')).mode & 0o777).toBe(0o600)
  expect(statSync(at('key')).mode & 0o777).toBe(0o600)

  run(
    'import',
    'project',
    at('units.csv'),
    ...['--slug', 'igen', '--name', 'Igen', '--organisation', 'Bygden', '--contact', 'k@bygden.example'],
    ...['--questionnaire', 'samverkan@1'],
  )
  expect(run('import', 'responses', at('one.csv'), '--project', 'igen', '--wave', 'baseline').code).toBe(0)
  expect(run('export', 'research', '--project', 'igen', '--out', at('two.csv')).code).toBe(0)
  expect(rowsWithoutNames('two.csv')).toEqual(rowsWithoutNames('one.csv'))
}, 60_000)

test('the same key joins two exports, no key joins none, and each export is noted with its sum', () => {
  const ids = (...words: string[]) =>
    tableOf(run('export', 'research', '--project', 'ett', ...words).out)
      .rows.map(({ cells }) => cells[0])
      .sort()
  const kept = ids('--key-file', at('key'))
  expect(ids('--key-file', at('key'), '--form', 'wide')).toEqual(kept)
  expect(ids()).not.toEqual(kept)
  expect(ids().filter((id) => kept.includes(id))).toEqual([])
  const db = openDatabase(workshop.databaseFile)
  const noted = listEvents(db, `project:${findProject(db, 'ett')?.id}`).find(
    ({ action }) => action === 'responses.exported',
  )
  expect(JSON.parse(noted?.details ?? '{}')).toMatchObject({
    form: 'long',
    profile: 'research',
    people: 4,
    includeText: false,
  })
  db.$client.close()
}, 60_000)

test('beside a running server files are read, and migrating waits for it to stop', () => {
  const owner = claimSoleOwnership(workshop.databaseFile)
  const db = openDatabase(workshop.databaseFile)
  db.$client.exec('begin immediate')
  expect(run('export', 'codebook', '--project', 'ett').code).toBe(0)
  db.$client.exec('commit')
  expect(run('migrate')).toMatchObject({ code: 1, error: expect.stringContaining('used by another process') })
  db.$client.close()
  owner.release()
  expect(run('migrate')).toMatchObject({ code: 0, out: `${workshop.databaseFile} is ready for this version.\n` })
}, 60_000)

test('where there is nothing yet, migrating makes the database with its key: what comes after can open both', () => {
  const empty = openWorkshop()
  expect(empty.run('migrate').code).toBe(0)
  expect(empty.run('import', 'questionnaire', 'surveys/samverkan/v1.json')).toMatchObject({ code: 0, error: '' })
  empty.close()
})

test('migrating names a response in which a byte has changed on disk', () => {
  const db = openDatabase(workshop.databaseFile)
  db.$client.exec('drop trigger responses_frozen')
  const id = db.$client.prepare('select id from responses limit 1').pluck().get()
  db.$client.prepare(`update responses set answers = replace(answers, ':', ' :') where id = ?`).run(id)
  db.$client.close()
  expect(run('migrate')).toMatchObject({ code: 1, error: expect.stringContaining(String(id)) })
}, 60_000)

function tableOf(text: string) {
  const { table } = readTable(text, { bytes: 1e7, rows: 1e5, columns: 200 })
  if (!table) throw new Error('no table')
  return table
}

function rowsWithoutNames(name: string): string[] {
  return tableOf(readFileSync(at(name), 'utf8'))
    .rows.map(({ cells }) => cells.slice(1).join(','))
    .map((line) => line.replace(/,(web|import),/, ','))
    .sort()
}
