// How far the invitations came, wave by wave: what each step lost, in people.
import { formatChange, formatCount, formatNumber } from '#i18n/format.ts'
import { phrasesIn } from '#i18n/phrases.ts'
import type { Funnel } from '#indicators/context/model.ts'
import { peopleAxis } from './chart-directions.ts'
import { box, colours, label, type Part, type Sizes } from './chart-draw.ts'
import { waveKey } from './chart-marks.ts'
import type { Axis, PictureBase } from './chart-model.ts'
import { drawRows, type PlotRow, type Strip } from './chart-plot.ts'
import { count, words as inWords, none, type Sheet, sheetTable } from './chart-sheet.ts'
import type { ChartSource } from './chart-source.ts'
import { subtitle, waveName } from './chart-text.ts'

export const stages = ['invited', 'delivered', 'opened', 'started', 'answered', 'usable', 'both'] as const
export type Stage = (typeof stages)[number]

export interface FunnelRow {
  stage: Stage
  name: string
  /** People; null where nobody has noted the stage in that wave. */
  from: number | null
  to: number | null
  /** Beside the bars: people, and how many the step lost. */
  labels: { from: string; to: string }
  value: string
  sentence: string
}

export interface FunnelChart extends PictureBase<'funnel'> {
  axis: Axis
  headings: { name: string; people: string; value: string }
  waves: { from: string; to: string }
  rows: readonly FunnelRow[]
}

export function buildFunnelChart({ results, context, about }: ChartSource): FunnelChart {
  const { language } = about
  const { charts, report } = phrasesIn(language)
  const words = charts.funnel
  const text = (value: number | null) => (value === null ? '–' : formatCount(value, language))
  const { from, to } = context.responses
  const waves = { from: waveName(results.from.kind, language), to: waveName(results.to.kind, language) }
  const noted = stages.filter((stage) => from.funnel[stage] !== null || to.funnel[stage] !== null)
  const lossIn = (funnel: Funnel, at: number): number | null => {
    const [stage, previous] = [noted[at], noted[at - 1]]
    const [now, then] = [stage && funnel[stage], previous && funnel[previous]]
    return typeof now === 'number' && typeof then === 'number' ? then - now : null
  }
  const labelOf = (funnel: Funnel, at: number, people: number | null) => {
    const loss = lossIn(funnel, at)
    return loss ? `${text(people)} (${formatChange(-loss, 0, language)})` : text(people)
  }
  const rows = noted.map((stage, at): FunnelRow => {
    const [before, after] = [from.funnel[stage], to.funnel[stage]]
    return {
      stage,
      name: words.stages[stage],
      from: before,
      to: after,
      labels: {
        from: stage === 'both' ? text(before) : labelOf(from.funnel, at, before),
        to: labelOf(to.funnel, at, after),
      },
      value: stage === 'both' ? text(before) : `${text(before)} · ${text(after)}`,
      sentence: words.sentence(words.stages[stage], waves.from, text(before), waves.to, text(after)),
    }
  })
  const lost = (funnel: Funnel, at: number) => {
    const loss = noted[at] === 'both' ? null : lossIn(funnel, at)
    return loss === null ? none() : count(loss, language)
  }
  const primary = results.indicators.find(({ indicator }) => indicator.role === 'primary')
  const sheet: Sheet = {
    caption: words.alt,
    columns: [
      { name: 'stage', label: words.code, type: 'code' },
      { name: 'title', label: words.stage, type: 'text' },
      { name: 'from_n', label: waves.from, type: 'number' },
      { name: 'from_lost', label: words.lost(waves.from), type: 'number' },
      { name: 'to_n', label: waves.to, type: 'number' },
      { name: 'to_lost', label: words.lost(waves.to), type: 'number' },
    ],
    rows: rows.map((row, at) => [
      inWords(row.stage),
      inWords(row.name),
      row.from === null ? none() : count(row.from, language),
      lost(from.funnel, at),
      row.to === null ? none() : count(row.to, language),
      lost(to.funnel, at),
    ]),
    notes: [],
  }
  const missing = stages.filter((stage) => !noted.includes(stage)).map((stage) => words.stages[stage].toLowerCase())
  return {
    kind: 'funnel',
    id: 'funnel',
    language,
    title:
      from.funnel.invited + to.funnel.invited === 0
        ? words.titleNobody
        : words.title(text(from.funnel.both), text(from.funnel.invited)),
    subtitle: subtitle(results, null, null, about),
    notes: [
      words.note,
      ...(primary ? [leaversNote(primary.indicator.id, primary.indicator.title[language])] : []),
      ...(missing.length > 0 ? [words.noteMissing(missing.join(', '))] : []),
    ],
    altText: [words.alt, ...rows.map(({ sentence }) => sentence)].join(' '),
    axis: peopleAxis(Math.max(from.funnel.invited, to.funnel.invited), report.people, text),
    headings: { name: words.stage, people: '', value: `${waves.from}\u00a0·\u00a0${waves.to}` },
    waves,
    rows,
    readings: rows.map(({ sentence }) => sentence),
    empty: from.funnel.invited + to.funnel.invited === 0 ? words.nobody : null,
    sheet,
    table: sheetTable(sheet),
  }

  function leaversNote(indicator: string, name: string): string {
    const estimate = context.attrition.byIndicator.find((one) => one.indicator === indicator)?.estimate
    if (!estimate?.shown) return words.leaversHidden(name)
    const { stayers, leavers } = estimate.value
    const points = (value: number) => formatNumber(value, 1, language)
    return words.leavers(name, text(leavers.n), points(leavers.mean), text(stayers.n), points(stayers.mean))
  }
}

export function drawFunnel({ headings, axis, waves, rows }: FunnelChart, size: Sizes, top: number): Part {
  const plotRows = rows.map(
    (row): PlotRow => ({
      ...row,
      people: '',
      peopleLong: '',
      emphasised: row.stage === 'both',
      shown: true,
      startsSection: false,
      marks: (strip, y) => bars(row, strip, y),
    }),
  )
  const key = ({ left }: Strip, y: number) => waveKey(waves, left, y - 4)
  return drawRows({ headings, axis, rows: plotRows, reach: 17, key, overhang: { left: 0, right: 66 } }, size, top)
}

/** Who answered both times is one number, and has one bar. */
function bars({ stage, from, to, labels }: FunnelRow, { place }: Strip, y: number): string[] {
  const one = (value: number | null, text: string, middle: number, height: number, fill: string) =>
    value === null
      ? []
      : [
          box(place(0), middle - height / 2, place(value) - place(0), height, fill, {
            stroke: colours.ink,
            'stroke-width': 0.75,
          }),
          label(text, place(value) + 6, middle + 4.5, { fill: colours.ink }),
        ]
  return stage === 'both'
    ? one(from, labels.from, y, 20, colours.ink)
    : [...one(from, labels.from, y - 8, 13, colours.before), ...one(to, labels.to, y + 8, 13, colours.after)]
}
