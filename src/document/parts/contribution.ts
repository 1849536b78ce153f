// What speaks for the project having had a part in the change, and what speaks against: what participants say themselves,
// whether those who met more of it changed more, and how they see the start today. Never in place of the main measure.
import { formatCount, formatList, formatPercent } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { DoseResponse, PerceivedChange, ResponseShift } from '#indicators/context/model.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findItem, questionText } from '#survey/lookup.ts'
import type { Language } from '#survey/questionnaire.ts'
import type { Measured, Source } from '../material.ts'
import type { Block, Marked } from '../model.ts'
import { number, text } from './change.ts'

export function contributionText(source: Source, measured: Measured): Marked {
  const words = phrasesIn(source.language).document.contribution
  return contributionEvidence(source, measured).length > 0 ? words.lead : ''
}

export function contributionEvidence(source: Source, measured: Measured): Block[] {
  const { context } = measured
  if (!context) return []
  return [
    ...context.perceived.flatMap((one) => perceivedTable(one, source, measured)),
    ...context.dose.flatMap((one) => doseTable(one, source, measured)),
    ...context.responseShift.flatMap((one) => shiftTable(one, source, measured)),
  ]
}

/** An item as the later wave asked it, or the earlier one where only that did. */
function questionOf(id: string, { cut: { questionnaires } }: Measured, language: Language): string {
  const [question] = [questionnaires.to, questionnaires.from].flatMap((questionnaire) => {
    const item = findItem(questionnaire, id)
    return item ? questionText(questionnaire, item, language) : []
  })
  return question ?? id
}

/** What the answer with this code says; null stands for those who gave none. */
function answerOf(item: string, code: number | string | null, { cut }: Measured, language: Language): string {
  const { to } = cut.questionnaires
  if (code === null) return phrasesIn(language).document.contribution.noAnswer
  const found = findItem(to, item)
  return (found && kindOf(found).inWords(to, found, code, language)) ?? String(code)
}

function perceivedTable({ item, points, n }: PerceivedChange, { language }: Source, measured: Measured): Block[] {
  const { figures } = measured
  const words = phrasesIn(language).document.contribution
  if (!n.shown || !points.some(({ count }) => count.shown)) return []
  return [
    {
      kind: 'table',
      caption: words.perceivedCaption(
        questionOf(item, measured, language),
        figures.cite(`context/perceived/${item}/n`),
      ),
      columns: [text(words.answer, 5), number(words.people, 2), number(words.share, 2)],
      rows: points.map(({ code, count }) => {
        const at = `context/perceived/${item}/points/${code}/count`
        const name = answerOf(item, code, measured, language)
        if (!count.shown) return [name, words.hidden, words.none]
        const share =
          count.value.share === null
            ? words.none
            : figures.citeAs(`${at}/share`, (value) => formatPercent(value, language))
        return [name, figures.citeAs(`${at}/n`, (value) => formatCount(value, language)), share]
      }),
      notes: [words.perceivedNote, ...(points.every(({ count }) => count.shown) ? [] : [words.hiddenNote])],
    },
  ]
}

function doseTable({ item, indicator, categories }: DoseResponse, { language }: Source, measured: Measured): Block[] {
  const { figures, results } = measured
  const words = phrasesIn(language).document.contribution
  if (!categories.some(({ change }) => change.shown)) return []
  const measure =
    results.indicators.find((one) => one.indicator.id === indicator)?.indicator.title[language] ?? indicator
  return [
    {
      kind: 'table',
      caption: words.doseCaption(measure, questionOf(item, measured, language)),
      columns: [
        text(words.answer, 4),
        number(words.people, 2),
        number(words.change, 2),
        number(words.intervalHeading, 3),
      ],
      rows: categories.map(({ code, change }) => {
        const at = `${doseAddress(item, indicator, measured)}/categories/${code ?? 'none'}/change`
        const name = answerOf(item, code, measured, language)
        if (!change.shown) return [name, words.hidden, words.none, words.none]
        return [
          name,
          figures.cite(`${at}/n`),
          figures.cite(`${at}/meanChange`),
          figures.citeInterval(`${at}/interval`) ?? words.none,
        ]
      }),
      notes: [words.doseNote, ...(categories.every(({ change }) => change.shown) ? [] : [words.hiddenNote])],
    },
  ]
}

/** By the question; by question and measure where it is asked about several. */
const doseAddress = (item: string, indicator: string, { context }: Measured): string =>
  (context?.dose ?? []).filter((one) => one.item === item).length > 1
    ? `context/dose/${item}-${indicator}`
    : `context/dose/${item}`

const shiftKinds = ['prospective', 'adjusted', 'recalibration'] as const

function shiftTable(shift: ResponseShift, { language }: Source, measured: Measured): Block[] {
  const { figures } = measured
  const words = phrasesIn(language).document.contribution
  const kinds = shiftKinds.filter((kind) => shift[kind].shown)
  if (kinds.length === 0) return []
  const hidden = shiftKinds.filter((kind) => !shift[kind].shown)
  return [
    {
      kind: 'table',
      caption: words.shiftCaption(questionOf(shift.looksBackOn, measured, language)),
      columns: [
        text(words.comparison, 5),
        number(words.people, 2),
        number(words.steps, 2),
        number(words.intervalHeading, 3),
      ],
      rows: kinds.map((kind) => {
        const at = `context/responseShift/${shift.item}/${kind}`
        return [
          words.shift[kind],
          figures.cite(`${at}/n`),
          figures.cite(`${at}/mean`),
          figures.citeInterval(`${at}/interval`) ?? words.none,
        ]
      }),
      notes: [
        words.shiftNote,
        ...(hidden.length > 0
          ? [
              words.shiftHidden(
                formatList(
                  hidden.map((kind) => words.shift[kind]),
                  language,
                ),
              ),
            ]
          : []),
      ],
    },
  ]
}
