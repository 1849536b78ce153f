// `npm run bench:charts`: how long the server takes for a project's full set of charts as SVG, from published results to
// text, beside one chart that has nothing to show; warm, and for more municipalities. Goal: under 300 ms for eleven.
import { listCharts } from '#report/chart-catalogue.ts'
import { chartPng } from '#report/chart-png.ts'
import { chartSvg } from '#report/chart-svg.ts'
import { median } from '#stats/quantile.ts'
import { type PlanName, plantSource } from '../test/report/planted.ts'

const runs = 15

const draw = (source: ReturnType<typeof plantSource>, layout: 'wide' | 'narrow' = 'wide'): string[] =>
  listCharts(source).map(({ build }) => chartSvg(build(), { layout, texts: true }))

/** Milliseconds by the clock, and of the processor: on a machine that does other work too, the second is ours. */
function time(work: () => unknown): { median: number; slowest: number; cpu: number } {
  for (let run = 0; run < 5; run += 1) work()
  const measured = Array.from({ length: runs }, () => {
    const [start, used] = [performance.now(), process.threadCpuUsage()]
    work()
    const { user, system } = process.threadCpuUsage(used)
    return { clock: performance.now() - start, cpu: (user + system) / 1000 }
  })
  const clock = measured.map((one) => one.clock)
  return { median: median(clock), slowest: Math.max(...clock), cpu: median(measured.map((one) => one.cpu)) }
}

const row = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`)
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0)

const empty = plantSource('nothing')
const [blank] = listCharts(empty).filter(({ name }) => name === 'shift')
if (!blank) throw new Error('There is no blank chart')
const one = time(() => chartSvg(blank.build(), { layout: 'wide', texts: true }))

row('charts', 'how many', 'kB of SVG', 'ms, median', 'ms, slowest', 'ms of the processor')
row('---', '---:', '---:', '---:', '---:', '---:')
row('one blank chart', '1', '1', ms(one.median), ms(one.slowest), ms(one.cpu))
for (const plan of ['one', 'eleven', 'twenty-three', 'many'] satisfies PlanName[]) {
  const source = plantSource(plan)
  const svgs = draw(source)
  const { median, slowest, cpu } = time(() => draw(source))
  const size = Math.round(svgs.join('').length / 1000)
  row(
    `full set, ${source.results.match.byMunicipality.length} municipalities`,
    String(svgs.length),
    String(size),
    ms(median),
    ms(slowest),
    ms(cpu),
  )
}

const [first = ''] = draw(plantSource('eleven'))
const png = await Promise.all(
  ([1, 3] as const).map(async (scale) => {
    await chartPng(first, scale)
    const start = performance.now()
    await chartPng(first, scale)
    return ms(performance.now() - start)
  }),
)
console.log(`\nOne chart as PNG: ${png[0]} ms at 1×, ${png[1]} ms at 3×, in a thread of its own.`)
