// A list of participants read before it is imported, where not everybody on it is as the list has it.
import { leaveSeat, registerParticipants } from '#store/participants.ts'
import { findRightsHolder, withdrawParticipant } from '#store/rights.ts'
import { makeWorld, morning, motala, type World } from '../support/world.ts'
import type { Seen } from './states.ts'

/** Of four, one has withdrawn, one has left the seat, and one takes part in another project too. */
export async function listStates(): Promise<{ world: World; seen: Seen[] }> {
  const world = await makeWorld()
  const { db, identity, project, otherProject } = world
  const people = world.addPeople(4)
  const [withdrawn, left] = people.map(
    ({ email }) => findRightsHolder(db, identity, project.id, email)?.participantId ?? '',
  )
  withdrawParticipant(db, withdrawn ?? '', 'system', morning)
  leaveSeat(db, left ?? '', 'system', morning)
  const shared = people.slice(2, 3).map((one) => ({ ...one, municipalityCode: motala.code }))
  registerParticipants(db, identity, otherProject.id, shared, 'system', morning)
  const header = 'namn;e-post;kommun;aktörsgrupp'
  const rows = people.map(({ email }, at) => `Någon ${at + 1};${email};Flen;LUG`)
  const path = '/projects/service/participants/import'
  const preview = (name: string, list: readonly string[]): Seen => ({
    name: `import of participants, ${name}`,
    path,
    form: { text: [header, ...list].join('\n') },
    as: 'coordinator',
  })
  return {
    world,
    seen: [
      preview('some absent, one kept', [...rows, 'Ny Person;ny@kommun.example;Flen;FTG']),
      preview('everybody absent', rows.slice(0, 2)),
    ],
  }
}
