// The questionnaire of test/data/every-type: a question of every type, with conditions of every kind.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseQuestionnaire, type Questionnaire } from '#survey/questionnaire.ts'

export const file = path.join(import.meta.dirname, '../data/every-type/v1.json')
export const text = readFileSync(file, 'utf8')
export const everyType: Questionnaire = parseQuestionnaire(text, 'every-type/v1.json')

/** An answer to everything, and the form that gives it. */
export const form = {
  B: 'FTG',
  MET: '1',
  M1: '4',
  M2: 'dont_know',
  ALL: '7',
  G_LUG: '2',
  G_KTJ: '0',
  WAYS: ['', 'phone', 'meet'],
  HOURS: '12,5',
  'FIRST-day': '29',
  'FIRST-month': '2',
  'FIRST-year': '2028',
  PLACE: 'Bygdegården',
  WORDS: 'Att fråga först.',
  'FIRSTS-shop': '2',
  'FIRSTS-bus': '1',
  'FIRSTS-fuel': '',
} as const

export const answers = {
  B: 'FTG',
  MET: 1,
  M1: 4,
  M2: { missing: 'dont_know' },
  ALL: 7,
  G_LUG: 2,
  G_KTJ: 0,
  WAYS: ['meet', 'phone'],
  HOURS: 12.5,
  FIRST: '2028-02-29',
  PLACE: 'Bygdegården',
  WORDS: 'Att fråga först.',
  FIRSTS: ['bus', 'shop'],
} as const
