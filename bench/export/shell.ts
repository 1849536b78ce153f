// The sqlite3 shell writing the same CSV, as the thing to be measured against: from our tables (joining, sorting and
// taking the JSON apart as we do), and from a table that already holds the finished cells.
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { items, slug } from './project.ts'

export interface Measured {
  seconds: number
  /** Of the processor, in all threads. */
  cpu: number
  /** MiB at the most. */
  memory: number
}

const quoted = (name: string) => `"${name}"`
const heading = ['participant', 'municipality', 'actor_group', 'wave', 'answered', 'questionnaire_version']
const circumstances = ['language', 'mode', 'submitted_day']

/** The long table of the answered wave, from the tables of the product. People are named there as we name them. */
export const fromOurTables = (database: string, out: string): Measured =>
  run(database, out, [
    `select p.pseudonym as participant, s.municipality_code as municipality, s.actor_group as actor_group,
       w.kind as wave, r.id is not null as answered, r.questionnaire_version as questionnaire_version,
       r.language as language, r.mode as mode, date(r.submitted_at / 1000 + 3600, 'unixepoch') as submitted_day,
       ${items.map((item) => `r.answers ->> '$.${item}' as ${item}`).join(', ')}
     from invitations i
     join waves w on w.id = i.wave_id
     join projects on projects.id = w.project_id and projects.slug = '${slug}'
     join participants p on p.id = i.participant_id
     join seats s on s.id = i.seat_id
     left join responses r on r.invitation_id = i.id
     where w.opened_at is not null
     order by p.pseudonym, w.ordinal;`,
  ])

/** Puts a CSV into a table of a database of its own. */
export const importTable = (database: string, csv: string): Measured =>
  run(database, '/dev/null', [`.import ${csv} finished`])

export const fromFinishedTable = (database: string, out: string): Measured =>
  run(database, out, [`select ${[...heading, ...circumstances, ...items].map(quoted).join(', ')} from finished;`])

function run(database: string, out: string, statements: readonly string[]): Measured {
  const shell = ['sqlite3', '-csv', '-header', '-newline', '\r\n', database, ...statements]
  const { status, stderr } = spawnSync('time', ['-f', '%e %U %S %M', ...shell], {
    stdio: ['ignore', openSync(out, 'w'), 'pipe'],
    encoding: 'utf8',
  })
  const [seconds = Number.NaN, user = 0, system = 0, kilobytes = 0] = stderr.trim().split(/\s+/).map(Number)
  if (status !== 0) throw new Error(`sqlite3 ended with ${status}: ${stderr}`)
  return { seconds, cpu: user + system, memory: kilobytes / 1024 }
}
