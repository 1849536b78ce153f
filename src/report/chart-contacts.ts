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
  /** Above the columns. */
  about: string
}

/** @throws RangeError where the context has no such grid */
export function buildContactsChart(source: ChartSource, gridId: string): ContactsChart {
  const { results, about } = source
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.contacts
  const { sheet, sentences, rows, strongest, columns, ...cells } = contactCells(source, gridId, words.alt)
  const shown = rows.filter(({ panels }) => panels.some(({ to }) => to !== null))
  return {
    kind: 'contacts',
    id: `contacts-${gridId}`,
    language,
    ...cells,
    notes: [
      words.note(formatCount(strongest, language)),
      words.noteCompare,
      words.noteHidden(formatCount(results.threshold, language)),
      report.noteNoCause,
    ],
    altText: [
      words.alt,
      `${cells.title}.`,
      ...shown.flatMap(({ panels }) => panels.filter(({ to }) => to !== null)).map(({ sentence }) => sentence),
    ].join(' '),
    waves: { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) },
    about: words.about,
    columns,
    rows: shown,
    strongest,
    readings: shown.flatMap(({ panels }) => panels.map(({ sentence }) => sentence)),
    sheet,
    table: sheetTable(sheet),
  }
}

export function drawContacts(chart: ContactsChart, size: Sizes, top: number): Part {
  const isWide = size.layout === 'wide'
  const right = size.width - size.margin
  const names = isWide ? 176 : 104
  const gap = 24
  const left = size.margin + names
  const panelWidth = isWide ? (right - left - gap) / 2 : right - left
  if (!isWide) {
    const first = panel(chart, 'from', { left, width: panelWidth, top, names, size })
    const second = panel(chart, 'to', { left, width: panelWidth, top: first.bottom + 18, names, size })
    return { marks: [...first.marks, ...second.marks], bottom: second.bottom }
  }
  const first = panel(chart, 'from', { left, width: panelWidth, top, names, size })
  const second = panel(chart, 'to', { left: left + panelWidth + gap, width: panelWidth, top, names: 0, size })
  return { marks: [...first.marks, ...second.marks], bottom: first.bottom }
}

interface Place {
  left: number
  width: number
  top: number
  /** Room for the rows' names; 0 where they stand beside another panel already. */
  names: number
  size: Sizes
}

function panel({ waves, columns, rows, strongest, language }: ContactsChart, wave: 'from' | 'to', place: Place): Part {
  const { left, width, top, names } = place
  const cell = width / columns.length
  const rowNames = rows.map(({ code, name }) =>
    wrapText(`${code}  ${name}`, 12, place.size.layout === 'wide' ? 164 : 96),
  )
  const marks = [
    label(waves[wave], left, top + 14, { fill: colours.ink, bold: true }),
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
    if (names > 0)
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
