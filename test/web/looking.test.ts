// Looking changes nothing: every address that answers GET, read from the routes themselves so that a new page cannot be
// forgotten, leaves the database as it was; and so does whoever follows every link of a participant's pages.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { queueInvitations } from '#store/messages.ts'
import { listInvited } from '#store/paper.ts'
import { invitations, messages } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { openEveryType } from '../support/every-type.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { linkInto } from '../support/links.ts'
import { makeWorld, morning, type Person, type World } from '../support/world.ts'
import { form } from '../survey/every-type.ts'

let world: World
let link: string
let quiet: string
/** What stands for a name in the pattern of a route. */
let names: Readonly<Record<string, string>>
beforeEach(async () => {
  world = await makeWorld()
  const { db } = world
  world.addPeople(3)
  const wave = openEveryType(world)
  queueInvitations(db, wave.id, 'system', morning)
  link = linkInto(world, wave, 1)
  await world.post(`/waves/${wave.id}/paper/print`, { as: 'coordinator', form: { who: 'all' } })
  const [first] = listInvited(db, wave.id)
  const code = first?.code?.replace('-', '') ?? ''
  const enter = (pass: string, M1: string) =>
    world.post(`/waves/${wave.id}/paper/${code}`, { as: 'coordinator', form: { mode: 'paper', ...form, pass, M1 } })
  await enter('1', '4')
  await enter('2', '5')
  const [invited] = db.select().from(invitations).where(eq(invitations.waveId, wave.id)).all()
  quiet = issueTokens(db, invited?.id ?? '', morning).quiet
  const letter = db.select().from(messages).all()[0]?.id ?? ''
  const kinds = { kind: 'text', item: 'WORDS', language: 'sv', tongue: 'sv', part: 'summary', page: '2' }
  names = {
    ...kinds,
    token: link.slice(3),
    slug: 'service',
    id: wave.id,
    code,
    letter,
    file: 'funnel.svg',
    name: 'funnel',
  }
})
afterEach(() => world.close())

/** Patterns that answer GET, read from Fastify's own drawing of its routes. */
function patterns(): string[] {
  const above: string[] = []
  return world.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (.*) \((.*)\)$/.exec(line) ?? []
      const depth = indent.length / 4
      const parent = depth === 0 ? '' : (above[depth - 1] ?? '')
      above[depth] = (part.startsWith('/') ? parent.replace(/\/$/, '') : parent) + part
      return methods.includes('GET') ? [above[depth] ?? ''] : []
    })
}
const addressOf = (pattern: string): string => {
  const token = pattern.startsWith('/quiet/') ? quiet : (names.token ?? '')
  return pattern
    .replace(/\(\^[^)]*\)?[^/]*\$\)/g, '')
    .replace(/:(\w+)/g, (_all, name: string) => (name === 'token' ? token : (names[name] ?? '1')))
    .replace('*', 'nowhere')
}

/** The status; 200 of an answer that goes on for as long as somebody listens. */
async function look(url: string, cookie: string): Promise<number> {
  try {
    const answer = await world.app.inject({ url, headers: { cookie }, signal: AbortSignal.timeout(2000) })
    return answer.statusCode
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 200
    throw error
  }
}

test.each<['nobody' | Person]>([['nobody'], ['admin'], ['process_leader']])(
  'at every address there is, as %s',
  async (as) => {
    const all = patterns()
    expect(all.length).toBeGreaterThan(70)
    const seen = { found: 0, refused: 0 }
    const cookie = as === 'nobody' ? '' : world.signIn(as)
    const before = fingerprintDatabase(world.db)
    for (const pattern of all) {
      const status = await look(addressOf(pattern), cookie)
      expect([pattern, addressOf(pattern), status < 500]).toEqual([pattern, addressOf(pattern), true])
      seen[status < 400 ? 'found' : 'refused'] += 1
      expect([pattern, fingerprintDatabase(world.db)]).toEqual([pattern, before])
    }
    console.info(`${as}: ${seen.found} addresses answered, ${seen.refused} refused, nothing changed`)
    if (as === 'admin') expect(seen.found).toBeGreaterThan(seen.refused)
  },
)

test.each(['before anything is typed', 'with a draft', 'after an answer'])(
  'through every link of a participant’s pages: %s',
  async (when) => {
    if (when !== 'before anything is typed') {
      await world.post(`${link}/start`)
      await world.post(`${link}/1`, { form: { _page: 'you', MET: '1' } })
    }
    if (when === 'after an answer') await world.post(`${link}/submission`)
    const before = fingerprintDatabase(world.db)
    const open = new Set([link, `${link}/1`, `${link}/check`, `${link}/receipt`, `${link}/feedback`, `/quiet/${quiet}`])
    for (const url of open) {
      const { body, headers, statusCode } = await world.get(url)
      expect([url, statusCode < 500]).toEqual([url, true])
      const links = [...body.matchAll(/ (?:href|action)="([^"#]+)"/g)].map(([, found = '']) => found)
      for (const found of [...links, String(headers.location ?? '')].filter(Boolean)) {
        const { origin, pathname, search } = new URL(found.replaceAll('&amp;', '&'), `http://here${url}`)
        if (origin === 'http://here' && !pathname.startsWith('/static/')) open.add(pathname + search)
      }
    }
    expect(open.size).toBeGreaterThan(8)
    expect(fingerprintDatabase(world.db)).toBe(before)
  },
)
