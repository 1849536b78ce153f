import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { estimateMinutes } from '#survey/duration.ts'
import { type Item, parseQuestionnaire } from '#survey/questionnaire.ts'
import { itemsAsked } from '#survey/visibility.ts'

const file = 'surveys/samverkan/v1.json'
const samverkan = parseQuestionnaire(readFileSync(file, 'utf8'), file)

test('the minutes promised are those of the items asked, rounded up to five', () => {
  // 8 s a rating, 12 s a choice, 45 s an open question.
  const seconds: Partial<Record<Item['type'], number>> = { rating: 8, choice: 12, text: 45 }
  for (const wave of ['baseline', 'endline'] as const) {
    const asked = itemsAsked(samverkan, wave, {})
    const needed = asked.reduce((sum, item) => sum + (seconds[item.type] ?? Number.NaN), 0) / 60
    expect(estimateMinutes(samverkan, wave)).toBe(Math.ceil(needed / 5) * 5)
  }
  expect(estimateMinutes(samverkan, 'baseline')).toBe(10)
})
