// Promises about the invented answers: the survey room accepts every one, and they hang together.
import { describe, expect, test } from 'vitest'
import { demoSeed } from '#demo/demo.ts'
import { type Invented, inventPeople, respond } from '#demo/people.ts'
import { plans, plantedIndexChange } from '#demo/plan.ts'
import { pairedT } from '#stats/paired-t.ts'
import { type Answers, isMissing } from '#survey/answer.ts'
import { checkAnswers } from '#survey/answers.ts'
import { comparableCore, compareVersions } from '#survey/comparability.ts'
import { scoreComposite } from '#survey/scoring.ts'
import { scorePair } from '../support/score-pair.ts'
import { versions } from './versions.ts'

const waves = ['baseline', 'endline'] as const

interface Given {
  person: Invented
  wave: (typeof waves)[number]
  answers: Answers
}

const given = inventPeople(demoSeed).flatMap((person): Given[] =>
  waves.flatMap((wave) => {
    const answers = respond(person, wave, versions[wave], demoSeed)
    return answers ? [{ person, wave, answers }] : []
  }),
)
const inWave = (wave: Given['wave']) => given.filter((one) => one.wave === wave)

test('as many answer as the plan says', () => {
  expect(inWave('baseline')).toHaveLength(101)
  expect(inWave('endline')).toHaveLength(83)
})

test('the survey room accepts every response whole', () => {
  for (const { person, wave, answers } of given)
    expect(checkAnswers(versions[wave], wave, answers, { actor_group: person.entry.actorGroup })).toEqual({
      answers,
      errors: [],
      notAsked: [],
    })
})

test('the same seed gives the same answers, another seed others', () => {
  for (const { person, wave, answers } of given)
    expect(respond(person, wave, versions[wave], demoSeed)).toEqual(answers)
  const [first] = given
  expect(first && respond(first.person, first.wave, versions[first.wave], demoSeed + 1)).not.toEqual(first?.answers)
})

describe('the answers hang together', () => {
  test('nobody rates the contact with the own group', () => {
    for (const { person, answers } of given) expect(answers).not.toHaveProperty(`G_${person.entry.actorGroup}`)
    expect(given.some(({ answers }) => answers.G_LUG !== undefined)).toBe(true)
  })

  test('what is asked at the end only is answered at the end only', () => {
    for (const id of ['P1', 'TH1', 'O3', 'B6', 'D5']) {
      expect(inWave('baseline').some(({ answers }) => id in answers)).toBe(false)
      expect(inWave('endline').some(({ answers }) => id in answers)).toBe(true)
    }
  })

  test('a person’s age and gender stay, and nobody gets younger in the service', () => {
    for (const { person, answers: before } of inWave('baseline')) {
      const after = inWave('endline').find((one) => one.person === person)?.answers
      if (!after) continue
      for (const id of ['B2', 'B3', 'B5_AGE', 'B5_GENDER']) expect(after[id]).toBe(before[id])
      expect(Number(after.B4)).toBeGreaterThanOrEqual(Number(before.B4))
      expect(Number(after.B4)).toBeGreaterThan(before.B4 === 1 ? 1 : 0)
    }
  })

  test('"don’t know" becomes rarer: 6 per cent of what is rated at first, 2.5 at the end', () => {
    const share = (wave: Given['wave']) => {
      const rated = inWave(wave).flatMap(({ answers }) =>
        ['D', 'S', 'I', 'T'].flatMap((s) => [answers[`${s}1`], answers[`${s}2`], answers[`${s}3`]]),
      )
      const unknown = rated.filter(
        (answer) => answer !== undefined && isMissing(answer) && answer.missing === 'dont_know',
      )
      return unknown.length / rated.length
    }
    // 101 · 12 ratings: standard error 0.7 points; 83 · 12: 0.5. Three of each.
    expect(Math.abs(share('baseline') - 0.06)).toBeLessThan(0.021)
    expect(Math.abs(share('endline') - 0.025)).toBeLessThan(0.015)
  })

  test('some items are left out, and most responses are nearly whole', () => {
    const completion = versions.baseline.completion ?? []
    const answered = inWave('baseline').map(
      ({ answers }) => completion.filter((id) => answers[id] !== undefined).length,
    )
    expect(answered.some((count) => count < completion.length)).toBe(true)
    expect(answered.every((count) => count >= 0.8 * completion.length)).toBe(true)
  })

  test('open answers are there, from Swedish speakers, and show no address or number', () => {
    const written = given.flatMap(({ person, answers }) =>
      ['O1', 'O2', 'O3'].flatMap((id) => (typeof answers[id] === 'string' ? [{ person, text: answers[id] }] : [])),
    )
    expect(written.length).toBeGreaterThan(30)
    for (const { person, text } of written) {
      expect(person.entry.language).toBe('sv')
      expect(text).not.toMatch(/[@\d]|www|http/)
    }
  })
})

test('with the seed used, the 95 % interval of the index covers the planted change in every municipality', () => {
  const { baseline, endline } = versions
  const crosswalk = compareVersions(baseline, endline)
  const index = baseline.indicators.find(({ id }) => id === 'INDEX')
  if (index?.kind !== 'composite') throw new Error('the index is a composite')

  const scoreBoth = (before: Answers, after: Answers) => {
    const scales = index.of.map((id) => {
      const from = baseline.indicators.find((one) => one.id === id)
      const to = endline.indicators.find((one) => one.id === id)
      if (from?.kind !== 'scale' || to?.kind !== 'scale') return undefined
      const core = comparableCore(crosswalk, from, endline)
      const [earlier, later] = [
        { questionnaire: baseline, indicator: from },
        { questionnaire: endline, indicator: to },
      ]
      return scorePair(earlier, later, core, before, after)
    })
    const from = scoreComposite(
      index,
      scales.map((pair) => pair?.from),
    )
    const to = scoreComposite(
      index,
      scales.map((pair) => pair?.to),
    )
    return from === undefined || to === undefined ? [] : [{ from, to }]
  }

  const missed = plans.filter((place) => {
    const pairs = inWave('baseline').flatMap(({ person, answers }) => {
      const after = inWave('endline').find((one) => one.person === person)?.answers
      return person.place === place && person.entry.actorGroup !== 'HSL' && after ? scoreBoth(answers, after) : []
    })
    const change = pairedT(pairs.map(({ from, to }) => to - from))
    const [low, high] = change?.interval ?? [Number.NaN, Number.NaN]
    return !(low <= plantedIndexChange(place) && plantedIndexChange(place) <= high)
  })
  expect(missed.map(({ code }) => code)).toEqual([])
})
