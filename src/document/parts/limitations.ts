// What the figures cannot say, each point only where it is so in this cut: nothing here is told of every project.
import { formatCount, formatDays, formatList, formatNumber, formatPercent } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { whyNoModel } from '#indicators/headline.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import { type Measured, type Source, sidesOf } from '../material.ts'
import type { Marked } from '../model.ts'

/** Cronbach's alpha from which a mean of questions is usually taken to measure one thing. */
const usualAlpha = 0.7
/** Shares of people under which those who did not answer may well have made another picture. */
const lines = { rate: 0.7, retention: 0.8 } as const

/** Pairs in a municipality from which its own mean is no longer mostly chance. */
const manyPeople = 30

export function limitationsText(source: Source, measured: Measured): Marked {
  const words = phrasesIn(source.language).document.method.limits
  const points =
    source.kind === 'interim'
      ? [words.interim, ...lowRates(source, measured), ...lowAlphas(source, measured), ...unproven(source, measured)]
      : [
          words.noComparison,
          words.opinion,
          ...lateStart(source, measured),
          ...lowRates(source, measured),
          ...lost(source, measured),
          ...(measured.primary && !measured.primary.model.shown ? [words.noModel[whyNoModel(measured.primary)]] : []),
          ...fewInMunicipalities(source, measured),
          ...manyIntervals(source, measured),
          ...shifts(source, measured),
          ...(measured.primary?.overall.compositionWarning ? [words.composition] : []),
          ...ceilings(source, measured),
          ...lowAlphas(source, measured),
          ...unproven(source, measured),
        ]
  return points.map((point) => `- ${point}`).join('\n')
}

/** Where the project's period is told, and had begun before anybody was asked. */
function lateStart({ language, material }: Source, { cut }: Measured): Marked[] {
  const { period } = material.facts.cover
  const [start] = /\b(19|20)\d\d(-(0[1-9]|1[0-2])(-[0-3]\d)?\b)?/.exec(period) ?? []
  const { opensOn, closesOn } = cut.from
  // As exact as the period is told: a year that both share may hide which came first.
  if (start === undefined || opensOn.slice(0, start.length) <= start) return []
  return [phrasesIn(language).document.method.limits.late(period, formatDays(opensOn, closesOn, language))]
}

function lowRates({ language, kind }: Source, { context, figures }: Measured): Marked[] {
  const words = phrasesIn(language).document.method.limits
  const low = sidesOf(kind).flatMap((side) => {
    const rate = context?.responses[side].rates.rr2 ?? null
    if (rate === null || rate >= lines.rate) return []
    const told = figures.citeAs(`context/responses/${side}/rates/rr2`, (share) => formatPercent(share, language))
    return [words.rateOf[side](told)]
  })
  return low.length > 0 ? [words.lowRate(formatList(low, language))] : []
}

function lost({ language }: Source, { context, figures }: Measured): Marked[] {
  const retention = context?.responses.retention ?? null
  if (retention === null || retention >= lines.retention) return []
  const share = figures.citeAs('context/responses/retention', (kept) => formatPercent(1 - kept, language))
  return [phrasesIn(language).document.method.limits.lost(share)]
}

function fewInMunicipalities({ language }: Source, { primary }: Measured): Marked[] {
  const words = phrasesIn(language).document.method.limits
  const all = primary?.byMunicipality ?? []
  const hidden = all.filter(({ change: { paired } }) => !paired.shown).map(({ name }) => name)
  const shown = all.flatMap(({ change: { paired } }) => (paired.shown ? [paired.value.n] : []))
  const few = shown.filter((n) => n < manyPeople).length
  const count = (value: number) => formatCount(value, language)
  const small =
    few === shown.length
      ? words.fewInEach(count(manyPeople))
      : words.fewInSome(count(few), count(shown.length), count(manyPeople))
  return [
    ...(shown.length > 1 ? [few > 0 ? `${small} ${words.chance}` : words.chance] : []),
    ...(hidden.length > 0 ? [words.hidden(count(hidden.length), count(all.length), formatList(hidden, language))] : []),
  ]
}

/** Each by itself is right 95 times in 100, so among many some are likely not. */
function manyIntervals({ language }: Source, { results }: Measured): Marked[] {
  const count = intervalsIn(results)
  return count > 1 ? [phrasesIn(language).document.method.limits.many(formatCount(count, language))] : []
}

const intervalsIn = ({ indicators }: ProjectResults): number =>
  indicators
    .flatMap(({ overall, byMunicipality, byActorGroup }) => [
      overall,
      ...[...byMunicipality, ...byActorGroup].map(({ change }) => change),
    ])
    .filter(({ paired }) => paired.shown && paired.value.interval !== null).length

const shifts = ({ language }: Source, { context }: Measured): Marked[] =>
  context?.responseShift.some(({ recalibration }) => recalibration.shown && recalibration.value.possibleShift)
    ? [phrasesIn(language).document.method.limits.shift]
    : []

/** Measures that so many had the highest points on beforehand that a rise can no longer show. */
function ceilings({ language }: Source, { results }: Measured): Marked[] {
  const words = phrasesIn(language).document.method.limits
  const names = results.indicators.filter(isAtCeiling).map(({ indicator }) => indicator.title[language])
  return names.length > 0 ? [words.ceiling(formatList(names, language))] : []
}

const isAtCeiling = ({ levels }: IndicatorResult): boolean =>
  levels.from.core.shown && levels.from.core.value.ends.shown && levels.from.core.value.ends.value.ceilingFlag === true

/** By name, each with its lowest alpha: of contacts alone nobody expects that they go together. */
function lowAlphas({ language, kind }: Source, { context, cut, results, figures }: Measured): Marked[] {
  const words = phrasesIn(language).document.method.limits
  const low = results.indicators.flatMap(({ indicator }) => {
    if (indicator.role === 'network') return []
    const [lowest] = (context?.quality ?? [])
      .flatMap(({ indicator: id, wave, reliability }) =>
        id === indicator.id &&
        (kind === 'final' || wave === cut.from.kind) &&
        reliability.shown &&
        reliability.value.alpha
          ? [{ wave, alpha: reliability.value.alpha.value }]
          : [],
      )
      .toSorted((one, other) => one.alpha - other.alpha)
    if (!lowest || lowest.alpha >= usualAlpha) return []
    const at = `context/quality/${indicator.id}-${lowest.wave}/reliability/alpha/value`
    return [
      words.alphaOf(
        indicator.title[language],
        figures.citeAs(at, (value) => formatNumber(value, 2, language)),
      ),
    ]
  })
  return low.length > 0 ? [words.lowAlpha(formatNumber(usualAlpha, 1, language), formatList(low, language))] : []
}

const unproven = ({ language }: Source, { cut: { questionnaires } }: Measured): Marked[] =>
  questionnaires.from.triedIn ? [] : [phrasesIn(language).document.method.limits.unproven]
