// Who takes part by sex and age is counted by what a questionnaire says of its items, or a file beside it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getQuestionnaire, publishQuestionnaire, readQuestionnaireFiles } from '#store/catalogue.ts'
import { type Database, openDatabase } from '#store/database.ts'
import { parseHorizontal } from '#survey/horizontal.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { QuestionnaireError } from '#survey/questionnaire-file.ts'

const surveys = path.join(import.meta.dirname, '../../surveys/samverkan')
const version = readFileSync(path.join(surveys, 'v1.json'), 'utf8')
const questionnaire = parseQuestionnaire(version, 'v1.json')
const beside = (horizontal: object, of: object = {}) =>
  JSON.stringify({ format: 1, questionnaire: 'samverkan', version: 1, horizontal, ...of })
const faultsOf = (text: string): string[] => {
  try {
    parseHorizontal(text, 'v1.horizontal.json', questionnaire)
    return []
  } catch (error) {
    if (error instanceof QuestionnaireError) return error.faults.map(({ path: at, message }) => `${at}: ${message.en}`)
    throw error
  }
}

let folder: string
let db: Database
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'samverka-horizontal-'))
  db = openDatabase(path.join(folder, 'samverka.db'))
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every version of our own questionnaire says which items tell of sex and age', () => {
  const files = readQuestionnaireFiles(path.dirname(surveys))
  for (const { file, text } of files) publishQuestionnaire(db, file, text, 1)
  expect(files.length).toBeGreaterThan(1)
  for (const {
    questionnaire: { id, version: number },
  } of files)
    expect(getQuestionnaire(db, id, number).horizontal).toEqual({ sex: 'B5_GENDER', age: 'B5_AGE' })
})

test('a version may say it itself, and then nothing beside it may', () => {
  const own = JSON.stringify({ ...(JSON.parse(version) as object), horizontal: { age: 'B4' } })
  const file = path.join(folder, 'v1.json')
  const said = path.join(folder, 'v1.horizontal.json')
  writeFileSync(said, beside({ sex: 'B5_GENDER' }))
  expect(() => publishQuestionnaire(db, file, own, 1)).toThrow(/horizontal: is said by the version itself/)
  rmSync(said)
  publishQuestionnaire(db, file, own, 2)
  expect(getQuestionnaire(db, 'samverkan', 1).horizontal).toEqual({ age: 'B4' })
})

test('where the file beside it is wrong, the version is not published without it', () => {
  const file = path.join(folder, 'v1.json')
  writeFileSync(path.join(folder, 'v1.horizontal.json'), beside({ sex: 'NO_SUCH' }))
  expect(() => publishQuestionnaire(db, file, version, 1)).toThrow(QuestionnaireError)
  expect(db.$client.prepare('select count(*) from questionnaire_versions').pluck().get()).toBe(0)
})

test('what was said stays, though the file is gone', () => {
  const file = path.join(folder, 'v1.json')
  const said = path.join(folder, 'v1.horizontal.json')
  writeFileSync(said, beside({ sex: 'B5_GENDER' }))
  publishQuestionnaire(db, file, version, 1)
  rmSync(said)
  expect(publishQuestionnaire(db, file, version, 2).horizontal).toEqual({ sex: 'B5_GENDER' })
})

test('what is no choice of the questionnaire, or lies beside another version, is refused with the remedy', () => {
  expect(faultsOf(beside({ sex: 'B5_GENDER', age: 'B5_AGE' }))).toEqual([])
  expect(faultsOf(beside({ sex: 'NO_SUCH', age: 'D1' }))).toEqual([
    expect.stringMatching(/^horizontal\.sex: NO_SUCH is not a choice item/),
    expect.stringMatching(/^horizontal\.age: D1 is not a choice item/),
  ])
  expect(faultsOf(beside({ sex: 'B5_GENDER' }, { version: 2 }))).toEqual([
    expect.stringMatching(/^questionnaire, version: says samverkan v2/),
  ])
  const own = JSON.stringify({ ...(JSON.parse(version) as object), horizontal: { age: 'D1' } })
  expect(() => parseQuestionnaire(own, 'v1.json')).toThrow(/horizontal\.age: D1 is not a choice item/)
})

test('results may have been counted by it, so it is settled like the version', () => {
  const file = path.join(folder, 'v1.json')
  const said = path.join(folder, 'v1.horizontal.json')
  publishQuestionnaire(db, file, version, 1)
  expect(getQuestionnaire(db, 'samverkan', 1).horizontal).toBeUndefined()
  writeFileSync(said, beside({ sex: 'B5_GENDER' }))
  publishQuestionnaire(db, file, version, 2)
  expect(getQuestionnaire(db, 'samverkan', 1).horizontal).toEqual({ sex: 'B5_GENDER' })
  publishQuestionnaire(db, file, version, 3)
  writeFileSync(said, beside({ sex: 'B3' }))
  expect(() => publishQuestionnaire(db, file, version, 4)).toThrow(/horizontal: said .*B5_GENDER.* before/)
  expect(getQuestionnaire(db, 'samverkan', 1).horizontal).toEqual({ sex: 'B5_GENDER' })
  const journal = db.$client.prepare("select at from events where action = 'questionnaire.horizontal_declared'")
  expect(journal.pluck().all()).toEqual([2])
})
