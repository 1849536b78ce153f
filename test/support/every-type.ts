// A wave with the questionnaire of test/data/every-type or one made of it, and somebody who has begun to answer.
import type { LightMyRequestResponse } from 'fastify'
import { publishQuestionnaire } from '#store/catalogue.ts'
import { createWave, openWave, type Wave } from '#store/waves.ts'
import type { WaveKind } from '#survey/questionnaire.ts'
import { file, text } from '../survey/every-type.ts'
import { linkInto } from './links.ts'
import { type Asked, morning, type World } from './world.ts'

/** Opens it for everybody there is. */
export const openEveryType = (world: World): Wave => openLikeEveryType(world, 'midterm', JSON.parse(text))

type AnyQuestionnaire = { id: string; [part: string]: unknown }

/** Opens a questionnaire that was made of it, under an id of its own. */
export function openLikeEveryType(world: World, kind: WaveKind, questionnaire: AnyQuestionnaire): Wave {
  publishQuestionnaire(world.db, file, JSON.stringify(questionnaire), morning)
  const version = { questionnaireId: questionnaire.id, questionnaireVersion: 1 }
  const days = { opensOn: '2027-03-01', closesOn: '2027-05-31' }
  const wave = createWave(world.db, { projectId: world.project.id, kind, ...version, ...days }, 'system', morning)
  openWave(world.db, wave, 'system', morning)
  return wave
}

/** 31 letters, as Swedish has them. */
export const longWord = 'Livsmedelsförsörjningsberedskap'

/** Each of its texts with the long word before it. */
export const longWorded = (): AnyQuestionnaire => ({
  ...JSON.parse(text, (_key, value: { sv?: unknown } | null) =>
    typeof value?.sv === 'string' ? { ...value, sv: `${longWord} ${value.sv}` } : value,
  ),
  id: 'long-words',
})

export interface Begun {
  link: string
  /** Sends a page, which is known by its name whatever number stands in the address. */
  send(
    page: keyof typeof fieldsOfPage,
    form: Asked['form'],
    headers?: Asked['headers'],
  ): Promise<LightMyRequestResponse>
}

/** Begins to answer it, as the person invited as number `at`, from 0. */
export async function beginEveryType(world: World, wave = openEveryType(world), at = 0): Promise<Begun> {
  const link = linkInto(world, wave, at)
  await world.post(`${link}/start`)
  return {
    link,
    send: (page, form, headers = {}) => world.post(`${link}/1`, { form: { _page: page, ...form }, headers }),
  }
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
