// Every page of Samverka in every state it can be seen in: one list, walked by the tests over HTTP, by the browser
// with its checkers, and by `npm run gallery`, which takes pictures to look at.
import type { FastifyInstance } from 'fastify'
import { makeEmptyWorld, type Person, type World } from '../support/world.ts'
import { answeringStates } from './answering-states.ts'
import { allArrivedStates, bouncedMailStates } from './bounce-states.ts'
import { choiceStates } from './choice-states.ts'
import { consentStates } from './consent-states.ts'
import { compareStates, demoStates } from './demo-states.ts'
import { fullDiskStates, longNameStates, longTextStates, midwayStates } from './edge-states.ts'
import { feedbackStates } from './feedback-states.ts'
import { firstVersionStates } from './first-version-states.ts'
import { itemStates } from './item-states.ts'
import { letterStates } from './letter-states.ts'
import { listStates } from './list-states.ts'
import {
  plannedMailStates,
  preflightStates,
  runningMailStates,
  silentMailStates,
  uninvitedMailStates,
  usualMailStates,
} from './mail-states.ts'
import { latePaperStates, paperStates } from './paper-states.ts'
import { overdueStates, projectStates, resultsStates } from './project-states.ts'
import { faultStates, refusedStates } from './trouble-states.ts'
import { jobStates, openAnswersStates } from './work-states.ts'

export interface State {
  name: string
  /** Where the server of its world listens. */
  base: string
  path: string
  cookie?: string
  /** Sent by POST where given. */
  form?: Readonly<Record<string, string>>
  status: number
  /** What can be done once only is done by somebody else each time. */
  anew?: () => { path: string; form: Readonly<Record<string, string>> }
}

/** What to ask for now to see it. */
export const asked = (state: State): Pick<State, 'path' | 'form'> => state.anew?.() ?? state

export interface Gallery {
  states: readonly State[]
  close(): Promise<void>
}

/** By a person of the world, by whoever has the cookie, or by anybody. */
export type Seen = Omit<State, 'base' | 'status'> & { status?: number; as?: Person }

/** A world, and what is to be seen in it. One without people of its own signs nobody in. */
type Showing = () => Promise<{
  world: Pick<World, 'app' | 'close'> & Partial<Pick<World, 'signIn'>>
  seen: readonly Seen[]
}>

/** All that whoever was asked may come to see. */
const participantsSide: readonly Showing[] = [
  answeringStates,
  firstVersionStates,
  consentStates,
  choiceStates,
  feedbackStates,
  longTextStates,
  fullDiskStates,
  refusedStates,
  faultStates,
  itemStates,
]

const staffSide: readonly Showing[] = [
  emptyStates,
  projectStates,
  overdueStates,
  resultsStates,
  demoStates,
  listStates,
  longNameStates,
  midwayStates,
  paperStates,
  latePaperStates,
  jobStates,
  openAnswersStates,
  letterStates,
  silentMailStates,
  usualMailStates,
  plannedMailStates,
  preflightStates,
  runningMailStates,
  uninvitedMailStates,
  bouncedMailStates,
  allArrivedStates,
  compareStates,
]

export const openParticipantsGallery = (): Promise<Gallery> => openWorlds(participantsSide)

export const openStaffGallery = (): Promise<Gallery> => openWorlds(staffSide)

export const openGallery = (): Promise<Gallery> => openWorlds([...staffSide, ...participantsSide])

async function openWorlds(showings: readonly Showing[]): Promise<Gallery> {
  const worlds: Gallery[] = []
  for (const showing of showings) worlds.push(await serve(await showing()))
  return {
    states: worlds.flatMap(({ states }) => states),
    async close() {
      for (const world of worlds) await world.close()
    },
  }
}

async function serve({ world, seen }: Awaited<ReturnType<Showing>>): Promise<Gallery> {
  const base = await listen(world.app)
  const states = seen.map(({ as, ...state }): State => {
    const cookie = as && world.signIn?.(as)
    return { status: 200, ...state, base, ...(cookie ? { cookie } : {}) }
  })
  return { states, close: world.close }
}

async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const [address] = app.addresses()
  return typeof address === 'object' ? `http://127.0.0.1:${address.port}` : ''
}

async function emptyStates() {
  const world = await makeEmptyWorld()
  const seen: Seen[] = [
    { name: 'first page', path: '/' },
    { name: 'set-up', path: '/setup' },
    {
      name: 'set-up with errors',
      path: '/setup',
      form: { code: 'wrong', name: '', email: 'not an address', password: 'short' },
      status: 422,
    },
    { name: 'sign-in', path: '/session' },
    { name: 'no such page', path: '/nowhere', status: 404 },
  ]
  return { world, seen }
}
