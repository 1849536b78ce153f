// Paper and telephone: the way there, the forms, both entries, what differs, and an answer that is there already; and
// what becomes of forms that are begun when a wave ends.

import { findFormsInvitation, listInvited } from '#store/paper.ts'
import { leaveSeat } from '#store/participants.ts'
import { invitations } from '#store/schema.ts'
import { closeWave, createWave, openWave, type Wave } from '#store/waves.ts'
import { openEveryType } from '../support/every-type.ts'
import { linkInto } from '../support/links.ts'
import { flen, ljungby, makeWorld, morning } from '../support/world.ts'
import { form } from '../survey/every-type.ts'
import type { Seen } from './states.ts'

export async function paperStates() {
  const world = await makeWorld()
  world.addPeople(6, flen)
  world.addPeople(2, ljungby)
  const planned = world.planWave()
  const wave = openEveryType(world)
  const base = `/waves/${wave.id}/paper`
  const as = 'coordinator'
  const codes = async () => {
    await world.post(`${base}/print`, { as, form: { who: 'all' } })
    return listInvited(world.db, wave.id).flatMap(({ code, answered }) =>
      code && !answered ? [code.replace('-', '')] : [],
    )
  }
  const [fresh = '', once = '', differing = '', both = '', left = ''] = await codes()
  const address = `https://www.exempel.se/${'landsbygdsserviceutveckling'.repeat(5)}`
  const enter = (code: string, pass: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
    world.post(`${base}/${code}`, { as, form: { pass, mode: 'telephone', ...fields } })
  for (const code of [once, differing, both, left]) await enter(code, '1', form)
  await enter(differing, '2', { ...form, M1: '5', WAYS: ['', 'mail'], PLACE: '', WORDS: `Att lyssna.\n${address}` })
  await enter(both, '2', form)
  const asked = world.db.select().from(invitations).all()
  const leaving = asked.find(({ id }) => id === findFormsInvitation(world.db, wave.id, left))
  leaveSeat(world.db, leaving?.participantId ?? '', 'system', morning)
  const link = linkInto(world, wave)
  await world.post(`${link}/start`)
  await world.post(`${link}/1`, { form: { _page: 'you', MET: '1' } })
  const seen: Seen[] = [
    { name: 'paper', path: base, as },
    { name: 'paper, wave not open', path: `/waves/${planned.id}/paper`, as },
    { name: 'paper, after a first entry', path: `${base}?entered=first`, as },
    { name: 'paper, no such code', path: `${base}?code=ÖÖÖÖ`, as, status: 422 },
    { name: 'paper, a form of somebody who has left', path: `${base}?code=${left}`, as, status: 422 },
    { name: 'paper, forms', path: `${base}/print`, as, form: { who: 'municipality:Ljungby' } },
    { name: 'paper, first entry', path: `${base}/${fresh}`, as },
    {
      name: 'paper, first entry with errors',
      path: `${base}/${fresh}`,
      as,
      form: { pass: '1', mode: '', HOURS: 'tolv', 'FIRST-day': '31' },
      status: 422,
    },
    { name: 'paper, second entry', path: `${base}/${once}`, as },
    { name: 'paper, differences', path: `${base}/${differing}/differences`, as },
    {
      name: 'paper, differences with errors',
      path: `${base}/${differing}/differences`,
      as,
      form: { M1: 'second' },
      status: 422,
    },
    { name: 'paper, answered already', path: `${base}/${both}`, as },
  ]
  return { world, seen }
}

/** The morning after the last day of three waves: one not closed, one closed since, one closed days before. */
export async function latePaperStates() {
  const world = await makeWorld()
  const { db, clock } = world
  world.addPeople(5, flen)
  const as = 'coordinator'
  const overdue = openEveryType(world)
  const another = (kind: 'baseline' | 'endline'): Wave => {
    const { questionnaireId, questionnaireVersion, opensOn, closesOn } = overdue
    const plan = { projectId: world.project.id, kind, questionnaireId, questionnaireVersion, opensOn, closesOn }
    const wave = createWave(db, plan, 'system', morning)
    openWave(db, wave, 'system', morning)
    return wave
  }
  const [graceful, over] = [another('baseline'), another('endline')]
  const codes = new Map<string, string[]>()
  for (const { id } of [overdue, graceful, over]) {
    await world.post(`/waves/${id}/paper/print`, { as, form: { who: 'all' } })
    const printed = listInvited(db, id).flatMap(({ code }) => (code ? [code.replace('-', '')] : []))
    codes.set(id, printed)
    const [once, differing] = printed
    const fields = { ...form, mode: 'paper' }
    for (const code of [once, differing])
      await world.post(`/waves/${id}/paper/${code}`, { as, form: { ...fields, pass: '1' } })
    await world.post(`/waves/${id}/paper/${differing}`, { as, form: { ...fields, pass: '2', M1: '5' } })
  }
  closeWave(db, over.id, 'system', Date.UTC(2027, 4, 20))
  clock.now = Date.UTC(2027, 5, 1, 8)
  closeWave(db, graceful.id, 'system', clock.now)
  const [once, differing] = codes.get(graceful.id) ?? []
  const seen: Seen[] = [
    { name: 'late paper, wave past its last day', path: `/waves/${overdue.id}`, as },
    { name: 'late paper, wave to be closed?', path: `/waves/${overdue.id}/closing`, as },
    { name: 'late paper, past the last day', path: `/waves/${overdue.id}/paper`, as },
    { name: 'late paper, wave closed', path: `/waves/${graceful.id}`, as },
    { name: 'late paper, in the day of grace', path: `/waves/${graceful.id}/paper`, as },
    { name: 'late paper, second entry', path: `/waves/${graceful.id}/paper/${once}`, as },
    { name: 'late paper, differences', path: `/waves/${graceful.id}/paper/${differing}/differences`, as },
    { name: 'late paper, wave closed long ago', path: `/waves/${over.id}`, as },
    { name: 'late paper, after the day of grace', path: `/waves/${over.id}/paper`, as },
    {
      name: 'late paper, a form too late',
      path: `/waves/${over.id}/paper/${codes.get(over.id)?.[0]}`,
      as,
      status: 409,
    },
  ]
  return { world, seen }
}
