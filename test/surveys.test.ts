// Promises about the questionnaires in surveys/: published versions never change, and no version takes back what
// an earlier one meant.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { translationsIn } from '#store/translations.ts'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { findVersionFaults } from '#survey/version-faults.ts'

const folder = fileURLToPath(new URL('../surveys', import.meta.url))
const published = JSON.parse(readFileSync(path.join(folder, 'published.json'), 'utf8')) as Record<string, string>
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) =>
    readdirSync(path.join(folder, entry.name))
      .filter(
        (name) =>
          name !== 'views.json' && name !== 'judgements.en.json' && !/^v\d+\.([a-z]{2}|horizontal)\.json$/.test(name),
      )
      .map((name) => `${entry.name}/${name}`),
  )
  .sort()
const versions = files.map((file) => {
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
  return { file, text, questionnaire: parseQuestionnaire(text, file) }
})

test('every translation is of the version it lies beside', () => {
  const translated = versions.flatMap(({ questionnaire }) => [...translationsIn(folder)(questionnaire).keys()])
  const lying = readdirSync(path.join(folder, 'samverkan')).filter((name) => /^v\d+\.[a-z]{2}\.json$/.test(name))
  expect(translated).toHaveLength(lying.length)
})

test('every file is in published.json, and every entry has its file', () => {
  expect(files).toEqual(Object.keys(published).sort())
})

describe.each(versions)('$file', ({ file, text, questionnaire }) => {
  test('is as it was published', () => {
    const sum = createHash('sha256').update(text).digest('hex')
    expect(sum, `${file} is published and frozen: save the change as a new version`).toBe(published[file])
  })

  test('stands where its id and version say', () => {
    expect(file).toBe(`${questionnaire.id}/v${questionnaire.version}.json`)
  })

  test('keeps what the earlier versions meant', () => {
    const earlier = versions.filter(
      (other) => other.questionnaire.id === questionnaire.id && other.questionnaire.version < questionnaire.version,
    )
    for (const other of earlier) expect(findVersionFaults(other.questionnaire, questionnaire), other.file).toEqual([])
  })

  test('says different things in Swedish and English wherever words differ', () => {
    const texts = [...questionnaire.items.map((item) => item.text), ...questionnaire.pages.map((page) => page.title)]
    for (const { sv, en } of texts) expect(en, 'the English text looks untranslated').not.toBe(sv)
  })

  test('asks about the actor groups that it knows', () => {
    for (const item of questionnaire.items)
      if (item.type === 'choice' && item.knownFrom === 'actor_group')
        expect(item.choices).toEqual(questionnaire.actorGroups.map(({ code, label }) => ({ code, label })))
  })
})

describe.each(versions.filter(({ questionnaire }) => questionnaire.id === 'samverkan'))(
  '$file measures',
  ({ questionnaire }) => {
    const scales = questionnaire.indicators.filter((indicator) => indicator.kind === 'scale')

    test('six scales of collaboration, and access, capacity, overall and contact beside them', () => {
      expect(scales.map(({ id, role }) => `${id} ${role}`)).toEqual([
        ...['D', 'S', 'H', 'I', 'F', 'L'].map((id) => `${id} scale`),
        'T outcome',
        'K1 capacity',
        'N1 other',
        'G network',
      ])
      expect(questionnaire.indicators.find(({ role }) => role === 'primary')).toMatchObject({
        id: 'INDEX',
        of: ['D', 'S', 'H', 'I', 'F', 'L'],
        minimumAnswered: { atLeast: 4 },
      })
    })

    test('with four reversed items', () => {
      const reversed = scales.flatMap(({ items }) => items.filter((entry) => entry.reversed).map(({ item }) => item))
      expect(reversed).toEqual(['D4', 'S4', 'H3', 'L3'])
    })

    test('agreement in five labelled steps, with “don’t know” and “not applicable” outside them', () => {
      const agreement = questionnaire.items.filter(
        (item) => item.type === 'rating' && item.responseScale === 'agreement',
      )
      expect(agreement.map(({ id }) => id)).toEqual(questionnaire.completion)
      expect(agreement).toHaveLength(questionnaire.version === 1 ? 26 : 27)
      const scale = questionnaire.responseScales.agreement
      expect(scale?.points.every(({ label }) => label !== undefined)).toBe(true)
      expect(scale?.offers).toEqual(['dont_know', 'not_applicable'])
    })

    test('leaves those who deliver the project out of its outcomes', () => {
      expect(questionnaire.actorGroups.filter((group) => group.excludedFromOutcomes).map(({ code }) => code)).toEqual([
        'HSL',
      ])
    })
  },
)
