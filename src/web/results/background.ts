// What surrounds the change, as tables of printed texts: one section a topic, and none where there is nothing to tell.
import { formatChange, formatCount, formatNumber, formatPercent } from '#i18n/format.ts'
import { formatInterval } from '#i18n/interval.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { plannedPairs } from '#indicators/context/detectable.ts'
import type { ContactGrid, Extremes, ItemChange, ResultsContext, StepChange } from '#indicators/context/model.ts'
import type { Interval, ProjectResults } from '#indicators/model.ts'
import type { Published } from '#indicators/published.ts'
import { attritionSentence } from '#report/attrition-sentence.ts'
import { kindOf } from '#survey/items/kinds.ts'
import { findItem } from '#survey/lookup.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import type { FigureRow } from './estimates.ts'

export interface Section {
  id: string
  title: string
  lead: string
  columns: readonly string[]
  rows: readonly FigureRow[]
  notes: readonly string[]
}

interface Source {
  context: ResultsContext
  results: ProjectResults
  /** Of the later wave: it holds the items that only the end asks. */
  questionnaire: Questionnaire
  language: Language
}

export function buildBackground(source: Source): Section[] {
  const sections = [
    responses(source),
    funnel(source),
    attrition(source),
    items(source),
    quality(source),
    shift(source),
    perceived(source),
    dose(source),
    ...grids(source),
    detectable(source),
  ]
  return sections.filter((section) => section.rows.length > 0)
}

function responses({ context, results, language }: Source): Section {
  const words = phrasesIn(language).background.responses
  const { from, to, retention } = context.responses
  const row = (kind: keyof ReturnType<typeof waveNames>, { funnel, dispositions, rates }: typeof from): FigureRow => ({
    name: waveNames(language)[kind],
    cells: [
      ...[
        funnel.invited,
        dispositions.complete,
        dispositions.partial,
        dispositions.breakOff,
        dispositions.refusal,
        dispositions.nonContact,
      ].map((n) => formatCount(n, language)),
      ...[rates.rr1, rates.rr2].map((rate) => share(rate, language)),
    ],
  })
  const rows = [row(results.from.kind, from), row(results.to.kind, to)]
  return {
    id: 'responses',
    ...words,
    rows,
    notes: retention === null ? [] : [words.retention(formatPercent(retention, language))],
  }
}

/** How far each invitation came. What nobody has noted is no zero. */
function funnel({ context, results, language }: Source): Section {
  const { none, funnel: words } = phrasesIn(language).background
  const { from, to } = context.responses
  const row = (kind: keyof ReturnType<typeof waveNames>, account: typeof from): FigureRow => {
    const { invited, delivered, opened, started, answered, usable, both } = account.funnel
    return {
      name: waveNames(language)[kind],
      cells: [invited, delivered, opened, started, answered, usable, both].map((n) =>
        n === null ? none : formatCount(n, language),
      ),
    }
  }
  return { id: 'funnel', ...words, rows: [row(results.from.kind, from), row(results.to.kind, to)], notes: [] }
}

function attrition({ context, results, language }: Source): Section {
  const words = phrasesIn(language).background.attrition
  const shown = context.attrition.byIndicator.flatMap(({ indicator, estimate }) =>
    estimate.shown ? [{ indicator, ...estimate.value }] : [],
  )
  return {
    id: 'attrition',
    title: words.title,
    lead: words.lead,
    columns: words.columns,
    rows: shown.map(({ indicator, stayers, leavers, difference, interval, weighted, worstCase }) => ({
      name: titleOf(results, indicator, language),
      cells: [
        points(stayers.mean, language),
        points(leavers.mean, language),
        changeWith(difference, interval, 1, language),
        changeWith(weighted.meanChange, weighted.interval, 1, language),
        formatChange(worstCase, 1, language),
      ],
    })),
    notes: [
      words.weighted,
      ...shown
        .slice(0, 1)
        .map((first) => words.about(titleOf(results, first.indicator, language), attritionSentence(first, language))),
    ],
  }
}

function items({ context, results, questionnaire, language }: Source): Section {
  const words = phrasesIn(language).background.items
  const marked = (item: ItemChange) => {
    const marks = [
      ...(item.reversed ? [words.reversed] : []),
      ...(isLowerBetter(item, results) ? [words.lowerIsBetter] : []),
    ]
    return marks.length > 0 ? ` (${marks.join(', ')})` : ''
  }
  return {
    id: 'items',
    ...words,
    rows: context.items.flatMap((one) => {
      const { item, change } = one
      if (!change.shown) return []
      const { n, fromMean, toMean, meanChange, interval } = change.value
      return [
        {
          name: `${item} ${textOf(questionnaire, item, language)}${marked(one)}`,
          cells: [
            formatCount(n, language),
            formatNumber(fromMean, 2, language),
            formatNumber(toMean, 2, language),
            changeWith(meanChange, interval, 2, language),
          ],
        },
      ]
    }),
    notes: [],
  }
}

/** A fall of the answers as they were given is for the better: of one of the two, question and measure, turned. */
function isLowerBetter({ indicators, reversed }: ItemChange, results: ProjectResults): boolean {
  const better = reversed ? 'higher_is_better' : 'lower_is_better'
  const counting = results.indicators.filter(({ indicator }) => indicators.includes(indicator.id))
  return counting.length > 0 && counting.every(({ indicator }) => indicator.direction === better)
}

function quality({ context, results, language }: Source): Section {
  const { none, quality: words } = phrasesIn(language).background
  return {
    id: 'quality',
    ...words,
    rows: context.quality.flatMap(({ indicator, wave, reliability, extremes }) => {
      if (!reliability.shown) return []
      const { n, alpha, omega, items } = reliability.value
      return [
        {
          name: titleOf(results, indicator, language),
          cells: [
            waveNames(language)[wave],
            formatCount(n, language),
            alpha ? `${formatNumber(alpha.value, 2, language)} (${formatInterval(alpha.interval, 2, language)})` : none,
            omega === null ? none : formatNumber(omega, 2, language),
            ...(['floor', 'ceiling'] as const).map((end) => endShare(extremes, end, language)),
            items
              .filter(({ weak }) => weak)
              .map(({ item }) => item)
              .join(', ') || none,
          ],
        },
      ]
    }),
    notes: [],
  }
}

/** Of an end that nobody may be told to stand at: not shown. */
function endShare(extremes: Published<Extremes>, end: 'floor' | 'ceiling', language: Language): string {
  const { hidden } = phrasesIn(language).background
  return extremes.shown && extremes.value[end].shown ? formatPercent(extremes.value[end].value, language) : hidden
}

function perceived({ context, questionnaire, language }: Source): Section {
  const { hidden, none, perceived: words } = phrasesIn(language).background
  const rows = context.perceived.flatMap(({ item, points }) => {
    const found = findItem(questionnaire, item)
    return points.map(({ code, count }): FigureRow => {
      const label = (found && kindOf(found).inWords(questionnaire, found, code, language)) ?? String(code)
      return {
        name: context.perceived.length > 1 ? `${item}: ${label}` : label,
        cells: count.shown
          ? [formatCount(count.value.n, language), share(count.value.share, language)]
          : [hidden, none],
      }
    })
  })
  const asked = context.perceived.map(({ item }) => textOf(questionnaire, item, language))
  return {
    id: 'perceived',
    title: words.title,
    columns: words.columns,
    lead: words.lead(asked.join(' ')),
    rows,
    notes: [],
  }
}

function shift({ context, questionnaire, language }: Source): Section {
  const { hidden, shift: words } = phrasesIn(language).background
  const cell = (step: Published<StepChange>) =>
    step.shown ? changeWith(step.value.mean, step.value.interval, 2, language) : hidden
  const shown = context.responseShift.filter(({ recalibration }) => recalibration.shown)
  return {
    id: 'shift',
    ...words,
    rows: shown.map(({ looksBackOn, recalibration, adjusted, prospective }) => ({
      name: textOf(questionnaire, looksBackOn, language),
      cells: [cell(recalibration), cell(adjusted), cell(prospective)],
    })),
    notes: shown.some(({ recalibration }) => recalibration.shown && recalibration.value.possibleShift)
      ? [words.possible]
      : [],
  }
}

function dose({ context, results, questionnaire, language }: Source): Section {
  const { none, hidden, dose: words } = phrasesIn(language).background
  const primary = results.indicators.find(({ indicator }) => indicator.role === 'primary')?.indicator
  const response = context.dose.find(({ indicator }) => indicator === primary?.id)
  const item = response && findItem(questionnaire, response.item)
  const labelOf = (code: number | string | null) =>
    (item?.type === 'choice' && item.choices.find((choice) => choice.code === code)?.label[language]) || words.unsaid
  const shown = response?.categories.some(({ change }) => change.shown) ?? false
  return {
    id: 'dose',
    title: words.title,
    columns: words.columns,
    lead: words.lead(primary?.title[language] ?? ''),
    rows: (shown ? (response?.categories ?? []) : []).map(({ code, change }) => ({
      name: labelOf(code),
      cells: change.shown
        ? [
            formatCount(change.value.n, language),
            formatChange(change.value.meanChange, 1, language),
            change.value.interval ? formatInterval(change.value.interval, 1, language) : none,
          ]
        : [hidden, none, none],
    })),
    notes: [],
  }
}

function grids({ context, questionnaire, language }: Source): Section[] {
  const { hidden, none, grids: words } = phrasesIn(language).background
  const groupName = (codes: readonly string[]) =>
    codes
      .map((code) => questionnaire.actorGroups.find((group) => group.code === code)?.label[language] ?? code)
      .join(', ')
  return context.grids.map((grid) => ({
    id: `grid-${grid.grid}`,
    title: words.title,
    lead: words.lead(formatCount(grid.strongest, language)),
    columns: [words.who, ...grid.about.map(({ item }) => textOf(questionnaire, item, language))],
    rows: grid.rows
      .filter(({ cells }) => cells.some(({ shown }) => shown))
      .map(({ groups, cells }) => ({
        name: groupName(groups),
        cells: cells.map((cell) => {
          if (!cell.shown) return cell.reason === 'not_asked' ? none : hidden
          return `${formatNumber(cell.value.fromMean, 1, language)} → ${formatNumber(cell.value.toMean, 1, language)}`
        }),
      })),
    notes: [words.notAsked, ...networkNotes(grid, language)],
  }))
}

/** What the cells shown say together, before and after; nothing where they say nothing. */
function networkNotes({ from, to }: ContactGrid, language: Language): string[] {
  const { grids: words } = phrasesIn(language).background
  return (['density', 'reciprocity', 'correlation'] as const).flatMap((name) => {
    const [before, after] = [from[name], to[name]]
    if (before === null || after === null) return []
    return words[name](formatNumber(before, 2, language), formatNumber(after, 2, language))
  })
}

function detectable({ context, language }: Source): Section {
  const words = phrasesIn(language).background.detectable
  const { assumedSdChange, table } = context.detectable
  return {
    id: 'detectable',
    title: words.title,
    columns: words.columns,
    lead: words.lead(formatCount(assumedSdChange, language)),
    rows: table.map(({ n, change }) => ({ name: formatCount(n, language), cells: [points(change, language)] })),
    notes: table.some(({ n }) => n === plannedPairs) ? [words.planned(formatCount(plannedPairs, language))] : [],
  }
}

const waveNames = (language: Language) => phrasesIn(language).common.waveKind
const titleOf = (results: ProjectResults, id: string, language: Language): string =>
  results.indicators.find(({ indicator }) => indicator.id === id)?.indicator.title[language] ?? id
const textOf = (questionnaire: Questionnaire, item: string, language: Language): string =>
  findItem(questionnaire, item)?.text[language] ?? item
const points = (value: number, language: Language): string => formatNumber(value, 1, language)
const share = (value: number | null, language: Language): string =>
  value === null ? phrasesIn(language).background.none : formatPercent(value, language)
const changeWith = (value: number, interval: Interval | null, decimals: number, language: Language): string =>
  `${formatChange(value, decimals, language)}${interval ? ` (${formatInterval(interval, decimals, language)})` : ''}`
