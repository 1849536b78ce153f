// Who answered: the way from the invitation to the pair, those who left and what that may have done, and the levels of
// the first wave, which an interim report has in place of any change.
import { formatDays, formatNumber, formatPercent } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { attritionSentence } from '#report/attrition-sentence.ts'
import { stages } from '#report/chart-funnel.ts'
import { marked } from '../marks.ts'
import { type Measured, type Source, sidesOf } from '../material.ts'
import type { Block, Marked } from '../model.ts'
import { citePeople } from '../people.ts'
import { pictureNamed } from '../pictures.ts'
import { number, text } from './change.ts'
import { countedText } from './counted.ts'

/** Who was asked and answered, in two sentences. */
export function answeredText({ language, kind }: Source, { cut, figures }: Measured): Marked {
  const words = phrasesIn(language).document.responses
  const { waveKind } = phrasesIn(language).common
  const { cite } = figures
  const of = ({ kind: wave, opensOn, closesOn }: typeof cut.from) => ({
    wave: waveKind[wave],
    days: formatDays(opensOn, closesOn, language),
  })
  const from = {
    ...of(cut.from),
    invited: citePeople(figures, 'match/overall/invitedFrom', language),
    answered: cite('match/overall/answeredFrom'),
  }
  if (kind === 'interim') return words.first(from)
  const to = { ...of(cut.to), invited: cite('match/overall/invitedTo'), answered: cite('match/overall/answeredTo') }
  return words.both(from, to, citePeople(figures, 'match/overall/both', language))
}

export function responsesText(source: Source, measured: Measured): Marked {
  const { language, kind } = source
  const { context, primary, figures } = measured
  const words = phrasesIn(language).document.responses
  const answered = [answeredText(source, measured), countedText(source, measured)]
    .filter((sentence) => sentence !== '')
    .join(' ')
  if (!context) return [answered, words.excludedNote].join('\n\n')
  const percent = (share: number) => formatPercent(share, language)
  const { from, to, retention } = context.responses
  const rate = (side: 'from' | 'to') => figures.citeAs(`context/responses/${side}/rates/rr2`, percent)
  const rates =
    from.rates.rr2 === null || (kind === 'final' && to.rates.rr2 === null)
      ? []
      : [kind === 'interim' ? words.rateFirst(rate('from')) : words.rates(rate('from'), rate('to'))]
  if (kind === 'interim') return [answered, ...rates, words.excludedNote].join('\n\n')
  const kept = retention === null ? [] : [words.retention(figures.citeAs('context/responses/retention', percent))]
  const left = context.attrition.byIndicator.find(({ indicator }) => indicator === primary?.indicator.id)
  const leavers =
    left?.estimate.shown && primary
      ? [
          `${words.leavers(primary.indicator.title[language])} ${attritionSentence(
            left.estimate.value,
            language,
            (printed, address) =>
              marked(printed, `context/attrition/byIndicator/${left.indicator}/estimate/${address}`),
          )}`,
        ]
      : []
  return [answered, [...rates, ...kept, words.excludedNote].join(' '), ...leavers].join('\n\n')
}

export function responsesEvidence(source: Source, measured: Measured): Block[] {
  const { context } = measured
  if (!context) return [matchTable(source, measured)]
  const picture =
    source.kind === 'interim'
      ? []
      : pictureNamed(source, measured, 'funnel', 'context/responses/from/funnel', 'context/responses/to/funnel')
  return [funnelTable(source, measured), ...picture]
}

/** A row per wave; what nobody has noted is a dash. */
function funnelTable({ language, kind }: Source, { cut, context, figures }: Measured): Block {
  const words = phrasesIn(language).document.responses
  const { waveKind } = phrasesIn(language).common
  const shownSteps = stages.filter((step) => kind === 'final' || step !== 'both')
  return {
    kind: 'table',
    caption: words.funnelCaption,
    columns: [text(words.wave, 2), ...shownSteps.map((step) => number(words.step[step], 2))],
    rows: sidesOf(kind).map((side) => [
      waveKind[cut[side].kind],
      ...shownSteps.map((step) =>
        context && context.responses[side].funnel[step] !== null
          ? figures.citeAs(`context/responses/${side}/funnel/${step}`, (value) => formatNumber(value, 0, language))
          : words.none,
      ),
    ]),
    notes: [words.funnelNote],
  }
}

function matchTable({ language, kind }: Source, { cut, figures }: Measured): Block {
  const words = phrasesIn(language).document.responses
  const { waveKind } = phrasesIn(language).common
  const row = (side: 'from' | 'to'): Marked[] => {
    const end = side === 'from' ? 'From' : 'To'
    return [
      waveKind[cut[side].kind],
      figures.cite(`match/overall/invited${end}`),
      figures.cite(`match/overall/answered${end}`),
    ]
  }
  return {
    kind: 'table',
    caption: words.funnelCaption,
    columns: [text(words.wave, 4), number(words.step.invited, 3), number(words.step.answered, 3)],
    rows: sidesOf(kind).map(row),
    notes: [],
  }
}

/** Those who answered and those asked, per municipality where the numbers may be shown. */
export function municipalityResponses({ language, kind }: Source, { results, figures }: Measured): Block {
  const words = phrasesIn(language).document.responses
  const first = ['invitedFrom', 'answeredFrom'] as const
  const names = kind === 'interim' ? first : ([...first, 'invitedTo', 'answeredTo', 'both'] as const)
  return {
    kind: 'table',
    caption: words.municipalityCaption,
    columns: [text(words.municipality, 4), ...names.map((name) => number(words.count[name], 2))],
    rows: results.match.byMunicipality.map(({ code, name, counts }) => [
      name,
      ...names.map((count) =>
        counts.shown ? figures.cite(`match/byMunicipality/${code}/counts/${count}`) : words.hidden,
      ),
    ]),
    notes: [words.hiddenNote(hiddenBelow(results.threshold, language))],
  }
}

const hiddenBelow = (threshold: number, language: Language): string => formatNumber(threshold, 0, language)

/** Why an interim report has no levels before there is a cut; nothing where no wave is planned. */
export function levelsLaterText({ language, material: { waves } }: Source): Marked {
  const [first] = waves
  if (!first) return ''
  const { kind, opensOn, closesOn } = first
  const { waveKind } = phrasesIn(language).common
  return phrasesIn(language).document.responses.levelsLater(waveKind[kind], formatDays(opensOn, closesOn, language))
}

export const levelsText = ({ language }: Source, { cut }: Measured): Marked =>
  phrasesIn(language).document.responses.levelsLead(phrasesIn(language).common.waveKind[cut.from.kind])

/** Where those who answered the first wave stood, on all that it asked. */
export function levelsEvidence({ language }: Source, { results, figures }: Measured): Block[] {
  const words = phrasesIn(language).document.responses
  return [
    {
      kind: 'table',
      caption: words.levelsCaption,
      columns: [text(words.measure, 5), number(words.people, 2), number(words.mean, 2), number(words.sd, 3)],
      rows: results.indicators.map(({ indicator, levels }) => {
        const at = `indicators/${indicator.id}/levels/from/own`
        const name = indicator.title[language]
        return levels.from.own.shown
          ? [name, figures.cite(`${at}/n`), figures.cite(`${at}/mean`), figures.cite(`${at}/sd`)]
          : [name, words.hidden, words.none, words.none]
      }),
      notes: [words.levelsNote],
    },
  ]
}
