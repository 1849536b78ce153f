// Battery T: links that are mistyped, revoked, used up, scanned, forwarded or looked for in what is stored.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import { startSender } from '#mail/sender.ts'
import { openTransports } from '#mail/transports.ts'
import { queueInvitations } from '#store/messages.ts'
import { invitations, participants, persons, tokens, waves } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { closeWave, listWaves } from '#store/waves.ts'
import { fingerprintDatabase } from '../../support/fingerprint.ts'
import { type Case, dialogue, enterSamverkan, type Place, responsesIn, runBattery, texts, words } from './case.ts'

const { answering: a } = words
const open =
  (path: string) =>
  ({ world }: Place) =>
    world.get(path)
const submit = ({ world, link }: Place) => world.post(`${link}/submission`)
const waveOf = ({ world }: Place) => {
  const [wave] = listWaves(world.db, world.project.id)
  if (!wave) throw new Error('there is no wave')
  return wave
}
/** A new link that stops reminders. */
const quietIn = ({ world }: Place) =>
  issueTokens(world.db, world.db.select().from(invitations).all()[0]?.id ?? '', world.clock.now).quiet
/** Changes something beforehand, and holds the look itself to changing nothing. */
const lookAfter =
  (change: (place: Place) => unknown, path = '') =>
  async (place: Place) => {
    await change(place)
    const before = fingerprintDatabase(place.world.db)
    const answer = await place.world.get(place.link + path)
    expect(fingerprintDatabase(place.world.db)).toBe(before)
    return answer
  }
const baseUrl = 'https://enkat.example'
/** Sends everybody their letter, and finds every address of ours in them: in both texts and in the headers. */
async function addressesMailed(place: Place): Promise<Set<string>> {
  const { db, identity, config, clock } = place.world
  queueInvitations(db, waveOf(place).id, 'system', clock.now)
  const transports = openTransports(config)
  const log = { info() {}, warn() {} }
  const sender = startSender({ db, identity, transports, baseUrl, now: () => clock.now, log })
  await sender.settled()
  await sender.stop()
  const files = readdirSync(config.outboxDir).map((name) => readFileSync(path.join(config.outboxDir, name)))
  const letters = await Promise.all(files.map((bytes) => PostalMime.parse(bytes)))
  const all = letters
    .flatMap(({ text, html, headers }) => [text, html, ...headers.map(({ value }) => value)])
    .join('\n')
  return new Set([...all.matchAll(/https:\/\/enkat\.example([^\s"<>]*)/g)].map(([, found = '']) => found))
}
const answerAll = async (place: Place) => {
  await place.world.post(`${place.link}/9`, texts({ O1: 'ska inte läsas av andra' }))
  await submit(place)
}

const cases: readonly Case[] = [
  {
    id: 'T1',
    given: '22 letters that nobody was sent',
    ask: open('/s/AAAAAAAAAAAAAAAAAAAAAA'),
    status: 404,
    says: a.unknownTitle,
  },
  {
    id: 'T3',
    given: 'a token in upper case',
    ask: ({ world, token }) => world.get(`/s/${token.toUpperCase()}`),
    status: 404,
    says: a.unknownTitle,
  },
  {
    id: 'T5a',
    given: 'the link that stops reminders, as if it were the one to the questionnaire',
    ask: async (place) => place.world.get(`/s/${quietIn(place)}`),
    status: 404,
    says: a.unknownTitle,
    writes: true,
  },
  {
    id: 'T5b',
    given: 'the link to the questionnaire, as if it were the one that stops reminders',
    ask: ({ world, token }) => world.post(`/quiet/${token}`),
    status: 404,
    says: a.unknownTitle,
  },
  {
    id: 'T7a',
    given: 'an erased person',
    ask: lookAfter(({ world }) => world.db.update(persons).set({ erasedAt: 1 }).run()),
    status: 410,
    says: a.erasedTitle,
    writes: true,
  },
  {
    id: 'T7c',
    given: 'a link that was called back, of somebody who is still there',
    ask: lookAfter(({ world }) => world.db.update(tokens).set({ revokedAt: 1 }).run()),
    status: 410,
    says: a.erasedTitle,
    writes: true,
    after: async ({ world, link }) => expect((await world.post(`${link}/start`)).statusCode).toBe(410),
  },
  {
    id: 'T7b',
    given: 'a person who has withdrawn',
    ask: lookAfter(({ world }) => world.db.update(participants).set({ withdrawnAt: 1 }).run()),
    status: 410,
    says: a.withdrawnTitle,
    writes: true,
  },
  ...['', '/1', '/9', '/check'].map(
    (path, at): Case => ({
      id: `T8${'abcd'[at]}`,
      given: `an answered questionnaire, opened again at "${path}"`,
      ask: lookAfter(answerAll, path),
      status: 200,
      says: a.answeredTitle,
      writes: true,
      after: (_place, { body }) => expect(body).not.toContain('ska inte läsas'),
    }),
  ),
  {
    id: 'T9a',
    given: 'a closed wave, by somebody who never began',
    ask: async (place) => {
      closeWave(place.world.db, waveOf(place).id, 'system', place.world.clock.now)
      return place.world.get(place.other)
    },
    status: 410,
    // Nine in the morning in Stockholm is eight in the database.
    says: '1 mars 2027 kl. 09:00',
    writes: true,
  },
  {
    id: 'T9b',
    given: 'a wave that has not opened',
    ask: lookAfter(({ world }) => world.db.update(waves).set({ openedAt: null }).run()),
    status: 200,
    says: '1 mars 2027',
    writes: true,
  },
  {
    id: 'T10',
    given: 'a scanner that looks at every page fifty times by GET and by HEAD',
    ask: async ({ world, link }) => {
      for (let time = 0; time < 50; time += 1)
        for (const method of ['GET', 'HEAD'] as const)
          for (const path of ['', '/1', '/2', '/check', '/receipt'])
            expect((await world.app.inject({ method, url: link + path })).statusCode).toBeLessThan(400)
      return world.get(link)
    },
    status: 200,
    says: a.start,
  },
  {
    id: 'T13',
    given: 'a scanner that follows every link of the letters, and every link of the pages that they lead to',
    ask: async (place) => {
      const mailed = await addressesMailed(place)
      const roads = [...mailed].map((address) => address.split('/')[1]).sort()
      // Two letters, each with the questionnaire, and with an end to reminders.
      expect(roads).toEqual(['quiet', 'quiet', 's', 's'])
      const before = fingerprintDatabase(place.world.db)
      const seen = new Set<string>()
      const follow = async (address: string, deep: number): Promise<void> => {
        if (seen.has(address)) return
        seen.add(address)
        const { statusCode, body, headers } = await place.world.get(address)
        expect([address, statusCode < 500]).toEqual([address, true])
        const [onward = ''] = [headers.location].flat()
        const found = [...body.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
        for (const href of [onward, ...found].filter(Boolean)) {
          const { origin, pathname, search } = new URL(href, `${baseUrl}${address}`)
          if (deep > 0 && origin === baseUrl) await follow(pathname + search, deep - 1)
        }
      }
      for (const address of [...mailed, place.link, `${place.link}/1`]) await follow(address, 3)
      for (const road of ['choices', 'quiet', 'withdraw', 'erase', 'handover'])
        expect([...seen].filter((address) => address.includes(`/${road}?`))).not.toEqual([])
      expect(fingerprintDatabase(place.world.db)).toBe(before)
      const [quiet = ''] = [...mailed].filter((address) => address.startsWith('/quiet/'))
      return place.world.get(quiet)
    },
    status: 200,
    says: words.participation.quiet.button,
    writes: true,
    after: ({ world: { db } }) =>
      expect([
        db.select({ quietAt: invitations.quietAt }).from(invitations).all(),
        db.select({ withdrawnAt: participants.withdrawnAt }).from(participants).all(),
      ]).toEqual([Array(2).fill({ quietAt: null }), Array(2).fill({ withdrawnAt: null })]),
  },
  {
    id: 'T16',
    given: 'a forwarded link, sent in from two devices at once',
    ask: async (place) => {
      await place.world.post(`${place.link}/2`, dialogue({ D1: '4' }))
      const [one, two] = await Promise.all([submit(place), submit(place)])
      expect(two.headers.location).toBe(one.headers.location)
      return one
    },
    status: 303,
    says: '/receipt',
    writes: true,
    after: (place) => expect(responsesIn(place)).toHaveLength(1),
  },
  {
    id: 'T18',
    given: 'a whole visit, then a search for the token in the database',
    ask: async (place) => {
      await place.world.post(`${place.link}/2`, dialogue({ D1: '4' }))
      return submit(place)
    },
    status: 303,
    says: '/receipt',
    writes: true,
    after: ({ world, token }) => expect(world.db.$client.serialize().includes(token)).toBe(false),
  },
]

runBattery('battery T, links', cases, enterSamverkan)
