// Paper and telephone: the way there, the forms, both entries, what differs, and an answer that is there already.
import { listInvited } from '#store/paper.ts'
import { linkInto, openEveryType } from '../support/every-type.ts'
import { flen, ljungby, makeWorld } from '../support/world.ts'
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
  const [fresh = '', once = '', differing = '', both = ''] = await codes()
  const enter = (code: string, pass: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
    world.post(`${base}/${code}`, { as, form: { pass, mode: 'telephone', ...fields } })
  for (const code of [once, differing, both]) await enter(code, '1', form)
  await enter(differing, '2', { ...form, M1: '5', WAYS: ['', 'mail'], PLACE: '', WORDS: 'Att lyssna.\nOch vänta.' })
  await enter(both, '2', form)
  const link = linkInto(world, wave)
  await world.post(`${link}/start`)
  await world.post(`${link}/1`, { form: { _page: 'you', MET: '1' } })
  const seen: Seen[] = [
    { name: 'paper', path: base, as },
    { name: 'paper, wave not open', path: `/waves/${planned.id}/paper`, as },
    { name: 'paper, after a first entry', path: `${base}?entered=first`, as },
    { name: 'paper, no such code', path: `${base}?code=ÖÖÖÖ`, as, status: 422 },
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
