// The questions as they were asked: in both versions with how they compare, each with the question of its grid, and the
// answers that one could give.
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { compareVersions } from '#survey/comparability.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findItem, optionsIn, questionText, wavesOf } from '#survey/lookup.ts'
import type { Item, Questionnaire } from '#survey/questionnaire.ts'
import type { Measured, ReportCut, Source } from '../material.ts'
import type { Block, Marked } from '../model.ts'
import { text } from './change.ts'

export function questionsEvidence(source: Source, { cut }: Measured): Block[] {
  const { language, kind } = source
  const words = phrasesIn(language).document.appendix
  const { from, to } = cut.questionnaires
  const isOneVersion = kind === 'interim' || (from.id === to.id && from.version === to.version)
  // Nobody has been asked the questions that come first at the end.
  const asked =
    kind === 'interim' ? from.items.filter((item) => wavesOf(from, item).includes(cut.from.kind)) : from.items
  return [
    {
      kind: 'table',
      caption: isOneVersion
        ? words.questionsCaption(from.title[language], formatCount(from.version, language))
        : words.versionsCaption(
            from.title[language],
            formatCount(from.version, language),
            formatCount(to.version, language),
          ),
      columns: [text(words.code, 1.4), text(words.question, 8), ...(isOneVersion ? [] : [text(words.compared, 3)])],
      rows: isOneVersion
        ? asked.map((item) => [item.id, questionText(from, item, language)])
        : crossedRows(cut, language),
      notes: [],
      dense: true,
    },
    answersTable(
      isOneVersion
        ? [[from, asked]]
        : [
            [from, from.items],
            [to, to.items],
          ],
      language,
    ),
  ]
}

function crossedRows(cut: ReportCut, language: Language): Marked[][] {
  const words = phrasesIn(language).document.appendix
  const { from, to } = cut.questionnaires
  const textIn = (questionnaire: Questionnaire, id: string) => {
    const item = findItem(questionnaire, id)
    return item && questionText(questionnaire, item, language)
  }
  return compareVersions(from, to).map(({ item, verdict }) => {
    const [before, after] = [textIn(from, item), textIn(to, item)]
    const wording = before && after && before !== after ? words.bothWordings(before, after) : (after ?? before ?? '')
    return [item, wording, askedOnceIn(item, cut, language) ?? words.verdict[verdict]]
  })
}

/** A question that both versions have and one of the waves alone was asked has nothing to be the same as. */
function askedOnceIn(id: string, { questionnaires, from, to }: ReportCut, language: Language): string | null {
  const words = phrasesIn(language).document.appendix
  const { waveKind } = phrasesIn(language).common
  const isAsked = (questionnaire: Questionnaire, kind: typeof from.kind) => {
    const item = findItem(questionnaire, id)
    return item ? wavesOf(questionnaire, item).includes(kind) : null
  }
  const [first, second] = [isAsked(questionnaires.from, from.kind), isAsked(questionnaires.to, to.kind)]
  if (first === null || second === null || (first && second)) return null
  if (first) return words.onlyIn(waveKind[from.kind])
  return second ? words.onlyIn(waveKind[to.kind]) : words.inNeither
}

/** Questions with the same answers to choose from stand together; what is answered in words has no row. */
function answersTable(versions: readonly (readonly [Questionnaire, readonly Item[]])[], language: Language): Block {
  const words = phrasesIn(language).document.appendix
  const byAnswers = new Map<string, Set<string>>()
  for (const [questionnaire, items] of versions)
    for (const item of items) {
      const answers = answersOf(questionnaire, item, language)
      if (answers.length === 0) continue
      const told = answers.join(' · ')
      byAnswers.set(told, (byAnswers.get(told) ?? new Set()).add(item.id))
    }
  return {
    kind: 'table',
    caption: words.answersCaption,
    columns: [text(words.questions, 4), text(words.answers, 8)],
    rows: [...byAnswers].map(([told, ids]) => [[...ids].join(', '), told]),
    notes: [],
    dense: true,
  }
}

function answersOf(questionnaire: Questionnaire, item: Item, language: Language): string[] {
  const offered = kindOf(item).offers?.(questionnaire, item) ?? []
  const named = optionsIn(questionnaire, item).map(({ code, label }) => {
    const step = typeof code === 'number' ? formatCount(code, language) : code
    return label ? `${step} = ${label[language]}` : step
  })
  return [...named, ...offered.map((reason) => questionnaire.missing[reason].label[language])]
}
