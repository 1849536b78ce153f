// What a participant sees behind a link: from the landing to the receipt, and every way that ends elsewhere.
import { eq } from 'drizzle-orm'
import { changeFeedback } from '#store/projects.ts'
import { invitations, persons } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { closeWave, openWave } from '#store/waves.ts'
import { flen, makeWorld, morning, type World } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'
import type { Seen } from './states.ts'

export async function answeringStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(8, flen)
  const wave = world.planWave('endline', 2)
  openWave(db, wave, 'system', morning)
  const closing = world.planWave('baseline')
  openWave(db, closing, 'system', morning)
  const invited = db.select().from(invitations).all()
  const link = (waveId: string, at: number) =>
    issueTokens(db, invited.filter((one) => one.waveId === waveId)[at]?.id ?? '', morning)
  const fresh = link(wave.id, 0).answer
  const quiet = link(wave.id, 0).quiet
  const begun = link(wave.id, 1).answer
  const sent = link(wave.id, 2).answer
  const untouched = link(wave.id, 3).answer
  const wordy = link(wave.id, 5).answer
  // Has answered the one that is open.
  const late = link(closing.id, 2).answer
  const graceful = link(closing.id, 5).answer
  const gone = link(wave.id, 6)
  const silenced = link(wave.id, 1).quiet
  // Somebody who then leaves the seat.
  const silencedBefore = link(wave.id, 7).quiet
  const left = link(wave.id, 7).answer
  const older = link(closing.id, 3).answer
  for (const token of [begun, sent, untouched, wordy, graceful]) await world.post(`/s/${token}/start`)
  await world.post(`/s/${begun}/2`, { form: { _page: 'dialogue', D1: '4', D2: 'dont_know' } })
  await world.post(`/s/${sent}/2`, { form: { _page: 'dialogue', D1: '4' } })
  await world.post(`/s/${sent}/submission`)
  for (const token of [silenced, silencedBefore]) await world.post(`/quiet/${token}`)
  const newcomer = { name: 'Ny Person', email: 'ny@kommun.example', confirm: 'yes' }
  await world.post(`/s/${left}/handover`, { form: newcomer })
  changeFeedback(db, world.project, true, 'system', morning)
  db.update(persons)
    .set({ erasedAt: morning })
    .where(eq(persons.id, personOf(world, 6)))
    .run()
  closeWave(db, closing.id, 'system', morning)
  const numbers = Array.from({ length: 11 }, (_, at) => at + 1)
  const seen: Seen[] = [
    { name: 'landing', path: `/s/${fresh}` },
    { name: 'landing, begun', path: `/s/${begun}` },
    ...numbers.map((number) => ({ name: `questions, page ${number}`, path: `/s/${begun}/${number}` })),
    {
      name: 'questions with an error',
      path: `/s/${begun}/2`,
      form: { _page: 'dialogue', D1: '17', D2: '5' },
      status: 422,
    },
    {
      name: 'questions with a text too long',
      path: `/s/${wordy}/9`,
      form: { _page: 'overall', O1: 'långt ord '.repeat(250) },
      status: 422,
    },
    { name: 'questions after closing', path: `/s/${graceful}/2` },
    { name: 'check', path: `/s/${begun}/check` },
    { name: 'check, nothing answered', path: `/s/${untouched}/submission`, form: {}, status: 422 },
    { name: 'receipt', path: `/s/${sent}/receipt` },
    { name: 'already answered', path: `/s/${sent}` },
    { name: 'closed', path: `/s/${late}`, status: 410 },
    { name: 'link no longer valid', path: `/s/${gone.answer}`, status: 410 },
    { name: 'link unknown', path: '/s/aBcDeFgHiJkLmNoPqRsTuV', status: 404 },
    { name: 'no more reminders?', path: `/quiet/${quiet}` },
    { name: 'no more reminders', path: `/quiet/${silenced}` },
    { name: 'no more reminders, to who left', path: `/quiet/${silencedBefore}` },
    { name: 'link cut before its token', path: '/s/', status: 404 },
    { name: 'link unknown, in capitals', path: '/s/AAAABBBBCCCCDDDDEEEEFF', status: 404 },
    { name: 'closed, another open', path: `/s/${older}`, status: 410 },
    { name: 'link to the open one sent', path: `/s/${older}/other`, form: {} },
    { name: 'answers replaced in another window', path: `/s/${begun}/3?replaced=2` },
    { name: 'answers kept aside', path: `/s/${begun}/3?aside=1` },
    { name: 'check, answers replaced and kept aside', path: `/s/${begun}/check?replaced=1&aside=2` },
    { name: 'lost link', path: '/lost-link' },
    { name: 'lost link with an error', path: '/lost-link', form: { address: 'namn@' }, status: 422 },
    { name: 'lost link asked for', path: '/lost-link', form: { address: 'namn@kommun.example' } },
    { name: 'feedback, nothing published', path: `/s/${sent}/feedback` },
    { name: 'information to participants', path: '/projects/service/information', as: 'coordinator' },
    {
      name: 'information written beside the standard text',
      path: '/projects/service/information',
      as: 'coordinator',
      form: { legalBasis: 'consent', origin: 'standard', bodySv: 'Vår egen text.', bodyEn: 'Our own text.' },
      status: 422,
    },
    {
      name: 'information with a promise',
      path: '/projects/service/information',
      as: 'coordinator',
      form: { legalBasis: 'consent', origin: 'own', bodySv: 'Svaren är anonyma.', bodyEn: '' },
      status: 422,
    },
  ]
  return { world, seen }
}

const personOf = (world: World, at: number): string => {
  const participants = world.db.query.participants.findMany().sync()
  const wanted = world.db.select().from(invitations).all()[at]?.participantId
  return participants.find(({ id }) => id === wanted)?.personId ?? ''
}
