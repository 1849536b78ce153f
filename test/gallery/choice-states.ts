// What participants decide for themselves, as it is asked, done and met afterwards: no more reminders, no more part in
// the project, no more answers kept, and a seat handed over.
import { newId } from '#store/ids.ts'
import { invitations, participants } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { openWave, type Wave } from '#store/waves.ts'
import { linkInto } from '../support/links.ts'
import { flen, makeWorld, morning, type World } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'
import type { Seen } from './states.ts'

const person = { name: 'Anna-Karin Öst', email: 'anna-karin.ost@kommun.example' }

export async function choiceStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  world.addPeople(4, flen)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  const [fresh = '', withdrawn = '', left = '', silent = ''] = [0, 1, 2, 3].map((at) => linkInto(world, wave, at))
  await world.post(`${withdrawn}/withdraw`)
  await world.post(`${left}/handover`, { form: { ...person, confirm: 'yes' } })
  const another = () => inviteOneMore(world, wave)
  const seen: Seen[] = [
    { name: 'own choices', path: `${fresh}/choices` },
    { name: 'no more reminders, among own choices?', path: `${fresh}/quiet` },
    { name: 'no more reminders, just now', path: `${silent}/quiet`, form: {} },
    { name: 'stop taking part?', path: `${fresh}/withdraw` },
    { name: 'stopped taking part, just now', path: `${withdrawn}/withdraw`, form: {} },
    { name: 'stopped taking part', path: `${withdrawn}/withdraw` },
    { name: 'no longer taking part', path: withdrawn, status: 410 },
    { name: 'own choices, no longer taking part', path: `${withdrawn}/choices` },
    { name: 'erase answers?', path: `${fresh}/erase` },
    onceOnly('answers erased, just now', () => ({ path: `${another()}/erase`, form: {} })),
    { name: 'hand over', path: `${fresh}/handover` },
    { name: 'hand over with errors', path: `${fresh}/handover`, form: { name: '', email: 'ingen' }, status: 422 },
    { name: 'hand over, refused', path: `${fresh}/handover`, form: { ...person, confirm: 'yes' }, status: 422 },
    { name: 'hand over, to confirm', path: `${fresh}/handover`, form: { ...person, email: 'ny@kommun.example' } },
    onceOnly('hand over, just now', () => ({
      path: `${another()}/handover`,
      form: { ...person, email: `${newId()}@kommun.example`, confirm: 'yes' },
    })),
    { name: 'seat handed over', path: left, status: 410 },
  ]
  return { world, seen }
}

const onceOnly = (name: string, anew: NonNullable<Seen['anew']>): Seen => ({ name, ...anew(), anew })

/** The link of somebody who has done nothing with it yet. */
function inviteOneMore(world: World, wave: Wave): string {
  const { db } = world
  const known = new Set(
    db
      .select()
      .from(participants)
      .all()
      .map(({ id }) => id),
  )
  world.addPeople(1, flen)
  const newcomer = db
    .select()
    .from(participants)
    .all()
    .find(({ id }) => !known.has(id))
  if (!newcomer) throw new Error('nobody was registered')
  const invitation = {
    id: newId(),
    waveId: wave.id,
    participantId: newcomer.id,
    seatId: newcomer.seatId,
    createdAt: morning,
  }
  db.insert(invitations).values(invitation).run()
  return `/s/${issueTokens(db, invitation.id, morning).answer}`
}
