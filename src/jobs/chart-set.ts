// Every chart of a project's results in one archive: SVG, PNG once and three times the size, CSV in both dialects.
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { Problem } from '#errors.ts'
import { formatDays } from '#i18n/format.ts'
import { buildChangeChart } from '#report/change-chart.ts'
import { chartCsv } from '#report/chart-csv.ts'
import type { Chart, ChartContext } from '#report/chart-model.ts'
import { chartPng } from '#report/chart-png.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { buildDumbbellChart } from '#report/dumbbell-chart.ts'
import { type Comparison, findWavePair, resultsFor } from '#results.ts'
import type { Project } from '#store/projects.ts'
import type { Wave } from '#store/waves.ts'
import type { Language } from '#survey/questionnaire.ts'
import type { JobContext, JobKind } from './kind.ts'

type Params = Record<never, never>

export const chartSet: JobKind<Params> = {
  access: 'results:read',
  params: z.object({}),
  isReady: (db, project, now) => typeof findWavePair(db, project, now) !== 'string',
  fileName: ({ slug }) => `${slug}-charts.zip`,
  async work({ db, project, language, now, output, signal, progress }: JobContext<Params>) {
    const comparison = await resultsFor(db, project, now)
    if (typeof comparison === 'string') throw new Problem('wave_not_open', { reason: comparison })
    const charts = listCharts(comparison, project, language)
    const zip = new ZipFile()
    const written = pipeline(zip.outputStream, createWriteStream(output, { mode: 0o600 }), { signal })
    // The same results give the same bytes: no file carries the hour it was made.
    const mtime = new Date(comparison.to.closedAt ?? 0)
    const fill = async () => {
      for (const [at, chart] of charts.entries()) {
        signal.throwIfAborted()
        for (const { name, bytes } of await filesOf(chart)) zip.addBuffer(bytes, name, { mtime, mode: 0o100644 })
        progress(at + 1, charts.length)
      }
      zip.end()
    }
    await Promise.all([written, fill()])
  },
}

function listCharts(comparison: Comparison, project: Project, language: Language): Chart[] {
  const { from, to, results } = comparison
  const days = (wave: Wave) => formatDays(wave.openedAt ?? wave.opensOn, wave.closedAt ?? wave.closesOn, language)
  const context: ChartContext = {
    language,
    projectName: language === 'sv' ? project.nameSv : project.nameEn,
    dates: { from: days(from), to: days(to) },
  }
  return [
    buildDumbbellChart(results, context),
    ...results.indicators.map(({ indicator }) => buildChangeChart(results, indicator.id, context)),
  ]
}

async function filesOf(chart: Chart): Promise<{ name: string; bytes: Buffer }[]> {
  const svg = chartSvg(chart, { layout: 'wide', texts: true })
  return [
    { name: `svg/${chart.id}.svg`, bytes: Buffer.from(svg) },
    { name: `png/${chart.id}.png`, bytes: await chartPng(svg, 1) },
    { name: `png-large/${chart.id}.png`, bytes: await chartPng(svg, 3) },
    { name: `csv/${chart.id}.csv`, bytes: Buffer.from(chartCsv(chart, 'research')) },
    { name: `csv-excel/${chart.id}.csv`, bytes: Buffer.from(chartCsv(chart, 'excel')) },
  ]
}
