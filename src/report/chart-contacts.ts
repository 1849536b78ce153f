// Who is in contact with whom as a heat-map, before and after: the answering group in rows, the group it speaks about in
// columns. Every cell has its number, so that shade is only a help; compare A's view of B with B's of A.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { type ContactRow, contactCells } from './chart-contact-cells.ts'
import { box, colours, flowKey, inkOn, label, mix, type Part, reading, type Sizes, withheldBox } from './chart-draw.ts'
import type { PictureBase } from './chart-model.ts'
import { sheetTable } from './chart-sheet.ts'
import type { ChartSource } from './chart-source.ts'
import { waveName } from './chart-text.ts'
import { cutText, wrapText } from './text-width.ts'

export interface ContactsChart extends PictureBase<'contacts'> {
  waves: { from: string; to: string }
  columns: readonly { code: string; name: string }[]
  /** Groups with something to show. */
  rows: readonly ContactRow[]
  strongest: number
  /** Above the rows' names, and above the columns. */
  headings: { rater: string; about: string }
}

/** @throws RangeError where the context has no such grid */
export function buildContactsChart(source: ChartSource, gridId: string): ContactsChart {
  const { results, about } = source
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.contacts
  const { sheet, rows, strongest, columns, beneath, subtitle, empty } = contactCells(source, gridId, words.alt)
  const shown = rows.filter(({ panels }) => panels.some(({ to }) => to !== null))
  const title = titleOf(rows, language)
  return {
    kind: 'contacts',
    id: `contacts-${gridId}`,
    language,
    title,
    subtitle,
    empty,
    notes: [
      ...beneath,
      ...(empty === null ? [words.note(formatCount(strongest, language)), words.noteCompare] : []),
      words.noteHidden(formatCount(results.threshold, language)),
      report.noteNoCause,
    ],
    altText: [
      words.alt,
      `${title}.`,
      ...shown.flatMap(({ panels }) => panels.filter(({ to }) => to !== null)).map(({ sentence }) => sentence),
    ].join(' '),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    headings: { rater: words.rater, about: words.about },
    columns,
    rows: shown,
    strongest,
    readings: shown.flatMap(({ panels }) => panels.map(({ sentence }) => sentence)),
    sheet,
    table: sheetTable(sheet),
  }
}

/** Counts cells by what is printed in them: a cell has no interval to judge by. */
function titleOf(rows: readonly ContactRow[], language: Language): string {
  const words = phrasesIn(language).charts.contacts
  const text = (value: number) => formatCount(value, language)
  const moves = rows.flatMap(({ panels }) =>
    panels.flatMap(({ from, to }) => (from === null || to === null ? [] : [to - from])),
  )
  const [higher, lower] = [moves.filter((move) => move > 0), moves.filter((move) => move < 0)]
  return moves.length > 0 ? words.title(text(moves.length), text(higher.length), text(lower.length)) : words.titleNone
}

export function drawContacts(chart: ContactsChart, size: Sizes, under: number): Part {
  const right = size.width - size.margin
  const gap = 24
  const key = shadeKey(chart, size.margin, right, under)
  const top = key.bottom + 6
  if (size.layout === 'wide') {
    const names = 176
    const left = size.margin + names
    const width = (right - left - gap) / 2
    const first = panel(chart, 'from', { left, width, top, names, isNamed: true })
    const second = panel(chart, 'to', { left: left + width + gap, width, top, names, isNamed: false })
    return { marks: [...key.marks, ...first.marks, ...second.marks], bottom: first.bottom }
  }
  // A phone has room for the codes only, which are read out below.
  const names = 46
  const place = { left: size.margin + names, width: right - size.margin - names, names, isNamed: true }
  const coded = { ...chart, rows: chart.rows.map((row) => ({ ...row, name: '' })) }
  const first = panel(coded, 'from', { ...place, top })
  const second = panel(coded, 'to', { ...place, top: first.bottom + 18 })
  let y = second.bottom + 6
  const said = new Map([...chart.columns, ...chart.rows].map(({ code, name }) => [code, name]))
  const legend = [...said].flatMap(([code, name]) =>
    wrapText(`${code} = ${name}`, 12, right - size.margin).map((text) => {
      y += 17
      return label(text, size.margin, y, { size: 12, fill: colours.ink })
    }),
  )
  return { marks: [...key.marks, ...first.marks, ...second.marks, ...legend], bottom: y + 12 }
}

/** More steps than this are told by the ends of the scale. */
const keyedSteps = 6

function shadeKey({ rows, strongest, language }: ContactsChart, left: number, right: number, top: number): Part {
  const words = phrasesIn(language).charts.contacts
  const steps = Array.from({ length: strongest + 1 }, (_, step) => step)
  const square = (fill: string) => (x: number, y: number) =>
    box(x - 7, y - 7, 14, 14, fill, { stroke: colours.link, 'stroke-width': 0.75 })
  const named = (step: number) => {
    const text = formatCount(step, language)
    return step === 0 ? words.keyNone(text) : step === strongest ? words.keyClosest(text) : text
  }
  const panels = rows.flatMap((row) => row.panels)
  const entries = [
    ...steps
      .filter((step) => steps.length <= keyedSteps || step === 0 || step === strongest)
      .map((step) => ({ name: named(step), mark: square(shade(step / strongest)) })),
    ...(panels.some(({ applies, to }) => applies && to === null)
      ? [{ name: words.keyHidden, mark: (x: number, y: number) => withheldBox(x - 7, y - 7, 14, 14) }]
      : []),
    ...(panels.some(({ applies }) => !applies)
      ? [{ name: words.keyNotAsked, mark: (x: number, y: number) => label('–', x, y + 4.5, { anchor: 'middle' }) }]
      : []),
  ]
  return flowKey(entries, left, right, top)
}

interface Place {
  left: number
  width: number
  top: number
  /** Room for the rows' names. */
  names: number
  /** Whether they are written: beside another panel they stand already. */
  isNamed: boolean
}

function panel(
  { waves, headings, columns, rows, strongest, language }: ContactsChart,
  wave: 'from' | 'to',
  place: Place,
): Part {
  const { left, width, top, names, isNamed } = place
  const cell = width / columns.length
  const rowNames = rows.map(({ code, name }) => wrapText(name ? `${code}  ${name}` : code, 12, names - 12))
  const marks = [
    label(waves[wave], left, top + 14, { fill: colours.ink, bold: true }),
    label(headings.about, left + width, top + 14, { size: 12, anchor: 'end' }),
    ...(isNamed && names > 100 ? [label(headings.rater, left - names, top + 36, { size: 12 })] : []),
    ...columns.map(({ code }, at) =>
      label(cutText(code, 12, cell), left + (at + 0.5) * cell, top + 36, {
        size: 12,
        anchor: 'middle',
        fill: colours.ink,
      }),
    ),
  ]
  let y = top + 44
  let at = 0
  rows.forEach((row, rowAt) => {
    const lines = rowNames[rowAt] ?? []
    const height = Math.max(36, lines.length * 15 + 8)
    if (isNamed)
      marks.push(
        ...lines.map((text, lineAt) =>
          label(text, left - names, y + height / 2 + 4 + (lineAt - (lines.length - 1) / 2) * 15, {
            size: 12,
            fill: colours.ink,
          }),
        ),
      )
    row.panels.forEach((one, column) => {
      const x = left + column * cell
      const own = one[wave]
      const number = at
      at += 1
      if (!one.applies) {
        marks.push(label('–', x + cell / 2, y + height / 2 + 4.5, { anchor: 'middle' }))
        return
      }
      const drawn =
        own === null
          ? [withheldBox(x + 2, y + 2, cell - 4, height - 4)]
          : [
              box(x + 1, y + 1, cell - 2, height - 2, shade(own / strongest), {
                stroke: colours.link,
                'stroke-width': 0.75,
              }),
              label(formatNumber(own, 1, language), x + cell / 2, y + height / 2 + 4.5, {
                anchor: 'middle',
                fill: inkOn(shade(own / strongest)),
              }),
            ]
      marks.push(reading(number, one.sentence, ...drawn))
    })
    y += height
  })
  return { marks, bottom: y + 8 }
}

/** From white to Okabe–Ito's blue, darkened at the end: number and shade agree in grey print as well. */
const shade = (share: number): string => mix('#ffffff', '#005a8e', Math.min(1, Math.max(0, share)))
