// Reasons of comparability in English: given by the version itself, or beside it for those published with Swedish alone.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readQuestionnaireFiles } from '#store/catalogue.ts'
import { readJudgementFiles } from '#store/judgement-files.ts'
import { compareVersions } from '#survey/comparability.ts'
import { inSwedish, judgementsIn, parseJudgements, reasonsOf, tellReason } from '#survey/judgements.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { inEnglish, refusalOf, v1, v2 } from './samverkan.ts'

const folder = fileURLToPath(new URL('../../surveys', import.meta.url))

test('every reason that a published version gives has its English', () => {
  const known = readJudgementFiles(folder)
  const said = readQuestionnaireFiles(folder).flatMap(({ questionnaire }) => reasonsOf(questionnaire).map(inSwedish))
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter((reason) => tellReason(reason, 'en', known).language !== 'en')).toEqual([])
})

test('a version may give its reasons in both languages, and results keep the Swedish', () => {
  const both = { sv: 'Ett nytt villkor.', en: 'A new condition.' }
  const items = v2.items.map((item) => ({
    ...item,
    comparableTo: item.comparableTo.map((judgement) => ({ ...judgement, reason: both })),
  }))
  const later = parseQuestionnaire(JSON.stringify({ ...v2, items }), 'v2.json')
  expect(compareVersions(v1, later).find(({ item }) => item === 'L1')?.reason).toBe(both.sv)
  expect(tellReason(both.sv, 'en', judgementsIn([later]))).toEqual({ text: both.en, language: 'en' })
})

test('a reason in one language must be no empty text, and one in two no half', () => {
  for (const reason of ['', { sv: 'Ett nytt villkor.' }]) {
    const items = v2.items.map((item) => ({
      ...item,
      comparableTo: item.comparableTo.map((judgement) => ({ ...judgement, reason })),
    }))
    const told = inEnglish(refusalOf(() => parseQuestionnaire(JSON.stringify({ ...v2, items }), 'v2.json')))
    expect(told.join()).toMatch(/reason(\.en)?: the (English )?text is (empty|missing)|write the reason as/)
  }
})

test('where nobody has translated a reason it is told in Swedish, and said to be', () => {
  expect(tellReason('Ett nytt villkor.', 'en', new Map())).toEqual({ text: 'Ett nytt villkor.', language: 'sv' })
})

test.each([
  [{ questionnaire: 'annan', texts: {} }, 'says annan, and the file lies with samverkan'],
  [
    { questionnaire: 'samverkan', texts: { 'Aldrig sagt.': 'Never said.' } },
    'no version gives the reason “Aldrig sagt.”',
  ],
])('a file beside that belongs to nothing is refused: %j', (file, told) => {
  const text = JSON.stringify({ format: 1, ...file })
  const refused = inEnglish(
    refusalOf(() => parseJudgements(text, path.join('samverkan', 'judgements.en.json'), [v1, v2])),
  )
  expect(refused.join()).toContain(told)
})
