// How many people moved up, stayed and moved down on each measure: three counts, never percentages of few.
import { scaleLinear } from 'd3-scale'
import { formatCount } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { ProjectResults } from '#indicators/model.ts'
import { toldReason } from '#indicators/published.ts'
import { box, colours, flowKey, label, type Part, type Sizes } from './chart-draw.ts'
import type { Axis, PictureBase } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { chartRow, statusText } from './chart-rows.ts'
import { count, words as inWords, none, type Sheet, sheetTable } from './chart-sheet.ts'
import { byRole, type ChartSource } from './chart-source.ts'
import { hiddenNotes, lowerIsBetterNotes, subtitle } from './chart-text.ts'
import { textWidth } from './text-width.ts'

const ways = ['improved', 'unchanged', 'declined'] as const
type Way = (typeof ways)[number]

export interface DirectionsChart extends PictureBase<'directions'> {
  axis: Axis
  headings: { name: string; people: string; value: string }
  ways: readonly { way: Way; name: string }[]
  rows: readonly {
    indicator: string
    name: string
    isPrimary: boolean
    /** People; null where they are withheld. */
    counts: Readonly<Record<Way, number>> | null
    people: string
    peopleLong: string
    value: string
    sentence: string
  }[]
}

export function buildDirectionsChart({ results, about }: ChartSource): DirectionsChart {
  const { language } = about
  const { charts, report, results: named } = phrasesIn(language)
  const words = charts.directions
  const text = (value: number) => formatCount(value, language)
  const chosen = byRole(results).map(({ result }) => result)
  const rows = chosen.map(({ indicator, overall: { paired } }): DirectionsChart['rows'][number] => {
    const row = { indicator: indicator.id, name: indicator.title[language], isPrimary: indicator.role === 'primary' }
    if (!paired.shown) {
      const value = statusText(paired.reason, report)
      return {
        ...row,
        counts: null,
        people: '–',
        peopleLong: '',
        value,
        sentence: report.altRowHidden(row.name, value),
      }
    }
    const { n, improved, unchanged, declined } = paired.value
    return {
      ...row,
      counts: { improved, unchanged, declined },
      people: text(n),
      peopleLong: report.peopleText(text(n)),
      value: [improved, unchanged, declined].map(text).join(' · '),
      sentence: words.sentence(row.name, text(n), text(improved), text(unchanged), text(declined)),
    }
  })
  const spoken = rows.find(({ counts, isPrimary }) => counts && isPrimary) ?? rows.find(({ counts }) => counts)
  const title = spoken?.counts
    ? words.title(spoken.name, spoken.people, text(spoken.counts.improved), text(spoken.counts.declined))
    : words.titleNone
  const most = Math.max(0, ...rows.map(({ counts }) => sum(counts)))
  const sheet: Sheet = {
    caption: words.alt,
    columns: [
      { name: 'indicator', label: report.indicatorCode, type: 'code' },
      { name: 'title', label: report.indicator, type: 'text' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'n', label: report.people, type: 'number' },
      ...ways.map((way) => ({ name: way, label: named[way], type: 'number' as const })),
    ],
    rows: rows.map(({ indicator, name, counts, value }, at) => [
      { text: indicator, value: indicator },
      inWords(name),
      counts ? inWords(report.statusShown, 'ok') : inWords(value, reasonOf(chosen[at])),
      counts ? count(sum(counts), language) : none(),
      ...ways.map((way) => (counts ? count(counts[way], language) : none())),
    ]),
    notes: [],
  }
  return {
    kind: 'directions',
    id: 'directions',
    language,
    title,
    subtitle: subtitle(results, results.core, spoken?.counts ? sum(spoken.counts) : null, about),
    notes: [
      words.note(text(results.noticeableChange)),
      ...hiddenNotes(
        chosen.map(({ indicator, overall }) =>
          chartRow(
            { code: indicator.id, name: indicator.title[language], section: 'scale', change: overall },
            language,
          ),
        ),
        results.threshold,
        language,
        'indicators',
      ),
      ...lowerIsBetterNotes(chosen, language),
      report.noteNoCause,
    ],
    altText: [words.alt, `${title}.`, ...rows.map(({ sentence }) => sentence)].join(' '),
    axis: peopleAxis(most, report.people, text),
    headings: { name: report.indicator, people: report.people, value: words.counts },
    ways: ways.map((way) => ({ way, name: named[way] })),
    rows,
    readings: rows.map(({ sentence }) => sentence),
    empty: rows.some(({ counts }) => counts) ? null : charts.empty(text(results.threshold)),
    sheet,
    table: sheetTable(sheet),
  }
}

const sum = (counts: Readonly<Record<Way, number>> | null): number =>
  counts ? counts.improved + counts.unchanged + counts.declined : 0

const reasonOf = (result: ProjectResults['indicators'][number] | undefined): string =>
  result && !result.overall.paired.shown ? toldReason(result.overall.paired.reason) : 'ok'

/** From nobody: a bar that does not start at zero lies about its length. */
export function peopleAxis(most: number, name: string, text: (value: number) => string): Axis {
  const scale = scaleLinear()
    .domain([0, Math.max(5, most)])
    .nice(5)
  const [, max = 5] = scale.domain()
  return {
    min: 0,
    max,
    label: name,
    ticks: scale
      .ticks(5)
      .filter(Number.isInteger)
      .map((value) => ({ value, label: text(value) })),
  }
}

const fills: Record<Way, { fill: string; ink: string }> = {
  improved: { fill: colours.after, ink: '#ffffff' },
  unchanged: { fill: '#e4e8eb', ink: colours.ink },
  declined: { fill: colours.before, ink: colours.ink },
}
const outline = { stroke: colours.ink, 'stroke-width': 0.75 }

export function drawDirections({ headings, axis, rows, ways: named }: DirectionsChart, size: Sizes, top: number): Part {
  const plotRows = rows.map((row, at): PlotRow => {
    const previous = rows[at - 1]
    return {
      ...row,
      emphasised: row.isPrimary,
      shown: row.counts !== null,
      startsSection: previous !== undefined && previous.isPrimary !== row.isPrimary,
      marks: (strip, y) => (row.counts ? bars(row.counts, strip, y) : []),
    }
  })
  const keyBlock = (left: number, right: number, y: number) =>
    flowKey(
      named.map(({ way, name }) => ({
        name,
        mark: (x: number, at: number) => box(x - 6, at - 6, 12, 12, fills[way].fill, outline),
      })),
      left,
      right,
      y,
    )
  return drawRows({ headings, axis, rows: plotRows, reach: 15, keyBlock }, size, top)
}

function bars(counts: Readonly<Record<Way, number>>, { place }: Strip, y: number): string[] {
  let before = 0
  return ways.flatMap((way) => {
    const [left, right] = [place(before), place(before + counts[way])]
    before += counts[way]
    if (counts[way] === 0) return []
    const text = String(counts[way])
    const { fill, ink } = fills[way]
    return [
      box(left, y - 11, right - left, 22, fill, outline),
      ...(textWidth(text, 13) + 4 <= right - left
        ? [label(text, (left + right) / 2, y + 4.5, { anchor: 'middle', fill: ink })]
        : []),
    ]
  })
}
