// People whom their letter has not reached, in each way that a letter can fail, and what only a person can read.
import { recordBounce, type Verdict } from '#store/bounces.ts'
import type { Delivery } from '#store/ending.ts'
import { localDayOf } from '#store/local-day.ts'
import { queueInvitations } from '#store/messages.ts'
import { messages } from '#store/schema.ts'
import { openWave } from '#store/waves.ts'
import { claimNext, settle } from '../support/outbox.ts'
import { makeWorld, morning, type World } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

const said: readonly { verdict: Verdict; status: string; words: string }[] = [
  { verdict: 'failed', status: '5.1.1', words: '550 5.1.1 <…>: Recipient address rejected: User unknown' },
  { verdict: 'gave_up', status: '4.4.7', words: '' },
  { verdict: 'delayed', status: '4.2.0', words: '450 4.2.0 Greylisted' },
  { verdict: 'failed', status: '5.2.2', words: `552 5.2.2 ${'Mailbox-full.'.repeat(15)} <script>alert(1)</script>` },
]

/** An open wave whose letters have been accepted but for one that was refused; all but the last two came back. */
export async function makeBounced(): Promise<{ world: World; waveId: string; unreached: string[] }> {
  const world = await makeWorld()
  const { db, identity } = world
  const people = world.addPeople(6)
  const wave = world.planWave()
  openWave(db, wave, 'system', morning)
  queueInvitations(db, wave.id, 'system', morning)
  for (let at = 0; at < people.length; at += 1) {
    const claim = claimNext(db, morning, localDayOf(morning))
    if (claim.outcome !== 'letter') throw new Error('no letter')
    const { id, messageId, addressSealed } = claim.letter
    const refused: Delivery = { outcome: 'failed', reason: '550 5.1.2 no such domain' }
    settle(db, id, at === 4 ? refused : { outcome: 'accepted', reply: '250 ok' }, morning)
    const report = said[at]
    if (!report) continue
    const address = identity.open(addressSealed)
    const recipients = [{ addresses: [address], ...report }]
    const incoming = { sha256: `report-${at}`, messageId: '', report: { letters: [messageId], recipients } }
    recordBounce(db, identity, incoming, morning)
    if (at === 0)
      recordBounce(db, identity, { sha256: 'a', messageId: '<a@kommun.example>', report: undefined }, morning)
  }
  const back = db
    .select()
    .from(messages)
    .all()
    .filter(({ state }) => state === 'returned' || state === 'failed')
  return { world, waveId: wave.id, unreached: back.map(({ invitationId }) => invitationId) }
}

export async function bouncedMailStates(): Promise<EdgeStates> {
  const { world, waveId, unreached } = await makeBounced()
  const list = `/waves/${waveId}/bounces`
  const one = `${list}/${unreached[0]}`
  return {
    world,
    seen: [
      { name: 'letters that did not arrive', path: list, as: 'admin' },
      { name: 'an address to correct', path: one, as: 'coordinator' },
      { name: 'an address typed wrongly', path: one, as: 'coordinator', form: { address: 'bo@' }, status: 422 },
      { name: 'a corrected address to confirm', path: one, as: 'coordinator', form: { address: 'info@malmö.se' } },
      { name: 'replies that no machine understands', path: '/mail/bounces', as: 'admin' },
      { name: 'wave with letters that came back', path: `/waves/${waveId}`, as: 'coordinator' },
    ],
  }
}

export async function allArrivedStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const wave = world.planWave()
  return {
    world,
    seen: [
      { name: 'letters that did not arrive: none', path: `/waves/${wave.id}/bounces`, as: 'coordinator' },
      { name: 'replies that no machine understands: none', path: '/mail/bounces', as: 'admin' },
    ],
  }
}
