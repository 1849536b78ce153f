// A list of participants read before it is imported, where not everybody on it is as the list has it.
import { leaveSeat, registerParticipants } from '#store/participants.ts'
import { correctAddress, findRightsHolder, withdrawParticipant } from '#store/rights.ts'
import { makeWorld, morning, motala, type World } from '../support/world.ts'
import type { Seen } from './states.ts'

/** Of five, one has withdrawn, one has left the seat, one takes part in another project too, and one has a new address. */
export async function listStates(): Promise<{ world: World; seen: Seen[] }> {
  const world = await makeWorld()
  const { db, identity, project, otherProject } = world
  const people = world.addPeople(5)
  const [withdrawn, left, , , moved] = people.map(({ email }) => findRightsHolder(db, identity, project.id, email))
  withdrawParticipant(db, withdrawn?.participantId ?? '', 'system', morning)
  leaveSeat(db, left?.participantId ?? '', 'system', morning)
  correctAddress(db, identity, moved?.personId ?? '', 'ny-adress@kommun.example', 'system', morning)
  const shared = people.slice(2, 3).map((one) => ({ ...one, municipalityCode: motala.code }))
  registerParticipants(db, identity, otherProject.id, shared, 'system', morning)
  const header = 'namn;e-post;kommun;aktörsgrupp'
  const rows = people.map(({ name, email }, at) => `${at < 4 ? `Någon ${at + 1}` : name};${email};Flen;LUG`)
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
