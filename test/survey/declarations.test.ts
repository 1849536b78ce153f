import { expect, test } from 'vitest'
import { findVersionFaults } from '#survey/version-faults.ts'
import { changed, faultsOf, inEnglish, itemOf, textOf, v1 } from './samverkan.ts'

test('the project’s own questionnaire says which item looks back, what tells the dose and whom a row is about', () => {
  expect(v1.retrospective).toEqual([{ item: 'TH1', looksBackOn: 'N1' }])
  expect(v1.perceived).toEqual(['P1'])
  expect(v1.dose).toBe('B6')
  expect(itemOf(v1, 'G_LUG')).toMatchObject({ grid: 'contact', aboutGroup: ['LUG'] })
})

test('a questionnaire may leave all of it unsaid', () => {
  const text = changed('"retrospective": [{ "item": "TH1", "looksBackOn": "N1" }],', '')
    .replace('"perceived": ["P1"],\n  "dose": "B6"', '"perceived": []')
    .replaceAll(/"aboutGroup": \["[A-Z]+"\],/g, '')
  expect(faultsOf(text)).toEqual([])
})

const looksBack = '"retrospective": [{ "item": "TH1", "looksBackOn": "N1" }]'
test.each([
  [
    'an item that is not there',
    [looksBack, '"retrospective": [{ "item": "TH2", "looksBackOn": "N1" }]'],
    'retrospective.0.item: TH2 is not a rating item of this questionnaire; name one',
  ],
  [
    'a look back on a text',
    [looksBack, '"retrospective": [{ "item": "TH1", "looksBackOn": "O1" }]'],
    'retrospective.0.looksBackOn: O1 is not a rating item of this questionnaire; name one',
  ],
  [
    'a look back on other steps',
    [looksBack, '"retrospective": [{ "item": "TH1", "looksBackOn": "D1" }]'],
    'retrospective.0: TH1 and D1 have different response scales; give them the same',
  ],
  [
    'a look back on itself',
    [looksBack, '"retrospective": [{ "item": "TH1", "looksBackOn": "TH1" }]'],
    'retrospective.0: TH1 cannot look back on itself; name the item asked before',
  ],
  [
    'an item that looks back on two',
    [looksBack, '"retrospective": [{ "item": "TH1", "looksBackOn": "N1" }, { "item": "TH1", "looksBackOn": "N1" }]'],
    'retrospective.1.item: TH1 looks back on two items; keep one',
  ],
  [
    'perceived change that is not rated',
    ['"perceived": ["P1"]', '"perceived": ["O1"]'],
    'perceived.0: O1 is not a rating item of this questionnaire; perceived change is rated',
  ],
  [
    'perceived change named twice',
    ['"perceived": ["P1"]', '"perceived": ["P1", "P1"]'],
    'perceived: an item is named twice; keep one',
  ],
  [
    'a dose that is no choice',
    ['"dose": "B6"', '"dose": "N1"'],
    'dose: N1 is not a choice item of this questionnaire; the dose is one of its choices',
  ],
  [
    'a row about an unknown group',
    ['"aboutGroup": ["REG"]', '"aboutGroup": ["XYZ"]'],
    'items.33 (G_REG).aboutGroup.0: XYZ is not an actor group; add it under actorGroups',
  ],
  [
    'two rows about one group',
    ['"aboutGroup": ["REG"]', '"aboutGroup": ["REG", "LUG"]'],
    'items.33 (G_REG).aboutGroup.1: G_LUG asks about LUG in the same grid; keep one of the rows',
  ],
  [
    'a row outside a grid',
    ['"grid": "contact",\n      "aboutGroup": ["REG"]', '"aboutGroup": ["REG"]'],
    'items.33 (G_REG).aboutGroup: G_REG asks about a group outside a grid; give it a grid, or take aboutGroup off',
  ],
  [
    'rows on different steps',
    [
      '"responseScale": "intensity",\n      "grid": "contact",\n      "aboutGroup": ["REG"]',
      '"responseScale": "overall",\n      "grid": "contact",\n      "aboutGroup": ["REG"]',
    ],
    'items.33 (G_REG).aboutGroup: G_REG is rated on overall and the grid’s first row on intensity; use one scale',
  ],
] as const)('%s is refused at its path, with the remedy', (_, [find, put], fault) => {
  expect(faultsOf(changed(find, put))).toEqual([fault])
})

test('a target and a smallest change that matters are points, and moving them is another revision of the indicator', () => {
  const withTarget = (points: number) => changed('"id": "INDEX",', `"id": "INDEX",\n"target": ${points},`)
  expect(faultsOf(withTarget(60))).toEqual([])
  expect(faultsOf(withTarget(101))[0]).toMatch(/indicators\.0 \(INDEX\)\.target: /)
  expect(faultsOf(changed('"id": "INDEX",', '"id": "INDEX",\n"minimalImportantChange": 0,'))[0]).toMatch(
    /indicators\.0 \(INDEX\)\.minimalImportantChange: /,
  )
  const later = structuredClone(v1)
  for (const indicator of later.indicators) if (indicator.id === 'INDEX') indicator.target = 60
  expect(inEnglish(findVersionFaults(v1, { ...later, version: 2 }))).toEqual([
    'indicators.0 (INDEX).revision: INDEX is computed otherwise than in version 1; make it revision 2 and write revisionReason',
  ])
  expect(textOf(1)).not.toContain('"target"')
})
