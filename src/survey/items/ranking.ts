// Things put in order by giving each a place: nothing to drag, so it works with a keyboard, a screen reader and on
// paper. The first few places may be given and the rest left.
import { z } from 'zod'
import type { Answer, Code } from '../answer.ts'
import { itemBase } from '../parts.ts'
import { type AnswerFault, type ItemKind, one, type Reading } from './kind.ts'
import { checkChoices, ListedChoice } from './option.ts'

export const RankingItem = z.strictObject({
  ...itemBase,
  type: z.literal('ranking'),
  choices: z.array(ListedChoice).min(2).max(12),
  /** How many places there are; left out = as many as things to rank. */
  places: z.int().positive().optional(),
})
type RankingItem = z.output<typeof RankingItem>

export interface RankingLook {
  /** Places that can be given, from 1. */
  places: number[]
  rows: { part: string; label: string; place: string }[]
}

export const ranking: ItemKind<typeof RankingItem, RankingLook> = {
  schema: RankingItem,
  name: { sv: 'rangordning', en: 'ranking' },
  seconds: 40,
  parts: ({ choices }) => choices.map(({ code }) => String(code)),
  read(_questionnaire, item, typed) {
    const given = item.choices.flatMap(({ code }) => {
      const place = one(typed, String(code)).trim()
      return place === '' ? [] : [{ code, place }]
    })
    return given.length === 0 ? undefined : readPlaces(item, given)
  },
  typed({ choices }, answer) {
    if (Array.isArray(answer))
      return Object.fromEntries(
        choices.map(({ code }) => {
          const place = placeOf(answer, code)
          return [String(code), place > 0 ? [String(place)] : []]
        }),
      )
    const given = new Map(
      String(answer)
        .split(' ')
        .map((pair) => [pair.split('=')[0], pair.split('=')[1]] as const),
    )
    return Object.fromEntries(
      choices.map(({ code }) => [String(code), [given.get(String(code)) ?? ''].filter((place) => place !== '')]),
    )
  },
  look: (_questionnaire, item, typed, language) => ({
    places: placesOf(item),
    rows: item.choices.map(({ code, label }) => ({
      part: String(code),
      label: label[language],
      place: one(typed, String(code)).trim(),
    })),
  }),
  inWords: (_questionnaire, { choices }, answer, language) =>
    Array.isArray(answer)
      ? answer
          .map((ranked, at) => `${at + 1}. ${choices.find(({ code }) => code === ranked)?.label[language] ?? ranked}`)
          .join('\n')
      : null,
  paper: (_questionnaire, item, language) => ({
    form: 'places',
    options: item.choices.map(({ label }) => label[language]),
    missing: [],
    lines: placesOf(item).length,
    after: null,
  }),
  columns: (_questionnaire, item) =>
    item.choices.map(({ code, label }) => ({
      suffix: `_${code}`,
      about: label,
      // 0 = ranked, but not this one: the places ran out, or the person stopped.
      values: [{ code: 0, label: null }, ...placesOf(item).map((place) => ({ code: place, label: null }))],
      storage: 'number',
      cell: (answer) => placeOf(answer, code),
    })),
  fromCells: ({ choices }, cells) =>
    Object.fromEntries(
      choices.map(({ code }) => {
        const cell = (cells[`_${code}`] ?? '').trim()
        return [String(code), cell === '' || cell === '0' ? [] : [cell]]
      }),
    ),
  stimulus: (_questionnaire, { choices, places }) => ({ choices, places }),
  codes: () => [],
  check(_questionnaire, item, report) {
    checkChoices(item, report)
    if ((item.places ?? 0) > item.choices.length)
      report(['places'], {
        sv: `${item.id} har ${item.places} platser för ${item.choices.length} saker; sänk talet`,
        en: `${item.id} has ${item.places} places for ${item.choices.length} things; lower it`,
      })
  },
}

const placesOf = ({ choices, places }: RankingItem): number[] =>
  Array.from({ length: places ?? choices.length }, (_, at) => at + 1)

const placeOf = (answer: Answer, code: Code): number => (Array.isArray(answer) ? answer.indexOf(code) + 1 : 0)

function readPlaces(item: RankingItem, given: readonly { code: Code; place: string }[]): Reading {
  const entry = given.map(({ code, place }) => `${code}=${place.replace(/[\s=]/g, '')}`).join(' ')
  const fault = (found: AnswerFault): Reading => ({ fault: found })
  const places = placesOf(item)
  if (given.some(({ place }) => !places.some((known) => String(known) === place)))
    return fault({ code: 'unknown_option', details: { entry } })
  const at = (place: number) => given.filter((one) => one.place === String(place))
  const shared = places.find((place) => at(place).length > 1)
  if (shared !== undefined) return fault({ code: 'places_shared', details: { entry, place: shared } })
  const leftOut = places.slice(0, given.length).find((place) => at(place).length === 0)
  if (leftOut !== undefined) return fault({ code: 'place_left_out', details: { entry, place: leftOut } })
  return { answer: places.slice(0, given.length).flatMap((place) => at(place).map(({ code }) => code)) }
}
