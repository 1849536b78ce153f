// A rating on labelled points, or on numbers with words at the ends. The missing answers stand apart from the points.
import { z } from 'zod'
import { actorGroupCode, id, itemBase, type Language } from '../parts.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Sentence } from '../sentence.ts'
import { type ItemKind, labelIn, one, readOne, type Typed } from './kind.ts'
import type { Option } from './option.ts'

export const RatingItem = z.strictObject({
  ...itemBase,
  type: z.literal('rating'),
  /** Name of a response scale of this file. */
  responseScale: id,
  /** Rows that share a question and a scale are shown together, as in an intensity grid. */
  grid: id.optional(),
  /** The actor groups that a row of a grid asks about: rows by who answers make a table of who meets whom. */
  aboutGroup: z.array(actorGroupCode).min(1).optional(),
})
type RatingItem = z.output<typeof RatingItem>

export interface RatingLook {
  layout: 'words' | 'numbers'
  /** `end` = what the number means, where it has words of its own: at the ends of a scale of numbers. */
  options: (Option & { end: string | null })[]
  missing: Option[]
}

export const rating: ItemKind<typeof RatingItem, RatingLook> = {
  schema: RatingItem,
  name: { sv: 'skattning', en: 'rating' },
  seconds: 8,
  parts: () => [''],
  read(questionnaire, item, typed) {
    const found = readOne(typed)
    if (!found || 'fault' in found) return found
    const code = found.entry.trim()
    const reason = offersOf(questionnaire, item).find((offered) => offered === code)
    if (reason) return { answer: { missing: reason } }
    const point = pointsOf(questionnaire, item).find((candidate) => String(candidate.code) === code)
    return point ? { answer: point.code } : { fault: { code: 'unknown_option', details: { entry: code } } }
  },
  typed: (_item, answer) => ({ '': [String(answer)] }),
  look: (questionnaire, item, typed, language) => ({
    layout: isNumbered(questionnaire, item) ? 'numbers' : 'words',
    options: lookOfPoints(questionnaire, item, typed, language),
    missing: offersOf(questionnaire, item).map((reason) => ({
      value: reason,
      label: questionnaire.missing[reason].label[language],
      chosen: one(typed).trim() === reason,
    })),
  }),
  inWords(questionnaire, item, answer, language) {
    const point = pointsOf(questionnaire, item).find(({ code }) => code === answer)
    if (!point) return null
    const words = point.label?.[language]
    if (!words) return String(point.code)
    return isNumbered(questionnaire, item) ? `${point.code} (${words})` : words
  },
  paper(questionnaire, item, language) {
    const numbers = isNumbered(questionnaire, item)
    return {
      form: fitsOneLine(questionnaire, item) ? 'steps' : 'one',
      options: pointsOf(questionnaire, item).map(({ code, label }) =>
        numbers && label ? `${code} ${label[language]}` : labelIn(label, code, language),
      ),
      missing: offersOf(questionnaire, item).map((reason) => questionnaire.missing[reason].label[language]),
      lines: 0,
      after: null,
    }
  },
  columns: (questionnaire, item) => [
    {
      suffix: '',
      about: null,
      values: pointsOf(questionnaire, item).map(({ code, label }) => ({ code, label: label ?? null })),
      storage: 'number',
      cell: (answer) => Number(answer),
    },
  ],
  fromCells: (_item, cells) => ({ '': [cells[''] ?? ''] }),
  stimulus: (questionnaire, item) => [
    pointsOf(questionnaire, item),
    offersOf(questionnaire, item).map((reason) => [reason, questionnaire.missing[reason]]),
  ],
  offers: (questionnaire, item) => offersOf(questionnaire, item),
  codes: (questionnaire, item) => pointsOf(questionnaire, item).map(({ code }) => code),
  check(questionnaire, item, report) {
    if (!questionnaire.responseScales[item.responseScale])
      report(['responseScale'], noScale(item.responseScale, Object.keys(questionnaire.responseScales).join(', ')))
    if (item.grid && !questionnaire.grids[item.grid])
      report(['grid'], {
        sv: `det finns inget rutnät ${item.grid}; lägg till det under grids`,
        en: `there is no grid ${item.grid}; add it under grids`,
      })
  },
}

const noScale = (name: string, known: string): Sentence => ({
  sv: `det finns ingen svarsskala ${name}; ange någon av ${known}`,
  en: `there is no response scale ${name}; name one of ${known}`,
})

const pointsOf = (questionnaire: Questionnaire, { responseScale }: RatingItem) =>
  questionnaire.responseScales[responseScale]?.points ?? []
const offersOf = (questionnaire: Questionnaire, { responseScale }: RatingItem) =>
  questionnaire.responseScales[responseScale]?.offers ?? []
const isNumbered = (questionnaire: Questionnaire, item: RatingItem): boolean =>
  pointsOf(questionnaire, item).some(({ label }) => !label)

/**
 * Whether a scale stands in a row on A4: some 85 letters of a printed form, of which the missing answers take the longest
 * of theirs, and every point as much as the one with the longest word. Alike in both languages, as the question is.
 */
function fitsOneLine(questionnaire: Questionnaire, item: RatingItem): boolean {
  const points = pointsOf(questionnaire, item)
  const words = points.flatMap(({ code, label }) => (label ? Object.values(label) : [String(code)])).join(' ')
  const apart = offersOf(questionnaire, item).flatMap((reason) => Object.values(questionnaire.missing[reason].label))
  return points.length * longest(words.split(/\s+/)) + longest(apart) <= 85
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

function lookOfPoints(questionnaire: Questionnaire, item: RatingItem, typed: Typed, language: Language) {
  const numbers = isNumbered(questionnaire, item)
  return pointsOf(questionnaire, item).map(({ code, label }) => ({
    value: String(code),
    label: numbers ? String(code) : labelIn(label, code, language),
    end: numbers ? (label?.[language] ?? null) : null,
    chosen: one(typed).trim() === String(code),
  }))
}
