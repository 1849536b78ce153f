// The participant's pages at their edges: words longer than a small screen, a wave whose day has not come, a disk that
// is full, addresses that lead nowhere, and the statement on accessibility.
import { eq } from 'drizzle-orm'
import { invitations, projects, waves } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { openWave } from '#store/waves.ts'
import { answerWave } from '../support/answers.ts'
import { flen, ljungby, makeWorld, morning, type World } from '../support/world.ts'
import type { Seen } from './states.ts'

export interface EdgeStates {
  world: World
  seen: Seen[]
}

const longWord = 'Landsbygdsserviceutvecklingssamverkansprojektledningsgrupp'

export async function longTextStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db, project } = world
  const texts = { nameSv: `${longWord} ${longWord}`, nameEn: `${longWord} ${longWord}`, organisation: longWord }
  db.update(projects).set(texts).where(eq(projects.id, project.id)).run()
  world.addPeople(1)
  const open = world.planWave()
  openWave(db, open, 'system', morning)
  const { answer, quiet } = linkOf(world, open.id)
  await world.post(`/s/${answer}/start`)
  await world.post(`/s/${answer}/9`, {
    form: { _page: 'overall', O1: longWord.repeat(20), O2: `${longWord}\n`.repeat(9) },
  })
  const planned = world.planWave('endline')
  openWave(db, planned, 'system', morning)
  db.update(waves).set({ openedAt: null }).where(eq(waves.id, planned.id)).run()
  return {
    world,
    seen: [
      { name: 'long words: landing', path: `/s/${answer}` },
      { name: 'long words: questions', path: `/s/${answer}/9` },
      { name: 'long words: check', path: `/s/${answer}/check` },
      { name: 'long words: no more reminders?', path: `/quiet/${quiet}` },
      { name: 'not yet open', path: `/s/${linkOf(world, planned.id).answer}` },
      { name: 'address that leads nowhere', path: '/nowhere', status: 404 },
      { name: 'address that cannot be read', path: '/s/%E0%A4%A', status: 404 },
      { name: 'accessibility statement', path: '/tillganglighet' },
      {
        name: 'signed out while typing',
        path: '/projects/service/details',
        form: { nameSv: texts.nameSv, aboutSv: `Vi vill att ${longWord} ska märkas.\n\nMer om det.` },
        status: 401,
      },
    ],
  }
}

/** A project called by one word, longer than a small screen. */
export async function longNameStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const texts = { nameSv: longWord.repeat(2), nameEn: longWord.repeat(2) }
  world.db.update(projects).set(texts).where(eq(projects.id, world.project.id)).run()
  const wave = world.planWave()
  return {
    world,
    seen: [
      { name: 'long name: project', path: '/projects/service', as: 'coordinator' },
      { name: 'long name: the days of a wave', path: `/waves/${wave.id}/days`, as: 'coordinator' },
    ],
  }
}

/** Nothing can be written any more; what is there can be read. */
export async function fullDiskStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  const { db } = world
  world.addPeople(1)
  const wave = world.planWave()
  openWave(db, wave, 'system', morning)
  const { answer, quiet } = linkOf(world, wave.id)
  await world.post(`/s/${answer}/start`)
  await world.post(`/s/${answer}/2`, { form: { _page: 'dialogue', D1: '4' } })
  db.$client.pragma('query_only = ON')
  const form = { _page: 'overall', O1: 'å'.repeat(1990), O2: 'Å'.repeat(1990) }
  return {
    world,
    seen: [
      { name: 'questionnaire that could not be begun', path: `/s/${answer}/start`, form: {}, status: 503 },
      { name: 'questions that could not be saved', path: `/s/${answer}/9`, form, status: 503 },
      { name: 'answers that could not be sent in', path: `/s/${answer}/submission`, form: {}, status: 503 },
      { name: 'reminders that could not be stopped', path: `/quiet/${quiet}`, form: {}, status: 503 },
      {
        name: 'part in the project that could not be ended',
        path: `/s/${answer}/withdraw`,
        form: { said: `${longWord} och mer` },
        status: 503,
      },
      {
        name: 'seat that could not be handed over',
        path: `/s/${answer}/handover`,
        form: { name: 'Åsa Öberg', email: 'asa@kommun.example', confirm: 'yes' },
        status: 503,
      },
    ],
  }
}

function linkOf({ db }: World, waveId: string) {
  const invitation = db.select({ id: invitations.id }).from(invitations).where(eq(invitations.waveId, waveId)).get()
  return issueTokens(db, invitation?.id ?? '', morning)
}

/** Before and midway are closed, and nothing is frozen yet: the end could not be frozen beside it. */
export async function midwayStates(): Promise<EdgeStates> {
  const world = await makeWorld()
  world.addPeople(8, flen)
  world.addPeople(9, ljungby)
  answerWave(world, 'baseline', 1, 2)
  answerWave(world, 'midterm', 1, 3)
  const cuts = { path: '/projects/service/cuts', as: 'coordinator' } as const
  return {
    world,
    seen: [
      { name: 'cuts, midway', ...cuts },
      { name: 'cuts, midway without the tick', ...cuts, form: {}, status: 422 },
    ],
  }
}
