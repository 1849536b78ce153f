// Who is in contact with whom as a heat-map, before and after: the answering group in rows, the group it speaks about in
// columns. Every cell has its number, so that shade is only a help; compare A's view of B with B's of A.
import { formatCount, formatNumber } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import { type ContactRow, contactCells } from './chart-contact-cells.ts'
import { box, colours, label, type Part, reading, type Sizes, withheldBox } from './chart-draw.ts'
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
  const { sheet, sentences, rows, strongest, columns, beneath, ...cells } = contactCells(source, gridId, words.alt)
  const shown = rows.filter(({ panels }) => panels.some(({ to }) => to !== null))
  return {
    kind: 'contacts',
    id: `contacts-${gridId}`,
    language,
    ...cells,
    notes: [
      ...beneath,
      ...(cells.empty === null ? [words.note(formatCount(strongest, language)), words.noteCompare] : []),
      words.noteHidden(formatCount(results.threshold, language)),
      report.noteNoCause,
    ],
    altText: [
      words.alt,
      `${cells.title}.`,
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

export function drawContacts(chart: ContactsChart, size: Sizes, top: number): Part {
  const right = size.width - size.margin
  const gap = 24
  if (size.layout === 'wide') {
    const names = 176
    const left = size.margin + names
    const width = (right - left - gap) / 2
    const first = panel(chart, 'from', { left, width, top, names, isNamed: true })
    const second = panel(chart, 'to', { left: left + width + gap, width, top, names, isNamed: false })
    return { marks: [...first.marks, ...second.marks], bottom: first.bottom }
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
  return { marks: [...first.marks, ...second.marks, ...legend], bottom: y + 12 }
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
                fill: own / strongest > 0.6 ? '#ffffff' : colours.ink,
              }),
            ]
      marks.push(reading(number, one.sentence, ...drawn))
    })
    y += height
  })
  return { marks, bottom: y + 8 }
}

/** From white to Okabe–Ito's blue, darkened at the end: number and shade agree in grey print as well. */
function shade(share: number): string {
  const within = Math.min(1, Math.max(0, share))
  const channel = (strong: number) =>
    Math.round(255 + (strong - 255) * within)
      .toString(16)
      .padStart(2, '0')
  return `#${channel(0)}${channel(0x5a)}${channel(0x8e)}`
}
