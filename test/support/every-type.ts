// A wave with the questionnaire of test/data/every-type, and a link into it.
import { eq } from 'drizzle-orm'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { invitations } from '#store/schema.ts'
import { issueTokens } from '#store/tokens.ts'
import { createWave, openWave, type Wave } from '#store/waves.ts'
import { file, text } from '../survey/every-type.ts'
import { morning, type World } from './world.ts'

/** Opens it for everybody there is. */
export function openEveryType(world: World): Wave {
  publishQuestionnaire(world.db, file, text, morning)
  const plan = { questionnaireId: 'every-type', questionnaireVersion: 1, opensOn: '2027-03-01', closesOn: '2027-05-31' }
  const wave = createWave(world.db, { projectId: world.project.id, kind: 'midterm', ...plan }, 'system', morning)
  openWave(world.db, wave, 'system', morning)
  return wave
}

/** The link of the person invited as number `at`, from 0. */
export function linkInto(world: World, wave: Wave, at = 0): string {
  const invited = world.db.select().from(invitations).where(eq(invitations.waveId, wave.id)).all()
  return `/s/${issueTokens(world.db, invited[at]?.id ?? '', morning).answer}`
}

/** The fields of a form as they stand in a page, by page of the questionnaire. */
export const fieldsOfPage = {
  you: ['B', 'MET'],
  meetings: ['M1', 'M2', 'ALL'],
  contact: ['G_LUG', 'G_KTJ'],
  facts: ['WAYS', 'HOURS'],
  words: ['FIRST-day', 'FIRST-month', 'FIRST-year', 'PLACE', 'WORDS'],
  order: ['FIRSTS-shop', 'FIRSTS-bus', 'FIRSTS-fuel'],
} as const
