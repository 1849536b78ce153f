import { expect, test } from 'vitest'
import { publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { openDatabase } from '#store/database.ts'
import { identityFrom } from '#store/identity.ts'
import { registerParticipants } from '#store/participants.ts'
import { createProject } from '#store/projects.ts'
import { readAsked } from '#store/responses.ts'
import { closeWave, createWave, openWave } from '#store/waves.ts'

test('who takes another seat stays, in waves that were asked, where they were asked', () => {
  const db = openDatabase(':memory:')
  const identity = identityFrom(Buffer.alloc(32, 3))
  for (const { file, text } of readQuestionnaireFiles('surveys')) publishQuestionnaire(db, file, text, 1)
  const project = createProject(
    db,
    {
      programme: { id: 'p', nameSv: 'P', nameEn: 'P' },
      slug: 'p',
      nameSv: 'P',
      nameEn: 'P',
      organisation: 'O',
      contactEmail: 'a@example.org',
      municipalities: [
        { code: '0482', name: 'Flen', countyCode: '04' },
        { code: '0781', name: 'Ljungby', countyCode: '07' },
      ],
    },
    'system',
    1,
  )
  const asa = { name: 'Åsa', email: 'asa@example.org', language: 'sv' as const, seat: '' }
  const wave = (kind: 'baseline' | 'endline') =>
    createWave(
      db,
      {
        projectId: project.id,
        kind,
        questionnaireId: 'samverkan',
        questionnaireVersion: 1,
        opensOn: '2027-01-01',
        closesOn: '2027-02-01',
      },
      'system',
      1,
    )
  registerParticipants(db, identity, project.id, [{ ...asa, municipalityCode: '0482', actorGroup: 'LUG' }], 'system', 1)
  const before = wave('baseline')
  openWave(db, before, 'system', 1)
  closeWave(db, before.id, 'system', 2)
  registerParticipants(db, identity, project.id, [{ ...asa, municipalityCode: '0781', actorGroup: 'KTJ' }], 'system', 3)
  const after = wave('endline')
  openWave(db, after, 'system', 4)
  const placesIn = (waveId: string) =>
    [...readAsked(db, waveId)].map(({ municipality, actorGroup }) => [municipality, actorGroup])
  expect(placesIn(before.id)).toEqual([['0482', 'LUG']])
  expect(placesIn(after.id)).toEqual([['0781', 'KTJ']])
  db.$client.close()
})
