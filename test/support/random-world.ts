// Random projects of the attacker, entered into the real database of the real app: what its pages then print is what a
// reader would see of them.
import { publishQuestionnaire } from '#store/catalogue.ts'
import { recordEvent } from '#store/events.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject, type Project } from '#store/projects.ts'
import { recordResponse } from '#store/responses.ts'
import { closeWave, createWave, openWave } from '#store/waves.ts'
import { questionnaireOf } from '../indicators/attacker/questionnaire.ts'
import { type RandomProject, randomProject } from '../indicators/attacker/random-project.ts'
import { morning, type World } from './world.ts'

/** Without digits, so that every digit in a table is a figure. */
const names = ['Alnarp', 'Bjursås', 'Codan', 'Dalarö', 'Edsbyn', 'Fårbo']

export function publishAttacked({ db }: World): void {
  for (const version of [1, 2] as const)
    publishQuestionnaire(db, `attacked-v${version}.json`, JSON.stringify(questionnaireOf(version)), morning)
}

/** Both waves answered and closed. */
export function enterProject(world: World, seed: number): { project: Project; drawn: RandomProject } {
  const { db, identity } = world
  const drawn = randomProject(seed)
  const codeOf = (code: string) => `${1001 + drawn.municipalities.indexOf(code)}`
  const project = createProject(
    db,
    {
      programme: { id: 'attacked', nameSv: 'Angripet', nameEn: 'Attacked' },
      slug: `attacked-${seed}`,
      nameSv: 'Angripet',
      nameEn: 'Attacked',
      organisation: 'Bygden',
      contactEmail: 'kontakt@bygden.example',
      municipalities: drawn.municipalities.map((code, at) => ({
        code: codeOf(code),
        name: names[at] ?? '',
        countyCode: '10',
      })),
    },
    'system',
    morning,
  )
  const entries = drawn.everybody.map(({ id, municipality, group }) => ({
    name: 'Någon',
    email: `${id}.${seed}@kommun.example`,
    municipalityCode: codeOf(municipality),
    actorGroup: group,
    language: 'sv' as const,
    seat: id,
  }))
  registerParticipants(db, identity, project.id, entries, 'system', morning)
  for (const side of ['from', 'to'] as const) {
    const version = side === 'to' && drawn.isReworded ? 2 : 1
    const wave = createWave(
      db,
      {
        projectId: project.id,
        kind: side === 'from' ? 'baseline' : 'endline',
        questionnaireId: 'attacked',
        questionnaireVersion: version,
        opensOn: '2027-03-01',
        closesOn: '2027-05-31',
      },
      'system',
      morning,
    )
    openWave(db, wave, 'system', morning)
    const asked = db.$client
      .prepare(
        `select i.id, s.label from invitations i join participants p on p.id = i.participant_id
         join seats s on s.id = p.seat_id where i.wave_id = ?`,
      )
      .all(wave.id) as { id: string; label: string }[]
    for (const { id, label } of asked) {
      const answers = drawn.everybody.find((person) => person.id === label)?.[side]
      const about = {
        questionnaireId: 'attacked',
        questionnaireVersion: version,
        language: 'sv',
        mode: 'web',
      } as const
      if (answers) recordResponse(db, { invitationId: id, ...about, answers }, morning)
    }
    closeWave(db, wave.id, 'system', morning)
  }
  return { project, drawn }
}

/** Everybody has answered something else, as nobody could outside a test: every figure of the project would change. */
export function answerOtherwise({ db }: World, project: Project): void {
  const guards = db.$client
    .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'responses'")
    .pluck()
    .all() as string[]
  for (const name of guards) db.$client.exec(`drop trigger ${name}`)
  const rows = db.$client
    .prepare(
      `select r.id, r.answers from responses r join invitations i on i.id = r.invitation_id
       join waves w on w.id = i.wave_id where w.project_id = ?`,
    )
    .all(project.id) as { id: string; answers: string }[]
  const write = db.$client.prepare('update responses set answers = ? where id = ?')
  for (const [at, { id, answers }] of rows.entries()) {
    const turned = Object.entries(JSON.parse(answers) as Record<string, number>).map(
      ([item, value]) => [item, item === 'PERC' || item === 'DOSE' ? 0 : 1 + ((Math.abs(value) + at) % 5)] as const,
    )
    write.run(JSON.stringify(Object.fromEntries(turned)), id)
  }
  recordEvent(db, { at: morning, actor: 'system', action: 'test', subject: `project:${project.id}` })
}
