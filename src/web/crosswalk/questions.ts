// Two versions question by question: what each asks and how, and whether the answers may be compared.
import { formatCount, formatDay } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { Crosswalk, CrosswalkRow, Verdict } from '#survey/comparability.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { type Judgements, type ToldReason, tellReason } from '#survey/judgements.ts'
import { findItem, findPageOf, optionsIn, questionText } from '#survey/lookup.ts'
import type { Item, Questionnaire } from '#survey/questionnaire.ts'

export interface QuestionRow {
  id: string
  verdict: Verdict
  /** null where the version does not ask it. */
  earlier: QuestionSide | null
  later: QuestionSide | null
  /** What differs, in words; empty where nothing does, or one version lacks the question. */
  differs: readonly string[]
  reason: ToldReason | null
  signed: string | null
}

/** How one version asks a question. */
export interface QuestionSide {
  revision: number
  text: string
  help: string | null
  /** How the answer is given: "5 steg: 1 Stämmer inte alls – 5 Stämmer helt". */
  answers: string
  /** Every step or choice in words. */
  points: readonly string[]
  polarity: 'straight' | 'reversed' | 'uncounted'
  /** Said before the question, the period to think of with it; null where nothing is. */
  preamble: string | null
}

export function compareQuestions(
  earlier: Questionnaire,
  later: Questionnaire,
  crosswalk: Crosswalk,
  language: Language,
  judgements: Judgements,
): QuestionRow[] {
  const words = phrasesIn(language).crosswalk
  return crosswalk.map((row) => ({
    id: row.item,
    verdict: row.verdict,
    earlier: sideOf(earlier, row.item, language),
    later: sideOf(later, row.item, language),
    differs: row.differs.map((part) => words.part[part]),
    reason: reasonOf(row, language, judgements),
    signed:
      row.signedBy === null || row.signedOn === null
        ? null
        : words.signed(row.signedBy, formatDay(row.signedOn, language)),
  }))
}

function reasonOf(row: CrosswalkRow, language: Language, judgements: Judgements): ToldReason | null {
  if (row.reason !== null) return tellReason(row.reason, language, judgements)
  return isUnjudged(row) ? { text: phrasesIn(language).crosswalk.unjudged, language } : null
}

/** Another revision that nobody has judged, or a change that nobody has said: broken by default. */
const isUnjudged = ({ verdict, signedBy }: CrosswalkRow): boolean => verdict === 'broken' && signedBy === null

function sideOf(questionnaire: Questionnaire, id: string, language: Language): QuestionSide | null {
  const item = findItem(questionnaire, id)
  if (!item) return null
  const page = findPageOf(questionnaire, id)
  return {
    revision: item.revision,
    text: questionText(questionnaire, item, language),
    help: item.help?.[language] ?? null,
    ...answersOf(questionnaire, item, language),
    polarity: polarityOf(questionnaire, id),
    preamble: (page?.preamble && questionnaire.preambles[page.preamble]?.[language]) ?? null,
  }
}

function answersOf(questionnaire: Questionnaire, item: Item, language: Language) {
  const words = phrasesIn(language).crosswalk
  const options = optionsIn(questionnaire, item)
  if (options.length === 0) return { answers: kindOf(item).name[language], points: [] }
  const points = options.map(({ code, label }) => {
    const step = typeof code === 'number' ? formatCount(code, language) : code
    return label ? `${step} ${label[language]}` : step
  })
  const count = formatCount(points.length, language)
  const answers =
    item.type !== 'rating' ? words.choices(count) : words.steps(count, points.at(0) ?? '', points.at(-1) ?? '')
  return { answers, points }
}

/** A question that no measure counts has no direction. */
function polarityOf(questionnaire: Questionnaire, id: string): QuestionSide['polarity'] {
  const counted = questionnaire.indicators.flatMap((indicator) =>
    indicator.kind === 'scale' ? indicator.items.filter(({ item }) => item === id) : [],
  )
  if (counted.length === 0) return 'uncounted'
  return counted.some(({ reversed }) => reversed) ? 'reversed' : 'straight'
}
