// The first version of the questionnaire, the one that speaks Finnish too: from its first page to the receipt, and what
// a link leads to afterwards.
import { openWave } from '#store/waves.ts'
import { linkInto } from '../support/links.ts'
import { flen, makeWorld, morning } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

export async function firstVersionStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(3, flen)
  // At the end of a project more is asked than at its beginning.
  const wave = world.planWave('endline', 1)
  openWave(db, wave, 'system', morning)
  const [begun = '', untouched = '', sent = ''] = [0, 1, 2].map((at) => linkInto(world, wave, at))
  for (const link of [begun, untouched, sent]) await world.post(`${link}/start`)
  await world.post(`${begun}/2`, { form: { _page: 'dialogue', D1: '4', D2: 'dont_know' } })
  await world.post(`${sent}/2`, { form: { _page: 'dialogue', D1: '4' } })
  await world.post(`${sent}/submission`)
  const pages = Array.from({ length: 11 }, (_, at) => at + 1)
  return {
    world,
    seen: [
      { name: 'first version: landing, begun', path: begun },
      ...pages.map((page) => ({ name: `first version: page ${page}`, path: `${begun}/${page}` })),
      {
        name: 'first version: page with errors',
        path: `${begun}/2`,
        form: { _page: 'dialogue', D1: '17', D2: '5' },
        status: 422,
      },
      { name: 'first version: answers replaced and kept aside', path: `${begun}/3?replaced=2&aside=1` },
      { name: 'first version: check', path: `${begun}/check` },
      { name: 'first version: check, nothing answered', path: `${untouched}/submission`, form: {}, status: 422 },
      { name: 'first version: receipt', path: `${sent}/receipt` },
      { name: 'first version: already answered', path: sent },
    ],
  }
}
