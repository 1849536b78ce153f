import { expect, test } from 'vitest'
import { attritionSentence } from '#report/attrition-sentence.ts'

test('the sentence on those without a second score says no more than its intervals, and not that they did not answer', () => {
  const figures = {
    leavers: { n: 9, mean: 40, sd: 10 },
    difference: 4.25,
    interval: [-1, 9.5] as const,
    noteworthy: true,
    unweighted: { meanChange: 6, interval: [2, 10] as const },
    weighted: {
      meanChange: 4,
      standardError: 2.5,
      interval: [-1.04, 9] as const,
      designEffect: 1.2,
      classes: [['AA']],
    },
    worstCase: 3.96,
  }
  expect({ sv: attritionSentence(figures, 'sv'), en: attritionSentence(figures, 'en') }).toEqual({
    sv: 'De 9 som har poäng bara första gången går inte att skilja från de andra vid starten: skillnaden är 4,3 poäng (95 %-intervall −1,0 till 9,5). Den är ändå så stor att den bör hållas i minnet. Om varje aktörsgrupp räknas som den var stor vid starten blir förändringen 4,0 i stället för 6,0 poäng (95 %-intervall −1,0 till 9,0), och läsningen av den blir en annan. Hade ingen av dem som har poäng bara första gången ändrat sig alls vore förändringen 4,0 poäng.',
    en: 'The 9 with a score the first time only cannot be told from the others at the start: the difference is 4.3 points (95% interval −1.0 to 9.5). It is nevertheless large enough to be kept in mind. Counting each actor group as large as it was at the start, the change is 4.0 instead of 6.0 points (95% interval −1.0 to 9.0), and it reads differently. Had nobody with a score the first time only changed at all, the change would be 4.0 points.',
  })
  const clear = {
    ...figures,
    difference: -7,
    interval: [-12, -2] as const,
    weighted: { ...figures.weighted, interval: [1, 7] as const },
  }
  expect(attritionSentence(clear, 'sv')).toMatch(
    /^De 9 som har poäng bara första gången låg vid starten 7,0 poäng högre än de andra .*läsningen av den är densamma/,
  )
  expect(attritionSentence({ ...clear, interval: [2, 12], difference: 7 }, 'en')).toMatch(
    /stood 7\.0 points lower than/,
  )
})
