// The questions of a scale as diverging bars, before and after of the same people: answers below the middle to the left,
// above it to the right, the middle itself split at the centre; those who did not know stand apart.
import { scaleLinear } from 'd3-scale'
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { ItemChange, ItemSpread } from '#indicators/context/model.ts'
import { findingOf } from '#indicators/headline.ts'
import type { Finding } from '#indicators/model.ts'
import { type Published, toldReason } from '#indicators/published.ts'
import { findItem } from '#survey/lookup.ts'
import type { Questionnaire } from '#survey/questionnaire.ts'
import {
  box,
  colours,
  flowKey,
  inkOn,
  label,
  line,
  mix,
  otherFonts,
  type Part,
  reading,
  type Sizes,
  withheldBox,
} from './chart-draw.ts'
import { headlineNotes } from './chart-headline.ts'
import type { PictureBase } from './chart-model.ts'
import { countFindings, statusText } from './chart-rows.ts'
import { count, words as inWords, none, type Sheet, sheetTable } from './chart-sheet.ts'
import { type ChartSource, getIndicator } from './chart-source.ts'
import { lowerIsBetterNotes, measureSubtitle, waveName } from './chart-text.ts'
import { textWidth, wrapText } from './text-width.ts'

/** A stretch of a bar: how many gave one of its answers. */
export interface LikertGroup {
  name: string
  /** Steps from the middle, between −1 (lowest) and 1; 0 = the middle itself. */
  place: number
  from: number
  to: number
}

export interface LikertItem {
  item: string
  text: string
  /** The scale counts it the other way round. */
  reversed: boolean
  n: number
  /** Empty where nothing may be shown. */
  groups: readonly LikertGroup[]
  unsure: { from: Published<number>; to: Published<number> }
  /** Why there is nothing; '' where there is something. */
  status: string
  sentences: { from: string; to: string }
}

export interface LikertChart extends PictureBase<'likert'> {
  waves: { from: string; to: string }
  unsure: string
  hidden: string
  /** For the key: answers of the scale, lowest first, and what stands for several of them. */
  answers: readonly { name: string; place: number }[]
  items: readonly LikertItem[]
}

const waves = ['from', 'to'] as const
type Wave = (typeof waves)[number]

/** @throws RangeError where the results have no such indicator */
export function buildLikertChart(source: ChartSource, indicatorId: string): LikertChart {
  const { results, context, questionnaires, about } = source
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.likert
  const found = getIndicator(results, indicatorId)
  const name = found.indicator.title[language]
  const items = likertItems(found.indicator).map(({ item, reversed }) =>
    buildItem(
      { item, reversed, spread: context.distributions.find((one) => one.item === item)?.spread ?? notAsked },
      questionnaires.from,
      { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
      language,
    ),
  )
  const shown = items.filter(({ groups }) => groups.length > 0)
  const isEmpty = shown.length === 0
  const counts = countFindings(
    shown.map(({ item }) => findingOfItem(context.items.find((one) => one.item === item))),
    language,
  )
  const title = isEmpty ? words.titleNone(name) : counts ? words.title(name, counts) : words.titleSpread(name)
  const hidden = items.filter(({ groups }) => groups.length === 0).map(({ item }) => item)
  const grouped = items.filter((one) => isGrouped(one, questionnaires.from)).map(({ item }) => item)
  const reversed = isEmpty ? [] : items.filter((one) => one.reversed).map(({ item }) => item)
  const isTurned = reversed.length > 0
  const threshold = formatCount(results.threshold, language)
  const sheet = likertSheet(words.alt(name), items, source)
  const readings = items.flatMap(({ sentences }) => waves.map((wave) => sentences[wave]))
  return {
    kind: 'likert',
    id: `answers-${indicatorId}`,
    language,
    title,
    subtitle: measureSubtitle(results, found, about),
    notes: [
      ...(isEmpty ? [] : [words.note]),
      ...(counts ? [words.noteTitle] : []),
      ...(counts && isTurned ? [words.noteTurned] : []),
      ...(grouped.length > 0 ? [words.noteGrouped(grouped.join(', '), threshold)] : []),
      ...(hidden.length > 0 ? [words.noteHidden(hidden.join(', '), threshold)] : []),
      ...(isEmpty ? [] : [words.noteUnsure(threshold)]),
      ...lowerIsBetterNotes([found], language),
      ...(isTurned ? [words.noteReversed[found.indicator.direction](reversed.join(', '))] : []),
      ...headlineNotes(found, language),
      report.noteNoCause,
    ],
    altText: [words.alt(name), `${title}.`, ...readings].join(' '),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    unsure: words.unsure,
    hidden: report.allHidden,
    answers: [
      ...answersOf(questionnaires.from, items[0]?.item ?? '', language).filter(({ place }) => isUsed(items, place)),
      ...(grouped.length > 0 ? groupedAnswers(items, words) : []),
    ].sort((one, other) => one.place - other.place),
    items,
    readings,
    empty: isEmpty ? charts.empty(threshold) : null,
    sheet,
    table: sheetTable(sheet),
  }
}

const notAsked: Published<ItemSpread> = { shown: false, reason: 'not_asked' }

/** What the interval of a question's change allows; a question put the other way round is turned as its scale turns it. */
function findingOfItem(item: ItemChange | undefined): Finding | null {
  if (!item?.change.shown || !item.change.value.interval) return null
  const finding = findingOf(item.change.value.interval)
  if (!item.reversed || finding === 'indistinguishable') return finding
  return finding === 'increased' ? 'decreased' : 'increased'
}

const likertItems = (indicator: ReturnType<typeof getIndicator>['indicator']) =>
  indicator.kind === 'scale' ? indicator.items : []

function buildItem(
  { item, reversed, spread }: { item: string; reversed: boolean; spread: Published<ItemSpread> },
  questionnaire: Questionnaire,
  names: Record<Wave, string>,
  language: Language,
): LikertItem {
  const { charts, report } = phrasesIn(language)
  const words = charts.likert
  const text = findItem(questionnaire, item)?.text[language] ?? item
  if (!spread.shown) {
    const status = statusText(spread.reason, report)
    const sentence = report.altRowHidden(item, status)
    const unsure = { shown: false, reason: spread.reason } as const
    return {
      item,
      text,
      reversed,
      n: 0,
      groups: [],
      unsure: { from: unsure, to: unsure },
      status,
      sentences: { from: sentence, to: sentence },
    }
  }
  const { n, groups, unsure } = spread.value
  const answers = answersOf(questionnaire, item, language)
  const named = groups.map(({ codes, from, to }): LikertGroup => {
    const own = answers.filter(({ code }) => codes.includes(code))
    const place = own.reduce((sum, one) => sum + one.place, 0) / own.length
    return { name: own.map((one) => one.name).reduce((one, other) => words.either(one, other)), place, from, to }
  })
  const sentence = (wave: Wave) =>
    words.sentence(
      item,
      names[wave],
      named.map((group) => `${group.name} ${formatCount(group[wave], language)}`).join(', '),
      unsure[wave].shown ? formatCount(unsure[wave].value, language) : report.allHidden,
    )
  return {
    item,
    text,
    reversed,
    n,
    groups: named,
    unsure,
    status: '',
    sentences: { from: sentence('from'), to: sentence('to') },
  }
}

const isUsed = (items: readonly LikertItem[], place: number): boolean =>
  items.some(({ groups }) => groups.some((group) => group.place === place))

/** The two colours of grouped answers. */
function groupedAnswers(items: readonly LikertItem[], words: { lower: string; upper: string }) {
  const places = new Set(items.flatMap(({ groups }) => (groups.length <= 3 ? groups.map(({ place }) => place) : [])))
  return [...places]
    .filter((place) => place !== 0)
    .map((place) => ({ name: place < 0 ? words.lower : words.upper, place }))
}

const isGrouped = ({ item, groups }: LikertItem, questionnaire: Questionnaire): boolean =>
  groups.length > 0 && groups.length < answersOf(questionnaire, item, 'sv').length

/** The points of an item's response scale; a point without a label is its number. */
function answersOf(questionnaire: Questionnaire, id: string, language: Language) {
  const item = findItem(questionnaire, id)
  const points = (item?.type === 'rating' && questionnaire.responseScales[item.responseScale]?.points) || []
  const middle = (points.length - 1) / 2
  return points.map(({ code, label: named }, at) => ({
    code,
    name: named?.[language] ?? String(code),
    place: middle === 0 ? 0 : (at - middle) / middle,
  }))
}

function likertSheet(caption: string, items: readonly LikertItem[], { results, about }: ChartSource): Sheet {
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.likert
  const figure = (published: Published<number>) =>
    published.shown ? count(published.value, language) : none(report.allHidden)
  return {
    caption,
    columns: [
      { name: 'item', label: words.item, type: 'text' },
      { name: 'answer', label: words.answer, type: 'text' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'n', label: report.people, type: 'number' },
      { name: 'from_count', label: waveName(results.from.kind, language), type: 'number' },
      { name: 'to_count', label: waveName(results.to.kind, language), type: 'number' },
    ],
    rows: items.flatMap(({ item, n, groups, unsure, status }) =>
      groups.length === 0
        ? [[inWords(item), inWords('–'), inWords(status, 'too_few'), none(), none(), none()]]
        : [
            ...groups.map((group) => [
              inWords(item),
              inWords(group.name),
              inWords(report.statusShown, 'ok'),
              count(n, language),
              count(group.from, language),
              count(group.to, language),
            ]),
            [
              inWords(item),
              inWords(words.unsure),
              unsure.from.shown && unsure.to.shown
                ? inWords(report.statusShown, 'ok')
                : inWords(report.allHidden, toldReason('suppressed')),
              none(),
              figure(unsure.from),
              figure(unsure.to),
            ],
          ],
    ),
    notes: [],
  }
}

export function drawLikert(
  { answers, items, waves: named, unsure, hidden }: LikertChart,
  size: Sizes,
  top: number,
): Part {
  const isWide = size.layout === 'wide'
  const right = size.width - size.margin
  const key = flowKey(
    answers.map(({ name, place }) => ({
      name,
      mark: (x: number, y: number) => answerBox(x - 6, x + 6, y, 12, place).join(''),
    })),
    size.margin,
    right,
    top,
  )
  const textRight = isWide ? size.margin + 210 : right
  const unsureWidth = isWide ? 84 : 62
  const waveWidth = Math.max(textWidth(named.from, 12), textWidth(named.to, 12)) + 8
  const barsLeft = (isWide ? textRight + 16 : size.margin) + waveWidth
  const barsRight = right - unsureWidth - 12
  const most = Math.max(1, ...items.flatMap((one) => waves.flatMap((wave) => extent(one, wave))))
  const mostUnsure = Math.max(...items.flatMap(({ unsure: both }) => waves.map((wave) => peopleIn(both[wave]))))
  const place = scaleLinear().domain([-most, most]).range([barsLeft, barsRight])
  const unit = (barsRight - barsLeft) / (2 * most)
  const unsureUnit = Math.min(unit, (unsureWidth - 24) / Math.max(1, mostUnsure))
  const marks = [...key.marks, label(unsure, right - unsureWidth, key.bottom + 14, { size: 12 })]
  let y = key.bottom + 24
  items.forEach((one, at) => {
    const lines = wrapText(
      `${one.item}  ${one.text}`,
      size.small,
      (textRight - size.margin) * (isWide ? 1 : otherFonts),
    )
    if (!isWide) y += lines.length * 17 + 4
    const height = isWide ? Math.max(60, lines.length * 17 + 16) : 58
    const first = isWide ? y + height / 2 - ((lines.length - 1) * 17) / 2 + 4.5 : y - (lines.length - 1) * 17
    marks.push(...lines.map((text, row) => label(text, size.margin, first + row * 17, { fill: colours.ink })))
    marks.push(
      line([place(0), y + height / 2 - 27], [place(0), y + height / 2 + 27], { stroke: colours.ink, dash: '2 3' }),
    )
    waves.forEach((wave, row) => {
      const middle = y + height / 2 + (row === 0 ? -13 : 13)
      marks.push(
        label(named[wave], barsLeft - 8, middle + 4, { size: 12, anchor: 'end' }),
        reading(
          at * 2 + row,
          one.sentences[wave],
          ...(one.groups.length === 0
            ? [
                withheldBox(barsLeft, middle - 9, barsRight - barsLeft, 18),
                ...(row === 0
                  ? [label(one.status, (barsLeft + barsRight) / 2, middle + 4, { size: 12, anchor: 'middle' })]
                  : []),
              ]
            : [
                ...bar(one, wave, place, middle),
                ...unsureBar(one.unsure[wave], right - unsureWidth, middle, unsureUnit, hidden),
              ]),
        ),
      )
    })
    y += height + (isWide ? 0 : 8)
    if (at < items.length - 1 && isWide) marks.push(line([size.margin, y], [right, y]))
  })
  return { marks, bottom: y + 14 }
}

const outline = { stroke: colours.ink, 'stroke-width': 0.6 }

const peopleIn = (published: Published<number>): number => (published.shown ? published.value : 0)

const sumOf = (groups: readonly LikertGroup[], wave: Wave, is: (group: LikertGroup) => boolean): number =>
  groups.filter(is).reduce((sum, group) => sum + group[wave], 0)

/** How far the bar reaches on its two sides of the centre. */
function extent({ groups }: LikertItem, wave: Wave): [number, number] {
  const half = sumOf(groups, wave, ({ place }) => place === 0) / 2
  return [half + sumOf(groups, wave, ({ place }) => place < 0), half + sumOf(groups, wave, ({ place }) => place > 0)]
}

function bar({ groups }: LikertItem, wave: Wave, place: (people: number) => number, y: number): string[] {
  let at = -(sumOf(groups, wave, (group) => group.place < 0) + sumOf(groups, wave, (group) => group.place === 0) / 2)
  return groups.flatMap((group) => {
    const people = group[wave]
    const [left, right] = [place(at), place(at + people)]
    at += people
    if (people === 0) return []
    const text = String(people)
    const fits = textWidth(text, 12) + 4 <= right - left
    return [
      ...answerBox(left, right, y, 18, group.place),
      ...(fits
        ? [label(text, (left + right) / 2, y + 4, { size: 12, anchor: 'middle', fill: inkOn(fillOf(group.place)) })]
        : []),
    ]
  })
}

/** What lies below the middle has a rail along either edge: in grey print its colour is that of what lies above. */
function answerBox(left: number, right: number, y: number, height: number, place: number): string[] {
  const fill = fillOf(place)
  const rail = (at: number) => line([left, at], [right, at], { stroke: inkOn(fill), width: 1.5 })
  return [
    box(left, y - height / 2, right - left, height, fill, outline),
    ...(place < 0 ? [rail(y - 0.34 * height), rail(y + 0.34 * height)] : []),
  ]
}

function unsureBar(unsure: Published<number>, left: number, y: number, unit: number, hidden: string): string[] {
  if (!unsure.shown) return [label(hidden, left, y + 4, { size: 11 })]
  const width = unsure.value * unit
  return [
    ...(width > 0
      ? [
          box(left, y - 9, width, 18, '#ffffff', {
            stroke: colours.muted,
            'stroke-width': 1,
            'stroke-dasharray': '2 2',
          }),
        ]
      : []),
    label(String(unsure.value), left + width + 5, y + 4, { size: 12, fill: colours.ink }),
  ]
}

const ends = { low: ['#f4cf8f', '#a84300'], high: ['#a9d4ee', '#005a8e'] } as const

/** Okabe–Ito's orange below the middle, blue above, both darker the further out; the middle is grey. */
function fillOf(place: number): string {
  if (place === 0) return '#e4e8eb'
  const [pale, strong] = place < 0 ? ends.low : ends.high
  return mix(pale, strong, Math.max(0, (Math.abs(place) - 0.3) / 0.7))
}
