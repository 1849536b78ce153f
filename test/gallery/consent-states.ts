// The first page where answers are handled by consent: given before anything is answered, and anew by somebody who had
// begun under another ground.
import { keepInformation } from '#store/information.ts'
import { openWave } from '#store/waves.ts'
import { standardInformation } from '#web/answering/information.ts'
import { linkInto } from '../support/links.ts'
import { flen, makeWorld, morning } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

export async function consentStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, project } = world
  world.addPeople(3, flen)
  const wave = world.planWave()
  openWave(db, wave, 'system', morning)
  const [fresh = '', before = '', agreed = ''] = [0, 1, 2].map((at) => linkInto(world, wave, at))
  const begin = async (link: string) => {
    await world.post(`${link}/start`)
    await world.post(`${link}/2`, { form: { _page: 'dialogue', D1: '4' } })
  }
  await begin(before)
  keepInformation(db, project.id, standardInformation(project, 'consent'), 'system', morning)
  await begin(agreed)
  return {
    world,
    seen: [
      { name: 'landing, with consent', path: fresh },
      { name: 'landing, consents anew', path: before },
      { name: 'landing, to be read before sending in', path: `${before}?read=1` },
      { name: 'landing, has consented', path: agreed },
    ],
  }
}
