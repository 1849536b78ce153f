// A whole questionnaire filled in by an invented participant: asks what the survey room says is asked, in its order.
import type { Answer, Answers } from '#survey/answer.ts'
import type { Item, Language, Questionnaire, WaveKind } from '#survey/questionnaire.ts'
import { itemsAsked } from '#survey/visibility.ts'
import type { Background } from './background.ts'
import { measuredBy } from './measures.ts'
import { type Opinions, opinionOn, tickPoint } from './model.ts'
import { plantedIndexChange } from './plan.ts'
import { pickOne, type Random } from './random.ts'
import { sentences, sentencesWithoutProgress, shareWriting } from './sentences.ts'

export interface Respondent {
  actorGroup: string
  language: Language
  background: Background
  opinions: Opinions
}

/** How often a rating gets no point. Drawn without regard to the opinion, so what is left is no biased part of it. */
const missing = {
  dont_know: { before: 0.06, after: 0.025 },
  not_applicable: { before: 0.01, after: 0.01 },
  unanswered: { before: 0.01, after: 0.01 },
}

/** The answers of one response; what the person leaves out has no entry. */
export function fillIn(questionnaire: Questionnaire, wave: WaveKind, respondent: Respondent, random: Random): Answers {
  const measured = measuredBy(questionnaire)
  const rate = (item: Extract<Item, { type: 'rating' }>): Answer | undefined => {
    const { points, offers } = questionnaire.responseScales[item.responseScale] ?? { points: [], offers: [] }
    const reason = drawMissing(random, wave)
    if (reason === 'unanswered') return undefined
    if (reason !== undefined && offers.includes(reason)) return { missing: reason }
    const { measure, reversed } = measured(item.id)
    const level = opinionOn(respondent.opinions, item, measure, wave)
    return points[tickPoint(random, level, points.length, reversed)]?.code
  }
  const answerTo = (item: Item): Answer | undefined => {
    if (item.type === 'rating') return rate(item)
    if (item.type === 'choice') return respondent.background[item.id]
    return write(random, item.id, respondent)
  }
  return Object.fromEntries(
    itemsAsked(questionnaire, wave, {}, { actor_group: respondent.actorGroup }).flatMap((item) => {
      const answer = answerTo(item)
      return answer === undefined ? [] : [[item.id, answer]]
    }),
  )
}

function drawMissing(random: Random, wave: WaveKind): keyof typeof missing | undefined {
  const when = wave === 'baseline' ? 'before' : 'after'
  let left = random()
  for (const reason of ['dont_know', 'not_applicable', 'unanswered'] as const) {
    left -= missing[reason][when]
    if (left < 0) return reason
  }
  return undefined
}

/** The sentences are Swedish, so those who answer in English leave the lines empty. */
function write(random: Random, item: string, { language, opinions }: Respondent): string | undefined {
  const writes = random() < (shareWriting[item] ?? 0)
  if (!writes || language !== 'sv') return undefined
  const hasNoProgress = item === 'O3' && plantedIndexChange(opinions.place) <= 0
  return pickOne(random, hasNoProgress ? sentencesWithoutProgress : (sentences[item] ?? []))
}
