// Published results stay: whatever happens to answers, questionnaires and code afterwards.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listFigures, pathText } from '#cuts/figures.ts'
import { publishedTree } from '#cuts/published-results.ts'
import { type Publication, publishCut } from '#publication.ts'
import { checkCut } from '#results.ts'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { type Cut, findCut, findLatestCut, getCutResults, listCuts } from '#store/cuts.ts'
import { QuestionnaireError } from '#survey/questionnaire-file.ts'
import { fillProject } from '../support/answers.ts'
import { fingerprintDatabase } from '../support/fingerprint.ts'
import { flen, makeWorld, morning, type World } from '../support/world.ts'
import { textOf, v2 } from '../survey/samverkan.ts'

let world: World
let waves: ReturnType<typeof fillProject>
beforeEach(async () => {
  world = await makeWorld()
  waves = fillProject(world)
})
afterEach(() => world.close())

const publish = () => publishCut(world.db, world.project, 'system', morning)
const check = (cut: Cut) => checkCut(world.db, world.project, cut)

async function make(): Promise<Cut> {
  const publication = await publish()
  if (publication.outcome !== 'made') throw new Error(publication.outcome)
  return publication.cut
}

const figuresOf = (cut: Cut) =>
  new Map(listFigures(publishedTree(getCutResults(world.db, cut))).map(({ path, value }) => [pathText(path), value]))

/** As erasing a person does: a response may be deleted, never changed. */
function eraseResponses(waveId: string, count: number): void {
  world.db.transaction(() => {
    world.db.$client
      .prepare(
        'delete from responses where invitation_id in (select id from invitations where wave_id = ? order by id limit ?)',
      )
      .run(waveId, count)
  })
}

describe('a cut', () => {
  test('holds what it was made from and with', async () => {
    const cut = await make()
    expect(cut.code).toMatch(/^[a-z2-9]{4}$/)
    expect(cut).toMatchObject({ ordinal: 1, madeAt: morning, madeBy: 'system' })
    expect(cut.facts).toMatchObject({
      from: { kind: 'baseline', questionnaire: { id: 'samverkan', version: 1 } },
      to: { kind: 'endline', questionnaire: { id: 'samverkan', version: 2 } },
      indicators: { D: 1 },
      rules: { threshold: 5, noticeableChange: 5 },
      code: { version: '0.1.0', node: process.version },
    })
    for (const sum of [
      cut.inputSha256,
      cut.resultsSha256,
      cut.facts.code.sourceSha256,
      cut.facts.from.questionnaire.sha256,
    ])
      expect(sum).toMatch(/^[0-9a-f]{64}$/)
    // Three of four items rise by two steps of four, 50 points, and one stays: 37.5.
    expect(figuresOf(cut).get('indicators/D/overall/paired/meanChange')).toBe(37.5)
    expect(findCut(world.db, world.project.id, cut.code)).toEqual(cut)
    expect(findCut(world.db, world.otherProject.id, cut.code)).toBeUndefined()
  })

  test.each(['update cuts set results = results', `update cuts set facts = '{}'`, 'delete from cuts'])(
    'refuses: %s',
    async (statement) => {
      await make()
      const before = fingerprintDatabase(world.db)
      expect(() => world.db.$client.exec(statement)).toThrow(/never/)
      expect(fingerprintDatabase(world.db)).toBe(before)
    },
  )

  test('is made once of the same data, and the second time refers to the first', async () => {
    const cut = await make()
    const before = fingerprintDatabase(world.db)
    expect(await publish()).toEqual({ outcome: 'unchanged', cut })
    expect(fingerprintDatabase(world.db)).toBe(before)
    expect(await check(cut)).toEqual({ data: 'same', identical: true })
  })

  test('stands as it was when a response is erased, says that the data have changed, and no new one tells the person', async () => {
    const cut = await make()
    const bytes = getCutResults(world.db, cut)
    eraseResponses(waves.endline.id, 1)
    expect(getCutResults(world.db, cut)).toBe(bytes)
    expect(await check(cut)).toEqual({ data: 'changed', identical: false })
    const refused = await publish()
    expect(refused).toMatchObject({ outcome: 'refused', cut: { code: cut.code } })
    expect(pathsOf(refused)).toContain('match/overall')
    expect(listCuts(world.db, world.project.id)).toHaveLength(1)
  })

  test('gets a successor where as many have gone as a group must have', async () => {
    const larger = await makeWorld()
    fillProject(larger, { flen: 12 })
    const publishLarger = () => publishCut(larger.db, larger.project, 'system', morning)
    const first = await publishLarger()
    larger.db.$client
      .prepare(
        `delete from responses where invitation_id in (select id from invitations where participant_id in (
           select p.id from participants p join seats s on s.id = p.seat_id where s.municipality_code = ? limit ?))`,
      )
      .run(flen.code, 6)
    const second = await publishLarger()
    expect([first.outcome, second.outcome]).toEqual(['made', 'made'])
    const [latest, earlier] = listCuts(larger.db, larger.project.id)
    expect([latest?.ordinal, earlier?.ordinal]).toEqual([2, 1])
    expect(latest?.resultsSha256).not.toBe(earlier?.resultsSha256)
    expect(findLatestCut(larger.db, larger.project.id)).toEqual(latest)
    await larger.close()
  })

  test('cannot be made anew while a wave is open, and says so', async () => {
    const cut = await make()
    world.db.$client.prepare('update waves set closed_at = null where id = ?').run(waves.endline.id)
    expect(await publish()).toEqual({ outcome: 'nothing', reason: 'still_open' })
    expect(await check(cut)).toEqual({ data: 'gone', identical: null })
  })
})

const pathsOf = (publication: Publication): string[] =>
  publication.outcome === 'refused' ? publication.faults.map(({ path }) => path) : []

describe('definitions of indicators', () => {
  /** Version 3, in which dialogue is measured by fewer items. */
  function thirdVersion(revision: number): string {
    const definition = JSON.parse(textOf(2)) as {
      version: number
      indicators: { id: string; revision: number; items: unknown[] }[]
    }
    definition.version = 3
    const dialogue = definition.indicators.find(({ id }) => id === 'D')
    if (!dialogue) throw new Error('version 2 has no indicator D')
    dialogue.revision = revision
    dialogue.items.pop()
    return JSON.stringify(definition)
  }

  test('that change need a revision of their own', () => {
    const faults = (revision: number) => {
      try {
        publishQuestionnaire(world.db, 'v3.json', thirdVersion(revision), morning)
        return []
      } catch (error) {
        if (error instanceof QuestionnaireError) return error.faults.map(({ message }) => message.en)
        throw error
      }
    }
    const [now] = v2.indicators.filter(({ id }) => id === 'D')
    expect(faults(now?.revision ?? 0).join()).toContain('D is computed otherwise than in version')
    expect(faults((now?.revision ?? 0) + 1)).toEqual([])
  })

  test('stay with the cut and with waves that have been opened, whatever is published later', async () => {
    const cut = await make()
    const bytes = getCutResults(world.db, cut)
    publishQuestionnaire(world.db, 'v3.json', thirdVersion(3), morning)
    expect(findCut(world.db, world.project.id, cut.code)?.facts.indicators.D).toBe(1)
    expect(getCutResults(world.db, cut)).toBe(bytes)
    expect(await check(cut)).toEqual({ data: 'same', identical: true })
    expect(() => world.db.$client.exec('update waves set questionnaire_version = 3')).toThrow(
      /keeps its questionnaire version/,
    )
  })
})
