// The contact sheet of the charts: every kind over planted projects, as it stands on a desktop and on a phone.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ChartEntry, listCharts } from '#report/chart-catalogue.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { escapeText } from '#report/svg.ts'
import { plans, plantSource } from '../report/planted.ts'

/** One page per planted project, and an index of them. @returns where the index lies */
export function writeChartSheet(folder: string): string {
  const names = Object.keys(plans) as (keyof typeof plans)[]
  const pages = names.map((name) => {
    const file = `charts-${name.replace(/\W+/g, '-')}.html`
    writeFileSync(path.join(folder, file), page(name, oneOfEachKind(listCharts(plantSource(name)))))
    return `<li><a href="${file}">${name}</a></li>`
  })
  const index = path.join(folder, 'charts.html')
  writeFileSync(index, `<!doctype html><meta charset="utf-8"><title>Charts</title><ul>${pages.join('')}</ul>`)
  return index
}

/** Charts that differ in their measure alone look alike: the index and the first scale stand for the others. */
export const oneOfEachKind = (entries: readonly ChartEntry[]): ChartEntry[] =>
  entries.filter(({ name }) => !/^(change|forest|slope|answers)-/.test(name) || /-(INDEX|D)$/.test(name))

function page(name: string, entries: readonly ChartEntry[]): string {
  const rows = entries.map((entry) => {
    const chart = entry.build()
    const pictures = (['wide', 'narrow'] as const).map((layout) => chartSvg(chart, { layout, texts: true }))
    return `<h2>${escapeText(entry.name)}</h2><div>${pictures.join('')}</div><p>${escapeText(chart.altText.slice(0, 600))}</p>`
  })
  const style =
    'body{font:16px sans-serif;background:#777}div{display:flex;gap:1rem;align-items:start}svg{background:#fff}'
  return `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${style}</style><h1>${name}</h1>${rows.join('\n')}`
}
