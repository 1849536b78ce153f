// A row of a battery: what is sent to a participant's link, what comes back, and whether anything may be written.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { phrasesIn } from '#i18n/phrases.ts'
import { drafts, responses } from '#store/schema.ts'
import { openWave } from '#store/waves.ts'
import { beginEveryType, openEveryType } from '../../support/every-type.ts'
import { fingerprintDatabase } from '../../support/fingerprint.ts'
import { linkInto } from '../../support/links.ts'
import { makeWorld, morning, type World } from '../../support/world.ts'

/** The Swedish words that a reader is to meet. */
export const words = phrasesIn('sv')

/** Somebody who has begun to answer, in a world of their own with a second person who has not. */
export interface Place {
  world: World
  /** `/s/…`, begun. */
  link: string
  token: string
  /** The other person's link. */
  other: string
}

export interface Answer {
  statusCode: number
  body: string
  headers: Readonly<Record<string, unknown>>
}

export interface Case {
  /** As in the list of bad inputs; a letter behind it where one row there is several here. */
  id: string
  given: string
  ask(place: Place): Promise<Answer>
  status: number
  /** Part of the page, or of the address that one is sent to. */
  says: string
  /** Left out = the database is the same before and after. */
  writes?: true
  after?(place: Place, answer: Answer): unknown
}

/** Runs each row in a world of its own, and asks for an ordinary page afterwards. */
export function runBattery(name: string, cases: readonly Case[], enter: (world: World) => Promise<Place>): void {
  describe(name, () => {
    let world: World
    beforeEach(async () => {
      world = await makeWorld()
      world.addPeople(2)
    })
    afterEach(() => world.close())

    test.each(cases)('$id: $given', async ({ ask, status, says, writes, after }) => {
      const place = await enter(world)
      const before = fingerprintDatabase(world.db)
      const answer = await ask(place)
      expect([answer.statusCode, answer.body.slice(0, 2000)]).toEqual([status, expect.any(String)])
      expect(`${answer.headers.location ?? ''}\n${answer.body}`).toContain(says)
      if (!writes) expect(fingerprintDatabase(world.db)).toBe(before)
      await after?.(place, answer)
      expect((await world.get('/tillganglighet')).statusCode).toBe(200)
    })
  })
}

/** Version 1 of "samverkan", before. Page 2 asks D1 to D4, page 9 for texts. */
export async function enterSamverkan(world: World): Promise<Place> {
  const wave = world.planWave()
  openWave(world.db, wave, 'system', morning)
  const link = linkInto(world, wave)
  await world.post(`${link}/start`)
  return { world, link, token: link.slice(3), other: linkInto(world, wave, 1) }
}

/** The questionnaire with every type of question. Page 4 asks for hours, page 5 for a day and for texts. */
export async function enterEveryType(world: World): Promise<Place> {
  const wave = openEveryType(world)
  const { link, send } = await beginEveryType(world, wave)
  await send('you', { B: 'FTG', MET: '1' })
  await send('facts', { HOURS: '12' })
  return { world, link, token: link.slice(3), other: linkInto(world, wave, 1) }
}

/** What has been saved and not yet sent in. */
export const draftIn = ({ world }: Place): Readonly<Record<string, unknown>> =>
  JSON.parse(world.db.select().from(drafts).get()?.answers ?? '{}')

export const responsesIn = ({ world }: Place) => world.db.select().from(responses).all()

/** Answers as sent in. */
export const sentIn = (place: Place): unknown => JSON.parse(responsesIn(place)[0]?.answers ?? 'null')

export const dialogue = (form: Readonly<Record<string, string>>) => ({ form: { _page: 'dialogue', ...form } })
export const texts = (form: Readonly<Record<string, string>>) => ({ form: { _page: 'overall', ...form } })
