// What stands behind a mailed link where something cannot be taken, too often asked for, or at fault. A full disk has its
// states in edge-states.ts.
import { openWave } from '#store/waves.ts'
import { linkInto } from '../support/links.ts'
import { flen, makeWorld, morning } from '../support/world.ts'
import type { EdgeStates } from './edge-states.ts'

async function worldWithLink() {
  const world = await makeWorld()
  world.addPeople(1, flen)
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  return { world, link: linkInto(world, wave) }
}

export async function refusedStates(): Promise<EdgeStates> {
  const { world, link } = await worldWithLink()
  const form = { address: 'namn@kommun.example' }
  for (let time = 0; time < 30; time += 1) await world.post('/lost-link', { form })
  return {
    world,
    seen: [
      { name: 'lost link asked for too often', path: '/lost-link', form, status: 429 },
      { name: 'no such page behind a link', path: `${link}/nowhere`, form: {}, status: 404 },
      { name: 'no such page behind nobody’s link', path: '/s/aBcDeFgHiJkLmNoPqRsTuV/x', form: {}, status: 404 },
      { name: 'text too long to be taken', path: `${link}/handover`, form: { name: 'å'.repeat(50_000) }, status: 413 },
    ],
  }
}

export async function faultStates(): Promise<EdgeStates> {
  const { world, link } = await worldWithLink()
  world.db.$client.close()
  return { world, seen: [{ name: 'fault of ours behind a link', path: link, status: 500 }] }
}
