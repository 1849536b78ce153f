// What changed: the primary measure, the scales, service and capacity, the actor groups. Words follow the interval, and
// every number has its n, its interval and its address.
import { formatCount, formatList, formatNumber } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { findingOf } from '#indicators/headline.ts'
import type { IndicatorResult } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { marked } from '../marks.ts'
import type { Measured, Source } from '../material.ts'
import type { Block, Column, Marked, TableBlock } from '../model.ts'
import { dumbbellOf, pictureNamed } from '../pictures.ts'

/** "Samverkansindex har ökat med 8,5 poäng i genomsnittskommunen …": the claim, then the average participant. */
export function primaryText(source: Source, measured: Measured): Marked {
  const { language } = source
  const { primary } = measured
  const words = phrasesIn(language).document
  if (!primary) return words.change.noPrimary
  return [...claimOf(primary, measured, source), words.change.noCause].join('\n\n')
}

function claimOf(
  { indicator, overall, model }: IndicatorResult,
  { figures }: Measured,
  { language }: Source,
): string[] {
  const words = phrasesIn(language).document.change
  const name = indicator.title[language]
  const base = `indicators/${indicator.id}`
  if (!overall.paired.shown) return [words.withheld[toldReason(overall.paired.reason)](name)]
  const { cite, citeAs, citeInterval } = figures
  const paired = `${base}/overall/paired`
  const change = overall.paired.value
  const people = cite(`${paired}/n`)
  const participants = words.participants({
    people,
    before: cite(`${paired}/fromMean`),
    after: cite(`${paired}/toMean`),
    change: cite(`${paired}/meanChange`),
    interval: citeInterval(`${paired}/interval`),
  })
  const directions = words.directions({
    people,
    improved: cite(`${paired}/improved`),
    unchanged: cite(`${paired}/unchanged`),
    declined: cite(`${paired}/declined`),
  })
  if (!model.shown)
    return [words.found[change.interval ? findingOf(change.interval) : 'unknown'](name), participants, directions]
  const { averageMunicipality } = model.value
  const average = `${base}/model/averageMunicipality`
  const claim = words.claim[findingOf(averageMunicipality.interval)]({
    name,
    points: citeAs(`${average}/mean`, (value) => absolute(value, language)),
    change: cite(`${average}/mean`),
    interval: citeInterval(`${average}/interval`) ?? words.noInterval,
    units: (model.value.takenTogether ? words.unitsTogether : words.units)(cite(`${base}/model/units`)),
  })
  const spread = citeInterval(`${base}/model/predictionInterval`)
  return [claim, `${participants} ${directions}`, ...(spread ? [words.spread(spread)] : [])]
}

/** Areas of the measure that are not part of the comparison; empty where all are, and for a measure without areas. */
export function lackingAreas({ indicator }: IndicatorResult, { results, cut }: Measured): readonly string[] {
  const definition = cut.questionnaires.from.indicators.find(({ id }) => id === indicator.id)
  if (definition?.kind !== 'composite') return []
  return definition.of.filter((id) => {
    const paired = results.indicators.find((one) => one.indicator.id === id)?.overall.paired
    return paired && !paired.shown && toldReason(paired.reason) !== 'too_few'
  })
}

const absolute = (value: number, language: Source['language']): string => formatNumber(Math.abs(value), 1, language)

/** The claim about one measure with what it rests on: of the average municipality where there is one, then of everybody. */
function sentenceOf(
  { indicator, overall, test, model }: IndicatorResult,
  { figures }: Measured,
  { language }: Source,
): Marked {
  const words = phrasesIn(language).document.change
  const name = indicator.title[language]
  if (!overall.paired.shown) return words.withheld[toldReason(overall.paired.reason)](name)
  const paired = `indicators/${indicator.id}/overall/paired`
  const interval = figures.citeInterval(`${paired}/interval`)
  const finding = overall.paired.value.interval ? findingOf(overall.paired.value.interval) : 'unknown'
  const holm = test.shown && test.value.family === 'scale' && test.value.adjusted !== null
  const basis = words.basis([
    interval === null ? words.noInterval : words.interval(interval),
    words.people(figures.cite(`${paired}/n`)),
    ...(holm ? [words.adjusted(figures.cite(`indicators/${indicator.id}/test/adjusted`))] : []),
  ])
  const change = figures.cite(`${paired}/meanChange`)
  const inPoints = (value: number) => absolute(value, language)
  if (!model.shown)
    return words.sentence[finding]({ name, points: figures.citeAs(`${paired}/meanChange`, inPoints), change, basis })
  const average = `indicators/${indicator.id}/model/averageMunicipality`
  const claim = words.sentenceMunicipality[findingOf(model.value.averageMunicipality.interval)]({
    name,
    points: figures.citeAs(`${average}/mean`, inPoints),
    change: figures.cite(`${average}/mean`),
    basis: words.interval(figures.citeInterval(`${average}/interval`) ?? words.none),
  })
  return `${claim} ${words.participant(change, basis)}`
}

export function primaryEvidence(source: Source, measured: Measured): Block[] {
  const { figures, primary } = measured
  if (!primary) return []
  const { language } = source
  const words = phrasesIn(language).document.change
  const { sensitivity } = primary.model.shown ? primary.model.value : { sensitivity: [] }
  const base = `indicators/${primary.indicator.id}`
  const sizes = primary.overall.paired.shown ? effectRows(primary, measured, source) : []
  return [
    changeTable(source, measured, [primary], words.primaryCaption(primary.indicator.title[language])),
    ...pictureNamed(
      source,
      measured,
      `forest-${primary.indicator.id}`,
      `${base}/byMunicipality`,
      `${base}/model/averageMunicipality`,
    ),
    ...(sensitivity.length > 0 || sizes.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: words.checksCaption(primary.indicator.title[language]),
            columns: [text(words.method, 5), number(words.value, 2), number(words.intervalHeading, 3)],
            rows: [
              ...sizes,
              ...sensitivity.map(({ method, spread }) => {
                const at = `${base}/model/sensitivity/${method}-${spread}`
                return [
                  words.sensitivity(words.betweenVariance[method], words.spreadOf[spread]),
                  figures.cite(`${at}/mean`),
                  figures.citeInterval(`${at}/interval`) ?? words.none,
                ]
              }),
            ],
            notes: [],
          },
        ]
      : []),
  ]
}

/** The same change by other measures: in standard deviations, by ranks, drawn again. */
function effectRows({ indicator, overall }: IndicatorResult, { figures }: Measured, { language }: Source): Marked[][] {
  if (!overall.paired.shown) return []
  const words = phrasesIn(language).document.change
  const paired = `indicators/${indicator.id}/overall/paired`
  const { effect, ranks, bootstrap, typical } = overall.paired.value
  return [
    ...(effect.shown
      ? [
          [
            words.standardised,
            figures.cite(`${paired}/effect/gAv`),
            figures.citeInterval(`${paired}/effect/interval`) ?? words.none,
          ],
        ]
      : []),
    ...(typical.shown ? [[words.typical, figures.cite(`${paired}/typical/hodgesLehmann`), words.none]] : []),
    ...(ranks.shown
      ? [
          [
            words.ranks,
            figures.cite(`${paired}/ranks/rankBiserial`),
            figures.citeInterval(`${paired}/ranks/rankBiserialInterval`) ?? words.none,
          ],
        ]
      : []),
    ...(bootstrap?.shown
      ? [
          [
            words.bootstrap,
            figures.cite(`${paired}/meanChange`),
            figures.citeInterval(`${paired}/bootstrap/percentile`) ?? words.none,
          ],
        ]
      : []),
  ]
}

export function scalesText(source: Source, measured: Measured): Marked {
  const words = phrasesIn(source.language).document.change
  const scales = ofRole(measured, ['scale'])
  if (scales.length === 0) return ''
  const lacking = measured.primary ? lackingAreas(measured.primary, measured) : []
  const names = scales.flatMap(({ indicator: { id, title } }) => (lacking.includes(id) ? [title[source.language]] : []))
  const lead = words.scalesLead(
    formatCount(scales.length, source.language),
    scales.some(({ test }) => test.shown && test.value.family === 'scale'),
  )
  return [
    names.length > 0 ? `${lead} ${words.lacking(formatList(names, source.language))}` : lead,
    scales.map((scale) => `- ${sentenceOf(scale, measured, source)}`).join('\n'),
  ].join('\n\n')
}

export function scalesEvidence(source: Source, measured: Measured): Block[] {
  const scales = ofRole(measured, ['scale'])
  if (scales.length === 0) return []
  const words = phrasesIn(source.language).document.change
  return [
    dumbbellOf(source, measured, scales),
    changeTable(source, measured, scales, words.scalesCaption),
    ...pictureNamed(
      source,
      measured,
      'directions',
      ...ofRole(measured, ['primary', 'scale']).map(({ indicator }) => `indicators/${indicator.id}/overall/paired`),
    ),
  ]
}

export function serviceText(source: Source, measured: Measured): Marked {
  const outcomes = ofRole(measured, ['outcome', 'capacity'])
  if (outcomes.length === 0) return ''
  const words = phrasesIn(source.language).document.change
  return [words.serviceLead, outcomes.map((outcome) => `- ${sentenceOf(outcome, measured, source)}`).join('\n')].join(
    '\n\n',
  )
}

export function serviceEvidence(source: Source, measured: Measured): Block[] {
  const outcomes = ofRole(measured, ['outcome', 'capacity'])
  if (outcomes.length === 0) return []
  return [changeTable(source, measured, outcomes, phrasesIn(source.language).document.change.serviceCaption)]
}

export function groupsText({ language }: Source, { primary }: Measured): Marked {
  if (!primary) return ''
  const words = phrasesIn(language).document.change
  const measure = primary.indicator.title[language]
  return hasGroups(primary) ? words.groupsLead(measure) : words.noGroups(measure)
}

const hasGroups = ({ byActorGroup }: IndicatorResult): boolean => byActorGroup.some(({ change }) => change.paired.shown)

export function groupsEvidence(source: Source, measured: Measured): Block[] {
  const { language } = source
  const { primary, figures } = measured
  if (!primary || !hasGroups(primary)) return []
  const words = phrasesIn(language).document.change
  const { id } = primary.indicator
  const shown = primary.byActorGroup.filter(({ change }) => change.paired.shown)
  return [
    ...pictureNamed(
      source,
      measured,
      `groups-${id}`,
      ...shown.map(({ code }) => `indicators/${id}/byActorGroup/${code}/paired`),
    ),
    {
      kind: 'table',
      caption: words.groupsCaption(primary.indicator.title[language]),
      columns: [
        text(words.group, 5),
        number(words.pairs, 2),
        number(words.change, 2),
        number(words.intervalHeading, 3),
      ],
      rows: primary.byActorGroup.map(({ code, title, change }) => {
        const at = `indicators/${id}/byActorGroup/${code}/paired`
        if (!change.paired.shown) return [title[language], words.hidden, words.none, words.none]
        return [
          title[language],
          figures.cite(`${at}/n`),
          figures.cite(`${at}/meanChange`),
          figures.citeInterval(`${at}/interval`) ?? words.none,
        ]
      }),
      notes: [words.groupsNote],
    },
  ]
}

/** People, before, after, change and interval: a row per measure. */
export function changeTable(
  { language }: Source,
  { figures }: Measured,
  indicators: readonly IndicatorResult[],
  caption: string,
): TableBlock {
  const { report, document } = phrasesIn(language)
  const words = document.change
  const cellOf = {
    too_few: words.hidden,
    not_comparable: report.statusNotComparable,
    not_asked: report.statusNotAsked,
  }
  return {
    kind: 'table',
    caption,
    columns: [
      text(words.measure, 5),
      number(words.pairs, 2),
      number(words.before, 2),
      number(words.after, 2),
      number(words.change, 2),
      number(words.intervalHeading, 3),
    ],
    rows: indicators.map(({ indicator, overall }) => {
      const at = `indicators/${indicator.id}/overall/paired`
      const name = indicator.title[language]
      if (!overall.paired.shown)
        return [name, cellOf[toldReason(overall.paired.reason)], words.none, words.none, words.none, words.none]
      return [
        name,
        figures.cite(`${at}/n`),
        figures.cite(`${at}/fromMean`),
        figures.cite(`${at}/toMean`),
        figures.cite(`${at}/meanChange`),
        figures.citeInterval(`${at}/interval`) ?? words.none,
      ]
    }),
    notes: [words.tableNote],
  }
}

export const ofRole = ({ results }: Measured, roles: readonly string[]): IndicatorResult[] =>
  results.indicators.filter(({ indicator }) => roles.includes(indicator.role))

export const text = (label: string, share: number): Column => ({ label, numeric: false, share })
export const number = (label: string, share: number): Column => ({ label, numeric: true, share })

/** A mark with nothing in it: the words before it rest on that group of figures. */
export const restsOn = (path: string): string => marked('', path)
