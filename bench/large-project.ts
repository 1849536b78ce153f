// A database with as many people as wanted, who all answered before and after: made straight with SQL, since the usual
// road seals a name and queues a letter for each of them.

import { seededRandom } from '#demo/random.ts'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { createProject, type Project } from '#store/projects.ts'
import { createWave, type Wave } from '#store/waves.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'

export interface LargeProject {
  db: Database
  project: Project
  from: Wave
  to: Wave
}

const morning = Date.UTC(2027, 2, 1, 8)
/** One answer in so many is left out. */
const gap = 40

export function makeLargeProject(file: string, people: number, municipalities: number): LargeProject {
  const db = openDatabase(file)
  for (const { file: name, text } of readQuestionnaireFiles('surveys')) publishQuestionnaire(db, name, text, morning)
  const units = Array.from({ length: municipalities }, (_, at) => ({
    code: String(101 + at).padStart(4, '0'),
    name: `Kommun ${at + 1}`,
    countyCode: '01',
  }))
  const project = createProject(
    db,
    {
      programme: { id: 'bench', nameSv: 'Mätning', nameEn: 'Bench' },
      slug: 'bench',
      nameSv: 'Mätning',
      nameEn: 'Bench',
      organisation: 'Bench',
      contactEmail: 'bench@example.org',
      municipalities: units,
    },
    'system',
    morning,
  )
  const wave = (kind: 'baseline' | 'endline', opensOn: string, closesOn: string) =>
    createWave(
      db,
      { projectId: project.id, kind, questionnaireId: 'samverkan', questionnaireVersion: 1, opensOn, closesOn },
      'system',
      morning,
    )
  const [from, to] = [wave('baseline', '2026-01-01', '2026-02-01'), wave('endline', '2026-06-01', '2026-07-01')]
  const questionnaire = JSON.parse(
    db.$client.prepare('select definition from questionnaire_versions where version = 1').pluck().get() as string,
  ) as Questionnaire
  fill(db, { project, from, to }, questionnaire, units, people)
  db.$client.prepare('update waves set opened_at = ?, closed_at = ?').run(morning, morning)
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  return { db, project, from, to }
}

function fill(
  db: Database,
  { project, from, to }: Omit<LargeProject, 'db'>,
  { items, actorGroups, responseScales }: Questionnaire,
  units: readonly { code: string }[],
  people: number,
): void {
  const random = seededRandom(290)
  const insert = (table: string, columns: string) =>
    db.$client.prepare(`insert into ${table} (${columns}) values (${columns.replaceAll(/\w+/g, '?')})`)
  const person = insert('persons', 'id, name_sealed, language, created_at')
  const seat = insert('seats', 'id, project_id, municipality_code, actor_group, label')
  const participant = insert('participants', 'id, project_id, person_id, seat_id, pseudonym, joined_at')
  const invitation = insert('invitations', 'id, wave_id, participant_id, seat_id, created_at')
  const response = insert(
    'responses',
    'id, invitation_id, questionnaire_id, questionnaire_version, language, mode, answers, sha256, receipt, submitted_at',
  )
  const scales = items.flatMap((item) =>
    item.type === 'rating' ? [{ id: item.id, points: responseScales[item.responseScale]?.points ?? [] }] : [],
  )
  const groups = actorGroups.filter((group) => !group.excludedFromOutcomes)
  const answersAround = (level: number): string => {
    const answers: Record<string, number> = {}
    for (const { id, points } of scales) {
      if (random() * gap < 1) continue
      const at = Math.round((level + (random() - 0.5) * 0.8) * (points.length - 1))
      const point = points[Math.min(points.length - 1, Math.max(0, at))]
      if (point) answers[id] = point.code
    }
    return JSON.stringify(answers)
  }
  // Nothing here need survive a power cut.
  for (const setting of ['synchronous = OFF', 'cache_size = -1000000', 'foreign_keys = OFF']) db.$client.pragma(setting)
  const sealed = Buffer.alloc(0)
  const chunk = 20_000
  for (let start = 0; start < people; start += chunk)
    db.transaction(() => {
      for (let at = start; at < Math.min(people, start + chunk); at += 1) {
        const id = Array.from({ length: 20 }, () => Math.floor(random() * 36).toString(36)).join('')
        const unit = Math.floor(random() * units.length)
        const group = Math.floor(random() * groups.length)
        person.run(id, sealed, 'sv', morning)
        seat.run(id, project.id, units[unit]?.code, groups[group]?.code, id)
        participant.run(id, project.id, id, id, id, morning)
        const level = 0.25 + 0.3 * random() + (0.1 * unit) / units.length
        for (const [wave, own] of [
          [from, level],
          [to, level + 0.08 + 0.1 * (random() - 0.5)],
        ] as const) {
          const sent = `${wave.ordinal}${id}`
          invitation.run(sent, wave.id, id, id, morning)
          response.run(sent, sent, 'samverkan', 1, 'sv', 'web', answersAround(own), '', sent, morning)
        }
      }
    })
}
