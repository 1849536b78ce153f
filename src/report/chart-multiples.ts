// Every municipality against every scale, each panel on the same axis 0–100: where a panel is blank nothing may be shown,
// and blank is not zero.
import { scaleLinear } from 'd3-scale'
import { formatCount } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import type { IndicatorResult, ProjectResults } from '#indicators/model.ts'
import { colours, label, line, type Part, reading, type Sizes, sizes, withheldBox } from './chart-draw.ts'
import { smallAfterMark, smallBeforeMark, waveKey } from './chart-marks.ts'
import type { ChartRow, PictureBase } from './chart-model.ts'
import { chartRow, countShown, figureCells } from './chart-rows.ts'
import { words as inWords, type Sheet, sheetTable } from './chart-sheet.ts'
import { byCode, type ChartSource } from './chart-source.ts'
import { lowerIsBetterNotes, subtitle, waveName } from './chart-text.ts'
import { narrowestColumn, widest, wrapText } from './text-width.ts'

export interface MultiplesChart extends PictureBase<'multiples'> {
  waves: { from: string; to: string }
  columns: readonly { id: string; title: string }[]
  /** Municipalities by code, everybody last; panels in the order of the columns. */
  rows: readonly { code: string | null; name: string; panels: readonly ChartRow[] }[]
}

export function buildMultiplesChart({ results, about }: ChartSource): MultiplesChart {
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.multiples
  const indicators = columnsOf(results)
  const places = byCode(indicators[0]?.byMunicipality ?? [])
  const rows = [
    ...places.map(({ code, name }) => ({
      code,
      name,
      panels: indicators.map((one) =>
        panel(one, one.byMunicipality.find((row) => row.code === code)?.change, code, language),
      ),
    })),
    {
      code: null,
      name: report.everybody,
      panels: indicators.map((one) => panel(one, one.overall, null, language)),
    },
  ]
  const panels = rows.slice(0, -1).flatMap((row) => row.panels)
  const told = countShown(panels, language)
  const shown = panels.filter(({ figure }) => figure.shown).length
  const intervals = panels.filter(({ figure }) => figure.shown && figure.value.finding !== null).length
  const title = told ? words.title(formatCount(shown, language), told) : words.titleNone
  const sentences = rows.flatMap((row) =>
    row.panels.map(({ name, figure, text }) =>
      figure.shown
        ? words.sentence(row.name, name, text.from, text.to, text.value)
        : report.altRowHidden(`${row.name}, ${name}`, text.value),
    ),
  )
  const sheet = multiplesSheet(words.alt, rows, results, language)
  return {
    kind: 'multiples',
    id: 'multiples',
    language,
    title,
    subtitle: subtitle(results, results.core, null, about),
    notes: [
      ...(shown > 0 ? [words.note] : []),
      ...(intervals > 0 ? [words.noteChance(formatCount(intervals, language))] : []),
      ...(shown < panels.length ? [words.noteHidden(formatCount(results.threshold, language))] : []),
      ...lowerIsBetterNotes(indicators, language),
      report.noteNoCause,
    ],
    altText: [words.alt, `${title}.`, ...sentences.slice(-indicators.length), report.altRest].join(' '),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    columns: indicators.map(({ indicator }) => ({ id: indicator.id, title: indicator.title[language] })),
    rows,
    readings: sentences,
    empty: rows.every((row) => row.panels.every(({ figure }) => !figure.shown))
      ? charts.empty(formatCount(results.threshold, language))
      : null,
    sheet,
    table: sheetTable(sheet),
  }
}

/** The scales; where there are none, whatever counts in the headline. */
function columnsOf({ indicators }: ProjectResults): IndicatorResult[] {
  const scales = indicators.filter(({ indicator }) => indicator.role === 'scale')
  return scales.length > 0 ? scales : indicators.slice(0, 6)
}

function panel(
  { indicator }: IndicatorResult,
  change: IndicatorResult['overall'] | undefined,
  code: string | null,
  language: Language,
): ChartRow {
  const nothing = { shown: false, reason: 'too_few' } as const
  return chartRow(
    {
      code,
      name: indicator.title[language],
      section: code === null ? 'everybody' : 'municipality',
      change: change ?? { paired: nothing, all: nothing, finding: null, compositionWarning: false },
    },
    language,
  )
}

function multiplesSheet(
  caption: string,
  rows: MultiplesChart['rows'],
  { from, to }: ProjectResults,
  language: Language,
): Sheet {
  const { report } = phrasesIn(language)
  return {
    caption,
    columns: [
      { name: 'municipality_code', label: report.municipalityCode, type: 'code' },
      { name: 'municipality', label: report.municipality, type: 'text' },
      { name: 'indicator', label: report.indicator, type: 'text' },
      { name: 'status', label: report.status, type: 'word' },
      { name: 'n', label: report.people, type: 'number' },
      { name: 'from_mean', label: waveName(from.kind, language), type: 'number' },
      { name: 'to_mean', label: waveName(to.kind, language), type: 'number' },
      { name: 'change', label: report.change, type: 'number' },
      { name: 'change_low', label: report.intervalLow, type: 'number' },
      { name: 'change_high', label: report.intervalHigh, type: 'number' },
    ],
    rows: rows.flatMap(({ code, name, panels }) =>
      panels.map((one) => [
        { text: code ?? '', value: code },
        inWords(name),
        inWords(one.name),
        ...figureCells(one.figure, language),
      ]),
    ),
    notes: [],
  }
}

export function drawMultiples({ columns, rows, waves, readings }: MultiplesChart, size: Sizes, top: number): Part {
  const isWide = size.layout === 'wide'
  const lettering = isWide ? 12 : 11
  const gap = isWide ? 12 : 7
  const right = size.width - size.margin
  const names = isWide ? namesWidth(columns, rows, right - size.margin, gap) : 0
  const left = size.margin + names
  const width = (right - left - gap * (columns.length - 1)) / columns.length
  const xOf = (column: number) => left + column * (width + gap)
  // A phone has room for the codes only, which are read out below.
  const titles = columns.map(({ id, title }) => (isWide ? wrapText(title, lettering, width) : [id]))
  const titleLines = Math.max(1, ...titles.map((lines) => lines.length))
  const marks = [
    ...waveKey(waves, size.margin, top + 8),
    ...titles.flatMap((lines, column) =>
      lines.map((text, at) =>
        label(text, xOf(column), top + 38 + (at + titleLines - lines.length) * 15, {
          size: lettering,
          fill: colours.ink,
        }),
      ),
    ),
  ]
  let y = top + 38 + titleLines * 15
  rows.forEach((row, rowAt) => {
    const isLast = row.code === null
    if (isLast && rowAt > 0) {
      marks.push(line([size.margin, y + 2], [right, y + 2]))
      y += 8
    }
    const lines = wrapText(row.name, size.small, isWide ? names - 12 : right - size.margin)
    const height = isWide ? Math.max(36, lines.length * 17 + 8) : 34
    if (!isWide) y += 6 + lines.length * 17
    const middle = y + height / 2
    const firstLine = isWide ? middle + 5 - ((lines.length - 1) * 17) / 2 : y - (lines.length - 1) * 17 - 2
    marks.push(
      ...lines.map((text, at) => label(text, size.margin, firstLine + at * 17, { fill: colours.ink, bold: isLast })),
    )
    row.panels.forEach((one, column) => {
      const at = rowAt * columns.length + column
      marks.push(reading(at, readings[at] ?? '', ...panelMarks(one, xOf(column), width, middle, lettering)))
    })
    y += height
  })
  const axed = isWide ? columns : columns.slice(0, 1)
  const foot = axed.flatMap((_, column) => [
    label('0', xOf(column), y + 16, { size: lettering }),
    label('100', xOf(column) + width, y + 16, { size: lettering, anchor: 'end' }),
  ])
  if (isWide) return { marks: [...marks, ...foot], bottom: y + 26 }
  y += 22
  const legend = columns.flatMap(({ id, title }) =>
    wrapText(`${id} = ${title}`, 12, right - size.margin).map((text) => {
      y += 17
      return label(text, size.margin, y, { size: 12, fill: colours.ink })
    }),
  )
  return { marks: [...marks, ...foot, ...legend], bottom: y + 10 }
}

/** As narrow as the names let it be; what it takes beyond that, the words above the panels can spare. */
function namesWidth(columns: MultiplesChart['columns'], rows: MultiplesChart['rows'], width: number, gap: number) {
  const words = columns.flatMap(({ title }) => title.split(' '))
  const spared = width - columns.length * (widest(12, words) + gap)
  const room = { least: 108, most: Math.max(108, Math.min(150, spared)) }
  const names = rows.map(({ name }) => name)
  return 12 + narrowestColumn(names, sizes.wide.small, room)
}

function panelMarks({ figure, text }: ChartRow, left: number, width: number, y: number, lettering: number): string[] {
  if (!figure.shown) return [withheldBox(left, y - 8, width, 16)]
  const place = scaleLinear()
    .domain([0, 100])
    .range([left + 5, left + width - 5])
  const [from, to] = [place(figure.value.from), place(figure.value.to)]
  const guide = (value: number) => line([place(value), y - 2], [place(value), y + 10], { stroke: colours.link })
  return [
    line([place(0), y + 4], [place(100), y + 4], { stroke: colours.link }),
    ...[0, 50, 100].map(guide),
    line([from, y + 4], [to, y + 4], { stroke: colours.after, width: 2.5 }),
    smallBeforeMark(from, y + 4),
    smallAfterMark(to, y + 4),
    label(`n ${text.people}`, left + width - 5, y - 6, { size: lettering - 1, anchor: 'end' }),
  ]
}
