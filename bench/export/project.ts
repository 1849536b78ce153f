// A project of so many responses × 26 answers, in a database of its own: what `npm run bench:export` writes out.
import { createHash } from 'node:crypto'
import { pseudonymsFrom } from '#research/pseudonym.ts'
import { mersenneTwister } from '#stats/mersenne-twister.ts'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { hashToken, newId } from '#store/ids.ts'
import { createProject, type Project } from '#store/projects.ts'
import { createWave } from '#store/waves.ts'

export const items = Array.from({ length: 26 }, (_, at) => `Q${at + 1}`)
/** Known, so that the shell can be given the names of people that we work out. */
export const exportKey = Buffer.alloc(32, 7)
export const slug = 'bench'
/** Links that open a questionnaire: of the first hundred people, who have not answered. */
export const tokenOf = (at: number): string => `bench-link-${String(at).padStart(11, '0')}`
export const links = 100

const now = Date.UTC(2026, 2, 2, 9)
const groups = ['LUG', 'FTG', 'KTJ', 'KFV', 'REG']
const places = Array.from({ length: 11 }, (_, at) => ({
  code: String(114 + 231 * at).padStart(4, '0'),
  name: `Kommun ${at + 1}`,
  countyCode: '01',
}))

export function buildProject(file: string, responses: number): Project {
  const db = openDatabase(file)
  publishQuestionnaire(db, 'bench.json', questionnaire(), now)
  const project = createProject(
    db,
    {
      programme: { id: 'bench', nameSv: 'Mätning', nameEn: 'Measurement' },
      slug,
      nameSv: 'Mätning',
      nameEn: 'Measurement',
      organisation: 'Samverka',
      contactEmail: 'bench@example.org',
      municipalities: places,
    },
    'system',
    now,
  )
  const days = { opensOn: '2026-03-01', closesOn: '2026-03-31' }
  const about = { projectId: project.id, questionnaireId: 'bench', questionnaireVersion: 1, ...days }
  const answered = createWave(db, { ...about, kind: 'baseline' }, 'system', now)
  const open = createWave(db, { ...about, kind: 'endline' }, 'system', now)
  db.$client.prepare('update waves set opened_at = ? where id = ?').run(now, answered.id)
  fill(db, project, { answered: answered.id, open: open.id }, responses)
  db.$client.close()
  return project
}

function fill(db: Database, project: Project, waves: { answered: string; open: string }, responses: number): void {
  const { uniform } = mersenneTwister(2017)
  const nameOf = pseudonymsFrom(exportKey)
  const prepare = (table: string, columns: string) =>
    db.$client.prepare(`insert into ${table} (${columns}) values (${columns.replaceAll(/\w+/g, '?')})`)
  const seats = places.flatMap(({ code }) => groups.map((group) => ({ id: newId(), code, group })))
  const insert = {
    seat: prepare('seats', 'id, project_id, municipality_code, actor_group, label'),
    person: prepare('persons', 'id, name_sealed, language, created_at'),
    participant: prepare('participants', 'id, project_id, person_id, seat_id, pseudonym, joined_at'),
    invitation: prepare('invitations', 'id, wave_id, participant_id, seat_id, created_at'),
    token: prepare('tokens', 'token_hash, purpose, invitation_id, created_at'),
    response: prepare(
      'responses',
      'id, invitation_id, questionnaire_id, questionnaire_version, language, mode, answers, sha256, receipt, submitted_at',
    ),
  }
  // Nothing here need survive a power cut.
  for (const setting of ['synchronous = OFF', 'cache_size = -1000000', 'foreign_keys = OFF']) db.$client.pragma(setting)
  db.$client.exec('begin')
  for (const { id, code, group } of seats) insert.seat.run(id, project.id, code, group, '')
  for (let at = 0; at < responses; at += 1) {
    const [person, participant, invitation] = [newId(), newId(), newId()]
    const seat = seats[Math.floor(uniform() * seats.length)]?.id
    insert.person.run(person, Buffer.of(0), 'sv', now)
    insert.participant.run(participant, project.id, person, seat, nameOf(participant), now)
    insert.invitation.run(invitation, waves.answered, participant, seat, now)
    const answers = JSON.stringify(Object.fromEntries(items.map((item) => [item, 1 + Math.floor(5 * uniform())])))
    const sum = createHash('sha256').update(`bench@1\n${answers}`).digest('hex')
    insert.response.run(newId(), invitation, 'bench', 1, 'sv', 'web', answers, sum, newId(), now + 1000 * (at % 86_400))
    if (at >= links) continue
    const next = newId()
    insert.invitation.run(next, waves.open, participant, seat, now)
    insert.token.run(hashToken(tokenOf(at)), 'answer', next, now)
  }
  db.$client.exec('commit')
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
}

function questionnaire(): string {
  const both = (text: string) => ({ sv: text, en: text })
  const missing = { dont_know: -1, not_applicable: -2, not_answered: -9, not_asked: -8 }
  return JSON.stringify({
    format: 1,
    id: 'bench',
    version: 1,
    title: both('Mätning'),
    about: both('Mätning'),
    missing: Object.fromEntries(
      Object.entries(missing).map(([reason, code]) => [reason, { code, label: both(reason) }]),
    ),
    responseScales: { five: { points: [1, 2, 3, 4, 5].map((code) => ({ code, label: both(`${code}`) })) } },
    actorGroups: groups.map((code) => ({ code, label: both(code) })),
    items: items.map((id) => ({ id, revision: 1, type: 'rating', responseScale: 'five', text: both(`Fråga ${id}`) })),
    pages: [{ id: 'one', title: both('Frågor'), items }],
    indicators: [],
  })
}
