// Every chart of a project's results in one archive: SVG, PNG once and three times the size, CSV in both dialects.
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { readChartSource } from '#charting.ts'
import { Problem } from '#errors.ts'
import { type ChartEntry, listCharts } from '#report/chart-catalogue.ts'
import { chartCsv } from '#report/chart-csv.ts'
import { chartPng } from '#report/chart-png.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { findObstacle, resultsFor } from '#results.ts'
import { findLatestCut } from '#store/cuts.ts'
import type { JobContext, JobKind } from './kind.ts'

type Params = Record<never, never>

export const chartSet: JobKind<Params> = {
  access: 'results:read',
  params: z.object({}),
  isReady: (db, project, now) => findObstacle(db, project, now) === undefined,
  fileName: ({ slug }) => `${slug}-charts.zip`,
  async work({ db, project, language, now, output, signal, progress }: JobContext<Params>) {
    const comparison = await resultsFor(db, project, now)
    if (typeof comparison === 'string') throw new Problem('wave_not_open', { reason: comparison })
    const charts = listCharts(await readChartSource(db, project, comparison, language))
    const zip = new ZipFile()
    const written = pipeline(zip.outputStream, createWriteStream(output, { mode: 0o600 }), { signal })
    // The same results give the same bytes: no file carries the hour it was made.
    const mtime = new Date(comparison.to.closedAt ?? 0)
    const fill = async () => {
      for (const [at, chart] of charts.entries()) {
        signal.throwIfAborted()
        for (const { file, bytes } of await filesOf(chart)) zip.addBuffer(bytes, file, { mtime, mode: 0o100644 })
        progress(at + 1, charts.length)
      }
      zip.end()
    }
    await Promise.all([written, fill()])
    // From the first cut on, the latest one's figures are all that is shown of a project.
    return findLatestCut(db, project.id)?.id ?? null
  },
}

async function filesOf({ name, build }: ChartEntry): Promise<{ file: string; bytes: Buffer }[]> {
  const chart = build()
  const svg = chartSvg(chart, { layout: 'wide', texts: true })
  return [
    { file: `svg/${name}.svg`, bytes: Buffer.from(svg) },
    { file: `png/${name}.png`, bytes: await chartPng(svg, 1) },
    { file: `png-large/${name}.png`, bytes: await chartPng(svg, 3) },
    { file: `csv/${name}.csv`, bytes: Buffer.from(chartCsv(chart, 'research')) },
    { file: `csv-excel/${name}.csv`, bytes: Buffer.from(chartCsv(chart, 'excel')) },
  ]
}
